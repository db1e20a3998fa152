"""What stands out in the course of an incident that one looks back on, and where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from enum import Enum

import msgspec

from app.models import facts as f
from app.models.chart import Chart
from app.models.levels import Level
from app.models.replay import Turn

QUIET = timedelta(minutes=15)
"""A stretch without entries is drawn no longer than this: an incident may stay unsettled for
weeks, of which one hour is of interest."""

JUST_BEFORE = timedelta(seconds=10)
"""How long before the next entry one arrives when a quiet stretch is passed over."""


class MarkKind(Enum):
    ENTRY = "entry"
    CALL_OUT = "call_out"
    LEVEL = "level"
    MISS = "miss"


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """`level` is the new one, of level changes only."""

    at: datetime
    kind: MarkKind
    level: Level | None = None


def marks(turns: Iterable[Turn], chart: Chart | None, until: datetime) -> tuple[Mark, ...]:
    """In order of time, from the opening on; several of a kind at one moment are one."""
    turns = list(turns)
    begin = next((at for at, entry in turns if isinstance(entry.fact, f.Opened)), None)
    found = {
        (mark.kind, mark.at): mark
        for mark in _all_marks(turns, chart, until)
        if begin is None or mark.at >= begin
    }
    return tuple(sorted(found.values(), key=lambda mark: (mark.at, mark.kind.value)))


def _all_marks(turns: Iterable[Turn], chart: Chart | None, until: datetime) -> Iterator[Mark]:
    told: set[str] = set()
    for at, entry in turns:
        yield Mark(at=at, kind=MarkKind.ENTRY)
        if entry.id in told:  # as corrected, and later side by side with the correction
            continue
        told.add(entry.id)
        match entry.fact:
            case f.Opened(level=level) | f.LevelSet(level=level):
                yield Mark(at=at, kind=MarkKind.LEVEL, level=level)
            case f.CalledOut():
                yield Mark(at=at, kind=MarkKind.CALL_OUT)
    for due in _missed(chart, until):
        yield Mark(at=due, kind=MarkKind.MISS)


def _missed(chart: Chart | None, until: datetime) -> Iterator[datetime]:
    """When each deadline passed that was not met, as it is known now."""
    if chart is None:
        return
    for bar in (*chart.calls, *chart.missed):
        if bar.due is not None and bar.due < until and bar.is_late(until):
            yield bar.due


class Course:
    """All of the time one can look back on, and where its marks are."""

    def __init__(self, marks: Sequence[Mark], end: datetime) -> None:
        self.marks = tuple(marks)
        self.begin = min((mark.at for mark in marks), default=end)
        self.end = max(end, self.begin)
        self._at = {
            kind: sorted({mark.at for mark in marks if mark.kind is kind and mark.at <= self.end})
            for kind in MarkKind
        }
        self._scale = _scale([*(mark.at for mark in self.marks), self.begin, self.end])

    def within(self, moment: datetime) -> datetime:
        return min(max(moment, self.begin), self.end)

    def next(self, kind: MarkKind, moment: datetime) -> datetime | None:
        found = self._at[kind]
        at = bisect_right(found, moment)
        return found[at] if at < len(found) else None

    def before(self, kind: MarkKind, moment: datetime) -> datetime | None:
        found = self._at[kind]
        at = bisect_left(found, moment)
        return found[at - 1] if at else None

    def next_of_any(self, moment: datetime) -> datetime:
        """The end, where nothing more comes."""
        found = (self.next(kind, moment) for kind in MarkKind)
        return min((at for at in found if at), default=self.end)

    def past_quiet(self, moment: datetime) -> datetime:
        """Where playing goes on: shortly before the next mark, if that is a quiet stretch away."""
        following = self.next_of_any(moment)
        return following - JUST_BEFORE if following - moment > QUIET else moment

    @property
    def length(self) -> float:
        """Seconds, with quiet stretches drawn together."""
        return self._scale[-1][1]

    def place(self, moment: datetime) -> float:
        """0 to `length`."""
        moment = self.within(moment)
        at = max(bisect_right(self._scale, moment, key=lambda point: point[0]) - 1, 0)
        (start, x), (stop, y) = self._scale[at], self._scale[min(at + 1, len(self._scale) - 1)]
        if stop == start:
            return x
        return x + (y - x) * ((moment - start) / (stop - start))

    def moment(self, place: float) -> datetime:
        """The moment at a place; what is beyond the ends is brought to them."""
        place = min(max(place, 0.0), self.length)
        at = max(bisect_right(self._scale, place, key=lambda point: point[1]) - 1, 0)
        (start, x), (stop, y) = self._scale[at], self._scale[min(at + 1, len(self._scale) - 1)]
        return start if y == x else start + (stop - start) * ((place - x) / (y - x))

    def quiet(self) -> list[tuple[float, float]]:
        """Places between which time is drawn together."""
        pairs = zip(self._scale, self._scale[1:], strict=False)
        return [(x, y) for (one, x), (other, y) in pairs if other - one > QUIET]


def _scale(moments: Iterable[datetime]) -> list[tuple[datetime, float]]:
    """(moment, place) of each moment, ascending."""
    points: list[tuple[datetime, float]] = []
    for moment in sorted(set(moments)):
        if points:
            before, place = points[-1]
            place += min(moment - before, QUIET).total_seconds()
        else:
            place = 0.0
        points.append((moment, place))
    return points
