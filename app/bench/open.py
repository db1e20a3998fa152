"""Opening: a long incident from cold to painted, and a board of very many incidents."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine, Iterator
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

import asyncpg

from app.bench.figures import Figure, at_most, times_floor
from app.bench.material import closed, short_incidents, wires
from app.bench.painted import Painted, has_cards
from app.bench.server import folder, postgres, sqlite
from app.bench.stations import fill, station_in, stations
from app.bench.window import SIZE, shown, surroundings, timeline
from app.main import Surroundings, Window, run_in_qt
from app.presenters.board import BoardPresenter
from app.station.supervisor import Supervisor
from app.views.board import BoardView

ENTRIES, INCIDENTS = 10_000, 2_000
LONG = "bench-long"

T = TypeVar("T")


def measure(runs: int) -> Iterator[Figure]:
    with folder() as above:
        around = surroundings(above)
        with postgres() as url:
            asyncio.run(fill(url, [*wires(ENTRIES - 1, LONG), closed(LONG)]))
            floor, ours = [], []
            for nth in range(runs):
                floor.append(asyncio.run(_fetch(url)))
                ours.append(in_qt(around, _open_long(around, url, above / f"long-{nth}")))
            name = f"incident of {ENTRIES:,} entries, from the log to painted"
            bare = median(floor) * 1e3
            yield times_floor(name, median(ours) * 1e3, bare, 6, "ms", "asyncpg fetch")
        url = sqlite(above)
        asyncio.run(fill(url, short_incidents(INCIDENTS)))
        boards = [in_qt(around, _boards(around, url, above / f"b-{nth}")) for nth in range(runs)]
        cold, held, folded = (median(times) * 1e3 for times in zip(*boards, strict=True))
        name = f"board of {INCIDENTS:,} incidents"
        yield at_most(f"{name}, from folded to painted", folded, 60, "ms")
        yield Figure(name=f"{name}, from this machine's copy", ours=held, unit="ms")
        yield Figure(name=f"{name}, from the log", ours=cold, unit="ms")


def in_qt(around: Surroundings, work: Coroutine[Any, Any, T]) -> T:
    answers: list[T] = []

    async def keep() -> int:
        answers.append(await work)
        return 0

    run_in_qt(keep(), around.app)
    return answers[0]


async def _fetch(url: str) -> float:
    """Seconds to have all rows of the incident, and nothing more."""
    line = await asyncpg.connect(url)
    try:
        begun = time.perf_counter()
        found = await line.fetch("SELECT * FROM muster.entries WHERE stream = $1", LONG)
        took = time.perf_counter() - begun
        assert len(found) == ENTRIES  # noqa: S101  else the bench itself is wrong
    finally:
        await line.close()
    return took


async def _open_long(around: Surroundings, url: str, data: Path) -> float:
    """Seconds from asking for a closed incident, of which nothing is here, to its desk."""
    supervisor = Supervisor()
    try:
        async with stations(url, data, 1, supervisor) as (station,):
            with shown(around, station, supervisor) as window:
                begun = time.perf_counter()
                await station.load(LONG)
                window.view.show_desk(LONG)
                view = timeline(window)
                return await Painted(view).when(lambda: view.at_end()) - begun
    finally:
        await supervisor.close()


async def _boards(around: Surroundings, url: str, data: Path) -> tuple[float, float, float]:
    """Seconds to the painted board: from the log, from this machine's copy, from what is folded."""
    supervisor = Supervisor()
    try:
        cold = await _first_board(around, url, data, supervisor)
        held = await _first_board(around, url, data, supervisor)
        async with stations(url, data, 1, supervisor) as (station,):
            with shown(around, station, supervisor) as window:
                return cold, held, await _one_more_board(around, window)
    finally:
        await supervisor.close()


async def _first_board(around: Surroundings, url: str, data: Path, supervisor: Supervisor) -> float:
    begun = time.perf_counter()
    async with station_in(url, data, supervisor) as station:
        with shown(around, station, supervisor) as window:
            view = window.view.board.cards
            took = await Painted(view).when(lambda: has_cards(view, INCIDENTS)) - begun
            await station.settled()
            return took


async def _one_more_board(around: Surroundings, window: Window) -> float:
    await asyncio.sleep(0)
    begun = time.perf_counter()
    presenter = BoardPresenter(window.bridge, window.tick, around.reader)
    view = BoardView(presenter, around.look)
    view.resize(*SIZE)
    view.show()
    took = await Painted(view.cards).when(lambda: has_cards(view.cards, INCIDENTS)) - begun
    view.close()
    view.deleteLater()
    return took
