"""Desks on real stations, one log in memory, and a clock that is moved by hand."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QApplication

from app.demo import DrillClock, Player, Story, load_story, set_stage
from app.models.command import Command, Open, Refusal
from app.models.facts import AnyFact
from app.presenters.bridge import Bridge
from app.presenters.desk import DeskPresenter
from app.presenters.printing import Press
from app.presenters.reader import QtReader
from app.presenters.tick import Tick
from app.station.assemble import station_at
from app.station.changed import Done
from app.station.clock import Clock
from app.station.station import Station
from app.station.supervisor import Supervisor
from app.store.memory import MemoryLog

T = TypeVar("T")
PATIENCE = 10_000
"""Turns of the loop until something that was to come has not come."""


class Clockwork(DrillClock):
    """Stands still but for what is moved: nobody waits for a story to be told."""

    def __init__(self, begin: datetime) -> None:
        super().__init__(1.0)
        self.hold()
        self.move(begin - self.wall())

    async def sleep_until(self, moment: datetime) -> None:
        self.move(max(moment - self.wall(), timedelta(0)))


BEGIN = datetime(2026, 11, 23, 6, 2, 11, tzinfo=UTC)


class Stage:
    """Its stations run only while something is asked of them or awaited, so tests need no loop."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        self._folder = folder
        self._runner = asyncio.Runner()
        self._stack = AsyncExitStack()
        self._desks: list[DeskPresenter] = []
        self._waiting: list[Coroutine[Any, Any, None]] | None = None
        self.refusals: list[str] = []
        self.story: Story = load_story(language)
        self.clock = Clockwork(BEGIN)
        self.log = MemoryLog(now=self.clock.wall)
        self.supervisor = Supervisor()
        self.run(self._begin())

    async def _begin(self) -> None:
        self._stack.push_async_callback(self.supervisor.close)
        await self.log.open()
        self._stack.push_async_callback(self.log.close)
        await set_stage(self.log, self.story)

    def close(self) -> None:
        for desk in self._desks:
            desk.close()
            desk.scene.bridge.close()
        self.run(self._stack.aclose())
        self._runner.close()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self._runner.run(work)

    def until(self, true: Callable[[], object], what: str = "it") -> None:
        for _ in range(PATIENCE):
            if true():
                return
            self.run(asyncio.sleep(0.001))
            QApplication.processEvents()
        raise AssertionError(f"{what} did not come")

    # Stations and incidents ----------------------------------------------------------------------

    def station(self, name: str = "Desk 1", person: str = "Wang Min") -> Station:
        return self.run(self._station(name, person))

    async def _station(self, name: str, person: str) -> Station:
        station = await self._stack.enter_async_context(
            station_at(
                "memory:", data=self._folder / name, name=name, person=person, kind="desk",
                supervisor=self.supervisor, log=self.log,
                clock=Clock(self.clock.steady, self.clock.wall),
            )
        )  # fmt: skip
        await station.settled()
        return station

    def open(self, station: Station, **fields: Any) -> str:
        given: dict[str, Any] = {"plan": "office-crowd", "title": "North gate crowd"}
        given |= {"place": "North gate", "people": 15}
        return self.do(station, None, Open(**(given | fields))).stream

    def do(
        self, station: Station, stream: str | None, command: Command, *, at: datetime | None = None
    ) -> Done:
        answer = self.run(station.do(stream, command, at=at))
        assert not isinstance(answer, Refusal), answer.why.english()
        return answer

    def tell(self, station: Station, *, until: timedelta = timedelta.max) -> str:
        """Play the scripted drill up to that time; answers its stream."""
        player = Player(station, self.story, self.clock)
        stream = self.run(player.open())
        self.run(player.play(stream, until=until))
        return stream

    # Desks ---------------------------------------------------------------------------------------

    def desk(
        self, station: Station, stream: str, reader: QtReader | None = None,
        press: Press | None = None,
    ) -> DeskPresenter:  # fmt: skip
        """The desk of an incident; what it refuses is kept in `refusals` by code."""
        bridge, tick = Bridge(station, self._spawn), Tick(self.clock.wall)
        bridge.refused.connect(lambda refusal: self.refusals.append(refusal.code))
        desk = DeskPresenter(bridge, tick, reader or QtReader("en", UTC), stream, press)
        self._desks.append(desk)
        return desk

    def wait(self, desk: DeskPresenter, time: timedelta) -> None:
        """Time passes, and the desk's countdowns with it."""
        self.clock.move(time)
        for part in desk.parts:
            part.pass_time(self.clock.wall())
        desk.ticked.emit(self.clock.wall())

    def hold_answers(self) -> None:
        """From now on the disk is slow: what is asked is done only when it is let go."""
        self._waiting = []

    def let_answers_go(self) -> None:
        waiting, self._waiting = self._waiting or [], None
        for work in waiting:
            self._spawn(work)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        if self._waiting is not None:
            self._waiting.append(work)
        elif self._runner.get_loop().is_running():
            self.supervisor.spawn(work)
        else:
            self.run(work)


@pytest.fixture
def stage(tmp_path: Path, qapp: QApplication) -> Iterator[Stage]:
    made = Stage(tmp_path)
    yield made
    made.close()


def last_fact(desk: DeskPresenter) -> AnyFact:
    """What was recorded last of all that is known to have happened."""
    return desk.scene.incident.timeline[-1].fact
