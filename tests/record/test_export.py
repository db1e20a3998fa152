"""Exports: exact for verifying, harmless and readable for spreadsheets."""

from __future__ import annotations

import csv
import io

import pytest

from app.models.entry import Stored
from app.models.facts import Note
from app.record.export import NotAnExportError, read_export, to_csv, to_json
from app.store.log import Head, SharedLog
from app.store.memory import MemoryLog
from tests.store.conftest import opened as opened_log
from tests.store.entries import YEAR, from_the_future, note, opened, wire_of


async def incident(*facts: str) -> tuple[Head, list[Stored]]:
    log: SharedLog = MemoryLog()
    async with opened_log(log):
        await log.append([opened(), from_the_future('{ "x":1}'), *map(note, facts)], year=YEAR)
        return (await log.heads())[0], await log.read("one")


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


async def test_that_json_is_read_back_as_it_was() -> None:
    head, stored = await incident("现场", 'a "quoted"\nline')
    read = read_export(to_json(head, stored))
    assert read.head == head
    assert list(read.stored) == stored


@pytest.mark.parametrize(
    "content",
    [b"", b"not json", b"[]", b"{}", b'{"format": "muster-export-9"}', b"\xff\xfe", b"[" * 10_000],
)
def test_that_what_is_no_export_is_refused(content: bytes) -> None:
    with pytest.raises(NotAnExportError):
        read_export(content)


async def test_that_excel_is_told_that_it_is_utf_8() -> None:
    content = to_csv(*await incident("现场"))
    assert content.startswith(b"\xef\xbb\xbf")
    assert "现场" in content.decode()


async def test_that_csv_has_a_line_for_each_entry_as_rfc_4180_has_it() -> None:
    head, stored = await incident('with "quotes", commas\nand lines')
    content = to_csv(head, stored)
    header, *lines = rows(content)
    assert content.count(b"\r\n") == len(lines) + 1
    assert [line[header.index("seq")] for line in lines] == ["1", "2", "3"]
    assert {line[header.index("number")] for line in lines} == {f"{YEAR}-0001"}
    assert [line[header.index("data")] for line in lines] == [each.data for each in stored]
    assert lines[0][header.index("at")] == "2026-11-23T10:03:00.000000Z"


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
async def test_that_nothing_in_csv_is_taken_for_a_formula(begin: str) -> None:
    log = MemoryLog()
    async with opened_log(log):
        wire = wire_of(Note(text="x"))
        evil = type(wire)(
            id=wire.id, stream="one", kind=begin + "k", at=wire.at, author=begin + "cmd|' /C calc'",
            station=begin, data=begin + "1+1",
        )  # fmt: skip
        await log.append([evil], year=YEAR)
        [_, line] = rows(to_csv((await log.heads())[0], await log.read("one")))
    assert not [cell for cell in line if cell.startswith(begin)]
    assert f"'{begin}1+1" in line
