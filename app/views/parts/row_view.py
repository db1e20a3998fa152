"""A list of rows, moved and answered by keyboard, that keeps one's place and repaints little."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import (
    QAbstractItemModel,
    QDeadlineTimer,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.presenters import roles
from app.presenters.rows import RowModel
from app.views.look import Look
from app.views.parts.going_on import GoingOn, first_open
from app.views.parts.row_delegate import RowDelegate

SETTLING: Final = 400
"""Milliseconds after another row came under the mouse, or under the keyboard, in which a press was
meant for the one that was there before."""

Answer: TypeAlias = tuple[str, str]
"""The key of a row, and what its button asks for."""

NO_ANSWER: Final[Answer] = ("", "")

_ANSWERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RowView(QListView):
    """`action_requested(key, action)` by button, tick box, Enter or Space; by a key never for what
    would only take back what is done: then `ended_pressed`.

    Rows that come, go or move elsewhere leave the row at hand where it is: the one under the
    mouse, else the one that the keyboard is on, else the uppermost. Where the keyboard goes once
    its row is done: see `GoingOn`.
    """

    action_requested = Signal(str, str)
    ended_pressed = Signal()

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, rows: RowDelegate | None = None
    ) -> None:
        """`rows` paints them, if they are not usual ones."""
        super().__init__(parent)
        self._rows = rows or RowDelegate(look)
        self._rows.setParent(self)
        self._going = GoingOn(self)
        self._rows.action_requested.connect(self._note_press)
        self._rows.action_requested.connect(self.action_requested)
        self._held: tuple[QPersistentModelIndex, int] | None = None
        self._pointed_at = self._at_hand = NO_ANSWER
        self._settled = QDeadlineTimer(0)
        self._taken = QDeadlineTimer(0)
        self._went = QDeadlineTimer(0)
        self._back = QDeadlineTimer(0)
        self._own = ""
        self._came_above = self._pressed = False
        self.setItemDelegate(self._rows)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().valueChanged.connect(self._note_pointed)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def set_read_only(self, *, read_only: bool, counting: bool = False) -> None:
        """Rows are only looked at: nothing can be asked for. `counting`: what counts, counts on."""
        self._rows.read_only = read_only
        self._rows.counting = counting or not read_only
        self.viewport().update()

    def current_key(self) -> str:
        """The key of the row that the keyboard is on; "" if none."""
        return self.currentIndex().data(roles.KEY) or ""

    def go_to(self, key: str) -> None:
        """Have the keyboard on the row of this key, if it is here."""
        for row in range(self.model().rowCount()):
            index = self.model().index(row, 0)
            if index.data(roles.KEY) == key:
                self.setCurrentIndex(index)

    def go_to_top(self) -> None:
        """Have the keyboard on the first row that is open, the most urgent; and that in view."""
        self._came_above = False
        self._back.setRemainingTime(0)
        self.scrollToTop()
        top = first_open(self.model())
        self.setCurrentIndex(top if top.isValid() else self.model().index(0, 0))

    def note_answer(self) -> None:
        """The row at hand was answered by keyboard."""
        self._own, self._pressed = self.current_key(), False
        self._going.note_answer(self.currentIndex())

    def _note_press(self, key: str) -> None:
        index = self.currentIndex()
        if index.data(roles.KEY) == key:
            self._going.note_answer(index)

    def is_settled(self) -> bool:
        """Whether a key pressed now is meant for the row at hand: not just after others took away
        the one that was there, or did what its button asks for; nor once it has been out of view
        for a while, where the key only brings it back."""
        return self._taken.hasExpired() and not self._is_brought_into_view()

    def _is_brought_into_view(self) -> bool:
        rect, seen = self.visualRect(self.currentIndex()), self.viewport().rect()
        is_laid_out = seen.height() >= rect.height() > 1
        if not is_laid_out or seen.contains(rect.center()) or not self._went.hasExpired():
            return False
        self.scrollTo(self.currentIndex())
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Rows may have moved while the keyboard was elsewhere; those that came in above what it
        was on are more urgent, unless that is just being answered."""
        super().focusInEvent(event)
        came, self._came_above = self._came_above, False
        if came and not self._going.is_own(self.current_key()):
            self.go_to_top()
            self._back.setRemainingTime(SETTLING)
        self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is at hand stays in view where there is less room now."""
        row, before = self.visualRect(self.currentIndex()), QRect(QPoint(), event.oldSize())
        was_seen = before.isEmpty() or before.contains(row.center())
        super().resizeEvent(event)
        if was_seen:
            self.scrollTo(self.currentIndex())

    # What one does -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are keys of the desk here, not a search."""
        if event.key() in _ANSWERS:
            if not event.isAutoRepeat() and self._back.hasExpired() and self.is_settled():
                self._answer()
            return
        self._back.setRemainingTime(0)  # whoever moves sees where they are
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _answer(self) -> None:
        if not self.currentIndex().data(roles.ENDED):
            self.note_answer()
            self._rows.request(self.currentIndex())
        elif not self._rows.read_only:
            self.ended_pressed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = True
        if self._settled.hasExpired():
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._note_pointed()

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        self._at_hand = _answer_of(current)
        self._going.note_current(current)

    def _note_pointed(self) -> None:
        self._pointed_at = _answer_of(self._row_under_mouse())

    # What the model tells -----------------------------------------------------------------------

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """One's place is looked up before Qt's own view forgets where its rows are."""
        if model is not None:
            model.rowsAboutToBeInserted.connect(self._hold_place_of_newcomers)
            model.rowsAboutToBeRemoved.connect(self._hold_place_of_those_left)
            model.rowsAboutToBeMoved.connect(self._hold_place_of_others)
        super().setModel(model)
        if model is not None:
            model.rowsInserted.connect(self._keep_place)
            model.rowsRemoved.connect(self._keep_place)
            model.rowsMoved.connect(self._keep_place)
        if isinstance(model, RowModel):
            model.renewed.connect(self._go_on)

    def dataChanged(
        self,
        top_left: QModelIndex | QPersistentModelIndex,
        bottom_right: QModelIndex | QPersistentModelIndex,
        changed: Sequence[int] = (),
    ) -> None:
        """A tick repaints countdowns only, and of the rows in view only."""
        if not changed or not roles.OF_THE_TICK.issuperset(changed):
            # Past QListView, which lays all rows out anew: here each is as tall as the others.
            QAbstractItemView.dataChanged(self, top_left, bottom_right, changed)
            self._look_for_others()
            return
        first = max(top_left.row(), self.indexAt(QPoint(1, 1)).row())
        for row in range(first, bottom_right.row() + 1):
            index = self.model().index(row, 0)
            rect = self.visualRect(index)
            if rect.top() > self.viewport().height():
                return
            self.viewport().update(self._rows.places(rect, index).countdown)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._rows.dirty = event.rect()
        super().paintEvent(event)

    def _look_for_others(self) -> None:
        """Who was about to press the button of a row meant what it asked for before."""
        pointed, current = _answer_of(self._row_under_mouse()), _answer_of(self.currentIndex())
        if _is_turned(self._pointed_at, pointed):
            self._settled.setRemainingTime(SETTLING)
        if _is_turned(self._at_hand, current):
            self._note_taken(current[0])
        self._pointed_at, self._at_hand = pointed, current

    def _note_taken(self, key: str) -> None:
        """Not what was answered here, nor what happened while the keyboard was elsewhere."""
        if self.hasFocus() and self._own != key:
            self._taken.setRemainingTime(SETTLING)
        self._own = ""

    def _go_on(self) -> None:
        """Each row is where it belongs and as it is now."""
        goes = None if self._rows.read_only else self._going.after_renewal()
        if goes is not None:
            self._go_from_done(*goes)
        elif self._going.takes_next_step() and not self._is_pointed():
            self.scrollTo(self.currentIndex())

    def _is_pointed(self) -> bool:
        """Nothing may move below the mouse: it is what one works with here."""
        return self._pressed and self.underMouse()

    def _go_from_done(self, target: QModelIndex, done_here: bool) -> None:
        self.setAutoScroll(not self._is_pointed())
        self.setCurrentIndex(target)
        self.setAutoScroll(True)
        if done_here:
            return
        if not self._is_pointed():
            self.go_to_top()
        if self.hasFocus():
            self._taken.setRemainingTime(SETTLING)

    def _hold_place_of_newcomers(self, _parent: QModelIndex, first: int, _last: int) -> None:
        if first <= self.currentIndex().row() and not self.hasFocus():
            self._came_above = True
        self._hold_place()

    def _hold_place(self) -> None:
        self._hold(self._row_at_hand())

    def _hold_place_of_those_left(self, _parent: QModelIndex, first: int, last: int) -> None:
        if first <= self.currentIndex().row() <= last:
            self._note_taken(self.current_key())
            self._going.note_lost()
        self._hold_place()

    def _hold_place_of_others(self, _parent: QModelIndex, first: int, last: int) -> None:
        """A row that moves away is let go: its neighbours stay."""
        at_hand = self._row_at_hand()
        beside = last + 1 if last + 1 < self.model().rowCount() else first - 1
        if at_hand.isValid() and first <= at_hand.row() <= last:
            at_hand = self.model().index(beside, 0)
        if first <= self.currentIndex().row() <= last:
            self._went.setRemainingTime(SETTLING)
        self._hold(at_hand)

    def _row_at_hand(self) -> QModelIndex:
        pointed = self._row_under_mouse()
        if pointed.isValid():
            return pointed
        current = self.currentIndex()
        if self.hasFocus() and self.viewport().rect().intersects(self.visualRect(current)):
            return current
        at_top = self.verticalScrollBar().value() == 0
        return QModelIndex() if at_top else self.indexAt(QPoint(1, 1))

    def _row_under_mouse(self) -> QModelIndex:
        if not self.underMouse():
            return QModelIndex()
        return self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos()))

    def _hold(self, index: QModelIndex) -> None:
        top = self.visualRect(index).top()
        self._held = (QPersistentModelIndex(index), top) if index.isValid() else None
        self._note_pointed()

    def _keep_place(self) -> None:
        if self._held is not None:
            (index, top), self._held = self._held, None
            if index.isValid():
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + self.visualRect(index).top() - top)
        if _answer_of(self._row_under_mouse())[0] != self._pointed_at[0]:
            self._settled.setRemainingTime(SETTLING)
        self._note_pointed()


def _answer_of(index: QModelIndex | QPersistentModelIndex) -> Answer:
    return index.data(roles.KEY) or "", index.data(roles.ACTION) or ""


def _is_turned(before: Answer, now: Answer) -> bool:
    """The same row, and its button asks for something else than it did."""
    return before[0] == now[0] and "" not in (before[1], now[1]) and before[1] != now[1]
