"""The call list to phone down: everyone still to be reached, in the order of their deadlines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import Enum

import msgspec

from app.models.call_outs import CallOut, CallOutState
from app.models.incident import Incident
from app.models.messages import MessageTrouble, failed_messages, target_of
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
    MESSAGE = "message"
    """A message that is about no notification of the plan, and failed."""


class CallLine(msgspec.Struct, frozen=True, kw_only=True):
    """Someone to phone; an empty `phone`: no number is known.

    `who` is whom to say it to: the person's name, or whom the plan names. `role` is what they
    are called for, or whose it is to tell them. `tries` is how often nobody answered.
    `failed` is why a message to them failed, as the log keeps it.
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
    failed: str = ""
    gap: Gap | None = None


TARGET = "notification:"
"""What the key of someone to be told begins with; a call-out's is the person's key."""


def call_list(incident: Incident, plan: Plan | None, site: Site) -> list[CallLine]:
    """Those not tried yet by deadline, then those who did not answer, again by deadline.

    Who acknowledged or is on the way has not to be phoned, nor who is to be told in writing,
    unless the message failed.
    """
    people = site.people
    failed = {
        target_of(trouble.message, incident.message(trouble.message)): trouble
        for trouble in failed_messages(incident)
        if trouble.why
    }
    lines = [
        _of_call_out(call_out, plan, people.get(who))
        for who, call_out in sorted(incident.call_outs.items())
        if call_out.state in _TO_BE_REACHED and not who.startswith(NAMELESS)
    ]
    lines += _stand_ins(incident, plan, site)
    for row in notifications(incident, plan):
        lost = failed.pop(row.key, None)
        if row.told_at is None and (lost or not row.in_writing):
            lines.append(_of_notification(row, incident, plan, people, lost.why if lost else ""))
    lines += [_of_message(target, lost, incident, people) for target, lost in failed.items()]
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
    row: NotificationRow, incident: Incident, plan: Plan | None, people: Mapping[str, Person],
    failed: str,
) -> CallLine:  # fmt: skip
    person = _holder(row, incident, plan, people)
    return CallLine(
        key=TARGET + row.key, kind=CallKind.NOTIFICATION, who=row.who,
        name=person.name if person else "", phone=person.phone if person else "", role=row.by,
        called_at=row.begins_at, due=row.due, tries=row.tries,
        tried_at=row.tried_at, what=row.what, failed=failed,
    )  # fmt: skip


def _of_message(
    target: str, lost: MessageTrouble, incident: Incident, people: Mapping[str, Person]
) -> CallLine:
    value, told = incident.message(lost.message), incident.notification(target)
    person = next((each for each in people.values() if each.name == value.to), None)
    return CallLine(
        key=TARGET + target, kind=CallKind.MESSAGE, who=_same(value.to), name=value.to,
        phone=person.phone if person else "", role=_same(value.sent_by), called_at=value.sent_at,
        due=lost.since, tries=told.tries, tried_at=told.tried_at, what=_same(value.text),
        failed=lost.why,
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
