"""The hours of the week: how many places were unfilled at each, as duty was over the last weeks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo

from app.models import facts as f
from app.models.readiness import on_duty_at, unfilled
from app.models.site import Site

HOURS = 168
WEEKS = 4
"""Looked back: a month of shifts."""

_HALF = timedelta(minutes=30)


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


def week(site: Site, now: datetime, zone: tzinfo | None) -> Iterator[int | None]:
    """For each hour from Monday 00:00 the worst of the last weeks.

    None where nothing is known of duty then. Hours with the same people on duty are reckoned once.
    """
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

    for hour in range(HOURS):
        found = [at(moment) for moment in moments(hour, now, zone)]
        yield max((count for count in found if count is not None), default=None)


def _duty_begun(site: Site) -> datetime | None:
    """When duty was first recorded."""
    return next(
        (entry.at for entry in site.fold.timeline if isinstance(entry.fact, f.DutyStarted)), None
    )
