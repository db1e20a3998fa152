"""Photos and files at a station: attached here, sent in the background, fetched when wanted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any, Protocol

import msgspec

from app.models import facts as f
from app.models.command import Command, Refusal
from app.models.files import clean_name, is_fingerprint, media_type_of
from app.models.refusals import refuse
from app.station.changed import Done
from app.station.connection import Connection
from app.station.files_fetching import Fetching
from app.station.files_here import FilesHere, Kept, NotTaken, Source
from app.station.files_sending import Sending
from app.station.holdings import Holdings
from app.station.listeners import Listeners
from app.store.log import SharedLog


class FileState(Enum):
    WAITING = "waiting"
    """Here, and nothing of it has gone yet."""
    SENDING = "sending"
    HERE = "here"
    """Here, and in the shared log."""
    COMING = "coming"
    """In the shared log, and partly here."""
    PARTLY_SHARED = "partly_shared"
    """Not here: another station is sending it."""
    AWAY = "away"
    """Not here."""


class Whereabouts(msgspec.Struct, frozen=True, kw_only=True):
    """`percent` is how much of it has gone, come, or been shared."""

    state: FileState
    percent: int = 0


class Do(Protocol):
    def __call__(
        self, stream: str | None, command: Command, *, at: datetime | None = None
    ) -> Coroutine[Any, Any, Done | Refusal]: ...


class Files:
    """`do` records what was attached; `held` is what this station holds."""

    def __init__(
        self,
        *,
        log: SharedLog,
        here: FilesHere,
        do: Do,
        held: Holdings,
        failed: Callable[[str, Exception], None],
    ) -> None:
        self._here = here
        self._do = do
        self._held = held
        self._present: set[str] = set()
        self._attaching = asyncio.Lock()
        self.changed: Listeners[str] = Listeners(failed)
        """Told the fingerprint of each file that is elsewhere, or further, than before."""
        self.sending = Sending(log, here, offered=self._offered, told=self._tell)
        self.fetching = Fetching(log, here, told=self._tell)

    async def open(self) -> None:
        """Raises `OSError` if there is no place for files on this machine."""
        await asyncio.to_thread(self._here.open)

    async def close(self) -> None:
        await asyncio.to_thread(self._here.forget_copies)

    def note_connection(self, connection: Connection) -> None:
        self.sending.note_line(is_up=connection.is_up)
        self.fetching.note_line(is_up=connection.is_up)

    # What a person does ---------------------------------------------------------------------------

    async def attach(
        self, stream: str, source: Source, *, name: str, text: str = "", at: datetime | None = None
    ) -> Done | Refusal:
        """Keep a copy on this machine's disk, record it, and send the bytes in the background.

        Refused if it is no file, empty, too large, or cannot be kept; then nothing is left of it.
        """
        name = clean_name(name)
        async with self._attaching:
            kept = await self.keep(source, name=name)
            if isinstance(kept, Refusal):
                return kept
            fact = f.Attached(
                sha256=kept.sha256, name=name, media_type=media_type_of(name), size=kept.size,
                text=text.strip(),
            )  # fmt: skip
            try:
                answer = await self._do(stream, fact, at=at)
            except OSError:
                await self._take_back(kept)
                raise
            if isinstance(answer, Refusal):
                await self._take_back(kept)
            else:
                self.sending.add(kept.sha256)
            return answer

    async def keep(self, source: Source, *, name: str) -> Kept | Refusal:
        """Only keep it here: `share` sends it once what names it was recorded."""
        try:
            kept = await asyncio.to_thread(self._here.take, source)
        except NotTaken as error:
            return refuse(error.code, name=name, why=error.why)
        self._present.add(kept.sha256)
        return kept

    def share(self, sha256: str) -> None:
        """Send what was kept."""
        self.sending.add(sha256)

    async def _take_back(self, kept: Kept) -> None:
        """It was not recorded: what was not here before goes again."""
        if kept.fresh:
            await asyncio.to_thread(self._here.discard, kept.sha256)
            self._present.discard(kept.sha256)
        else:
            self.sending.add(kept.sha256)

    async def copy_to_open(self, sha256: str, name: str) -> Path:
        """A copy for another program to show. Raises `OSError`."""
        return await asyncio.to_thread(self._here.copy_to_open, sha256, clean_name(name))

    async def copy_to(self, sha256: str, target: Path) -> None:
        """Raises `OSError`."""
        await asyncio.to_thread(self._here.copy_to, sha256, target)

    # Where a file is ------------------------------------------------------------------------------

    def path(self, sha256: str) -> Path | None:
        """Where its bytes are on this machine; None if they are not."""
        if sha256 not in self._present:
            if not (is_fingerprint(sha256) and self._here.has(sha256)):
                return None
            self._present.add(sha256)
        return self._here.path(sha256)

    def want(self, sha256: str) -> None:
        """Fetch it, now or once it can be had; `changed` tells."""
        if is_fingerprint(sha256) and self.path(sha256) is None:
            self.fetching.want(sha256)

    def where(self, sha256: str, size: int) -> Whereabouts:
        if self.path(sha256):
            sent = self.sending.sent.get(sha256)
            if sent is None:
                return Whereabouts(state=FileState.HERE)
            state = FileState.SENDING if sent else FileState.WAITING
            return Whereabouts(state=state, percent=_percent(sent, size))
        if come := self.fetching.come.get(sha256):
            return Whereabouts(state=FileState.COMING, percent=_percent(come, size))
        if shared := self.fetching.shared.get(sha256):
            percent = _percent(shared.have, size)
            return Whereabouts(state=FileState.PARTLY_SHARED, percent=percent)
        return Whereabouts(state=FileState.AWAY)

    def _offered(self) -> Iterable[str]:
        of_incidents = (incident.files for incident in self._held.incidents.values())
        return [
            sha256
            for named in (*of_incidents, [self._held.site.picture.sha256])
            for sha256 in named
            if is_fingerprint(sha256)
        ]

    def _tell(self, sha256: str) -> None:
        self.changed.tell(sha256)


def _percent(part: int, size: int) -> int:
    return min(part * 100 // max(size, 1), 99)
