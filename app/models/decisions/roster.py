"""Call-outs: who is called for what and by when, and what may be said of them afterwards."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeAlias

from app.models import facts as f
from app.models.call_outs import CallOutState
from app.models.command import Call, Refusal, Scan
from app.models.decisions.case import Case, Decided, Decision, missing, unfilled
from app.models.decisions.scene import posts_left_by
from app.models.filling import everyone, fill_roles, group_of, role_for
from app.models.plan import Group, LevelStep, Plan, Role
from app.models.plancheck import EVERYONE
from app.models.refusals import refuse
from app.models.roster import told_apart
from app.models.site import Person
from app.models.urgency import due_at


def calls_of_steps(case: Case, steps: Sequence[LevelStep]) -> list[f.KnownFact]:
    """The call-outs that reaching these levels brings by itself."""
    called = {group for step in steps for group in step.call}
    if case.plan is None or not called:
        return []
    everybody = EVERYONE in called
    roles = case.plan.roles if everybody else _roles_of(case.plan, called)
    return _call_roles(case, case.plan, roles, all_people=everybody)


def _call(case: Case, command: Call) -> Decided:
    plan = case.plan
    if plan is None:
        return refuse("plan_not_here")
    if command.role and plan.role(command.role) is None:
        return refuse("not_in_plan", key=command.role, known=_listed(plan.roles))
    if command.group and plan.group(command.group) is None:
        return refuse("not_in_plan", key=command.group, known=_listed(plan.groups))
    if command.who:
        return _call_named(case, plan, command)
    roles: Sequence[Role] = plan.roles
    if command.role:
        roles = [role for role in roles if role.key == command.role]
    elif command.group:
        roles = _roles_of(plan, {command.group})
    called = _call_roles(case, plan, roles, all_people=command.everyone)
    return called or refuse("nobody_to_call")


def _roles_of(plan: Plan, groups: Collection[str]) -> list[Role]:
    return [role for role in plan.roles if any(plan.in_group(role.group, key) for key in groups)]


def _listed(parts: Iterable[Role | Group]) -> str:
    return ", ".join(part.key for part in parts)


def _call_roles(
    case: Case, plan: Plan, roles: Iterable[Role], *, all_people: bool
) -> list[f.KnownFact]:
    call_outs = case.incident.call_outs
    busy = frozenset(who for who in call_outs if not _may_be_called_by_rule(case, who))
    taken = [
        each.role
        for who, each in call_outs.items()
        if who in busy and who != unfilled(each.role) and each.state not in _LEAVES_THE_PLACE
    ]
    filled = fill_roles(plan, case.site, roles=roles, busy=busy, taken=taken)
    if all_people:
        filled += everyone(plan, case.site, filled=filled, busy=busy)
    names = told_apart(case.site.people)
    called = [
        _called_out(case, plan, person, role, names)
        for role, person in filled
        if person is not None or (role is not None and unfilled(role.key) not in busy)
    ]
    return _with_places_filled(case, called)


def _with_places_filled(case: Case, called: list[f.CalledOut]) -> list[f.KnownFact]:
    """Once a person is called for a role, nobody waits for the nameless one any more."""
    roles = dict.fromkeys(call.role for call in called if call.who != unfilled(call.role))
    waiting = [unfilled(role) for role in roles]
    awaited = [who for who in waiting if case.then.call_out(who).state.is_awaited]
    return [*called, *(f.StoodDown(who=who) for who in awaited)]


_LEAVES_THE_PLACE = (CallOutState.NO_ANSWER, CallOutState.EXCUSED)
"""Not to be called again by rule, and somebody else is needed in their place."""


def _may_be_called_by_rule(case: Case, who: str) -> bool:
    """Those stood down may be needed again; those excused said that they cannot come."""
    states = {case.then.call_out(who).state, case.incident.call_out(who).state}
    return states <= {CallOutState.NONE, CallOutState.STOOD_DOWN}


def _called_out(
    case: Case, plan: Plan, person: Person | None, role: Role | None, names: Mapping[str, str]
) -> f.CalledOut:
    on_duty = person is not None and person.on_duty
    key = role.key if role else ""
    group = group_of(plan, person, role)
    within = plan.within(role=key, group=group, on_duty=on_duty)
    return f.CalledOut(
        who=person.key if person else unfilled(key),
        name=names[person.key] if person else "",
        role=key, group=group, due=due_at(case.at, within), on_duty=on_duty,
    )  # fmt: skip


def _call_named(case: Case, plan: Plan, command: Call) -> Decided:
    called: list[f.CalledOut] = []
    names = told_apart(case.site.people)
    for who in dict.fromkeys(command.who):
        person = case.site.people.get(who)
        if person is None:
            return refuse("unknown_person", who=who)
        refusal = _cannot_be_called(case, who)
        if refusal:
            return refusal
        role = role_for(plan, person, command.role)
        called.append(_called_out(case, plan, person, role, names))
    return _with_places_filled(case, called)


def _cannot_be_called(case: Case, who: str) -> Refusal | None:
    """Neither twice, nor when they are here; but a call that led to an arrival may come late."""
    then, now = case.then.call_out(who), case.incident.call_out(who)
    for call_out in (then, now):
        if call_out.state.is_awaited and call_out.called_at:
            return refuse("already_called", name=case.person(who), at=call_out.called_at)
    here = then if then.state is CallOutState.ARRIVED else now
    if here.state is CallOutState.ARRIVED and here.arrived_at and (here is then or here.called):
        return refuse("already_arrived", name=case.person(who), at=here.arrived_at)
    return None


def _check_called_out(case: Case, fact: f.CalledOut) -> Decided:
    refusal = missing(who=fact.who, role=fact.role)
    return refusal or _cannot_be_called(case, fact.who) or [fact]


_OnThePhone: TypeAlias = f.Acknowledged | f.OnTheWay | f.NoAnswer | f.Excused | f.StoodDown


def _on_the_phone(case: Case, fact: _OnThePhone) -> Decided:
    call_out = case.then.call_out(fact.who)
    name = case.person(fact.who)
    if call_out.state is CallOutState.NONE:
        return refuse("never_called", name=name)
    if call_out.state is CallOutState.ARRIVED and call_out.arrived_at:
        if isinstance(fact, f.StoodDown):
            return [fact, *posts_left_by(case, fact.who)]
        return refuse("already_arrived", name=name, at=call_out.arrived_at)
    if not call_out.state.is_awaited:
        return refuse("not_awaited", name=name)
    if isinstance(fact, f.Excused):
        return missing(reason=fact.reason) or [fact]
    return [fact]


def _arrived(case: Case, fact: f.Arrived) -> Decided:
    call_out = case.then.call_out(fact.who)
    if call_out.state is CallOutState.ARRIVED and call_out.arrived_at:
        return refuse("already_arrived", name=case.person(fact.who), at=call_out.arrived_at)
    known = case.site.person(fact.who) is not None or fact.who in case.incident.call_outs
    if not known:
        return refuse("unknown_person", who=fact.who)
    name = fact.name or call_out.name or told_apart(case.site.people).get(fact.who, "")
    return [f.Arrived(who=fact.who, name=name or case.name_of(fact.who), by=fact.by)]


def _scan(case: Case, command: Scan) -> Decided:
    typed = command.text.strip()
    if not typed:
        return refuse("missing", field="name")
    for person in case.site.people.values():
        if typed == person.badge:
            return _arrived(case, f.Arrived(who=person.key, by=f.ArrivedBy.BADGE))
    found = _by_name(case, typed.casefold())
    if len(found) > 1:
        apart = told_apart(case.site.people)
        names = ", ".join(apart[person.key] for person in found[:4])
        return refuse("ambiguous_person", who=typed, names=names)
    if not found:
        return refuse("unknown_person", who=typed)
    return _arrived(case, f.Arrived(who=found[0].key))


def _by_name(case: Case, typed: str) -> list[Person]:
    """Whole names before beginnings; among several, those who are awaited."""
    people, apart = case.site.people.values(), told_apart(case.site.people)
    whole = [p for p in people if typed in (p.name.casefold(), apart[p.key].casefold())]
    fitting = whole or [p for p in people if p.name.casefold().startswith(typed)]
    awaited = [p for p in fitting if case.then.call_out(p.key).state.is_awaited]
    return awaited or fitting


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
