"""How a stream's row changes with each entry: what PostgreSQL's function does, for other logs."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from app.models.cell import in_order
from app.models.entry import SITE, Entry, Wire
from app.models.facts import Fact, Opened, decode_fact
from app.models.follow_up_states import SETTLING, Settling
from app.models.shift import is_shift
from app.store.chain import GENESIS, link


class Stream(msgspec.Struct, kw_only=True):
    """A stream's row, changed in place as entries are taken; fields in the table's order.

    `open` says that it is not settled: a closed incident stays open as long as something may be
    owed.
    """

    stream: str
    kind: str
    drill: bool = False
    open: bool = True
    year: int | None = None
    running: int | None = None
    seq: int = 0
    head: bytes = GENESIS

    def take(self, wire: Wire, *, recorded_at: int, recorded_by: str) -> None:
        """Chain one more entry; `seq` and `head` are its own afterwards."""
        self.seq += 1
        self.head = link(
            self.head, seq=self.seq, recorded_at=recorded_at, recorded_by=recorded_by, wire=wire
        )

    def turns_with(self, wire: Wire) -> bool:
        """Whether `open` is to be found anew, by `is_open`, after this entry."""
        return wire.kind in TURNS and self.kind == "incident"

    def wants_number(self, wire: Wire) -> bool:
        return wire.kind == "opened" and self.kind == "incident" and self.running is None


TURNS = frozenset(
    str(fact.__struct_config__.tag) for fact in SETTLING.facts if issubclass(fact, Fact)
)
"""The kinds that decide whether an incident is open, by when they happened."""


def is_open(turns: Iterable[Entry]) -> bool:
    """Whether an incident is not settled yet; `turns` are all its entries of those kinds."""
    ordered = sorted((each for each in turns if type(each.fact) in SETTLING.facts), key=in_order)
    settling: Settling = SETTLING.fold(SETTLING.initial, ordered)
    return settling.settled_at is None


def new_stream(name: str) -> Stream:
    return Stream(stream=name, kind=kind_of(name))


def kind_of(name: str) -> str:
    if name == SITE:
        return "site"
    return "shift" if is_shift(name) else "incident"


def is_drill(wire: Wire) -> bool:
    fact = decode_fact(wire.kind, wire.data)
    return isinstance(fact, Opened) and fact.drill


def clipped(year: int, *, now: int) -> int:
    """A station's idea of the year, if it is not absurd by the log's own clock."""
    return min(max(year, now - 1), now + 1)
