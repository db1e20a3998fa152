"""Bringing an older log to the newest schema: nothing of it is lost, and the new rules hold."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.models.archive import Found, Search
from app.models.entry import to_micros
from app.models.facts import LevelSet
from app.models.levels import Level
from app.record.verify import verify_log
from app.store import admin, migrate, sqlite_file, version
from app.store.address import parse
from app.store.admin import migrate as migrate_log
from app.store.admin import status
from app.store.connect import log_at
from app.store.log import LogOutdated, SharedLog
from tests.postgres import Database
from tests.store.conftest import Place, PostgresPlace, SqlitePlace
from tests.store.conftest import opened as opened_log
from tests.store.entries import (
    AT,
    YEAR,
    closed,
    follow_up_added,
    note,
    opened,
    settled,
    wire_of,
)
from tests.store.odd import odd_wire

HOUR = timedelta(hours=1)

FUNCTION_OF_0001 = """
    SELECT prosrc LIKE '%''closed'', ''reopened''%' FROM pg_proc WHERE proname = 'muster_append'
"""


def scripts_up_to(revision: str, folder: Path) -> Path:
    shutil.copytree(migrate.SCRIPTS, folder)
    for path in (folder / "versions").glob("r*"):
        if path.name[1:5] > revision:
            path.unlink()
    return folder


@pytest.mark.postgres
async def test_that_a_database_of_the_first_schema_is_brought_up_to_date_with_its_entries(
    empty_postgres_database: Database, tmp_path: Path
) -> None:
    url = empty_postgres_database.url
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrate, "SCRIPTS", scripts_up_to("0001", tmp_path / "old"))
        patch.setattr(version, "REVISION", "0001")
        await migrate.migrate_postgres(parse(url))
        async with opened_log(log_at(url)) as log:
            await log.append([opened(), note(), closed(at=AT + HOUR)], year=YEAR)
            await log.append([opened(stream="two")], year=YEAR)
            before = await log.heads()
    assert empty_postgres_database.sql(FUNCTION_OF_0001) == "t"
    with pytest.raises(LogOutdated, match="muster admin migrate"):
        await log_at(url).open()
    await migrate_log(url)
    assert (await status(url)).revision == version.REVISION
    async with opened_log(log_at(url)) as log:
        assert await log.heads() == before
        assert [(head.stream, head.open) for head in before] == [("one", False), ("two", True)]
        await log.append([follow_up_added(at=AT + 2 * HOUR)], year=YEAR)
        await log.append([closed(stream="two", at=AT + HOUR)], year=YEAR)
        assert [head.open for head in await log.heads()] == [True, True]
        await log.append([settled(stream="two", at=AT + 2 * HOUR)], year=YEAR)
        assert [head.open for head in await log.heads()] == [True, False]
        assert (await verify_log(log)).whole
    async with opened_log(log_at(empty_postgres_database.url_for("recorder"))) as log:
        await log.append([note(stream="shift-2026-11")], year=YEAR)
    assert empty_postgres_database.sql(
        "SELECT kind FROM muster.streams WHERE stream LIKE 'shift%'"
    ) == "shift"  # fmt: skip


async def test_that_a_file_of_the_first_schema_is_brought_up_to_date_by_opening_it(
    tmp_path: Path,
) -> None:
    url = f"sqlite:///{tmp_path / 'log.db'}"
    await _init(url, "0001", tmp_path)
    async with opened_log(log_at(f"sqlite:///{tmp_path / 'new.db'}")) as log:
        await log.append([opened(), closed(at=AT + HOUR)], year=YEAR)
    SqlitePlace(tmp_path / "log.db").execute(f"""
        ATTACH '{tmp_path / "new.db"}' AS new;
        INSERT INTO entries SELECT * FROM new.entries;
        INSERT INTO streams (stream, kind, drill, open, year, running, turned_at, turned_id, seq,
            head, moved)
            SELECT stream, kind, drill, open, year, running, 9, '', seq, head, moved
            FROM new.streams;
    """)  # noqa: S608  our own path
    assert (await status(url)).revision == "0001"
    async with opened_log(log_at(url)) as log:
        await log.append([settled(at=AT + 2 * HOUR)], year=YEAR)
        assert [head.open for head in await log.heads()] == [False]
        assert (await verify_log(log)).whole
    assert (await status(url)).revision == version.REVISION
    assert (tmp_path / "log.db.schema-0001.backup").exists()


OF_0005 = {
    "running": (False, ("opened", "closed", "reopened", "settled")),
    "settled": (False, ("opened", "closed", "reopened", "closed", "settled")),
    "never_closed": (False, ("opened", "settled")),
    "closed_by_0001": (False, ("opened", "closed")),
    "owing": (True, ("opened", "closed", "settled", "follow_up_added")),
}
"""Whether each incident was open by the rule of 0005, and its entries."""


def _stream_of_0005(stream: str, is_open: bool, kinds: Sequence[str]) -> str:
    entries = (
        f"('{stream}{nth}', '{stream}', {nth + 1}, '{kind}', {nth}, 9, 'A', 'S', 'a',"
        f""" '{{"kind":"{kind}"}}', '')"""
        for nth, kind in enumerate(kinds)
    )
    return f"""
        INSERT INTO streams (stream, kind, drill, open, turned_at, turned_id, seq, head, moved)
            VALUES ('{stream}', 'incident', false, {is_open}, 9, '', {len(kinds)}, '', 0);
        INSERT INTO entries (id, stream, seq, kind, at, recorded_at, author, station, recorded_by,
            data, hash) VALUES {", ".join(entries)};
    """  # noqa: S608  our own words


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def older(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Place, str]:
    """A log to be made by an older program, and its URL."""
    if request.param == "sqlite":
        return SqlitePlace(tmp_path / "log.db"), f"sqlite:///{tmp_path / 'log.db'}"
    database: Database = request.getfixturevalue("empty_postgres_database")
    return PostgresPlace(database), database.url


async def test_that_what_an_unaware_settling_had_hidden_is_open_again(
    older: tuple[Place, str], tmp_path: Path
) -> None:
    place, url = older
    await _init(url, "0005", tmp_path)
    for stream, (is_open, kinds) in OF_0005.items():
        place.execute(_stream_of_0005(stream, is_open, kinds))
    await migrate_log(url)
    async with opened_log(log_at(url)) as log:
        found = {head.stream for head in await log.heads() if head.open}
    assert found == {"running", "never_closed", "owing"}


async def test_that_a_contact_that_was_to_be_kept_for_ever_gets_a_date(
    older: tuple[Place, str], tmp_path: Path
) -> None:
    place, url = older
    await _init(url, "0006", tmp_path)
    for key, micros in (("k1", to_micros(datetime(9000, 1, 1, tzinfo=UTC))), ("k2", 1)):
        place.execute(f"INSERT INTO contacts VALUES ('{key}', 'one', '{PERSON}', {micros})")  # noqa: S608  our own words
    await migrate_log(url)
    async with opened_log(log_at(url)) as log:
        one, other = await log.beside.contacts.of("one")
    assert datetime.now(UTC) < one.erase_by < datetime.now(UTC) + 732 * 24 * HOUR
    assert to_micros(other.erase_by) == 1


@pytest.mark.postgres
async def test_that_what_the_archive_had_of_odd_entries_is_put_right(
    empty_postgres_database: Database, tmp_path: Path
) -> None:
    url = empty_postgres_database.url
    odd = odd_wire("level_set", '{"kind":"level_set","level":"abc","reason":""}', "one")
    later = wire_of(LevelSet(level=Level.II, reason=""), at=AT + HOUR)
    with pytest.MonkeyPatch.context() as patch:
        await _init(url, "0010", tmp_path)
        patch.setattr(version, "REVISION", "0010")
        async with opened_log(log_at(url)) as log:
            await log.append([opened(), odd, later], year=YEAR)
            assert await log.beside.archive.catch_up() == 0
            assert [each.summary.level for each in await _found(log)] == [Level.IV]
    await migrate_log(url)
    async with opened_log(log_at(url)) as log:
        assert [each.summary.level for each in await _found(log)] == [Level.II]


async def _found(log: SharedLog) -> list[Found]:
    return (await log.beside.archive.search(Search())).found


PERSON = '{"name": "Wang Fang", "reach": ""}'


async def _init(url: str, revision: str, folder: Path) -> None:
    """Make a log as a program of that revision did."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrate, "SCRIPTS", scripts_up_to(revision, folder / "old"))
        for module in (version, sqlite_file, admin):
            patch.setattr(module, "REVISION", revision)
        await admin.init(url)
