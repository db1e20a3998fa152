"""Quick entry: "10:03 gate shut" is a note of what happened at 10:03; and whole sheets of it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

_BACK_DATED = re.compile(r"\s*(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?\s+(\S.*)", re.DOTALL)
_TIME = re.compile(r"\s*(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?\s*")
_MINUTES = re.compile(r"\s*(\d{1,4})\s*")
_DAY = re.compile(
    r"\s*(?:(?P<days>\d{1,3})|(?:(?P<year>\d{4})[-/.])?(?P<month>\d{1,2})[-/.](?P<day>\d{1,2}))"
    r"(?:\s+(?P<clock>\d{1,2}[:：]\d{2}))?\s*"
)
_YEARS = range(1970, 9000)
"""What a log takes; near the ends of the calendar reckoning overflows."""
_HALF_A_DAY = timedelta(hours=12)


def read_quick(text: str, now: datetime, zone: tzinfo | None) -> tuple[str, datetime | None]:
    """The note, and when it happened if the text begins with a time of day.

    The time is the latest such moment that is past; one up to half a day ahead is taken as
    meant and left to be refused. `zone` is the reader's time zone (None: the system's).
    In the hour that daylight-saving time repeats, the later one that is past is meant.
    """
    match = _BACK_DATED.fullmatch(text)
    if match is None:
        return text.strip(), None
    hour, minute, second = (int(part or 0) for part in match.groups()[:3])
    if hour > 23 or minute > 59 or second > 59:
        return text.strip(), None
    at = _moment(now, zone, hour, minute, second)
    if at - now > _HALF_A_DAY:
        at = _moment(now - timedelta(days=1), zone, hour, minute, second)
    return match.group(4).strip(), at


class Unread(NamedTuple):
    """The first line of a sheet that does not begin with a time; `number` from 1."""

    number: int
    text: str


def read_sheet(text: str, day: date, zone: tzinfo | None) -> list[tuple[datetime, str]] | Unread:
    """What was written by hand, line by line, as (when, what); empty lines are passed over.

    It begins on `day`; a time half a day and more before the one above it is of the next day. In
    the hour that daylight-saving time repeats, the first is meant until a line above is later.
    """
    found: list[tuple[datetime, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        match = _BACK_DATED.fullmatch(line)
        clock = match and _clock(*match.groups()[:3])
        if match is None or clock is None:
            return Unread(number, line.strip())
        above = found[-1][0] if found else None
        at = _on(day, clock, zone, above)
        if above and above - at > _HALF_A_DAY:
            day += timedelta(days=1)
            at = _on(day, clock, zone, above)
        found.append((at, match.group(4).strip()))
    return found


def _clock(hour: str, minute: str, second: str | None = None) -> time | None:
    try:
        return time(int(hour), int(minute), int(second or 0))
    except ValueError:
        return None


def _on(day: date, clock: time, zone: tzinfo | None, above: datetime | None) -> datetime:
    wall = datetime.combine(day, clock, zone)
    first, again = (wall.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    return again if above and first < above <= again else first


def time_near(text: str, near: datetime, zone: tzinfo | None) -> datetime | None:
    """The moment nearest to `near` at which clocks show `text`; None if it is no time of day."""
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hour, minute, second = (int(part or 0) for part in match.groups())
    if hour > 23 or minute > 59 or second > 59:
        return None
    days = (near + timedelta(days=by) for by in (-1, 0, 1))
    moments = [_moment(day, zone, hour, minute, second) for day in days]
    return min(moments, key=lambda moment: abs(moment - near))


def time_ahead(text: str, now: datetime, zone: tzinfo | None) -> datetime | None:
    """What is to come: "14:15", or "10" for ten minutes from now; None if it is neither.

    A time of day that passed in the last six hours is taken as meant.
    """
    if minutes := _MINUTES.fullmatch(text):
        return now + timedelta(minutes=int(minutes[1]))
    return time_near(text, now + _HALF_A_DAY / 2, zone)


def _moment(day: datetime, zone: tzinfo | None, hour: int, minute: int, second: int) -> datetime:
    local = day.astimezone(zone)
    wall = local.replace(hour=hour, minute=minute, second=second, microsecond=0)
    if zone is None:
        wall = wall.replace(tzinfo=None)  # the system's offset may differ at that hour
    first, again = (wall.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    return again if again <= day or first > day else first


def date_ahead(text: str, now: datetime, zone: tzinfo | None) -> datetime | None:
    """A day to come: "2026-12-01", "12-01" (the next one), or "3" for three days from now.

    It ends that day unless a time of day follows ("12-01 17:00"); None if it is none of these.
    """
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    day = _day(match, now.astimezone(zone).date())
    clock = _clock(*re.split("[:：]", match["clock"] or "23:59"))
    if day is None or clock is None or day.year not in _YEARS:
        return None
    return _on(day, clock, zone, None)


def _day(match: re.Match[str], today: date) -> date | None:
    try:
        if match["days"]:
            return today + timedelta(days=int(match["days"]))
        month, day = int(match["month"]), int(match["day"])
        if match["year"]:
            return date(int(match["year"]), month, day)
        this_year = date(today.year, month, day)
        return this_year if this_year >= today else date(today.year + 1, month, day)
    except ValueError:  # 31 February
        return None
