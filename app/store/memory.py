"""The shared log in memory: for tests and for trying things out. Gone when the program ends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from operator import attrgetter

import msgspec

from app.models.entry import Stored, Wire, from_wire, to_micros
from app.models.shift import followed_from
from app.store.archive_memory import MemoryArchive
from app.store.beside_memory import memory_beside
from app.store.chain import body_of
from app.store.limits import check
from app.store.log import Head, Link, LogAway, Moved, Presence, Receipt
from app.store.rows import number
from app.store.streams import Stream, clipped, is_drill, is_open, new_stream
from app.store.words import why

RECORDED_BY = "memory"

_PRESENT_FOR = timedelta(minutes=1)


def _now() -> datetime:
    return datetime.now(UTC)


class MemoryLog:
    """Any number of stations may share one; `now` is its clock."""

    def __init__(self, now: Callable[[], datetime] = _now) -> None:
        self._now = now
        self._open = False
        self._streams: dict[str, Stream] = {}
        self._entries: dict[str, list[Stored]] = {}
        self._receipts: dict[str, Receipt] = {}
        self._stations: dict[str, Presence] = {}
        self._followers: set[asyncio.Queue[Moved | None]] = set()
        archive = MemoryArchive(self._check_open, self._streams, self._entries)
        self.beside = memory_beside(self._check_open, archive, now)

    async def open(self) -> None:
        self._open = True

    async def close(self) -> None:
        self._open = False
        for follower in self._followers:
            follower.put_nowait(None)

    @property
    def notifies(self) -> bool:
        return True

    def _check_open(self) -> None:
        if not self._open:
            raise LogAway(why("closed", place="memory"))

    async def append(self, entries: Sequence[Wire], *, year: int) -> list[Receipt]:
        self._check_open()
        check(entries)
        moved = [self._take(wire, year) for wire in entries if wire.id not in self._receipts]
        for follower in self._followers:
            for each in moved:
                follower.put_nowait(each)
        return [self._receipts[wire.id] for wire in entries]

    def _take(self, wire: Wire, year: int) -> Moved:
        now = self._now()
        stream = self._streams.setdefault(wire.stream, new_stream(wire.stream))
        stream.take(wire, recorded_at=to_micros(now), recorded_by=RECORDED_BY)
        if stream.wants_number(wire):
            self._number(stream, drill=is_drill(wire), year=clipped(year, now=now.year))
        stored = Stored(
            entry=from_wire(wire), seq=stream.seq, recorded_at=now, recorded_by=RECORDED_BY,
            data=wire.data, hash=stream.head,
        )  # fmt: skip
        entries = self._entries.setdefault(wire.stream, [])
        entries.append(stored)
        if stream.turns_with(wire):
            stream.open = is_open(each.entry for each in entries)
        self._receipts[wire.id] = Receipt(
            id=wire.id, stream=wire.stream, seq=stream.seq, recorded_at=now,
            recorded_by=RECORDED_BY, hash=stream.head,
        )  # fmt: skip
        return Moved(stream=wire.stream, seq=stream.seq, stored=stored)

    def _number(self, stream: Stream, *, drill: bool, year: int) -> None:
        taken = [
            other.running or 0
            for other in self._streams.values()
            if other.drill == drill and other.year == year
        ]
        stream.drill, stream.year, stream.running = drill, year, max(taken, default=0) + 1

    async def read(self, stream: str, after: int = 0, limit: int = 10_000) -> list[Stored]:
        self._check_open()
        return self._entries.get(stream, [])[after : after + limit]

    async def read_many(self, after: Mapping[str, int]) -> list[Stored]:
        self._check_open()
        return [
            stored for stream in sorted(after)
            for stored in self._entries.get(stream, [])[after[stream] :]
        ]  # fmt: skip

    async def heads(self, *, open_only: bool = False) -> list[Head]:
        self._check_open()
        shifts_from = followed_from(self._now())
        return [
            _head(stream)
            for stream in sorted(self._streams.values(), key=attrgetter("stream"))
            if not open_only
            or (stream.open and (stream.kind != "shift" or stream.stream >= shifts_from))
        ]  # fmt: skip

    async def head(self, stream: str) -> Head | None:
        self._check_open()
        found = self._streams.get(stream)
        return _head(found) if found else None

    async def links(self, after: tuple[str, int] = ("", 0), limit: int = 20_000) -> list[Link]:
        self._check_open()
        following = (
            Link(stream, stored.seq, body_of(stored), stored.hash)
            for stream in sorted(self._entries)
            for stored in self._entries[stream]
            if (stream, stored.seq) > after
        )
        return [link for link, _ in zip(following, range(limit), strict=False)]

    async def follow(self) -> AsyncGenerator[Moved, None]:
        self._check_open()
        heard: asyncio.Queue[Moved | None] = asyncio.Queue()
        self._followers.add(heard)
        try:
            yield Moved(stream="", seq=0)
            while moved := await heard.get():
                yield moved
        finally:
            self._followers.discard(heard)
        raise LogAway(why("closed", place="memory"))

    async def clock(self) -> datetime:
        self._check_open()
        return self._now()

    async def be_present(self, presence: Presence) -> list[Presence]:
        self._check_open()
        now = self._now()
        self._stations[presence.station] = msgspec.structs.replace(presence, seen=now)
        return [
            other for _, other in sorted(self._stations.items())
            if now - other.seen < _PRESENT_FOR
        ]  # fmt: skip


def _head(stream: Stream) -> Head:
    return Head(
        stream=stream.stream, number=number(stream.drill, stream.year, stream.running),
        drill=stream.drill, open=stream.open, seq=stream.seq, hash=stream.head,
    )  # fmt: skip
