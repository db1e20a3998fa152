"""The soak: a wall that runs for weeks, in minutes. Memory, timers, and no missed entry.

A wall on a viewer's login, a mosaic and a large screen, painted; incidents open, fill and settle;
the database crashes again and again. What lasts a day or minutes in life lasts seconds here.
"""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from unittest.mock import patch

import msgspec
import psutil  # type: ignore[import-untyped]  # it has no stubs of its own
from PySide6.QtCore import QCoreApplication, QEvent, QSizeF
from uuid_utils import uuid7

from app.bench.figures import Figure, at_most
from app.bench.open import in_qt
from app.bench.server import folder
from app.bench.soak_server import SoakServer, soak_server
from app.bench.stations import fill
from app.bench.wall import SIZE_MM
from app.bench.window import surroundings
from app.main import Surroundings
from app.models import facts as f
from app.models.entry import SITE, Wire, to_micros
from app.models.levels import Level
from app.models.plan import Plan, reference
from app.presenters.tick import Tick
from app.presenters.wall import WallPresenter
from app.presenters.wall_screen import WallScreenPresenter
from app.station import forgetting, proof
from app.station.assemble import station_at
from app.station.changed import Changed
from app.station.reading import Reading
from app.station.supervisor import Supervisor
from app.station.wall_screen import Arrangement, WallPart, WallScreen
from app.store.bundled import bundled_plan
from app.store.connect import connect, log_at
from app.store.log import LogError, SharedLog
from app.store.read_only import ReadOnlyLog
from app.views.wall.ink import pixels_per_mm
from app.views.wall.window import WallWindow

ENTRIES, INCIDENTS, RESTARTS, OPEN = 100_000, 400, 20, 6
SIZE = (1920, 1080)
KEPT, FORGET_EVERY = timedelta(seconds=4), 2.0
"""Instead of a day and ten minutes."""
BATCH, SAMPLES = 25, 100
PATIENCE = 60.0


class Sample(msgspec.Struct, frozen=True):
    entries: int
    megabytes: float
    held: int
    """Incidents that the station holds."""


