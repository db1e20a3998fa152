"""A list of rows of any height that lays out only what is in view and holds the row at its top."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from app.views.look import Look
from app.views.parts.lines import Line, lines_in_view

Index = QModelIndex | QPersistentModelIndex
Cursor = QAbstractItemView.CursorAction
WHEEL_NOTCH = 120
"""Pixels that one notch of the wheel moves at 100 %."""


NOTHING = Line(-1, 0, 0)
"""Stands for the last row of an empty list."""


class AnchoredView(QAbstractItemView):
    """Rows that come in above or below never move the row at the upper edge. `moved` comes when
    the view shows other rows, or the same ones elsewhere.
    """

    moved = Signal()

    def __init__(
        self,
        look: Look,
        height: Callable[[int, QModelIndex], int],
        parent: QWidget | None = None,
    ) -> None:
        """`height(width, index)` says how tall a row is at a width."""
        super().__init__(parent)
        self._look = look
        self._height_at = height
        self._anchor = QPersistentModelIndex()
        self._lines: tuple[Line, ...] = ()
        self._has_model = False
        # It fills its ground itself: only then can what stays in view be moved instead of painted.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._on_bar_moved)
        look.changed.connect(self.lay_out_again)

    def at_end(self) -> bool:
        """Whether the newest entry is wholly in view."""
        return self.ends_with(self._count() - 1)

    def ends_with(self, row: int) -> bool:
        """Whether `row` is the last in view, and whole."""
        last = self._lines[-1] if self._lines else NOTHING
        return last.row == row and last.bottom <= self.viewport().height()

    def last_in_view(self) -> int:
        """The row at the lower edge; -1 if there is none."""
        return self._lines[-1].row if self._lines else NOTHING.row

    def go_to_end(self) -> None:
        self._go(self._count(), 0)

    def follow_to_end(self) -> None:
        """Rows came in below all others: paint these, and move up what stays in view."""
        before = {line.row: line for line in self._lines}
        self._stand(self._count(), 0)
        shifts = {line.top - before[line.row].top for line in self._lines if line.row in before}
        if len(shifts) != 1:
            self.viewport().update()
            return
        self.viewport().scroll(0, shifts.pop())
        for line in self._lines:
            if line.row not in before:
                self.viewport().update(self._rect(line))

    # What the model tells -----------------------------------------------------------------------

    def setModel(self, model: QAbstractItemModel | None) -> None:
        self._has_model = model is not None
        super().setModel(model)
        if model is not None:
            model.rowsRemoved.connect(self.lay_out_again)
            model.rowsMoved.connect(self.lay_out_again)

    def reset(self) -> None:
        super().reset()
        self._anchor = QPersistentModelIndex()
        self.go_to_end()

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self.lay_out_again()

    def dataChanged(
        self, top_left: Index, bottom_right: Index, changed: Sequence[int] = ()
    ) -> None:
        super().dataChanged(top_left, bottom_right, changed)
        rows = range(top_left.row(), bottom_right.row() + 1)
        if any(line.row in rows for line in self._lines):
            self.lay_out_again()

    # Where things are ---------------------------------------------------------------------------

    def visualRect(self, index: Index) -> QRect:
        for line in self._lines:
            if line.row == index.row():
                return self._rect(line)
        return QRect()

    def _rect(self, line: Line) -> QRect:
        return QRect(0, line.top, self.viewport().width(), line.height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        for line in self._lines:
            if line.top <= point.y() < line.bottom:
                return self._index(line.row)
        return QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        row, room, rect = index.row(), self.viewport().height(), self.visualRect(index)
        whole = not rect.isEmpty() and rect.top() >= 0 and rect.bottom() < room
        if whole and hint == QAbstractItemView.ScrollHint.EnsureVisible:
            return
        below = bool(self._lines) and row >= self._lines[-1].row
        self._go(row, self._height(row) - room if below else 0)

    def moveCursor(self, action: Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        del modifiers
        last, page = self._count() - 1, max(len(self._lines) - 1, 1)
        if not self.currentIndex().isValid():
            return self._index(self._lines[-1].row) if self._lines else QModelIndex()
        steps = {
            Cursor.MoveUp: -1, Cursor.MovePrevious: -1, Cursor.MoveDown: 1, Cursor.MoveNext: 1,
            Cursor.MovePageUp: -page, Cursor.MovePageDown: page,
            Cursor.MoveHome: -last, Cursor.MoveEnd: last,
        }  # fmt: skip
        return self._index(min(max(self.currentIndex().row() + steps.get(action, 0), 0), last))

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: Index) -> bool:
        del index
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        self.selectionModel().select(self.indexAt(rect.center()), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += QRegion(self.visualRect(index))
        return region

    # What moves and paints it -------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At the end it stays there, also where there is less room than before."""
        last, tall = self._lines[-1] if self._lines else NOTHING, event.oldSize().height()
        at_end = last.row == self._count() - 1 and (tall < 0 or last.bottom <= tall)
        super().resizeEvent(event)
        if at_end:
            self.go_to_end()
        else:
            self.lay_out_again()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        self._scroll_by(-round(notches * self._look.px(WHEEL_NOTCH)))
        event.accept()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._set_bar()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, dirty, current = QPainter(self.viewport()), event.rect(), self.currentIndex()
        painter.fillRect(dirty, self._look.colour(self._look.theme.panel))
        focused = self.hasFocus()
        for line in self._lines:
            if not dirty.intersects(self._rect(line)):
                continue
            index, option = self._index(line.row), QStyleOptionViewItem()
            self.initViewItemOption(option)
            option.rect = self._rect(line)
            option.state = self._state(index, focused=focused and index == current)
            self.itemDelegate().paint(painter, option, index)

    def _state(self, index: QModelIndex, *, focused: bool) -> QStyle.StateFlag:
        state = QStyle.StateFlag.State_Enabled
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        return state | QStyle.StateFlag.State_HasFocus if focused else state

    def _count(self) -> int:
        return self.model().rowCount() if self._has_model else 0

    def _index(self, row: int) -> QModelIndex:
        return self.model().index(row, 0)

    def _height(self, row: int) -> int:
        return self._height_at(self.viewport().width(), self._index(row))

    def lay_out_again(self) -> None:
        shift = -self._lines[0].top if self._lines else 0
        self._go(self._anchor.row() if self._anchor.isValid() else self._count(), shift)

    def _scroll_by(self, pixels: int) -> None:
        if self._lines:
            self._go(self._lines[0].row, pixels - self._lines[0].top)

    def _go(self, row: int, shift: int) -> None:
        """Show `row` at the upper edge, or `shift` pixels above it, as far as the ends allow."""
        self._stand(row, shift)
        self.viewport().update()

    def _stand(self, row: int, shift: int) -> None:
        self._lines = self._place(row, shift)
        self._anchor = QPersistentModelIndex(
            self._index(self._lines[0].row) if self._lines else QModelIndex()
        )
        self._set_bar()
        self.moved.emit()

    def _place(self, row: int, shift: int) -> tuple[Line, ...]:
        heights: dict[int, int] = {}

        def height(row: int) -> int:
            if row not in heights:
                heights[row] = self._height(row)
            return heights[row]

        room = self.viewport().height()
        return lines_in_view(row, shift, count=self._count(), room=room, height=height)

    def _set_bar(self) -> None:
        bar, end = self.verticalScrollBar(), self._place(self._count(), 0)
        with QSignalBlocker(bar):
            bar.setRange(0, end[0].row + (end[0].top < 0) if end else 0)
            bar.setPageStep(max(len(self._lines), 1))
            bar.setSingleStep(1)
            at_end = self.at_end()
            bar.setValue(bar.maximum() if at_end else self._lines[0].row)

    def _on_bar_moved(self, value: int) -> None:
        if value == self.verticalScrollBar().maximum():
            self.go_to_end()
        else:
            self._go(value, 0)
