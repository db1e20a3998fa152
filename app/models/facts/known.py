"""All facts together: read from the log, written to it; those of a newer program are kept."""

from __future__ import annotations

from typing import TypeAlias, get_args

import msgspec

from app.models.facts.course import (
    AlarmAcknowledged,
    Amended,
    Closed,
    CommandHandedOver,
    CommandTaken,
    DeclaredOver,
    LevelProposed,
    LevelSet,
    Opened,
    PeopleCounted,
    PhaseEntered,
    ProposalDeclined,
    Reopened,
    Settled,
    SignGone,
    SignSeen,
)
from app.models.facts.drills import (
    DrillPaused,
    DrillResumed,
    DrillScripted,
    InjectAdded,
    InjectPlayed,
    InjectSkipped,
)
from app.models.facts.notes import Attached, Corrected, Note, Printed, ShiftHandedOver
from app.models.facts.outside import (
    MessageDelivered,
    MessageFailed,
    MessageSent,
    Notified,
    ServiceArrived,
    ServiceCalled,
    ServiceLeft,
    ServiceReferenced,
)
from app.models.facts.reception import (
    Chased,
    ContactErased,
    FedBack,
    FollowUpAdded,
    FollowUpDone,
    FollowUpDropped,
    FollowUpDueSet,
    FollowUpReassigned,
    FollowUpUndone,
    MatterAnswered,
    Promised,
    ReceptionAmended,
    ReceptionBegun,
    ReceptionEnded,
    RepresentativeAdded,
    RepresentativeLeft,
)
from app.models.facts.roster import (
    Acknowledged,
    Arrived,
    CalledOut,
    Excused,
    NoAnswer,
    OnTheWay,
    RollAnswered,
    RollCallBegun,
    RollCallEnded,
    StoodDown,
)
from app.models.facts.scene import (
    AssemblyCounted,
    CordonLifted,
    EntranceSet,
    OutCounted,
    PartConfirmed,
    PostLeft,
    PostTaken,
    ZoneConfirmed,
    ZoneCordoned,
    ZoneEmpty,
    ZoneEvacuating,
    ZoneReleased,
)
from app.models.facts.site import (
    DutyEnded,
    DutyStarted,
    PersonSet,
    PlaceDefined,
    PlanPublished,
    SendingSwitched,
    ServiceDefined,
    SiteDescribed,
    SitePlanSet,
    ZoneDefined,
)
from app.models.facts.tasks import (
    TaskAdded,
    TaskDone,
    TaskDueSet,
    TaskReassigned,
    TaskSkipped,
    TaskUndone,
)


class Unknown(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A fact of a kind that this version does not know: kept, chained, passed on, shown."""

    kind: str
    data: str


KnownFact: TypeAlias = (
    Opened | Amended | PhaseEntered | LevelSet
    | LevelProposed | ProposalDeclined | CommandTaken | CommandHandedOver
    | DeclaredOver | Closed | Reopened | Settled
    | SignSeen | SignGone | PeopleCounted | AlarmAcknowledged
    | CalledOut | Acknowledged | OnTheWay | NoAnswer
    | Arrived | Excused | StoodDown | RollCallBegun
    | RollAnswered | RollCallEnded | TaskAdded | TaskDone
    | TaskUndone | TaskSkipped | TaskReassigned | TaskDueSet
    | ZoneCordoned | CordonLifted | ZoneEvacuating | ZoneEmpty
    | ZoneConfirmed | ZoneReleased | PostTaken | PostLeft
    | PartConfirmed | OutCounted | AssemblyCounted | EntranceSet
    | Notified | ServiceCalled | ServiceArrived | ServiceLeft
    | ServiceReferenced | MessageSent | MessageDelivered | MessageFailed
    | ReceptionBegun | ReceptionAmended | RepresentativeAdded | RepresentativeLeft
    | MatterAnswered | Promised | ReceptionEnded | ContactErased
    | FollowUpAdded | FollowUpDone | FollowUpUndone | FollowUpDropped
    | FollowUpReassigned | FollowUpDueSet | Chased | FedBack
    | Note | Corrected | Attached | ShiftHandedOver
    | Printed
    | DrillScripted | InjectPlayed | InjectAdded | InjectSkipped
    | DrillPaused | DrillResumed
    | PersonSet | DutyStarted | DutyEnded | PlanPublished
    | ZoneDefined | PlaceDefined | SitePlanSet | ServiceDefined
    | SendingSwitched | SiteDescribed
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
