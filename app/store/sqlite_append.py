"""One append to a SQLite log: what PostgreSQL's function does, in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from app.models.entry import Entry, Wire, from_micros, from_wire
from app.store.log import Receipt
from app.store.rows import receipt
from app.store.streams import TURNS, Stream, clipped, is_drill, is_open, new_stream

_COLUMNS = ", ".join(Stream.__struct_fields__)
_STREAM = f"SELECT {_COLUMNS} FROM streams WHERE stream = ?"  # noqa: S608  our own column names
_KEEP = f"""
    INSERT INTO streams ({_COLUMNS}, moved) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)
    ON CONFLICT (stream) DO UPDATE SET drill = excluded.drill, open = excluded.open,
        year = excluded.year, running = excluded.running, seq = excluded.seq, head = excluded.head
"""  # noqa: S608  our own column names
_KNOWN = "SELECT id, stream, seq, recorded_at, recorded_by, hash FROM entries WHERE id = ?"
_KNOWN_OF_MANY = """
    SELECT id, stream, seq, recorded_at, recorded_by, hash FROM entries
    WHERE id IN (SELECT value FROM json_each(?))
"""
_INSERT = """
    INSERT INTO entries (id, stream, seq, kind, at, recorded_at, author, station, recorded_by,
        data, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_TURNS = f"""
    SELECT id, stream, kind, at, author, station, data FROM entries
    WHERE stream = ? AND kind IN ({", ".join("?" for _ in TURNS)})
"""  # noqa: S608  only places for values
_LAST_NUMBER = "SELECT coalesce(max(running), 0) FROM streams WHERE drill = ? AND year = ?"


def append(
    connection: sqlite3.Connection,
    entries: Sequence[Wire],
    *,
    year: int,
    recorded_by: str,
    now: Callable[[], int],
) -> list[Receipt]:
    """Receipts in the order of `entries`. `now` is asked once the file is ours alone."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        receipts = _Append(connection, year, recorded_by, now()).run(entries)
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
    return receipts


class _Append:
    """What one append knows while it runs; the file is locked for it alone."""

    def __init__(
        self, connection: sqlite3.Connection, year: int, recorded_by: str, now: int
    ) -> None:
        self._connection = connection
        self._recorded_by = recorded_by
        self._now = now
        self._year = clipped(year, now=from_micros(now).year)
        self._streams: dict[str, Stream] = {}
        self._turning: dict[str, Stream] = {}
        self._receipts: dict[str, Receipt] = {}
        self._inserts: list[tuple[Any, ...]] = []

    def run(self, entries: Sequence[Wire]) -> list[Receipt]:
        for row in self._known([wire.id for wire in entries]):
            self._receipts[row[0]] = receipt(row)
        for wire in entries:
            if wire.id not in self._receipts:
                self._take(wire)
        self._connection.executemany(_INSERT, self._inserts)
        for stream in self._turning.values():
            stream.open = is_open(self._turns(stream))
        self._connection.executemany(_KEEP, map(msgspec.structs.astuple, self._streams.values()))
        return [self._receipts[wire.id] for wire in entries]

    def _known(self, ids: list[str]) -> Iterable[tuple[Any, ...]]:
        if len(ids) == 1:  # much cheaper than a list in JSON, and the usual case
            return self._connection.execute(_KNOWN, ids)
        wanted = msgspec.json.encode(ids).decode()
        return self._connection.execute(_KNOWN_OF_MANY, (wanted,))

    def _turns(self, stream: Stream) -> list[Entry]:
        found = self._connection.execute(_TURNS, (stream.stream, *TURNS))
        return [from_wire(msgspec.convert(row, Wire)) for row in found]

    def _take(self, wire: Wire) -> None:
        stream = self._stream(wire.stream)
        if stream.turns_with(wire):
            self._turning[stream.stream] = stream
        stream.take(wire, recorded_at=self._now, recorded_by=self._recorded_by)
        if stream.wants_number(wire):
            self._number(stream, wire)
        self._inserts.append((
            wire.id, wire.stream, stream.seq, wire.kind, wire.at, self._now, wire.author,
            wire.station, self._recorded_by, wire.data, stream.head,
        ))  # fmt: skip
        self._receipts[wire.id] = receipt(
            (wire.id, wire.stream, stream.seq, self._now, self._recorded_by, stream.head)
        )

    def _stream(self, name: str) -> Stream:
        known = self._streams.get(name)
        if known is None:
            row = self._connection.execute(_STREAM, (name,)).fetchone()
            known = self._streams[name] = row_of(row) if row else new_stream(name)
        return known

    def _number(self, stream: Stream, wire: Wire) -> None:
        drill = is_drill(wire)
        (last,) = self._connection.execute(_LAST_NUMBER, (drill, self._year)).fetchone()
        # Those of this very append are not in the table yet.
        mine = [
            s.running for s in self._streams.values()
            if s.running and s.drill == drill and s.year == self._year
        ]  # fmt: skip
        stream.drill, stream.year = drill, self._year
        stream.running = max(last, *mine, 0) + 1


def row_of(row: Sequence[Any]) -> Stream:
    return Stream(**dict(zip(Stream.__struct_fields__, row, strict=True)))
