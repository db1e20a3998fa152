"""What every store of contacts promises: kept until a date, read by few, erased without a trace."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg
import msgspec
import pytest

from app.models.plan import LONGEST_KEPT
from app.store import migrate
from app.store.contacts import LIMIT, Contact, ContactRefused, Erased
from app.store.log import LogAway, LogRefused, SharedLog
from app.store.memory import MemoryLog
from app.store.postgres import PostgresLog
from app.store.sqlite import SqliteLog
from tests.postgres import LOGINS, Database
from tests.store.conftest import Place, opened

NOW = datetime.now(UTC).replace(microsecond=0)
DAY = timedelta(days=1)
PHONE = "138-0013-8000"
WANG = Contact(key="k1", stream="one", name="王芳 Wang Fang", reach=PHONE, erase_by=NOW + DAY)
LIU = Contact(key="k2", stream="one", name="", reach="liu@example.org", erase_by=NOW + DAY)
ELSEWHERE = Contact(key="k3", stream="two", name="Gao", reach="", erase_by=NOW + DAY)

LogOf = Callable[[str], Awaitable[PostgresLog]]


def due(contact: Contact, *, at: datetime) -> Contact:
    return msgspec.structs.replace(contact, erase_by=at)


async def test_that_what_is_kept_is_read_by_its_incident(log: SharedLog) -> None:
    contacts = log.beside.contacts
    for contact in (LIU, WANG, ELSEWHERE):
        await contacts.keep(contact)
    assert await contacts.of("one") == [WANG, LIU]
    assert await contacts.of("two") == [ELSEWHERE]
    assert await contacts.of("three") == []


async def test_that_a_contact_is_changed_but_not_moved_to_another_incident(log: SharedLog) -> None:
    contacts = log.beside.contacts
    await contacts.keep(WANG)
    changed = msgspec.structs.replace(WANG, reach="139")
    await contacts.keep(changed)
    await contacts.keep(msgspec.structs.replace(WANG, stream="two"))
    assert await contacts.of("one") == [changed]
    assert await contacts.of("two") == []


async def test_that_one_is_erased_on_request_and_again_does_no_harm(log: SharedLog) -> None:
    contacts = log.beside.contacts
    await contacts.keep(WANG)
    await contacts.keep(LIU)
    await contacts.erase("k1")
    await contacts.erase("k1")
    assert await contacts.of("one") == [LIU]


async def test_that_a_contact_whose_date_has_passed_is_not_kept(log: SharedLog) -> None:
    await log.beside.contacts.keep(due(WANG, at=NOW - DAY))
    assert await log.beside.contacts.of("one") == []


async def test_that_all_are_erased_on_their_date_and_told_once(log: SharedLog) -> None:
    contacts = log.beside.contacts
    soon = datetime.now(UTC) + timedelta(seconds=0.4)
    await contacts.keep(due(WANG, at=soon))
    await contacts.keep(due(ELSEWHERE, at=soon))
    await contacts.keep(LIU)
    assert await contacts.erase_due() == []
    found: list[Erased] = []
    async with asyncio.timeout(10):
        while len(found) < 2:
            found += await contacts.erase_due()
    assert sorted((each.key, each.stream) for each in found) == [("k1", "one"), ("k3", "two")]
    assert await contacts.of("one") == [LIU]
    assert await contacts.erase_due() == []


async def test_that_none_is_kept_longer_than_any_plan_may_say(log: SharedLog) -> None:
    await log.beside.contacts.keep(due(WANG, at=datetime(9000, 1, 1, tzinfo=UTC)))
    [kept] = await log.beside.contacts.of("one")
    assert NOW + LONGEST_KEPT <= kept.erase_by <= NOW + LONGEST_KEPT + 2 * DAY


async def test_that_a_date_is_drawn_nearer_and_never_put_off(log: SharedLog) -> None:
    contacts = log.beside.contacts
    await contacts.keep(due(WANG, at=NOW + 3 * DAY))
    await contacts.keep(due(WANG, at=NOW + 9 * DAY))
    assert await contacts.of("one") == [due(WANG, at=NOW + 3 * DAY)]
    await contacts.keep(WANG)
    assert await contacts.of("one") == [WANG]


async def test_that_other_stations_see_it(place: Place) -> None:
    async with opened(place.station()) as one, opened(place.station()) as other:
        await one.beside.contacts.keep(WANG)
        assert await other.beside.contacts.of("one") == [WANG]


async def test_that_a_log_that_is_not_open_is_away(place: Place) -> None:
    with pytest.raises(LogAway):
        await place.station().beside.contacts.of("one")


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": ""}, {"stream": ""}, {"name": "", "reach": ""}, {"name": "x" * (LIMIT + 1)},
        {"reach": "1\x00"}, {"reach": "\n"},
    ],
)  # fmt: skip
async def test_that_what_has_no_form_is_refused(log: SharedLog, wrong: dict[str, str]) -> None:
    with pytest.raises(ContactRefused, match="cannot be kept"):
        await log.beside.contacts.keep(msgspec.structs.replace(WANG, **wrong))
    assert await log.beside.contacts.of("one") == []


def test_that_a_contact_printed_by_accident_names_nobody() -> None:
    for printed in (repr(WANG), f"{[WANG]}", str(WANG)):
        assert "Wang" not in printed
        assert PHONE not in printed


async def test_that_dates_go_by_the_logs_own_clock() -> None:
    moment = NOW
    async with opened(MemoryLog(now=lambda: moment)) as log:
        await log.beside.contacts.keep(WANG)
        moment += 2 * DAY
        assert await log.beside.contacts.erase_due() == [Erased(key="k1", stream="one")]


# No trace in a file ------------------------------------------------------------------------------


def files_with(words: str, folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()
            if path.is_file() and words.encode() in path.read_bytes()]  # fmt: skip


async def test_that_what_was_erased_is_nowhere_in_the_file_any_more(tmp_path: Path) -> None:
    async with opened(SqliteLog(tmp_path / "log.db")) as log:
        await log.beside.contacts.keep(LIU)
        await log.beside.contacts.keep(WANG)
        assert files_with(PHONE, tmp_path)
        await log.beside.contacts.erase("k1")
        assert files_with(PHONE, tmp_path) == []
        await log.beside.contacts.keep(msgspec.structs.replace(LIU, reach="changed"))
        assert await log.beside.contacts.of("one") != [LIU]
    assert files_with(PHONE, tmp_path) == []
    assert files_with("liu@example.org", tmp_path) == []


async def test_that_a_copy_made_for_a_migration_has_no_contacts(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    async with opened(SqliteLog(path)) as log:
        await log.beside.contacts.keep(WANG)
    copy = migrate.back_up_sqlite(path, revision="0005")
    assert PHONE.encode() not in copy.read_bytes()
    connection = sqlite3.connect(copy)
    try:
        assert connection.execute("SELECT count(*) FROM contacts").fetchone() == (0,)
    finally:
        connection.close()
    async with opened(SqliteLog(path)) as log:
        assert await log.beside.contacts.of("one") == [WANG]


# Who may, on PostgreSQL --------------------------------------------------------------------------


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


@pytest.mark.postgres
async def test_that_a_viewer_neither_reads_nor_changes_contacts(log_of: LogOf) -> None:
    recorder, viewer = await log_of("recorder"), await log_of("viewer")
    await recorder.beside.contacts.keep(WANG)
    for asked in (
        viewer.beside.contacts.of("one"), viewer.beside.contacts.keep(LIU),
        viewer.beside.contacts.erase("k1"), viewer.beside.contacts.erase_due(),
    ):  # fmt: skip
        with pytest.raises(LogRefused, match="no rights"):
            await asked
    assert await recorder.beside.contacts.of("one") == [WANG]


@pytest.mark.postgres
@pytest.mark.parametrize("login", LOGINS)
@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO muster.contacts VALUES ('a', 'b', '{}', 1)",
        "UPDATE muster.contacts SET erase_by = 9999999999999999",
        "DELETE FROM muster.contacts",
        "TRUNCATE muster.contacts",
    ],
)
async def test_that_nobody_writes_contacts_by_hand(
    postgres_database: Database, login: str, sql: str
) -> None:
    connection = await asyncpg.connect(postgres_database.url_for(login))
    try:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute(sql)
    finally:
        await connection.close()
