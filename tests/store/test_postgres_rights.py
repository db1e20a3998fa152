"""That on PostgreSQL nobody can write but through the function, and there only what is theirs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import asyncpg
import msgspec
import pytest

from app.models.entry import Wire
from app.models.facts import Closed, LevelSet, Note, Unknown, raw_fact
from app.models.levels import Level
from app.record.verify import verify_log
from app.store.log import EntryRefused, LogRefused
from app.store.postgres import PostgresLog
from tests.postgres import LOGINS, Database
from tests.store.entries import (
    YEAR,
    closed,
    correction,
    from_the_future,
    level_set,
    note,
    opened,
    person_set,
    wire_of,
)

pytestmark = pytest.mark.postgres

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


Ask = Callable[..., Awaitable[object]]


@pytest.fixture
async def ask_as(postgres_database: Database) -> AsyncIterator[Callable[[str], Awaitable[Ask]]]:
    """SQL of one's own, sent by one of `LOGINS`."""
    async with AsyncExitStack() as stack:

        async def ask_as(login: str) -> Ask:
            connection = await asyncpg.connect(postgres_database.url_for(login))
            stack.push_async_callback(connection.close)
            return connection.execute

        yield ask_as


AsLogin = Callable[[str], Awaitable[Ask]]

_CALL = "SELECT muster.muster_append($1, $2, $3, $4, $5, $6, $7, 2026)"


def arrays(*wires: Wire) -> list[list[str] | list[int]]:
    return [list(column) for column in zip(*map(msgspec.structs.astuple, wires), strict=True)]


async def test_that_a_viewer_reads_and_cannot_append(log_of: LogOf) -> None:
    await (await log_of("recorder")).append([note()], year=YEAR)
    viewer = await log_of("viewer")
    assert len(await viewer.read("one")) == 1
    assert len(await viewer.heads()) == 1
    with pytest.raises(LogRefused, match="no rights"):
        await viewer.append([note()], year=YEAR)


@pytest.mark.parametrize(
    ("login", "allowed"),
    [
        ("recorder", {"note", "opened", "hologram_shown"}),
        ("commander", {"note", "opened", "hologram_shown", "level_set", "closed"}),
        ("admin", {"note", "opened", "hologram_shown", "level_set", "closed", "person_set"}),
    ],
)
async def test_that_a_role_records_its_own_kinds_and_those_below(
    log_of: LogOf, login: str, allowed: set[str]
) -> None:
    log = await log_of(login)
    for wire in (note(), opened(), from_the_future("{}"), level_set(), closed(), person_set()):
        if wire.kind in allowed:
            [receipt] = await log.append([wire], year=YEAR)
            assert receipt.recorded_by == login
        else:
            with pytest.raises(EntryRefused, match=login) as refused:
                await log.append([wire], year=YEAR)
            assert refused.value.entry == wire.id


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("note", "recorder"), ("follow_up_done", "recorder"), ("settled", "recorder"),
        ("shift_handed_over", "recorder"), ("level_proposed", "recorder"),
        ("drill_scripted", "recorder"), ("inject_played", "recorder"),
        ("proposal_declined", "commander"), ("sending_switched", "commander"),
        ("command_taken", "commander"), ("command_handed_over", "commander"),
        ("declared_over", "commander"), ("reopened", "commander"), ("plan_published", "commander"),
        ("person_set", "admin"), ("zone_defined", "admin"), ("place_defined", "admin"),
        ("site_plan_set", "admin"), ("service_defined", "admin"),
        ("site_described", "admin"),
    ],
)  # fmt: skip
async def test_that_a_kind_needs_its_role_and_no_more(log_of: LogOf, kind: str, least: str) -> None:
    wire = Wire(**{**msgspec.structs.asdict(note()), "kind": kind})
    order = ("viewer", "recorder", "commander", "admin")
    with pytest.raises(LogRefused):
        await (await log_of(order[order.index(least) - 1])).append([wire], year=YEAR)
    assert len(await (await log_of(least)).append([wire], year=YEAR)) == 1


async def test_that_one_entry_without_the_right_keeps_its_batch_out(log_of: LogOf) -> None:
    log = await log_of("recorder")
    above = level_set()
    with pytest.raises(EntryRefused) as refused:
        await log.append([note(), above], year=YEAR)
    assert refused.value.entry == above.id
    assert await log.read("one") == []


async def test_that_a_correction_needs_the_role_of_what_it_corrects(log_of: LogOf) -> None:
    level, line = level_set(), note()
    await (await log_of("commander")).append([level, line], year=YEAR)
    recorder = await log_of("recorder")
    await recorder.append([correction(line.id)], year=YEAR)
    with pytest.raises(EntryRefused):
        await recorder.append([correction(level.id)], year=YEAR)


async def test_that_a_correction_needs_the_role_of_what_it_puts_instead(log_of: LogOf) -> None:
    recorder, line = await log_of("recorder"), note()
    await recorder.append([line], year=YEAR)
    instead = raw_fact(LevelSet(level=Level.I, reason="mine"))
    with pytest.raises(EntryRefused):
        await recorder.append([correction(line.id, fact=instead)], year=YEAR)
    await recorder.append([correction(line.id, fact=raw_fact(Note(text="better")))], year=YEAR)


async def test_that_a_fact_in_the_clothes_of_another_kind_is_not_believed(log_of: LogOf) -> None:
    recorder = await log_of("recorder")
    disguised = Wire(
        **{
            **msgspec.structs.asdict(note()),
            "data": wire_of(Closed(summary="not mine to say")).data,
        }
    )
    await recorder.append([disguised], year=YEAR)
    [stored] = await recorder.read("one")
    assert isinstance(stored.entry.fact, Unknown)
    assert [head.open for head in await recorder.heads()] == [True]


