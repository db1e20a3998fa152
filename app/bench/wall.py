"""The wall: what share of a core twenty incidents with 400 running countdowns take, painted."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from PySide6.QtCore import QSizeF

from app.bench.figures import Figure, at_most
from app.bench.material import entry_id
from app.bench.open import in_qt
from app.bench.server import folder, sqlite
from app.bench.stations import fill, stations
from app.bench.window import surroundings
from app.main import Surroundings
from app.models import facts as f
from app.models.entry import Wire, to_micros
from app.models.levels import Level
from app.models.plan import reference
from app.presenters.tick import Tick
from app.presenters.wall import WallPresenter
from app.presenters.wall_screen import WallScreenPresenter
from app.station.reading import Reading
from app.station.station import Station
from app.station.supervisor import Supervisor
from app.station.wall_screen import Arrangement, WallPart, WallScreen
from app.store.bundled import bundled_plan
from app.views.wall.ink import pixels_per_mm
from app.views.wall.window import WallWindow

INCIDENTS, CALLED = 20, 20
SECONDS = 10.0
SIZE, SIZE_MM = (1920, 1080), QSizeF(1217.6, 684.9)
FOUR_K = (3840, 2160)


def measure(runs: int) -> Iterator[Figure]:
    with folder() as above:
        around = surroundings(above)
        url = sqlite(above)
        asyncio.run(fill(url, incidents(datetime.now(UTC))))
        counted = INCIDENTS * CALLED
        nth = 0
        mosaic = WallScreen(arrangement=Arrangement.MOSAIC)
        turn = WallScreen(parts=tuple(WallPart))
        for name, screens, size in (
            ("no wall", (), SIZE), ("a mosaic", (mosaic,), SIZE),
            ("a mosaic on a 4K screen", (mosaic,), FOUR_K),
            ("in turn on a 4K screen", (turn,), FOUR_K),
            ("both of these, two screens", (mosaic, turn), SIZE),
        ):  # fmt: skip
            shares = []
            for _ in range(runs):
                nth += 1
                data = above / f"wall-{nth}"
                shares.append(in_qt(around, _share(around, url, data, screens, size)))
            told = f"{INCIDENTS} incidents, {counted} countdowns: {name}"
            if screens:
                yield at_most(told, median(shares) * 100, 3.0, "% of a core")
            else:
                yield Figure(name=told, ours=median(shares) * 100, unit="% of a core")


def incidents(now: datetime) -> list[Wire]:
    """As many, each with its people called and some here; some of them are late."""
    plan, made = bundled_plan("office-crowd"), list[Wire]()
    begin = now - timedelta(minutes=10)
    for nth in range(INCIDENTS):
        stream = f"wall-{nth:02}"
        told: list[f.KnownFact] = [
            f.Opened(plan=reference(plan), title=f"Crowd at gate {nth}", place=f"Gate {nth}",
                     level=Level(1 + nth % 4), people=15 + nth),
        ]  # fmt: skip
        for who in range(CALLED + 4):
            role = plan.roles[who % len(plan.roles)].key
            due = now + timedelta(minutes=who, seconds=13 * nth - 90)
            told.append(f.CalledOut(who=f"p{who}", name=f"Person {who}", role=role, due=due))
        told += [f.Arrived(who=f"p{who}") for who in range(4)]
        for number, fact in enumerate(told):
            at = begin + timedelta(seconds=number)
            made.append(Wire(
                id=entry_id(at, nth * 1000 + number), stream=stream, kind=fact.kind,
                at=to_micros(at), author="Wang Min", station="Desk 1", data=f.encode_fact(fact),
            ))  # fmt: skip
    return made


async def _share(
    around: Surroundings, url: str, data: Path, screens: tuple[WallScreen, ...],
    size: tuple[int, int],
) -> float:  # fmt: skip
    """Processor time of all there is, of the whole program, as a share of the time that passed."""
    supervisor = Supervisor()
    try:
        async with stations(url, data, 1, supervisor) as (station,):
            return await _watched(around, station, screens, size)
    finally:
        await supervisor.close()


async def _watched(
    around: Surroundings, station: Station, screens: tuple[WallScreen, ...], size: tuple[int, int]
) -> float:
    tick = Tick(station.now)
    wall = WallPresenter(Reading(station), tick, around.reader)
    shown = [WallScreenPresenter(wall, screen) for screen in screens]
    per_mm = pixels_per_mm(QSizeF(*size), SIZE_MM)
    windows = [WallWindow(presenter, around.look, per_mm) for presenter in shown]
    for window in windows:
        window.resize(*size)
        window.show()
    tick.hold()
    await asyncio.sleep(2.0)
    begun, spent = time.perf_counter(), time.process_time()
    await asyncio.sleep(SECONDS)
    share = (time.process_time() - spent) / (time.perf_counter() - begun)
    tick.release()
    for window, presenter in zip(windows, shown, strict=True):
        window.release()
        window.hide()
        window.deleteLater()
        presenter.close()
    wall.close()
    return share
