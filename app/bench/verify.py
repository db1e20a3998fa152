"""Verifying: walking the chains of a large log, beside the hashing that nobody can do without."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from statistics import median

from app.bench.figures import Figure, times_floor
from app.bench.floors import hash_all
from app.bench.material import wires
from app.bench.server import folder, postgres, sqlite
from app.bench.stations import append_all
from app.models.entry import Wire
from app.record.verify import verify_log
from app.store.connect import connect
from app.store.log import Link, SharedLog

MANY, STREAMS = 100_000, 20


def measure(runs: int) -> Iterator[Figure]:
    with folder() as above:
        yield asyncio.run(_figure("SQLite", sqlite(above), runs))
    with postgres() as url:
        yield asyncio.run(_figure("PostgreSQL", url, runs))


async def _figure(where: str, url: str, runs: int) -> Figure:
    log = await connect(url)
    try:
        await append_all(log, _incidents())
        links = await _all_links(log)
        floor, ours = [], []
        for _ in range(runs):
            floor.append(hash_all(links))
            begun = time.perf_counter()
            verdict = await verify_log(log)
            ours.append(time.perf_counter() - begun)
            if not verdict.whole or verdict.entries != MANY:
                raise ValueError(f"the log is not whole: {verdict}")
    finally:
        await log.close()
    name = f"{MANY:,} entries, {where}"
    bare = median(floor) * 1e3
    return times_floor(name, median(ours) * 1e3, bare, 4, "ms", "SHA-256 of the stored bytes")


def _incidents() -> list[Wire]:
    """All of equal length."""
    each = MANY // STREAMS
    return [
        wire for nth in range(STREAMS) for wire in wires(each, f"bench-{nth:02}", first=nth * each)
    ]


async def _all_links(log: SharedLog) -> list[Link]:
    links: list[Link] = []
    while found := await log.links((links[-1].stream, links[-1].seq) if links else ("", 0)):
        links += found
    return links
