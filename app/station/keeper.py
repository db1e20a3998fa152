"""Writes down what the shared log has, and only then lets go of it in the outbox."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterable, Sequence

from app.models.entry import Stored
from app.models.text import QT_TRANSLATE_NOOP, Phrase
from app.station.programlog import Logger
from app.station.status import Status
from app.store.held import Held
from app.store.log import Head
from app.store.outbox import NotKept, Outbox

_log = Logger(__name__)


GATHER = 0.1
"""Seconds in which a burst gathers: what came is shown first, and then written down at once."""


class Keeper:
    """Bursts become one transaction. Nobody waits for it but `flush`."""

    def __init__(self, held: Held, outbox: Outbox, status: Status) -> None:
        self._held = held
        self._outbox = outbox
        self._status = status
        self._stored: list[Stored] = []
        self._heads: dict[str, Head] = {}
        self._shared: list[str] = []
        self._some = asyncio.Event()
        self._turn = asyncio.Lock()

    def keep(self, stored: Sequence[Stored]) -> None:
        """Hold these; those of the outbox are confirmed there afterwards."""
        self._stored += stored
        self.confirm(each.entry.id for each in stored)

    def confirm(self, ids: Iterable[str]) -> None:
        """The shared log has these; those that are not of the outbox are passed over."""
        self._shared += [each for each in ids if each in self._outbox.waiting]
        self._some.set()

    def keep_heads(self, heads: Iterable[Head]) -> None:
        self._heads.update((head.stream, head) for head in heads)
        self._some.set()

    async def run(self) -> None:
        while True:
            await self._some.wait()
            await asyncio.sleep(GATHER)
            await self.flush()

    async def flush(self) -> None:
        """Return when everything so far is written down."""
        async with self._turn:
            self._some.clear()
            # Nothing is let go before it is written: whoever waits here may be cancelled.
            stored, heads, shared = self._stored[:], dict(self._heads), self._shared[:]
            if (stored or heads) and not await self._hold(stored, list(heads.values())):
                return  # the outbox is then the only copy; all is tried again with what comes next
            del self._stored[: len(stored)]
            for stream, head in heads.items():
                if self._heads[stream] is head:
                    del self._heads[stream]
            if shared:
                await self._confirm(shared)
            del self._shared[: len(shared)]

    async def _hold(self, stored: list[Stored], heads: list[Head]) -> bool:
        try:
            await self._held.keep(stored, heads)
        except sqlite3.Error as error:
            _log.warning("the station's copy cannot be written", error=str(error))
            self._status.tell_local(_why(error))
            return False
        return True

    async def _confirm(self, ids: list[str]) -> None:
        try:
            await self._outbox.confirm(ids)
        except NotKept as error:  # they are sent again after the next start, which does no harm
            _log.warning("the outbox cannot be written", error=str(error))


def _why(error: sqlite3.Error) -> Phrase:
    template = QT_TRANSLATE_NOOP(
        "Held",
        "This station's copy of the shared log cannot be written ({said}). Without it, a restart "
        "shows nothing until the shared log can be reached.",
    )
    return Phrase("Held", template, {"said": str(error)})
