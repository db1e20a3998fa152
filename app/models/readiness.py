"""Readiness: for each plan, which roles nobody could fill in time, on whom it hangs, drills."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from enum import Enum

import msgspec

from app.models.filling import Filled, candidates, fill_roles, group_of
from app.models.plan import Plan, Role
from app.models.site import Person, Site
from app.models.text import Text

DRILL_EVERY = timedelta(days=182)
"""Half a year: what 生产安全事故应急预案管理办法 (2019), Art. 33, asks of crowded places."""


class Staffing(msgspec.Struct, frozen=True, kw_only=True):
    """Who could be called at a moment. Off duty without a number, nobody can be."""

    people: Mapping[str, Person]


class RoleGap(msgspec.Struct, frozen=True, kw_only=True):
    """`filled` of the `needed` places; 0: nobody could fill it in time."""

    role: str
    name: Text
    needed: int
    filled: int


class Single(msgspec.Struct, frozen=True, kw_only=True):
    """A person without whom there is nobody at all for these roles."""

    person: str
    name: str
    roles: tuple[Text, ...]


class Drilled(Enum):
    FINE = "fine"
    OVERDUE = "overdue"
    NEVER = "never"
    UNKNOWN = "unknown"


class PlanReadiness(msgspec.Struct, frozen=True, kw_only=True):
    """`slowest` is how long the last of those who could be called may take, by the plan."""

    key: str
    title: Text
    gaps: tuple[RoleGap, ...]
    singles: tuple[Single, ...]
    slowest: timedelta | None
    last_drill: datetime | None
    drilled: Drilled

    @property
    def unfilled(self) -> int:
        return sum(gap.needed - gap.filled for gap in self.gaps)

    @property
    def is_ready(self) -> bool:
        """Lacks nothing that is known of."""
        is_due = self.drilled in (Drilled.NEVER, Drilled.OVERDUE)
        return not self.gaps and not self.singles and not is_due


class NoNumber(msgspec.Struct, frozen=True, kw_only=True):
    """`plans` are those that would call them."""

    person: str
    name: str
    on_duty: bool
    plans: tuple[Text, ...]


class Readiness(msgspec.Struct, frozen=True, kw_only=True):
    """As of `at`; `on_duty` says how many were then."""

    at: datetime
    on_duty: int
    plans: tuple[PlanReadiness, ...]
    without_number: tuple[NoNumber, ...]

    @property
    def are_drills_known(self) -> bool:
        return all(plan.drilled is not Drilled.UNKNOWN for plan in self.plans)


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What is printed: as it was shown at `now`.

    `hour` of the week (0: Monday 00:00) is -1 for now; `hours` are the unfilled places of all of
    them, None where nothing is known of duty then. What is told of an hour is its worst.
    """

    told: Readiness
    now: datetime
    hour: int
    hours: tuple[int | None, ...]


def readiness(
    site: Site, at: datetime, *, now: datetime, drills: Mapping[str, datetime] | None
) -> Readiness:
    """With today's staff and plans, and who was on duty at `at`.

    `drills` says when each plan (by key) was last drilled, None where that is not known. The
    plans with most unfilled first.
    """
    everyone = on_duty_at(site, at)
    reachable = able(everyone)
    plans = [_plan(plan, reachable, now, drills) for plan in _plans(site)]
    return Readiness(
        at=at,
        on_duty=sum(person.on_duty for person in everyone.people.values()),
        plans=tuple(sorted(plans, key=_order)),
        without_number=tuple(_without_number(site, everyone)),
    )


def on_duty_at(site: Site, at: datetime) -> Staffing:
    """Today's staff, with who was on duty then."""
    people = {}
    for key, person in site.people.items():
        then: Person = site.fold.value("person", key, at)
        people[key] = msgspec.structs.replace(person, on_duty_since=then.on_duty_since)
    return Staffing(people=people)


def able(staffing: Staffing) -> Staffing:
    return Staffing(
        people={
            key: person for key, person in staffing.people.items() if person.on_duty or person.phone
        }
    )


