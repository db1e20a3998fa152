"""What a station holds of the shared log: exact, and rebuilt when damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from app.models.entry import Stored, to_micros
from app.store.chain import first_break
from app.store.held import NAME, Held
from app.store.log import Head
from app.store.memory import MemoryLog
from tests.store.test_outbox import wire

MORNING = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Held]:
    held = Held(folder)
    await held.open()
    try:
        yield held
    finally:
        await held.close()


async def stored(count: int, stream: str = "i1", first: int = 1) -> list[Stored]:
    log = MemoryLog(lambda: MORNING)
    await log.open()
    wires = [msgspec.structs.replace(wire(n), stream=stream) for n in range(first, first + count)]
    await log.append(wires, year=2026)
    return await log.read(stream)


def head(stream: str, *, is_open: bool = True) -> Head:
    return Head(stream=stream, number="2026-0001", drill=False, open=is_open, seq=0, hash=b"")


async def test_that_entries_come_back_exactly_and_their_chain_is_whole(tmp_path: Path) -> None:
    entries = await stored(25)
    odd = 'data with  spaces {"kind":"from_the_future", "x": 1}'
    entries[3] = msgspec.structs.replace(entries[3], data=odd)
    async with opened(tmp_path) as held:
        await held.keep(entries[:10])
        await held.keep(entries[5:])
    async with opened(tmp_path) as held:
        found = [*await held.rows("i1", 0, 20), *await held.rows("i1", 20, 20)]
        assert [each.data for each in found] == [each.data for each in entries]
        assert found[4:] == entries[4:]
        assert first_break(found[4:], seq=4, head=entries[3].hash) is None


async def test_that_what_is_held_already_stays_as_a_witness(tmp_path: Path) -> None:
    entries = await stored(3)
    altered = msgspec.structs.replace(entries[1], data='{"kind":"note","text":"else"}')
    async with opened(tmp_path) as held:
        await held.keep(entries)
        await held.keep([altered])
        assert await held.rows("i1") == entries


async def test_that_heads_tell_how_far_each_stream_is_held(tmp_path: Path) -> None:
    entries, others = await stored(3), await stored(2, "i2")
    async with opened(tmp_path) as held:
        await held.keep([*entries, *others], [head("i1", is_open=False)])
        one, two = await held.heads()
        assert (one.stream, one.number, one.open) == ("i1", "2026-0001", False)
        assert (one.seq, one.hash) == (3, entries[-1].hash)
        assert (two.stream, two.number, two.open, two.seq) == ("i2", "", True, 2)


async def test_that_a_rewound_stream_is_replaced_from_there_on(tmp_path: Path) -> None:
    entries, again = await stored(5), await stored(3)
    async with opened(tmp_path) as held:
        await held.keep(entries)
        await held.replace("i1", 2, again[2:])
        assert [each.seq for each in await held.rows("i1")] == [1, 2, 3]


async def test_that_closed_incidents_are_forgotten_after_their_time(tmp_path: Path) -> None:
    async with opened(tmp_path) as held:
        await held.keep(
            [*await stored(2, "open"), *await stored(2, "closed")],
            [head("open"), head("closed", is_open=False)],
        )
        await held.forget_closed(to_micros(MORNING))
        assert len(await held.heads()) == 2
        await held.forget_closed(to_micros(MORNING) + 1)
        assert [each.stream for each in await held.heads()] == ["open"]


@pytest.mark.parametrize("size", [100, 4_096, 20_000])
async def test_that_a_damaged_file_is_moved_aside_and_built_anew(tmp_path: Path, size: int) -> None:
    async with opened(tmp_path) as held:
        await held.keep(await stored(300))
    path = tmp_path / NAME
    raw = bytearray(path.read_bytes())
    raw[size // 4 : size] = b"\x55" * (size - size // 4)
    path.write_bytes(raw)
    async with opened(tmp_path) as held:
        assert held.found is not None
        assert str(tmp_path / "held-damaged-1.sqlite") in held.found.english()
        assert await held.heads() == []
        await held.keep(await stored(3))
        assert len(await held.rows("i1")) == 3
    assert (tmp_path / "held-damaged-1.sqlite").read_bytes() == bytes(raw)
    async with opened(tmp_path) as held:
        assert held.found is None


async def test_that_a_file_that_is_no_database_is_moved_aside(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("not a database, but something else altogether" * 10)
    async with opened(tmp_path) as held:
        assert held.found is not None
        assert await held.heads() == []


async def test_that_a_copy_of_another_version_is_built_anew(tmp_path: Path) -> None:
    async with opened(tmp_path) as held:
        await held.keep(await stored(3))
    connection = sqlite3.connect(tmp_path / NAME)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    async with opened(tmp_path) as held:
        assert await held.heads() == []
