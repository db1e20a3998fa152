"""Keeps what is held abreast of the shared log: by notice, by reading what is missing, by proof."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from app.models.entry import SITE, Stored
from app.models.incident import Incident
from app.station.connection import ConnectionState
from app.station.holding import Holding
from app.station.holdings import STRETCH, Holdings
from app.station.inquest import Inquest
from app.station.status import Status
from app.station.words import away
from app.store.chain import first_break
from app.store.log import Head, LogAway, Moved, SharedLog

PAGE = 2_000
"""Entries asked for at once: little enough for a bad line, much enough for a good one."""


class Pull:
    """Reads one thing at a time. `heard` may be called at any moment."""

    def __init__(
        self, log: SharedLog, holdings: Holdings, inquest: Inquest, status: Status
    ) -> None:
        self._log = log
        self._holdings = holdings
        self._inquest = inquest
        self._status = status
        self._work = asyncio.Event()
        self._look = False
        self._behind: set[str] = set()
        self._suspects: set[str] = set()
        self._asked: list[tuple[str, asyncio.Future[None]]] = []
        self._reading: str | None = None
        self.busy = False
        """Whether the line is taken up with reading."""

    # What is heard ---------------------------------------------------------------------------

    def heard(self, moved: Moved) -> None:
        """A notice, or a receipt: taken at once if it is the next link, else a reason to read."""
        holding = self._holdings.get(moved.stream)
        if holding is None and moved.stream and moved.seq == 1 and moved.stored is not None:
            holding = self._holdings.begin(moved.stream)
        if holding is None:
            self.look()
        elif moved.stored is not None and self._takes(holding, moved.stored):
            self._holdings.take(holding, [moved.stored])
            self._mind_course(moved.stream, [moved.stored])
        elif moved.seq > holding.seq:
            self._behind.add(holding.stream)
            self._work.set()
        elif moved.stored is not None and not holding.knows(moved.stored):
            self.suspect(holding.stream)  # its place is taken: the log is not what it was

    def _takes(self, holding: Holding, stored: Stored) -> bool:
        return holding.stream != self._reading and holding.follows(stored)

    def look(self) -> None:
        """Something may have moved: compare all."""
        self._look = True
        self._work.set()

    def suspect(self, stream: str) -> None:
        """Its past may not be what it was: compare it from the beginning."""
        self._suspects.add(stream)
        self._work.set()

    def _mind_course(self, stream: str, stored: Iterable[Stored]) -> None:
        """An incident that opens gets a number, and one that closes leaves the open ones."""
        if stream != SITE and any(each.entry.kind in _TURNS for each in stored):
            self.look()

    # Reading ---------------------------------------------------------------------------------

    async def fetch(self, stream: str) -> None:
        """Return when a stream has been read to its end. Raises `LogAway` if the line breaks."""
        asked = asyncio.get_running_loop().create_future()
        self._asked.append((stream, asked))
        self._work.set()
        await asked

    async def run(self) -> None:
        """Read whatever is behind. Raises a `LogError`."""
        self._look, self._reading = True, None
        try:
            while True:
                self.busy = True
                await self._catch_up()
                self.busy = False
                self._up_to_date()
                self._work.clear()
                await self._work.wait()
        finally:
            self._give_up()

    def _give_up(self) -> None:
        asked, self._asked = self._asked, []
        for _, future in asked:
            if not future.done():
                future.set_exception(LogAway(away()))

    async def _catch_up(self) -> None:
        while self._look or self._behind or self._suspects or self._asked:
            if self._look:
                self._look = False
                await self._look_around()
            for stream in sorted(self._behind, key=_site_first):
                await self._read(stream)
            for stream in sorted(self._suspects, key=_site_first):
                self._suspects.discard(stream)
                await self._inquire(stream)
            await self._answer()

    async def _answer(self) -> None:
        while self._asked:
            stream, future = self._asked[0]
            await self._read(stream)
            self._asked.pop(0)
            if not future.done():
                future.set_result(None)

    def _up_to_date(self) -> None:
        self._status.enter(
            ConnectionState.LIVE if self._log.notifies else ConnectionState.POLLING,
            self._status.connection.trouble,
        )
        self._status.heard()

    async def _look_around(self) -> None:
        before = {each.stream: (each.seq, each.hash) for each in self._holdings}
        heads = await self._log.heads(open_only=True)
        for head in heads:
            held = before.get(head.stream)
            if held and (head.seq < held[0] or (head.seq == held[0] and head.hash != held[1])):
                self._suspects.add(head.stream)
            elif head.seq > (await self._holdings.hold(head.stream)).seq:
                self._behind.add(head.stream)
        self._holdings.set_heads(heads)
        await self._read_few(heads)
        told = {head.stream for head in heads}
        await self._mind_absent({name: at for name, at in before.items() if name not in told})

    async def _mind_absent(self, absent: dict[str, tuple[int, bytes]]) -> None:
        """They are not among the open ones: closed, or else the log was set back behind them."""
        absent = {stream: at for stream, at in absent.items() if at[0]}
        if absent:
            await self._read_batch({stream: seq for stream, (seq, _) in absent.items()})
        for stream, (seq, hash_) in absent.items():
            if self._should_be_open(stream):
                links = await self._log.links((stream, seq - 1), 1)
                if not links or links[0].hash != hash_:
                    self._suspects.add(stream)

    def _should_be_open(self, stream: str) -> bool:
        holding = self._holdings.get(stream)
        folded = holding.folded if holding else None
        return stream == SITE or (isinstance(folded, Incident) and folded.is_open)

    async def _read_few(self, heads: Sequence[Head]) -> None:
        """Read the streams that are a little behind in few round trips; the others follow."""
        batch: dict[str, int] = {}
        total = 0
        for head in sorted(heads, key=lambda head: _site_first(head.stream)):
            holding = self._holdings.get(head.stream)
            if holding is None or head.stream not in self._behind:
                continue
            missing = head.seq - holding.seq
            if total + missing > PAGE and batch:
                await self._read_batch(batch)
                batch, total = {}, 0
            if missing <= PAGE:
                batch[head.stream] = holding.seq
                total += missing
        if batch:
            await self._read_batch(batch)

    async def _read_batch(self, after: dict[str, int]) -> None:
        found = await self._log.read_many(after)
        self._behind -= after.keys()
        by_stream = groupby(found, key=attrgetter("entry.stream"))
        groups = {stream: list(stored) for stream, stored in by_stream}
        for stream in sorted(groups, key=_site_first):
            await self._accept(stream, groups[stream])

    async def _read(self, stream: str) -> None:
        """Read one stream to its end, page by page."""
        self._behind.discard(stream)
        holding = await self._holdings.hold(stream)
        while found := await self._log.read(stream, holding.seq, PAGE):
            if not await self._accept(stream, found) or len(found) < PAGE:
                break

    async def _accept(self, stream: str, found: Sequence[Stored]) -> bool:
        """Take what follows what is held; False if it does not."""
        holding = self._holdings.get(stream)
        assert holding is not None  # noqa: S101  it was asked for because it is held
        self._reading = stream
        try:
            for start in range(0, len(found), STRETCH):
                part = [each for each in found[start : start + STRETCH] if each.seq > holding.seq]
                broken = first_break(part, seq=holding.seq, head=holding.hash)
                if broken:
                    self._suspects.add(stream)
                    return False
                self._holdings.take(holding, part)
                await asyncio.sleep(0)
        finally:
            self._reading = None
        self._mind_course(stream, found)
        return True

    async def _inquire(self, stream: str) -> None:
        holding = await self._holdings.hold(stream)
        known = set(holding.recorded)
        self._reading = stream
        try:
            log = await self._inquest.hold(holding, self._read_all)
        finally:
            self._reading = None
        self._mind_course(stream, [each for each in log if each.entry.id not in known])

    async def _read_all(self, stream: str) -> list[Stored]:
        found: list[Stored] = []
        while page := await self._log.read(stream, found[-1].seq if found else 0, PAGE):
            found += page
        return found


_TURNS = frozenset({"opened", "closed", "reopened"})


def _site_first(stream: str) -> tuple[bool, str]:
    """Plans and people first: what incidents say refers to them."""
    return (stream != SITE, stream)
