"""The words of the escalation chart: what its bars are called, and what they tell on hover."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from PySide6.QtCore import QCoreApplication

from app.models.chart import Bar, BarState, Line
from app.models.text import listed
from app.presenters.countdown import span
from app.presenters.reader import QtReader
from app.presenters.words import about, level_word, listing

_tr = QCoreApplication.translate

MOST_IN_TIP = 12
"""So many of those that share a bar are told; the others are counted."""


class Mark(Enum):
    """How a shape is drawn."""

    LEVEL = "level"
    AWAITED = "awaited"
    SOON = "soon"
    """Awaited, and less than a minute left."""
    LATE = "late"
    """Awaited, and past its deadline: striped from there on."""
    CAME_LATE = "came_late"
    IN_TIME = "in_time"
    ENDED = "ended"
    SERVICE = "service"


def line_word(line: Line) -> str:
    """How a row of the chart is called."""
    return {
        Line.LEVEL: _tr("Chart", "Level"),
        Line.CALLS: _tr("Chart", "Call-outs"),
        Line.SERVICES: _tr("Chart", "Services"),
        Line.MISSED: _tr("Chart", "Missed"),
        Line.PEOPLE: _tr("Chart", "People"),
    }[line]


def label(line: Line, mark: Mark, bars: tuple[Bar, ...], now: datetime, reader: QtReader) -> str:
    """Who, and how it stands; several with their number first and then their names."""
    if line is Line.LEVEL:
        return f"{bars[0].level.numeral} {level_word(bars[0].level)}"
    names = [reader.text(bar.name) for bar in bars]
    if line is Line.SERVICES:
        return _service_label(bars, names)
    words = _missed_words(mark, bars[0]) if line is Line.MISSED else _call_words(mark)
    if len(bars) == 1:
        return words.replace("{who}", names[0])
    if line is Line.CALLS and bars[0].state is BarState.AWAITED:
        words = _awaited_words(sum(bar.is_late(now) for bar in bars), len(bars))
    if len({bar.state for bar in bars}) > 1 and line is Line.CALLS:
        words = _tr("Chart", "{who} here or gone")
    told = reader.text(listed(names[:MOST_IN_TIP]))
    return about(words.replace("{who}", str(len(bars))), told)


def _awaited_words(late: int, count: int) -> str:
    if late == count:
        return _tr("Chart", "{who} late")
    if not late:
        return _tr("Chart", "{who} awaited")
    return _tr("Chart", "{who} awaited, {late} of them late").replace("{late}", str(late))


def _call_words(mark: Mark) -> str:
    return {
        Mark.AWAITED: "{who}",
        Mark.SOON: _tr("Chart", "{who} due soon"),
        Mark.LATE: _tr("Chart", "{who} late"),
        Mark.CAME_LATE: _tr("Chart", "{who} came late"),
        Mark.IN_TIME: _tr("Chart", "{who} in time"),
        Mark.ENDED: _tr("Chart", "{who} stood down"),
    }[mark]


def _missed_words(mark: Mark, first: Bar) -> str:
    if mark is Mark.LATE:
        return _tr("Chart", "{who} overdue")
    told = first.cell == "notification"
    return _tr("Chart", "{who} told late") if told else _tr("Chart", "{who} done late")


def _service_label(bars: tuple[Bar, ...], names: list[str]) -> str:
    who, here = listing(names), bars[0].arrived_at is not None
    template = _tr("Chart", "{who} here") if here else _tr("Chart", "{who} called")
    return template.format(who=who)


def tip(line: Line, bars: tuple[Bar, ...], now: datetime, reader: QtReader) -> str:
    told = [_tip_line(line, bar, now, reader) for bar in bars[:MOST_IN_TIP]]
    if len(bars) > MOST_IN_TIP:
        told.append(_tr("Chart", "and {count} more").format(count=len(bars) - MOST_IN_TIP))
    return "\n".join(told)


def _tip_line(line: Line, bar: Bar, now: datetime, reader: QtReader) -> str:
    """All times to the second."""
    second = reader.second
    if line is Line.LEVEL:
        told = _tr("Chart", "Level {level} from {time}")
        return told.format(level=bar.level.numeral, time=second(bar.start))
    parts = [reader.text(bar.name)]
    if line is not Line.MISSED:
        parts.append(_tr("Chart", "called {time}").format(time=second(bar.start)))
    if bar.due:
        parts.append(_tr("Chart", "due {time}").format(time=second(bar.due)))
    parts += _ended_words(line, bar, reader)
    if bar.due and bar.is_late(now):
        late = span((bar.end or now) - bar.due)
        parts.append(_tr("Chart", "{time} late").format(time=late))
    return " • ".join(parts)


def _ended_words(line: Line, bar: Bar, reader: QtReader) -> list[str]:
    second, parts = reader.second, []
    if bar.arrived_at:
        parts.append(_tr("Chart", "here {time}").format(time=second(bar.arrived_at)))
    if bar.end is None:
        return parts
    words = {
        Line.SERVICES: _tr("Chart", "left {time}"),
        Line.MISSED: _tr("Chart", "done {time}"),
    }.get(line, _tr("Chart", "arrived {time}"))
    if line is Line.CALLS and bar.state in (BarState.ENDED, BarState.AWAITED):
        words = _tr("Chart", "no longer expected {time}")
    return [*parts, words.format(time=second(bar.end))]
