"""One timer for many short waits, of which hardly any lasts too long."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Watchdog:
    """Calls `bite` if what was begun has not ended in time; one thing at a time.

    A loop on Qt keeps a timer that was cancelled until its time has come: with one for each
    question to a database, thousands of them.
    """

    def __init__(self, bite: Callable[[], None]) -> None:
        self._bite = bite
        self._until: float | None = None
        self._timer: asyncio.Handle | None = None
        self._rings_at = 0.0

    def begin(self, within: float) -> None:
        """Seconds from now."""
        loop = asyncio.get_running_loop()
        self._until = loop.time() + within
        if self._timer is None or self._rings_at > self._until:
            self._ring_at(loop, self._until)

    def end(self) -> None:
        """In time. The timer goes on, and will find nothing to do, or something begun later."""
        self._until = None

    def _ring_at(self, loop: asyncio.AbstractEventLoop, moment: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._rings_at = moment
        self._timer = loop.call_at(moment, self._ring, loop)

    def _ring(self, loop: asyncio.AbstractEventLoop) -> None:
        self._timer = None
        if self._until is None:
            return
        if loop.time() < self._until:
            self._ring_at(loop, self._until)
            return
        self._until = None
        self._bite()
