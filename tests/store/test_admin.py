"""Making a shared log ready, bringing it up to date, and saying how it is."""

from __future__ import annotations

import asyncio
import traceback
from pathlib import Path

import pytest

from app.store.address import Kind, parse
from app.store.admin import Status, init, migrate, status
from app.store.connect import connect, log_at
from app.store.log import LogAway, LogNewer, LogRefused, LogUnusable
from app.store.memory import MemoryLog
from app.store.postgres import PostgresLog
from app.store.sqlite import SqliteLog
from app.store.version import REVISION
from tests.postgres import Database
from tests.store.entries import YEAR, closed, note, opened, person_set, settled


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("sqlite:////var/lib/muster/log.db", "/var/lib/muster/log.db"),
        ("sqlite:////srv/a%20b.db", "/srv/a b.db"),
        ("postgresql://li:pw@db.example:5433/muster", '"muster" on db.example:5433 as "li"'),
        ("postgresql+asyncpg://li@db/muster?sslmode=require", '"muster" on db as "li"'),
        ("postgresql://li@a:1,b:2/muster", '"muster" on a:1,b:2 as "li"'),
        ("postgresql://l%40i:p%3Aw@db/m%20x", '"m x" on db as "l@i"'),
        ("postgresql:///muster?host=/run/postgresql", '"muster" on /run/postgresql'),
        ("memory:", "memory"),
    ],
)
def test_that_a_place_is_named_without_its_password(url: str, place: str) -> None:
    address = parse(url)
    assert address.place == place
    assert "pw" not in address.place


def test_that_a_sqlite_path_may_begin_at_home() -> None:
    assert parse("sqlite:///~/log.db").path == Path.home() / "log.db"


@pytest.mark.parametrize(
    "url", ["", "log.db", "mysql://li@db/x", "sqlite://", "sqlite:///", "http:"]
)
async def test_that_what_is_no_address_is_refused_with_what_to_write(url: str) -> None:
    with pytest.raises(LogUnusable, match="postgresql://user@host/database"):
        await connect(url)


@pytest.mark.parametrize(
    "url",
    [
        "postgres_ql://li:opensesame@db/muster",
        "postgresql://li:opensesame/x@127.0.0.1/muster",
        "postgresql://li:opensesame#x@127.0.0.1/muster",
        "postgresql://li:opensesame?x@127.0.0.1/muster",
        "postgresql://li:opensesame[@127.0.0.1/muster",
        "postgresql://li:opensesame@127.0.0.1:99999/muster",
    ],
)
async def test_that_a_password_in_a_wrong_address_is_not_repeated(url: str) -> None:
    with pytest.raises(LogUnusable) as refused:
        await connect(url)
    assert "opensesame" not in "".join(traceback.format_exception(refused.value))


def test_that_an_address_leads_to_the_log_of_its_kind() -> None:
    assert isinstance(log_at("memory:"), MemoryLog)
    assert isinstance(log_at("sqlite:////tmp/log.db"), SqliteLog)
    assert isinstance(log_at("postgresql+asyncpg://db/muster"), PostgresLog)
    assert parse("postgres://db/muster").kind is Kind.POSTGRES


def test_that_with_several_hosts_the_one_that_takes_entries_is_wanted() -> None:
    assert not parse("postgresql://a,b/muster").any_host
    assert parse("postgresql://a,b/muster?target_session_attrs=any").any_host
    assert parse("postgresql://a/muster").any_host


# SQLite ------------------------------------------------------------------------------------------


async def test_that_a_file_can_be_made_ready_any_number_of_times(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'log.db'}"
    assert (await status(url)).revision == ""
    await init(url)
    await init(url)
    await migrate(url)
    log = await connect(url)
    await log.append([opened(), note(), opened(stream="two"), person_set()], year=YEAR)
    await log.append([closed(), settled()], year=YEAR)
    await log.close()
    found = await status(url)
    assert (found.revision, found.incidents, found.unsettled, found.entries) == (
        REVISION, 2, 2 - 1, 6,
    )  # fmt: skip


# PostgreSQL --------------------------------------------------------------------------------------


@pytest.mark.postgres
async def test_that_an_empty_database_is_made_ready_any_number_of_times(
    empty_postgres_database: Database,
) -> None:
    url = empty_postgres_database.url
    assert (await status(url)).revision == ""
    await asyncio.gather(init(url), init(url))
    await init(url)
    await migrate(url)
    log = await connect(empty_postgres_database.url_for("recorder"))
    await log.append([opened(), note()], year=YEAR)
    await log.close()
    found = await status(empty_postgres_database.url_for("recorder"))
    assert found == Status(
        place=parse(empty_postgres_database.url_for("recorder")).place,
        server=found.server, revision=REVISION, login="recorder", role="muster_recorder",
        incidents=1, unsettled=1, entries=2,
    )  # fmt: skip
    assert found.server.startswith("PostgreSQL 1")


@pytest.mark.postgres
async def test_that_an_owner_who_is_no_superuser_can_make_it_ready(
    empty_postgres_database: Database,
) -> None:
    database = empty_postgres_database
    database.sql("CREATE ROLE owner LOGIN CREATEROLE PASSWORD 'owner'")
    database.sql("GRANT muster_viewer, muster_recorder, muster_commander, muster_admin TO owner "
                 "WITH ADMIN OPTION")  # fmt: skip
    database.sql(f"ALTER DATABASE {database.name} OWNER TO owner")
    try:
        await init(database.url_for("owner"))
        log = await connect(database.url_for("commander"))
        [receipt] = await log.append([opened()], year=YEAR)
        await log.close()
        assert receipt.recorded_by == "commander"
    finally:
        database.sql("DROP OWNED BY owner CASCADE")
        database.sql(f"ALTER DATABASE {database.name} OWNER TO postgres; DROP ROLE owner")


@pytest.mark.postgres
async def test_that_making_ready_without_the_right_to_is_refused_and_leaves_nothing(
    empty_postgres_database: Database,
) -> None:
    with pytest.raises(LogRefused):
        await init(empty_postgres_database.url_for("recorder"))
    assert (await status(empty_postgres_database.url)).revision == ""


@pytest.mark.postgres
async def test_that_a_database_in_another_encoding_is_refused(
    empty_postgres_database: Database,
) -> None:
    server, name = empty_postgres_database.server, f"{empty_postgres_database.name}_latin"
    server.sql(
        f"CREATE DATABASE {name} TEMPLATE template0 ENCODING LATIN1 LC_COLLATE 'C' LC_CTYPE 'C'"
    )
    try:
        with pytest.raises(LogUnusable, match="LATIN1"):
            await init(server.url(name))
    finally:
        server.sql(f"DROP DATABASE {name}")


@pytest.mark.postgres
async def test_that_a_newer_database_is_left_alone(postgres_database: Database) -> None:
    postgres_database.sql("UPDATE muster.muster_version SET version_num = '9999'")
    for change in (init, migrate):
        with pytest.raises(LogNewer):
            await change(postgres_database.url)
    assert (await status(postgres_database.url)).revision == "9999"


@pytest.mark.postgres
async def test_that_there_must_be_something_to_bring_up_to_date(
    empty_postgres_database: Database,
) -> None:
    with pytest.raises(LogUnusable, match="muster admin init"):
        await migrate(empty_postgres_database.url)


async def test_that_no_server_is_told_as_such() -> None:
    for ask in (init, migrate, status):
        with pytest.raises(LogAway):
            await ask("postgresql://li@127.0.0.1:9/muster")
