"""Puts the parts together: the one place that knows them all."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QLocale
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

import app.presenters
import app.views.parts
import resources
from app.models.command import PublishPlan
from app.models.drill import Drill
from app.models.plan import Plan
from app.presenters.board import BoardPresenter
from app.presenters.bridge import Bridge
from app.presenters.faults import Faults
from app.presenters.language import Language, suited
from app.presenters.opening import OpeningPresenter
from app.presenters.owed import OwedPresenter
from app.presenters.reader import QtReader
from app.presenters.sounds import Hearing, SoundsPresenter
from app.presenters.staff import StaffPresenter
from app.presenters.status import StatusPresenter
from app.presenters.tick import Tick
from app.presenters.window import WindowPresenter
from app.station.assemble import station_at
from app.station.messenger import Messenger
from app.station.places import places
from app.station.postman import ApprisePostman, NoPostman, Postman
from app.station.programlog import start_program_log
from app.station.settings import SettingsFile
from app.station.station import Station
from app.station.supervisor import Supervisor
from app.store.log import LogError
from app.views.collecting import collected_here
from app.views.first_start import FirstStart
from app.views.focus_home import FocusHome
from app.views.fonts import load_fonts
from app.views.look import Look
from app.views.loudspeaker import Loudspeaker
from app.views.rooms import Makers
from app.views.voice import Voice, find_speech
from app.views.window import MainWindow

if TYPE_CHECKING:
    from app.presenters.wall_settings import WallSettings
    from app.views.addresses import AddressesView
    from app.views.archive import ArchiveView
    from app.views.desk import DeskView
    from app.views.owed import OwedView
    from app.views.readiness import ReadinessView
    from app.views.replay import ReplayView
    from app.views.shift import ShiftView
    from app.views.statistics import StatisticsView
    from app.views.wall_panel import WallPanel
    from app.wall import Wall

FOLDER = Path(resources.__file__).parent
WELL, IMPOSSIBLE = 0, 2


class Surroundings:
    """Application, fonts, look, language: what every window needs before there is a station."""

    def __init__(self, settings: SettingsFile, faults: Faults) -> None:
        self.settings = settings
        self.faults = faults
        self.app = application()
        now = settings.settings
        code = now.language or suited(QLocale.system().name())
        self.look = Look(self.app, FOLDER / "themes", theme=now.theme, scale=now.scale / 100)
        self.language = Language(self.app, FOLDER / "translations", code)
        self.reader = QtReader(code)
        self.voice = Voice(find_speech())
        self.hearing = Hearing(
            volume=lambda: settings.settings.volume,
            kind=lambda: settings.settings.kind,
            set_volume=lambda volume: settings.change(volume=volume),
            set_kind=lambda kind: settings.change(kind=kind),
            has_voice=lambda: not self.voice.is_missing,
            speaks=lambda: settings.settings.spoken,
            set_speaks=lambda spoken: settings.change(spoken=spoken),
        )

    def find_drills(self, plan: Plan) -> list[Drill]:
        """Those that ship, and one's own from the folder `drills` beside the settings."""
        from app.store.bundled import drills_of  # reading YAML is not needed at the start

        return drills_of(plan, self.settings.folder / "drills")

    def set_theme(self, name: str) -> None:
        self.look.set_theme(name)
        self.settings.change(theme=name)

    def set_scale(self, scale: float) -> None:
        self.look.set_scale(scale)
        self.settings.change(scale=round(scale * 100))

    def remember_language(self, code: str) -> None:
        self.settings.change(language=code)

    def use_language(self, code: str) -> None:
        """From the command line: for this time, and not remembered."""
        self.reader.language = code
        self.language.set_language(code)


