"""Fetches photos and files that somebody wants to see, in parts, from where it broke."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from app.station.files_here import FilesHere
from app.station.programlog import Logger
from app.store.beside import Progress
from app.store.log import LogAway, LogError, SharedLog

LOOK_EVERY = 3.0
"""Seconds between two looks for what another station has not sent yet; longer and longer ones,
up to `LONG_PAUSE`, while nothing comes of it."""

PAUSE = 2.0
LONG_PAUSE = 30.0
"""Seconds until it is tried again after a line broke; after a disk was full."""

TRIES = 2
"""Times that a file may come damaged before it is left; what was here of it may be to blame."""

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
        self._pause = LOOK_EVERY
        self._damaged: dict[str, int] = {}
        """How often each came damaged since the line was there."""
        self.come: dict[str, int] = {}
        """Bytes that are here, of each file that is whole in the log."""
        self.shared: dict[str, Progress] = {}
        """How much the log has of each file that it has not whole."""

    def want(self, sha256: str) -> None:
        left = self._damaged.get(sha256, 0) >= TRIES
        if sha256 not in self._wanted and not left:
            self._wanted[sha256] = None
            self._some.set()

    def note_line(self, *, is_up: bool) -> None:
        if is_up and not self._is_up:
            self._damaged.clear()
            self._some.set()
        self._is_up = is_up

    async def run(self) -> None:
        """For ever; raises only what is neither a `LogError` nor the disk's."""
        while True:
            try:
                async with asyncio.timeout(self._pause if self._wanted and self._is_up else None):
                    await self._some.wait()
                self._pause = LOOK_EVERY
            except TimeoutError:
                self._pause = min(2 * self._pause, LONG_PAUSE)
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
                self._pause = LOOK_EVERY
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
        if not sound:
            _log.error("a file came damaged", sha256=sha256)
            self._damaged[sha256] = self._damaged.get(sha256, 0) + 1
        if sound or self._damaged[sha256] >= TRIES:
            del self._wanted[sha256]
        self._told(sha256)
