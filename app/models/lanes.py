"""Bars packed into few lanes: nothing covers anything, and what needs a person stands alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime

import msgspec

from app.models.chart import Bar, BarState


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Bars that share one lane because there is no room for each, all of one state."""

    state: BarState
    bars: tuple[Bar, ...]

    @property
    def start(self) -> datetime:
        return min(bar.start for bar in self.bars)

    @property
    def end(self) -> datetime | None:
        ends = [bar.end for bar in self.bars]
        return None if None in ends else max(end for end in ends if end)


class Lanes(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in which lane, from 0 at the top; `count` lanes are used."""

    placed: tuple[tuple[int, Bar | Group], ...]
    count: int


_COLLAPSING = (BarState.IN_TIME, BarState.ENDED, BarState.ARRIVED_LATE)


def pack(bars: Sequence[Bar], most: int, now: datetime) -> Lanes:
    """Bars in at most `most` lanes, without two of them over each other.

    Where there are too many, those settled become one bar each kind, in time first, then one bar
    altogether; then the awaited whose deadline is furthest away. What is late stands alone as
    long as it can.
    """
    most = max(most, 1)
    awaited = sorted((bar for bar in bars if not _is_settled(bar)), key=lambda b: _rank(b, now))
    settled = sorted((bar for bar in bars if _is_settled(bar)), key=lambda b: _rank(b, now))
    gathered = _gathered(settled)
    fewer_and_fewer: list[Sequence[Bar | Group]] = [settled, *gathered]
    for each in fewer_and_fewer:
        lanes = _place(awaited, each, most)
        if lanes:
            return lanes
    one = gathered[-1]
    keep = max(most - 1 - len(one), 0)
    shown = [*awaited[:keep], _group(awaited[keep:])] if len(awaited) > 1 else awaited
    return _place(shown, one, most) or _one_over_another([*shown, *one], most)


def _is_settled(bar: Bar) -> bool:
    return bar.state is not BarState.AWAITED


def _gathered(settled: Sequence[Bar]) -> list[list[Bar | Group]]:
    """Fewer and fewer: more kinds of them share a bar, at last all."""
    found: list[list[Bar | Group]] = []
    for count in range(1, len(_COLLAPSING) + 1):
        alone = [bar for bar in settled if bar.state not in _COLLAPSING[:count]]
        kinds = [[bar for bar in settled if bar.state is kind] for kind in _COLLAPSING[:count]]
        found.append([*alone, *(_group(kind) for kind in kinds if kind)])
    found.append([_group(settled)] if settled else [])
    return found


def _group(bars: Sequence[Bar]) -> Bar | Group:
    """Of several kinds, the state is that of no longer being awaited."""
    if len(bars) == 1:
        return bars[0]
    states = {bar.state for bar in bars}
    return Group(state=states.pop() if len(states) == 1 else BarState.ENDED, bars=tuple(bars))


def _one_over_another(shown: Sequence[Bar | Group], most: int) -> Lanes:
    """Not even the groups find room: the last share a lane."""
    placed = tuple((min(lane, most - 1), each) for lane, each in enumerate(shown))
    return Lanes(placed=placed, count=most)


def _rank(bar: Bar, now: datetime) -> tuple[int, bool, float, datetime, str]:
    due = bar.due.timestamp() if bar.due else float("inf")
    settled = bar.state is not BarState.AWAITED
    return (bar.state, not bar.is_late(now), 0.0 if settled else due, bar.start, bar.subject)


class _Lane:
    """What stands in one lane, in order: nothing overlaps."""

    def __init__(self) -> None:
        self._spans: list[tuple[float, float]] = []

    def take(self, begin: float, end: float) -> bool:
        """False, and nothing changed, where something stands there already."""
        at = bisect_left(self._spans, (begin, end))
        before, after = self._spans[at - 1 : at], self._spans[at : at + 1]
        if any(other_end > begin for _, other_end in before):
            return False
        if any(other_begin < end for other_begin, _ in after):
            return False
        self._spans.insert(at, (begin, end))
        return True


def _place(first: Sequence[Bar | Group], then: Sequence[Bar | Group], most: int) -> Lanes | None:
    """Each in the first lane where it overlaps nothing; what is open takes its lane to the end.

    None as soon as more than `most` lanes were needed: of 200 that all overlap, few are tried.
    """
    lanes: list[_Lane] = []
    placed: list[tuple[int, Bar | Group]] = []
    for each in (*first, *then):
        begin, end = each.start.timestamp(), _until(each)
        found = next((n for n, lane in enumerate(lanes) if lane.take(begin, end)), len(lanes))
        if found == most:
            return None
        if found == len(lanes):
            lanes.append(_Lane())
            lanes[-1].take(begin, end)
        placed.append((found, each))
    return Lanes(placed=tuple(placed), count=len(lanes))


def _until(each: Bar | Group) -> float:
    """With its deadline, which is marked too."""
    if each.end is None:
        return float("inf")
    dues = [each.due] if isinstance(each, Bar) else [bar.due for bar in each.bars]
    return max([each.end.timestamp(), *(due.timestamp() for due in dues if due)])
