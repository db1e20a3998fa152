"""Entries: immutable lines of the log, and the times they carry."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec

from app.models.facts import AnyFact, decode_fact, encode_fact

SITE = "site"
"""The stream of people, duty, plans and zones. Every other stream is one incident's, by its id."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(moment: datetime) -> int:
    """Whole microseconds since 1970 UTC: how times are stored, hashed and compared in SQL."""
    return (moment - EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    return EPOCH + _MICROSECOND * micros  # twice as fast as timedelta(microseconds=…)


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One immutable fact.

    `id` is a UUIDv7 in lower-case text, so that text order is time order.
    `at` is when it happened (UTC, by the shared log's clock).
    """

    id: str
    stream: str
    at: datetime
    author: str
    station: str
    fact: AnyFact

    @property
    def kind(self) -> str:
        return self.fact.kind

    @property
    def order(self) -> tuple[datetime, str]:
        """Where the entry stands in its incident, whatever order entries arrived in."""
        return (self.at, self.id)

    @property
    def typed_at(self) -> datetime:
        """When it was typed, to the millisecond: the first 48 bits of a UUIDv7 (RFC 9562)."""
        return from_micros(int(self.id[:8] + self.id[9:13], 16) * 1000)


class Stored(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An entry as the shared log holds it; `data` is the fact's text exactly as it was hashed.

    `recorded_at` and `recorded_by` are the shared log's own, never the station's.
    """

    entry: Entry
    seq: int
    recorded_at: datetime
    recorded_by: str
    data: str
    hash: bytes


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that may be recorded: what `decide` answers when it does not refuse."""

    stream: str
    fact: AnyFact
    at: datetime


class Wire(msgspec.Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """An entry as it travels and as the outbox keeps it."""

    id: str
    stream: str
    kind: str
    at: int
    author: str
    station: str
    data: str


def to_wire(entry: Entry) -> Wire:
    return Wire(
        id=entry.id, stream=entry.stream, kind=entry.kind, at=to_micros(entry.at),
        author=entry.author, station=entry.station, data=encode_fact(entry.fact),
    )  # fmt: skip


def from_wire(wire: Wire) -> Entry:
    return Entry(
        id=wire.id, stream=wire.stream, at=from_micros(wire.at), author=wire.author,
        station=wire.station, fact=decode_fact(wire.kind, wire.data),
    )  # fmt: skip
