"""Places of the plan that nobody fills: who could be called next, for whom, or that nobody can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import msgspec

from app.models.call_outs import CallOut, CallOutState
from app.models.course import Status
from app.models.filling import candidates, within_of
from app.models.incident import Incident
from app.models.plan import Plan, Role
from app.models.plancheck import EVERYONE
from app.models.site import Person, Site

NAMELESS = "role:"
"""What `who` begins with while nobody is named for a role."""

_LOST = (CallOutState.NO_ANSWER, CallOutState.EXCUSED)


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """`missing` places of a role that nobody fills; `person` is the next who could, if anyone.

    `instead_of` did not answer or was excused; None: nobody was called for the place. `due` is
    when someone called at `called_at` had to be there for it. `asked` says whether the level
    reached calls the role.
    """

    key: str
    role: Role
    missing: int = 1
    asked: bool = True
    instead_of: CallOut | None = None
    person: Person | None = None
    within: timedelta | None = None
    called_at: datetime | None = None
    due: datetime | None = None


def gaps(incident: Incident, plan: Plan | None, site: Site) -> list[Gap]:
    """In the order of the plan's roles; nobody is proposed for two places.

    None once the incident is over, for then nobody is needed any more.
    """
    if plan is None or incident.course.status is not Status.OPEN:
        return []
    of_role: dict[str, list[CallOut]] = {}
    for call_out in incident.call_outs.values():
        of_role.setdefault(call_out.role, []).append(call_out)
    used = {who for who, each in incident.call_outs.items() if not _may_be_proposed(each)}
    groups = _groups_called(incident, plan)
    found: list[Gap] = []
    for role in plan.roles:
        held = of_role.get(role.key, [])
        missing = role.count - sum(map(_fills, held))
        if missing > 0:
            asked = bool(held) or _is_called(plan, role, groups)
            free = (p for p in candidates(plan, site, role) if p.key not in used)
            for gap in _of_role(role, held, missing, asked=asked):
                person = next(free, None) if asked else None
                if person is not None:
                    used.add(person.key)
                found.append(_with(gap, plan, person))
    return found


def _of_role(role: Role, held: Sequence[CallOut], missing: int, *, asked: bool) -> Iterator[Gap]:
    """One for each who was lost, as far as places are missing; one for all the others."""
    lost = sorted((c for c in held if c.state in _LOST), key=lambda c: (_lost_at(c), c.who))
    for call_out in lost[:missing]:
        yield Gap(key=f"stand_in:{call_out.who}", role=role, instead_of=call_out,
                  called_at=call_out.called_at, due=call_out.due)  # fmt: skip
    rest = missing - len(lost)
    if rest > 0:
        nameless = (c for c in held if c.who == NAMELESS + role.key)
        waiting = next((c for c in nameless if c.state.is_awaited), None)
        yield Gap(
            key=waiting.who if waiting else f"gap:{role.key}", role=role, missing=rest,
            asked=asked, called_at=waiting.called_at if waiting else None,
            due=waiting.due if waiting else None,
        )  # fmt: skip


def _with(gap: Gap, plan: Plan, person: Person | None) -> Gap:
    if person is None:
        return gap
    return msgspec.structs.replace(gap, person=person, within=within_of(plan, person, gap.role))


def _fills(call_out: CallOut) -> bool:
    """Whether somebody is here for the place, or on the way; the nameless only once here."""
    if call_out.state is CallOutState.ARRIVED:
        return True
    nameless = call_out.who.startswith(NAMELESS)
    return call_out.state.is_awaited and call_out.state not in _LOST and not nameless


def _may_be_proposed(call_out: CallOut) -> bool:
    """Those stood down may be needed again."""
    return call_out.state in (CallOutState.NONE, CallOutState.STOOD_DOWN)


def _lost_at(call_out: CallOut) -> float:
    moment = call_out.tried_at or call_out.ended_at
    return moment.timestamp() if moment else 0.0


def _groups_called(incident: Incident, plan: Plan) -> set[str]:
    level = incident.leveling.level
    return {group for step in plan.levels if step.level <= level for group in step.call}


def _is_called(plan: Plan, role: Role, groups: set[str]) -> bool:
    return EVERYONE in groups or any(plan.in_group(role.group, group) for group in groups)