class Curve(msgspec.Struct, kw_only=True):
    """What the soak has seen. `stale` and `healed` are seconds after each crash."""

    samples: list[Sample]
    restarts: list[int]
    stale: list[float]
    healed: list[float]
    ticks: int
    seconds: float
    incidents: int
    missed: int
    errors: int

    @property
    def growth(self) -> float:
        """Megabytes from the second fifth to the last: the first is for filling the caches."""
        fifth = max(1, len(self.samples) // 5)
        early = self.samples[fifth : 2 * fifth]
        late = self.samples[-fifth:]
        return median(s.megabytes for s in late) - median(s.megabytes for s in early or late)


def measure(runs: int) -> Iterator[Figure]:
    del runs  # once is long enough
    curve = run_soak()
    yield from figures(curve)


def figures(curve: Curve) -> Iterator[Figure]:
    entries = curve.samples[-1].entries
    yield Figure(name=f"{entries:,} entries, {curve.incidents} incidents", ours=curve.seconds,
                 unit="s")  # fmt: skip
    yield at_most("memory that grew, from the second fifth to the last", curve.growth, 5.0, "MB")
    yield at_most("entries that the wall missed", curve.missed, 0, "")
    yield at_most("errors that nobody caught", curve.errors, 0, "")
    yield at_most(f"ticks missed of {curve.seconds:.0f}", curve.seconds - curve.ticks,
                  max(3.0, 0.05 * curve.seconds), "")  # fmt: skip
    if curve.stale:
        yield at_most(f"stale after each of {len(curve.stale)} crashes, the slowest",
                      max(curve.stale), 5.0, "s")  # fmt: skip
        yield Figure(name="healed after each, the slowest", ours=max(curve.healed), unit="s")


def run_soak() -> Curve:
    with folder() as above, soak_server() as server, ExitStack() as quick:
        around = surroundings(above)
        asyncio.run(fill(server.url, []))
        for module, name, value in (
            (forgetting, "CLOSED_KEPT", KEPT), (forgetting, "EVERY", FORGET_EVERY),
            (proof, "PACE", 20_000),
        ):  # fmt: skip
            quick.enter_context(patch.object(module, name, value))
        return in_qt(around, _soak(around, server, above / "wall"))


async def _soak(around: Surroundings, server: SoakServer, data: Path) -> Curve:
    errors: list[str] = []
    supervisor = Supervisor(lambda where, error: errors.append(f"{where}: {error!r}"))
    try:
        async with station_at(
            server.viewer, data=data, name="Wall", person="Wall", kind="monitor",
            supervisor=supervisor, log=ReadOnlyLog(log_at(server.viewer)),
        ) as station:  # fmt: skip
            await station.settled()
            watched = Watched(around, Reading(station))
            try:
                curve = await Soak(server, watched).run()
            finally:
                watched.close()
    finally:
        await supervisor.close()
    curve.errors = len(errors)
    for error in errors[:5]:
        print(error)
    return curve


class Watched:
    """The wall with two screens, and all entries that it was told of."""

    def __init__(self, around: Surroundings, reading: Reading) -> None:
        self.reading = reading
        self.ids: set[str] = set()
        self.ticks = 0
        self._leave = reading.subscribe(self._take)
        self.tick = Tick(reading.now)
        self.wall = WallPresenter(reading, self.tick, around.reader)
        self.wall.ticked.connect(self._count)
        self._shown = []
        for screen in (
            WallScreen(arrangement=Arrangement.MOSAIC),
            WallScreen(parts=tuple(WallPart), turn=2, names=False),
        ):
            presenter = WallScreenPresenter(self.wall, screen)
            per_mm = pixels_per_mm(QSizeF(*SIZE), SIZE_MM)
            window = WallWindow(presenter, around.look, per_mm)
            window.resize(*SIZE)
            window.show()
            self._shown.append((presenter, window))
        self.tick.hold()

    def _take(self, changed: Changed) -> None:
        if changed.stream != SITE:
            self.ids.update(entry.id for entry in changed.changes.entries)

    def _count(self) -> None:
        self.ticks += 1

    def close(self) -> None:
        self.tick.release()
        for presenter, window in self._shown:
            window.release()
            presenter.close()
            window.hide()
            window.deleteLater()
        self.wall.close()
        self._leave()


class Soak:
    def __init__(self, server: SoakServer, watched: Watched) -> None:
        self._server, self._watched = server, watched
        self._log: SharedLog | None = None
        self._plan = bundled_plan("office-crowd")
        self._written = 0
        self._unseen: set[str] = set()
        self._curve = Curve(samples=[], restarts=[], stale=[], healed=[], ticks=0, seconds=0.0,
                            incidents=0, missed=0, errors=0)  # fmt: skip

    async def run(self) -> Curve:
        begun, curve = time.perf_counter(), self._curve
        facts = self._all_facts()
        crash_every, sample_every = ENTRIES // (RESTARTS + 1), max(1, ENTRIES // SAMPLES)
        next_crash, next_sample = crash_every, 0
        while batch := [fact for _, fact in zip(range(BATCH), facts, strict=False)]:
            await self._append(batch)
            count = self._written
            if count >= next_sample:
                next_sample += sample_every
                await self._caught_up()
                self._watched.ids.clear()
                self._sample()
            if count >= next_crash and len(curve.restarts) < RESTARTS:
                next_crash += crash_every
                await self._crash()
        await self._caught_up()
        self._sample()
        curve.seconds, curve.ticks = time.perf_counter() - begun, self._watched.ticks
        curve.missed = len(self._unseen)
        if self._log is not None:
            await self._log.close()
        return curve

    def _all_facts(self) -> Iterator[tuple[str, f.KnownFact]]:
        """A few incidents at a time, told in turns; each ends before the next takes its place."""
        open_now: list[Iterator[tuple[str, f.KnownFact]]] = []
        begun = 0
        while begun < INCIDENTS or open_now:
            while begun < INCIDENTS and len(open_now) < OPEN:
                open_now.append(self._incident(begun))
                begun += 1
            for story in list(open_now):
                told = next(story, None)
                if told is None:
                    open_now.remove(story)
                    self._curve.incidents += 1
                else:
                    yield told

    def _incident(self, nth: int) -> Iterator[tuple[str, f.KnownFact]]:
        stream = str(uuid7())
        for fact in _story(self._plan, nth, ENTRIES // INCIDENTS):
            yield stream, fact

    async def _append(self, batch: list[tuple[str, f.KnownFact]]) -> None:
        wires = [_wire(stream, fact) for stream, fact in batch]
        end = time.perf_counter() + PATIENCE  # a timer for each would count as the wall's memory
        while True:
            try:
                self._log = self._log or await connect(self._server.url)
                await self._log.append(wires, year=2026)
            except LogError:
                if time.perf_counter() > end:
                    raise
                if self._log is not None:
                    await self._log.close()
                self._log = None
                await asyncio.sleep(0.1)
            else:
                break
        self._written += len(wires)
        self._unseen.update(wire.id for wire in wires)

    async def _caught_up(self) -> bool:
        """Whether all that was written has reached the wall, given some time."""
        end = time.perf_counter() + PATIENCE
        while self._unseen and time.perf_counter() < end:
            await asyncio.sleep(0.02)
            self._unseen -= self._watched.ids
        return not self._unseen

    async def _crash(self) -> None:
        """The wall says that it is stale, and heals by itself."""
        curve = self._curve
        curve.restarts.append(self._written)
        begun = time.perf_counter()
        restarting = asyncio.create_task(self._server.restart())
        async with asyncio.timeout(PATIENCE):
            await self._until(stale=True)
            curve.stale.append(time.perf_counter() - begun)
            await restarting
            await self._until(stale=False)
            curve.healed.append(time.perf_counter() - begun)

    async def _until(self, *, stale: bool) -> None:
        while self._watched.wall.link.stale is not stale:  # noqa: ASYNC110  as a person sees it
            await asyncio.sleep(0.01)

    def _sample(self) -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        held = len(self._watched.reading.incidents)
        used = psutil.Process().memory_info().rss / 1e6
        self._curve.samples.append(Sample(self._written, used, held))


def _wire(stream: str, fact: f.KnownFact) -> Wire:
    now = datetime.now(UTC)
    return Wire(
        id=str(uuid7()), stream=stream, kind=fact.kind, at=to_micros(now), author="Wang Min",
        station="Desk 1", data=f.encode_fact(fact),
    )  # fmt: skip


def _story(plan: Plan, nth: int, entries: int) -> Iterator[f.KnownFact]:
    """An incident from its opening until nothing is owed."""
    now, end = datetime.now(UTC), 3
    yield f.Opened(plan=reference(plan), title=f"Crowd {nth}", place=f"Gate {nth % 9}",
                   level=Level(1 + nth % 4), people=nth % 60, drill=nth % 7 == 0)  # fmt: skip
    told = 1
    for who in range(20):
        role = plan.roles[who % len(plan.roles)].key
        due = now + timedelta(seconds=5 + 3 * who)
        yield f.CalledOut(who=f"p{who}", name=f"Person {who}", role=role, due=due)
        told += 1
    while told < entries - end:
        match told % 9:
            case 0:
                yield f.Arrived(who=f"p{told // 9 % 20}")
            case 1:
                yield f.ZoneCordoned(zone=plan.zones[told // 9 % len(plan.zones)].key)
            case 2:
                yield f.TaskDone(task=plan.tasks[told // 9 % len(plan.tasks)].key)
            case 3:
                yield f.Amended(people=told)
            case _:
                yield f.Note(text=f"Loudspeaker at the west road, onlookers leaving ({told})")
        told += 1
    yield f.DeclaredOver(reason="over")
    yield f.Closed(summary="All calm")
    yield f.Settled()
