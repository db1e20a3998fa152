"""What the databases' rows become."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from app.models.entry import Entry, Stored, Wire, from_micros
from app.models.facts import decode_fact
from app.store.log import Head, Receipt

ENTRY = "id, stream, kind, at, author, station, data, seq, recorded_at, recorded_by, hash"
"""The columns that `stored` takes, in its order."""

ENTRY_OF_E = ", ".join(f"e.{column}" for column in ENTRY.split(", "))


def stored(row: Iterable[Any]) -> Stored:
    id_, stream, kind, at, author, station, data, seq, recorded_at, recorded_by, hash_ = row
    return Stored(
        entry=Entry(
            id=id_, stream=stream, at=from_micros(at), author=author, station=station,
            fact=decode_fact(kind, data),
        ),
        seq=seq, recorded_at=from_micros(recorded_at), recorded_by=recorded_by,
        data=data, hash=hash_,
    )  # fmt: skip


def number(drill: bool, year: int | None, running: int | None) -> str:
    """What people call an incident: 2026-0042, D2026-0007 for a drill; empty if not numbered."""
    if year is None or running is None:
        return ""
    return f"{'D' if drill else ''}{year}-{running:04}"


HEAD = "stream, drill, open, year, running, seq, head"
"""The columns that `head` takes, in its order."""


def head(row: Iterable[Any]) -> Head:
    stream, drill, is_open, year, running, seq, hash_ = row
    return Head(
        stream=stream, number=number(drill, year, running), drill=bool(drill), open=bool(is_open),
        seq=seq, hash=hash_,
    )  # fmt: skip


def receipt(row: Iterable[Any]) -> Receipt:
    id_, stream, seq, recorded_at, recorded_by, hash_ = row
    return Receipt(
        id=id_, stream=stream, seq=seq, recorded_at=from_micros(recorded_at),
        recorded_by=recorded_by, hash=hash_,
    )  # fmt: skip


def columns(entries: Sequence[Wire]) -> tuple[list[str], ...]:
    """Ids, streams, kinds, times, authors, stations and data, each as one list of text."""
    fields: tuple[Callable[[Wire], str], ...] = (
        lambda w: w.id, lambda w: w.stream, lambda w: w.kind, lambda w: str(w.at),
        lambda w: w.author, lambda w: w.station, lambda w: w.data,
    )  # fmt: skip
    return tuple([field(wire) for wire in entries] for field in fields)
