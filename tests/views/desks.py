"""A desk in a window, its parts by name, and the keys one presses at it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.models.facts import AnyFact
from app.presenters.desk import DeskPresenter
from app.presenters.reader import QtReader
from app.station.station import Station
from app.views.desk import DeskView
from app.views.look import Look
from app.views.parts.row_view import RowView
from app.views.parts.timeline_view import TimelineView
from tests.desk_harness import Stage, last_fact
from tests.views.conftest import child, click_key

Kind = TypeVar("Kind", bound=QObject)


class Desk:
    """The desk of an incident at one station; others can be asked of the stage."""

    def __init__(
        self, qtbot: QtBot, look: Look, stage: Stage, station: Station, stream: str,
        reader: QtReader | None = None,
    ) -> None:  # fmt: skip
        self.stage, self.station, self.stream = stage, station, stream
        self.presenter: DeskPresenter = stage.desk(station, stream, reader)
        self.view = DeskView(self.presenter, look)
        qtbot.addWidget(self.view, before_close_func=lambda view: view.close_desk())
        self.view.resize(1600, 1000)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.view.activateWindow()
        self.view.setFocus()
        qtbot.waitUntil(self.roster.hasFocus)

    def part(self, kind: type[Kind], name: str) -> Kind:
        return child(self.view, kind, name)

    @property
    def roster(self) -> RowView:
        return self.part(RowView, "roster")

    @property
    def tasks(self) -> RowView:
        return self.part(RowView, "tasks")

    @property
    def zones(self) -> RowView:
        return self.part(RowView, "zones")

    @property
    def timeline(self) -> TimelineView:
        return self.part(TimelineView, "timeline")

    @property
    def quick(self) -> QPlainTextEdit:
        return self.part(QPlainTextEdit, "quick")

    @property
    def badge(self) -> QLineEdit:
        return self.part(QLineEdit, "badge")

    @property
    def ask(self) -> QWidget:
        return self.part(QWidget, "askBar")

    @property
    def focused(self) -> QWidget:
        found = self.view.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key | str) -> None:
        """A key where the keyboard is, past the badge reader's wait."""
        click_key(self.focused, key)

    def scan(self, *keys: Qt.Key | str) -> None:
        """Keys as they come from a keyboard, or a reader, whatever has the focus."""
        for key in keys:
            click_key(self.view.windowHandle(), key)

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    def escape(self) -> None:
        self.press(Qt.Key.Key_Escape)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused, text)

    def menu(self) -> QMenu:
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu)
        return found

    def choose(self, action: str) -> None:
        """Press an item of the menu that is open."""
        menu = self.menu()
        item = next(each for each in menu.actions() if each.objectName() == action)
        menu.close()
        item.trigger()

    @property
    def last(self) -> AnyFact:
        return last_fact(self.presenter)
