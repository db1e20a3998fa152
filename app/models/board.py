"""The board: one card for each open incident, worst first."""

from __future__ import annotations

from bisect import bisect_right
from datetime import datetime
from typing import TypeAlias

import msgspec

from app.models.alarms import Duty, dues, duties, next_due, overdue
from app.models.commander import Commander, commander
from app.models.course import Status
from app.models.incident import Incident
from app.models.levels import Level
from app.models.plan import Plan
from app.models.roster import Counts, counts
from app.models.site import Site
from app.models.text import Text
from app.models.zones import place_words


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """`duties` are all unmet deadlines, the earliest first: what is late depends on the time."""

    stream: str
    title: str
    place: Text
    plan: Text
    level: Level
    drill: bool
    status: Status
    people: int
    opened_at: datetime
    over_at: datetime | None
    commander: Commander
    counts: Counts
    duties: list[Duty]

    def overdue(self, now: datetime) -> list[Duty]:
        return overdue(self.duties, now)

    def next_due(self, now: datetime) -> Duty | None:
        return next_due(self.duties, now)


def card(incident: Incident, plan: Plan | None, site: Site) -> Card | None:
    """None while the opening entry is not here."""
    course, detail = incident.course, incident.detail
    if course.opened_at is None:
        return None
    key = course.plan.partition("@")[0]
    return Card(
        stream=incident.stream, title=detail.title, place=place_words(plan, site, detail.place),
        plan=plan.title if plan else Text(en=key, zh=key), level=incident.leveling.level,
        drill=course.drill, status=course.status, people=incident.people.now,
        opened_at=course.opened_at, over_at=course.over_at,
        commander=commander(incident, plan), counts=counts(incident),
        duties=duties(incident, plan),
    )  # fmt: skip


Rank: TypeAlias = tuple[bool, bool, int, int, datetime, str]
"""Worst first: real before drill, running before over, level, how much is overdue, age."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What an incident's place on the board depends on; `dues` are its unmet deadlines, rising."""

    stream: str
    drill: bool
    over: bool
    level: Level
    opened_at: datetime
    dues: list[datetime]

    def late(self, now: datetime) -> int:
        """How many deadlines have passed."""
        return bisect_right(self.dues, now)

    def rank(self, now: datetime) -> Rank:
        late = self.late(now)
        return (self.drill, self.over, -self.level, -late, self.opened_at, self.stream)


def standing(incident: Incident, plan: Plan | None) -> Standing | None:
    """None for what is not on the board: closed, or its opening entry is not here."""
    course = incident.course
    if course.opened_at is None or course.status is Status.CLOSED:
        return None
    return Standing(
        stream=incident.stream, drill=course.drill, over=course.status is not Status.OPEN,
        level=incident.leveling.level, opened_at=course.opened_at, dues=dues(incident, plan),
    )  # fmt: skip
