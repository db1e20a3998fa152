"""A shared log to be looked at only: whatever is asked of a station on it, nothing is written."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from datetime import datetime

from app.models.archive import Search
from app.models.entry import Entry, Stored, Wire
from app.store.addresses import Address
from app.store.archive import Behind, Page, Place
from app.store.beside import PART, Beside, Files, Progress
from app.store.contacts import Contact, Erased
from app.store.log import Head, Link, LogRefused, Moved, Presence, Receipt, SharedLog
from app.store.words import why


def _refused() -> LogRefused:
    return LogRefused(why("looking_only"))


class ReadOnlyLog:
    """Reads through `log`, whatever the login may. That this station is here is told as before.

    Addresses and contacts are not even read: there is nothing here that they are needed for.
    """

    def __init__(self, log: SharedLog) -> None:
        self._log = log

    async def open(self) -> None:
        await self._log.open()

    async def close(self) -> None:
        await self._log.close()

    async def append(self, entries: Sequence[Wire], *, year: int) -> list[Receipt]:
        del entries, year
        raise _refused()

    async def read(self, stream: str, after: int = 0, limit: int = 10_000) -> list[Stored]:
        return await self._log.read(stream, after, limit)

    async def read_many(self, after: Mapping[str, int]) -> list[Stored]:
        return await self._log.read_many(after)

    async def heads(self, *, open_only: bool = False) -> list[Head]:
        return await self._log.heads(open_only=open_only)

    async def head(self, stream: str) -> Head | None:
        return await self._log.head(stream)

    async def links(self, after: tuple[str, int] = ("", 0), limit: int = 20_000) -> list[Link]:
        return await self._log.links(after, limit)

    def follow(self) -> AsyncGenerator[Moved, None]:
        return self._log.follow()

    async def clock(self) -> datetime:
        return await self._log.clock()

    async def be_present(self, presence: Presence) -> list[Presence]:
        return await self._log.be_present(presence)

    @property
    def beside(self) -> Beside:
        files = _ReadOnlyFiles(self._log.beside.files)
        return Beside(
            files=files, addresses=_NoAddresses(), contacts=_NoContacts(), archive=_NoArchive()
        )

    @property
    def notifies(self) -> bool:
        return self._log.notifies


class _ReadOnlyFiles:
    def __init__(self, files: Files) -> None:
        self._files = files

    async def progress(self, fingerprints: Iterable[str]) -> Mapping[str, Progress]:
        return await self._files.progress(fingerprints)

    async def put(self, sha256: str, *, size: int, start: int, part: bytes) -> Progress:
        del sha256, size, start, part
        raise _refused()

    async def get(self, sha256: str, *, start: int = 0, limit: int = PART) -> bytes:
        return await self._files.get(sha256, start=start, limit=limit)


class _NoArchive:
    async def catch_up(self) -> int:
        raise _refused()

    async def behind(self) -> Behind:
        raise _refused()

    async def read(self, streams: Iterable[str]) -> list[Entry]:
        del streams
        raise _refused()

    async def search(self, search: Search, *, limit: int = 100, after: Place | None = None) -> Page:
        del search, limit, after
        raise _refused()


class _NoAddresses:
    async def all(self) -> list[Address]:
        raise _refused()

    async def keep(self, address: Address) -> None:
        del address
        raise _refused()

    async def drop(self, key: str) -> None:
        del key
        raise _refused()


class _NoContacts:
    async def keep(self, contact: Contact) -> None:
        del contact
        raise _refused()

    async def of(self, stream: str) -> list[Contact]:
        del stream
        raise _refused()

    async def erase(self, key: str) -> None:
        del key
        raise _refused()

    async def erase_due(self) -> list[Erased]:
        raise _refused()
