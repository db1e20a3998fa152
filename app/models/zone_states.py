"""Zones (cordon and evacuation) and posts, as recorded."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.rules import stepwise
from app.models.value import Value

_replace = msgspec.structs.replace


class Evacuation(Enum):
    CLEAR = "clear"
    EVACUATING = "evacuating"
    EMPTY = "empty"
    CONFIRMED = "confirmed"


class LookedThrough(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a zone, by its key: who saw that it is empty, and when."""

    part: str
    by: str
    at: datetime


class ZoneValue(Value, frozen=True, kw_only=True):
    """`guards` are keys of staff; `out` is how many have come out so far.

    `evacuation_at` is when its evacuation came to where it is, `begun_at` when it began.
    """

    cordoned_at: datetime | None = None
    line: str = ""
    guards: tuple[str, ...] = ()
    lifted_at: datetime | None = None
    evacuation: Evacuation = Evacuation.CLEAR
    evacuation_at: datetime | None = None
    begun_at: datetime | None = None
    expected: int | None = None
    out: int | None = None
    out_at: datetime | None = None
    confirmed_by: str = ""
    parts: tuple[LookedThrough, ...] = ()

    @property
    def in_hand(self) -> bool:
        return self.cordoned_at is not None or self.evacuation is not Evacuation.CLEAR

    def looked_through(self, part: str) -> LookedThrough | None:
        return next((each for each in self.parts if each.part == part), None)


class PostValue(Value, frozen=True, kw_only=True):
    who: str = ""
    name: str = ""
    since: datetime | None = None


def _cordoned(value: ZoneValue, fact: f.ZoneCordoned, entry: Entry) -> ZoneValue:
    """Said again, it may say more of the line and who stands on it."""
    guards = value.guards if fact.guards is None else fact.guards
    return _replace(
        value, cordoned_at=value.cordoned_at or entry.at, line=fact.line or value.line,
        guards=guards, lifted_at=None,
    )  # fmt: skip


def _lifted(value: ZoneValue, fact: f.CordonLifted, entry: Entry) -> ZoneValue:
    del fact
    if value.cordoned_at is None:
        return value
    return _replace(value, cordoned_at=None, line="", guards=(), lifted_at=entry.at)


def _evacuating(value: ZoneValue, fact: f.ZoneEvacuating, entry: Entry) -> ZoneValue:
    """Begun anew, every part is looked through anew, and whoever comes out is counted anew."""
    expected = value.expected if fact.expected is None else fact.expected
    if value.evacuation is Evacuation.EVACUATING:
        return _replace(value, expected=expected)
    if value.evacuation is not Evacuation.CLEAR:
        value = _replace(value, out=None, out_at=None)
    return _replace(
        value, evacuation=Evacuation.EVACUATING, evacuation_at=entry.at, expected=expected,
        begun_at=entry.at, confirmed_by="", parts=(),
    )  # fmt: skip


def _empty(value: ZoneValue, fact: f.ZoneEmpty, entry: Entry) -> ZoneValue:
    """Reported empty once more, a zone that was confirmed stays confirmed."""
    del fact
    if value.evacuation in (Evacuation.EMPTY, Evacuation.CONFIRMED):
        return value
    return _replace(
        value, evacuation=Evacuation.EMPTY, evacuation_at=entry.at,
        begun_at=value.begun_at or entry.at,
    )  # fmt: skip


def _confirmed(value: ZoneValue, fact: f.ZoneConfirmed, entry: Entry) -> ZoneValue:
    if value.evacuation is Evacuation.CONFIRMED:
        return value
    return _replace(
        value, evacuation=Evacuation.CONFIRMED, evacuation_at=entry.at,
        begun_at=value.begun_at or entry.at, confirmed_by=fact.by or entry.author,
    )  # fmt: skip


def _part(value: ZoneValue, fact: f.PartConfirmed, entry: Entry) -> ZoneValue:
    """Whoever saw it first stands there."""
    if value.looked_through(fact.part):
        return value
    seen = LookedThrough(part=fact.part, by=fact.by or entry.author, at=entry.at)
    return _replace(value, parts=(*value.parts, seen))


def _out(value: ZoneValue, fact: f.OutCounted, entry: Entry) -> ZoneValue:
    return _replace(value, out=fact.count, out_at=entry.at)


def _released(value: ZoneValue, fact: f.ZoneReleased, entry: Entry) -> ZoneValue:
    del fact
    lifted_at = entry.at if value.cordoned_at else value.lifted_at
    return ZoneValue(lifted_at=lifted_at, odd=value.odd)


ZONE = stepwise(
    ZoneValue(),
    {
        f.ZoneCordoned: _cordoned,
        f.CordonLifted: _lifted,
        f.ZoneEvacuating: _evacuating,
        f.ZoneEmpty: _empty,
        f.ZoneConfirmed: _confirmed,
        f.ZoneReleased: _released,
        f.PartConfirmed: _part,
        f.OutCounted: _out,
    },
    subject="zone",
)


def _taken(value: PostValue, fact: f.PostTaken, entry: Entry) -> PostValue:
    if value.since is not None and value.who == fact.who:
        return value
    return _replace(value, who=fact.who, name=fact.name, since=entry.at)


def _left(value: PostValue, fact: f.PostLeft, entry: Entry) -> PostValue:
    """Whoever was relieved before and leaves now does not take the other along."""
    del entry
    return value if fact.who not in ("", value.who) else PostValue(odd=value.odd)


POST = stepwise(PostValue(), {f.PostTaken: _taken, f.PostLeft: _left}, subject="post")
