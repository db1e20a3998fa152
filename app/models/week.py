"""The hours of the week: how many places were unfilled at each, as duty was over the last weeks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo

import msgspec

from app.models import facts as f
from app.models.readiness import on_duty_at, unfilled
from app.models.site import Site

HOURS = 168
WEEKS = 4
"""Looked back: a month of shifts."""

_HALF = timedelta(minutes=30)


class Hour(msgspec.Struct, frozen=True, kw_only=True):
    """An hour of the week as it was at its worst in the last weeks: how many places were unfilled,

    and when that was; of weeks that were equally bad the newest.
    """

    unfilled: int
    at: datetime


def unfilled_of(hours: Iterable[Hour | None]) -> tuple[int | None, ...]:
    return tuple(each.unfilled if each else None for each in hours)


def moments(hour: int, now: datetime, zone: tzinfo | None) -> list[datetime]:
    """The middle of an hour of the week (0: Monday 00:00 local) in the last weeks, newest first."""
    local = now.astimezone(zone).replace(tzinfo=None)
    monday = (local - timedelta(days=local.weekday())).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    last = monday + timedelta(hours=hour) + _HALF
    if last > local:
        last -= timedelta(weeks=1)
    naive = (last - timedelta(weeks=back) for back in range(WEEKS))
    return [each.replace(tzinfo=zone).astimezone(UTC) for each in naive]


_TYPED = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)-([01]?\d|2[0-3])")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def read_hour(typed: str) -> int | None:
    """As people type it: "tue-03"; None if it is none."""
    match = _TYPED.fullmatch(typed.strip().lower())
    return _DAYS.index(match[1]) * 24 + int(match[2]) if match else None


def hour_of(now: datetime, zone: tzinfo | None) -> int:
    local = now.astimezone(zone)
    return local.weekday() * 24 + local.hour


def worst_hour(site: Site, hour: int, now: datetime, zone: tzinfo | None) -> Hour | None:
    """As `week` has it."""
    return next(_worst(site, (hour,), now, zone))


def week(site: Site, now: datetime, zone: tzinfo | None) -> Iterator[Hour | None]:
    """For each hour from Monday 00:00 the worst of the last weeks.

    None where nothing is known of duty then. Hours with the same people on duty are reckoned once.
    """
    return _worst(site, range(HOURS), now, zone)


def _worst(
    site: Site, hours: Iterable[int], now: datetime, zone: tzinfo | None
) -> Iterator[Hour | None]:
    begun = _duty_begun(site)
    known: dict[frozenset[str], int] = {}

    def at(moment: datetime) -> int | None:
        if begun is None or moment < begun:
            return None
        staffing = on_duty_at(site, moment)
        on_duty = frozenset(key for key, person in staffing.people.items() if person.on_duty)
        if on_duty not in known:
            known[on_duty] = unfilled(site, staffing)
        return known[on_duty]

    for hour in hours:
        counted = ((at(moment), moment) for moment in moments(hour, now, zone))
        found = [Hour(unfilled=count, at=when) for count, when in counted if count is not None]
        yield max(found, key=lambda each: each.unfilled, default=None)  # the first of the worst


def _duty_begun(site: Site) -> datetime | None:
    """When duty was first recorded."""
    return next(
        (entry.at for entry in site.fold.timeline if isinstance(entry.fact, f.DutyStarted)), None
    )
