"""docs/data-out.md: what it says of files is what the files have. (Views: store/test_reporting.)"""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.models import facts as f
from app.record.export import to_csv
from app.record.export_all import OTHERS, export_all
from app.record.scoring import score_csv, score_of
from app.record.tables import COLUMNS
from app.store.memory import MemoryLog
from tests.models.test_injects import PLAYED, a_drill, at
from tests.record.test_scoring import kept

PAGE = (Path(__file__).parents[2] / "docs" / "data-out.md").read_text(encoding="utf-8")


def named(begin: str, end: str) -> set[str]:
    """What stands in code type between these words of the page."""
    told = PAGE.split(begin)[1].split(end)[0]
    return set(re.findall(r"`([a-z_]+)`", told))


@pytest.fixture
async def out(tmp_path: Path) -> Path:
    """Everything of a log with a drill that is over."""
    play = a_drill()
    at(play, 2, PLAYED)
    at(play, 9, f.DeclaredOver(despite="it was a drill"))
    log = MemoryLog()
    await log.open()
    head, stored, site = await kept(play, log)
    await export_all(log, tmp_path / "out")
    (tmp_path / "one.csv").write_bytes(to_csv(head, stored))
    _, found = score_of(stored, site)
    assert found is not None
    (tmp_path / "score.csv").write_bytes(score_csv(head.number, found))
    await log.close()
    return tmp_path


def columns(path: Path) -> list[str]:
    return next(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def drill_of(out: Path) -> dict[str, Any]:
    (path,) = (out / "out" / "json").glob("D*.json")
    found: dict[str, Any] = json.loads(path.read_bytes())
    return found


async def test_that_the_files_are_those_that_are_named(out: Path) -> None:
    files = {path.name for path in (out / "out").iterdir() if path.is_file()}
    assert files == {f"{table}.csv" for table in (*COLUMNS, OTHERS)} | {"index.json"}
    assert all(f"`{name}`" in PAGE for name in files)
    assert columns(out / "out" / "others.csv") == columns(out / "one.csv")


async def test_that_the_columns_of_the_tables_are_those_of_the_page(out: Path) -> None:
    for table in COLUMNS:
        section = PAGE.split(f"\n### {table}\n")[1].split("```")[0]
        told = re.findall(r"`([a-z_]+)`", section)
        assert set(columns(out / "out" / f"{table}.csv")) == set(told), table


async def test_that_the_columns_of_one_incident_are_named(out: Path) -> None:
    assert set(columns(out / "one.csv")) == named("One incident as CSV", "It is for reading")


async def test_that_every_field_of_the_json_is_named_and_no_other(out: Path) -> None:
    exported = drill_of(out)
    entry, fields = exported["entries"][0], named("JSON of a stream:", "\n\n`score`")
    assert fields == set(exported) | set(entry)
    index = json.loads((out / "out" / "index.json").read_bytes())
    assert set(index[0]) == {"number", "stream", "file", "entries", "hash"}


async def test_that_every_field_of_the_score_is_named_and_no_other(out: Path) -> None:
    score = drill_of(out)["score"]
    fields = set(score) | set(score["total"]) | set(score["groups"][0]) | set(score["marks"][0])
    assert fields | {"en", "zh"} == named("`score` has", "`muster drill score")
    assert set(columns(out / "score.csv")) == named("has a line for each mark", "\n\n")
