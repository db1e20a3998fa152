"""What is to be read from the shared log next, and why."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from app.models.entry import SITE, Stored
from app.store.streams import TURNS

PROVE_AFTER = 0.5
"""Seconds from a notice until its entry is read, so that a burst is proven by one reading."""


class Agenda:
    """Written by whoever notices something, worked off by `Pull`."""

    def __init__(self) -> None:
        self.look = False
        """Something may have moved: compare all."""
        self.behind: set[str] = set()
        """The log has more of these streams."""
        self.suspects: set[str] = set()
        """The past of these may not be what it was: compare them from the beginning."""
        self.asked: list[tuple[str, asyncio.Future[None]]] = []
        """Somebody waits until these have been read to their end."""
        self.prove = False
        """What notices have announced is to be read."""
        self.reading: str | None = None
        """The stream that is just being taken; notices of it wait."""
        self._work = asyncio.Event()
        self._proving: asyncio.TimerHandle | None = None

    @property
    def is_open(self) -> bool:
        return bool(self.look or self.behind or self.suspects or self.asked or self.prove)

    async def more(self) -> None:
        """Wait until there is something to do."""
        self._work.clear()
        if not self.is_open:
            await self._work.wait()

    def wake(self) -> None:
        self._work.set()

    def look_around(self) -> None:
        self.look = True
        self.wake()

    def fall_behind(self, stream: str) -> None:
        self.behind.add(stream)
        self.wake()

    def suspect(self, stream: str) -> None:
        self.suspects.add(stream)
        self.wake()

    def ask(self, stream: str) -> asyncio.Future[None]:
        future = asyncio.get_running_loop().create_future()
        self.asked.append((stream, future))
        self.wake()
        return future

    def prove_soon(self) -> None:
        if self._proving is None:
            self._proving = asyncio.get_running_loop().call_later(PROVE_AFTER, self._prove_now)

    def _prove_now(self) -> None:
        self._proving, self.prove = None, True
        self.wake()

    def mind_course(self, stream: str, stored: Iterable[Stored]) -> None:
        """An incident that opens gets a number, and one that is settled leaves the open ones.

        Of a stream that begins nothing is known yet, whatever it begins with.
        """
        if stream != SITE and any(each.entry.kind in TURNS or each.seq == 1 for each in stored):
            self.look_around()

    def begin(self) -> None:
        """A new line: everything is to be compared."""
        self.look, self.prove, self.reading = True, True, None

    def end(self, error: Exception) -> None:
        """The line is gone: those who wait hear of it."""
        if self._proving:
            self._proving.cancel()
            self._proving = None
        asked, self.asked = self.asked, []
        for _, future in asked:
            if not future.done():
                future.set_exception(error)
