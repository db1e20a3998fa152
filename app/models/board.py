"""The board: one card for each open incident, worst first."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.models.alarms import Duty, duties, next_due, overdue
from app.models.commander import Commander, commander
from app.models.course import Status
from app.models.incident import Incident
from app.models.levels import Level
from app.models.plan import Plan
from app.models.roster import Counts, counts
from app.models.text import Text


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """`duties` are all unmet deadlines, the earliest first: what is late depends on the time."""

    stream: str
    title: str
    place: str
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


def card(incident: Incident, plan: Plan | None) -> Card | None:
    """None while the opening entry is not here."""
    course, detail = incident.course, incident.detail
    if course.opened_at is None:
        return None
    key = course.plan.partition("@")[0]
    return Card(
        stream=incident.stream, title=detail.title, place=detail.place,
        plan=plan.title if plan else Text(en=key, zh=key), level=incident.leveling.level,
        drill=course.drill, status=course.status, people=incident.people.now,
        opened_at=course.opened_at, over_at=course.over_at,
        commander=commander(incident, plan), counts=counts(incident),
        duties=duties(incident, plan),
    )  # fmt: skip


def worst_first(card_: Card, now: datetime) -> tuple[bool, bool, int, int, datetime, str]:
    """Sort key: real before drill, running before over, level, how much is overdue, age."""
    return (
        card_.drill, card_.status is not Status.OPEN, -card_.level, -len(card_.overdue(now)),
        card_.opened_at, card_.stream,
    )  # fmt: skip
