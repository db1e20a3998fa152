"""The world outside: notifications and services."""

from __future__ import annotations

from app.models import facts as f
from app.models.decisions.case import Case, Decided, Decision, missing
from app.models.outside import NotificationValue, ServiceValue
from app.models.refusals import refuse


def _notify(case: Case, fact: f.Notified) -> Decided:
    planned = case.plan.notifications if case.plan else ()
    known = next((each for each in planned if each.key == fact.target), None)
    value = case.incident.notifications.get(fact.target, NotificationValue())
    if known is None and not fact.name and value.tried_at is None:
        return refuse("unknown_notification", target=fact.target)
    if value.told_at:
        who = known.who if known else fact.name or fact.target
        return refuse("already_told", who=who, at=value.told_at)
    return [fact]


def _call_service(case: Case, fact: f.ServiceCalled) -> Decided:
    refusal = missing(service=fact.service)
    if refusal:
        return refusal
    value = case.incident.services.get(fact.service, ServiceValue())
    if value.called_at and not value.left_at:
        return refuse("service_called", service=fact.service, at=value.called_at)
    by = fact.called_by or case.author
    return [f.ServiceCalled(service=fact.service, said=fact.said, called_by=by)]


def _service_moves(case: Case, fact: f.ServiceArrived | f.ServiceLeft) -> Decided:
    value = case.incident.services.get(fact.service, ServiceValue())
    if value.called_at is None or value.left_at is not None:
        return refuse("service_not_called", service=fact.service)
    if isinstance(fact, f.ServiceArrived) and value.arrived_at:
        return refuse("service_here", service=fact.service, at=value.arrived_at)
    return [fact]


DECISIONS: dict[type, Decision] = {
    f.Notified: _notify,
    f.ServiceCalled: _call_service,
    f.ServiceArrived: _service_moves,
    f.ServiceLeft: _service_moves,
}
