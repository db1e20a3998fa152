"""Fetches photos and files that somebody wants to see, in parts, from where it broke."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress

from app.station.files_here import FilesHere
from app.station.programlog import Logger
from app.store.beside import Progress
from app.store.log import LogAway, LogError, SharedLog

LOOK_EVERY = 3.0
"""Seconds between two looks for what another station has not sent yet."""

PAUSE = 2.0
LONG_PAUSE = 30.0
"""Seconds until it is tried again after a line broke; after a disk was full."""

_log = Logger(__name__)


class Fetching:
    """`told` hears of each file of which more is here, or in the log."""

    def __init__(self, log: SharedLog, here: FilesHere, *, told: Callable[[str], None]) -> None:
        self._log = log
        self._here = here
        self._told = told
        self._some = asyncio.Event()
        self._is_up = False
        self._wanted: dict[str, None] = {}
        self.come: dict[str, int] = {}
        """Bytes that are here, of each file that is whole in the log."""
        self.shared: dict[str, Progress] = {}
        """How much the log has of each file that it has not whole."""

    def want(self, sha256: str) -> None:
        if sha256 not in self._wanted:
            self._wanted[sha256] = None
            self._some.set()

    def note_line(self, *, is_up: bool) -> None:
        if is_up and not self._is_up:
            self._some.set()
        self._is_up = is_up

    async def run(self) -> None:
        """For ever; raises only what is neither a `LogError` nor the disk's."""
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_EVERY if self._wanted and self._is_up else None):
                    await self._some.wait()
            self._some.clear()
            if self._wanted and self._is_up:
                await self._try()

    async def _try(self) -> None:
        try:
            await self._look()
        except (LogError, OSError) as error:
            _log.warning("files do not come", why=str(error))
            away = isinstance(error, LogAway)
            await asyncio.sleep(PAUSE if away else LONG_PAUSE)

    async def _look(self) -> None:
        """The last one wanted is looked at now, so it comes first."""
        wanted = list(reversed(self._wanted))
        known = await self._log.beside.files.progress(wanted)
        for sha256 in wanted:
            now = known.get(sha256)
            if now and now.whole:
                await self._fetch(sha256, now.size)
            elif now and self.shared.get(sha256) != now:
                self.shared[sha256] = now
                self._told(sha256)

    async def _fetch(self, sha256: str, size: int) -> None:
        self.shared.pop(sha256, None)
        have = await asyncio.to_thread(self._here.come_so_far, sha256)
        while have < size:
            part = await self._log.beside.files.get(sha256, start=have)
            if not part:
                return  # gone again: the log was set back
            await asyncio.to_thread(self._here.add, sha256, part)
            have += len(part)
            self.come[sha256] = have
            self._told(sha256)
        sound = await asyncio.to_thread(self._here.finish, sha256)
        self.come.pop(sha256, None)
        if sound:
            del self._wanted[sha256]
        else:
            _log.error("a file came damaged", sha256=sha256)
        self._told(sha256)
