"""The views for reporting tools: as the program's own tables, for a role of their own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.demo import Player, load_story, set_stage
from app.models import facts as f
from app.models.entry import SITE, Wire
from app.models.facts import KnownFact, raw_fact
from app.models.levels import Level
from app.models.site import Site
from app.record.tables import COLUMNS, Told
from app.station.assemble import station_at
from app.station.clock import Clock
from app.station.supervisor import Supervisor
from app.store.log import SharedLog
from app.store.postgres import PostgresLog
from tests.desk_harness import BEGIN, Clockwork
from tests.postgres import Database
from tests.store.conftest import opened as opened_log
from tests.store.entries import AT, YEAR, note, opened, wire_of
from tests.store.odd import logs, odd_wire

pytestmark = pytest.mark.postgres

HOUR = timedelta(hours=1)
Rows = Callable[[str], Awaitable[list[tuple[Any, ...]]]]


@pytest.fixture
async def reporter(postgres_database: Database) -> AsyncIterator[Rows]:
    """What a login reads that has the role for reports and no other."""
    postgres_database.server.sql(
        "DO $$ BEGIN CREATE ROLE reporter LOGIN PASSWORD 'reporter' IN ROLE muster_reporter; "
        "EXCEPTION WHEN duplicate_object THEN NULL; END $$"
    )
    async with AsyncExitStack() as stack:
        line = await asyncpg.connect(postgres_database.url_for("reporter"))
        stack.push_async_callback(line.close)

        async def rows(sql: str) -> list[tuple[Any, ...]]:
            return [tuple(row) for row in await line.fetch(sql)]

        yield rows


async def told(log: SharedLog) -> dict[str, set[tuple[Any, ...]]]:
    """All tables as the program makes them."""
    site = Site(each.entry for each in await log.read(SITE, limit=100_000))
    found: dict[str, set[tuple[Any, ...]]] = {table: set() for table in COLUMNS}
    for head in await log.heads():
        if head.stream != SITE and not head.stream.startswith("shift-"):
            stored = await log.read(head.stream)
            incident = Told(head, stored, site)
            for table in COLUMNS:
                found[table] |= set(incident.rows(table))
    return found


async def agree(log: SharedLog, rows: Rows) -> None:
    for table, expected in (await told(log)).items():
        columns = ", ".join(COLUMNS[table])
        found = await rows(f"SELECT {columns} FROM muster_reporting.{table}")  # noqa: S608  ours
        assert len(found) == len(set(found))
        assert set(found) == expected, table


async def test_that_the_views_say_what_the_program_says_of_a_drill_that_was_played(
    postgres_database: Database, reporter: Rows, tmp_path: Path
) -> None:
    story, clock, supervisor = load_story("en"), Clockwork(BEGIN), Supervisor()
    log = PostgresLog(postgres_database.url)
    async with opened_log(log):
        await set_stage(log, story)
        async with station_at(
            postgres_database.url, data=tmp_path, name="Desk", person="Wang", kind="desk",
            supervisor=supervisor, clock=Clock(clock.steady, clock.wall),
        ) as station:  # fmt: skip
            await station.settled()
            player = Player(station, story, clock)
            stream = await player.open()
            await player.play(stream, until=timedelta.max)
            while station.waiting_in(stream):
                await log.clock()
        await supervisor.close()
        await agree(log, reporter)
        while await log.beside.archive.catch_up():  # and with what the archive has
            pass
        await agree(log, reporter)
        assert len(await reporter("SELECT * FROM muster_reporting.tasks")) > 5
        assert len(await reporter("SELECT * FROM muster_reporting.zones")) > 1


PEOPLE = st.sampled_from(["li", "wang"])
TASKS = st.sampled_from(["t1", "t2"])
ZONES = st.sampled_from(["z1", "z2"])
TEXT = st.sampled_from(["", "x"])
FACTS: st.SearchStrategy[KnownFact] = st.one_of(
    st.builds(f.CalledOut, who=PEOPLE, name=TEXT, role=st.just("guard"),
              due=st.integers(0, 9).map(lambda hour: AT + hour * HOUR), on_duty=st.booleans()),
    st.builds(f.Acknowledged, who=PEOPLE), st.builds(f.OnTheWay, who=PEOPLE),
    st.builds(f.NoAnswer, who=PEOPLE), st.builds(f.Arrived, who=PEOPLE, name=TEXT),
    st.builds(f.Excused, who=PEOPLE, reason=TEXT), st.builds(f.StoodDown, who=PEOPLE),
    st.builds(f.TaskAdded, task=TASKS, text=TEXT, owner=TEXT,
              due=st.none() | st.just(AT + 3 * HOUR)),
    st.builds(f.TaskDone, task=TASKS), st.builds(f.TaskUndone, task=TASKS, reason=TEXT),
    st.builds(f.TaskSkipped, task=TASKS, reason=TEXT),
    st.builds(f.TaskReassigned, task=TASKS, owner=TEXT),
    st.builds(f.TaskDueSet, task=TASKS, due=st.just(AT + HOUR), reason=TEXT),
    st.builds(f.ZoneCordoned, zone=ZONES), st.builds(f.CordonLifted, zone=ZONES),
    st.builds(f.ZoneEvacuating, zone=ZONES), st.builds(f.ZoneEmpty, zone=ZONES),
    st.builds(f.ZoneConfirmed, zone=ZONES, by=TEXT), st.builds(f.ZoneReleased, zone=ZONES),
    st.builds(f.OutCounted, zone=ZONES, count=st.integers(0, 9)),
    st.builds(f.Note, text=TEXT),
)  # fmt: skip


@st.composite
def courses(draw: st.DrawFn) -> list[Wire]:
    made = draw(st.lists(st.tuples(FACTS, st.integers(0, 5)), min_size=1, max_size=14))
    wires = [wire_of(fact, at=AT + hour * HOUR) for fact, hour in made]
    for _ in range(draw(st.integers(0, 3))):
        instead, at = draw(st.none() | FACTS), draw(st.none() | st.integers(0, 5))
        correction = f.Corrected(
            entry=draw(st.sampled_from(wires)).id, reason="", fact=raw_fact(instead),
            at=None if at is None else AT + at * HOUR,
        )  # fmt: skip
        wires.append(wire_of(correction, at=AT + draw(st.integers(0, 5)) * HOUR))
    return wires


@given(courses())
@settings(
    max_examples=60, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
async def test_that_the_views_fold_as_the_program_folds(
    postgres_database: Database, reporter: Rows, course: list[Wire]
) -> None:
    """Whatever happened in whatever order, and with corrections."""
    postgres_database.sql("TRUNCATE muster.entries, muster.streams, muster.archive CASCADE")
    async with opened_log(PostgresLog(postgres_database.url)) as log:
        await log.append([opened(), *course], year=YEAR)
        await agree(log, reporter)


ODD = (
    ("out_counted", '{"kind":"out_counted","zone":"z","count":"abc"}'),
    ("out_counted", '{"kind":"out_counted","zone":"z","count":99999999999}'),
    ("out_counted", '{"kind":"out_counted","zone":"y","count":null}'),
    ("zone_empty", '{"kind":"zone_empty","zone":null}'),
    ("zone_empty", '{"kind":"zone_cordoned","zone":"z"}'),
    ("opened", '{"kind":"opened","plan":"crowd@1","title":null,"place":null,"level":1}'),
    ("level_set", '{"kind":"level_set","level":7,"reason":""}'),
    ("corrected", '{"kind":"corrected","entry":"ONE","reason":"","at":"infinity"}'),
    ("corrected", '{"kind":"corrected","entry":"ONE"}'),
    ("called_out", '{"kind":"called_out","who":"li","name":"Li","role":"guard","due":"infinity"}'),
    ("called_out", '{"kind":"called_out","who":"li","name":"Li","role":"guard"}'),
    ("arrived", '{"kind":"arrived","who":["li"]}'),
    ("task_added", '{"kind":"task_added","task":"t","text":"T","due":"soon"}'),
    ("task_due_set", '{"kind":"task_due_set","task":"t","due":"-infinity","reason":""}'),
    ("task_done", '{"kind":"task_done","task":{}}'),
)  # fmt: skip


async def test_that_the_views_count_what_is_no_fact_of_ours_for_nothing(
    postgres_database: Database, reporter: Rows
) -> None:
    """As the program does."""
    first = opened()
    odd = [odd_wire(kind, data.replace("ONE", first.id), "one") for kind, data in ODD]
    good = [wire_of(f.OutCounted(zone="z", count=3)), wire_of(f.TaskDone(task="t"))]
    async with opened_log(PostgresLog(postgres_database.url)) as log:
        await log.append([first, *odd, *good], year=YEAR)
        await agree(log, reporter)


@pytest.mark.parametrize("tasks", [
    "null", "7", '{"key":"t"}', "[7]", '[{"key":null}]',
    '[{"key":"t","text":{"en":"T","zh":"T"},"owner":"o","within":"soon"}]',
    '[{"key":"t","text":7,"owner":null,"within":"P99999999999D"}]',
])  # fmt: skip
async def test_that_the_tasks_of_a_plan_that_is_none_are_no_obstacle(
    postgres_database: Database, reporter: Rows, tasks: str
) -> None:
    data = f'{{"kind":"plan_published","ref":"crowd@1","document":{{"tasks":{tasks}}}}}'
    async with opened_log(PostgresLog(postgres_database.url)) as log:
        await log.append([opened(), wire_of(f.TaskDone(task="x"))], year=YEAR)
        await log.append([odd_wire("plan_published", data, SITE)], year=YEAR)
    found = await reporter("SELECT task, within FROM muster_reporting.tasks")
    assert ("x", None) in found


@given(logs())
@settings(
    max_examples=60, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
async def test_that_no_entry_whatever_breaks_a_view(
    postgres_database: Database, reporter: Rows, odd: list[Wire]
) -> None:
    postgres_database.sql("TRUNCATE muster.entries, muster.streams, muster.archive CASCADE")
    async with opened_log(PostgresLog(postgres_database.url)) as log:
        await log.append([opened(), *odd, opened(stream="two")], year=YEAR)
        for table in COLUMNS:
            await reporter(f"SELECT t.*::text FROM muster_reporting.{table} t")  # noqa: S608  ours
        while await log.beside.archive.catch_up():
            pass
        found = await reporter("SELECT stream FROM muster_reporting.incidents")
        assert {stream for (stream,) in found} == {"one", "two"}


async def test_that_the_role_for_reports_reads_the_views_and_nothing_else(
    postgres_database: Database, reporter: Rows
) -> None:
    async with opened_log(PostgresLog(postgres_database.url)) as log:
        await log.append([opened(), note()], year=YEAR)
    assert len(await reporter("SELECT * FROM muster_reporting.timeline")) == 2
    for sql in (
        "SELECT * FROM muster.entries", "SELECT * FROM muster.contacts",
        "SELECT * FROM muster.addresses", "SELECT * FROM muster.archive_words",
        "SELECT muster.muster_archive_more(1)", "SELECT muster.muster_facts('one', '{}')",
        "DELETE FROM muster_reporting.timeline",
        "INSERT INTO muster_reporting.zones (zone) VALUES ('x')",
        "CREATE TABLE muster_reporting.mine (x integer)",
    ):  # fmt: skip
        with pytest.raises(
            (asyncpg.InsufficientPrivilegeError, asyncpg.ObjectNotInPrerequisiteStateError)
        ):
            await reporter(sql)


DOCS = Path(__file__).parents[2] / "docs" / "data-out.md"


def examples() -> list[str]:
    """The queries in docs/data-out.md."""
    blocks = DOCS.read_text(encoding="utf-8").split("```sql\n")[1:]
    return [block.split("```")[0] for block in blocks]


async def something_of_everything(database: Database) -> None:
    async with opened_log(PostgresLog(database.url)) as log:
        called = f.CalledOut(who="li", name="Li Wei", role="guard", due=AT + HOUR)
        wires = [
            opened(), note("ambulance"), wire_of(called), wire_of(f.ZoneCordoned(zone="z")),
            wire_of(f.Arrived(who="li"), at=AT + HOUR), wire_of(f.ZoneEvacuating(zone="z")),
            wire_of(f.ZoneConfirmed(zone="z"), at=AT + HOUR),
            wire_of(f.TaskAdded(task="t", text="T", due=AT)), wire_of(f.LevelSet(
                level=Level.II, reason="more")), wire_of(f.TaskDone(task="t"), at=AT + HOUR),
        ]  # fmt: skip
        await log.append(wires, year=YEAR)


async def test_that_every_example_in_the_documentation_runs_as_the_role_for_reports(
    postgres_database: Database, reporter: Rows
) -> None:
    await something_of_everything(postgres_database)
    found = examples()
    assert len(found) >= len(COLUMNS)
    for sql in found:
        assert await reporter(sql), sql
    for table in COLUMNS:
        assert any(f"muster_reporting.{table}" in sql for sql in found)


async def test_that_every_viewer_reads_the_views_too(postgres_database: Database) -> None:
    await something_of_everything(postgres_database)
    line = await asyncpg.connect(postgres_database.url_for("viewer"))
    try:
        for sql in examples():
            assert await line.fetch(sql), sql
        with pytest.raises(asyncpg.ObjectNotInPrerequisiteStateError):
            await line.execute("UPDATE muster_reporting.incidents SET title = 'x'")
    finally:
        await line.close()


async def test_that_a_drill_says_so_in_every_view(
    postgres_database: Database, reporter: Rows
) -> None:
    await something_of_everything(postgres_database)
    async with opened_log(PostgresLog(postgres_database.url)) as log:
        drill = f.Opened(plan="x@1", title="D", place="", level=Level.IV, drill=True)
        wires = [
            wire_of(fact, stream="drill")
            for fact in (
                drill, f.CalledOut(who="li", name="Li", role="guard", due=AT),
                f.ZoneCordoned(zone="z"), f.TaskAdded(task="t", text="T"),
            )
        ]  # fmt: skip
        await log.append(wires, year=YEAR)
    for table in COLUMNS:
        rows = await reporter(
            f"SELECT DISTINCT stream, drill, number FROM muster_reporting.{table}"  # noqa: S608  ours
        )
        both = [("drill", True, f"D{YEAR}-0001"), ("one", False, f"{YEAR}-0001")]
        assert sorted(rows) == both


def test_that_every_column_is_documented() -> None:
    text = DOCS.read_text(encoding="utf-8")
    for table, columns in COLUMNS.items():
        section = text.split(f"\n### {table}\n")[1].split("\n### ")[0].split("\n## ")[0]
        for column in columns:
            assert f"`{column}`" in section, (table, column)
