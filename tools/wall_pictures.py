"""Render the wall in every size, language and state, to be looked at.

QT_QPA_PLATFORM=offscreen python tools/wall_pictures.py FOLDER [PART OF A NAME]
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, timedelta
from itertools import product
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, QSizeF
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parents[1]))  # a script sees its own folder only

from app.models import facts as f
from app.models.levels import Level
from app.models.text import Text
from app.presenters.language import Language
from app.presenters.reader import QtReader
from app.presenters.tick import Tick
from app.presenters.wall import WallPresenter
from app.presenters.wall_screen import WallScreenPresenter
from app.station.reading import Reading
from app.station.station import Station
from app.station.wall_screen import Arrangement, WallPart, WallScreen
from app.views.fonts import load_fonts
from app.views.look import Look
from app.views.wall.ink import pixels_per_mm
from app.views.wall.window import WallWindow
from tests.desk_harness import Stage

RESOURCES = Path(__file__).parents[1] / "resources"
LANGUAGES = ("en", "zh_CN")
SIZE_MM, SMALL_MM = QSizeF(1217.6, 684.9), QSizeF(508, 286)
"""A 55-inch screen; one of 23 inches, or one that says nothing of its size: Qt assumes 96 dpi."""
SIZES = {
    "1080p": (QSize(1920, 1080), SIZE_MM), "4k": (QSize(3840, 2160), SIZE_MM),
    "portrait": (QSize(1080, 1920), SIZE_MM.transposed()),
    "small": (QSize(1920, 1080), SMALL_MM),
    "small-portrait": (QSize(1080, 1920), SMALL_MM.transposed()),
}  # fmt: skip
"""Pixels and millimetres."""
LONG = "Head of the responsible unit of the district administration, Donaudampfschifffahrt"
LONG_ZH = "区委区政府机关事务管理局信访接待办公室主任兼突发群体性事件应急处置工作领导小组副组长"
TITLES = (
    ("North gate crowd", "Tower A forecourt"), ("Smoke on the fourth floor", "Tower B"),
    ("Someone collapsed", "Lobby"), ("Visitors at the office", "Reception"),
    ("Lift stopped with people in it", "Tower A"), ("Car window smashed", "Underground car park"),
)  # fmt: skip
TITLES_ZH = (
    ("北门人群聚集", "A座前广场"), ("四层冒烟", "B座"), ("有人晕倒", "大厅"),
    ("群众来访", "接待室"), ("电梯困人", "A座"), ("车窗被砸", "地下停车场"),
)  # fmt: skip


def played(stage: Stage, station: Station) -> None:
    stage.tell(station, until=timedelta(minutes=9))


def drill(stage: Stage, station: Station) -> None:
    stage.tell(station, until=timedelta(minutes=12))


def calm(stage: Stage, station: Station) -> None:
    del stage, station


def several(count: int) -> Callable[[Stage, Station], None]:
    def make(stage: Stage, station: Station) -> None:
        titles = TITLES_ZH if stage.story.language.startswith("zh") else TITLES
        for nth in range(count):
            title, place = titles[nth % len(titles)]
            stream = stage.open(station, title=title, place=place, level=Level(1 + nth % 4),
                                people=5 + 3 * nth, drill=nth % 5 == 4)  # fmt: skip
            stage.clock.move(timedelta(seconds=100 - 4 * count))
            awaited = [w for w, c in station.incidents[stream].call_outs.items()
                       if c.state.is_awaited]  # fmt: skip
            for who in awaited[: nth % 4]:
                stage.do(station, stream, f.Arrived(who=who))
        stage.clock.move(timedelta(minutes=2))

    return make


def longest(stage: Stage, station: Station) -> None:
    """Everything as long as it may come."""
    stream = stage.open(station, title=LONG, place=LONG, level=Level.I, people=12_345)
    due = stage.clock.wall() + timedelta(minutes=3)
    for number in range(5):
        soon = stage.clock.wall() + timedelta(seconds=20 + number)
        who = (LONG, LONG_ZH)[number % 2]
        fact = f.CalledOut(who=f"x{number}", name=who, role=LONG, group=LONG, due=soon)
        stage.do(station, stream, fact)
    stage.do(station, stream, f.CommandTaken(who="x0", name=LONG))
    stage.do(station, stream, f.TaskAdded(task="t", text=LONG * 2, owner=LONG, due=due))
    for number in range(8):
        name = Text(en=f"{number} {LONG}", zh=f"{number} {LONG_ZH}")
        stage.do(station, None, f.ZoneDefined(zone=f"z{number}", name=name))
        stage.do(station, stream, f.ZoneEvacuating(zone=f"z{number}", expected=1000 + number))
    stage.do(station, stream, f.Note(text=LONG * 4))
    stage.clock.move(timedelta(hours=30))


def crowded(stage: Stage, station: Station) -> None:
    """Two hundred called, some of them here, late, on the way, lost; and it goes past midnight."""
    stream = stage.open(station, title="Procession from the north gate", place="Tower A forecourt",
                        level=Level.II, people=230)  # fmt: skip
    begun = stage.clock.wall()
    for number in range(176):
        due = begun + timedelta(minutes=5 + number % 40)
        name = ("Alexandra Konstantinopolskaya", "Li Na", "欧阳静怡", "Zhu Bin")[number % 4]
        fact = f.CalledOut(who=f"n{number}", name=f"{name} {number}", role="order_guard",
                           group="order", due=due)  # fmt: skip
        stage.do(station, stream, fact)
    stage.clock.move(timedelta(minutes=14))
    for number in range(90):
        stage.do(station, stream, f.Arrived(who=f"n{number}"))
    stage.do(station, stream, f.NoAnswer(who="n91"))
    stage.do(station, stream, f.OnTheWay(who="n92", eta=begun + timedelta(minutes=20)))
    for zone in list(station.site.zones)[:2]:
        stage.do(station, stream, f.ZoneCordoned(zone=zone))


def past_midnight(stage: Stage, station: Station) -> None:
    played(stage, station)
    stage.clock.move(timedelta(hours=18, minutes=1))
    (stream,) = (each for each in station.incidents if not each.startswith("shift"))
    stage.do(station, stream, f.Note(text="The forecourt is quiet"))


def over(stage: Stage, station: Station) -> None:
    """Twenty, of which some are over."""
    several(20)(stage, station)
    for stream in list(station.incidents)[::3]:
        for who, call_out in station.incidents[stream].call_outs.items():
            if call_out.state.is_awaited:
                stage.do(station, stream, f.StoodDown(who=who))
        stage.do(station, stream, f.DeclaredOver(reason="over", despite="picture"))


def longest_of_six(stage: Stage, station: Station) -> None:
    longest(stage, station)
    several(5)(stage, station)


SHOWS = {
    "one": (played, WallScreen()),
    "one-with-plan": (played, WallScreen(parts=tuple(WallPart))),
    "one-plan-only": (played, WallScreen(parts=(WallPart.PLAN,))),
    "one-without-names": (played, WallScreen(names=False)),
    "six": (several(6), WallScreen(arrangement=Arrangement.MOSAIC)),
    "six-in-turn": (several(6), WallScreen()),
    "two": (several(2), WallScreen(arrangement=Arrangement.MOSAIC)),
    "twenty": (several(20), WallScreen(arrangement=Arrangement.MOSAIC)),
    "twenty-five": (several(25), WallScreen(arrangement=Arrangement.MOSAIC)),
    "drill": (drill, WallScreen()),
    "calm": (calm, WallScreen()),
    "calm-without-names": (calm, WallScreen(names=False)),
    "stale": (played, WallScreen()),
    "longest": (longest, WallScreen()),
    "longest-mosaic": (longest_of_six, WallScreen(arrangement=Arrangement.MOSAIC)),
    "crowded": (crowded, WallScreen(parts=tuple(WallPart))),
    "latest-only": (played, WallScreen(parts=(WallPart.LATEST,))),
    "past-midnight": (past_midnight, WallScreen()),
    "over": (over, WallScreen(arrangement=Arrangement.MOSAIC)),
    "light-one": (played, WallScreen(parts=tuple(WallPart))),
    "light-twenty": (several(20), WallScreen(arrangement=Arrangement.MOSAIC)),
    "light-stale": (played, WallScreen()),
    "light-calm": (calm, WallScreen()),
}  # fmt: skip


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def pictures(app: QApplication, folder: Path, only: str) -> Iterator[Path]:
    load_fonts(RESOURCES / "fonts")
    look = Look(app, RESOURCES / "themes", theme="dark", scale=1.0)
    language = Language(app, RESOURCES / "translations", "en")
    for code, name in product(LANGUAGES, SHOWS):
        wanted = {size: folder / f"wall-{name}-{code}-{size}.png" for size in SIZES}
        if not any(only in path.name for path in wanted.values()):
            continue
        language.set_language(code)
        look.set_theme("light" if name.startswith("light") else "dark")
        make, screen = SHOWS[name]
        with tempfile.TemporaryDirectory() as data:
            stage = Stage(Path(data), code)
            station = stage.station()
            make(stage, station)
            yield from _take(stage, station, look, code, name, screen, wanted, only)
            stage.close()


def fresh_or_stale(stage: Stage, station: Station, *, stale: bool) -> None:
    stage.until(lambda: not station.connection.waiting)
    if stale:
        stage.run(stage.log.close())
        stage.until(lambda: not station.connection.is_up)
        stage.clock.move(timedelta(seconds=47))
    else:
        stage.until(lambda: not station.connection.is_stale(station.now()))


def _take(
    stage: Stage, station: Station, look: Look, code: str, name: str, screen: WallScreen,
    wanted: dict[str, Path], only: str,
) -> Iterator[Path]:  # fmt: skip
    wall = WallPresenter(Reading(station), Tick(stage.clock.wall), QtReader(code, UTC))
    presenter = WallScreenPresenter(wall, screen)
    fresh_or_stale(stage, station, stale=name.endswith("stale"))
    for size, file in wanted.items():
        if only not in file.name:
            continue
        pixels, mm = SIZES[size]
        window = WallWindow(presenter, look, pixels_per_mm(QSizeF(pixels), mm))
        window.resize(pixels)
        window.show()
        wall.tick.ticked.emit(stage.clock.wall())
        settle()
        window.grab().save(str(file))
        window.release()
        window.deleteLater()
        settle()
        yield file
    presenter.close()
    wall.close()


def main() -> None:
    folder, only = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    for path in pictures(app, folder, only):
        print(path)


if __name__ == "__main__":
    main()
