"""The desk: what one entry costs until it is painted, beside the same on a small incident."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication

from app.bench.figures import Figure
from app.bench.material import BEGIN, desk_wires, entry_id
from app.bench.open import in_qt
from app.bench.server import folder, sqlite
from app.bench.stations import fill, stations
from app.bench.window import shown, surroundings
from app.main import Surroundings, Window
from app.models import facts as f
from app.models.entry import Entry
from app.station.changed import Changed
from app.station.supervisor import Supervisor

ENTRIES, CALL_OUTS, ZONES, TASKS = 10_000, 200, 60, 300
SMALL = (60, 8, 4, 6)
"""Entries, call-outs, zones and tasks of the small one."""

ROUNDS = 15
FRAME = 16.0
"""Milliseconds in which a change is to be on the screen."""

STREAM = "bench-desk"

Deeds = dict[str, f.KnownFact]


def measure(runs: int) -> Iterator[Figure]:
    with folder() as above:
        around = surroundings(above)
        small = _desk(around, above / "small", SMALL, runs)
        large = _desk(around, above / "large", (ENTRIES, CALL_OUTS, ZONES, TASKS), runs)
    for name, took in large.items():
        ours, bare = median(took) * 1e3, median(small[name]) * 1e3
        yield Figure(
            name=f"{name}, taken in and painted, at {ENTRIES:,} entries", ours=ours, unit="ms",
            floor=bare, floor_name=f"the same at {SMALL[0]} entries",
            target=f"≤ {FRAME:g} ms", met=ours <= FRAME,
        )  # fmt: skip
    yield from _memory()


def _desk(
    around: Surroundings, above: Path, size: tuple[int, int, int, int], runs: int
) -> dict[str, list[float]]:
    """Seconds for each deed, of all rounds."""
    above.mkdir()
    url = sqlite(above)

    async def work() -> dict[str, list[float]]:
        await fill(url, desk_wires(STREAM, *size))
        supervisor = Supervisor()
        try:
            async with stations(url, above, 1, supervisor) as (station,):
                await station.load(STREAM)
                with shown(around, station, supervisor) as window:
                    window.view.show_desk(STREAM)
                    paint()
                    return _rounds(window, runs)
        finally:
            await supervisor.close()

    return in_qt(around, work())


def _rounds(window: Window, runs: int) -> dict[str, list[float]]:
    took: dict[str, list[float]] = {}
    number = 1 << 30
    for nth in range(ROUNDS * runs):
        for name, fact in _deeds(nth).items():
            number += 1
            at = BEGIN + timedelta(days=1, seconds=number - (1 << 30))
            entry = Entry(
                id=entry_id(at, number), stream=STREAM, at=at, author="Li Na", station="Desk 2",
                fact=fact,
            )  # fmt: skip
            took.setdefault(name, []).append(_take_in(window, entry))
    return took


def _deeds(nth: int) -> Deeds:
    """What comes in from elsewhere, about another row each time."""
    return {
        "an arrival": f.Arrived(who=f"p{nth % 8}") if nth % 2 else f.StoodDown(who=f"p{nth % 8}"),
        "a task": f.TaskDone(task=f"t{nth % 6}") if nth % 2 else f.TaskUndone(task=f"t{nth % 6}"),
        "a zone": f.ZoneEvacuating(zone=f"z{nth % 4}")
        if nth % 2
        else f.ZoneReleased(zone=f"z{nth % 4}"),
        "a note": f.Note(text=f"Loudspeaker at the west road ({nth})"),
    }


def _take_in(window: Window, entry: Entry) -> float:
    """Seconds from the entry's arrival here until every widget that shows it has painted."""
    gc.collect()
    begun = time.perf_counter()
    changes = window.bridge.station.incidents[STREAM].add([entry])
    window.bridge.changed.emit(Changed(stream=STREAM, changes=changes, foreign=True))
    paint()
    return time.perf_counter() - begun


def paint() -> None:
    """Lays out and paints what waits for it. Not by processing events: a coroutine is running."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, 0)


# Memory, in processes of their own --------------------------------------------------------------


def _memory() -> Iterator[Figure]:
    window, entries, desk = (_megabytes(what) for what in ("window", "entries", "desk"))
    limit = 2 * window + entries
    name = f"memory with a desk of {ENTRIES:,} entries"
    yield Figure(
        name=name, ours=desk, unit="MB", floor=window, floor_name="an empty Qt window",
        target=f"≤ 2 × the window + {entries:.0f} MB of the entries", met=desk <= limit,
    )  # fmt: skip


def _megabytes(what: str) -> float:
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "app.bench.desk_memory", what, *map(str, _size())]
    run = subprocess.run(  # noqa: S603  our own program
        command, env=around, capture_output=True, text=True, check=True
    )
    return float(run.stdout.split()[-1])


def _size() -> tuple[int, int, int, int]:
    return ENTRIES, CALL_OUTS, ZONES, TASKS
