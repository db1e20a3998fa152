"""A panel that is a list of rows, with words in its place while there are none."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from app.presenters.asking import Acting
from app.views.acting import RowActor
from app.views.look import Look
from app.views.page_panel import PagePanel
from app.views.parts.row_view import RowView
from app.views.parts.timeline_view import TimelineView


class ListPanel(PagePanel):
    view: RowView | TimelineView

    def __init__(
        self,
        part: Acting,
        model: QAbstractItemModel,
        view: RowView | TimelineView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._part = part
        self.view = view
        self.view.setModel(model)
        for told in (model.rowsInserted, model.rowsRemoved):
            told.connect(self.wants_another_height)
        self.actor = RowActor(part, view)
        self.actor.asked.connect(self.asked)
        if isinstance(view, RowView):
            view.ended_pressed.connect(self._tell_ended)
        self._empty = QLabel(self)
        self._empty.setObjectName("empty")
        self._empty.setProperty("quiet", True)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(14, 14, 14, 14)
        self._body = QStackedWidget(self)
        self._body.addWidget(view)
        self._body.addWidget(self._empty)
        self.set_body(self._body)

    def showEvent(self, event: QShowEvent) -> None:
        self._part.wake()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._part.sleep()

    def set_read_only(self, *, read_only: bool, counting: bool = False) -> None:
        super().set_read_only(read_only=read_only, counting=counting)
        self.actor.enabled = not read_only
        if isinstance(self.view, RowView):
            self.view.set_read_only(read_only=read_only, counting=counting)

    def set_empty(self, words: str) -> None:
        """Why there is nothing, and what to do; "" while there are rows."""
        self._empty.setText(words)
        self._body.setCurrentWidget(self._empty if words else self.view)
        if self.hasFocus() or self._empty.hasFocus():
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Also while there is no row: keys are then for this page and no other."""
        is_empty = self._body.currentWidget() is self._empty
        (self if is_empty else self.view).setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Given back after a question, by which the first row came."""
        super().focusInEvent(event)
        self.take_keyboard()

    def go_to_top(self) -> None:
        """Have the keyboard on what is most urgent."""
        if isinstance(self.view, RowView):
            self.view.go_to_top()
        self.take_keyboard()

    def _tell_ended(self) -> None:
        if self.actor.enabled:
            self._part.tell_ended()

    def wanted_height(self) -> int:
        """What shows every row; more would stay empty."""
        rows = max(self.view.model().rowCount(), 1)
        return self.view.sizeHintForRow(0) * rows + self.header_height() + 4

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.actor.press(event):
            super().keyPressEvent(event)


def row_view(look: Look, name: str) -> RowView:
    view = RowView(look)
    view.setObjectName(name)
    return view
