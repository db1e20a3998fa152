"""The outbox: on this disk before anybody is told it is done, whatever happens then."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.models.entry import Wire
from app.store.disk import to_disk
from app.store.journal import Journal
from app.store.outbox import NAME, NotKept, Outbox


def wire(nth: int, text: str = "hello") -> Wire:
    data = msgspec.json.encode({"kind": "note", "text": text}).decode()
    return Wire(
        id=f"00000000-0000-7000-8000-{nth:012}", stream="i1", kind="note", at=nth, author="Ann",
        station="Desk", data=data,
    )  # fmt: skip


@asynccontextmanager
async def opened(folder: Path, sync: Callable[[int], None] = to_disk) -> AsyncIterator[Outbox]:
    outbox = Outbox(folder, sync=sync)
    await outbox.open()
    try:
        yield outbox
    finally:
        await outbox.close()


async def test_that_what_was_put_is_there_after_a_restart_in_the_order_it_was_put(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as outbox:
        await outbox.put([wire(3), wire(1)])
        await outbox.put([wire(2, "线路\n断了 \x1f")])
    async with opened(tmp_path) as outbox:
        assert list(outbox.waiting.values()) == [wire(3), wire(1), wire(2, "线路\n断了 \x1f")]
        assert outbox.found is None


async def test_that_what_the_shared_log_has_is_not_there_after_a_restart(tmp_path: Path) -> None:
    async with opened(tmp_path) as outbox:
        await outbox.put([wire(1), wire(2), wire(3)])
        await outbox.confirm([wire(2).id])
        assert list(outbox.waiting) == [wire(1).id, wire(3).id]
    async with opened(tmp_path) as outbox:
        assert list(outbox.waiting) == [wire(1).id, wire(3).id]


async def test_that_an_entry_put_twice_waits_once(tmp_path: Path) -> None:
    async with opened(tmp_path) as outbox:
        await outbox.put([wire(1)])
        await outbox.put([wire(1)])
        assert list(outbox.waiting) == [wire(1).id]


async def test_that_many_entries_cost_one_sync(tmp_path: Path) -> None:
    syncs: list[int] = []

    def counted(handle: int) -> None:
        syncs.append(handle)
        to_disk(handle)

    async with opened(tmp_path, counted) as outbox:
        before = len(syncs)
        await outbox.put([wire(n) for n in range(200)])
        assert len(syncs) == before + 1


async def test_that_a_long_outbox_is_written_anew_without_what_was_confirmed(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as outbox:
        entries = [wire(n, "x" * 10_000) for n in range(60)]
        await outbox.put(entries)
        await outbox.confirm([each.id for each in entries[:-1]])
        assert (tmp_path / NAME).stat().st_size < 20_000
        await outbox.put([wire(100)])
    async with opened(tmp_path) as outbox:
        assert list(outbox.waiting) == [entries[-1].id, wire(100).id]


async def test_that_the_event_loop_goes_on_while_the_disk_is_slow(tmp_path: Path) -> None:
    slow = threading.Event()

    def slow_sync(handle: int) -> None:
        assert slow.wait(10)
        to_disk(handle)

    slow.set()
    async with opened(tmp_path, slow_sync) as outbox:
        slow.clear()
        put = asyncio.create_task(outbox.put([wire(1)]))
        for _ in range(100):
            await asyncio.sleep(0)
        assert not put.done()
        assert not outbox.waiting
        slow.set()
        await put
        assert list(outbox.waiting) == [wire(1).id]


# Damage ----------------------------------------------------------------------------------------


def written(folder: Path, entries: list[Wire]) -> bytes:
    journal = Journal(folder / NAME)
    journal.open()
    journal.put(entries)
    journal.close()
    return (folder / NAME).read_bytes()


def read(folder: Path) -> Journal:
    journal = Journal(folder / NAME)
    journal.damage = journal.open()  # type: ignore[attr-defined]  # for the test's eyes
    journal.close()
    return journal


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_that_an_outbox_cut_anywhere_keeps_every_whole_line(
    tmp_path: Path, data: st.DataObject
) -> None:
    entries = [wire(n, "线路 断了" * n) for n in range(5)]
    whole = written(tmp_path, entries)
    cut = data.draw(st.integers(0, len(whole)))
    (tmp_path / NAME).write_bytes(whole[:cut])
    left = read(tmp_path)
    complete = (whole[:cut] + b"\n").count(b"]]\n")  # of the entry, and of the line
    assert list(left.waiting.values()) == entries[:complete]
    assert list(read(tmp_path).waiting.values()) == entries[:complete]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_that_a_damaged_byte_costs_its_own_line_only(tmp_path: Path, data: st.DataObject) -> None:
    entries = [wire(n) for n in range(5)]
    whole = written(tmp_path, entries)
    place = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda b: b != whole[place]))
    (tmp_path / NAME).write_bytes(whole[:place] + bytes([byte]) + whole[place + 1 :])
    kept = list(read(tmp_path).waiting.values())
    assert [each for each in kept if each not in entries] == []
    # A newline that is gone joins two lines, so two are lost.
    assert len(kept) >= (3 if whole[place : place + 1] == b"\n" else 4)


async def test_that_a_half_written_line_is_set_aside_and_a_person_is_told(tmp_path: Path) -> None:
    whole = written(tmp_path, [wire(1), wire(2)])
    (tmp_path / NAME).write_bytes(whole[:-20])
    async with opened(tmp_path) as outbox:
        assert list(outbox.waiting) == [wire(1).id]
        assert outbox.found is not None
        said = outbox.found.english()
        aside = tmp_path / "outbox-damaged-1.jsonl"
        assert "cut in half" in said
        assert "nothing that was shown as done is lost (1 waiting)" in said
        assert str(aside) in said
        assert aside.read_bytes() in whole
    async with opened(tmp_path) as outbox:
        assert outbox.found is None, "told once"


async def test_that_a_damaged_line_in_the_middle_is_set_aside_and_the_others_are_kept(
    tmp_path: Path,
) -> None:
    lines = written(tmp_path, [wire(1), wire(2), wire(3)]).splitlines(keepends=True)
    lines[1] = lines[1].replace(b"hello", b"hallo")
    (tmp_path / NAME).write_bytes(b"".join(lines))
    (tmp_path / "outbox-damaged-1.jsonl").write_text("from an earlier time")
    async with opened(tmp_path) as outbox:
        assert list(outbox.waiting) == [wire(1).id, wire(3).id]
        assert outbox.found is not None
        assert "compare the last entries with your notes" in outbox.found.english()
    assert (tmp_path / "outbox-damaged-2.jsonl").read_bytes() == lines[1].rstrip()


# A disk that will not ---------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX's")
async def test_that_a_full_disk_is_said_and_nothing_is_half_kept(tmp_path: Path) -> None:
    import resource

    async with opened(tmp_path) as outbox:
        await outbox.put([wire(1)])
        size = (tmp_path / NAME).stat().st_size
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 50, hard))
        try:
            with pytest.raises(NotKept, match="was not recorded"):
                await outbox.put([wire(2), wire(3)])
            assert list(outbox.waiting) == [wire(1).id]
            assert (tmp_path / NAME).stat().st_size == size
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        await outbox.put([wire(4)])
    async with opened(tmp_path) as outbox:
        assert list(outbox.waiting) == [wire(1).id, wire(4).id]
        assert outbox.found is None


async def test_that_after_a_failed_sync_the_file_is_written_anew_before_it_is_trusted(
    tmp_path: Path,
) -> None:
    failing = False
    synced: list[int] = []

    def sync(handle: int) -> None:
        if failing:
            raise OSError(errno.EIO, "Input/output error")
        synced.append(os.fstat(handle).st_ino)
        to_disk(handle)

    async with opened(tmp_path, sync) as outbox:
        await outbox.put([wire(1)])
        old = (tmp_path / NAME).stat().st_ino
        failing = True
        with pytest.raises(NotKept, match="Input/output error"):
            await outbox.put([wire(2)])
        with pytest.raises(NotKept):
            await outbox.put([wire(3)])
        assert list(outbox.waiting) == [wire(1).id]
        failing = False
        await outbox.put([wire(4)])
        assert (tmp_path / NAME).stat().st_ino == synced[-1] != old
    async with opened(tmp_path) as outbox:
        assert list(outbox.waiting) == [wire(1).id, wire(4).id]


async def test_that_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    outbox = Outbox(tmp_path / "file")
    with pytest.raises(NotKept, match="cannot be written"):
        await outbox.open()
    await outbox.close()


# Killed -----------------------------------------------------------------------------------------

_WRITER = """
import sys
from pathlib import Path
from app.store.journal import Journal
from tests.store.test_outbox import wire

