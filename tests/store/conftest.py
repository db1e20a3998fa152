"""One shared log after the other for the conformance suite, and how to get at each from behind."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from app.store import postgres_follow, sqlite_follow
from app.store.log import SharedLog
from app.store.memory import MemoryLog
from app.store.postgres import PostgresLog
from app.store.sqlite import SqliteLog
from tests.postgres import Database


class Place:
    """Where a log is; each `station()` is another way into the same one."""

    name = "memory"

    def __init__(self) -> None:
        self._log = MemoryLog()

    def station(self) -> SharedLog:
        return self._log

    def execute(self, sql: str) -> None:
        """Change the log from behind."""
        raise NotImplementedError


class SqlitePlace(Place):
    name = "sqlite"

    def __init__(self, path: Path) -> None:
        self.path = path

    def station(self) -> SharedLog:
        return SqliteLog(self.path)

    def execute(self, sql: str) -> None:
        connection = sqlite3.connect(self.path, timeout=5.0)
        try:
            with connection:
                connection.executescript(sql)
        finally:
            connection.close()


class PostgresPlace(Place):
    name = "postgres"

    def __init__(self, database: Database) -> None:
        self.database = database

    def station(self) -> SharedLog:
        return PostgresLog(self.database.url)

    def execute(self, sql: str) -> None:
        self.database.sql("SET search_path = muster; " + sql)


@pytest.fixture(params=["memory", "sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    match request.param:
        case "sqlite":
            return SqlitePlace(tmp_path / "log.db")
        case "postgres":
            return PostgresPlace(request.getfixturevalue("postgres_database"))
        case _:
            return Place()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def lasting_place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Those that are there after the program has ended."""
    if request.param == "sqlite":
        return SqlitePlace(tmp_path / "log.db")
    return PostgresPlace(request.getfixturevalue("postgres_database"))


@asynccontextmanager
async def opened(log: SharedLog) -> AsyncIterator[SharedLog]:
    await log.open()
    try:
        yield log
    finally:
        await log.close()


@pytest.fixture
async def log(place: Place) -> AsyncIterator[SharedLog]:
    async with opened(place.station()) as log:
        yield log


@pytest.fixture
def quick_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Followers look every 50 ms, so that what a look finds is found at once."""
    for module, name in (
        (sqlite_follow, "LOOK_EVERY"),
        (postgres_follow, "LOOK_EVERY"),
        (postgres_follow, "POLL_EVERY"),
    ):
        monkeypatch.setattr(module, name, 0.05)
