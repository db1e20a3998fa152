"""The shapes of the escalation chart: where bars begin and end, in seconds since the opening."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import msgspec

from app.models.chart import Bar, BarState, Chart, Line
from app.models.lanes import Group, Lanes, pack
from app.models.levels import Level
from app.models.urgency import Urgency, urgency
from app.presenters.chart_words import Mark, label, tip
from app.presenters.reader import QtReader

MOST_SERVICES, MOST_MISSED = 4, 1
"""Lanes at most; what needs more shares one."""


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """One bar: `end` None is "until now". `arrived` splits a service's bar.

    `bars` are what it stands for, more than one where they share a lane.
    """

    line: Line
    lane: int
    start: float
    end: float | None
    mark: Mark
    label: str
    tip: str
    bars: tuple[Bar, ...]
    due: float | None = None
    arrived: float | None = None
    level: Level = Level.IV


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A head-count that, once reached, makes the plan propose a level."""

    people: int
    words: str


class ChartProps(msgspec.Struct, frozen=True, kw_only=True):
    """`lanes` says how many each row has; `told` says in a sentence what the chart shows."""

    begin: datetime
    end: float | None = None
    shapes: tuple[Shape, ...] = ()
    lanes: dict[Line, int] = {}
    people: tuple[tuple[float, int], ...] = ()
    steps: tuple[Step, ...] = ()
    told: str = ""

    @property
    def most_people(self) -> int:
        """What the head-count row is as high as."""
        return max([1, *(count for _, count in self.people), *(each.people for each in self.steps)])


def derive_chart(made: Chart, room: int, now: datetime, reader: QtReader) -> ChartProps:
    """`room` is how many lanes there are for call-outs."""
    missed = [bar for bar in made.missed if bar.start <= now]
    lanes = {
        Line.LEVEL: Lanes(placed=tuple((0, bar) for bar in made.levels), count=1),
        Line.CALLS: pack(made.calls, room, now),
        Line.SERVICES: pack(made.services, MOST_SERVICES, now),
        Line.MISSED: pack(missed, MOST_MISSED, now),
    }
    shapes = [
        _shape(line, lane, each, made.begin, now, reader)
        for line, packed in lanes.items()
        for lane, each in packed.placed
    ]
    order = {line: place for place, line in enumerate(Line)}
    shapes.sort(key=lambda shape: (order[shape.line], shape.lane, shape.start))
    return ChartProps(
        begin=made.begin,
        end=None if made.end is None else seconds(made.begin, made.end),
        shapes=tuple(shapes),
        lanes={line: packed.count for line, packed in lanes.items()},
        people=tuple((seconds(made.begin, at), max(count, 0)) for at, count in made.people),
        steps=tuple(_steps(made)),
    )


def _steps(made: Chart) -> Iterator[Step]:
    """Those that were reached, and the next one."""
    most = max((count for _, count in made.people), default=0)
    for each in made.thresholds:
        yield Step(people=each.at_least, words=f"{each.at_least} → {each.level.numeral}")
        if each.at_least > most:
            return


def seconds(begin: datetime, moment: datetime) -> float:
    return (moment - begin).total_seconds()


def _shape(
    line: Line, lane: int, each: Bar | Group, begin: datetime, now: datetime, reader: QtReader
) -> Shape:
    bars = each.bars if isinstance(each, Group) else (each,)
    first, mark = bars[0], _mark(line, bars, now)
    alone = isinstance(each, Bar)
    due = first.due if alone and line is Line.CALLS else None
    return Shape(
        line=line, lane=lane, start=seconds(begin, each.start),
        end=None if each.end is None else seconds(begin, each.end),
        mark=mark, label=label(line, mark, bars, now, reader), tip=tip(line, bars, now, reader),
        bars=bars, due=None if due is None else seconds(begin, due),
        arrived=seconds(begin, first.arrived_at) if first.arrived_at else None,
        level=first.level,
    )  # fmt: skip


def _mark(line: Line, bars: tuple[Bar, ...], now: datetime) -> Mark:
    match line:
        case Line.LEVEL:
            return Mark.LEVEL
        case Line.SERVICES:
            return Mark.SERVICE
        case Line.MISSED:
            return Mark.LATE if any(bar.end is None for bar in bars) else Mark.CAME_LATE
        case Line.CALLS | Line.PEOPLE:
            return _mark_of_calls(bars, now)


def _mark_of_calls(bars: tuple[Bar, ...], now: datetime) -> Mark:
    if len({bar.state for bar in bars}) > 1:
        return Mark.ENDED
    match bars[0].state:
        case BarState.AWAITED:
            return _of_awaited(max(urgency(bar.due, now) for bar in bars))
        case BarState.ARRIVED_LATE:
            return Mark.CAME_LATE
        case BarState.IN_TIME:
            return Mark.IN_TIME
        case BarState.ENDED:
            return Mark.ENDED


def _of_awaited(most: Urgency) -> Mark:
    return {Urgency.LATE: Mark.LATE, Urgency.SOON: Mark.SOON}.get(most, Mark.AWAITED)
