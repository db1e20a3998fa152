"""One stream as a station holds it: folded, and followed along the shared log's chain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from app.models.entry import SITE, Entry, Stored
from app.models.fold import Changes
from app.models.incident import Incident
from app.models.site import Site
from app.store.chain import GENESIS, Break, relink
from app.store.log import Receipt


class Recorded(NamedTuple):
    """Where an entry stands in the shared log, and when it got there."""

    seq: int
    at: datetime
    by: str


class Holding:
    """Holds the shared log's entries up to `seq`, and our own that it does not have yet."""

    def __init__(self, stream: str) -> None:
        self.stream = stream
        self.folded: Site | Incident = Site() if stream == SITE else Incident(stream)
        self.seq = 0
        self.hash = GENESIS
        self.recorded: dict[str, Recorded] = {}
        self.broken: Break | None = None
        """The first place where the shared log's past is not what it was."""

    def add(self, entries: Iterable[Entry]) -> Changes:
        """Our own entries; the shared log's go through `take`."""
        return self.folded.add(entries)

    def follows(self, stored: Stored) -> bool:
        """Whether `stored` is the very next link of the chain, whole."""
        return stored.seq == self.seq + 1 and relink(self.hash, stored) == stored.hash

    def take(self, stored: Sequence[Stored]) -> Changes:
        """Take entries, in seq order and checked, that follow what is held."""
        if not stored:
            return Changes()
        for each in stored:
            self.recorded[each.entry.id] = Recorded(each.seq, each.recorded_at, each.recorded_by)
        self.seq, self.hash = stored[-1].seq, stored[-1].hash
        return self.folded.add(each.entry for each in stored)

    def note(self, receipt: Receipt) -> None:
        """The shared log has one of ours, though perhaps not all before it has come yet."""
        self.recorded[receipt.id] = Recorded(receipt.seq, receipt.recorded_at, receipt.recorded_by)

    def knows(self, stored: Stored) -> bool:
        """Whether it is held already, at the same place."""
        known = self.recorded.get(stored.entry.id)
        return known is not None and known.seq == stored.seq

    def rewind(self) -> None:
        """The shared log is another than it was: its entries are about to be taken anew."""
        self.seq, self.hash = 0, GENESIS
        self.recorded.clear()
