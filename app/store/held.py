"""What a station holds of the shared log: to start and work without it, and to be its witness."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from app.models.entry import Stored, to_micros
from app.models.text import QT_TRANSLATE_NOOP, Phrase
from app.store import rows
from app.store.disk import free_name
from app.store.log import Head

NAME = "held.sqlite"

T = TypeVar("T")

_VERSION = 1
"""Another one is rebuilt from the shared log, not migrated."""

_OF_THE_DISK = frozenset({
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY,
})  # fmt: skip
"""Errors that do not mean that the file itself is damaged."""

_SCHEMA = """
    CREATE TABLE entries (
        stream TEXT, seq INTEGER, id TEXT, kind TEXT, at INTEGER, author TEXT, station TEXT,
        data TEXT, recorded_at INTEGER, recorded_by TEXT, hash BLOB, PRIMARY KEY (stream, seq)
    ) WITHOUT ROWID;
    CREATE TABLE heads (
        stream TEXT PRIMARY KEY, number TEXT, drill INTEGER, open INTEGER, seq INTEGER, hash BLOB
    );
"""
_KEEP = f"""
    INSERT OR IGNORE INTO entries ({rows.ENTRY}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""  # noqa: S608  our own column names
_READ = f"""
    SELECT {rows.ENTRY} FROM entries WHERE stream = ? AND seq > ? ORDER BY seq LIMIT ?
"""  # noqa: S608  our own column names
_HEADS = """
    SELECT e.stream, h.number, h.drill, coalesce(h.open, 1), max(e.seq), e.hash
    FROM entries e LEFT JOIN heads h ON h.stream = e.stream GROUP BY e.stream
"""
_KEEP_HEAD = "INSERT OR REPLACE INTO heads VALUES (?, ?, ?, ?, ?, ?)"
_LAST = "SELECT max(recorded_at) FROM entries WHERE stream = ?"


class Held:
    """A SQLite file, used in one thread.

    A power cut may take its last commits (`synchronous=NORMAL`), which is enough: whatever is in
    here is in the shared log too, and what is not is in the outbox.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="held")
        self._connection: sqlite3.Connection | None = None
        self.found: Phrase | None = None
        """What was found damaged on opening, and where it is now."""

    async def open(self) -> None:
        """Raises `OSError` or `sqlite3.Error` if there can be no such file here."""
        self._connection = await self._visit(self._open)

    def _open(self) -> sqlite3.Connection:
        try:
            return _sound(self._path)
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in _OF_THE_DISK:
                raise
            moved_to = _move_aside(self._path)
            self.found = _say(moved_to)
            return _sound(self._path)

    async def heads(self) -> list[Head]:
        """Of every stream held: seq and hash of the last entry held, the rest as last told."""
        return await self._ask(_heads)

    async def rows(self, stream: str, after: int = 0, limit: int = 1_000) -> list[Stored]:
        return await self._ask(
            lambda c: [rows.stored(row) for row in c.execute(_READ, (stream, after, limit))]
        )

    async def keep(self, stored: Sequence[Stored], heads: Sequence[Head] = ()) -> None:
        """What is held already stays as it is."""
        await self._ask(lambda c: _keep(c, stored, heads))

    async def replace(self, stream: str, after: int, stored: Sequence[Stored]) -> None:
        """Hold these instead of all that is held of `stream` behind `after`."""
        await self._ask(lambda c: _replace(c, stream, after, stored))

    async def forget_closed(self, before: int, keep: Collection[str] = ()) -> None:
        """Drop closed incidents with nothing recorded since `before` (microseconds), but `keep`."""
        await self._ask(lambda c: _forget_closed(c, before, keep))

    async def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection:
            await self._visit(connection.close)
        self._thread.shutdown()

    async def _ask(self, work: Callable[[sqlite3.Connection], T]) -> T:
        connection = self._connection
        assert connection is not None  # noqa: S101  open

        def in_transaction() -> T:
            with connection:
                return work(connection)

        return await self._visit(in_transaction)

    async def _visit(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)


def _sound(path: Path) -> sqlite3.Connection:
    """Raises `sqlite3.DatabaseError` unless it is whole and of this version."""
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version == 0:
            connection.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT")
        elif version != _VERSION:
            raise sqlite3.DatabaseError(f"version {version}")  # noqa: TRY301  one way out
        (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if said != "ok":
            raise sqlite3.DatabaseError(said)  # noqa: TRY301  one way out
    except BaseException:
        connection.close()
        raise
    return connection


def _move_aside(path: Path) -> Path:
    moved_to = free_name(path)
    path.replace(moved_to)
    for tail in ("-wal", "-shm"):
        path.with_name(path.name + tail).unlink(missing_ok=True)
    return moved_to


def _heads(connection: sqlite3.Connection) -> list[Head]:
    return [
        Head(stream=stream, number=number or "", drill=bool(drill), open=bool(is_open), seq=seq,
             hash=hash_)
        for stream, number, drill, is_open, seq, hash_ in connection.execute(_HEADS)
    ]  # fmt: skip


def _keep(
    connection: sqlite3.Connection, stored: Iterable[Stored], heads: Iterable[Head] = ()
) -> None:
    connection.executemany(_KEEP, map(_row, stored))
    connection.executemany(
        _KEEP_HEAD,
        [(head.stream, head.number, head.drill, head.open, head.seq, head.hash) for head in heads],
    )


def _replace(
    connection: sqlite3.Connection, stream: str, after: int, stored: Sequence[Stored]
) -> None:
    connection.execute("DELETE FROM entries WHERE stream = ? AND seq > ?", (stream, after))
    _keep(connection, stored)


def _forget_closed(connection: sqlite3.Connection, before: int, keep: Collection[str]) -> None:
    closed = connection.execute("SELECT stream FROM heads WHERE NOT open").fetchall()
    for stream in {stream for (stream,) in closed}.difference(keep):
        (last,) = connection.execute(_LAST, (stream,)).fetchone()
        if last is None or last < before:
            connection.execute("DELETE FROM entries WHERE stream = ?", (stream,))
            connection.execute("DELETE FROM heads WHERE stream = ?", (stream,))


def _row(stored: Stored) -> tuple[Any, ...]:
    """In the order of `rows.ENTRY`."""
    entry = stored.entry
    return (
        entry.id, entry.stream, entry.kind, to_micros(entry.at), entry.author, entry.station,
        stored.data, stored.seq, to_micros(stored.recorded_at), stored.recorded_by, stored.hash,
    )  # fmt: skip


def _say(moved_to: Path) -> Phrase:
    template = QT_TRANSLATE_NOOP(
        "Held",
        "This station's copy of the shared log was damaged and is built anew; the old one is "
        "{path}. What waits to be shared is kept apart and is not affected.",
    )
    return Phrase("Held", template, {"path": str(moved_to)})
