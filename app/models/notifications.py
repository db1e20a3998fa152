"""Notifications: who must be told, by when, and who was."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.models.beginning import Beginnings, Span
from app.models.incident import Incident
from app.models.outside import NotificationValue
from app.models.plan import Plan, PlanNotification
from app.models.tasks import owner_name
from app.models.text import Text
from app.models.urgency import Urgency, due_at, urgency


class NotificationRow(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    who: Text
    by: Text
    begins_at: datetime | None
    due: datetime | None
    told_at: datetime | None
    told_by: str
    tried_at: datetime | None
    said: str
    in_writing: bool = False
    tries: int = 0
    what: Text | None = None

    def urgency(self, now: datetime) -> Urgency:
        return urgency(self.due, now) if self.told_at is None else Urgency.SETTLED


def notifications(incident: Incident, plan: Plan | None) -> list[NotificationRow]:
    """Those still to be told by deadline, then those told, in the order they were.

    Those of the same time stand in the order of the plan.
    """
    begins = Beginnings(incident, plan)
    rows = []
    for planned in plan.notifications if plan else ():
        value, span = incident.notification(planned.key), begins.span(planned)
        if span and (value.told_at or span.lapsed_at is None):
            rows.append(_row(planned, value, plan, span))
    return sorted(rows, key=_order)


def _row(
    planned: PlanNotification, value: NotificationValue, plan: Plan | None, span: Span
) -> NotificationRow:
    return NotificationRow(
        key=planned.key, who=planned.who, by=owner_name(plan, planned.by), begins_at=span.at,
        due=due_at(span.at, planned.within), told_at=value.told_at, told_by=value.told_by,
        tried_at=value.tried_at, said=value.said, in_writing=planned.in_writing,
        tries=value.tries, what=planned.what,
    )  # fmt: skip


def _order(row: NotificationRow) -> tuple[bool, float]:
    moment = row.told_at or row.due
    return (row.told_at is not None, moment.timestamp() if moment else 0.0)
