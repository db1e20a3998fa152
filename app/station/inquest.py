"""When the shared log is not what it was: says what became of it, and offers what it lost."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from app.models.entry import Stored, Wire, to_micros
from app.station.connection import SetBack
from app.station.holding import Holding
from app.station.holdings import STRETCH, Holdings
from app.station.keeper import Keeper
from app.station.programlog import Logger
from app.station.reconcile import Verdict, reconcile
from app.station.status import Status
from app.store.held import Held
from app.store.outbox import NotKept, Outbox

_log = Logger(__name__)


class Inquest:
    """`offered` is called when entries were put back into the outbox."""

    def __init__(
        self,
        *,
        holdings: Holdings,
        held: Held,
        keeper: Keeper,
        outbox: Outbox,
        status: Status,
        now: Callable[[], datetime],
        offered: Callable[[], None],
    ) -> None:
        self._holdings = holdings
        self._held = held
        self._keeper = keeper
        self._outbox = outbox
        self._status = status
        self._now = now
        self._offered = offered

    async def hold(
        self, holding: Holding, read_all: Callable[[str], Awaitable[list[Stored]]]
    ) -> list[Stored]:
        """Compare all of a stream with what is held; answers all that the log has.

        Afterwards the log's seqs count; entries stay on the screen, and an altered past is kept
        here as it was.
        """
        await self._keeper.flush()
        held = await self._read_held(holding.stream)
        log = await read_all(holding.stream)  # later than ours, or what is new would seem lost
        verdict = reconcile(held, log)
        if await self._offer(verdict.missing) and verdict.altered is None:
            await self._held.replace(holding.stream, verdict.same, log[verdict.same :])
        self._say(holding, verdict, was=held[-1].seq if held else 0)
        await self._retake(holding, log)
        self._offered()
        return log

    async def _offer(self, missing: Sequence[Stored]) -> bool:
        """Put entries back into the outbox before they leave the copy; False if it is full."""
        try:
            await self._outbox.put([_wire(stored) for stored in missing])
        except NotKept as error:
            self._status.tell_local(error.why)
            return False
        return True

    async def _read_held(self, stream: str) -> list[Stored]:
        held: list[Stored] = []
        while rows := await self._held.rows(stream, held[-1].seq if held else 0):
            held += rows
        return held

    async def _retake(self, holding: Holding, log: Sequence[Stored]) -> None:
        announced = holding.announced[:]
        holding.rewind()
        self._holdings.recount(holding.stream)
        for start in range(0, len(log), STRETCH):
            self._holdings.take(holding, log[start : start + STRETCH])
            await asyncio.sleep(0)
        false = [each for each in announced if each.entry.id not in holding.recorded]
        self._holdings.withdraw(holding, false)

    def _say(self, holding: Holding, verdict: Verdict, *, was: int) -> None:
        stream, altered = holding.stream, verdict.altered
        if altered and altered != holding.broken:
            _log.error("the past was altered", stream=stream, seq=altered.seq)
        holding.broken = altered
        self._status.set_break(stream, altered)
        if altered is None and verdict.same < was:
            missing = len(verdict.missing)
            _log.warning("the log was set back", stream=stream, seq=verdict.same, missing=missing)
            self._status.change(set_back=SetBack(
                stream=stream, seq=verdict.same, offered=missing, noticed=self._now(),
            ))  # fmt: skip


def _wire(stored: Stored) -> Wire:
    """The entry exactly as it was stored."""
    entry = stored.entry
    return Wire(
        id=entry.id, stream=entry.stream, kind=entry.kind, at=to_micros(entry.at),
        author=entry.author, station=entry.station, data=stored.data,
    )  # fmt: skip