class Window:
    """One window on one station."""

    def __init__(
        self,
        around: Surroundings,
        station: Station,
        supervisor: Supervisor,
        postman: Postman = NoPostman(),  # noqa: B008  stateless: who says nothing sends nothing
    ) -> None:
        self._around = around
        self._messenger = Messenger(
            station, postman=postman, supervisor=supervisor, time=around.reader.time
        )
        self.bridge = Bridge(station, supervisor.spawn)
        self.tick = Tick(station.now)
        reader = around.reader
        self.presenter = WindowPresenter(
            bridge=self.bridge,
            board=BoardPresenter(self.bridge, self.tick, reader),
            owed=OwedPresenter(self.bridge, self.tick, reader),
            opening=OpeningPresenter(self.bridge, reader, around.find_drills),
            status=StatusPresenter(self.bridge, self.tick, reader, around.faults),
            staff=StaffPresenter(self.bridge, reader),
            language=around.language,
            reader=reader,
            set_theme=around.set_theme,
            set_scale=around.set_scale,
            remember_language=around.remember_language,
            hearing=msgspec.structs.replace(around.hearing, set_kind=self._set_kind),
        )
        makers = Makers(
            desk=self._make_desk, replay=self._make_replay, owed=self._make_owed,
            shift=self._make_shift, addresses=self._make_addresses,
            wall_screens=self._make_wall_screens, archive=self._make_archive,
            readiness=self._make_readiness, statistics=self._make_statistics,
        )  # fmt: skip
        self.view = MainWindow(self.presenter, around.look, around.language, makers)
        FocusHome(around.app, self.view, self.view.rooms.take_focus)
        self._introduction: FirstStart | None = None
        self.left = asyncio.Event()
        self.view.leaving.connect(self.left.set)
        self.view.introduce_requested.connect(self._introduce)
        self._wall: Wall | None = None
        self.view.wall_requested.connect(self._toggle_wall)
        self.tick.hold()

    def _introduce(self) -> None:
        """Somebody else sits here now; what was written before keeps its author."""
        if self._introduction is None:
            self._introduction = introduction(self._around, self._rename)
            self._introduction.finished.connect(self._end_introduction)
        self._introduction.activateWindow()

    def _end_introduction(self) -> None:
        self._introduction = None

    def _rename(self, station: str, person: str) -> None:
        self.bridge.station.rename(station, person)
        self.view.show_station()

    def _set_kind(self, kind: str) -> None:
        """Remembered, and seen by the others with the next sign of life."""
        self._around.hearing.set_kind(kind)
        self.bridge.station.kind = kind

    def _make_desk(self, stream: str) -> DeskView:
        from app.presenters.desk import DeskPresenter
        from app.record.press import StationPress
        from app.views.desk import DeskView

        press = StationPress(self.bridge.station)
        presenter = DeskPresenter(self.bridge, self.tick, self._around.reader, stream, press)
        return DeskView(presenter, self._around.look)

    def _make_replay(self, stream: str) -> ReplayView:
        from app.presenters.replay import ReplayPresenter
        from app.views.replay import ReplayView

        presenter = ReplayPresenter(self.bridge, self.tick, self._around.reader, stream)
        return ReplayView(presenter, self._around.look)

    def _make_owed(self) -> OwedView:
        from app.views.owed import OwedView

        return OwedView(self.presenter.owed, self._around.look)

    def _make_shift(self) -> ShiftView:
        from app.presenters.shift import ShiftPresenter
        from app.views.shift import ShiftView

        reader, owed = self._around.reader, self.presenter.owed
        presenter = ShiftPresenter(self.bridge, self.tick, reader, owed)
        return ShiftView(presenter, self._around.look)

    def _make_addresses(self) -> AddressesView:
        from app.presenters.addresses import AddressesPresenter
        from app.views.addresses import AddressesView

        presenter = AddressesPresenter(self.bridge, self._around.reader, self._messenger)
        return AddressesView(presenter, self._around.look)

    def _make_wall_screens(self) -> WallPanel:
        from app.views.wall_panel import WallPanel

        return WallPanel(self.wall().settings, self.wall().screens)

    def _toggle_wall(self) -> None:
        """Where nothing is to be shown on any screen, ask what."""
        wall = self.wall()
        if wall.is_open or wall.has_screen:
            wall.toggle()
        else:
            self.view.show_wall_screens()

    def wall(self) -> Wall:
        """Of this station, made when somebody first asks for it."""
        if self._wall is None:
            from app.station.reading import Reading
            from app.views.wall.screens import Screens
            from app.wall import Wall

            around = self._around
            self._wall = Wall(
                Reading(self.bridge.station), self.tick, around.reader, around.language,
                around.look, Screens(around.app), wall_settings(around.settings),
            )  # fmt: skip
        return self._wall

    def _make_archive(self) -> ArchiveView:
        from app.presenters.archive import ArchivePresenter
        from app.views.archive import ArchiveView

        return ArchiveView(ArchivePresenter(self.bridge, self._around.reader), self._around.look)

    def _make_readiness(self) -> ReadinessView:
        from app.presenters.readiness import ReadinessPresenter
        from app.record.press import StationPress
        from app.views.readiness import ReadinessView

        press = StationPress(self.bridge.station)
        presenter = ReadinessPresenter(self.bridge, self._around.reader, press)
        return ReadinessView(presenter, self._around.look)

    def _make_statistics(self) -> StatisticsView:
        from app.presenters.statistics import StatisticsPresenter
        from app.views.statistics import StatisticsView

        presenter = StatisticsPresenter(self.bridge, self._around.reader)
        return StatisticsView(presenter, self._around.look)

    def close(self) -> None:
        if self._introduction is not None:
            self._introduction.close()
        if self._wall is not None:
            self._wall.close()
        self._messenger.close()
        self.view.show_board()
        self.tick.release()
        self.bridge.close()
        self.view.hide()
        self.view.deleteLater()


def wall_settings(settings: SettingsFile) -> WallSettings:
    """What is shown on which screen, as this machine remembers it."""
    from app.presenters.wall_settings import Kept, WallSettings

    return WallSettings(
        Kept(lambda: settings.settings.walls, lambda walls: settings.change(walls=walls))
    )


