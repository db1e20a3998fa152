"""Who commands: the commander, or the deputy who acts until the commander is here."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.models.call_outs import CallOut, CallOutState
from app.models.incident import Incident
from app.models.plan import Plan


class Commander(msgspec.Struct, frozen=True, kw_only=True):
    """`acting` for a deputy of the role that commands at this level.

    `until` names the commander who is still to come. `relief` is who is on site and stands before
    the deputy: command can be handed over to them.
    """

    who: str = ""
    name: str = ""
    since: datetime | None = None
    acting: bool = False
    until: str = ""
    relief: str = ""
    relief_name: str = ""


def commander(incident: Incident, plan: Plan | None) -> Commander:
    """Whoever took command last; else who of the plan's succession came first and is on site.

    Somebody must hand command over: nobody loses it by the arrival of another.
    """
    ranks = {role.key: role.succession for role in plan.roles} if plan else {}
    called = [c for c in incident.call_outs.values() if ranks.get(c.role) is not None]
    called.sort(key=lambda call_out: (ranks[call_out.role] or 0, call_out.who))
    commanding = incident.commanding
    if commanding.who:
        rank = ranks.get(incident.call_out(commanding.who).role)
        who, name, since = commanding.who, commanding.name, commanding.since
    else:
        here = min(filter(_is_here, called), key=_came, default=None)
        if here is None:
            return Commander(until=_expected(called))
        rank, who, name, since = ranks[here.role], here.who, here.name, here.arrived_at
    acting = rank is not None and rank > _wanted(incident, plan)
    before = [c for c in called if acting and (ranks[c.role] or 0) < (rank or 0)]
    relief = next(filter(_is_here, before), None)
    return Commander(
        who=who, name=name, since=since, acting=acting, until=_expected(before),
        relief=relief.who if relief else "", relief_name=relief.name if relief else "",
    )  # fmt: skip


def _wanted(incident: Incident, plan: Plan | None) -> int:
    """The rank of the role that commands on site at the level reached."""
    level = incident.leveling.level
    steps = [step for step in plan.levels if step.commander and step.level <= level] if plan else []
    highest = max(steps, key=lambda step: step.level, default=None)
    role = plan.role(highest.commander) if plan and highest else None
    return (role.succession if role else None) or 0


def _is_here(call_out: CallOut) -> bool:
    return call_out.state is CallOutState.ARRIVED


def _came(call_out: CallOut) -> float:
    """Of those who came at the same moment `min` takes the first in the succession."""
    return call_out.arrived_at.timestamp() if call_out.arrived_at else 0.0


def _expected(called: list[CallOut]) -> str:
    return next((c.name for c in called if c.state.is_awaited), "")
