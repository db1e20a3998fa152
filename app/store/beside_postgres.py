"""What stands beside a log on PostgreSQL, on a line of its own: a photo holds up no entry."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import asyncpg

from app.store.address import Address
from app.store.addresses_postgres import PostgresAddresses
from app.store.archive_postgres import PostgresArchive
from app.store.beside import PART, Beside, Progress, altered, check_part, joined
from app.store.contacts_postgres import PostgresContacts
from app.store.log import LogError
from app.store.postgres_line import Line, dial

_KNOWN = "SELECT sha256, have, size, whole FROM muster.blobs WHERE sha256 = ANY ($1::text[])"
# All null: it did not match, and was forgotten.
_PUT = "SELECT have, size, whole FROM muster.muster_keep_part($1, $2, $3, $4)"
_READ = f"""
    SELECT p.start, p.content FROM muster.blob_parts p JOIN muster.blobs b USING (sha256)
    WHERE p.sha256 = $1 AND b.whole AND p.start > $2::bigint - {PART} AND p.start < $3::bigint
    ORDER BY p.start
"""  # noqa: S608  our own number

_WITHIN = 60.0
"""Seconds for one part: a line of 20 kbit/s still gets it through."""

_IDLE = 10.0
"""Seconds after which the line is given back: a server has not many."""


class FilesLine:
    """Dialled when something is asked, and hung up when nothing was for a while."""

    def __init__(self, address: Address, check_open: Callable[[], object]) -> None:
        """`check_open` raises while the log is not open: then there is nothing to dial."""
        self._address = address
        self._check_open = check_open
        self._line: Line | None = None
        self._dialling = asyncio.Lock()
        self._idle: asyncio.TimerHandle | None = None
        self._asking = 0

    async def fetch(self, sql: str, *args: Any) -> list[asyncpg.Record]:
        """Raises a `LogError`."""
        line = await self._open_line()
        self._asking += 1
        try:
            return await line.fetch(sql, *args, within=_WITHIN)
        finally:
            self._asking -= 1
            self._wait_idle()

    async def _open_line(self) -> Line:
        async with self._dialling:
            self._check_open()
            if self._line is None or self._line.connection.is_closed():
                connection = await dial(self._address)
                try:
                    self._check_open()  # it may have been closed meanwhile
                except LogError:
                    connection.terminate()
                    raise
                self._line = Line(connection, self._address)
            return self._line

    def _wait_idle(self) -> None:
        if self._idle:
            self._idle.cancel()
        self._idle = asyncio.get_running_loop().call_later(_IDLE, self._hang_up_if_idle)

    def _hang_up_if_idle(self) -> None:
        if not self._asking:
            self.hang_up()

    def hang_up(self) -> None:
        """Whoever waits for an answer gets `LogAway`; the next question dials again."""
        if self._idle:
            self._idle.cancel()
        line, self._line, self._idle = self._line, None, None
        if line:
            line.connection.terminate()


class PostgresFiles:
    def __init__(self, line: FilesLine) -> None:
        self._line = line

    async def progress(self, fingerprints: Iterable[str]) -> Mapping[str, Progress]:
        found = await self._line.fetch(_KNOWN, list(fingerprints))
        return {
            sha256: Progress(have=have, size=size, whole=whole)
            for sha256, have, size, whole in found
        }

    async def put(self, sha256: str, *, size: int, start: int, part: bytes) -> Progress:
        check_part(sha256, size=size, start=start, part=part)
        [(have, of, whole)] = await self._line.fetch(_PUT, sha256, size, start, part)
        if have is None:
            raise altered(sha256)
        return Progress(have=have, size=of, whole=whole)

    async def get(self, sha256: str, *, start: int = 0, limit: int = PART) -> bytes:
        end = start + min(limit, PART)
        found = await self._line.fetch(_READ, sha256, start, end)
        return joined([(at, content) for at, content in found], start, end)


def postgres_beside(line: FilesLine, archive: PostgresArchive) -> Beside:
    return Beside(
        files=PostgresFiles(line), addresses=PostgresAddresses(line),
        contacts=PostgresContacts(line), archive=archive,
    )  # fmt: skip
