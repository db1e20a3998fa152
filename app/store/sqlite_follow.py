"""Following a SQLite log: poked by whoever writes, and looking now and then all the same."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import Any

from app.store import rows
from app.store.log import LogAway, Moved
from app.store.pokes import Pokes
from app.store.sqlite_thread import SqliteThread
from app.store.words import why

LOOK_EVERY = 2.0
"""Seconds without a poke after which followers look: that finds what was missed."""

_NEWS = f"""
    SELECT position, {rows.ENTRY} FROM entries WHERE position > ? ORDER BY position
"""  # noqa: S608  our own column names
_LAST = "SELECT coalesce(max(position), 0) FROM entries"

_UNKNOWN = 2**62
"""A position behind all others."""


class Followers:
    """Those who follow one open log."""

    def __init__(self, thread: SqliteThread, pokes: Pokes) -> None:
        self._thread = thread
        self._pokes = pokes
        self._waiting: set[asyncio.Event] = set()

    def wake(self) -> None:
        for woken in self._waiting:
            woken.set()

    async def follow(self) -> AsyncGenerator[Moved, None]:
        """See `SharedLog.follow`; entries of all streams, in the order of commits."""
        woken = asyncio.Event()
        loop = asyncio.get_running_loop()
        self._waiting.add(woken)
        try:
            with self._pokes.watched(lambda: _wake_from_afar(loop, woken)):
                follower = _Follower(self._thread)
                while True:
                    for moved in await follower.news():
                        yield moved
                    await _poke(woken)
        finally:
            self._waiting.discard(woken)


class _Follower:
    def __init__(self, thread: SqliteThread) -> None:
        self._thread = thread
        self._file: tuple[int, int] | None = None
        self._position = _UNKNOWN

    async def news(self) -> list[Moved]:
        last, found = await self._thread.ask(self._look)
        if last < self._position:  # the first look, or the log was set back
            self._position = last
            return [Moved(stream="", seq=0)]
        moved = []
        for self._position, *row in found:
            stored = rows.stored(row)
            moved.append(Moved(stream=stored.entry.stream, seq=stored.seq, stored=stored))
        return moved

    def _look(self, connection: sqlite3.Connection) -> tuple[int, list[Any]]:
        self._check_file()
        found = connection.execute(_NEWS, (self._position,)).fetchall()
        last = found[-1][0] if found else connection.execute(_LAST).fetchone()[0]
        return last, found

    def _check_file(self) -> None:
        """A file put in the place of ours is another log: SQLite would not notice."""
        place = self._thread.path
        try:
            status = place.stat()
        except OSError as error:
            raise LogAway(why("replaced", place=str(place))) from error
        now = (status.st_dev, status.st_ino)
        if self._file not in (None, now):
            raise LogAway(why("replaced", place=str(place)))
        self._file = now


async def _poke(woken: asyncio.Event) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(LOOK_EVERY):
            await woken.wait()
    woken.clear()


def _wake_from_afar(loop: asyncio.AbstractEventLoop, woken: asyncio.Event) -> None:
    """Called in the watcher's thread, which may outlive the loop by a moment."""
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(woken.set)
