"""What was recorded of each reception: matter, representatives, answers, promises; and contacts."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.rules import stepwise
from app.models.value import Value

_replace = msgspec.structs.replace


class Representative(msgspec.Struct, frozen=True, kw_only=True):
    """`contact` is the key of their contact, empty if they gave none; nothing else is known."""

    key: str
    contact: str = ""
    erase_by: datetime | None = None
    left_at: datetime | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    entry: str
    text: str
    by: str
    at: datetime


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """Kept up as the follow-up of the key `follow_up`."""

    follow_up: str
    text: str
    owner: str
    due: datetime
    at: datetime


class ReceptionValue(Value, frozen=True, kw_only=True):
    """`begun_at` is None where only what came afterwards is known."""

    begun_at: datetime | None = None
    matter: str = ""
    people: int = 0
    unit: str = ""
    received_by: str = ""
    representatives: tuple[Representative, ...] = ()
    answers: tuple[Answer, ...] = ()
    promises: tuple[Promise, ...] = ()
    ended_at: datetime | None = None
    outcome: str = ""

    @property
    def present(self) -> int:
        """How many representatives are being heard."""
        return sum(each.left_at is None for each in self.representatives)

    def representative(self, key: str) -> Representative | None:
        return next((each for each in self.representatives if each.key == key), None)

    def number(self, key: str) -> int:
        """What a representative is called by, in the order in which they came; 0: nobody."""
        keys = [each.key for each in self.representatives]
        return keys.index(key) + 1 if key in keys else 0


class ContactValue(Value, frozen=True, kw_only=True):
    """What the log knows of a contact: whom it is of, and when it was erased."""

    reception: str = ""
    representative: str = ""
    erase_by: datetime | None = None
    erased_at: datetime | None = None
    erased_by: str = ""


def _begun(value: ReceptionValue, fact: f.ReceptionBegun, entry: Entry) -> ReceptionValue:
    """Begun twice, the first counts."""
    if value.begun_at:
        return value
    return _replace(
        value, begun_at=entry.at, matter=fact.matter, people=fact.people, unit=fact.unit,
        received_by=fact.received_by or entry.author,
    )  # fmt: skip


def _amended(value: ReceptionValue, fact: f.ReceptionAmended, entry: Entry) -> ReceptionValue:
    del entry
    given = {
        "matter": fact.matter, "people": fact.people, "unit": fact.unit,
        "received_by": fact.received_by,
    }  # fmt: skip
    return _replace(value, **{name: each for name, each in given.items() if each is not None})


def _added(value: ReceptionValue, fact: f.RepresentativeAdded, entry: Entry) -> ReceptionValue:
    """Two stations may add the fifth and the sixth at once: who was heard was heard.

    Added once more, a representative who had no contact has one.
    """
    del entry
    known = value.representative(fact.representative)
    if known is None:
        known = Representative(key=fact.representative)
        value = _replace(value, representatives=(*value.representatives, known))
    if known.contact:
        return value
    return _with(value, _replace(known, contact=fact.contact, erase_by=fact.erase_by))


def _gone(value: ReceptionValue, fact: f.RepresentativeLeft, entry: Entry) -> ReceptionValue:
    known = value.representative(fact.representative)
    if known is None or known.left_at:
        return value
    return _with(value, _replace(known, left_at=entry.at))


def _with(value: ReceptionValue, changed: Representative) -> ReceptionValue:
    """With the representative of that key as they are now."""
    representatives = tuple(
        changed if each.key == changed.key else each for each in value.representatives
    )
    return _replace(value, representatives=representatives)


def _answered(value: ReceptionValue, fact: f.MatterAnswered, entry: Entry) -> ReceptionValue:
    answer = Answer(entry=entry.id, text=fact.text, by=fact.by or entry.author, at=entry.at)
    return _replace(value, answers=(*value.answers, answer))


def _promised(value: ReceptionValue, fact: f.Promised, entry: Entry) -> ReceptionValue:
    if any(each.follow_up == fact.follow_up for each in value.promises):
        return value
    promise = Promise(
        follow_up=fact.follow_up, text=fact.text, owner=fact.owner, due=fact.due, at=entry.at
    )
    return _replace(value, promises=(*value.promises, promise))


def _ended(value: ReceptionValue, fact: f.ReceptionEnded, entry: Entry) -> ReceptionValue:
    if value.ended_at:
        return value
    return _replace(value, ended_at=entry.at, outcome=fact.outcome)


RECEPTION = stepwise(
    ReceptionValue(),
    {
        f.ReceptionBegun: _begun,
        f.ReceptionAmended: _amended,
        f.RepresentativeAdded: _added,
        f.RepresentativeLeft: _gone,
        f.MatterAnswered: _answered,
        f.Promised: _promised,
        f.ReceptionEnded: _ended,
    },
    subject="reception",
)


def _given(value: ContactValue, fact: f.RepresentativeAdded, entry: Entry) -> ContactValue:
    del entry
    return _replace(
        value, reception=fact.reception, representative=fact.representative,
        erase_by=fact.erase_by,
    )  # fmt: skip


def _erased(value: ContactValue, fact: f.ContactErased, entry: Entry) -> ContactValue:
    del fact
    if value.erased_at:
        return value
    return _replace(value, erased_at=entry.at, erased_by=entry.author)


CONTACT = stepwise(
    ContactValue(), {f.RepresentativeAdded: _given, f.ContactErased: _erased}, subject="contact"
)
