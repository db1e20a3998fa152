"""Row models: lists of frozen rows that announce each change by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, TypeAlias

import msgspec
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.models.urgency import SOON, Urgency, fraction, urgency
from app.presenters import roles
from app.presenters.countdown import SEVERITY, countdown
from app.presenters.order import longest_rising
from app.presenters.roles import Severity
from app.presenters.words import listing

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_TICK_ROLES = sorted(roles.OF_THE_TICK)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row as shown. While `due` is set the countdown runs; else `settled` stands there."""

    key: str
    title: str
    bold: int = 0
    subtitle: str = ""
    chip: str = ""
    chip_severity: Severity = Severity.PLAIN
    late_chip: str = ""
    start: datetime | None = None
    due: datetime | None = None
    settled: str = ""
    quiet: bool = False
    ended: bool = False
    struck: bool = False
    waiting: str = ""
    late_mark: str = ""
    time: str = ""
    action: str = ""
    action_text: str = ""
    checked: bool | None = None
    picture: str = ""
    sort: str = ""

    def urgency(self, now: datetime) -> Urgency:
        return urgency(self.due, now)


_Getter: TypeAlias = Callable[[Row, datetime], Any]


def _chip(row: Row, now: datetime) -> str:
    return row.late_chip if row.late_chip and row.urgency(now) is Urgency.LATE else row.chip


def _chip_severity(row: Row, now: datetime) -> Severity:
    if row.due is None:
        return row.chip_severity
    severity = SEVERITY[row.urgency(now)]
    return row.chip_severity if severity is Severity.PLAIN else severity


def _spoken(row: Row, now: datetime) -> str:
    told = (row.title, _chip(row, now), row.subtitle, countdown(row.due, now) or row.settled)
    return listing(told)


GETTERS: Mapping[int, _Getter] = {
    _DISPLAY: lambda row, _: row.title,
    _ACCESSIBLE: _spoken,
    roles.KEY: lambda row, _: row.key,
    roles.TITLE: lambda row, _: row.title,
    roles.BOLD: lambda row, _: row.bold,
    roles.SUBTITLE: lambda row, _: row.subtitle,
    roles.CHIP: _chip,
    roles.CHIP_SEVERITY: _chip_severity,
    roles.COUNTDOWN: lambda row, now: countdown(row.due, now) or row.settled,
    roles.COUNTDOWN_SEVERITY: lambda row, now: SEVERITY[row.urgency(now)],
    roles.FRACTION: lambda row, now: fraction(row.start, row.due, now),
    roles.STRUCK: lambda row, _: row.struck,
    roles.QUIET: lambda row, _: row.quiet,
    roles.ENDED: lambda row, _: row.ended,
    roles.WAITING: lambda row, _: row.waiting,
    roles.LATE_MARK: lambda row, _: row.late_mark,
    roles.TIME: lambda row, _: row.time,
    roles.ACTION: lambda row, _: row.action,
    roles.ACTION_TEXT: lambda row, _: row.action_text,
    roles.CHECKED: lambda row, _: row.checked,
    roles.PICTURE: lambda row, _: row.picture,
    roles.SORT: lambda row, _: row.sort,
}


class RowModel(QAbstractListModel):
    """Shows rows; told a new list, it announces exactly the rows that came, went or changed."""

    renewed = Signal()
    """All of a new list has been announced: only now do the rows belong together."""

    def __init__(self, now: datetime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._now = now
        self._counting: list[int] | None = None
        self._turns: list[tuple[datetime, int]] = []
        """When each row becomes soon or late, and where it is; the next one last."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        getter = GETTERS.get(role)
        row = index.row()
        if getter is None or not 0 <= row < len(self._rows):
            return None
        return getter(self._rows[row], self._now)

    def row(self, position: int) -> Row:
        return self._rows[position]

    def position(self, key: str) -> int:
        """Where a row stands; -1 if it is not here."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Become `rows`: what left goes, what came comes in, and as few as can be change places."""
        self._remove_all_but({row.key for row in rows})
        held = {row.key: at for at, row in enumerate(self._rows)}
        stay = longest_rising([held[row.key] for row in rows if row.key in held])
        at = 0
        for fresh, run in groupby(rows, lambda row: row.key not in held):
            if fresh:
                came = tuple(run)
                self.insert_many(at, came)
                at += len(came)
                continue
            for row in run:
                at = self._bring(row, at, moves=held[row.key] not in stay) + 1
        self.renewed.emit()

    def _remove_all_but(self, wanted: set[str]) -> None:
        for at in reversed(range(len(self._rows))):
            if self._rows[at].key not in wanted:
                self.remove(at)

    def _bring(self, row: Row, at: int, *, moves: bool) -> int:
        """Have `row` stand at `at`, or further down where it stays; answers where it is now."""
        now_at = at
        while self._rows[now_at % len(self._rows)].key != row.key:
            now_at += 1  # a row that moves down is found by going on from the start
        now_at %= len(self._rows)
        if moves:
            now_at = self._move(now_at, at)
        self.replace(now_at, row)
        return now_at

    def insert_many(self, at: int, rows: Sequence[Row]) -> None:
        self._counting = None
        self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
        self._rows[at:at] = rows
        self.endInsertRows()

    def remove(self, at: int) -> None:
        self._counting = None
        self.beginRemoveRows(QModelIndex(), at, at)
        del self._rows[at]
        self.endRemoveRows()

    def _move(self, held: int, at: int) -> int:
        """Put a row before the one at `at`; answers where it is then."""
        if at in (held, held + 1):
            return held
        self._counting = None
        self.beginMoveRows(QModelIndex(), held, held, QModelIndex(), at)
        lands = at - 1 if held < at else at
        self._rows.insert(lands, self._rows.pop(held))
        self.endMoveRows()
        return lands

    def replace(self, at: int, row: Row) -> None:
        """Show `row` in place of what stands there; silent if it is the same."""
        if self._rows[at] != row:
            self._rows[at] = row
            self._counting = None
            index = self.index(at)
            self.dataChanged.emit(index, index)

    def tick(self, now: datetime) -> None:
        """Time has passed: what is painted next is of `now`. Hidden rows cost nothing."""
        before, self._now = self._now, now
        running = self._running(min(before, now))
        if not running:
            return
        self.dataChanged.emit(self.index(running[0]), self.index(running[-1]), _TICK_ROLES)
        while self._turns and self._turns[-1][0] <= now:
            index = self.index(self._turns.pop()[1])
            self.dataChanged.emit(index, index)

    def _running(self, since: datetime) -> list[int]:
        """Where the countdowns are; looked up again only after rows have changed."""
        if self._counting is None:
            self._counting = [at for at, row in enumerate(self._rows) if row.due is not None]
            self._turns = sorted(self._turns_after(since), reverse=True)
        return self._counting

    def _turns_after(self, since: datetime) -> Iterator[tuple[datetime, int]]:
        for at, row in enumerate(self._rows):
            if row.due is not None:
                yield from ((when, at) for when in (row.due - SOON, row.due) if when > since)
