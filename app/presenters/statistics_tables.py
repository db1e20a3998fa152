"""Statistics as a table, a chart and CSV: one row for each role, plan, hour or month."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple, TypeAlias, TypeVar

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models.spreadsheet import BOM, harmless
from app.models.statistics import By, Line, Totals
from app.presenters.statistics_words import minutes, percent

T = TypeVar("T")
Value: TypeAlias = str | int | float | timedelta | None
_tr = QCoreApplication.translate

MOST_BARS, MOST_NAMED = 24, 14
"""Bars of hours or months, and of what has a name that is to be read below its bar."""


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
    """`value` is a share of 0 to 1, a stretch of time, a count or words; None: there is none."""

    title: Callable[[By], str]
    value: Callable[[Shown, Line], Value]


_FIRST = {
    By.ROLE: lambda: _tr("Statistics", "Role"),
    By.PLAN: lambda: _tr("Statistics", "Plan"),
    By.HOUR: lambda: _tr("Statistics", "Hour of the call"),
    By.MONTH: lambda: _tr("Statistics", "Month"),
}
_COLUMNS = (
    Column(lambda by: _FIRST[by](), lambda shown, line: shown.name(line)),
    Column(lambda _: _tr("Statistics", "Called"), lambda _, line: line.called),
    Column(lambda _: _tr("Statistics", "Came"), lambda _, line: line.came),
    Column(lambda _: _tr("Statistics", "In time"), lambda _, line: line.in_time),
    Column(lambda _: _tr("Statistics", "Share in time"), lambda _, line: line.share),
    Column(lambda _: _tr("Statistics", "Usual, min"), lambda _, line: line.usual),
    Column(lambda _: _tr("Statistics", "Nine of ten, min"), lambda _, line: line.slow),
)
_OF_MONTHS = (
    Column(
        lambda _: _tr("Statistics", "Deadlines kept"),
        lambda shown, line: _month(shown, line, lambda month: month.share),
    ),
    Column(
        lambda _: _tr("Statistics", "First response"),
        lambda shown, line: _month(shown, line, lambda month: month.first_response.usual),
    ),
    Column(
        lambda _: _tr("Statistics", "Command on site"),
        lambda shown, line: _month(shown, line, lambda month: month.to_commander.usual),
    ),
    Column(
        lambda _: _tr("Statistics", "Zones confirmed empty"),
        lambda shown, line: _month(shown, line, lambda month: month.to_empty.usual),
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
        tuple(
            tuple(_shown(column.value(shown, line)) for column in wanted) for line in shown.lines
        ),
    )


def _shown(value: Value) -> str:
    match value:
        case float():
            return percent(value)
        case timedelta() | None:
            return minutes(value)
        case _:
            return str(value)


def derive_chart(shown: Shown) -> Charted:
    """The first of many roles; of the newest months the deadlines kept."""
    if shown.by is By.MONTH:
        return _trend(shown)
    some = shown.lines[: MOST_BARS if shown.by is By.HOUR else MOST_NAMED]
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


def csv_text(shown: Shown, told: Totals, about: Sequence[tuple[str, str]]) -> str:
    """The table, the figures of all of it, and what they are `about`: (label, words).

    Numbers to reckon with: shares in per cent, times in minutes. "3:05" is five past three to a
    spreadsheet.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    wanted = columns(shown.by)
    blocks: tuple[Iterable[Sequence[Value]], ...] = (
        (
            tuple(column.title(shown.by) for column in wanted),
            *(tuple(column.value(shown, line) for column in wanted) for line in shown.lines),
        ),
        _figures(told),
        about,
    )
    for nth, block in enumerate(blocks):
        if nth:
            writer.writerow([])
        writer.writerows([_cell(value) for value in row] for row in block)
    return BOM + text.getvalue()


def _figures(told: Totals) -> Iterator[tuple[Value, ...]]:
    """Of all incidents together, with how many each is of."""
    usual, slow = _tr("Statistics", "Usual, min"), _tr("Statistics", "Nine of ten, min")
    yield "", usual, slow, _tr("Statistics", "Incidents")
    for label, times in (
        (_tr("Statistics", "First response"), told.first_response),
        (_tr("Statistics", "Command on site"), told.to_commander),
        (_tr("Statistics", "Zones confirmed empty"), told.to_empty),
    ):
        yield label, times.usual, times.slow, times.count
    yield _tr("Statistics", "Deadlines kept, per cent"), told.share
    yield _tr("Statistics", "Deadlines that fell due"), told.kept + told.missed


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case float():
            return f"{100 * value:.1f}"
        case timedelta():
            return f"{value.total_seconds() / 60:.2f}"
        case _:
            return harmless(str(value))
