"""The parts of a desk side by side; where there is no room for all, those used last."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.views.look import Look
from app.views.pages import Page, Pages
from app.views.parts.key_button import KeyButton

COLUMN_WIDTH, ROSTER_WIDTH = 310, 395
"""Pixels at 100 %: the least for a column; and for the roster where all three are in view."""

HEIGHT, PAIR_HEIGHT = 260, 380
"""Pixels at 100 %: the least for a part, and for two one above the other."""


class Place(Enum):
    """In the order in which they stand; each has pages, and the first of them names it."""

    ROSTER = Page.ROSTER
    ZONES = Page.ZONES
    TASKS = Page.TASKS
    TIMELINE = Page.TIMELINE


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
    def __init__(self, places: dict[Place, Pages], below_tasks: QWidget, look: Look) -> None:
        super().__init__()
        self._places, self._look = places, look
        self._recent = [Place.ROSTER, Place.TIMELINE, Place.TASKS, Place.ZONES]
        self._buttons = {place: KeyButton(self) for place in Place}
        self._middle = QWidget(self)
        self._build(below_tasks)
        upper = places[Place.ZONES]
        for told in (upper.wants_another_height, look.changed):
            told.connect(self._arrange)
        self._arrange()

    def go_to(self, page: Page) -> None:
        """Show the page, if it is not in view, and have the keyboard there."""
        self.show_page(page)
        self._places[self._place_of(page)].panel.take_keyboard()

    def show_page(self, page: Page) -> None:
        """Bring it into view; the keyboard stays where it is."""
        place = self._place_of(page)
        self._recent.remove(place)
        self._recent.insert(0, place)
        self._places[place].show_page(page)
        self._arrange()

    def part_of(self, page: Page) -> QWidget:
        """What the page stands in, with its tabs."""
        return self._places[self._place_of(page)]

    def _place_of(self, page: Page) -> Place:
        return next(place for place, pages in self._places.items() if page in pages.panels)

    def _build(self, below_tasks: QWidget) -> None:
        self._tabs = QWidget(self)
        tabs = QHBoxLayout(self._tabs)
        tabs.setContentsMargins(0, 0, 0, 0)
        for place, button in self._buttons.items():
            button.setObjectName(f"go{place.value.value}")
            button.setCheckable(True)
            button.show_key(place.value.value)
            button.clicked.connect(lambda _checked, place=place: self._open(place))
            tabs.addWidget(button, 1)
        self._pair = middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(10)
        middle.addWidget(self._places[Place.ZONES], 2)
        middle.addWidget(self._places[Place.TASKS], 2)
        middle.addWidget(below_tasks)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._places[Place.ROSTER], 28)
        row.addWidget(self._middle, 44)
        row.addWidget(self._places[Place.TIMELINE], 28)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._tabs)
        layout.addLayout(row, 1)
        self._set_words()

    def minimumSizeHint(self) -> QSize:
        """What does not fit beside is one key away."""
        return QSize(self._look.px(COLUMN_WIDTH), self._look.px(HEIGHT))

    def hasHeightForWidth(self) -> bool:
        """However many lines the words of a page take, the desk does not grow for them."""
        return False

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
        for place, pages in self._places.items():
            pages.setVisible(place in shown)
            self._buttons[place].setChecked(place in shown)
        roster = ROSTER_WIDTH if columns == ALL else 0
        self._places[Place.ROSTER].setMinimumWidth(self._look.px(roster))
        self._middle.setVisible(any(place in shown for place in _PAIR))
        self._tabs.setVisible(len(shown) < len(Place))
        zones = self._places[Place.ZONES]
        self._pair.setStretchFactor(zones, 3 if zones.page is Page.SITE_PLAN else 2)
        a_list = zones.page is Page.ZONES and all(place in shown for place in _PAIR)
        zones.setMaximumHeight(zones.wanted_height() if a_list else 1 << 20)

    def _open(self, place: Place) -> None:
        """Whatever page is open there."""
        self.go_to(self._places[place].page)
