"""What every store of addresses beside a log promises; and who may read and change them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import asyncpg
import msgspec
import pytest

from app.store.addresses import LABEL_LIMIT, LIMIT, Address, AddressRefused
from app.store.log import LogAway, LogRefused, SharedLog
from app.store.postgres import PostgresLog
from tests.postgres import LOGINS, Database
from tests.store.conftest import Place, opened

SECRET = "hunter2-token"
MANAGER = Address(
    key="a1", label="Manager 经理", url=f"json://user:{SECRET}@127.0.0.1/x",
    targets=("office-crowd/manager", "fire/manager"), language="en", for_drills=True,
)  # fmt: skip
GROUP = Address(key="a2", label="duty room", url="wecombot://k", targets=("*",), active=False)

LogOf = Callable[[str], Awaitable[PostgresLog]]


async def test_that_what_is_kept_is_read_as_it_was_by_name(log: SharedLog) -> None:
    assert await log.beside.addresses.all() == []
    for address in (MANAGER, GROUP):
        await log.beside.addresses.keep(address)
    assert await log.beside.addresses.all() == [GROUP, MANAGER]


async def test_that_an_address_is_changed_and_dropped(log: SharedLog) -> None:
    addresses = log.beside.addresses
    await addresses.keep(MANAGER)
    changed = msgspec.structs.replace(MANAGER, label="Deputy", targets=(), active=False)
    await addresses.keep(changed)
    assert await addresses.all() == [changed]
    await addresses.drop("a1")
    await addresses.drop("a1")
    assert await addresses.all() == []


async def test_that_other_stations_see_it(place: Place) -> None:
    async with opened(place.station()) as one, opened(place.station()) as other:
        await one.beside.addresses.keep(MANAGER)
        assert await other.beside.addresses.all() == [MANAGER]


async def test_that_a_log_that_is_not_open_is_away(place: Place) -> None:
    with pytest.raises(LogAway):
        await place.station().beside.addresses.all()


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": " "}, {"label": ""}, {"url": ""}, {"url": "json://x\n"}, {"language": "fr"},
        {"label": "x" * (LABEL_LIMIT + 1)},
        {"url": "json://" + "x" * LIMIT}, {"targets": ("a\x00b",)},
    ],
)  # fmt: skip
async def test_that_what_has_no_form_is_refused(log: SharedLog, wrong: dict[str, str]) -> None:
    with pytest.raises(AddressRefused, match="cannot be kept"):
        await log.beside.addresses.keep(msgspec.structs.replace(MANAGER, **wrong))
    assert await log.beside.addresses.all() == []


def test_that_an_address_printed_by_accident_shows_no_secret() -> None:
    assert SECRET not in repr(MANAGER)
    assert SECRET not in f"{[MANAGER]}"


def test_that_an_address_is_for_its_notifications_or_for_all() -> None:
    assert MANAGER.takes("fire", "manager")
    assert not MANAGER.takes("fire", "leaders")
    assert not MANAGER.takes("medical", "manager")
    assert GROUP.takes("medical", "leaders")


def test_that_a_drill_goes_only_to_those_chosen_for_drills() -> None:
    assert MANAGER.is_open_to(drill=True)
    usual = msgspec.structs.replace(MANAGER, for_drills=False)
    assert usual.is_open_to(drill=False)
    assert not usual.is_open_to(drill=True)
    assert not GROUP.is_open_to(drill=False)


# Who may, on PostgreSQL -------------------------------------------------------------------------


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
async def test_that_viewers_do_not_read_addresses_and_recorders_do_not_change_them(
    log_of: LogOf,
) -> None:
    commander, recorder = await log_of("commander"), await log_of("recorder")
    await commander.beside.addresses.keep(MANAGER)
    assert await recorder.beside.addresses.all() == [MANAGER]
    viewer = await log_of("viewer")
    with pytest.raises(LogRefused, match="no rights"):
        await viewer.beside.addresses.all()
    for log in (viewer, recorder):
        with pytest.raises(LogRefused, match="no rights"):
            await log.beside.addresses.keep(GROUP)
        with pytest.raises(LogRefused, match="no rights"):
            await log.beside.addresses.drop("a1")
    await (await log_of("admin")).beside.addresses.drop("a1")
    assert await recorder.beside.addresses.all() == []


@pytest.mark.postgres
@pytest.mark.parametrize("login", LOGINS)
@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO muster.addresses VALUES ('a', 'b', 'c', '[]', 'en', true, true)",
        "UPDATE muster.addresses SET url = 'x'",
        "DELETE FROM muster.addresses",
        "TRUNCATE muster.addresses",
    ],
)
async def test_that_nobody_writes_addresses_by_hand(
    postgres_database: Database, login: str, sql: str
) -> None:
    connection = await asyncpg.connect(postgres_database.url_for(login))
    try:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute(sql)
    finally:
        await connection.close()
