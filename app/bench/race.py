"""Writers side by side, each appending one entry after the other for as long as a race takes."""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from multiprocessing.synchronize import Barrier
from typing import TypeAlias

import asyncpg
import msgspec

from app.bench.material import note
from app.models.entry import Wire
from app.store.connect import connect

Append: TypeAlias = Callable[[Wire], Awaitable[object]]

_YEAR = datetime.now(UTC).year
_BARE = """
    SELECT * FROM muster.muster_append($1, $2, $3, $4::text[]::bigint[], $5, $6, $7, $8)
"""
_TOGETHER = 30.0
"""Seconds within which all processes must have come to the start."""


class Race(msgspec.Struct, frozen=True, kw_only=True):
    """`rate` is entries a second of all together; `waits` are in seconds.

    `fairness` is what the slowest writer got done, as a share of what the fastest did.
    """

    rate: float
    waits: list[float]
    fairness: float


async def race_logs(url: str, streams: Sequence[str], seconds: float) -> Race:
    """One writer for each of `streams`, with a way into the log as a station has it."""
    async with AsyncExitStack() as stack:
        appends = []
        for _ in streams:
            log = await connect(url)
            stack.push_async_callback(log.close)
            appends.append(lambda wire, log=log: log.append([wire], year=_YEAR))
        return await _race(appends, streams, seconds)


async def race_bare(url: str, streams: Sequence[str], seconds: float) -> Race:
    """The same with PostgreSQL's function alone, called by asyncpg."""
    async with AsyncExitStack() as stack:
        appends = []
        for _ in streams:
            line = await asyncpg.connect(url)
            stack.push_async_callback(line.close)
            appends.append(lambda wire, line=line: append_bare(line, wire))
        return await _race(appends, streams, seconds)


async def append_bare(line: asyncpg.Connection[asyncpg.Record], wire: Wire) -> object:
    return await line.fetch(
        _BARE, [wire.id], [wire.stream], [wire.kind], [str(wire.at)], [wire.author],
        [wire.station], [wire.data], _YEAR,
    )  # fmt: skip


async def _race(appends: Sequence[Append], streams: Sequence[str], seconds: float) -> Race:
    for append, stream in zip(appends, streams, strict=True):
        await append(note(stream))
    until = time.perf_counter() + seconds
    return _result(seconds, await asyncio.gather(*(
        _write(append, stream, until) for append, stream in zip(appends, streams, strict=True)
    )))  # fmt: skip


async def _write(append: Append, stream: str, until: float) -> list[float]:
    waits = []
    begun = time.perf_counter()
    while begun < until:
        await append(note(stream))
        ended = time.perf_counter()
        waits.append(ended - begun)
        begun = ended
    return waits


def _result(seconds: float, each: Sequence[list[float]]) -> Race:
    waits = [wait for its in each for wait in its]
    done = [len(its) for its in each]
    return Race(rate=sum(done) / seconds, waits=waits, fairness=min(done) / max(done))


class Processes:
    """Writers that are processes of their own, as the windows on one file are."""

    def __init__(self, count: int) -> None:
        spawn = multiprocessing.get_context("spawn")
        start = spawn.Barrier(count)
        self._pool = ProcessPoolExecutor(count, spawn, _stand_ready, (start,))

    def race(self, url: str, streams: Sequence[str], seconds: float) -> Race:
        each = self._pool.map(_race_alone, [url] * len(streams), streams, [seconds] * len(streams))
        return _result(seconds, list(each))

    def close(self) -> None:
        self._pool.shutdown()


_start: list[Barrier] = []
"""In a writer's process: where all wait for each other."""


def _stand_ready(start: Barrier) -> None:
    _start.append(start)


def _race_alone(url: str, stream: str, seconds: float) -> list[float]:
    return asyncio.run(_write_together(url, stream, seconds))


async def _write_together(url: str, stream: str, seconds: float) -> list[float]:
    log = await connect(url)
    try:
        _start[0].wait(_TOGETHER)
        until = time.perf_counter() + seconds
        return await _write(lambda wire: log.append([wire], year=_YEAR), stream, until)
    finally:
        await log.close()
