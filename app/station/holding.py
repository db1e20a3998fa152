"""One stream as a station holds it: folded, and followed along the shared log's chain."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
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
    """Holds the shared log's entries up to `seq`, as read there and proven by the chain.

    Beyond it: what notices have announced, and our own that the log does not have yet.
    """

    def __init__(self, stream: str) -> None:
        self.stream = stream
        self.folded = self._fresh()
        self.seq = 0
        self.hash = GENESIS
        self.announced: list[Stored] = []
        """Shown already, but anybody with a login may send a notice: to be proven by reading."""
        self.recorded: dict[str, Recorded] = {}
        self.broken: Break | None = None
        """The first place where the shared log's past is not what it was."""

    def _fresh(self) -> Site | Incident:
        return Site() if self.stream == SITE else Incident(self.stream)

    def add(self, entries: Iterable[Entry]) -> Changes:
        """Our own entries; the shared log's go through `take`."""
        return self.folded.add(entries)

    @property
    def reach(self) -> tuple[int, bytes]:
        """The last seq and hash that are held or announced."""
        if self.announced:
            return self.announced[-1].seq, self.announced[-1].hash
        return self.seq, self.hash

    def follows(self, stored: Stored) -> bool:
        """Whether `stored` is the very next link of the chain, whole."""
        seq, hash_ = self.reach
        return stored.seq == seq + 1 and relink(hash_, stored) == stored.hash

    def announce(self, stored: Stored) -> Changes:
        """Show an entry that follows, before it is proven."""
        self.announced.append(stored)
        self._record(stored)
        return self.folded.add([stored.entry])

    def take(self, stored: Sequence[Stored]) -> Changes:
        """Take entries as read, in seq order and checked, that follow what is held."""
        for each in stored:
            self._record(each)
        if stored:
            self.seq, self.hash = stored[-1].seq, stored[-1].hash
        return self.folded.add(each.entry for each in stored)

    def prove(self, stored: Sequence[Stored]) -> list[Stored]:
        """Compare what was announced with what was read, all at once; answers what was false."""
        hashes = {each.seq: each.hash for each in stored}
        last = max(hashes, default=self.seq)
        for nth, each in enumerate(self.announced):
            if each.seq <= last and hashes.get(each.seq, each.hash) != each.hash:
                return self.announced[nth:]
        self.announced = [each for each in self.announced if each.seq > last]
        return []

    def withdraw(self, stored: Sequence[Stored], *, own: Container[str]) -> Changes:
        """Take announced entries back, but for our own; answers the cells that had them."""
        ids = {each.entry.id for each in stored}
        self.announced = [each for each in self.announced if each.entry.id not in ids]
        for each in ids:
            self.recorded.pop(each, None)
        gone = {each for each in ids if each not in own}
        before, self.folded = self.folded, self._fresh()
        left = self.folded.add(each for each in before.fold.timeline if each.id not in gone)
        lost = self._fresh().add(each.entry for each in stored)
        return Changes(cells=left.cells | lost.cells)

    def note(self, receipt: Receipt) -> None:
        """The shared log has one of ours, though perhaps not all before it has come yet."""
        self.recorded[receipt.id] = Recorded(receipt.seq, receipt.recorded_at, receipt.recorded_by)

    def _record(self, stored: Stored) -> None:
        recorded = Recorded(stored.seq, stored.recorded_at, stored.recorded_by)
        self.recorded[stored.entry.id] = recorded

    def knows(self, stored: Stored) -> bool:
        """Whether it is held or announced already, at the same place."""
        known = self.recorded.get(stored.entry.id)
        return known is not None and known.seq == stored.seq

    def rewind(self) -> None:
        """The shared log is another than it was: its entries are about to be taken anew."""
        self.seq, self.hash = 0, GENESIS
        self.announced.clear()
        self.recorded.clear()
