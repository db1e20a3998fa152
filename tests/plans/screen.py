"""What is so of an incident, and what the officer's window shows of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.main import Window
from app.models.incident import Incident
from app.models.plan import Plan
from app.models.tasks import TaskRow, tasks
from app.models.telling import Names, tell
from app.presenters import roles
from app.station.station import Station
from app.views.pages import Pages
from app.views.parts.row_view import RowView
from tests.plans.keyboard import Keyboard
from tests.views.conftest import child

Kind = TypeVar("Kind", bound=QObject)


class Screen(Keyboard):
    """Of `window`; somebody else looks on at the station `watcher`, in a window of its own."""

    def __init__(self, window: Window, watcher: Window, url: str) -> None:
        super().__init__(window.view)
        self._watcher = watcher
        self.url = url
        """Of the shared log."""
        self.station: Station = window.bridge.station
        self.stream = ""
        """Of the incident whose desk is in view."""
        self.refusals: list[str] = []
        window.bridge.refused.connect(lambda refusal: self.refusals.append(refusal.why.english()))

    # What is so -----------------------------------------------------------------------------------

    @property
    def incident(self) -> Incident:
        return self.station.incidents[self.stream]

    @property
    def elsewhere(self) -> Station:
        """Where somebody else records what happens there."""
        return self._watcher.bridge.station

    @property
    def plan(self) -> Plan:
        plan = self.station.site.plan(self.incident.course.plan)
        assert plan is not None
        return plan

    def task(self, key: str) -> TaskRow:
        return next(row for row in tasks(self.incident, self.plan) if row.key == key)

    def due_after(self, key: str) -> timedelta | None:
        """How long after it began a task is due."""
        row = self.task(key)
        return row.due - row.begins_at if row.due and row.begins_at else None

    def lines(self) -> list[str]:
        """The timeline in English, as everybody reads it."""
        site, incident = self.station.site, self.incident
        names = Names(incident=incident, plan=self.plan, site=site)
        return [tell(entry.fact, names).phrase.english() for entry in incident.timeline]

    def reads(self, words: str) -> bool:
        return any(words in line for line in self.lines())

    # What is shown --------------------------------------------------------------------------------

    def part(self, kind: type[Kind], name: str) -> Kind:
        desk = self.view.desk
        return child(desk if desk is not None else self.view, kind, name)

    def says(self, words: str) -> bool:
        """Whether these words stand on a label or a button of the window, in view."""
        return _says(self.view, words)

    def says_elsewhere(self, words: str) -> bool:
        """The same, of the window of who looks on."""
        return _says(self._watcher.view, words)

    def is_asked_with(self, words: str) -> bool:
        """Whether these words stand in the question that is asked."""
        return _says(self.part(QWidget, "askBar"), words)

    def row(self, view: str, key: str) -> str:
        """What a row of a list says: title, second line, chip; "" if it is not there."""
        rows = self.part(RowView, view)
        self._turn_to(rows)
        model = rows.model()
        for number in range(model.rowCount()):
            index = model.index(number, 0)
            if index.data(roles.KEY) == key:
                said = (index.data(role) for role in (roles.TITLE, roles.SUBTITLE, roles.CHIP))
                return " • ".join(each for each in said if each)
        return ""

    def _turn_to(self, rows: RowView) -> None:
        """The page of a list, as one who looks does: out of view it shows nothing new."""
        for pages in self.view.findChildren(Pages):
            for page, panel in pages.panels.items():
                if panel.isAncestorOf(rows):
                    pages.show_page(page)

    def field(self, name: str) -> str:
        """What stands in a field of the question that is asked."""
        editor = self.part(QWidget, f"ask_{name}")
        if isinstance(editor, QPlainTextEdit):
            return editor.toPlainText()
        assert isinstance(editor, QLineEdit)
        return editor.text()


def _says(part: QWidget, words: str) -> bool:
    labels: list[QLabel | QAbstractButton] = [*part.findChildren(QLabel)]
    labels += part.findChildren(QAbstractButton)
    return any(words in each.text() for each in labels if each.isVisible())
