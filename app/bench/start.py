"""Starting: from the process to the painted board, beside an empty Qt window with a table."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from app.bench.figures import Figure, times_floor
from app.bench.material import short_incidents
from app.bench.server import folder
from app.bench.stations import fill, station_in
from app.station.places import places
from app.station.settings import SettingsFile
from app.station.supervisor import Supervisor

STARTS = 3
"""Starts for each run."""

INCIDENTS = 5
_WITHIN = 30.0


def measure(runs: int) -> Iterator[Figure]:
    with folder() as data:
        asyncio.run(_prepare(data))
        floor, ours = [], []
        for _ in range(runs * STARTS):
            floor.append(_until_painted("empty_window"))
            ours.append(_until_painted("first_board", "--data", str(data)))
        name = f"from the process to the painted board, {INCIDENTS} incidents open"
        bare = median(floor) * 1e3
        yield times_floor(name, median(ours) * 1e3, bare, 2.5, "ms", "an empty Qt window")


async def _prepare(data: Path) -> None:
    """As after a day's work: introduced, with plans and incidents in the log and in the copy."""
    here = places(data)
    SettingsFile(here.settings).change(station="Desk 1", person="Wang Min", language="en")
    await fill(here.log_url, short_incidents(INCIDENTS))
    supervisor = Supervisor()
    async with station_in(here.log_url, data, supervisor) as station:
        await station.settled()
    await supervisor.close()


def _until_painted(program: str, *words: str) -> float:
    """Seconds from making the process until it says so; then it leaves by itself."""
    path = Path(__file__).with_name(f"{program}.py")
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    begun = time.perf_counter()
    # -P: beside it are modules that are named like others.
    command = [sys.executable, "-P", str(path), *words]
    with subprocess.Popen(  # noqa: S603  our own programs
        command, env=around, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout is not None  # noqa: S101  for the type checker
            said = process.stdout.readline()
            took = time.perf_counter() - begun
            process.wait(_WITHIN)
        finally:
            process.kill()
    assert said == "painted\n", program  # noqa: S101  else the bench itself is wrong
    return took
