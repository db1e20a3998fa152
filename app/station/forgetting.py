"""Lets go of what is settled and nobody looks at, so that a station runs for months alike."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

from app.models.entry import SITE, to_micros
from app.models.shift import is_shift
from app.station.bulk import look_at_all_again
from app.station.holding import Holding
from app.station.holdings import Holdings
from app.station.programlog import Logger
from app.store.held import Held

CLOSED_KEPT = timedelta(days=1)
"""How long the copy of a settled incident stays here, as a witness."""

EVERY = 600.0
"""Seconds between two looks for what may go."""

_log = Logger(__name__)


class Forgetting:
    """`now` is the shared log's clock."""

    def __init__(self, holdings: Holdings, held: Held, now: Callable[[], datetime]) -> None:
        self._holdings, self._held, self._now = holdings, held, now
        self._looked_at: Counter[str] = Counter()
        self._kept: set[str] = set()

    def look_at(self, stream: str) -> Callable[[], None]:
        """It stays for as long as somebody looks; answers what ends that."""
        self._looked_at[stream] += 1
        return lambda: self._looked_at.subtract([stream])

    def keep(self, stream: str) -> None:
        """Somebody asked for it though it is settled: it stays until this station ends."""
        self._kept.add(stream)

    async def run(self) -> None:
        while True:
            await asyncio.sleep(EVERY)
            await self.forget()

    async def forget(self) -> None:
        before = self._now() - CLOSED_KEPT
        self._looked_at = +self._looked_at
        for holding in self._holdings:
            if self._may_go(holding, before):
                self._holdings.let_go(holding.stream)
        look_at_all_again()
        try:
            await self._held.forget_closed(to_micros(before))
        except sqlite3.Error as error:  # it stays, which only takes room
            _log.warning("the station's copy cannot be made smaller", error=str(error))

    def _may_go(self, holding: Holding, before: datetime) -> bool:
        stream = holding.stream
        head = self._holdings.heads.get(stream)
        if stream == SITE or is_shift(stream) or head is None or head.open:
            return False
        if stream in self._looked_at or stream in self._kept or holding.broken:
            return False
        if holding.announced or stream in self._holdings.unshared.values():
            return False
        last = max((recorded.at for recorded in holding.recorded.values()), default=before)
        return last <= before
