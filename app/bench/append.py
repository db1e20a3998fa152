"""Appending: entries a second with one and many writers, how long each waits, how fair it is."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import closing
from statistics import median

from app.bench.figures import Figure, at_least, at_most, percentile, share_of_floor
from app.bench.floors import insert_for
from app.bench.race import Processes, Race, race_bare, race_logs
from app.bench.server import folder, postgres, sqlite

SECONDS, MANY = 0.5, 16
ROUNDS = 2
"""Races for each run: short ones in turn with their floor, so that both see the same weather."""


def measure(runs: int) -> Iterator[Figure]:
    yield from _postgres(runs * ROUNDS)
    yield from _sqlite(runs * ROUNDS)


def _postgres(rounds: int) -> Iterator[Figure]:
    with postgres() as url:
        for writers, incidents in ((1, 1), (MANY, 1), (MANY, MANY)):
            streams = _streams(writers, incidents)
            floor, ours = [], []
            for _ in range(rounds):
                floor.append(asyncio.run(race_bare(url, streams, SECONDS)).rate)
                ours.append(asyncio.run(race_logs(url, streams, SECONDS)))
            name = f"PostgreSQL, {_told(writers, incidents)}"
            yield _rate(name, ours, median(floor), 0.8, "the bare function by asyncpg")
            if writers > 1:
                yield from _waits(name, ours)


def _sqlite(rounds: int) -> Iterator[Figure]:
    with folder() as above, closing(Processes(MANY)) as processes:
        url = sqlite(above)
        floor, alone, together = [], [], []
        for nth in range(rounds):
            floor.append(insert_for(SECONDS, sqlite(above, f"floor-{nth}")))
            alone.append(asyncio.run(race_logs(url, _streams(1, 1), SECONDS)))
            together.append(processes.race(url, _streams(MANY, 1), SECONDS))
        bare = median(floor)
        yield _rate(f"SQLite, {_told(1, 1)}", alone, bare, 0.7, "bare insert and commit")
        name = f"SQLite, {_told(MANY, 1)}"
        rate = median(race.rate for race in together)
        yield Figure(name=name, ours=rate, unit="/s", floor=bare, floor_name="the same, 1 writer")
        yield from _waits(name, together)


def _streams(writers: int, incidents: int) -> list[str]:
    """Which incident each of the writers writes to."""
    return [f"bench-{nth % incidents}" for nth in range(writers)]


def _told(writers: int, incidents: int) -> str:
    who = "1 writer" if writers == 1 else f"{writers} writers"
    return f"{who}, {'one incident' if incidents == 1 else f'{incidents} incidents'}"


def _rate(name: str, races: Sequence[Race], floor: float, least: float, floor_name: str) -> Figure:
    rate = median(race.rate for race in races)
    return share_of_floor(name, rate, floor, least, "/s", floor_name)


def _waits(name: str, races: Sequence[Race]) -> Iterator[Figure]:
    wait = median(percentile(race.waits, 0.99) for race in races)
    yield at_most(f"{name}: wait, p99", wait * 1e3, 50, "ms")
    fairness = median(race.fairness for race in races)
    yield at_least(f"{name}: slowest / fastest", fairness, 0.8, "")
