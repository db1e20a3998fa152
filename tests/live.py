"""Real stations on one shared log in memory, run on Qt's own event loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from app.demo import DrillClock, Story, load_story, set_stage
from app.models.command import Command, Open, Refusal
from app.station.assemble import station_at
from app.station.changed import Done
from app.station.clock import Clock
from app.station.station import Station
from app.station.supervisor import Supervisor
from app.store.memory import MemoryLog
from app.views.collecting import collected_here

T = TypeVar("T")
PATIENCE = 10.0


def on_qt(qapp: QApplication, scenario: Coroutine[Any, Any, T]) -> T:
    """Run a scenario as the program runs: coroutines on Qt's event loop."""
    with collected_here(), asyncio.Runner(loop_factory=lambda: QEventLoop(qapp)) as runner:
        return runner.run(scenario)


async def until(true: Callable[[], object], patience: float = PATIENCE) -> None:
    """Wait for a condition, looking again whenever the loop has done something."""
    async with asyncio.timeout(patience):
        while not true():  # noqa: ASYNC110  a test waits for whatever condition it names
            await asyncio.sleep(0.005)


class Stage:
    """The example site with plan 1 on a log in memory, and the stations that work on it."""

    def __init__(self, folder: Path, stack: AsyncExitStack, story: Story) -> None:
        self._folder, self._stack = folder, stack
        self.story = story
        self.clock = DrillClock(1.0)
        self.log = MemoryLog(now=self.clock.wall)
        self.supervisor = Supervisor()

    async def station(self, name: str, person: str) -> Station:
        station = await self._stack.enter_async_context(
            station_at(
                "memory:",
                data=self._folder / name,
                name=name,
                person=person,
                kind="desk",
                supervisor=self.supervisor,
                log=self.log,
                clock=Clock(self.clock.steady, self.clock.wall),
            )
        )
        await station.settled()
        return station

    def pass_time(self, time: timedelta) -> None:
        """The drill's clock, which all stations and the log go by, moves on."""
        self.clock.move(time)


@asynccontextmanager
async def a_stage(folder: Path, language: str = "en") -> AsyncIterator[Stage]:
    async with AsyncExitStack() as stack:
        stage = Stage(folder, stack, load_story(language))
        stack.push_async_callback(stage.supervisor.close)
        await stage.log.open()
        stack.push_async_callback(stage.log.close)
        await set_stage(stage.log, stage.story)
        yield stage


async def do(station: Station, stream: str | None, command: Command) -> Done:
    answer = await station.do(stream, command)
    assert not isinstance(answer, Refusal), answer.why.english()
    return answer


async def open_incident(station: Station, **fields: Any) -> str:
    """The stream of a new incident of plan 1; called out as its level says."""
    given: dict[str, Any] = {"title": "North gate crowd", "place": "North gate", "people": 15}
    return (await do(station, None, Open(plan="office-crowd", **(given | fields)))).stream
