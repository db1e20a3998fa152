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


class ZoneValue(Value, frozen=True, kw_only=True):
    cordoned_at: datetime | None = None
    evacuation: Evacuation = Evacuation.CLEAR
    evacuation_at: datetime | None = None
    expected: int | None = None
    confirmed_by: str = ""

    @property
    def in_hand(self) -> bool:
        return self.cordoned_at is not None or self.evacuation is not Evacuation.CLEAR


class PostValue(Value, frozen=True, kw_only=True):
    who: str = ""
    name: str = ""
    since: datetime | None = None


def _cordoned(value: ZoneValue, fact: f.ZoneCordoned, entry: Entry) -> ZoneValue:
    del fact
    return value if value.cordoned_at else _replace(value, cordoned_at=entry.at)


def _evacuating(value: ZoneValue, fact: f.ZoneEvacuating, entry: Entry) -> ZoneValue:
    expected = value.expected if fact.expected is None else fact.expected
    if value.evacuation is Evacuation.EVACUATING:
        return _replace(value, expected=expected)
    return _replace(
        value, evacuation=Evacuation.EVACUATING, evacuation_at=entry.at, expected=expected,
        confirmed_by="",
    )  # fmt: skip


def _empty(value: ZoneValue, fact: f.ZoneEmpty, entry: Entry) -> ZoneValue:
    """Reported empty once more, a zone that was confirmed stays confirmed."""
    del fact
    if value.evacuation in (Evacuation.EMPTY, Evacuation.CONFIRMED):
        return value
    return _replace(value, evacuation=Evacuation.EMPTY, evacuation_at=entry.at)


def _confirmed(value: ZoneValue, fact: f.ZoneConfirmed, entry: Entry) -> ZoneValue:
    if value.evacuation is Evacuation.CONFIRMED:
        return value
    return _replace(
        value, evacuation=Evacuation.CONFIRMED, evacuation_at=entry.at,
        confirmed_by=fact.by or entry.author,
    )  # fmt: skip


def _released(value: ZoneValue, fact: f.ZoneReleased, entry: Entry) -> ZoneValue:
    del fact, entry
    return ZoneValue(odd=value.odd)


ZONE = stepwise(
    ZoneValue(),
    {
        f.ZoneCordoned: _cordoned,
        f.ZoneEvacuating: _evacuating,
        f.ZoneEmpty: _empty,
        f.ZoneConfirmed: _confirmed,
        f.ZoneReleased: _released,
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
