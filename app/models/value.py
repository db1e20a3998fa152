"""What all cell values share: the contradictions found while folding."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

import msgspec

from app.models.entry import Entry


class Oddity(Enum):
    """How an entry contradicts the others. It is kept and shown all the same."""

    OPENED_TWICE = "opened_twice"
    OUT_OF_COURSE = "out_of_course"
    NEVER_CALLED = "never_called"
    CLOSED_WHILE_AWAITED = "closed_while_awaited"


class Odd(msgspec.Struct, frozen=True, kw_only=True):
    entry: str
    oddity: Oddity


class Value(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a cell folds to. `odd` names the entries that contradict the others."""

    odd: tuple[Odd, ...] = ()


V = TypeVar("V", bound=Value)


def flag(value: V, entry: Entry, oddity: Oddity) -> V:
    return msgspec.structs.replace(value, odd=(*value.odd, Odd(entry=entry.id, oddity=oddity)))
