"""The wall can write nothing: it has no way to ask, and its log takes nothing."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import app
from app.models.command import Open
from app.models.entry import Wire
from app.station.reading import Reading
from app.station.station import Station
from app.store.contacts import Contact
from app.store.log import LogRefused
from app.store.memory import MemoryLog
from app.store.read_only import ReadOnlyLog
from tests.desk_harness import BEGIN, Stage

SOURCES = sorted(
    path
    for pattern in ("presenters/wall*.py", "views/wall/*.py")
    for path in Path(app.__file__).parent.glob(pattern)
)
CAN_WRITE = {
    "app.presenters.bridge", "app.presenters.asking", "app.presenters.part",
    "app.station.station", "app.station.assemble", "app.station.contacts", "app.models.command",
    "app.models.decide", "app.store.outbox",
}  # fmt: skip


def imported(source: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_that_no_part_of_the_wall_knows_anything_that_can_write(source: Path) -> None:
    known = imported(source) & CAN_WRITE
    if source.name in ("wall.py", "wall_plan.py"):
        known -= {"app.presenters.part"}  # for the names of cells only
    assert known == set()


def test_that_the_sources_of_the_wall_were_found() -> None:
    assert len(SOURCES) > 15


def test_that_a_reading_has_no_way_to_the_stations_commands(stage: Stage) -> None:
    reading = Reading(stage.station())
    public = {name for name in dir(reading) if not name.startswith("_")}
    assert public == {
        "connection", "incidents", "now", "number_of", "path", "plan_of", "site", "subscribe",
        "subscribe_connection", "subscribe_files", "subscribe_shared", "want",
    }  # fmt: skip
    assert not any(isinstance(getattr(reading, name), Station) for name in public)
    with pytest.raises(AttributeError):
        reading.do = stage  # type: ignore[attr-defined]  # there is no such thing


async def test_that_a_log_that_is_only_read_takes_nothing() -> None:
    log = MemoryLog()
    await log.open()
    reading = ReadOnlyLog(log)
    wire = Wire(id="x", stream="y", kind="note", at=0, author="a", station="s", data="{}")
    contact = Contact(key="k", stream="y", name="n", reach="r", erase_by=BEGIN)
    beside = reading.beside
    for attempt in (
        reading.append([wire], year=2026),
        beside.files.put("0" * 64, size=1, start=0, part=b"x"),
        beside.contacts.keep(contact), beside.contacts.of("y"), beside.contacts.erase("k"),
        beside.contacts.erase_due(), beside.addresses.all(), beside.addresses.drop("a"),
    ):  # fmt: skip
        with pytest.raises(LogRefused):
            await attempt
    assert await log.heads() == []
    await log.close()


def test_that_what_others_write_is_read_through_it(stage: Stage) -> None:
    there = stage.station("Desk 2", "Zhao Lin")
    stream = stage.do(there, None, Open(plan="office-crowd", title="Crowd", place="Gate")).stream
    stage.until(lambda: not there.connection.waiting)
    reading = ReadOnlyLog(stage.log)

    async def read() -> int:
        return len(await reading.read(stream))

    assert stage.run(read()) == len(there.incidents[stream].timeline)
