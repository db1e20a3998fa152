"""Alarms: what is overdue, worst first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import Enum

import msgspec

from app.models.beginning import Beginnings
from app.models.course import Status
from app.models.incident import Incident
from app.models.messages import MessageTrouble, failed_messages
from app.models.notifications import notifications
from app.models.plan import Plan
from app.models.roll_call import roll_call_duties
from app.models.roster import roster
from app.models.tasks import tasks
from app.models.text import Text
from app.models.urgency import due_at


class AlarmKind(Enum):
    """In the order of what weighs more when both are equally late."""

    ROLL_CALL = "roll_call"
    MESSAGE = "message"
    CALL_OUT = "call_out"
    NOTIFICATION = "notification"
    TASK = "task"


NOBODY = Text("", "")


class Duty(msgspec.Struct, frozen=True, kw_only=True):
    """A deadline that is still running, or has passed unmet; then it is an alarm.

    `about` says who or what it is about, `role` whose it is.
    """

    kind: AlarmKind
    key: str
    about: Text
    role: Text
    due: datetime

    @property
    def alarm(self) -> str:
        """The key by which it is acknowledged once it is late."""
        return f"{self.kind.value}:{self.key}"

    @property
    def is_somebodys(self) -> bool:
        """Whether somebody is to do it by then. What becomes of a message, nobody here can do."""
        return self.kind is not AlarmKind.MESSAGE


def duties(incident: Incident, plan: Plan | None) -> list[Duty]:
    """Every unmet deadline, the earliest first; once it is over, messages that failed only."""
    found = _deadlines(incident, plan) if incident.course.status is Status.OPEN else []
    found += [
        Duty(kind=AlarmKind.MESSAGE, key=lost.message, about=_named(lost.to, NOBODY), role=NOBODY,
             due=lost.since)
        for lost in _lost_messages(incident)
    ]  # fmt: skip
    rank = {kind: place for place, kind in enumerate(AlarmKind)}
    return sorted(found, key=lambda duty: (duty.due, rank[duty.kind], duty.key))


def _deadlines(incident: Incident, plan: Plan | None) -> list[Duty]:
    found = [
        Duty(kind=AlarmKind.CALL_OUT, key=row.who, about=_named(row.name, row.role),
             role=row.group, due=row.due)
        for row in roster(incident, plan) if row.awaited and row.due
    ]  # fmt: skip
    found += [
        Duty(kind=AlarmKind.NOTIFICATION, key=row.key, about=row.who, role=row.by, due=row.due)
        for row in notifications(incident, plan) if row.told_at is None and row.due
    ]  # fmt: skip
    found += [
        Duty(kind=AlarmKind.TASK, key=row.key, about=row.text, role=row.owner, due=row.due)
        for row in tasks(incident, plan) if row.is_open and row.due
    ]  # fmt: skip
    found += [
        Duty(kind=AlarmKind.ROLL_CALL, key=owed.who, about=owed.about, role=owed.role, due=owed.due)
        for owed in roll_call_duties(incident, plan)
    ]
    return found


def _lost_messages(incident: Incident) -> list[MessageTrouble]:
    """Of those that had failed before it was closed, whoever closed it knew."""
    closed_at = incident.course.closed_at
    return [
        lost for lost in failed_messages(incident) if closed_at is None or lost.since > closed_at
    ]


def dues(incident: Incident, plan: Plan | None) -> list[datetime]:
    """The deadlines of `duties`, in their order, and nothing else: enough to rank many incidents.

    It must say what `duties` would, but makes no rows, which is ten times as quick.
    """
    found = _plain_dues(incident, plan) if incident.course.status is Status.OPEN else []
    found += [lost.since for lost in _lost_messages(incident)]
    found.sort()
    return found


def _plain_dues(incident: Incident, plan: Plan | None) -> list[datetime]:
    found = [call.due for call in incident.call_outs.values() if call.due and call.state.is_awaited]
    begins = Beginnings(incident, plan)
    found += _task_dues(incident, plan, begins)
    told = incident.notifications
    for planned in plan.notifications if plan else ():
        value = told.get(planned.key)
        if value is None or value.told_at is None:
            span = begins.span(planned)
            if span and span.lapsed_at is None:
                found.append(due_at(span.at, planned.within))
    found += [owed.due for owed in roll_call_duties(incident, plan)]
    return found


def _task_dues(incident: Incident, plan: Plan | None, begins: Beginnings) -> Iterator[datetime]:
    recorded, planned = incident.tasks, set[str]()
    for task in plan.tasks if plan else ():
        planned.add(task.key)
        value = recorded.get(task.key)
        if (value and value.settled_at) or (task.within is None and not (value and value.due)):
            continue
        span = begins.span(task, mandatory=task.mandatory)
        if span.lapsed_at if span else not task.when:
            continue
        if value and value.due:
            yield value.due
        elif span is not None and task.within is not None:
            yield due_at(span.at, task.within)
    for key, value in recorded.items():
        if key not in planned and value.due and not value.settled_at:
            yield value.due


def overdue(found: list[Duty], now: datetime) -> list[Duty]:
    """The alarms: duties whose deadline has passed, the one most overdue first."""
    return [duty for duty in found if duty.due <= now]


def next_due(found: list[Duty], now: datetime) -> Duty | None:
    return next((duty for duty in found if duty.due > now and duty.is_somebodys), None)


def _named(name: str, role: Text) -> Text:
    return Text(en=name, zh=name) if name else role