def unfilled(site: Site, staffing: Staffing) -> int:
    """How many places of the plan that is worst off nobody could fill."""
    filled = (_gaps(plan, _fill(plan, able(staffing))) for plan in _plans(site))
    return max((sum(gap.needed - gap.filled for gap in gaps) for gaps in filled), default=0)


def _plans(site: Site) -> list[Plan]:
    """Those that call anybody."""
    return [plan for plan in site.plans.values() if plan.roles]


def _plan(
    plan: Plan, staffing: Staffing, now: datetime, drills: Mapping[str, datetime] | None
) -> PlanReadiness:
    filled = _fill(plan, staffing)
    return PlanReadiness(
        key=plan.key, title=plan.title, gaps=_gaps(plan, filled),
        singles=tuple(_singles(plan, staffing, filled)), slowest=_slowest(plan, filled),
        last_drill=(drills or {}).get(plan.key), drilled=_drilled(plan, drills, now),
    )  # fmt: skip


def _fill(plan: Plan, staffing: Staffing, *, without: Collection[str] = ()) -> list[Filled]:
    return fill_roles(plan, staffing, roles=plan.roles, busy=without, taken=())


def _counts(filled: Iterable[Filled]) -> Counter[str]:
    return Counter(role.key for role, person in filled if role and person)


def _gaps(plan: Plan, filled: Iterable[Filled]) -> tuple[RoleGap, ...]:
    counts = _counts(filled)
    return tuple(
        RoleGap(role=role.key, name=role.name, needed=role.count, filled=counts[role.key])
        for role in plan.roles
        if counts[role.key] < role.count
    )


def _singles(plan: Plan, staffing: Staffing, filled: list[Filled]) -> Iterable[Single]:
    """Of those who are called for a place: whose absence leaves a role with nobody."""
    before = _counts(filled)
    for role, person in filled:
        if role is None or person is None or _has_spare(plan, staffing, role, before[role.key]):
            continue
        after = _counts(_fill(plan, staffing, without=(person.key,)))
        lost = [each for each in plan.roles if before[each.key] and not after[each.key]]
        if lost:
            names = tuple(each.name for each in lost)
            yield Single(person=person.key, name=person.name, roles=names)


def _has_spare(plan: Plan, staffing: Staffing, role: Role, filled: int) -> bool:
    """Whether so many could fill the role that no single one is missed, whatever else is filled."""
    could = len(candidates(plan, staffing, role))
    return could > filled + sum(each.count for each in plan.roles)


def _slowest(plan: Plan, filled: Iterable[Filled]) -> timedelta | None:
    times = [
        plan.within(role=role.key, group=group_of(plan, person, role), on_duty=person.on_duty)
        for role, person in filled
        if role and person
    ]
    return max(times, default=None)


def _drilled(plan: Plan, drills: Mapping[str, datetime] | None, now: datetime) -> Drilled:
    if drills is None:
        return Drilled.UNKNOWN
    last = drills.get(plan.key)
    if last is None:
        return Drilled.NEVER
    return Drilled.OVERDUE if now - last > DRILL_EVERY else Drilled.FINE


def _without_number(site: Site, staffing: Staffing) -> Iterable[NoNumber]:
    plans = _plans(site)
    for key, person in sorted(staffing.people.items()):
        if not person.phone:
            alone = Staffing(people={key: person})
            called = tuple(
                plan.title
                for plan in plans
                if any(candidates(plan, alone, role) for role in plan.roles)
            )
            yield NoNumber(person=key, name=person.name, on_duty=person.on_duty, plans=called)


def _order(plan: PlanReadiness) -> tuple[int, int, int, str]:
    rank = {Drilled.NEVER: 0, Drilled.OVERDUE: 1, Drilled.UNKNOWN: 2, Drilled.FINE: 2}
    return (-plan.unfilled, -len(plan.singles), rank[plan.drilled], plan.key)
