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
from app.record.verify import verify_log
from app.store.connect import connect
from app.store.log import Link, SharedLog

MANY, STREAMS = 100_000, 20
BATCH = 2_000


def measure(runs: int) -> Iterator[Figure]:
    with folder() as above:
        yield asyncio.run(_figure("SQLite", sqlite(above), runs))
    with postgres() as url:
        yield asyncio.run(_figure("PostgreSQL", url, runs))


async def _figure(where: str, url: str, runs: int) -> Figure:
    log = await connect(url)
    try:
        await fill(log)
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


async def fill(log: SharedLog) -> None:
    """Incidents of equal length."""
    for nth in range(STREAMS):
        made = wires(MANY // STREAMS, f"bench-{nth:02}", first=nth * MANY)
        for start in range(0, len(made), BATCH):
            await log.append(made[start : start + BATCH], year=2026)


async def _all_links(log: SharedLog) -> list[Link]:
    links: list[Link] = []
    while found := await log.links((links[-1].stream, links[-1].seq) if links else ("", 0)):
        links += found
    return links
