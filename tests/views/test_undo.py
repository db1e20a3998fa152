"""Taking back what was just pressed: offered at the foot, by one key, also where one types."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from app.main import Surroundings, Window
from app.models import facts as f
from app.station.station import Station
from app.views.parts.row_view import RowView
from tests.live import a_stage, on_qt, open_incident, until
from tests.views.conftest import child
from tests.views.test_window import a_window

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
BADGE = "B101"


class Foot:
    """A window with the desk of an incident, and the button that takes back."""

    def __init__(self, window: Window, station: Station, stream: str) -> None:
        self.window, self.incident = window, station.incidents[stream]
        self.button = child(window.view, QPushButton, "takeBack")

    async def scans(self) -> QLineEdit:
        line = child(self.window.view, QLineEdit, "badge")
        line.setFocus()
        QTest.keyClicks(line, BADGE)
        QTest.keyClick(line, KEY.Key_Return)
        await until(lambda: self.button.isVisible() and not line.text())
        return line

    def undo(self) -> None:
        focused = self.window.view.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, KEY.Key_Z, CTRL)

    def taken_back(self) -> bool:
        last = self.incident.timeline[-1].fact
        return isinstance(last, f.Corrected) and last.taken_back


Play = Callable[[Callable[[Foot], Awaitable[None]]], None]


@pytest.fixture
def play(around: Surroundings, qapp: QApplication, tmp_path: Path) -> Play:
    def run(scenario: Callable[[Foot], Awaitable[None]]) -> None:
        async def whole() -> None:
            async with a_stage(tmp_path) as stage:
                here = await stage.station("A", "Ann")
                stream = await open_incident(here)
                async with a_window(around, stage, here) as window:
                    window.view.show_desk(stream)
                    await until(window.view.isActiveWindow)
                    await scenario(Foot(window, here, stream))

        on_qt(qapp, whole())

    return run


def test_that_an_arrival_is_taken_back_by_one_key_on_the_list(play: Play) -> None:
    async def scenario(foot: Foot) -> None:
        rows = child(foot.window.view, RowView, "roster")
        rows.setFocus()
        rows.setCurrentIndex(rows.model().index(0, 0))
        QTest.keyClick(rows, KEY.Key_A)
        await until(foot.button.isVisible)
        assert foot.button.text().startswith("Take back: ")
        foot.undo()
        await until(foot.taken_back)
        assert not foot.button.isVisible()

    play(scenario)


def test_that_a_badge_is_taken_back_from_the_line_in_which_it_was_typed(play: Play) -> None:
    async def scenario(foot: Foot) -> None:
        line = await foot.scans()
        assert line.hasFocus()
        foot.undo()
        await until(foot.taken_back)

    play(scenario)


def test_that_where_something_stands_the_key_takes_back_what_was_typed(play: Play) -> None:
    async def scenario(foot: Foot) -> None:
        await foot.scans()
        quick = child(foot.window.view, QPlainTextEdit, "quick")
        quick.setFocus()
        QTest.keyClicks(quick, "half a word")
        before = len(foot.incident.timeline)
        foot.undo()
        assert quick.toPlainText() != "half a word"
        assert len(foot.incident.timeline) == before
        assert foot.button.isVisible()

    play(scenario)


def test_that_a_note_sent_is_typed_text_no_more(play: Play) -> None:
    async def scenario(foot: Foot) -> None:
        await foot.scans()
        quick = child(foot.window.view, QPlainTextEdit, "quick")
        quick.setFocus()
        QTest.keyClicks(quick, "all quiet")
        QTest.keyClick(quick, KEY.Key_Return)
        await until(lambda: not quick.toPlainText())
        foot.undo()
        await until(foot.taken_back)
        assert quick.toPlainText() == ""

    play(scenario)


def test_that_it_is_offered_for_six_seconds(play: Play) -> None:
    async def scenario(foot: Foot) -> None:
        await foot.scans()
        stays = foot.window.presenter.undo.findChild(QTimer)
        assert isinstance(stays, QTimer)
        assert stays.isActive()
        assert stays.interval() == 6_000
        stays.timeout.emit()
        assert not foot.button.isVisible()

    play(scenario)


def test_that_too_late_the_key_says_what_to_do_instead(play: Play) -> None:
    async def scenario(foot: Foot) -> None:
        await foot.scans()
        stays = foot.window.presenter.undo.findChild(QTimer)
        assert isinstance(stays, QTimer)
        stays.timeout.emit()
        rows = child(foot.window.view, RowView, "roster")
        rows.setFocus()
        foot.undo()
        told = child(foot.window.view, QWidget, "refusal")
        await until(told.isVisible)
        said = " ".join(each.text() for each in told.findChildren(QLabel))
        assert "in the last 6 seconds" in said
        assert "correct it (R)" in said
        assert not foot.taken_back()

    play(scenario)
