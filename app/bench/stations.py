"""Stations for benches: real ones, each with its own outbox and its own way into one shared log."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from functools import partial
from operator import contains
from pathlib import Path

from app.models.command import Command, Open
from app.models.entry import Wire
from app.station.assemble import station_at
from app.station.changed import Done
from app.station.seed import publish_bundled_plans
from app.station.station import Station
from app.station.supervisor import Supervisor
from app.store.connect import connect
from app.store.log import SharedLog

PLAN = "office-crowd"
_WITHIN = 30.0
_BATCH = 2_000


@asynccontextmanager
async def stations(
    url: str, data: Path, count: int, supervisor: Supervisor
) -> AsyncIterator[list[Station]]:
    """Connected and up to date; each keeps its things in a folder of its own in `data`."""
    async with AsyncExitStack() as stack:
        made = []
        for nth in range(count):
            station = await stack.enter_async_context(
                station_in(url, data / f"station-{nth}", supervisor)
            )
            await station.settled()
            made.append(station)
        yield made


def station_in(
    url: str, data: Path, supervisor: Supervisor
) -> AbstractAsyncContextManager[Station]:
    """Not yet connected."""
    return station_at(
        url, data=data, name="Desk", person="Wang Min", kind="desk", supervisor=supervisor
    )


async def fill(url: str, made: Sequence[Wire]) -> None:
    """The plans that ship, then these."""
    await publish_plans(url)
    log = await connect(url)
    try:
        await append_all(log, made)
    finally:
        await log.close()


async def append_all(log: SharedLog, made: Sequence[Wire]) -> None:
    for start in range(0, len(made), _BATCH):
        await log.append(made[start : start + _BATCH], year=2026)


async def publish_plans(url: str) -> None:
    log = await connect(url)
    try:
        await publish_bundled_plans(log)
    finally:
        await log.close()


async def record(station: Station, stream: str | None, command: Command) -> Done:
    """Have it decided and recorded; it must not be refused."""
    answer = await station.do(stream, command)
    assert isinstance(answer, Done), answer  # noqa: S101  else the bench itself is wrong
    return answer


async def open_incident(all_stations: list[Station], here: Station) -> str:
    """Its stream, once every station has it."""
    command = Open(plan=PLAN, title="North gate crowd", place="North gate", drill=True)
    stream = (await record(here, None, command)).stream
    for station in all_stations:
        await until(station, partial(contains, station.incidents, stream))
    return stream


async def until(station: Station, holds: Callable[[], bool]) -> None:
    """Look again whenever something has changed at the station."""
    changed = asyncio.Event()
    leave = station.subscribe(lambda _changed: changed.set())
    try:
        async with asyncio.timeout(_WITHIN):
            while not holds():
                await changed.wait()
                changed.clear()
    finally:
        leave()