journal = Journal(Path(sys.argv[1]))
journal.open()
for nth in range(int(sys.argv[2]), 1_000_000):
    journal.put([wire(nth, "x" * 3_000)])
    print(nth, flush=True)
    if nth % 7 == 0:
        journal.confirm([wire(nth - 3).id])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_that_killed_at_any_moment_it_has_everything_that_was_acknowledged(tmp_path: Path) -> None:
    acknowledged: set[str] = set()
    confirmed: set[str] = set()
    for turn in range(6):
        first = turn * 10_000 + 10
        process = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(tmp_path / NAME), str(first)],
            stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
        )  # fmt: skip
        assert process.stdout is not None
        for count, line in enumerate(process.stdout):
            nth = int(line)
            acknowledged.add(wire(nth).id)
            if nth % 7 == 0:
                confirmed.add(wire(nth - 3).id)
            if count == 15 + turn * 23:
                process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        journal = read(tmp_path)
        assert acknowledged - set(journal.waiting) <= confirmed


# Others' ----------------------------------------------------------------------------------------


async def test_that_what_a_crashed_window_left_behind_is_taken_over(tmp_path: Path) -> None:
    async with opened(tmp_path / "2") as crashed:
        await crashed.put([wire(1), wire(2)])
    async with opened(tmp_path / "1") as outbox:
        await outbox.put([wire(3)])
        await outbox.adopt(tmp_path / "2")
        assert list(outbox.waiting) == [wire(3).id, wire(1).id, wire(2).id]
    async with opened(tmp_path / "2") as crashed:
        assert not crashed.waiting
    async with opened(tmp_path / "1") as outbox:
        assert len(outbox.waiting) == 3
