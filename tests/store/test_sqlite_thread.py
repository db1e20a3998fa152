"""Work on a SQLite connection in its thread: one after the other, and each ended alone."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.store.log import LogAway
from app.store.sqlite_thread import SqliteThread

FOR_EVER = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
LONG = FOR_EVER.replace("FROM n)", "FROM n WHERE x < 2000000)")


@pytest.fixture
async def thread(tmp_path: Path) -> AsyncIterator[SqliteThread]:
    thread = SqliteThread(tmp_path / "log.db")
    await thread.open()
    yield thread
    await thread.close()


async def test_that_what_is_cancelled_ends_at_once_and_what_waits_goes_on(
    thread: SqliteThread,
) -> None:
    begun = threading.Event()

    def work(connection: sqlite3.Connection) -> None:
        begun.set()
        connection.execute(FOR_EVER).fetchall()

    endless = asyncio.ensure_future(thread.ask_endable(work))
    after = asyncio.ensure_future(thread.ask(lambda c: c.execute("SELECT 7").fetchall()))
    await asyncio.to_thread(begun.wait)
    endless.cancel()
    assert await asyncio.wait_for(after, 5) == [(7,)]
    assert endless.cancelled()


async def test_that_what_is_cancelled_while_it_waits_does_not_end_what_runs(
    thread: SqliteThread,
) -> None:
    begun = threading.Event()

    def work(connection: sqlite3.Connection) -> int:
        begun.set()
        return int(connection.execute(LONG).fetchone()[0])

    running = asyncio.ensure_future(thread.ask_endable(work))
    await asyncio.to_thread(begun.wait)
    waiting = asyncio.ensure_future(thread.ask_endable(work))
    await asyncio.sleep(0)
    waiting.cancel()
    assert await running == 2_000_000
    assert waiting.cancelled()


async def test_that_what_is_cancelled_between_two_queries_ends_in_the_next(
    thread: SqliteThread,
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(connection: sqlite3.Connection) -> None:
        begun.set()
        go_on.wait()
        connection.execute(FOR_EVER).fetchall()

    endless = asyncio.ensure_future(thread.ask_endable(work))
    await asyncio.to_thread(begun.wait)
    endless.cancel()
    await asyncio.wait([endless])
    go_on.set()
    after = thread.ask(lambda c: c.execute("SELECT 7").fetchall())
    assert await asyncio.wait_for(after, 5) == [(7,)]


async def test_that_an_interruption_is_no_error_of_ours(thread: SqliteThread) -> None:
    def work(connection: sqlite3.Connection) -> None:
        timer = threading.Timer(0.01, connection.interrupt)
        timer.start()
        connection.execute(FOR_EVER).fetchall()

    with pytest.raises(LogAway, match="interrupted"):
        await thread.ask(work)
