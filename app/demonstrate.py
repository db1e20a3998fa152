"""`muster demo`: the scripted drill on a throw-away log, in a window or in pictures."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication

from app.demo import DrillClock, Player, Story, load_story, set_stage
from app.libraries import has_display
from app.main import WELL, Surroundings, Window, run_in_qt
from app.models.prints import Form
from app.presenters.faults import Faults
from app.presenters.language import LANGUAGES
from app.record.export import to_csv, to_json
from app.record.printing import Order, print_record
from app.station.assemble import station_at
from app.station.clock import Clock
from app.station.programlog import start_program_log
from app.station.settings import SettingsFile
from app.station.station import Station
from app.station.supervisor import Supervisor
from app.store.sqlite import SqliteLog

OFFSCREEN_SPEED = 120.0
SIZE = (1680, 1050)
MIDDLE = timedelta(minutes=8, seconds=20)
"""When the pictures are taken: people late, zones in hand, a proposal accepted."""


class Show(msgspec.Struct, frozen=True, kw_only=True):
    """One showing: where its log and settings are, in which language, how fast."""

    folder: Path
    story: Story
    clock: DrillClock
    log: SqliteLog

    @property
    def url(self) -> str:
        return f"sqlite:///{self.folder / 'demo.sqlite'}"


def run_demo(*, speed: float | None, language: str | None, out: Path, offscreen: bool) -> int:
    if offscreen or not has_display():
        return _off_screen(speed or OFFSCREEN_SPEED, language, out)
    with tempfile.TemporaryDirectory(prefix="muster-demo-") as folder:
        around = _surroundings(Path(folder), language)
        return run_in_qt(_in_a_window(around, Path(folder), speed or 1.0), around.app)


def _surroundings(folder: Path, language: str | None) -> Surroundings:
    settings = SettingsFile(folder / "settings.json")
    if language:
        settings.change(language=language)
    start_program_log(folder / "log")
    return Surroundings(settings, Faults())


@asynccontextmanager
async def _showing(folder: Path, language: str, speed: float) -> AsyncIterator[Show]:
    clock = DrillClock(speed)
    show = Show(
        folder=folder,
        story=load_story(language),
        clock=clock,
        log=SqliteLog(folder / "demo.sqlite", now=clock.micros),
    )
    await show.log.open()
    try:
        await set_stage(show.log, show.story)
        yield show
    finally:
        await show.log.close()


@asynccontextmanager
async def _station(show: Show, who: str, name: str, sup: Supervisor) -> AsyncIterator[Station]:
    """A station of the show; `who` is a person of the example site."""
    person = show.story.site.person(who)
    async with station_at(
        show.url,
        data=show.folder,
        name=name,
        person=person.name.in_language(show.story.language) if person else who,
        kind="desk",
        supervisor=sup,
        log=SqliteLog(show.folder / "demo.sqlite", now=show.clock.micros),
        clock=Clock(show.clock.steady, show.clock.wall),
    ) as station:
        await station.settled()
        yield station


async def _in_a_window(around: Surroundings, folder: Path, speed: float) -> int:
    around.faults.install(asyncio.get_running_loop())
    language = around.language.code
    async with AsyncExitStack() as stack:
        supervisor = Supervisor(lambda where, error: around.faults.report(error, where))
        stack.push_async_callback(supervisor.close)
        show = await stack.enter_async_context(_showing(folder, language, speed))
        names = _station_names(language)
        teller = await stack.enter_async_context(_station(show, "wang_min", names[0], supervisor))
        here = await stack.enter_async_context(_station(show, "zhao_lin", names[1], supervisor))
        window = Window(around, here, supervisor)
        stack.callback(window.close)
        window.view.showMaximized()
        player = Player(teller, show.story, show.clock)
        stream = await player.open()
        await _until_here(here, stream)
        window.view.show_desk(stream)
        supervisor.spawn(player.play(stream), "drill")
        await window.left.wait()
    around.faults.uninstall()
    return WELL


def _off_screen(speed: float, language: str | None, out: Path) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    out.mkdir(parents=True, exist_ok=True)
    print(f"There is no display: the drill plays off-screen, {speed:g} times as fast.", flush=True)
    for code in (language,) if language else LANGUAGES:
        with tempfile.TemporaryDirectory(prefix="muster-demo-") as folder:
            around = _surroundings(Path(folder), code)
            run_in_qt(_in_pictures(around, Path(folder), speed, out), around.app)
    print("Pictures of board and desk, the printed record, and what was logged:")
    print(out.resolve())
    for path in sorted(out.iterdir()):
        print(f"  {path.name}")
    return WELL


async def _in_pictures(around: Surroundings, folder: Path, speed: float, out: Path) -> int:
    around.faults.install(asyncio.get_running_loop())
    language = around.language.code
    async with AsyncExitStack() as stack:
        supervisor = Supervisor(lambda where, error: around.faults.report(error, where))
        stack.push_async_callback(supervisor.close)
        show = await stack.enter_async_context(_showing(folder, language, speed))
        names = _station_names(language)
        teller = await stack.enter_async_context(_station(show, "wang_min", names[0], supervisor))
        here = await stack.enter_async_context(_station(show, "zhao_lin", names[1], supervisor))
        window = Window(around, here, supervisor)
        stack.callback(window.close)
        window.view.resize(*SIZE)
        window.view.show()
        player = Player(teller, show.story, show.clock)
        stream = await player.open()
        await _until_here(here, stream)
        await player.play(stream, until=MIDDLE)
        await _take(window, show.clock, out / f"board-{language}.png")
        window.view.show_desk(stream)
        await _take(window, show.clock, out / f"desk-{language}.png")
        await player.play(stream)
        await _take(window, show.clock, out / f"desk-at-the-end-{language}.png")
        await _write_log(show, stream, out, language)
    around.faults.uninstall()
    return WELL


def _station_names(language: str) -> tuple[str, str]:
    return ("1号席", "指挥席") if language.startswith("zh") else ("Desk 1", "Commander")


async def _until_here(station: Station, stream: str) -> None:
    """The incident was opened elsewhere; it arrives like everything else."""
    arrived = asyncio.Event()
    leave = station.subscribe(lambda changed: arrived.set() if changed.stream == stream else None)
    while stream not in station.incidents:
        arrived.clear()
        await arrived.wait()
    leave()


async def _take(window: Window, clock: DrillClock, path: Path) -> None:
    """A picture of one moment: time stands still until everything has arrived and is painted."""
    clock.hold()
    station = window.bridge.station
    heard = asyncio.Event()
    leave = station.subscribe_connection(lambda _connection: heard.set())
    while station.connection.is_stale(station.now()) or station.connection.waiting:
        heard.clear()
        await heard.wait()
    leave()
    window.tick.ticked.emit(window.tick.now)
    for _ in range(3):  # what came or went gives its room to others, and they to theirs
        QCoreApplication.sendPostedEvents(None, 0)
    window.view.grab().save(str(path))
    clock.go_on()


async def _write_log(show: Show, stream: str, out: Path, language: str) -> None:
    head = next(head for head in await show.log.heads() if head.stream == stream)
    stored = await show.log.read(stream)
    (out / f"incident-{language}.json").write_bytes(to_json(head, stored))
    (out / f"incident-{language}.csv").write_bytes(to_csv(head, stored))
    person = show.story.site.person("wang_min")
    for form in (Form.SUMMARY, Form.TIMELINE):
        order = Order(
            form=form, language="zh" if language.startswith("zh") else "en", contacts=False,
            person=person.name.in_language(language) if person else "", station="Muster",
        )  # fmt: skip
        file = out / f"record-{form.value}-{language}.pdf"
        file.write_bytes(await print_record(show.log, head, order))
