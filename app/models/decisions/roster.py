"""Call-outs: who is called for what and by when, and what may be said of them afterwards."""

from __future__ import annotations

from typing import TypeAlias

from app.models import facts as f
from app.models.call_outs import CallOut, CallOutState
from app.models.command import Call, Refusal, Scan
from app.models.decisions.case import Case, Decided, Decision, missing
from app.models.filling import everyone, fill_roles
from app.models.plan import LevelStep, Role
from app.models.refusals import refuse
from app.models.site import Person

_NOT_AGAIN = (CallOutState.ARRIVED, CallOutState.EXCUSED)
"""Whom a call of a whole group passes over, beyond those who are awaited."""


def calls_of_step(case: Case, step: LevelStep) -> list[f.KnownFact]:
    """The call-outs that setting a level brings by itself."""
    groups = () if "all" in step.call else step.call
    return _call_roles(case, groups, all_people="all" in step.call) if step.call else []


def _call(case: Case, command: Call) -> Decided:
    if command.who:
        return _call_named(case, command)
    if case.plan is None:
        return refuse("plan_not_here")
    groups = (command.group,) if command.group else ()
    called = _call_roles(case, groups, all_people=command.everyone)
    return called or refuse("nobody_to_call")


def _call_roles(case: Case, groups: tuple[str, ...], *, all_people: bool) -> list[f.KnownFact]:
    if case.plan is None:
        return []
    busy = frozenset(
        who
        for who, call_out in case.incident.call_outs.items()
        if call_out.state.is_awaited or call_out.state in _NOT_AGAIN
    )
    taken = [each.role for who, each in case.incident.call_outs.items() if who in busy]
    filled = fill_roles(case.plan, case.site, groups=groups, busy=busy, taken=taken)
    if all_people:
        filled += everyone(case.plan, case.site, filled=filled, busy=busy)
    return [
        _called_out(case, person, role)
        for role, person in filled
        if person or f"role:{role.key}" not in busy
    ]


def _called_out(case: Case, person: Person | None, role: Role) -> f.CalledOut:
    assert case.plan is not None  # noqa: S101  roles come from a plan
    on_duty = person is not None and person.on_duty
    group = person.group if person and person.group else role.group
    within = case.plan.within(role=role.key, group=group, on_duty=on_duty)
    return f.CalledOut(
        who=person.key if person else f"role:{role.key}",
        name=person.name if person else "",
        role=role.key, group=group, due=case.at + within, on_duty=on_duty,
    )  # fmt: skip


def _call_named(case: Case, command: Call) -> Decided:
    if case.plan is None:
        return refuse("plan_not_here")
    called: list[f.KnownFact] = []
    for who in dict.fromkeys(command.who):
        person = case.site.people.get(who)
        if person is None:
            return refuse("unknown_person", who=who)
        refusal = _cannot_be_called(case.incident.call_out(who))
        if refusal:
            return refusal
        called.append(_called_out(case, person, _role_for(case, person, command.role)))
    return called


def _role_for(case: Case, person: Person, wanted: str) -> Role:
    """The wanted role, else the person's first that the plan has, else one of their group."""
    assert case.plan is not None  # noqa: S101  checked by the caller
    roles = case.plan.roles
    for key in (wanted, *person.roles):
        found = case.plan.role(key)
        if found:
            return found
    return next((role for role in roles if role.group == person.group), roles[-1])


def _cannot_be_called(call_out: CallOut) -> Refusal | None:
    if call_out.state is CallOutState.ARRIVED and call_out.arrived_at:
        return refuse("already_arrived", name=call_out.name, at=call_out.arrived_at)
    if call_out.state.is_awaited and call_out.called_at:
        return refuse("already_called", name=call_out.name, at=call_out.called_at)
    return None


def _check_called_out(case: Case, fact: f.CalledOut) -> Decided:
    refusal = missing(who=fact.who, role=fact.role)
    return refusal or _cannot_be_called(case.incident.call_out(fact.who)) or [fact]


_OnThePhone: TypeAlias = f.Acknowledged | f.OnTheWay | f.NoAnswer | f.Excused | f.StoodDown


def _on_the_phone(case: Case, fact: _OnThePhone) -> Decided:
    call_out = case.incident.call_out(fact.who)
    name = case.name_of(fact.who)
    if call_out.state is CallOutState.NONE:
        return refuse("never_called", name=name)
    if call_out.state is CallOutState.ARRIVED and call_out.arrived_at:
        if isinstance(fact, f.StoodDown):
            return [fact]
        return refuse("already_arrived", name=name, at=call_out.arrived_at)
    if not call_out.state.is_awaited:
        return refuse("not_awaited", name=name)
    if isinstance(fact, f.Excused):
        return missing(reason=fact.reason) or [fact]
    return [fact]


def _arrived(case: Case, fact: f.Arrived) -> Decided:
    call_out = case.incident.call_out(fact.who)
    if call_out.state is CallOutState.ARRIVED and call_out.arrived_at:
        return refuse("already_arrived", name=call_out.name, at=call_out.arrived_at)
    person = case.site.person(fact.who)
    if person is None and call_out.state is CallOutState.NONE:
        return refuse("unknown_person", who=fact.who)
    return [f.Arrived(who=fact.who, name=fact.name or case.name_of(fact.who), by=fact.by)]


def _scan(case: Case, command: Scan) -> Decided:
    typed = command.text.strip()
    people = case.site.people.values()
    for person in people:
        if typed and typed == person.badge:
            return _arrived(case, f.Arrived(who=person.key, by=f.ArrivedBy.BADGE))
    found = _by_name(case, typed)
    if len(found) == 1:
        return _arrived(case, f.Arrived(who=found[0].key))
    if found:
        names = ", ".join(person.name for person in found[:4])
        return refuse("ambiguous_person", who=typed, names=names)
    return refuse("unknown_person", who=typed) if typed else refuse("missing", field="name")


def _by_name(case: Case, typed: str) -> list[Person]:
    """Whole names first; then beginnings, those who are awaited before the others."""
    if not typed:
        return []
    folded = typed.casefold()
    people = list(case.site.people.values())
    whole = [person for person in people if person.name.casefold() == folded]
    begins = [person for person in people if person.name.casefold().startswith(folded)]
    awaited = [p for p in begins if case.incident.call_out(p.key).state.is_awaited]
    return whole or awaited or begins


DECISIONS: dict[type, Decision] = {
    Call: _call,
    Scan: _scan,
    f.CalledOut: _check_called_out,
    f.Acknowledged: _on_the_phone,
    f.OnTheWay: _on_the_phone,
    f.NoAnswer: _on_the_phone,
    f.Excused: _on_the_phone,
    f.StoodDown: _on_the_phone,
    f.Arrived: _arrived,
}
