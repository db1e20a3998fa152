"""Everything as files: nothing is missing, each stream can be verified, and it is whole or not."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest

from app.__main__ import main
from app.models.facts import Arrived, CalledOut, ZoneConfirmed, ZoneEvacuating
from app.record.export_all import OTHERS, export_all
from app.record.tables import COLUMNS
from app.record.verify import verify_export
from app.store.log import SharedLog
from app.store.memory import MemoryLog
from tests.store.conftest import opened as opened_log
from tests.store.entries import AT, YEAR, note, opened, person_set, wire_of


@pytest.fixture
async def log() -> AsyncIterator[SharedLog]:
    async with opened_log(MemoryLog()) as log:
        yield log


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def hidden(folder: Path) -> list[Path]:
    return list(folder.glob(".*"))


async def fill(log: SharedLog) -> None:
    called = CalledOut(who="li", name="Li", role="guard", due=AT, on_duty=True)
    await log.append(
        [
            opened(), note("=1+1"), wire_of(called), wire_of(Arrived(who="li")),
            wire_of(ZoneEvacuating(zone="lobby")), wire_of(ZoneConfirmed(zone="lobby", by="Li")),
            note(stream="shift-2026-11"), person_set(), note(stream="odd/name"),
        ],
        year=YEAR,
    )  # fmt: skip


async def test_that_every_stream_is_there_and_whole(log: SharedLog, tmp_path: Path) -> None:
    await fill(log)
    folder = tmp_path / "out"
    told: list[tuple[int, int]] = []
    assert await export_all(log, folder, lambda done, of: told.append((done, of))) == 4
    assert told[-1] == (9, 9), "all entries of all"
    index = msgspec.json.decode((folder / "index.json").read_bytes())
    assert {each["stream"] for each in index} == {"one", "shift-2026-11", "site", "odd/name"}
    for each in index:
        verdict = verify_export((folder / each["file"]).read_bytes())
        assert verdict.whole
        assert verdict.entries == each["entries"]
    assert (folder / "json" / f"{YEAR}-0001.json").exists()


async def test_that_the_tables_have_what_happened(log: SharedLog, tmp_path: Path) -> None:
    await fill(log)
    await export_all(log, tmp_path / "out")
    tables = {name: rows(tmp_path / "out" / f"{name}.csv") for name in (*COLUMNS, OTHERS)}
    [incident] = [row for row in tables["incidents"] if row["number"]]
    assert (incident["title"], incident["settled"], incident["closed_at"]) == ("Crowd", "false", "")
    assert "'=1+1" in [row["words"] for row in tables["timeline"]]
    [call] = tables["call_outs"]
    assert (call["name"], call["state"], call["arrived_at"]) == (
        "Li", "arrived", "2026-11-23T10:03:00.000000Z",
    )  # fmt: skip
    [zone] = tables["zones"]
    assert (zone["zone"], zone["confirmed_by"], zone["empty_at"]) == ("lobby", "Li", "")
    assert {row["kind"] for row in tables[OTHERS]} == {"note", "person_set"}


async def test_that_a_folder_that_is_there_is_left_alone(log: SharedLog, tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        await export_all(log, tmp_path)


async def test_that_nothing_is_left_of_one_that_was_stopped(log: SharedLog, tmp_path: Path) -> None:
    await fill(log)

    def stop(_done: int, _of: int) -> None:
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await export_all(log, tmp_path / "out", stop)
    assert list(tmp_path.glob("out*")) == []  # noqa: ASYNC240  nothing else runs


def test_that_everything_is_exported_by_one_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:///{tmp_path / 'log.sqlite'}"
    assert main(["admin", "init", url]) == 0
    assert main(["export", "--db", url, "--all"]) == 2
    assert main(["export", "--db", url, "--all", "-o", str(tmp_path / "out")]) == 0
    assert "1 stream in" in capsys.readouterr().err
    assert main(["export", "--db", url, "--all", "-o", str(tmp_path / "out")]) == 2
    assert main(["verify", str(tmp_path / "out" / "json" / "site.json")]) == 0


async def test_that_a_folder_of_somebody_elses_beside_it_stays(
    log: SharedLog, tmp_path: Path
) -> None:
    await fill(log)
    others = tmp_path / "out.part"
    others.mkdir()
    (others / "letter.txt").write_text("theirs")
    await export_all(log, tmp_path / "out")
    assert (others / "letter.txt").read_text() == "theirs"
    assert hidden(tmp_path) == []
