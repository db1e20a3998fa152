"""One incident as a file for others: JSON that can be verified, CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec

from app.models.entry import Entry, Stored
from app.models.facts import decode_fact
from app.models.spreadsheet import BOM, harmless
from app.store.log import Head


class NotAnExportError(Exception):
    """The file is not what `to_json` makes; the text says why, in English."""


class Export(msgspec.Struct, frozen=True, kw_only=True):
    head: Head
    stored: tuple[Stored, ...]


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    """An entry in the file. `data` is its text as it was hashed; times are exact."""

    seq: int
    id: str
    kind: str
    at: Annotated[datetime, msgspec.Meta(tz=True)]
    recorded_at: Annotated[datetime, msgspec.Meta(tz=True)]
    author: str
    station: str
    recorded_by: str
    data: str
    hash: str


class _File(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    format: Literal["muster-export-1"]
    stream: str
    number: str
    drill: bool
    open: bool
    seq: int
    hash: str
    entries: tuple[_Line, ...]
    score: dict[str, Any] | None = None
    """Of a drill that is over: reckoned from the entries, and not part of the log."""


def to_json(head: Head, stored: Sequence[Stored], *, score: dict[str, Any] | None = None) -> bytes:
    """The incident in full: what `verify_export` needs, and other programs can read."""
    file = _File(
        format="muster-export-1", stream=head.stream, number=head.number, drill=head.drill,
        open=head.open, seq=head.seq, hash=head.hash.hex(), entries=tuple(map(_line, stored)),
        score=score,
    )  # fmt: skip
    return msgspec.json.format(msgspec.json.encode(file), indent=1) + b"\n"


def _line(stored: Stored) -> _Line:
    entry = stored.entry
    return _Line(
        seq=stored.seq, id=entry.id, kind=entry.kind, at=entry.at, recorded_at=stored.recorded_at,
        author=entry.author, station=entry.station, recorded_by=stored.recorded_by,
        data=stored.data, hash=stored.hash.hex(),
    )  # fmt: skip


def read_export(exported: bytes) -> Export:
    """Read what `to_json` made. Raises `NotAnExportError`."""
    try:
        file = msgspec.json.decode(exported, type=_File)
        return Export(
            head=Head(
                stream=file.stream, number=file.number, drill=file.drill, open=file.open,
                seq=file.seq, hash=bytes.fromhex(file.hash),
            ),
            stored=tuple(_stored(file.stream, line) for line in file.entries),
        )  # fmt: skip
    except (msgspec.MsgspecError, ValueError) as error:
        raise NotAnExportError(f"This is no file that Muster exported: {error}") from error


def _stored(stream: str, line: _Line) -> Stored:
    return Stored(
        entry=Entry(
            id=line.id, stream=stream, at=line.at, author=line.author, station=line.station,
            fact=decode_fact(line.kind, line.data),
        ),
        seq=line.seq, recorded_at=line.recorded_at, recorded_by=line.recorded_by, data=line.data,
        hash=bytes.fromhex(line.hash),
    )  # fmt: skip


ENTRY_COLUMNS = (
    "number", "seq", "at", "recorded_at", "kind", "author", "station", "recorded_by", "id", "data",
    "hash",
)  # fmt: skip


def to_csv(head: Head, stored: Sequence[Stored]) -> bytes:
    """One line per entry, as RFC 4180 has it, times in UTC; for reading, not for verifying."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(ENTRY_COLUMNS)
    writer.writerows(entry_cells(head, each) for each in stored)
    return (BOM + text.getvalue()).encode()


def entry_cells(head: Head, stored: Stored) -> Iterator[str]:
    entry = stored.entry
    cells = (
        head.number, str(stored.seq), time_cell(entry.at), time_cell(stored.recorded_at),
        entry.kind, entry.author, entry.station, stored.recorded_by, entry.id, stored.data,
        stored.hash.hex(),
    )  # fmt: skip
    return map(harmless, cells)


def time_cell(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")
