"""The call list to phone down: everyone still to be reached, in the order of their deadlines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import Enum

import msgspec

from app.models.call_outs import CallOut, CallOutState
from app.models.incident import Incident
from app.models.notifications import NotificationRow, notifications
from app.models.plan import Plan
from app.models.roster import role_of, told_apart
from app.models.site import Person, Site
from app.models.stand_in import NAMELESS, Gap, gaps
from app.models.text import Text


class CallKind(Enum):
    CALL_OUT = "call_out"
    STAND_IN = "stand_in"
    NOTIFICATION = "notification"


class CallLine(msgspec.Struct, frozen=True, kw_only=True):
    """Someone to phone; an empty `phone`: no number is known.

    `who` is whom to say it to: the person's name, or whom the plan names. `role` is what they
    are called for, or whose it is to tell them. `tries` is how often nobody answered.
    """

    key: str
    kind: CallKind
    who: Text
    name: str = ""
    phone: str = ""
    role: Text
    on_duty: bool = False
    called_at: datetime | None = None
    due: datetime | None = None
    tries: int = 0
    tried_at: datetime | None = None
    what: Text | None = None
    gap: Gap | None = None


TARGET = "notification:"
"""What the key of someone to be told begins with; a call-out's is the person's key."""


def call_list(incident: Incident, plan: Plan | None, site: Site) -> list[CallLine]:
    """Those not tried yet by deadline, then those who did not answer, again by deadline.

    Who acknowledged, is on the way, or is to be told in writing has not to be phoned.
    """
    people = site.people
    lines = [
        _of_call_out(call_out, plan, people.get(who))
        for who, call_out in sorted(incident.call_outs.items())
        if call_out.state in _TO_BE_REACHED and not who.startswith(NAMELESS)
    ]
    lines += _stand_ins(incident, plan, site)
    lines += [
        _of_notification(row, incident, plan, people)
        for row in notifications(incident, plan)
        if row.told_at is None and not row.in_writing
    ]
    return sorted(lines, key=_order)


_TO_BE_REACHED = (CallOutState.CALLED, CallOutState.NO_ANSWER)


def _of_call_out(call_out: CallOut, plan: Plan | None, person: Person | None) -> CallLine:
    return CallLine(
        key=call_out.who, kind=CallKind.CALL_OUT, who=_same(call_out.name), name=call_out.name,
        phone=person.phone if person else "", role=role_of(plan, call_out.role),
        on_duty=call_out.on_duty, called_at=call_out.called_at, due=call_out.due,
        tries=call_out.tries, tried_at=call_out.tried_at,
    )  # fmt: skip


def _stand_ins(incident: Incident, plan: Plan | None, site: Site) -> Iterator[CallLine]:
    names = told_apart(site.people)
    for gap in gaps(incident, plan, site):
        person = gap.person
        if person is not None:
            name = names[person.key]
            yield CallLine(
                key=gap.key, kind=CallKind.STAND_IN, who=_same(name), name=name,
                phone=person.phone, role=gap.role.name, on_duty=person.on_duty,
                called_at=gap.called_at, due=gap.due, gap=gap,
            )  # fmt: skip


def _of_notification(
    row: NotificationRow, incident: Incident, plan: Plan | None, people: Mapping[str, Person]
) -> CallLine:
    person = _holder(row, incident, plan, people)
    return CallLine(
        key=TARGET + row.key, kind=CallKind.NOTIFICATION, who=row.who,
        name=person.name if person else "", phone=person.phone if person else "", role=row.by,
        called_at=row.begins_at, due=row.due, tries=row.tries,
        tried_at=row.tried_at, what=row.what,
    )  # fmt: skip


def _holder(
    row: NotificationRow, incident: Incident, plan: Plan | None, people: Mapping[str, Person]
) -> Person | None:
    """Who is called for the role that is to be told, if the plan names a role there."""
    role = next((r for r in plan.roles if r.name == row.who), None) if plan else None
    if role is None:
        return None
    called = (who for who, call_out in incident.call_outs.items() if call_out.role == role.key)
    holders = (people[who] for who in called if who in people)
    named = (person for person in people.values() if role.key in person.roles)
    return next(holders, None) or next(named, None)


def _order(line: CallLine) -> tuple[bool, float]:
    """Of the same time as they come: people by their keys, those to be told as in the plan."""
    return (line.tries > 0, line.due.timestamp() if line.due else float("inf"))


def _same(name: str) -> Text:
    return Text(en=name, zh=name)
