"""Durations and moments as people write them in files: `5 min`, `at once`, `02:30`."""

from __future__ import annotations

import re
from datetime import timedelta

AT_ONCE = "at once"
LONGEST = timedelta(days=3650)

_UNITS = {
    "d": timedelta(days=1),
    "h": timedelta(hours=1),
    "min": timedelta(minutes=1),
    "s": timedelta(seconds=1),
}
_SPELLINGS = {
    "d": ("day", "days", "天", "日"),
    "h": ("hr", "hrs", "hour", "hours", "小时", "时"),
    "min": ("m", "mins", "minute", "minutes", "分钟", "分"),
    "s": ("sec", "secs", "second", "seconds", "秒"),
}
_UNIT_OF = {word: unit for unit, words in _SPELLINGS.items() for word in (unit, *words)}
_DURATION = re.compile(r"([0-9]{1,9}) ?(d|h|min|s)")
_NEARLY = re.compile(r"-?\s*([0-9]{1,9})\s*([^\W\d_]*)")
_CLOCK = re.compile(r"([0-9]{1,4}):([0-5][0-9])")


def parse_duration(written: str) -> timedelta | None:
    """None if it is not written as a duration."""
    if written == AT_ONCE:
        return timedelta(0)
    found = _DURATION.fullmatch(written)
    return None if found is None else _times(int(found[1]), _UNITS[found[2]])


def probably_meant(written: str) -> str | None:
    """How to write the duration that somebody probably meant ("5 minutes", "-5 min", "5")."""
    found = _NEARLY.fullmatch(written.strip().lower())
    unit = _UNIT_OF.get(found[2] or "min") if found else None
    return f"{int(found[1])} {unit}" if found and unit else None


def write_duration(duration: timedelta) -> str:
    """In the largest unit that is exact; fractions of a second are dropped."""
    if not duration:
        return AT_ONCE
    unit = next((name for name, size in _UNITS.items() if not duration % size), "s")
    return f"{duration // _UNITS[unit]} {unit}"


def parse_clock(written: str) -> timedelta | None:
    """Minutes and seconds since the start: `02:30`."""
    found = _CLOCK.fullmatch(written)
    return timedelta(minutes=int(found[1]), seconds=int(found[2])) if found else None


def write_clock(offset: timedelta) -> str:
    minutes, seconds = divmod(offset // timedelta(seconds=1), 60)
    return f"{minutes:02}:{seconds:02}"


def _times(number: int, unit: timedelta) -> timedelta:
    """Anything beyond `LONGEST` is cut off just above it, where limits still see it."""
    most = LONGEST + timedelta(days=1)
    return unit * number if number <= most // unit else most
