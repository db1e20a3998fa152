"""The hash chain: what is hashed, and how a chain is checked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from enum import Enum

import msgspec

from app.models.entry import Entry, Stored, Wire, to_micros

GENESIS = bytes(32)
"""The hash before a stream's first entry."""

SEPARATOR = "\x1f"
"""Unit separator: `append` refuses it in every field but `data`, the last, where it is harmless."""


def body(
    entry: Wire | Entry, *, seq: int, at: int, recorded_at: int, recorded_by: str, data: str
) -> bytes:
    """The stored fields as UTF-8 text, in this order, separated by U+001F: what is hashed.

    Times are whole microseconds since 1970 UTC. PostgreSQL's function builds the same bytes.
    """
    return (
        f"{entry.stream}\x1f{seq}\x1f{entry.id}\x1f{entry.kind}\x1f{at}\x1f{recorded_at}\x1f"
        f"{entry.author}\x1f{entry.station}\x1f{recorded_by}\x1f{data}"
    ).encode()


def link(previous: bytes, *, seq: int, recorded_at: int, recorded_by: str, wire: Wire) -> bytes:
    """SHA-256(previous ‖ body): the hash of an entry that follows `previous`."""
    text = body(
        wire, seq=seq, at=wire.at, recorded_at=recorded_at, recorded_by=recorded_by, data=wire.data
    )
    return hashlib.sha256(previous + text).digest()


class Flaw(Enum):
    MISSING = "missing"
    ALTERED = "altered"
    HEAD = "head"
    """The entries are in order, but the stream's own row says something else of the last."""


class Break(msgspec.Struct, frozen=True, kw_only=True):
    """The first place where a stream's chain does not hold."""

    stream: str
    seq: int
    flaw: Flaw


def body_of(stored: Stored) -> bytes:
    entry = stored.entry
    return body(
        entry, seq=stored.seq, at=to_micros(entry.at), recorded_at=to_micros(stored.recorded_at),
        recorded_by=stored.recorded_by, data=stored.data,
    )  # fmt: skip


def relink(previous: bytes, stored: Stored) -> bytes:
    """The hash that `stored` must have if nothing about it was changed."""
    return hashlib.sha256(previous + body_of(stored)).digest()


def first_break(stored: Iterable[Stored], *, seq: int = 0, head: bytes = GENESIS) -> Break | None:
    """Check entries of one stream, in seq order, that follow `seq` and `head`."""
    for each in stored:
        stream = each.entry.stream
        if each.seq != seq + 1:
            return Break(stream=stream, seq=seq + 1, flaw=Flaw.MISSING)
        if relink(head, each) != each.hash:
            return Break(stream=stream, seq=each.seq, flaw=Flaw.ALTERED)
        seq, head = each.seq, each.hash
    return None
