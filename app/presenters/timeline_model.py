"""The rows of a timeline: entries where they happened, put into words only when painted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject

from app.models.entry import Entry
from app.presenters import roles
from app.presenters.rows import GETTERS, Index, Row

_NEVER: Final = datetime.min.replace(tzinfo=UTC)
"""Nothing in the timeline counts down."""


class TimelineModel(QAbstractListModel):
    """Rows by (`at`, `id`). Each is derived when first asked for, so 10,000 cost what is seen.

    `day_of` names the day of an entry, where days are to be told apart.
    """

    def __init__(
        self,
        derive: Callable[[Entry], Row],
        parent: QObject | None = None,
        *,
        day_of: Callable[[Entry], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._derive = derive
        self._day_of = day_of
        self._entries: list[Entry] = []
        self._rows: dict[str, Row] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = 0) -> Any:
        getter = GETTERS.get(role)
        at = index.row()
        if role == roles.DAY:
            return self._day_begun(at)
        if getter is None or not 0 <= at < len(self._entries):
            return None
        return getter(self._row(self._entries[at]), _NEVER)

    def _day_begun(self, at: int) -> str:
        """The day of the entry, if it is the first of that day."""
        if self._day_of is None or not 0 <= at < len(self._entries):
            return ""
        day = self._day_of(self._entries[at])
        return "" if at and day == self._day_of(self._entries[at - 1]) else day

    def set_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = list(entries)
        self._rows.clear()
        self.endResetModel()

    def show_all_again(self) -> None:
        """The same entries in other words."""
        self._rows.clear()
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def show(self, entry: Entry) -> None:
        """Put a new entry where it happened."""
        at = self._position(entry)
        self.beginInsertRows(QModelIndex(), at, at)
        self._entries.insert(at, entry)
        self.endInsertRows()
        self._tell_day(at + 1)

    def take_away(self, entry: Entry) -> None:
        """It was announced, but the shared log does not have it."""
        at = self._position(entry)
        if at < len(self._entries) and self._entries[at].id == entry.id:
            self.beginRemoveRows(QModelIndex(), at, at)
            del self._entries[at]
            self._rows.pop(entry.id, None)
            self.endRemoveRows()
            self._tell_day(at)

    def show_again(self, entry: Entry) -> None:
        """Something about it is different: it was corrected, or the shared log has it now."""
        at = self._position(entry)
        if at < len(self._entries) and self._entries[at].id == entry.id:
            self._rows.pop(entry.id, None)
            index = self.index(at)
            self.dataChanged.emit(index, index)

    def _tell_day(self, at: int) -> None:
        """Another entry stands before this one: its day may begin elsewhere now."""
        if self._day_of is not None and at < len(self._entries):
            self.dataChanged.emit(self.index(at), self.index(at), [roles.DAY])

    def position(self, entry: Entry) -> int:
        """Its row; -1 if it is not among those shown."""
        at = self._position(entry)
        shown = at < len(self._entries) and self._entries[at].id == entry.id
        return at if shown else -1

    def _position(self, entry: Entry) -> int:
        entries = self._entries
        if not entries or entries[-1].order < entry.order:
            return len(entries)
        return bisect_left(entries, entry.order, key=lambda each: each.order)

    def _row(self, entry: Entry) -> Row:
        row = self._rows.get(entry.id)
        if row is None:
            row = self._rows[entry.id] = self._derive(entry)
        return row