def application() -> QApplication:
    """The one application object, with our fonts; made when first asked for."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        running.setQuitOnLastWindowClosed(False)
        return running
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Muster")
    app.setQuitOnLastWindowClosed(False)
    app.setWindowIcon(QIcon(str(FOLDER / "icons" / "muster.svg")))
    load_fonts(FOLDER / "fonts")
    return app


def run_in_qt(work: Coroutine[Any, Any, int], app: QApplication) -> int:
    """Run to the end on Qt's event loop, which is closed before the application object."""
    with collected_here(), asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        return runner.run(work)


def run_window(*, db: str | None, data: Path | None) -> int:
    """`muster`: the window, on this machine's own log or on the one at `db`."""
    here = places(data)
    try:
        here.make_data()
        start_program_log(here.logs)
        around = Surroundings(SettingsFile(here.settings), Faults())
        url = db or around.settings.settings.log_url or here.log_url
        return run_in_qt(_window(around, url, here.data), around.app)
    except (LogError, OSError, sqlite3.Error) as error:
        print(error, file=sys.stderr)
        return IMPOSSIBLE


async def _window(around: Surroundings, url: str, folder: Path) -> int:
    around.faults.install(asyncio.get_running_loop())
    try:
        if not await introduced(around):
            return WELL
        async with AsyncExitStack() as stack:
            supervisor = Supervisor(lambda where, error: around.faults.report(error, where))
            stack.push_async_callback(supervisor.close)
            now = around.settings.settings
            station = await stack.enter_async_context(
                station_at(
                    url, data=folder, name=now.station, person=now.person, kind=now.kind,
                    supervisor=supervisor, remembers=True,
                )
            )  # fmt: skip
            window = Window(around, station, supervisor, ApprisePostman())
            stack.callback(window.close)
            stack.callback(hear(around, window))
            window.view.showMaximized()
            supervisor.spawn(import_desk(station), "desk")
            if url.startswith("sqlite"):
                supervisor.spawn(publish_plans(station), "plans")
            await window.left.wait()
    finally:
        around.faults.uninstall()
    return WELL


def hear(around: Surroundings, window: Window) -> Callable[[], None]:
    """Alarms are heard from now on; answers what ends it."""
    loudspeaker = Loudspeaker(FOLDER / "sounds")
    sounds = SoundsPresenter(window.bridge, window.tick, around.hearing)
    loudspeaker.silent.connect(window.presenter.status.note_silence)
    voice = around.voice
    sounds.sounded.connect(loudspeaker.play)
    sounds.spoken.connect(lambda words, volume: voice.say(words, around.language.code, volume))

    def end() -> None:
        sounds.close()
        voice.close()
        loudspeaker.close()

    return end


async def introduced(around: Surroundings) -> bool:
    """Whether we know the station's name and who sits there; asked on the first start only."""
    now = around.settings.settings
    if now.station and now.person:
        return True
    finished = asyncio.Event()
    dialog = introduction(around, lambda _station, _person: None)
    dialog.finished.connect(lambda _result: finished.set())
    await finished.wait()
    return bool(around.settings.settings.station)


def introduction(around: Surroundings, told: Callable[[str, str], None]) -> FirstStart:
    """Ask for the station's name and who sits there, and remember both."""
    now = around.settings.settings
    dialog = FirstStart(around.language, now.station, now.person)

    def answered(station: str, person: str) -> None:
        code = around.language.code
        around.reader.language = code
        around.settings.change(station=station, person=person, language=code)
        told(station, person)

    dialog.answered.connect(answered)
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()  # not modal: it holds up nothing, and no countdown is out of reach
    return dialog


async def import_desk(station: Station) -> None:
    """What the first desk needs is had once the board stands: not before, not when one waits.

    Piece by piece, so that a key that is pressed meanwhile is answered at once.
    """
    await station.settled()
    for name in ("numpy", "ruamel.yaml"):  # nothing of Qt in them: they may be had elsewhere
        await asyncio.to_thread(import_module, name)
    for module in (QtCore, QtGui, QtWidgets):  # pyqtgraph asks for every name in them
        for name in dir(module):
            getattr(module, name)
            await asyncio.sleep(0)
    for package in (app.presenters, app.views.parts, app.views):
        for each in iter_modules(package.__path__, f"{package.__name__}."):
            import_module(each.name)
            await asyncio.sleep(0)


async def publish_plans(station: Station) -> None:
    """A log of this machine's own begins with the plans that ship; a shared one gets them by
    `muster admin init`, from someone who may publish plans there."""
    await station.settled()
    if station.site.plans or not station.connection.is_up:
        return
    from app.store.bundled import bundled_plans  # reading plan files takes a while

    for _, plan in await asyncio.to_thread(bundled_plans):
        await station.do(None, PublishPlan(document=plan), author="Muster")
