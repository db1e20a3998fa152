"""The shift log: one stream for each month of the site, named after it."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

_NAME = re.compile(r"shift-[0-9]{4}-(0[1-9]|1[0-2])")


def is_shift(stream: str) -> bool:
    return _NAME.fullmatch(stream) is not None


def shift_stream(day: date) -> str:
    """The stream of the month that `day` is in; `day` by the clock on the site's wall."""
    return f"shift-{day.year:04}-{day.month:02}"


def shift_before(day: date) -> str:
    """The stream of the month before."""
    return shift_stream(day.replace(day=1) - timedelta(days=1))


def followed_from(now: datetime) -> str:
    """The earliest shift stream that stations still follow, by name; `now` in UTC.

    Where the site is behind UTC, its month may be the one before.
    """
    return shift_before(now.date())
