"""The world outside: notifications and services."""

from __future__ import annotations

from app.models import facts as f
from app.models.decisions.case import Case, Decided, Decision, missing
from app.models.refusals import refuse
from app.models.services import dialled


def _notify(case: Case, fact: f.Notified) -> Decided:
    planned = case.plan.notifications if case.plan else ()
    known = next((each for each in planned if each.key == fact.target), None)
    if known is None and not fact.name and fact.target not in case.incident.notifications:
        return refuse("unknown_notification", target=fact.target)
    told_at = case.then.notification(fact.target).told_at
    if told_at:
        who = known.who if known else fact.name or fact.target
        return refuse("already_told", who=who, at=told_at)
    return missing(target=fact.target) or [fact]


def _call_service(case: Case, fact: f.ServiceCalled) -> Decided:
    service = case.then.service(fact.service)
    if service.is_called and service.called_at:
        number = dialled(case.site, fact.service)
        return refuse("service_called", service=number, at=service.called_at)
    by = fact.called_by or case.author
    sheet = tuple((prompt, words.strip()) for prompt, words in fact.sheet if words.strip())
    called = f.ServiceCalled(
        service=fact.service, said=fact.said, called_by=by, reference=fact.reference.strip(),
        sheet=sheet,
    )  # fmt: skip
    return missing(service=fact.service) or [called]


def _reference(case: Case, fact: f.ServiceReferenced) -> Decided:
    service = case.then.service(fact.service)
    if service.called_at is None:
        return refuse("service_not_called", service=dialled(case.site, fact.service))
    if service.reference == fact.reference.strip():
        return refuse("unchanged")
    refusal = missing(reference=fact.reference)
    return refusal or [f.ServiceReferenced(service=fact.service, reference=fact.reference.strip())]


def _service_moves(case: Case, fact: f.ServiceArrived | f.ServiceLeft) -> Decided:
    service, number = case.then.service(fact.service), dialled(case.site, fact.service)
    if service.left_at:
        return refuse("service_left", service=number, at=service.left_at)
    if service.called_at is None:
        return refuse("service_not_called", service=number)
    if isinstance(fact, f.ServiceArrived) and service.arrived_at:
        return refuse("service_here", service=number, at=service.arrived_at)
    return [fact]


DECISIONS: dict[type, Decision] = {
    f.Notified: _notify,
    f.ServiceCalled: _call_service,
    f.ServiceReferenced: _reference,
    f.ServiceArrived: _service_moves,
    f.ServiceLeft: _service_moves,
}
