"""Statistics as a table, a chart and CSV: one row for each role, plan, hour or month."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple, TypeVar

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models.statistics import By, Line, Totals
from app.presenters.statistics_words import minutes, percent

T = TypeVar("T")
_tr = QCoreApplication.translate

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
MOST_BARS = 24


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """`names` says what keys are called; `months` have all figures of a month."""

    by: By
    lines: tuple[Line, ...]
    months: Mapping[str, Totals]
    names: Mapping[str, str]

    def name(self, line: Line) -> str:
        if self.by is By.HOUR:
            return f"{line.key}:00"
        return self.names.get(line.key, line.key)


class Charted(msgspec.Struct, frozen=True, kw_only=True):
    """Bars from left to right: a share of 0 to 1 each, usual and slow in minutes; None: no bar."""

    title: str = ""
    names: tuple[str, ...] = ()
    shares: tuple[float | None, ...] = ()
    usual: tuple[float | None, ...] = ()
    slow: tuple[float | None, ...] = ()


class Column(NamedTuple):
    title: Callable[[By], str]
    cell: Callable[[Shown, Line], str]


_FIRST = {
    By.ROLE: lambda: _tr("Statistics", "Role"),
    By.PLAN: lambda: _tr("Statistics", "Plan"),
    By.HOUR: lambda: _tr("Statistics", "Hour of the call"),
    By.MONTH: lambda: _tr("Statistics", "Month"),
}
_COLUMNS = (
    Column(lambda by: _FIRST[by](), lambda shown, line: shown.name(line)),
    Column(lambda _: _tr("Statistics", "Called"), lambda _, line: str(line.called)),
    Column(lambda _: _tr("Statistics", "Came"), lambda _, line: str(line.came)),
    Column(lambda _: _tr("Statistics", "In time"), lambda _, line: str(line.in_time)),
    Column(lambda _: _tr("Statistics", "Share in time"), lambda _, line: percent(line.share)),
    Column(lambda _: _tr("Statistics", "Usual, min"), lambda _, line: minutes(line.usual)),
    Column(lambda _: _tr("Statistics", "Nine of ten, min"), lambda _, line: minutes(line.slow)),
)
_OF_MONTHS = (
    Column(
        lambda _: _tr("Statistics", "Deadlines kept"),
        lambda shown, line: percent(_month(shown, line, lambda month: month.share)),
    ),
    Column(
        lambda _: _tr("Statistics", "First response"),
        lambda shown, line: minutes(_month(shown, line, lambda month: month.first_response.usual)),
    ),
    Column(
        lambda _: _tr("Statistics", "Command on site"),
        lambda shown, line: minutes(_month(shown, line, lambda month: month.to_commander.usual)),
    ),
    Column(
        lambda _: _tr("Statistics", "Zones confirmed empty"),
        lambda shown, line: minutes(_month(shown, line, lambda month: month.to_empty.usual)),
    ),
)


def _month(shown: Shown, line: Line, of: Callable[[Totals], T | None]) -> T | None:
    month = shown.months.get(line.key)
    return of(month) if month else None


def columns(by: By) -> tuple[Column, ...]:
    return _COLUMNS + (_OF_MONTHS if by is By.MONTH else ())


def derive_rows(shown: Shown) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Titles of columns, and the cells of each row."""
    wanted = columns(shown.by)
    return (
        tuple(column.title(shown.by) for column in wanted),
        tuple(tuple(column.cell(shown, line) for column in wanted) for line in shown.lines),
    )


def derive_chart(shown: Shown) -> Charted:
    """The first of many roles; of the newest months the deadlines kept."""
    if shown.by is By.MONTH:
        return _trend(shown)
    some = shown.lines[:MOST_BARS]
    return Charted(
        title=_tr("Statistics", "Minutes from the call to the arrival: usual, and nine of ten"),
        names=tuple(shown.name(line) for line in some),
        shares=tuple(line.share for line in some),
        usual=tuple(_in_minutes(line.usual) for line in some),
        slow=tuple(_in_minutes(line.slow) for line in some),
    )


def _trend(shown: Shown) -> Charted:
    months = sorted(shown.months)[-MOST_BARS:]
    shares = tuple(shown.months[month].share for month in months)
    percents = tuple(None if share is None else 100 * share for share in shares)
    return Charted(
        title=_tr("Statistics", "Deadlines kept, per cent of those that fell due"),
        names=tuple(months), shares=shares, usual=percents, slow=percents,
    )  # fmt: skip


def _in_minutes(time: timedelta | None) -> float | None:
    return None if time is None else time.total_seconds() / 60


def csv_text(shown: Shown, figures: Sequence[tuple[str, str]]) -> str:
    """The table, an empty line, and the figures of all of it; with the mark that Excel knows."""
    text = io.StringIO()
    writer = csv.writer(text)
    titles, rows = derive_rows(shown)
    writer.writerow(map(_harmless, titles))
    writer.writerows([map(_harmless, row) for row in rows])
    writer.writerow([])
    writer.writerows([map(_harmless, figure) for figure in figures])
    return "\ufeff" + text.getvalue()


def _harmless(cell: str) -> str:
    """A spreadsheet takes a cell that begins like a formula for one, and runs it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
