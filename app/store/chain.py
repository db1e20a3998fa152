"""The hash chain: what is hashed, and how a chain is checked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from app.models.entry import Stored, Wire, to_micros

GENESIS = bytes(32)
"""The hash before a stream's first entry."""

_SEPARATOR = "\x1f"
"""Unit separator: `append` refuses it in every field but `data`, where it cannot be confused."""


def link(previous: bytes, *, seq: int, recorded_at: int, recorded_by: str, wire: Wire) -> bytes:
    """SHA-256(previous ‖ the stored fields in this order, as UTF-8 text, separated by U+001F).

    Times are whole microseconds since 1970 UTC. The database function of PostgreSQL does the same.
    """
    fields = (
        wire.stream, str(seq), wire.id, wire.kind, str(wire.at), str(recorded_at),
        wire.author, wire.station, recorded_by, wire.data,
    )  # fmt: skip
    return hashlib.sha256(previous + _SEPARATOR.join(fields).encode()).digest()


class Break(msgspec.Struct, frozen=True, kw_only=True):
    """The first place where a stream's chain does not hold."""

    stream: str
    seq: int
    why: str


def relink(previous: bytes, stored: Stored) -> bytes:
    """The hash that `stored` must have if nothing about it was changed."""
    entry = stored.entry
    wire = Wire(
        id=entry.id, stream=entry.stream, kind=entry.kind, at=to_micros(entry.at),
        author=entry.author, station=entry.station, data=stored.data,
    )  # fmt: skip
    return link(
        previous,
        seq=stored.seq,
        recorded_at=to_micros(stored.recorded_at),
        recorded_by=stored.recorded_by,
        wire=wire,
    )


def first_break(stored: Iterable[Stored], *, seq: int = 0, head: bytes = GENESIS) -> Break | None:
    """Check entries of one stream, in seq order, that follow `seq` and `head`."""
    for each in stored:
        stream = each.entry.stream
        if each.seq != seq + 1:
            return Break(stream=stream, seq=seq + 1, why="missing")
        if relink(head, each) != each.hash:
            return Break(stream=stream, seq=each.seq, why="altered")
        seq, head = each.seq, each.hash
    return None
