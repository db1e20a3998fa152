"""A list of rows, moved and answered by keyboard, that repaints only what the tick changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QListView, QWidget

from app.presenters import roles
from app.views.look import Look
from app.views.parts.row_delegate import RowDelegate


class RowView(QListView):
    """`action_requested(key, action)` by button, tick box, Enter or Space."""

    action_requested = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RowDelegate(look, self)
        self._rows.action_requested.connect(self.action_requested)
        self.setItemDelegate(self._rows)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def current_key(self) -> str:
        """The key of the row that the keyboard is on; "" if none."""
        return self.currentIndex().data(roles.KEY) or ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if not event.isAutoRepeat():
                self._rows.request(self.currentIndex())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._rows.dirty = event.rect()
        super().paintEvent(event)

    def dataChanged(
        self,
        top_left: QModelIndex | QPersistentModelIndex,
        bottom_right: QModelIndex | QPersistentModelIndex,
        changed: Sequence[int] = (),
    ) -> None:
        """A tick repaints countdowns only, and of the rows in view only."""
        if not changed or not roles.OF_THE_TICK.issuperset(changed):
            super().dataChanged(top_left, bottom_right, changed)
            return
        first = max(top_left.row(), self.indexAt(QPoint(1, 1)).row())
        for row in range(first, bottom_right.row() + 1):
            index = self.model().index(row, 0)
            rect = self.visualRect(index)
            if rect.top() > self.viewport().height():
                return
            self.viewport().update(self._rows.places(rect, index).countdown)