_COLUMN = {
    "streams": "seq",
    "entries": "data",
    "contacts": "data",
    "blobs": "have",
    "blob_parts": "content",
    "stations": "seen",
    "archive": "title",
    "archive_words": "words",
    "muster_version": "version_num",
}


@pytest.mark.parametrize("login", LOGINS)
@pytest.mark.parametrize("table", _COLUMN)
async def test_that_no_login_changes_a_table_itself(
    ask_as: AsLogin, login: str, table: str
) -> None:
    ask = await ask_as(login)
    for attempt in (
        "INSERT INTO muster.{table} DEFAULT VALUES",
        "UPDATE muster.{table} SET {column} = DEFAULT",
        "DELETE FROM muster.{table}",
        "TRUNCATE muster.{table}",
        "ALTER TABLE muster.{table} ADD COLUMN x integer",
        "DROP TABLE muster.{table}",
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await ask(attempt.format(table=table, column=_COLUMN[table]))


@pytest.mark.parametrize("login", LOGINS)
async def test_that_no_login_changes_what_guards_the_log(ask_as: AsLogin, login: str) -> None:
    ask = await ask_as(login)
    for attempt in (
        "CREATE TABLE muster.mine (x integer)",
        "CREATE FUNCTION muster.sha256(bytea) RETURNS bytea LANGUAGE sql AS 'SELECT $1'",
        "ALTER FUNCTION muster.muster_rank() SECURITY DEFINER",
        "DROP FUNCTION muster.muster_rank()",
        "SELECT muster.muster_rank_of('note')",
        "SET SESSION AUTHORIZATION postgres",
        "SET session_replication_role = replica",
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await ask(attempt)


async def test_that_personal_details_are_not_for_viewers(ask_as: AsLogin) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await (await ask_as("viewer"))("SELECT * FROM muster.contacts")
    await (await ask_as("recorder"))("SELECT * FROM muster.contacts")


async def test_that_another_role_does_not_change_who_recorded_it(
    ask_as: AsLogin, log_of: LogOf
) -> None:
    ask = await ask_as("commander")
    await ask("SET ROLE muster_recorder")
    await ask(_CALL, *arrays(note()))
    [stored] = await (await log_of("viewer")).read("one")
    assert stored.recorded_by == "commander"


async def test_that_objects_of_the_callers_own_do_not_come_between(
    ask_as: AsLogin, log_of: LogOf
) -> None:
    ask = await ask_as("recorder")
    await ask("CREATE TEMP TABLE entries (LIKE muster.entries)")
    await ask("CREATE TEMP TABLE streams (LIKE muster.streams)")
    await ask(
        "CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql "
        "AS $$ SELECT decode(repeat('00', 32), 'hex') $$"
    )
    await ask("SET search_path = pg_temp, muster, pg_catalog")
    await ask(_CALL, *arrays(note(), note()))
    viewer = await log_of("viewer")
    assert len(await viewer.read("one")) == 2
    assert (await verify_log(viewer)).whole


async def test_that_an_unfinished_transaction_leaves_nothing(
    ask_as: AsLogin, log_of: LogOf
) -> None:
    ask = await ask_as("recorder")
    await ask("BEGIN")
    await ask(_CALL, *arrays(opened(), note()))
    await ask("ROLLBACK")
    recorder = await log_of("recorder")
    await recorder.append([opened()], year=YEAR)
    assert [(h.number, h.seq) for h in await recorder.heads()] == [(f"{YEAR}-0001", 1)]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({0: [None]}, "incomplete"),
        ({1: [None]}, "incomplete"),
        ({6: []}, "length"),
        ({6: None}, "incomplete"),
        ({0: ["a", "b"]}, "length"),
        ({0: [""]}, "empty"),
        ({1: ["s" * 201]}, "200 characters"),
        ({4: ["a\x1fb"]}, "control character"),
        ({3: [-1]}, "out of range"),
        ({3: [2**63 - 1]}, "out of range"),
        ({6: ["x" * 1_000_001]}, "1,000,000 bytes"),
        ({0: ["x"] * 5_001}, "5000"),
    ],
)
async def test_that_the_function_refuses_what_no_station_would_send(
    ask_as: AsLogin, log_of: LogOf, change: dict[int, list[object] | None], why: str
) -> None:
    ask = await ask_as("recorder")
    sent = [change.get(nth, column) for nth, column in enumerate(arrays(note()))]
    with pytest.raises(asyncpg.PostgresError, match=why) as refused:
        await ask(_CALL, *sent)
    assert refused.value.sqlstate == "MU002"
    assert await (await log_of("viewer")).heads() == []


async def test_that_corrections_and_openings_that_are_no_json_are_kept(log_of: LogOf) -> None:
    commander = await log_of("commander")
    odd = [
        Wire(**{**msgspec.structs.asdict(wire), "data": data})
        for wire in (opened(), correction("x"))
        for data in ("{", '"\\ud800"', "[1]", '{"drill":"\\u0000"}')
    ]
    wires = [
        Wire(**{**msgspec.structs.asdict(wire), "id": f"odd-{nth}"}) for nth, wire in enumerate(odd)
    ]
    await commander.append(wires, year=YEAR)
    assert [each.data for each in await commander.read("one")] == [wire.data for wire in wires]
    assert (await verify_log(commander)).whole
