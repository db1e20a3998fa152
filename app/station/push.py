"""Sends what waits in the outbox to the shared log, in the order in which it was typed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from app.models.entry import Stored, Wire, from_wire
from app.models.text import Phrase
from app.station.connection import RefusedEntry
from app.station.holdings import Holdings
from app.station.notices import Notices
from app.station.status import Status
from app.store.log import EntryRefused, LogAway, LogRefused, Moved, Receipt, SharedLog
from app.store.outbox import Outbox

MOST = 500
"""Entries in one batch, on a good line."""

MOST_BYTES = 1_000_000

PAUSE = 5.0
"""Seconds until a log that takes nothing from us is asked again."""


class Push:
    """`now` is the shared log's clock: an incident's number has the year of its opening here."""

    def __init__(
        self,
        *,
        log: SharedLog,
        outbox: Outbox,
        holdings: Holdings,
        notices: Notices,
        status: Status,
        now: Callable[[], datetime],
    ) -> None:
        self._log = log
        self._outbox = outbox
        self._holdings = holdings
        self._notices = notices
        self._status = status
        self._now = now
        self._some = asyncio.Event()
        self._most = MOST
        self._refused: dict[str, Phrase] = {}
        self.busy = False
        """Whether the line is taken up with sending."""
        holdings.shared.add(lambda _shared: self.wake())

    def wake(self) -> None:
        """There is more to send."""
        self.count()
        self._some.set()

    def count(self) -> None:
        self._status.change(waiting=len(self._holdings.unshared))

    async def run(self) -> None:
        """Send for as long as the line holds. Raises a `LogError`."""
        self._refused.clear()  # rights may have been given since
        self._tell_refused()
        while True:
            self._some.clear()
            batch = self._next()
            if batch:
                await self._send(batch)
            else:
                await self._some.wait()

    def _next(self) -> list[Wire]:
        batch: list[Wire] = []
        size = 0
        for wire in islice(self._due(), self._most):
            size += len(wire.data)
            if batch and size > MOST_BYTES:
                break
            batch.append(wire)
        return batch

    def _due(self) -> Iterator[Wire]:
        unshared = self._holdings.unshared
        for wire in self._outbox.waiting.values():
            if wire.id in unshared and wire.id not in self._refused:
                yield wire

    async def _send(self, batch: Sequence[Wire]) -> None:
        self.busy = True
        try:
            receipts = await self._log.append(batch, year=self._now().astimezone().year)
        except EntryRefused as refused:
            self._refused[refused.entry] = refused.why
            self._tell_refused()
        except LogRefused as refused:  # it may be read all the same, as a copy or by a viewer
            self._status.change(trouble=refused.why)
            await asyncio.sleep(PAUSE)
        except LogAway:
            self._most = max(1, len(batch) // 2)  # less may get through a bad line in time
            raise
        else:
            self._most = min(MOST, self._most * 2)
            self._status.change(trouble=None)
            self._take(batch, receipts)
        finally:
            self.busy = False

    def _take(self, batch: Sequence[Wire], receipts: Sequence[Receipt]) -> None:
        for wire, receipt in zip(batch, receipts, strict=True):
            stored = Stored(
                entry=from_wire(wire), seq=receipt.seq, recorded_at=receipt.recorded_at,
                recorded_by=receipt.recorded_by, data=wire.data, hash=receipt.hash,
            )  # fmt: skip
            self._notices.heard(Moved(stream=receipt.stream, seq=receipt.seq, stored=stored))
            self._holdings.note_receipt(receipt)

    def _tell_refused(self) -> None:
        waiting = self._outbox.waiting
        self._status.change(refused=tuple(
            RefusedEntry(entry=each, stream=waiting[each].stream, why=why)
            for each, why in self._refused.items() if each in waiting
        ))  # fmt: skip
