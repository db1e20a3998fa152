"""Acknowledging alarms."""

from __future__ import annotations

from app.models import facts as f
from app.models.alarms import duties, overdue
from app.models.decisions.case import Case, Decided, Decision
from app.models.refusals import refuse


def _acknowledge(case: Case, fact: f.AlarmAcknowledged) -> Decided:
    known = case.then.alarm(fact.alarm)
    if known.covers(fact.due) and known.seen_at:
        return refuse("alarm_seen", at=known.seen_at, by=known.seen_by)
    late = overdue(duties(case.incident, case.plan), case.at)
    standing = any(duty.alarm == fact.alarm and duty.due == fact.due for duty in late)
    return [fact] if standing else refuse("no_alarm")


DECISIONS: dict[type, Decision] = {f.AlarmAcknowledged: _acknowledge}
