"""Entries for the store's tests."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from uuid_utils import uuid7

from app.models.entry import SITE, Entry, Wire, to_micros, to_wire
from app.models.facts import (
    AnyFact,
    Closed,
    Corrected,
    FollowUpAdded,
    FollowUpUndone,
    LevelSet,
    Note,
    Opened,
    PersonSet,
    Promised,
    ReceptionBegun,
    Reopened,
    Settled,
)
from app.models.levels import Level

AT = datetime(2026, 11, 23, 10, 3, tzinfo=UTC)
YEAR = datetime.now(UTC).year


def wire_of(fact: AnyFact, *, stream: str = "one", at: datetime = AT) -> Wire:
    return to_wire(
        Entry(id=str(uuid7()), stream=stream, at=at, author="Li Wei", station="desk", fact=fact)
    )


def note(text: str = "人群聚集 at the gate", *, stream: str = "one", at: datetime = AT) -> Wire:
    return wire_of(Note(text=text), stream=stream, at=at)


def opened(*, stream: str = "one", drill: bool = False, at: datetime = AT) -> Wire:
    fact = Opened(plan="crowd@1", title="Crowd", place="Gate", level=Level.IV, drill=drill)
    return wire_of(fact, stream=stream, at=at)


def closed(*, stream: str = "one", at: datetime = AT) -> Wire:
    return wire_of(Closed(), stream=stream, at=at)


def reopened(*, stream: str = "one", at: datetime = AT) -> Wire:
    return wire_of(Reopened(reason="again"), stream=stream, at=at)


def settled(*, stream: str = "one", at: datetime = AT, seen: tuple[str, ...] | None = None) -> Wire:
    return wire_of(Settled(seen=seen), stream=stream, at=at)


def begun(*, stream: str = "one", at: datetime = AT) -> Wire:
    return wire_of(ReceptionBegun(reception="r1", matter="Wages"), stream=stream, at=at)


def follow_up_added(*, stream: str = "one", at: datetime = AT) -> Wire:
    fact = FollowUpAdded(follow_up="visit", text="Visit them", owner="Li Wei", due=AT)
    return wire_of(fact, stream=stream, at=at)


def follow_up_undone(*, stream: str = "one", at: datetime = AT) -> Wire:
    return wire_of(FollowUpUndone(follow_up="visit", reason="not yet"), stream=stream, at=at)


def promised(*, stream: str = "one", at: datetime = AT) -> Wire:
    fact = Promised(follow_up="answer", reception="r1", text="An answer", owner="Li Wei", due=AT)
    return wire_of(fact, stream=stream, at=at)


def level_set(*, stream: str = "one") -> Wire:
    return wire_of(LevelSet(level=Level.II, reason="more people"), stream=stream)


def person_set() -> Wire:
    return wire_of(PersonSet(person="li", name="Li Wei"), stream=SITE)


def correction(entry: str, *, fact: msgspec.Raw | None = None) -> Wire:
    raw = msgspec.Raw(b"null") if fact is None else fact
    return wire_of(Corrected(entry=entry, reason="wrong", fact=raw))


def from_the_future(data: str) -> Wire:
    """An entry of a kind that this version does not know."""
    return Wire(
        id=str(uuid7()), stream="one", kind="hologram_shown", at=to_micros(AT), author="Li Wei",
        station="desk", data=data,
    )  # fmt: skip
