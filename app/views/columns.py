"""The parts of a desk side by side; where there is no room for all, those used last."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.views.list_panel import ListPanel
from app.views.look import Look
from app.views.parts.key_button import KeyButton

COLUMN_WIDTH, ROSTER_WIDTH = 310, 395
"""Pixels at 100 %: the least for a column; and for the roster where all three are in view."""

HEIGHT, PAIR_HEIGHT = 260, 380
"""Pixels at 100 %: the least for a part, and for two one above the other."""


class Place(Enum):
    """In the order in which they stand; the value is the key that goes there."""

    ROSTER = "1"
    ZONES = "2"
    TASKS = "3"
    TIMELINE = "4"


_PAIR = (Place.ZONES, Place.TASKS)
ALL = 3
"""Columns that show every place."""


def places_shown(recent: Sequence[Place], columns: int, *, paired: bool) -> set[Place]:
    """The places used last that fit into so many columns.

    Zones and tasks share one: both if `paired`, else the one of them that was used last.
    """
    taken: list[Place] = []
    for place in recent:
        beside = place in _PAIR and any(other in _PAIR for other in taken)
        if (beside and paired) or (not beside and _width(taken) < columns):
            taken.append(place)
    return set(taken)


def _width(taken: Sequence[Place]) -> int:
    return len({Place.TASKS if place in _PAIR else place for place in taken})


class Columns(QWidget):
    def __init__(self, panels: dict[Place, ListPanel], below_tasks: QWidget, look: Look) -> None:
        super().__init__()
        self._panels, self._look = panels, look
        self._recent = [Place.ROSTER, Place.TIMELINE, Place.TASKS, Place.ZONES]
        self._buttons = {place: KeyButton(self) for place in Place}
        self._middle = QWidget(self)
        self._build(below_tasks)
        zones = panels[Place.ZONES].view.model()
        for told in (zones.rowsInserted, zones.rowsRemoved, look.changed):
            told.connect(self._arrange)
        self._arrange()

    def go_to(self, place: Place) -> None:
        """Show the part, if it is not in view, and have the keyboard there."""
        self._recent.remove(place)
        self._recent.insert(0, place)
        self._arrange()
        self._panels[place].view.setFocus()

    def _build(self, below_tasks: QWidget) -> None:
        self._tabs = QWidget(self)
        tabs = QHBoxLayout(self._tabs)
        tabs.setContentsMargins(0, 0, 0, 0)
        for place, button in self._buttons.items():
            button.setObjectName(f"go{place.value}")
            button.setCheckable(True)
            button.show_key(place.value)
            button.clicked.connect(lambda _checked, place=place: self.go_to(place))
            tabs.addWidget(button, 1)
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(10)
        middle.addWidget(self._panels[Place.ZONES], 2)
        middle.addWidget(self._panels[Place.TASKS], 3)
        middle.addWidget(below_tasks)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._panels[Place.ROSTER], 28)
        row.addWidget(self._middle, 44)
        row.addWidget(self._panels[Place.TIMELINE], 28)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._tabs)
        layout.addLayout(row, 1)
        self._set_words()

    def minimumSizeHint(self) -> QSize:
        """What does not fit beside is one key away."""
        return QSize(self._look.px(COLUMN_WIDTH), self._look.px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        words = (self.tr("Roster"), self.tr("Zones"), self.tr("Tasks"), self.tr("Timeline"))
        for button, word in zip(self._buttons.values(), words, strict=True):
            button.set_text(word)

    def _arrange(self) -> None:
        columns = min(max(self.width() // self._look.px(COLUMN_WIDTH), 1), ALL)
        paired = self.height() >= self._look.px(PAIR_HEIGHT)
        shown = places_shown(self._recent, columns, paired=paired)
        for place, panel in self._panels.items():
            panel.setVisible(place in shown)
            self._buttons[place].setChecked(place in shown)
        roster = ROSTER_WIDTH if columns == ALL else 0
        self._panels[Place.ROSTER].setMinimumWidth(self._look.px(roster))
        self._middle.setVisible(any(place in shown for place in _PAIR))
        self._tabs.setVisible(len(shown) < len(Place))
        zones = self._panels[Place.ZONES]
        both = all(place in shown for place in _PAIR)
        zones.setMaximumHeight(zones.wanted_height() if both else 1 << 20)
