"""Where an axis of time has its marks, and what they say, in the reader's local time."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.presenters.reader import QtReader

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
STEPS = (
    1, 2, 5, 10, 15, 30, _MINUTE, 2 * _MINUTE, 3 * _MINUTE, 5 * _MINUTE, 10 * _MINUTE,
    15 * _MINUTE, 30 * _MINUTE, _HOUR, 2 * _HOUR, 3 * _HOUR, 6 * _HOUR, 12 * _HOUR, _DAY,
    2 * _DAY, 7 * _DAY, 14 * _DAY, 28 * _DAY,
)  # fmt: skip
"""Seconds from one mark to the next."""


def step_of(length: float, most: int) -> int:
    """The shortest step with which at most `most` marks stand in `length` seconds."""
    return next((step for step in STEPS if length / step <= max(most, 1)), STEPS[-1])


def marks(begin: datetime, low: float, high: float, step: int, reader: QtReader) -> list[float]:
    """The marks between `low` and `high`, all in seconds since `begin`.

    They stand on whole steps of local time.
    """
    offset = reader.local(begin).utcoffset() or timedelta()
    since_midnight = (begin.timestamp() + offset.total_seconds()) % _DAY if step <= _DAY else 0.0
    first = -(-(low + since_midnight) // step)
    last = (high + since_midnight) // step
    return [n * step - since_midnight for n in range(int(first), int(last) + 1)]


def mark_words(begin: datetime, x: float, step: int, reader: QtReader) -> str:
    """Seconds only where marks stand closer than a minute; the day at midnight."""
    moment = begin + timedelta(seconds=x)
    if step < _MINUTE:
        return reader.second(moment)
    local = reader.local(moment)
    if step >= _DAY or (local.hour, local.minute) == (0, 0):
        return local.strftime("%m-%d")
    return reader.time(moment)
