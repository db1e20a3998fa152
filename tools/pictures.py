"""Render the desk and all its pages in every language, theme, size and fullness, to be looked at.

QT_QPA_PLATFORM=offscreen python tools/pictures.py FOLDER
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, timedelta
from itertools import product
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parents[1]))  # a script sees its own folder only

from app.models import facts as f
from app.models.command import PublishPlan
from app.models.levels import Level
from app.presenters.language import Language
from app.presenters.reader import QtReader
from app.station.station import Station
from app.store.bundled import bundled_plan
from app.views.desk import DeskView
from app.views.fonts import load_fonts
from app.views.look import Look
from app.views.pages import Page
from tests.desk_harness import Stage

RESOURCES = Path(__file__).parents[1] / "resources"
LANGUAGES = ("en", "zh_CN")
THEMES = ("dark", "light")
SIZES = {
    "1600x1000": (QSize(1600, 1000), 1.0),
    "1366x768": (QSize(1366, 768), 1.0),
    "1280x800": (QSize(1280, 800), 1.0),
    "1600x1000-200": (QSize(1600, 1000), 2.0),
    "1280x800-200": (QSize(1280, 800), 2.0),
}
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
AS_USUAL = QSize(1600, 1000), 1.0, "dark"
LONG = "Head of the responsible unit of the district administration, Donaudampfschifffahrt"


def empty(stage: Stage, station: Station) -> str:
    """From the blank plan: no tasks, nobody called."""
    plan = bundled_plan("blank")
    stage.do(station, None, PublishPlan(document=plan))
    return stage.open(station, plan="blank", title="Blank", place="–", people=0)


def usual(stage: Stage, station: Station) -> str:
    return stage.tell(station, until=timedelta(minutes=8))


def late(stage: Stage, station: Station) -> str:
    """Deadlines missed; entries written afterwards, corrected, and not yet shared."""
    stream = stage.tell(station, until=timedelta(minutes=4))
    stage.clock.move(timedelta(minutes=9, seconds=20))
    stage.do(station, stream, f.Note(text="Two cars at the west gate"),
             at=stage.clock.wall() - timedelta(minutes=4))  # fmt: skip
    note = next(e for e in station.incidents[stream].timeline if e.kind == "note")
    stage.do(station, stream, f.Corrected(entry=note.id, reason="wrong incident"))
    stage.do(station, stream, f.TaskSkipped(task="loudspeaker", reason="none here"))
    return stream


def full(stage: Stage, station: Station) -> str:
    stream = stage.tell(station)
    stage.clock.move(timedelta(minutes=20))
    return stream


def long_names(stage: Stage, station: Station) -> str:
    stream = stage.open(station, title=LONG, place=LONG, level=Level.II, people=12_345)
    due = stage.clock.wall() + timedelta(minutes=3)
    for number in range(3):
        fact = f.CalledOut(who=f"x{number}", name=LONG, role=LONG, group=LONG, due=due)
        stage.do(station, stream, fact)
    stage.do(station, stream, f.TaskAdded(task="t", text=LONG * 2, owner=LONG, due=due))
    stage.do(station, stream, f.Note(text=LONG * 6))
    stage.do(station, stream, f.CommandTaken(who="x0", name=LONG))
    return stream


STATES = {"usual": usual, "empty": empty, "full": full, "long": long_names, "late": late}


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Photographer:
    """Takes pictures of one desk; only those with `only` in their names."""

    def __init__(self, view: DeskView, look: Look, folder: Path, only: str) -> None:
        self._view, self._look, self._folder, self._only = view, look, folder, only

    def looks(self, name: str) -> Iterator[Path]:
        """The desk as it opens, in every size and theme."""
        for (size, (pixels, scale)), theme in product(SIZES.items(), THEMES):
            yield from self._take(f"{name}-{theme}-{size}", pixels, scale, theme)

    def pages(self, name: str) -> Iterator[Path]:
        """Each page of each place."""
        for page in Page:
            yield from self._take(f"{name}-page-{page.name.lower()}", *AS_USUAL, key=page.value)

    def asking(self, name: str) -> Iterator[Path]:
        yield from self._take(f"{name}-asking", *AS_USUAL, key="O")

    def _take(
        self, name: str, size: QSize, scale: float, theme: str, key: str = ""
    ) -> Iterator[Path]:
        file = self._folder / f"{name}.png"
        if self._only not in file.name:
            return
        self._look.set_theme(theme)
        self._look.set_scale(scale)
        self._view.resize(size)
        self._view.show()
        self._view.activateWindow()
        settle()
        if key:
            self._view.setFocus()
            shift = Qt.KeyboardModifier.ShiftModifier if "+" in key else NO_MODIFIER
            letter = key.removeprefix("Shift+")
            QTest.keyClick(self._view, letter, shift)  # type: ignore[call-overload]  # nor letters
        settle()
        self._view.grab().save(str(file))
        yield file


def pictures(app: QApplication, folder: Path, only: str) -> Iterator[Path]:
    load_fonts(RESOURCES / "fonts")
    look = Look(app, RESOURCES / "themes", theme="dark", scale=1.0)
    language = Language(app, RESOURCES / "translations", "en")
    for code, state in product(LANGUAGES, STATES):
        language.set_language(code)
        with tempfile.TemporaryDirectory() as data:
            stage = Stage(Path(data), code)
            station = stage.station()
            stream = STATES[state](stage, station)
            view = DeskView(stage.desk(station, stream, QtReader(code, UTC)), look)
            takes = Photographer(view, look, folder, only)
            name = f"desk-{state}-{code}"
            yield from takes.looks(name)
            yield from takes.pages(name)
            yield from takes.asking(name)
            view.close_desk()
            view.deleteLater()
            settle()
            stage.close()


def main() -> None:
    folder, only = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    for path in pictures(app, folder, only):
        print(path)


if __name__ == "__main__":
    main()
