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

ASKED_KEPT = timedelta(minutes=10)
"""How long what somebody asked for stays for them to begin to look at it."""

EVERY = 600.0
"""Seconds between two looks for what may go."""

_log = Logger(__name__)


class Forgetting:
    """`now` is the shared log's clock."""

    def __init__(self, holdings: Holdings, held: Held, now: Callable[[], datetime]) -> None:
        self._holdings, self._held, self._now = holdings, held, now
        self._looked_at: Counter[str] = Counter()
        self._kept: dict[str, datetime] = {}
        """Until when what somebody asked for stays."""

    def look_at(self, stream: str) -> Callable[[], None]:
        """It stays for as long as somebody looks; answers what ends that."""
        self._looked_at[stream] += 1
        return lambda: self._looked_at.subtract([stream])

    def keep(self, stream: str) -> None:
        """Somebody asked for it though it is settled: it stays for them to look at it."""
        self._kept[stream] = self._now() + ASKED_KEPT

    async def run(self) -> None:
        while True:
            await asyncio.sleep(EVERY)
            await self.forget()

    async def forget(self) -> None:
        now = self._now()
        before = now - CLOSED_KEPT
        self._looked_at = +self._looked_at
        self._kept = {stream: until for stream, until in self._kept.items() if until > now}
        for holding in self._holdings:
            if self._may_go(holding, before):
                self._holdings.let_go(holding.stream)
        look_at_all_again()
        try:
            # What is held here is printed from the copy on the disk.
            held = {holding.stream for holding in self._holdings}
            await self._held.forget_closed(to_micros(before), keep=held)
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
