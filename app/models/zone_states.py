"""Zones (cordon and evacuation) and posts, as recorded."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import msgspec

from app.models import facts as f
from app.models.entry import Entry
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


def step_zone(value: ZoneValue, entry: Entry) -> ZoneValue:
    match entry.fact:
        case f.ZoneCordoned():
            return _replace(value, cordoned_at=value.cordoned_at or entry.at)
        case f.ZoneEvacuating(expected=expected):
            return _replace(
                value, evacuation=Evacuation.EVACUATING, evacuation_at=entry.at,
                expected=value.expected if expected is None else expected, confirmed_by="",
            )  # fmt: skip
        case f.ZoneEmpty():
            return _replace(
                value, evacuation=Evacuation.EMPTY, evacuation_at=entry.at, confirmed_by=""
            )
        case f.ZoneConfirmed(by=by):
            return _replace(
                value, evacuation=Evacuation.CONFIRMED, evacuation_at=entry.at,
                confirmed_by=by or entry.author,
            )  # fmt: skip
        case f.ZoneReleased():
            return ZoneValue(odd=value.odd)
        case _:
            return value


def step_post(value: PostValue, entry: Entry) -> PostValue:
    match entry.fact:
        case f.PostTaken(who=who, name=name):
            return _replace(value, who=who, name=name, since=entry.at)
        case f.PostLeft():
            return PostValue(odd=value.odd)
        case _:
            return value
