"""The facts that entries carry: everything that can be said about an incident or the site."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Annotated, TypeAlias, get_args

import msgspec

from app.models.levels import Level
from app.models.plan import Plan
from app.models.text import Text

Moment: TypeAlias = Annotated[datetime, msgspec.Meta(tz=True)]
"""A time that says its zone: one that does not cannot be compared with the others."""


class Fact(
    msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True, tag_field="kind"
):
    """What one entry says. Its tag is the entry's `kind`."""

    @property
    def kind(self) -> str:
        return str(self.__struct_config__.tag)


# The course of an incident -------------------------------------------------------------------


class Opened(Fact, tag="opened", frozen=True, kw_only=True):
    """`plan` is a plan reference (`key@fingerprint`), so the incident keeps that version."""

    plan: str
    title: str
    place: str
    level: Level
    people: int = 0
    drill: bool = False


class Amended(Fact, tag="amended", frozen=True, kw_only=True):
    """Only what is given changes."""

    title: str | None = None
    place: str | None = None
    people: int | None = None


class LevelSet(Fact, tag="level_set", frozen=True, kw_only=True):
    level: Level
    reason: str
    decided_by: str = ""


class CommandTaken(Fact, tag="command_taken", frozen=True, kw_only=True):
    """`who` is a person's key; `name` is kept so that the line reads by itself for ever."""

    who: str
    name: str


class CommandHandedOver(Fact, tag="command_handed_over", frozen=True, kw_only=True):
    who: str
    name: str
    from_name: str = ""


class DeclaredOver(Fact, tag="declared_over", frozen=True, kw_only=True):
    reason: str = ""


class Closed(Fact, tag="closed", frozen=True, kw_only=True):
    summary: str = ""


class Reopened(Fact, tag="reopened", frozen=True, kw_only=True):
    reason: str


# Call-outs -----------------------------------------------------------------------------------


class CalledOut(Fact, tag="called_out", frozen=True, kw_only=True):
    """One person called for one role.

    `who` is the person's key, or `role:<role>` while nobody is named for the role.
    `due` is when they must be here, by the plan's duty classes at the moment of the call.
    """

    who: str
    name: str
    role: str
    due: Moment
    group: str = ""
    on_duty: bool = False


class Acknowledged(Fact, tag="acknowledged", frozen=True, kw_only=True):
    who: str


class OnTheWay(Fact, tag="on_the_way", frozen=True, kw_only=True):
    who: str
    eta: Moment | None = None


class NoAnswer(Fact, tag="no_answer", frozen=True, kw_only=True):
    who: str


class ArrivedBy(Enum):
    HAND = "hand"
    BADGE = "badge"


class Arrived(Fact, tag="arrived", frozen=True, kw_only=True):
    """`name` is for someone who was never called and came all the same."""

    who: str
    name: str = ""
    by: ArrivedBy = ArrivedBy.HAND


class Excused(Fact, tag="excused", frozen=True, kw_only=True):
    who: str
    reason: str


class StoodDown(Fact, tag="stood_down", frozen=True, kw_only=True):
    who: str


# Tasks ---------------------------------------------------------------------------------------


class TaskAdded(Fact, tag="task_added", frozen=True, kw_only=True):
    """A task of the spot's own; the plan's tasks need no entry to exist."""

    task: str
    text: str
    owner: str = ""
    due: Moment | None = None


class TaskDone(Fact, tag="task_done", frozen=True, kw_only=True):
    task: str


class TaskUndone(Fact, tag="task_undone", frozen=True, kw_only=True):
    task: str
    reason: str = ""


class TaskSkipped(Fact, tag="task_skipped", frozen=True, kw_only=True):
    task: str
    reason: str


# Zones and posts -----------------------------------------------------------------------------


class ZoneCordoned(Fact, tag="zone_cordoned", frozen=True, kw_only=True):
    zone: str


class ZoneEvacuating(Fact, tag="zone_evacuating", frozen=True, kw_only=True):
    """`expected` is how many people are to come out, if known."""

    zone: str
    expected: int | None = None


class ZoneEmpty(Fact, tag="zone_empty", frozen=True, kw_only=True):
    zone: str


class ZoneConfirmed(Fact, tag="zone_confirmed", frozen=True, kw_only=True):
    """`by` is the name of the person who looked."""

    zone: str
    by: str = ""


class ZoneReleased(Fact, tag="zone_released", frozen=True, kw_only=True):
    """The cordon is lifted and people may go back in."""

    zone: str


class PostTaken(Fact, tag="post_taken", frozen=True, kw_only=True):
    post: str
    who: str
    name: str = ""


class PostLeft(Fact, tag="post_left", frozen=True, kw_only=True):
    post: str
    who: str = ""


