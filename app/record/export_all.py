"""Everything in a log as files: tables as CSV, and each stream as JSON that can be verified."""

from __future__ import annotations

import csv
import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import datetime, timedelta
from io import TextIOWrapper
from itertools import groupby
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec

from app.models.entry import SITE, Stored
from app.models.shift import is_shift
from app.models.site import Site
from app.models.spreadsheet import BOM, harmless
from app.record.export import ENTRY_COLUMNS, entry_cells, time_cell, to_json
from app.record.scoring import score_at, score_fields
from app.record.tables import COLUMNS, Cell, Told
from app.store.log import Head, SharedLog

OTHERS = "others"
"""The table of the entries that belong to no incident: the site's, and the shift logs'."""

_STREAMS, _ENTRIES = 50, 20_000
"""Read at once, at the most; a longer stream is read alone."""


class _Written(msgspec.Struct, frozen=True, kw_only=True):
    """One stream in `index.json`: where it is, and how far its chain goes."""

    number: str
    stream: str
    file: str
    entries: int
    hash: str


async def export_all(
    log: SharedLog, folder: Path, progress: Callable[[int, int], None] = lambda _done, _of: None
) -> int:
    """Write all of an open log into a new folder; answers how many streams it has.

    `progress` is told how many entries of how many are written. The folder is there only once it
    is whole; raises `FileExistsError` if there is one.
    """
    part = _begin(folder)
    try:
        count = await _write(log, part, progress)
        part.rename(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return count


def _begin(folder: Path) -> Path:
    """Where it is written until it is whole."""
    if folder.exists():
        raise FileExistsError(f"{folder} is there already. Choose a folder that is not.")
    part = folder.with_name(f".{folder.name}.{uuid4().hex}.part")  # nobody else's
    (part / "json").mkdir(parents=True)
    return part


async def _write(log: SharedLog, folder: Path, progress: Callable[[int, int], None]) -> int:
    heads = await log.heads()
    site = Site(each.entry for each in await _whole(log, SITE))
    index: list[_Written] = []
    done, of = 0, sum(head.seq for head in heads)
    with ExitStack() as stack:
        tables = _Tables(folder, stack)
        for some in _portions(heads):
            for head, stored in await _read(log, some):
                index.append(_write_stream(folder, head, stored, site))
                tables.add(head, stored, site)
            done += sum(head.seq for head in some)
            progress(done, of)
    listed = msgspec.json.format(msgspec.json.encode(index), indent=1)
    (folder / "index.json").write_bytes(listed + b"\n")
    return len(index)


def _portions(heads: Sequence[Head]) -> Iterator[list[Head]]:
    """Few enough that one is soon told how far it is, and can end it."""
    some: list[Head] = []
    entries = 0
    for head in heads:
        if some and (len(some) == _STREAMS or entries + head.seq > _ENTRIES):
            yield some
            some, entries = [], 0
        some.append(head)
        entries += head.seq
    if some:
        yield some


async def _whole(log: SharedLog, stream: str) -> list[Stored]:
    return await log.read_many({stream: 0})


async def _read(log: SharedLog, heads: Sequence[Head]) -> list[tuple[Head, list[Stored]]]:
    """As far as the heads go: what others write meanwhile would not fit them."""
    stored = await log.read_many({head.stream: 0 for head in heads})
    by_stream = {
        stream: list(its) for stream, its in groupby(stored, lambda each: each.entry.stream)
    }
    return [(head, by_stream.get(head.stream, [])[: head.seq]) for head in heads]


def _write_stream(folder: Path, head: Head, stored: Sequence[Stored], site: Site) -> _Written:
    name = f"json/{_file_name(head)}.json"
    score = score_at(stored, site)[1] if head.drill else None
    fields = score_fields(score) if score else None
    (folder / name).write_bytes(to_json(head, stored, score=fields))
    return _Written(
        number=head.number, stream=head.stream, file=name, entries=head.seq, hash=head.hash.hex()
    )


def _file_name(head: Head) -> str:
    """By number; other names of streams may hold what no file name may."""
    if head.number:
        return head.number
    name = "".join(sign if sign.isalnum() or sign == "-" else "_" for sign in head.stream)
    if name == head.stream:
        return name
    return f"{name}-{hashlib.sha256(head.stream.encode()).hexdigest()[:8]}"


class _Tables:
    """The CSV files, all open while streams are added one by one."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._writers = {
            table: _writer(folder / f"{table}.csv", columns, stack)
            for table, columns in {**COLUMNS, OTHERS: ENTRY_COLUMNS}.items()
        }

    def add(self, head: Head, stored: Sequence[Stored], site: Site) -> None:
        if head.stream == SITE or is_shift(head.stream):
            self._writers[OTHERS].writerows(entry_cells(head, each) for each in stored)
            return
        told = Told(head, stored, site)
        for table in COLUMNS:
            self._writers[table].writerows(map(cells, told.rows(table)))


def _writer(path: Path, columns: Sequence[str], stack: ExitStack) -> Any:
    file: TextIOWrapper = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
    file.write(BOM)
    writer = csv.writer(file)
    writer.writerow(columns)
    return writer


def cells(row: Iterable[Cell]) -> list[str]:
    """As CSV has them: times in UTC, stretches of time in seconds."""
    return [_cell(value) for value in row]


def _cell(value: Cell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case datetime():
            return time_cell(value)
        case timedelta():
            return f"{value.total_seconds():g}"
        case _:
            return harmless(str(value))
