"""Replay: what going to any moment of a long incident costs until desk or wall is painted."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from statistics import median

from app.bench.desk import STREAM, paint
from app.bench.figures import Figure, at_most, percentile
from app.bench.material import desk_wires
from app.bench.open import in_qt
from app.bench.server import folder, sqlite
from app.bench.stations import fill, stations
from app.bench.window import SIZE, surroundings
from app.main import Surroundings
from app.models.incident import Incident
from app.models.replay_marks import MarkKind
from app.presenters.bridge import Bridge
from app.presenters.replay import ReplayPresenter
from app.presenters.tick import Tick
from app.station.supervisor import Supervisor
from app.views.replay import ReplayView

ENTRIES, CALL_OUTS, ZONES, TASKS = 10_000, 200, 60, 300
JUMPS = 40
FRAME = 100.0
"""Milliseconds in which one is to be at another moment."""


def measure(runs: int) -> Iterator[Figure]:
    with folder() as above:
        around = surroundings(above)
        yield from in_qt(around, _measure(around, sqlite(above), above, runs))


async def _measure(around: Surroundings, url: str, above: Path, runs: int) -> list[Figure]:
    await fill(url, desk_wires(STREAM, ENTRIES, CALL_OUTS, ZONES, TASKS))
    supervisor = Supervisor()
    try:
        async with stations(url, above, 1, supervisor) as (station,):
            await station.load(STREAM)
            bridge = Bridge(station, supervisor.spawn)
            presenter = ReplayPresenter(bridge, Tick(station.now), around.reader, STREAM)
            view = ReplayView(presenter, around.look)
            view.resize(*SIZE)
            view.show()
            paint()
            try:
                return _figures(presenter, station.incidents[STREAM], runs)
            finally:
                view.close_replay()
                view.close()
                view.deleteLater()
                bridge.close()
    finally:
        await supervisor.close()


def _figures(presenter: ReplayPresenter, incident: Incident, runs: int) -> list[Figure]:
    jumps = _jumps(presenter, runs)
    steps = [_took(lambda: presenter.next(MarkKind.ENTRY)) for _ in _from_the_middle(presenter)]
    sights = [_took(presenter.switch_sight) for _ in range(2 * runs)]
    presenter.switch_page()
    on_wall = _jumps(presenter, runs)
    entries = list(incident.timeline)
    floor = median(_took(lambda: Incident(STREAM, entries)) for _ in range(max(runs, 3)))
    name = f"any moment of {ENTRIES:,} entries, on the whole desk, painted"
    half = median(jumps) * 1e3
    return [
        Figure(
            name=name, ours=half, unit="ms", floor=floor * 1e3, floor_name="folding them all",
            target=f"≤ {FRAME:g} ms", met=half <= FRAME,
        ),
        at_most("… the slowest of twenty", percentile(jumps, 0.95) * 1e3, FRAME, "ms"),
        at_most("… to the next entry", median(steps) * 1e3, FRAME, "ms"),
        at_most("… on the wall, painted", median(on_wall) * 1e3, FRAME, "ms"),
        Figure(name="… as it was known instead", ours=median(sights) * 1e3, unit="ms"),
    ]  # fmt: skip


def _jumps(presenter: ReplayPresenter, runs: int) -> list[float]:
    """Back and forth, the end and the beginning among them."""
    chance, length = random.Random(7), presenter.course.length  # noqa: S311  no secret
    places = [length, 0.0, *(chance.uniform(0.0, length) for _ in range(JUMPS * runs))]
    return [_took(lambda place=place: presenter.go_to_place(place)) for place in places]  # type: ignore[misc]


def _from_the_middle(presenter: ReplayPresenter) -> Iterator[datetime]:
    presenter.go_to_place(presenter.course.length / 2)
    paint()
    for _ in range(JUMPS):
        yield presenter.moment


def _took(work: Callable[[], object]) -> float:
    """Seconds until every widget that shows something else has painted."""
    gc.collect()
    begun = time.perf_counter()
    work()
    paint()
    return time.perf_counter() - begun
