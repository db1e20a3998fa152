"""Reception of visitors: the matter, heard and answered; and what is owed after the end."""

from __future__ import annotations

from app.models.facts.base import Fact, Moment


class ReceptionBegun(Fact, tag="reception_begun", frozen=True, kw_only=True):
    """Visitors are heard. `unit` is their unit or address; no names: those are in `contacts`."""

    reception: str
    matter: str
    people: int = 0
    unit: str = ""
    received_by: str = ""


class ReceptionAmended(Fact, tag="reception_amended", frozen=True, kw_only=True):
    """Only what is given changes."""

    reception: str
    matter: str | None = None
    people: int | None = None
    unit: str | None = None
    received_by: str | None = None


class RepresentativeAdded(Fact, tag="representative_added", frozen=True, kw_only=True):
    """One of at most five whom the visitors chose. `contact` is the key of a contact, if any.

    Name and address stand in `contacts` alone, until `erase_by`.
    """

    reception: str
    representative: str
    contact: str = ""
    erase_by: Moment | None = None


class RepresentativeLeft(Fact, tag="representative_left", frozen=True, kw_only=True):
    reception: str
    representative: str


class MatterAnswered(Fact, tag="matter_answered", frozen=True, kw_only=True):
    """What was answered, and by whom."""

    reception: str
    text: str
    by: str = ""


class Promised(Fact, tag="promised", frozen=True, kw_only=True):
    """What was promised becomes a follow-up of that key."""

    follow_up: str
    reception: str
    text: str
    owner: str
    due: Moment


class ReceptionEnded(Fact, tag="reception_ended", frozen=True, kw_only=True):
    reception: str
    outcome: str = ""


class ContactErased(Fact, tag="contact_erased", frozen=True, kw_only=True):
    """The personal details behind a contact are gone; what was done stays."""

    contact: str


# Follow-ups: those of the plan need no entry to exist --------------------------------------------


class FollowUpAdded(Fact, tag="follow_up_added", frozen=True, kw_only=True):
    follow_up: str
    text: str
    owner: str
    due: Moment


class FollowUpDone(Fact, tag="follow_up_done", frozen=True, kw_only=True):
    follow_up: str
    result: str = ""


class FollowUpUndone(Fact, tag="follow_up_undone", frozen=True, kw_only=True):
    follow_up: str
    reason: str


class FollowUpDropped(Fact, tag="follow_up_dropped", frozen=True, kw_only=True):
    """It is not needed after all."""

    follow_up: str
    reason: str


class FollowUpReassigned(Fact, tag="follow_up_reassigned", frozen=True, kw_only=True):
    follow_up: str
    owner: str
    reason: str = ""


class FollowUpDueSet(Fact, tag="follow_up_due_set", frozen=True, kw_only=True):
    follow_up: str
    due: Moment
    reason: str


class Chased(Fact, tag="chased", frozen=True, kw_only=True):
    """Somebody was asked how it stands; `said` is the answer. `who` empty: the owner."""

    follow_up: str
    said: str = ""
    who: str = ""


class FedBack(Fact, tag="fed_back", frozen=True, kw_only=True):
    """How it stands was reported to `to`."""

    follow_up: str
    to: str
    text: str
