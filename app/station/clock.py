"""The shared log's clock as this station knows it: its own steady clock plus a measured offset."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

JUMP = timedelta(seconds=2)
"""How far the wall clock may stray from the steady one at a stretch before it is reported."""

_SAMPLES = 30


class _Sample(NamedTuple):
    round_trip: float
    offset: timedelta


def steady_seconds() -> float:
    """A clock that nobody sets and that goes on while the machine sleeps, where there is one."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        # On Linux the monotonic clock stands still while a laptop's lid is shut.
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


def wall_clock() -> datetime:
    return datetime.now(UTC)


class Clock:
    """`steady` is in seconds; `wall` is read at the start, then only to notice that it was set."""

    def __init__(
        self,
        steady: Callable[[], float] = steady_seconds,
        wall: Callable[[], datetime] = wall_clock,
    ) -> None:
        self._steady = steady
        self._wall = wall
        self._began = wall()
        self._steady_began = steady()
        self._strayed = timedelta(0)
        self._samples: deque[_Sample] = deque(maxlen=_SAMPLES)

    def steady(self) -> float:
        return self._steady()

    def own(self) -> datetime:
        """This machine's time, as if nobody had set its clock since the start."""
        return self._began + timedelta(seconds=self._steady() - self._steady_began)

    def now(self) -> datetime:
        return self.own() + (self.offset or timedelta(0))

    @property
    def offset(self) -> timedelta | None:
        """How far the shared log's clock is ahead; None before it was measured.

        Of the last samples the one with the shortest round trip: its error is at most half of it.
        """
        return min(self._samples).offset if self._samples else None

    def forget(self) -> None:
        """What follows is another server's clock, perhaps; the old offset holds until then."""
        best = self.offset
        self._samples.clear()
        if best is not None:
            self._samples.append(_Sample(float("inf"), best))

    def sample(self, *, asked: float, answered: float, theirs: datetime) -> None:
        """Learn from one answer; `asked` and `answered` are by `steady`."""
        halfway = (asked + answered) / 2 - self._steady_began
        offset = theirs - (self._began + timedelta(seconds=halfway))
        self._samples.append(_Sample(answered - asked, offset))

    def jump(self) -> timedelta | None:
        """How far this machine's clock was set since the last look, if by more than `JUMP`."""
        strayed = self._wall() - self.own()
        by = strayed - self._strayed
        if abs(by) <= JUMP:
            return None
        self._strayed = strayed
        return by
