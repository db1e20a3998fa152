"""Injects as a list: what the drill leader lets happen next, and what was played or skipped."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum

import msgspec

from app.models.course import Status
from app.models.drilling import Drilling, Ended
from app.models.incident import Incident
from app.models.text import Text
from app.models.urgency import Urgency, urgency


class InjectState(Enum):
    TO_COME = "to_come"
    PLAYED = "played"
    SKIPPED = "skipped"


class InjectRow(msgspec.Struct, frozen=True, kw_only=True):
    """`due` is put off by every pause; `leader` is for the drill leader alone.

    `ended` says who played or skipped it, and when; None while it is to come.
    """

    key: str
    text: Text
    leader: Text | None
    due: datetime
    state: InjectState
    ended: Ended | None
    added_by: str = ""

    @property
    def to_come(self) -> bool:
        return self.state is InjectState.TO_COME

    def urgency(self, now: datetime) -> Urgency:
        return urgency(self.due, now) if self.to_come else Urgency.SETTLED


def injects(incident: Incident, now: datetime) -> list[InjectRow]:
    """Those to come by when they are due, then the others, the one played or skipped last first.

    While it is paused every due time moves on with `now`.
    """
    return sorted(_rows(incident.drilling, now), key=_order)


def may_be_played(incident: Incident) -> bool:
    """Whether it is a drill that still runs."""
    return incident.course.drill and incident.course.status is Status.OPEN


def _rows(drilling: Drilling, now: datetime) -> list[InjectRow]:
    rows = []
    for inject in drilling.injects:
        begun = drilling.begun_at or now
        due = _put_off(drilling, begun + inject.at, since=begun, now=now)
        rows.append(_row(drilling, inject.key, inject.text, inject.leader, due))
    for added in drilling.added:
        due = _put_off(drilling, added.due, since=added.at, now=now)
        row = _row(drilling, added.key, added.text, None, due)
        rows.append(msgspec.structs.replace(row, added_by=added.by))
    return rows


def _row(drilling: Drilling, key: str, text: Text, leader: Text | None, due: datetime) -> InjectRow:
    played, skipped = drilling.played.get(key), drilling.skipped.get(key)
    state = InjectState.SKIPPED if skipped else InjectState.TO_COME
    return InjectRow(
        key=key, text=text, leader=leader, due=due, ended=played or skipped,
        state=InjectState.PLAYED if played else state,
    )  # fmt: skip


def _put_off(drilling: Drilling, due: datetime, *, since: datetime, now: datetime) -> datetime:
    """`due`, later by every pause that began between `since` and what it has come to."""
    for pause in drilling.pauses:
        if pause.since < due and (pause.until or now) > since:
            due += max((pause.until or now) - max(pause.since, since), timedelta(0))
    return due


def _order(row: InjectRow) -> tuple[bool, float, str]:
    moment = row.ended.at.timestamp() if row.ended else 0.0
    return (not row.to_come, row.due.timestamp() if row.to_come else -moment, row.key)
