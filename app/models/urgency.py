"""Deadlines: calm, then soon from one minute before, then late and counting up."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import IntEnum

SOON = timedelta(minutes=1)
"""Yellow from one minute before, as fire-service displays do; nothing but a person resets it."""


AT_ONCE = timedelta(minutes=1)
"""What "at once" allows, so that nobody is late in the instant in which they are called.

China's micro fire stations count the same way: on the move within 1 minute of the report.
"""


def due_at(begin: datetime, within: timedelta) -> datetime:
    """The deadline of something that begins now and is allowed `within`; zero means at once."""
    return begin + (within or AT_ONCE)


class Urgency(IntEnum):
    """Ordered: the greater, the more it needs a person."""

    SETTLED = 0
    NONE = 1
    CALM = 2
    SOON = 3
    LATE = 4


def urgency(due: datetime | None, now: datetime) -> Urgency:
    """How urgent something unsettled is."""
    if due is None:
        return Urgency.NONE
    if now >= due:
        return Urgency.LATE
    return Urgency.SOON if due - now <= SOON else Urgency.CALM


def fraction(start: datetime | None, due: datetime | None, now: datetime) -> float | None:
    """How much of the time from `start` to `due` is used up, 0 to 1; None where there is none."""
    if start is None or due is None:
        return None
    whole = (due - start).total_seconds()
    return 1.0 if whole <= 0 else min(1.0, max(0.0, (now - start).total_seconds() / whole))
