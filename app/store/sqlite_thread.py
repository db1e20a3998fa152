"""The one thread in which a SQLite log's file is used."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from app.store.log import LogAway
from app.store.sqlite_file import Busy, open_file, translate
from app.store.words import why

T = TypeVar("T")

_PATIENCE = 4.0
"""Seconds to wait for other programs that write."""

_VISIT = 0.05
"""The most of it in one visit to the thread, so that others who ask come in between."""


_AGAIN = 0.02
"""Seconds after which what was ended, but goes on, is told again."""


class SqliteThread:
    """Holds the connection; work is a function of it, and one visit to the thread each."""

    def __init__(self, path: Path, *, make: bool = True) -> None:
        self.path = path
        self._make = make
        self._executor: ThreadPoolExecutor | None = None
        self._connection: sqlite3.Connection | None = None

    async def open(self) -> None:
        await self.close()
        executor = ThreadPoolExecutor(1, thread_name_prefix="log")
        try:
            self._connection = await _visit(
                executor, partial(open_file, self.path, make=self._make)
            )
        except BaseException:
            executor.shutdown(wait=False)
            raise
        self._executor = executor

    async def close(self) -> None:
        connection, self._connection = self._connection, None
        executor, self._executor = self._executor, None
        if executor and connection:
            await _visit(executor, connection.close)
            executor.shutdown()

    @property
    def is_open(self) -> bool:
        return self._connection is not None

    def check_open(self) -> None:
        """Raise `LogAway` while it is closed."""
        if self._connection is None:
            raise LogAway(why("closed", place=str(self.path)))

    async def ask(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do `work` in the thread; while another program writes, wait for a turn."""
        begun = time.monotonic()
        while True:
            connection, executor = self._connection, self._executor
            if connection is None or executor is None:
                raise LogAway(why("closed", place=str(self.path)))
            try:
                return await _visit(executor, partial(self._in_turn, work, connection))
            except Busy:
                if time.monotonic() - begun > _PATIENCE:
                    raise

    async def ask_endable(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """The same; cancelled, it stops at once, and nothing else that is asked does."""
        own = _Own()
        try:
            return await self.ask(partial(own.work, work))
        except asyncio.CancelledError:
            own.end()
            raise

    def _in_turn(
        self, work: Callable[[sqlite3.Connection], T], connection: sqlite3.Connection
    ) -> T:
        until = time.monotonic() + _VISIT
        while True:
            try:
                return work(connection)
            except sqlite3.Error as error:
                told = translate(error, self.path)
                if not isinstance(told, Busy) or time.monotonic() > until:
                    raise told or error from error
            # Random, so that nobody is always last; not shorter, or looking is all that is done.
            time.sleep(random.uniform(0.001, 0.004))  # noqa: S311  no secret


class _Own:
    """One work of many on a connection, which can be ended alone."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._is_ended = False

    def work(self, work: Callable[[sqlite3.Connection], T], connection: sqlite3.Connection) -> T:
        with self._lock:
            if self._is_ended:
                raise asyncio.CancelledError
            self._connection = connection
        try:
            return work(connection)
        finally:
            with self._lock:
                self._connection = None

    def end(self) -> None:
        """What it reads ends with an error that nobody awaits; until it does, it is told again:

        between two queries an interruption is not heard.
        """
        with self._lock:
            self._is_ended = True
            if self._connection is None:
                return
            self._connection.interrupt()
        asyncio.get_running_loop().call_later(_AGAIN, self.end)


async def _visit(executor: ThreadPoolExecutor, work: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(executor, work)
