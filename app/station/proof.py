"""Walks the shared log's past again and again, at leisure: each station is a witness of it."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence

from app.station.agenda import Agenda
from app.station.holding import Holding
from app.station.holdings import Holdings
from app.store.chain import GENESIS
from app.store.log import Link, SharedLog

SLICE = 500
"""Links asked for at once."""

PACE = 200
"""Links a second on average, so that fifty stations do not keep a server busy with it."""

FIRST_AFTER = 1.0
REST = 5.0
"""Seconds between the end of one walk and the next."""


class Proof:
    """Only raises suspicion; `Pull` then looks closely."""

    def __init__(self, log: SharedLog, holdings: Holdings, agenda: Agenda) -> None:
        self._log = log
        self._holdings = holdings
        self._agenda = agenda

    async def run(self) -> None:
        """Raises a `LogError`."""
        await asyncio.sleep(FIRST_AFTER)
        while True:
            for holding in self._holdings:
                if holding.seq and await self._is_suspect(holding):
                    self._agenda.suspect(holding.stream)
            await asyncio.sleep(REST)

    async def _is_suspect(self, holding: Holding) -> bool:
        """Whether the log no longer leads to what is held; or does again, though it did not."""
        stream, upto, wanted = holding.stream, holding.seq, holding.hash
        seq, hash_ = 0, GENESIS
        while seq < upto:
            links = await self._log.links((stream, seq), min(SLICE, upto - seq))
            checked = _walk(links, stream, seq, hash_)
            if checked is None or not links:
                return holding.broken is None
            hash_, seq = checked, seq + len(links)
            await asyncio.sleep(len(links) / PACE)
        moved_on = (holding.seq, holding.hash) != (upto, wanted) and holding.seq <= upto
        return not moved_on and (hash_ != wanted or holding.broken is not None)


def _walk(links: Sequence[Link], stream: str, seq: int, previous: bytes) -> bytes | None:
    """The hash that the links lead to; None if one of them does not hold."""
    for nth, link in enumerate(links, seq + 1):
        right = hashlib.sha256(previous + link.body).digest()
        if (link.stream, link.seq, link.hash) != (stream, nth, right):
            return None
        previous = link.hash
    return previous
