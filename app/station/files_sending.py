"""Sends photos and files to the shared log: after their entries, in parts, from where it broke."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping

from app.station.files_here import FilesHere
from app.station.programlog import Logger
from app.store.beside import PART, FileRefused, Progress
from app.store.log import LogAway, LogError, SharedLog

PAUSE = 2.0
"""Seconds until a line that broke is tried again; nothing else waits for it."""

LONG_PAUSE = 30.0
"""Seconds until a log that takes no files from us is asked again."""

_log = Logger(__name__)


class Sending:
    """`offered` are the files of what is held here: a log set back may have lost them.

    `told` hears of each file of which more has gone.
    """

    def __init__(
        self,
        log: SharedLog,
        here: FilesHere,
        *,
        offered: Callable[[], Iterable[str]],
        told: Callable[[str], None],
    ) -> None:
        self._log = log
        self._here = here
        self._offered = offered
        self._told = told
        self._some = asyncio.Event()
        self._is_up = False
        self._looks_around = False
        self.sent: dict[str, int] = {}
        """Bytes that have gone, of each file that the log may not have whole."""

    def add(self, sha256: str) -> None:
        """It is here, and marked."""
        self.sent.setdefault(sha256, 0)
        self._some.set()

    def note_line(self, *, is_up: bool) -> None:
        if is_up and not self._is_up:
            self._looks_around = True
            self._some.set()
        self._is_up = is_up

    async def run(self) -> None:
        """For ever; raises only what is no `LogError`."""
        for sha256 in await asyncio.to_thread(self._here.unsent):
            self.add(sha256)
        while True:
            await self._some.wait()
            self._some.clear()
            if self._is_up:
                await self._try()

    async def _try(self) -> None:
        try:
            await self._send_all()
        except LogError as error:
            _log.warning("files wait", why=str(error))
            await asyncio.sleep(PAUSE if isinstance(error, LogAway) else LONG_PAUSE)
            self._some.set()

    async def _send_all(self) -> None:
        if self._looks_around:
            await self._look_around()
        known = await self._log.beside.files.progress(self.sent) if self.sent else {}
        for sha256 in list(self.sent):
            await self._send(sha256, known)

    async def _look_around(self) -> None:
        """Offer again what is here and the log has not."""
        offered = [sha256 for sha256 in self._offered() if sha256 not in self.sent]
        here = await asyncio.to_thread(lambda: [each for each in offered if self._here.has(each)])
        known = await self._log.beside.files.progress(here) if here else {}
        for sha256 in here:
            if sha256 not in known or not known[sha256].whole:
                self.add(sha256)
        self._looks_around = False

    async def _send(self, sha256: str, known: Mapping[str, Progress]) -> None:
        try:
            size = await asyncio.to_thread(self._here.size, sha256)
            await self._send_parts(sha256, size, known.get(sha256))
        except OSError as error:
            _log.error("a file cannot be sent", sha256=sha256, why=str(error))
        except FileRefused as error:
            if await asyncio.to_thread(self._here.is_sound, sha256):
                raise  # another sender's parts were false; they are forgotten, and ours go again
            _log.error("a file is damaged", sha256=sha256, why=str(error))
            await asyncio.to_thread(self._here.discard, sha256)
        else:
            await asyncio.to_thread(self._here.mark_sent, sha256)
        del self.sent[sha256]
        self._told(sha256)

    async def _send_parts(self, sha256: str, size: int, known: Progress | None) -> None:
        now = known or Progress(have=0, size=size, whole=False)
        while not now.whole:
            # One that was wrong about the size begins anew.
            start = now.have if now.size == size else 0
            part = await asyncio.to_thread(self._here.read, sha256, start, PART)
            now = await self._log.beside.files.put(sha256, size=size, start=start, part=part)
            self.sent[sha256] = now.have
            self._told(sha256)
