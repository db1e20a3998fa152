"""How a stream's row changes with each entry: what PostgreSQL's function does, for other logs."""

from __future__ import annotations

import msgspec

from app.models.entry import SITE, Wire
from app.models.facts import Opened, decode_fact
from app.models.shift import is_shift
from app.store.chain import GENESIS, link


class Stream(msgspec.Struct, kw_only=True):
    """A stream's row, changed in place as entries are taken; fields in the table's order.

    `open` says that it is not settled: a closed incident stays open as long as something may be
    owed. `turned_at` and `turned_id` are of the entry that decided it.
    """

    stream: str
    kind: str
    drill: bool = False
    open: bool = True
    year: int | None = None
    running: int | None = None
    turned_at: int = -1
    turned_id: str = ""
    seq: int = 0
    head: bytes = GENESIS

    def take(self, wire: Wire, *, recorded_at: int, recorded_by: str) -> None:
        """Chain one more entry; `seq` and `head` are its own afterwards."""
        self.seq += 1
        self.head = link(
            self.head, seq=self.seq, recorded_at=recorded_at, recorded_by=recorded_by, wire=wire
        )
        if wire.kind in TURNS and self.kind == "incident":
            self._turn(wire)

    def _turn(self, wire: Wire) -> None:
        if (wire.at, wire.id) > (self.turned_at, self.turned_id):
            self.open = wire.kind != "settled"
            self.turned_at, self.turned_id = wire.at, wire.id

    def wants_number(self, wire: Wire) -> bool:
        return wire.kind == "opened" and self.kind == "incident" and self.running is None


TURNS = frozenset({
    "opened", "reopened", "follow_up_added", "follow_up_undone", "promised", "settled",
})  # fmt: skip
"""The kinds that decide whether an incident is open: the latest of them, by when it happened."""


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
