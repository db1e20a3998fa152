"""Receptions: who may be heard, what is answered and promised, and what is erased."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from app.models import facts as f
from app.models.command import Refusal
from app.models.decisions.case import Case, Decided, Decision, missing
from app.models.incident import Incident
from app.models.reception import erase_by, rules_of
from app.models.reception_states import ReceptionValue
from app.models.refusals import refuse

_replace = msgspec.structs.replace

_OfReception: TypeAlias = (
    f.ReceptionAmended | f.RepresentativeAdded | f.RepresentativeLeft | f.MatterAnswered
    | f.Promised | f.ReceptionEnded
)  # fmt: skip


def _begin(case: Case, fact: f.ReceptionBegun) -> Decided:
    if case.incident.reception(fact.reception).begun_at:
        return refuse("reception_begun")
    refusal = missing(reception=fact.reception, matter=fact.matter)
    return refusal or [_replace(fact, received_by=fact.received_by or case.author)]


def _running(case: Case, fact: _OfReception) -> ReceptionValue | Refusal:
    """The reception as it was then, if it was going on."""
    value = case.then.reception(fact.reception)
    if value.begun_at is None:
        return refuse("no_reception")
    if value.ended_at:
        return refuse("reception_ended", at=value.ended_at)
    return value


def _amend(case: Case, fact: f.ReceptionAmended) -> Decided:
    value = _running(case, fact)
    if isinstance(value, Refusal):
        return value
    same = (
        fact.matter in (None, value.matter)
        and fact.people in (None, value.people)
        and fact.unit in (None, value.unit)
        and fact.received_by in (None, value.received_by)
    )
    if same:
        return refuse("unchanged")
    given = {} if fact.matter is None else {"matter": fact.matter}
    return missing(**given) or [fact]


def _add(case: Case, fact: f.RepresentativeAdded) -> Decided:
    """As many as the plan says, and whom the visitors choose (信访工作条例, 2022, Art. 20)."""
    value = _running(case, fact)
    if isinstance(value, Refusal):
        return value
    known = value.representative(fact.representative)
    if known is not None and (known.contact or not fact.contact):
        return refuse("unchanged")
    now = case.incident.reception(fact.reception)
    most = rules_of(case.plan).most
    if known is None and max(value.present, now.present) >= most:
        return refuse("representatives_full", most=most)
    until = erase_by(value.begun_at or case.at, case.plan) if fact.contact else None
    added = _replace(fact, erase_by=until)
    return missing(representative=fact.representative) or [added]


def _leave(case: Case, fact: f.RepresentativeLeft) -> Decided:
    value = _running(case, fact)
    if isinstance(value, Refusal):
        return value
    found = value.representative(fact.representative)
    if found is None:
        return refuse("no_representative")
    return refuse("unchanged") if found.left_at else [fact]


def _answer(case: Case, fact: f.MatterAnswered) -> Decided:
    value = _running(case, fact)
    if isinstance(value, Refusal):
        return value
    return missing(text=fact.text) or [_replace(fact, by=fact.by or case.author)]


def _promise(case: Case, fact: f.Promised) -> Decided:
    value = _running(case, fact)
    if isinstance(value, Refusal):
        return value
    refusal = missing(follow_up=fact.follow_up, text=fact.text, owner=fact.owner)
    if refusal:
        return refusal
    if fact.due <= case.at:
        return refuse("due_passed", due=fact.due)
    taken = {
        each.follow_up
        for reception in case.incident.receptions.values()
        for each in reception.promises
    }
    return refuse("promise_exists") if fact.follow_up in taken else [fact]


def _end(case: Case, fact: f.ReceptionEnded) -> Decided:
    value = _running(case, fact)
    return value if isinstance(value, Refusal) else [fact]


def _erase(case: Case, fact: f.ContactErased) -> Decided:
    refusal = missing(contact=fact.contact)
    if refusal:
        return refusal  # under the empty key stand all who have none
    contact = case.incident.contact(fact.contact)
    if not contact.reception:
        return refuse("no_contact")
    if contact.erased_at:
        return refuse("contact_erased", at=contact.erased_at)
    return [fact]


def loses_contact(incident: Incident, was: f.AnyFact, instead: f.AnyFact | None) -> bool:
    """Whether with this correction nobody could see, or erase, a name that is still kept."""
    match was:
        case f.RepresentativeAdded(contact=contact):
            same = isinstance(instead, f.RepresentativeAdded) and instead.contact == contact
            kept = [] if same else [contact]
        case f.ReceptionBegun(reception=reception) if instead is None:
            heard = incident.reception(reception).representatives
            kept = [each.contact for each in heard]
        case _:
            return False
    return any(each and not incident.contact(each).erased_at for each in kept)


DECISIONS: dict[type, Decision] = {
    f.ReceptionBegun: _begin,
    f.ReceptionAmended: _amend,
    f.RepresentativeAdded: _add,
    f.RepresentativeLeft: _leave,
    f.MatterAnswered: _answer,
    f.Promised: _promise,
    f.ReceptionEnded: _end,
    f.ContactErased: _erase,
}
