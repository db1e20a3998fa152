"""All that a station holds: the site, the unsettled incidents, and those that somebody looks at."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import msgspec

from app.models.entry import SITE, Entry, Stored, from_wire
from app.models.fold import Changes
from app.models.incident import Incident
from app.models.site import Site
from app.station.changed import Changed, Shared
from app.station.holding import Holding
from app.station.keeper import Keeper
from app.station.listeners import Listeners
from app.store.chain import first_break
from app.store.held import Held
from app.store.log import Head, Receipt
from app.store.outbox import Outbox

STRETCH = 400
"""Entries folded between two breaths of the event loop: well under a frame."""


class Holdings:
    """Every entry passes here, whoever wrote it: first the fold, then those who listen.

    `failed` is told of listeners that fail.
    """

    def __init__(
        self,
        held: Held,
        outbox: Outbox,
        keeper: Keeper,
        failed: Callable[[str, Exception], None],
    ) -> None:
        self._held = held
        self._outbox = outbox
        self._keeper = keeper
        self._holdings: dict[str, Holding] = {SITE: Holding(SITE)}
        self._unshared: dict[str, str] = {}
        self._has_site = False
        self._incidents: dict[str, Incident] = {}
        self._heads: dict[str, Head] = {}
        self._turn = asyncio.Lock()
        self.changed: Listeners[Changed] = Listeners(failed)
        self.shared: Listeners[Shared] = Listeners(failed)

    # What is held ----------------------------------------------------------------------------

    @property
    def site(self) -> Site:
        site = self._holdings[SITE].folded
        assert isinstance(site, Site)  # noqa: S101  by its stream's name
        return site

    @property
    def incidents(self) -> Mapping[str, Incident]:
        return MappingProxyType(self._incidents)

    @property
    def heads(self) -> Mapping[str, Head]:
        return MappingProxyType(self._heads)

    def __iter__(self) -> Iterator[Holding]:
        return iter(list(self._holdings.values()))

    def get(self, stream: str) -> Holding | None:
        return self._holdings.get(stream)

    @property
    def unshared(self) -> Mapping[str, str]:
        """Our entries that the shared log is not known to have: the stream of each, by id."""
        return MappingProxyType(self._unshared)

    def recount(self, stream: str) -> None:
        """The outbox has more of a stream, or the shared log less."""
        recorded = self._holdings[stream].recorded
        for wire in self._outbox.waiting.values():
            if wire.stream == stream and wire.id not in recorded:
                self._unshared[wire.id] = stream

    # Taking hold -----------------------------------------------------------------------------

    async def hold(self, stream: str) -> Holding:
        """Hold a stream from now on: from this machine's copy and outbox, as far as they go."""
        async with self._turn:
            known = self._holdings.get(stream)
            if known is not None and (stream != SITE or self._has_site):
                return known
            self._has_site = self._has_site or stream == SITE
            holding = known or Holding(stream)
            changes = await self._read_held(holding)
            if self._holdings.get(stream) is not known:  # it began while this was read
                return self._holdings[stream]
            waiting = self._outbox.waiting.values()
            own = holding.add(from_wire(wire) for wire in waiting if wire.stream == stream)
            self._publish(holding)
            self.recount(stream)
        self._tell(stream, _both(changes, own), foreign=True)
        return holding

    def begin(self, stream: str) -> Holding:
        """A stream that nobody has seen before."""
        holding = self._holdings.get(stream)
        if holding is None:
            holding = Holding(stream)
            self._publish(holding)
        return holding

    def let_go(self, stream: str) -> None:
        """Hold it no more; whoever wants it reads it anew."""
        del self._holdings[stream]
        self._incidents.pop(stream, None)
        self._heads.pop(stream, None)

    def _publish(self, holding: Holding) -> None:
        self._holdings[holding.stream] = holding
        if isinstance(holding.folded, Incident):
            self._incidents[holding.stream] = holding.folded

    async def _read_held(self, holding: Holding) -> Changes:
        changes = Changes()
        while rows := await self._held.rows(holding.stream, holding.seq, STRETCH):
            broken = first_break(rows, seq=holding.seq, head=holding.hash)
            holding.broken = holding.broken or broken
            changes = _both(changes, holding.take(rows))
            if len(rows) < STRETCH:
                break
            await asyncio.sleep(0)
        return changes

    # What comes in ---------------------------------------------------------------------------

    def add_own(self, entries: Sequence[Entry]) -> None:
        """Typed here and durable."""
        self._unshared.update((entry.id, entry.stream) for entry in entries)
        for stream in dict.fromkeys(entry.stream for entry in entries):
            holding = self._holdings.get(stream) or self.begin(stream)
            changes = holding.add(entry for entry in entries if entry.stream == stream)
            self._tell(stream, changes, foreign=False)

    def announce(self, holding: Holding, stored: Stored) -> None:
        """By a notice, checked to follow: shown at once, proven later."""
        changes = holding.announce(stored)
        self._tell(holding.stream, changes, foreign=True)
        self._settle(holding.stream, [stored.entry.id])

    def take(self, holding: Holding, stored: Sequence[Stored]) -> None:
        """As read from the shared log, in seq order, checked, following what is held."""
        self.withdraw(holding, holding.prove(stored))
        changes = holding.take(stored)
        head = self._heads.get(holding.stream)
        if head is not None:
            self._heads[holding.stream] = self._as_held(head)
        self._tell(holding.stream, changes, foreign=True)
        self._settle(holding.stream, [each.entry.id for each in stored])
        # What may be false must not become the witness of the past. Our own stays in the outbox
        # then: a backup may take the place of such a log.
        if not holding.broken:
            self._keeper.keep(stored)

    def withdraw(self, holding: Holding, stored: Sequence[Stored]) -> None:
        """A notice announced them, but the shared log does not have them there."""
        if not stored:
            return
        own = self._outbox.waiting
        changes = holding.withdraw(stored, own=own)
        self._publish(holding)
        self.recount(holding.stream)
        gone = tuple(each.entry for each in stored if each.entry.id not in own)
        if gone:
            self.changed.tell(
                Changed(stream=holding.stream, changes=changes, foreign=True, withdrawn=gone)
            )
        self.shared.tell(Shared(stream=holding.stream))

    def note_receipt(self, receipt: Receipt) -> None:
        """The shared log has it, though not all before it has reached us yet."""
        holding = self._holdings.get(receipt.stream)
        if holding is None:
            self._keeper.confirm([receipt.id])
        else:
            holding.note(receipt)
        self._settle(receipt.stream, [receipt.id])

    def _settle(self, stream: str, ids: Iterable[str]) -> None:
        ours = tuple(each for each in ids if self._unshared.pop(each, None) is not None)
        if ours:
            self.shared.tell(Shared(stream=stream, entries=ours))

    def set_heads(self, heads: Iterable[Head]) -> None:
        """All open streams, as the shared log tells; the others that are held are settled."""
        told = {head.stream: self._as_held(head) for head in heads}
        for stream, head in list(self._heads.items()):
            if stream not in told and head.open:
                told[stream] = msgspec.structs.replace(head, open=False)
        changed = [head for stream, head in told.items() if self._heads.get(stream) != head]
        for head in changed:
            before = self._heads.get(head.stream)
            self._heads[head.stream] = head
            if before is None or before.number != head.number:
                self.shared.tell(Shared(stream=head.stream))
        self._keeper.keep_heads(changed)

    def add_head(self, head: Head) -> None:
        """Of an incident that is not open."""
        self._heads[head.stream] = self._as_held(head)
        # Its copy on the disk would else pass for an open one at the next start, and never go.
        self._keeper.keep_heads([head])

    def _as_held(self, head: Head) -> Head:
        """With the seq and hash that this station has checked."""
        holding = self._holdings.get(head.stream)
        if holding is None:
            return head
        return msgspec.structs.replace(head, seq=holding.seq, hash=holding.hash)

    def _tell(self, stream: str, changes: Changes, *, foreign: bool) -> None:
        if changes:
            self.changed.tell(Changed(stream=stream, changes=changes, foreign=foreign))


def _both(one: Changes, other: Changes) -> Changes:
    return Changes(one.entries + other.entries, one.cells | other.cells)