# Notifications, services, notes, corrections ---------------------------------------------------


class Notified(Fact, tag="notified", frozen=True, kw_only=True):
    """`target` is the plan's notification key, `told` whether they were reached."""

    target: str
    told: bool = True
    said: str = ""
    name: str = ""


class ServiceCalled(Fact, tag="service_called", frozen=True, kw_only=True):
    """`service` is the number people dial: 110, 119, 120, 122."""

    service: str
    said: str = ""
    called_by: str = ""


class ServiceArrived(Fact, tag="service_arrived", frozen=True, kw_only=True):
    service: str
    units: str = ""


class ServiceLeft(Fact, tag="service_left", frozen=True, kw_only=True):
    service: str


class Note(Fact, tag="note", frozen=True, kw_only=True):
    text: str


class Corrected(Fact, tag="corrected", frozen=True, kw_only=True):
    """Says that an earlier entry was wrong; the original stays visible.

    `fact` is what it should have said (as the JSON of a fact), or nothing when it is struck.
    `at` is when it happened, if that was wrong too.
    """

    entry: str
    reason: str
    fact: msgspec.Raw = msgspec.Raw(b"null")
    at: Moment | None = None


# The site --------------------------------------------------------------------------------------


class PersonSet(Fact, tag="person_set", frozen=True, kw_only=True):
    """A member of staff, as added or changed. `roles` are role keys, in order of preference."""

    person: str
    name: str
    group: str = ""
    roles: tuple[str, ...] = ()
    badge: str = ""
    phone: str = ""
    active: bool = True


class DutyStarted(Fact, tag="duty_started", frozen=True, kw_only=True):
    person: str


class DutyEnded(Fact, tag="duty_ended", frozen=True, kw_only=True):
    person: str


class PlanPublished(Fact, tag="plan_published", frozen=True, kw_only=True):
    """`ref` is `key@fingerprint` of the document."""

    ref: str
    document: Plan


class ZoneDefined(Fact, tag="zone_defined", frozen=True, kw_only=True):
    zone: str
    name: Text
    posts: tuple[str, ...] = ()
    active: bool = True


class Unknown(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A fact of a kind that this version does not know: kept, chained, passed on, shown."""

    kind: str
    data: str


KnownFact: TypeAlias = (
    Opened | Amended | LevelSet | CommandTaken | CommandHandedOver | DeclaredOver | Closed
    | Reopened | CalledOut | Acknowledged | OnTheWay | NoAnswer | Arrived | Excused | StoodDown
    | TaskAdded | TaskDone | TaskUndone | TaskSkipped | ZoneCordoned | ZoneEvacuating | ZoneEmpty
    | ZoneConfirmed | ZoneReleased | PostTaken | PostLeft | Notified | ServiceCalled
    | ServiceArrived | ServiceLeft | Note | Corrected | PersonSet | DutyStarted | DutyEnded
    | PlanPublished | ZoneDefined
)  # fmt: skip
AnyFact: TypeAlias = KnownFact | Unknown

_decode = msgspec.json.Decoder(KnownFact).decode
_encoder = msgspec.json.Encoder(order="deterministic")
_KIND_OF: dict[type, str] = {fact: str(fact.__struct_config__.tag) for fact in get_args(KnownFact)}


def decode_fact(kind: str, data: str | bytes) -> AnyFact:
    """Read a stored fact; what cannot be read as a fact of `kind` is kept as `Unknown`.

    A fact of another kind than its entry's is not believed: rights go by the entry's kind.
    """
    try:
        fact: KnownFact = _decode(data)
        if _KIND_OF[type(fact)] == kind:
            return fact
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        pass
    return Unknown(kind=kind, data=data if isinstance(data, str) else data.decode(errors="replace"))


def encode_fact(fact: AnyFact) -> str:
    """The text that is stored and hashed: floats never occur, so any JSON reader agrees on it."""
    return fact.data if isinstance(fact, Unknown) else _encoder.encode(fact).decode()


def raw_fact(fact: KnownFact | None) -> msgspec.Raw:
    """A fact as `Corrected` carries it."""
    return msgspec.Raw(_encoder.encode(fact))


class _Tagged(msgspec.Struct):
    kind: str = "?"


def corrected_fact(correction: Corrected) -> AnyFact | None:
    """What the corrected entry should have said; None if it is struck.

    Another correction in its place is not believed: an entry is corrected, not a correction.
    """
    raw = bytes(correction.fact)
    if raw == b"null":
        return None
    try:
        kind = msgspec.json.decode(raw, type=_Tagged).kind
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        kind = "?"
    return decode_fact("?" if kind == "corrected" else kind, raw)
