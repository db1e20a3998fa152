"""What stands beside a log in a SQLite file, in the same file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping

import msgspec

from app.store.addresses_sqlite import SqliteAddresses
from app.store.archive_sqlite import SqliteArchive
from app.store.beside import PART, Beside, Progress, altered, check_part, is_file, joined
from app.store.contacts_sqlite import SqliteContacts
from app.store.sqlite_thread import SqliteThread

_KNOWN = """
    SELECT sha256, have, size, whole FROM blobs WHERE sha256 IN (SELECT value FROM json_each(?))
"""
_ONE = "SELECT have, size, whole FROM blobs WHERE sha256 = ?"
_KEEP = """
    INSERT INTO blobs (sha256, size, have, whole) VALUES (?, ?, ?, ?)
    ON CONFLICT (sha256) DO UPDATE SET size = excluded.size, have = excluded.have,
        whole = excluded.whole
"""
_KEEP_PART = "INSERT INTO blob_parts (sha256, start, content) VALUES (?, ?, ?)"
_PARTS = "SELECT content FROM blob_parts WHERE sha256 = ? ORDER BY start"
_FORGET_PARTS = "DELETE FROM blob_parts WHERE sha256 = ?"
_FORGET = "DELETE FROM blobs WHERE sha256 = ?"
# Parts are at most so long: those that begin earlier end before `start`.
_READ = f"""
    SELECT p.start, p.content FROM blob_parts AS p JOIN blobs AS b USING (sha256)
    WHERE p.sha256 = ? AND b.whole AND p.start > ? - {PART} AND p.start < ?
    ORDER BY p.start
"""  # noqa: S608  our own number


class SqliteFiles:
    def __init__(self, thread: SqliteThread) -> None:
        self._thread = thread

    async def progress(self, fingerprints: Iterable[str]) -> Mapping[str, Progress]:
        wanted = msgspec.json.encode(list(fingerprints)).decode()
        found = await self._thread.ask(lambda c: c.execute(_KNOWN, (wanted,)).fetchall())
        return {sha256: _progress(*row) for sha256, *row in found}

    async def put(self, sha256: str, *, size: int, start: int, part: bytes) -> Progress:
        check_part(sha256, size=size, start=start, part=part)
        known = await self._thread.ask(lambda c: _put(c, sha256, size, start, part))
        if known is None:
            raise altered(sha256)
        return known

    async def get(self, sha256: str, *, start: int = 0, limit: int = PART) -> bytes:
        end = start + min(limit, PART)
        found = await self._thread.ask(lambda c: c.execute(_READ, (sha256, start, end)).fetchall())
        return joined(found, start, end)


def _put(
    connection: sqlite3.Connection, sha256: str, size: int, start: int, part: bytes
) -> Progress | None:
    """None if the whole did not match and was forgotten."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        known = _put_part(connection, sha256, size, start, part)
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
    return known


def _put_part(
    connection: sqlite3.Connection, sha256: str, size: int, start: int, part: bytes
) -> Progress | None:
    row = connection.execute(_ONE, (sha256,)).fetchone()
    known = _progress(*row) if row else Progress(have=0, size=size, whole=False)
    if known.whole:
        return known
    have = known.have
    if known.size != size:  # one of the two senders was wrong about it
        connection.execute(_FORGET_PARTS, (sha256,))
        have = 0
    if start <= have < start + len(part):
        connection.execute(_KEEP_PART, (sha256, have, part[have - start :]))
        have = start + len(part)
    whole = have == size
    if whole and not is_file(sha256, (row[0] for row in connection.execute(_PARTS, (sha256,)))):
        connection.execute(_FORGET_PARTS, (sha256,))
        connection.execute(_FORGET, (sha256,))
        return None
    connection.execute(_KEEP, (sha256, size, have, whole))
    return Progress(have=have, size=size, whole=whole)


def _progress(have: int, size: int, whole: int) -> Progress:
    return Progress(have=have, size=size, whole=bool(whole))


def sqlite_beside(thread: SqliteThread, archive: SqliteArchive, now: Callable[[], int]) -> Beside:
    """`now` is the log's clock, in microseconds since 1970 UTC."""
    return Beside(
        files=SqliteFiles(thread), addresses=SqliteAddresses(thread),
        contacts=SqliteContacts(thread, now), archive=archive,
    )  # fmt: skip
