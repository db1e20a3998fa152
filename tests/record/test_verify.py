"""That whatever happens to a log behind Muster's back is found, and where."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.record.export import to_json
from app.record.verify import Verdict, verify_export, verify_log
from app.store.chain import Break, Flaw
from app.store.log import Link, SharedLog
from app.store.memory import MemoryLog
from app.store.sqlite import SqliteLog
from tests.store.conftest import Place, lasting_place
from tests.store.conftest import opened as opened_log
from tests.store.entries import YEAR, note, opened, person_set

__all__ = ["lasting_place"]


@pytest.fixture
async def log(lasting_place: Place) -> AsyncIterator[SharedLog]:
    async with opened_log(lasting_place.station()) as log:
        await log.append([opened(), note("two"), note("three"), person_set()], year=YEAR)
        await log.append([opened(stream="other"), note("x", stream="other")], year=YEAR)
        yield log


async def test_that_an_untouched_log_is_whole(log: SharedLog) -> None:
    assert await verify_log(log) == Verdict(streams=3, entries=6)


async def test_that_one_is_told_how_far_it_is(log: SharedLog) -> None:
    told: list[tuple[int, int]] = []
    await verify_log(log, lambda done, of: told.append((done, of)))
    assert told == [(6, 6)]


async def test_that_it_can_be_interrupted_between_portions(log: SharedLog) -> None:
    def interrupt(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await verify_log(log, interrupt)
    assert (await verify_log(log)).whole


async def test_that_an_empty_log_is_whole(lasting_place: Place) -> None:
    async with opened_log(lasting_place.station()) as log:
        assert (await verify_log(log)).whole


_OTHER_HEAD = """
    UPDATE streams SET head = (SELECT hash FROM entries WHERE seq = 2 LIMIT 1)
    WHERE stream = 'one'
"""


@pytest.mark.parametrize(
    ("change", "seq", "flaw"),
    [
        ("UPDATE entries SET data = '{}' WHERE stream = 'one' AND seq = 2", 2, Flaw.ALTERED),
        ("UPDATE entries SET author = 'Wang' WHERE stream = 'one' AND seq = 3", 3, Flaw.ALTERED),
        ("UPDATE entries SET at = at + 1 WHERE stream = 'one' AND seq = 1", 1, Flaw.ALTERED),
        ("UPDATE entries SET recorded_by = 'x' WHERE stream = 'one'", 1, Flaw.ALTERED),
        ("DELETE FROM entries WHERE stream = 'one' AND seq = 2", 2, Flaw.MISSING),
        ("DELETE FROM entries WHERE stream = 'one' AND seq = 3", 3, Flaw.MISSING),
        ("DELETE FROM entries WHERE stream = 'one'", 1, Flaw.MISSING),
        (
            _OTHER_HEAD,
            3,
            Flaw.HEAD,
        ),
        ("DELETE FROM streams WHERE stream = 'one'", 3, Flaw.HEAD),
    ],
)
async def test_that_a_change_behind_its_back_is_found_where_it_was_made(
    lasting_place: Place, log: SharedLog, change: str, seq: int, flaw: Flaw
) -> None:
    lasting_place.execute(change)
    verdict = await verify_log(log)
    assert verdict.breaks == (Break(stream="one", seq=seq, flaw=flaw),)
    assert not verdict.whole


async def test_that_an_incident_that_is_gone_with_all_it_had_is_missed_by_its_number(
    lasting_place: Place, log: SharedLog
) -> None:
    await log.append([opened(stream="third", drill=True)], year=YEAR)
    for table in ("entries", "streams"):
        lasting_place.execute(f"DELETE FROM {table} WHERE stream = 'one'")  # noqa: S608
    verdict = await verify_log(log)
    assert (verdict.absent, verdict.breaks, verdict.whole) == ((f"{YEAR}-0001",), (), False)


async def test_that_a_break_is_told_by_the_number_that_people_know(
    lasting_place: Place, log: SharedLog
) -> None:
    lasting_place.execute("UPDATE entries SET author = 'Wang' WHERE stream = 'one' AND seq = 3")
    assert (await verify_log(log)).numbers == {"one": f"{YEAR}-0001"}


class GrowingLog(SqliteLog):
    """Gets more entries and one more stream before each of the first reads of its links."""

    reads = 0

    async def links(self, after: tuple[str, int] = ("", 0), limit: int = 2) -> list[Link]:
        self.reads += 1
        if self.reads < 6:
            await self.append([note(), note(stream=f"new-{self.reads}")], year=YEAR)
        return await super().links(after, limit)


async def test_that_a_log_may_grow_while_it_is_verified(tmp_path: Path) -> None:
    async with opened_log(log := GrowingLog(tmp_path / "log.db")):
        await log.append([note() for _ in range(6)], year=YEAR)
        verdict = await verify_log(log)
    assert verdict.whole
    assert verdict.streams > 1


async def exported(log: SharedLog) -> bytes:
    [head] = [head for head in await log.heads() if head.stream == "one"]
    return to_json(head, await log.read("one"))


async def test_that_an_export_is_whole(log: SharedLog) -> None:
    assert verify_export(await exported(log)) == Verdict(streams=1, entries=3)


@pytest.mark.parametrize("part", ["author", "data", "at", "id", "kind", "recorded_by", "hash"])
async def test_that_a_changed_export_is_found_out(log: SharedLog, part: str) -> None:
    content = json.loads(await exported(log))
    changed = {"at": "2026-01-01T00:00:00Z", "hash": "00"}.get(part, "changed")
    content["entries"][1][part] = changed
    verdict = verify_export(msgspec.json.encode(content))
    assert verdict.breaks == (Break(stream="one", seq=2, flaw=Flaw.ALTERED),)


async def test_that_an_export_cut_short_is_found_out(log: SharedLog) -> None:
    content = json.loads(await exported(log))
    del content["entries"][2]
    verdict = verify_export(msgspec.json.encode(content))
    assert verdict.breaks == (Break(stream="one", seq=3, flaw=Flaw.MISSING),)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=8))
async def test_that_whatever_people_write_survives_export(tmp_path: Path, texts: list[str]) -> None:
    async with opened_log(MemoryLog()) as log:
        await log.append([opened(), *map(note, texts)], year=YEAR)
        assert verify_export(await exported(log)).whole
