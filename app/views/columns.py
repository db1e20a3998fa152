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
from app.views.parts.plan_canvas import CANVAS_HEIGHT
from app.views.parts.row_delegate import HEIGHT as ROW_HEIGHT

COLUMN_WIDTH, ROSTER_WIDTH = 310, 395
"""Pixels at 100 %: the least for a column; and for the roster where all three are in view."""

HEIGHT = 260
"""Pixels at 100 %: the least for a part."""

LINE_HEIGHT = 42
"""Pixels at 100 % of the line below the tasks."""

ROWS, LEAST_ROWS, FEW_ROWS = 5, 4, 2
"""Rows of tasks that are in view where there is room, and at least where the plan stands above
them; and there while one only looks."""

SIDE, MIDDLE = 28, 44
"""How columns share the width."""

GAP = 10
"""Pixels between what stands side by side, and one above the other."""

PLAN_ROOM = 40
"""Pixels at 100 % that the plan is to have beyond its least before a row more is in view."""

STAYS = 20
"""Pixels at 100 % that two one above the other may lose before one goes."""


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
        self._paired = False
        self._least_rows = LEAST_ROWS
        self._build(below_tasks)
        upper = places[Place.ZONES]
        for told in (upper.wants_another_height, look.changed):
            told.connect(self._arrange)
        self._arrange()

    def go_to(self, page: Page) -> None:
        """Show the page, if it is not in view; the keyboard goes to what is most urgent there."""
        self.show_page(page)
        self._places[self._place_of(page)].panel.go_to_top()

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
        middle.setSpacing(GAP)
        middle.addWidget(self._places[Place.ZONES], 2)
        middle.addWidget(self._places[Place.TASKS], 2)
        middle.addWidget(below_tasks)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._places[Place.ROSTER], SIDE)
        row.addWidget(self._middle, MIDDLE)
        row.addWidget(self._places[Place.TIMELINE], SIDE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._tabs)
        layout.addLayout(row, 1)
        self._set_words()

    def need_few_rows(self) -> None:
        """Nothing is done here, from now on: all parts in view are worth more than rows."""
        self._least_rows = FEW_ROWS
        self._arrange()

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
        self._paired = self._has_room_for_both()
        shown = places_shown(self._recent, columns, paired=self._paired)
        for place, pages in self._places.items():
            pages.setVisible(place in shown)
            self._buttons[place].setChecked(place in shown)
        roster = ROSTER_WIDTH if columns == ALL else 0
        self._places[Place.ROSTER].setMinimumWidth(self._look.px(roster))
        self._middle.setVisible(any(place in shown for place in _PAIR))
        self._tabs.setVisible(len(shown) < len(Place))
        zones = self._places[Place.ZONES]
        self._places[Place.TASKS].setMinimumHeight(self._tasks_height() if self._paired else 0)
        a_list = zones.page is Page.ZONES and all(place in shown for place in _PAIR)
        zones.setMaximumHeight(zones.wanted_height() if a_list else 1 << 20)

    def _has_room_for_both(self) -> bool:
        needed = self._height_of_tasks(self._least_rows) + self._height_of_others()
        return self.height() >= needed - (self._look.px(STAYS) if self._paired else 0)

    def _tasks_height(self) -> int:
        """Whole rows; what is left is the plan's."""
        spare = self.height() - self._height_of_others()
        wanted = self._height_of_tasks(ROWS)
        if wanted <= spare - self._look.px(PLAN_ROOM):
            return wanted
        return min(self._height_of_tasks(self._least_rows), spare)

    def _middle_width(self) -> int:
        """As it is where all three are in view; before it has been laid out, or while hidden."""
        return (self.width() - 2 * GAP) * MIDDLE // (MIDDLE + 2 * SIDE)

    def _height_of_others(self) -> int:
        """The plan at its least, and the line below the tasks, which comes with the first call."""
        above = self._places[Place.ZONES].height_above_rows(self._middle_width())
        plan = above + self._look.px(CANVAS_HEIGHT) + 2
        return plan + self._look.px(LINE_HEIGHT) + 2 * GAP

    def _height_of_tasks(self, rows: int) -> int:
        above = self._places[Place.TASKS].height_above_rows(self._middle_width())
        return above + rows * self._look.px(ROW_HEIGHT) + 4

    def _open(self, place: Place) -> None:
        """Whatever page is open there."""
        self.go_to(self._places[place].page)
