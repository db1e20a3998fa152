"""That on PostgreSQL nobody can write beside the log but through its functions."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import asyncpg
import pytest

from app.models.files import MOST_BYTES
from app.store import beside_postgres
from app.store.beside import PART, FileRefused, Progress
from app.store.log import LogRefused
from app.store.postgres import PostgresLog
from tests.postgres import LOGINS, Database

pytestmark = pytest.mark.postgres

CONTENT = b"a photo"
SHA256 = hashlib.sha256(CONTENT).hexdigest()
LogOf = Callable[[str], Awaitable[PostgresLog]]


@pytest.fixture
async def log_of(postgres_database: Database) -> AsyncIterator[LogOf]:
    """The log as one of `LOGINS` has it open."""
    async with AsyncExitStack() as stack:

        async def log_of(login: str) -> PostgresLog:
            log = PostgresLog(postgres_database.url_for(login))
            await log.open()
            stack.push_async_callback(log.close)
            return log

        yield log_of


async def put(log: PostgresLog) -> Progress:
    return await log.beside.files.put(SHA256, size=len(CONTENT), start=0, part=CONTENT)


@pytest.mark.parametrize("login", ["recorder", "commander", "admin"])
async def test_that_who_may_record_may_send_files(log_of: LogOf, login: str) -> None:
    assert (await put(await log_of(login))).whole


async def test_that_a_viewer_reads_files_and_sends_none(log_of: LogOf) -> None:
    viewer = await log_of("viewer")
    with pytest.raises(LogRefused, match="no rights"):
        await put(viewer)
    await put(await log_of("recorder"))
    assert (await viewer.beside.files.progress([SHA256]))[SHA256].whole
    assert await viewer.beside.files.get(SHA256) == CONTENT


@pytest.mark.parametrize("login", LOGINS)
@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO muster.blobs VALUES (repeat('a', 64), 7, 7, true)",
        "INSERT INTO muster.blob_parts VALUES (repeat('a', 64), 0, 'x')",
        "UPDATE muster.blob_parts SET content = 'x'",
        "DELETE FROM muster.blobs",
        "TRUNCATE muster.blob_parts",
    ],
)
async def test_that_nobody_writes_files_by_hand(
    postgres_database: Database, login: str, sql: str
) -> None:
    connection = await asyncpg.connect(postgres_database.url_for(login))
    try:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute(sql)
    finally:
        await connection.close()


async def test_that_who_has_no_role_reads_nothing(postgres_database: Database) -> None:
    connection = await asyncpg.connect(postgres_database.url_for("nobody"))
    try:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("SELECT * FROM muster.blobs")
    finally:
        await connection.close()


@pytest.mark.parametrize(
    ("sha256", "size", "start", "part"),
    [
        ("A" * 64, 1, 0, b"a"),
        (SHA256, MOST_BYTES + 1, 0, b"a"),
        (SHA256, 0, 0, b"a"),
        (SHA256, MOST_BYTES, 0, bytes(PART + 1)),
        (SHA256, 3, 1, b"abc"),
        (SHA256, 3, None, b"abc"),
        (SHA256, None, 0, b"abc"),
        (None, 3, 0, b"abc"),
        (SHA256, 3, 0, None),
    ],
)
async def test_that_the_database_itself_refuses_what_is_no_file(
    postgres_database: Database,
    sha256: str | None, size: int | None, start: int | None, part: bytes | None,
) -> None:  # fmt: skip
    connection = await asyncpg.connect(postgres_database.url_for("recorder"))
    try:
        with pytest.raises(asyncpg.PostgresError) as refused:
            await connection.execute(
                "SELECT muster.muster_keep_part($1, $2, $3, $4)", sha256, size, start, part
            )
        assert refused.value.sqlstate == "MU003"
    finally:
        await connection.close()


async def test_that_the_databases_refusal_says_why(
    log_of: LogOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside_postgres, "check_part", lambda *_, **__: None)
    log = await log_of("recorder")
    with pytest.raises(FileRefused, match="a part does not fit"):
        await log.beside.files.put(SHA256, size=3, start=1, part=b"abc")


async def test_that_a_line_nobody_uses_is_given_back(
    log_of: LogOf, postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside_postgres, "_IDLE", 0.01)
    log = await log_of("recorder")
    await put(log)
    counting = await asyncpg.connect(postgres_database.url)
    mine = (
        "SELECT count(*) FROM pg_stat_activity "
        "WHERE usename = 'recorder' AND datname = current_database()"
    )
    try:
        while await counting.fetchval(mine) > 1:
            pass
    finally:
        await counting.close()
    assert await log.beside.files.get(SHA256) == CONTENT
