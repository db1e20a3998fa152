"""A heartbeat: says who is here, hears who else is, and measures the shared log's clock."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from app.station.clock import Clock
from app.station.connection import ClockJump, ConnectionState
from app.station.status import Status
from app.station.words import silent
from app.store.log import LogAway, Presence, SharedLog

EVERY = 1.5
WITHIN = 2.5
"""Seconds; together with `EVERY` under the 5 after which stale data must show as such."""

FIRST_SAMPLES = 3


class Heartbeat:
    """`busy` says whether the line is taken up with something longer: then it may be late."""

    def __init__(
        self,
        *,
        log: SharedLog,
        clock: Clock,
        status: Status,
        me: Callable[[], Presence],
        busy: Callable[[], bool],
    ) -> None:
        self._log = log
        self._clock = clock
        self._status = status
        self._me = me
        self._busy = busy

    async def begin(self) -> None:
        """Measure before anything is stamped. Raises a `LogError`."""
        self._clock.forget()
        for _ in range(FIRST_SAMPLES):
            await self._measure()

    async def run(self) -> None:
        """Raises `LogAway` when the log falls silent."""
        while True:
            if not self._busy():
                await self._beat()
            await asyncio.sleep(EVERY)

    async def _beat(self) -> None:
        try:
            async with asyncio.timeout(WITHIN):
                await self._measure()
                me = self._me()
                present = await self._log.be_present(me)
        except TimeoutError as error:
            if self._busy():
                return
            # At once: giving up a line that is stalled may itself take a while.
            self._status.enter(ConnectionState.AWAY, silent())
            raise LogAway(silent()) from error
        others = tuple(each for each in present if each.station != me.station)
        self._status.heard(stations=others, clock_offset=self._clock.offset)

    async def _measure(self) -> None:
        asked = self._clock.steady()
        theirs = await self._log.clock()
        self._clock.sample(asked=asked, answered=self._clock.steady(), theirs=theirs)


class ClockWatch:
    """Notices that this machine's own clock was set, connected or not."""

    def __init__(self, clock: Clock, status: Status) -> None:
        self._clock = clock
        self._status = status

    async def run(self) -> None:
        while True:
            jump = self._clock.jump()
            if jump is not None:
                noticed = self._clock.now()
                self._status.change(clock_jump=ClockJump(by=jump, noticed=noticed))
            await asyncio.sleep(EVERY)
