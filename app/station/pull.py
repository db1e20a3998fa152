"""Keeps what is held abreast of the shared log: reads what is behind, doubted, or asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from app.models.entry import SITE, Stored
from app.models.incident import Incident
from app.station.agenda import Agenda
from app.station.bulk import bulk
from app.station.connection import ConnectionState
from app.station.holdings import STRETCH, Holdings
from app.station.inquest import Inquest
from app.station.status import Status
from app.station.words import away
from app.store.chain import first_break
from app.store.log import Head, LogAway, SharedLog

PAGE = 2_000
"""Entries asked for at once: little enough for a bad line, much enough for a good one."""


class Pull:
    """Reads one thing at a time, as the agenda has it; the site always first."""

    def __init__(
        self,
        log: SharedLog,
        holdings: Holdings,
        agenda: Agenda,
        inquest: Inquest,
        status: Status,
    ) -> None:
        self._log = log
        self._holdings = holdings
        self._agenda = agenda
        self._inquest = inquest
        self._status = status
        self._taken = 0
        self.busy = False
        """Whether the line is taken up with reading."""

    async def run(self) -> None:
        """Read whatever is to be read, for as long as the line holds. Raises a `LogError`."""
        self._agenda.begin()
        try:
            with bulk():
                await self._catch_up()
            while True:
                await self._agenda.more()
                await self._catch_up()
        finally:
            self.busy = False
            self._agenda.end(LogAway(away()))

    async def _catch_up(self) -> None:
        self.busy = True
        await self._work_off()
        self.busy = False
        self._up_to_date()

    async def _work_off(self) -> None:
        agenda = self._agenda
        while agenda.is_open:
            if agenda.look:
                agenda.look = False
                await self._look_around()
            for stream in sorted(agenda.behind, key=_site_first):
                await self._read(stream)
            for stream in sorted(agenda.suspects, key=_site_first):
                agenda.suspects.discard(stream)
                await self._inquire(stream)
            await self._answer()
            if agenda.prove:
                agenda.prove = False
                await self._prove()

    def _up_to_date(self) -> None:
        self._status.enter(
            ConnectionState.LIVE if self._log.notifies else ConnectionState.POLLING,
            self._status.connection.trouble,
        )
        self._status.heard()

    # What has moved --------------------------------------------------------------------------

    async def _look_around(self) -> None:
        before = {each.stream: (each.seq, each.hash) for each in self._holdings}
        heads = await self._log.heads(open_only=True)
        for head in heads:
            held = before.get(head.stream)
            if held and (head.seq < held[0] or (head.seq == held[0] and head.hash != held[1])):
                self._agenda.suspect(head.stream)
            elif head.seq > (await self._holdings.hold(head.stream)).seq:
                self._agenda.fall_behind(head.stream)
        self._holdings.set_heads(heads)
        await self._read_few(heads)
        told = {head.stream for head in heads}
        await self._mind_absent(
            {stream: at for stream, at in before.items() if stream not in told and at[0]}
        )

    async def _mind_absent(self, absent: Mapping[str, tuple[int, bytes]]) -> None:
        """They are not among the open ones: settled, or else the log was set back behind them."""
        if absent:
            await self._read_batch({stream: seq for stream, (seq, _) in absent.items()})
        for stream, (seq, hash_) in absent.items():
            if self._should_be_open(stream):
                links = await self._log.links((stream, seq - 1), 1)
                if not links or links[0].hash != hash_:
                    self._agenda.suspect(stream)

    def _should_be_open(self, stream: str) -> bool:
        holding = self._holdings.get(stream)
        folded = holding.folded if holding else None
        return stream == SITE or (
            isinstance(folded, Incident)
            and folded.course.opened_at is not None
            and not folded.is_settled
        )

    async def _prove(self) -> None:
        """Read what notices have announced; what is not there is taken back."""
        announced = [(each, each.announced[:]) for each in self._holdings if each.announced]
        if announced:
            await self._read_batch({holding.stream: holding.seq for holding, _ in announced})
        for holding, stored in announced:
            if holding.stream not in self._agenda.suspects:
                left = {each.seq for each in holding.announced}
                self._holdings.withdraw(holding, [each for each in stored if each.seq in left])

    # Reading ---------------------------------------------------------------------------------

    async def _read_few(self, heads: Sequence[Head]) -> None:
        """Read the streams that are a little behind in few round trips; the others follow."""
        batch: dict[str, int] = {}
        total = 0
        for head in sorted(heads, key=lambda head: _site_first(head.stream)):
            holding = self._holdings.get(head.stream)
            if holding is None or head.stream not in self._agenda.behind:
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

    async def _read_batch(self, after: Mapping[str, int]) -> None:
        found = await self._log.read_many(after)
        self._agenda.behind -= after.keys()
        by_stream = groupby(found, key=attrgetter("entry.stream"))
        groups = {stream: list(stored) for stream, stored in by_stream}
        for stream in sorted(groups, key=_site_first):
            await self._accept(stream, groups[stream])

    async def _read(self, stream: str) -> None:
        """Read one stream to its end, page by page."""
        self._agenda.behind.discard(stream)
        holding = await self._holdings.hold(stream)
        while found := await self._log.read(stream, holding.seq, PAGE):
            if not await self._accept(stream, found) or len(found) < PAGE:
                break

    async def _accept(self, stream: str, found: Sequence[Stored]) -> bool:
        """Take what follows what is held; False if it does not."""
        holding = self._holdings.get(stream)
        assert holding is not None  # noqa: S101  it was asked for because it is held
        self._agenda.reading = stream
        try:
            for start in range(0, len(found), STRETCH):
                part = [each for each in found[start : start + STRETCH] if each.seq > holding.seq]
                if first_break(part, seq=holding.seq, head=holding.hash):
                    self._agenda.suspect(stream)
                    return False
                self._agenda.mind_course(stream, [e for e in part if not holding.knows(e)])
                self._holdings.take(holding, part)
                await self._breathe(len(part))
        finally:
            self._agenda.reading = None
        return True

    async def _breathe(self, taken: int) -> None:
        """Let others have their turn; not for every short stream, or the screen is painted anew
        for each of a thousand."""
        self._taken += taken
        if self._taken >= STRETCH:
            self._taken = 0
            await asyncio.sleep(0)

    async def _answer(self) -> None:
        while self._agenda.asked:
            stream, future = self._agenda.asked[0]
            await self._read(stream)
            self._agenda.asked.pop(0)
            if not future.done():
                future.set_result(None)

    # Doubt -----------------------------------------------------------------------------------

    async def _inquire(self, stream: str) -> None:
        holding = await self._holdings.hold(stream)
        known = set(holding.recorded)
        self._agenda.reading = stream
        try:
            log = await self._inquest.hold(holding, self._read_all)
        finally:
            self._agenda.reading = None
        self._agenda.mind_course(stream, [each for each in log if each.entry.id not in known])

    async def _read_all(self, stream: str) -> list[Stored]:
        found: list[Stored] = []
        while page := await self._log.read(stream, found[-1].seq if found else 0, PAGE):
            found += page
        return found


def _site_first(stream: str) -> tuple[bool, str]:
    """Plans and people first: what incidents say refers to them."""
    return (stream != SITE, stream)
