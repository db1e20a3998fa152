"""The timeline: follows the newest entry while nobody reads, and counts what came in below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.presenters import roles
from app.views.look import Look
from app.views.parts.anchored_view import AnchoredView
from app.views.parts.timeline_delegate import TimelineDelegate
from app.views.thumbnails import Thumbnails

Index = QModelIndex | QPersistentModelIndex


class TimelineView(AnchoredView):
    """At the end it follows, unless someone is at it with mouse or keyboard; then
    `unseen_changed(count)` tells how many came in below.
    """

    unseen_changed = Signal(int)

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, thumbnails: Thumbnails | None = None
    ) -> None:
        """With `thumbnails`, entries about photos show them."""
        entries = TimelineDelegate(look, thumbnails)
        super().__init__(look, lambda width, index: entries.block(width, index).height, parent)
        entries.setParent(self)
        self.setItemDelegate(entries)
        self._entries = entries
        self._unseen = 0
        self.moved.connect(self._see_the_end)
        if thumbnails:
            thumbnails.made.connect(self.viewport().update)

    def current_key(self) -> str:
        """The key of the entry that the keyboard is on; "" if none."""
        return self.currentIndex().data(roles.KEY) or ""

    def first_key_in_view(self) -> str:
        return self.indexAt(self.viewport().rect().topLeft()).data(roles.KEY) or ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are keys of the desk here, not a search."""
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def reset(self) -> None:
        self._entries.forget()
        super().reset()

    def dataChanged(
        self, top_left: Index, bottom_right: Index, changed: Sequence[int] = ()
    ) -> None:
        self._entries.forget()
        super().dataChanged(top_left, bottom_right, changed)

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        newest = self.model().rowCount() - (end - start + 1) - 1
        was_at_end, last = self.ends_with(newest), self.last_in_view()
        super().rowsInserted(parent, start, end)
        if was_at_end and not (self.hasFocus() or self.underMouse()):
            # Only below all others: rows above it are called by other numbers from now on.
            self.follow_to_end() if start > newest else self.go_to_end()
            return
        self.lay_out_again()
        if start > last and not self.at_end():
            self._set_unseen(self._unseen + end - start + 1)

    def _see_the_end(self) -> None:
        if self.at_end():
            self._set_unseen(0)

    def _set_unseen(self, count: int) -> None:
        if count != self._unseen:
            self._unseen = count
            self.unseen_changed.emit(count)
