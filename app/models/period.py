"""Stretches of time as people type them: a year, a month, a day, or from one to another."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

_DAY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?")
_BETWEEN = re.compile(r"\s*(?:\.\.+|…|–|—|~|～|至|到|\bto\b|\s)\s*")


class Period(NamedTuple):
    """From `since` to before `until`; None: without end on that side."""

    since: datetime | None = None
    until: datetime | None = None


def read_period(text: str, zone: tzinfo | None) -> Period | None:
    """ "2026", "2026-11", "2026-11-23", "2026-11-01..2026-11-15", "2026-11.." or "..2026-11".

    Nothing typed is all time; None if it is none of these. `zone` is the reader's time zone
    (None: the system's).
    """
    typed = text.strip()
    if not typed:
        return Period()
    ends = _BETWEEN.split(typed)
    if len(ends) > 2:
        return None
    first, last = (_days(end) if end else None for end in (ends[0], ends[-1]))
    if (ends[0] and first is None) or (ends[-1] and last is None) or not (first or last):
        return None
    if first and last and last < first:  # written the other way round, it is meant all the same
        first, last = last, first
    return Period(
        _midnight(first[0], zone) if first else None, _midnight(last[1], zone) if last else None
    )  # fmt: skip


def _days(text: str) -> tuple[date, date] | None:
    """The first day of what is named, and the first after it."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        begin = date(year or 0, month or 1, day or 1)
        if day:
            return begin, begin + timedelta(days=1)
        if month:
            return begin, (begin + timedelta(days=31)).replace(day=1)
        return begin, date(begin.year + 1, 1, 1)
    except (ValueError, OverflowError):  # 31 February
        return None


def _midnight(day: date, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)
