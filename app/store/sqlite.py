"""The shared log in a SQLite file, for one machine and any number of windows."""

from __future__ import annotations

import getpass
import os
import sqlite3
import time
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from app.models.entry import Stored, Wire, from_micros
from app.models.shift import followed_from
from app.store import rows
from app.store.archive_sqlite import SqliteArchive
from app.store.beside_sqlite import sqlite_beside
from app.store.limits import check
from app.store.log import Head, Link, Moved, Presence, Receipt
from app.store.pokes import Pokes
from app.store.sqlite_append import append
from app.store.sqlite_follow import Followers
from app.store.sqlite_thread import SqliteThread

_READ = f"""
    SELECT {rows.ENTRY} FROM entries WHERE stream = ? AND seq > ? ORDER BY seq LIMIT ?
"""  # noqa: S608  our own column names
_READ_MANY = f"""
    WITH wanted (stream, after) AS MATERIALIZED (
        SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)
    )
    SELECT {rows.ENTRY_OF_E} FROM wanted
    CROSS JOIN entries AS e ON e.stream = wanted.stream AND e.seq > wanted.after
    ORDER BY e.stream, e.seq
"""  # noqa: S608  our own column names
_HEADS = f"SELECT {rows.HEAD} FROM streams ORDER BY stream"  # noqa: S608  our own column names
_HEAD = f"SELECT {rows.HEAD} FROM streams WHERE stream = ?"  # noqa: S608  our own column names
_OPEN_HEADS = f"""
    SELECT {rows.HEAD} FROM streams WHERE open AND (kind <> 'shift' OR stream >= ?) ORDER BY stream
"""  # noqa: S608  our own column names
# The text is put together in SQL: half as many values to bring over, and much faster.
_LINKS = """
    SELECT stream, seq, CAST(printf(replace('%s,%d,%s,%s,%d,%d,%s,%s,%s,%s', ',', char(31)),
        stream, seq, id, kind, at, recorded_at, author, station, recorded_by, data) AS BLOB), hash
    FROM entries WHERE (stream, seq) > (?, ?) ORDER BY stream, seq LIMIT ?
"""
_PRESENT = """
    INSERT INTO stations (station, name, person, kind, seen, login) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (station) DO UPDATE SET name = excluded.name, person = excluded.person,
        kind = excluded.kind, seen = excluded.seen, login = excluded.login
"""
_SEEN = "SELECT station, name, person, kind, seen FROM stations WHERE seen > ? ORDER BY station"

_PRESENT_FOR = 60_000_000
"""Microseconds for which a station counts as present."""


def _micros() -> int:
    return time.time_ns() // 1000


class SqliteLog:
    """All of SQLite happens in one thread, a whole transaction per visit: see docs/adr/0004.

    `now` is the log's clock, in microseconds since 1970 UTC; a drill may run faster than the wall.
    Without `make` a file that is not there, or is older, is left as it is.
    """

    def __init__(self, path: Path, *, now: Callable[[], int] = _micros, make: bool = True) -> None:
        self._path = path
        self._now = now
        self._thread = SqliteThread(path, make=make)
        self._pokes = Pokes(path)
        self._followers = Followers(self._thread, self._pokes)
        self._login = _login()
        self._archive = SqliteArchive(self._thread)
        self.beside = sqlite_beside(self._thread, self._archive, now)

    async def open(self) -> None:
        await self._thread.open()
        self._pokes.make()

    async def close(self) -> None:
        await self._archive.close()
        await self._thread.close()
        self._followers.wake()

    @property
    def notifies(self) -> bool:
        return True

    async def append(self, entries: Sequence[Wire], *, year: int) -> list[Receipt]:
        check(entries)
        if not entries:
            return []
        receipts = await self._thread.ask(
            lambda connection: self._append(connection, entries, year)
        )
        self._followers.wake()
        return receipts

    def _append(
        self, connection: sqlite3.Connection, entries: Sequence[Wire], year: int
    ) -> list[Receipt]:
        receipts = append(connection, entries, year=year, recorded_by=self._login, now=self._now)
        with suppress(OSError):  # it is in the log all the same, and will be found by looking
            self._pokes.poke()
        return receipts

    async def read(self, stream: str, after: int = 0, limit: int = 10_000) -> list[Stored]:
        return await self._thread.ask(lambda c: _stored(c, _READ, stream, after, limit))

    async def read_many(self, after: Mapping[str, int]) -> list[Stored]:
        wanted = msgspec.json.encode(list(after.items())).decode()
        return await self._thread.ask(lambda c: _stored(c, _READ_MANY, wanted))

    async def heads(self, *, open_only: bool = False) -> list[Head]:
        shifts_from = followed_from(from_micros(self._now()))
        found = await self._thread.ask(
            lambda c: (
                c.execute(_OPEN_HEADS, (shifts_from,)) if open_only else c.execute(_HEADS)
            ).fetchall()
        )
        return [rows.head(row) for row in found]

    async def head(self, stream: str) -> Head | None:
        found = await self._thread.ask(lambda c: c.execute(_HEAD, (stream,)).fetchone())
        return rows.head(found) if found else None

    async def links(self, after: tuple[str, int] = ("", 0), limit: int = 20_000) -> list[Link]:
        return await self._thread.ask(
            lambda c: list(map(Link._make, c.execute(_LINKS, (*after, limit))))
        )

    def follow(self) -> AsyncGenerator[Moved, None]:
        return self._followers.follow()

    async def clock(self) -> datetime:
        return from_micros(self._now())

    async def be_present(self, presence: Presence) -> list[Presence]:
        now = self._now()
        me = (presence.station, presence.name, presence.person, presence.kind, now, self._login)

        def say_and_look(connection: sqlite3.Connection) -> list[Any]:
            connection.execute(_PRESENT, me)
            return connection.execute(_SEEN, (now - _PRESENT_FOR,)).fetchall()

        return [
            Presence(station=station, name=name, person=person, kind=kind, seen=from_micros(seen))
            for station, name, person, kind, seen in await self._thread.ask(say_and_look)
        ]


def _stored(connection: sqlite3.Connection, sql: str, *args: object) -> list[Stored]:
    return [rows.stored(row) for row in connection.execute(sql, args)]


def _login() -> str:
    """Who `recorded_by` says it was; a file has no logins of its own."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in containers
        return f"uid {os.getuid()}"
