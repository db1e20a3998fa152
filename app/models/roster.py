"""The roster: who was called for what, when they must be here, who is here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

import msgspec

from app.models.call_outs import CallOut, CallOutState
from app.models.incident import Incident
from app.models.plan import Plan
from app.models.site import Person
from app.models.text import Text
from app.models.urgency import Urgency, urgency


class RosterRow(msgspec.Struct, frozen=True, kw_only=True):
    """`in_time` is None until they are here, or if they were never called."""

    who: str
    name: str
    role: Text
    group: Text
    state: CallOutState
    on_duty: bool
    due: datetime | None
    called_at: datetime | None
    eta: datetime | None
    arrived_at: datetime | None
    ended_at: datetime | None
    in_time: bool | None
    reason: str
    tries: int = 0
    tried_at: datetime | None = None

    @property
    def awaited(self) -> bool:
        return self.state.is_awaited

    def urgency(self, now: datetime) -> Urgency:
        return urgency(self.due, now) if self.awaited else Urgency.SETTLED

    @property
    def will_be_late(self) -> bool:
        """By their own word: the ETA is after the deadline."""
        on_the_way = self.state is CallOutState.ON_THE_WAY
        return bool(on_the_way and self.eta and self.due and self.eta > self.due)

    def is_past_eta(self, now: datetime) -> bool:
        on_the_way = self.state is CallOutState.ON_THE_WAY
        return bool(on_the_way and self.eta and self.eta <= now)


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """On site, and called: those excused are not counted, nor those stood down unseen."""

    here: int
    called: int


def roster(incident: Incident, plan: Plan | None) -> list[RosterRow]:
    """Awaited by deadline, then those here by arrival, then those no longer expected."""
    rows = [_row(call_out, plan) for call_out in incident.call_outs.values()
            if call_out.state is not CallOutState.NONE]  # fmt: skip
    return sorted(rows, key=_order)


def calls_before(incident: Incident, plan: Plan | None) -> list[RosterRow]:
    """The calls that had ended when the same people were called anew or came back."""
    before = (each for call_out in incident.call_outs.values() for each in call_out.before)
    return [_row(each, plan) for each in before]


def counts(incident: Incident) -> Counts:
    states = [call_out.state for call_out in incident.call_outs.values()]
    here = states.count(CallOutState.ARRIVED)
    return Counts(here=here, called=here + sum(state.is_awaited for state in states))


def names(incident: Incident) -> dict[str, str]:
    """Everyone in the roster by key, for lines that name a person."""
    return {who: call_out.name for who, call_out in incident.call_outs.items()}


def told_apart(people: Mapping[str, Person]) -> dict[str, str]:
    """Everyone's name by key; those who share one with the badge, or else the group, or the key."""
    shared = Counter(person.name for person in people.values())
    marked = {key: person.badge or person.group for key, person in people.items()}
    same = Counter((person.name, marked[key]) for key, person in people.items())

    def told(key: str, name: str) -> str:
        mark = marked[key] if same[name, marked[key]] == 1 else key
        return name if shared[name] == 1 else f"{name} ({mark})"

    return {key: told(key, person.name) for key, person in people.items()}


def _order(row: RosterRow) -> tuple[int, float, str, str]:
    if row.awaited:
        return (0, row.due.timestamp() if row.due else 0.0, row.name, row.who)
    moment = row.arrived_at or row.ended_at
    here = 1 if row.state is CallOutState.ARRIVED else 2
    return (here, moment.timestamp() if moment else 0.0, row.name, row.who)


def _row(call_out: CallOut, plan: Plan | None) -> RosterRow:
    group = next((g.name for g in plan.groups if g.key == call_out.group), None) if plan else None
    due, arrived = call_out.due, call_out.arrived_at
    return RosterRow(
        who=call_out.who,
        name=call_out.name,
        role=role_of(plan, call_out.role),
        group=group or _plain(call_out.group),
        state=call_out.state,
        on_duty=call_out.on_duty,
        due=due,
        called_at=call_out.called_at,
        eta=call_out.eta,
        arrived_at=arrived,
        ended_at=call_out.ended_at,
        in_time=None if due is None or arrived is None else arrived <= due,
        reason=call_out.reason,
        tries=call_out.tries,
        tried_at=call_out.tried_at,
    )


def role_of(plan: Plan | None, key: str) -> Text:
    """A role as the plan names it; by its key while the plan is not here."""
    role = plan.role(key) if plan else None
    return role.name if role else _plain(key)


def _plain(key: str) -> Text:
    return Text(en=key, zh=key)
