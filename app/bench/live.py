"""Live: a note entered at one station until it is painted, or folded, at the others."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from app.bench.figures import Figure, percentile, times_floor
from app.bench.listening import Heard, hear_notices, hear_pokes
from app.bench.painted import Painted, ends_with
from app.bench.server import folder, postgres, sqlite
from app.bench.stations import open_incident, publish_plans, record, stations
from app.bench.window import shown, surroundings, timeline
from app.main import Surroundings, run_in_qt
from app.models.facts import Note
from app.station.station import Station
from app.station.supervisor import Supervisor
from app.views.parts.timeline_view import TimelineView

NOTES = 100
"""Notes in one run."""

PACE = 0.01
"""Seconds from one note's arrival to the next note: faster than people, slow enough to settle."""

MANY = (10, 50)
_WITHIN = 10.0

_NOTICE, _POKE = "raw asyncpg notice", "insert, poke, watch, read"
_NOTE = Note(text="Loudspeaker at the west road, onlookers are leaving")


def measure(runs: int) -> Iterator[Figure]:
    with folder() as above:
        around = surroundings(above)
        with postgres() as url:
            yield from _postgres(around, url, above, NOTES * runs)
        yield from _sqlite(around, sqlite(above), above, NOTES * runs)


def _postgres(around: Surroundings, url: str, above: Path, notes: int) -> Iterator[Figure]:
    asyncio.run(publish_plans(url))
    floor = _heard(url, 1, notes)
    ours = _painted(around, url, above / "postgres", notes)
    floor += _heard(url, 1, notes)
    name = "PostgreSQL, 1 station, painted"
    yield times_floor(name, *_medians(ours, floor), 5, "ms", _NOTICE)
    yield times_floor(f"{name}: p99", *_slowest(ours, floor), 10, "ms", "its p99")
    for count in MANY:
        floor = _heard(url, count, notes)
        ours = asyncio.run(_folded(url, above / f"of-{count}", count, notes))
        floor += _heard(url, count, notes)
        name = f"PostgreSQL, {count} stations, the last one folded"
        yield times_floor(name, *_medians(ours, floor), 6, "ms", _NOTICE)
        yield _only_told(f"{name}: p99", *_slowest(ours, floor), "its p99")


def _sqlite(around: Surroundings, url: str, above: Path, notes: int) -> Iterator[Figure]:
    asyncio.run(publish_plans(url))
    floor = _poked(above / "before", notes)
    ours = _painted(around, url, above / "sqlite", notes)
    floor += _poked(above / "after", notes)
    name = "SQLite, 1 station, painted"
    yield times_floor(name, *_medians(ours, floor), 7, "ms", _POKE)
    yield _only_told(f"{name}: p99", *_slowest(ours, floor), "its p99")
    for count in MANY:
        ours = asyncio.run(_folded(url, above / f"at-{count}", count, notes))
        name = f"SQLite, {count} stations, the last one folded"
        yield _only_told(name, *_medians(ours, floor), "one watcher")


def _heard(url: str, listeners: int, notes: int) -> list[float]:
    """The floor, half before and half after what is measured: both see the same weather."""
    return asyncio.run(hear_notices(url, listeners, notes // 2, PACE))


def _poked(above: Path, notes: int) -> list[float]:
    poke = above / "poke" / "poke"
    poke.parent.mkdir(parents=True)
    poke.touch()
    return asyncio.run(hear_pokes(sqlite(above), poke, notes // 2, PACE))


def _medians(ours: list[float], floor: list[float]) -> tuple[float, float]:
    return median(ours) * 1e3, median(floor) * 1e3


def _slowest(ours: list[float], floor: list[float]) -> tuple[float, float]:
    return percentile(ours, 0.99) * 1e3, percentile(floor, 0.99) * 1e3


def _only_told(name: str, ours: float, floor: float, floor_name: str) -> Figure:
    return Figure(name=name, ours=ours, unit="ms", floor=floor, floor_name=floor_name)


# One station that paints -------------------------------------------------------------------------


def _painted(around: Surroundings, url: str, data: Path, notes: int) -> list[float]:
    times: list[float] = []

    async def work() -> int:
        times.extend(await _until_painted(around, url, data, notes))
        return 0

    run_in_qt(work(), around.app)
    return times


async def _until_painted(around: Surroundings, url: str, data: Path, notes: int) -> list[float]:
    supervisor = Supervisor()
    try:
        async with stations(url, data, 2, supervisor) as (here, there):
            stream = await open_incident([here, there], here)
            with shown(around, there, supervisor) as window:
                window.view.show_desk(stream)
                view = timeline(window)
                painted = Painted(view)
                return [await _one_painted(here, stream, view, painted) for _ in range(notes)]
    finally:
        await supervisor.close()


async def _one_painted(here: Station, stream: str, view: TimelineView, painted: Painted) -> float:
    await asyncio.sleep(PACE)
    begun = time.perf_counter()
    done = await record(here, stream, _NOTE)
    async with asyncio.timeout(_WITHIN):
        return await painted.when(lambda: ends_with(view, done.entries[0].id)) - begun


# Many stations that fold -------------------------------------------------------------------------


async def _folded(url: str, data: Path, count: int, notes: int) -> list[float]:
    """`count` stations beside the one where it is entered, all in this one process."""
    supervisor = Supervisor()
    try:
        async with stations(url, data, count + 1, supervisor) as (here, *others):
            stream = await open_incident([here, *others], here)
            heard = Heard(count)
            for station in others:
                station.subscribe(heard.hear)
            return [await _one_folded(here, stream, heard) for _ in range(notes)]
    finally:
        await supervisor.close()


async def _one_folded(here: Station, stream: str, heard: Heard) -> float:
    await asyncio.sleep(PACE)
    begun, by_all = time.perf_counter(), heard.expect()
    await record(here, stream, _NOTE)
    async with asyncio.timeout(_WITHIN):
        return await by_all - begun
