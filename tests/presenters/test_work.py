"""One piece of work at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from app.presenters.bridge import Bridge
from app.presenters.work import Make, Work
from tests.desk_harness import Stage
from tests.desk_harness import stage as stage  # a fixture


class Doing:
    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.bridge = Bridge(stage.station(), stage.supervisor.spawn)
        self.work = Work(self.bridge, lambda: self.ends.append(self.work.is_under_way))
        self.begun: list[str] = []
        self.done: list[str] = []
        self.ends: list[bool] = []
        self.gate = asyncio.Event()

    def make(self, name: str) -> Make:
        async def do() -> None:
            self.begun.append(name)
            await self.gate.wait()
            self.done.append(name)

        return do


@pytest.fixture
def doing(stage: Stage) -> Iterator[Doing]:
    made = Doing(stage)
    yield made
    made.bridge.close()


async def turns() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def test_that_a_new_one_ends_the_one_under_way(doing: Doing) -> None:
    async def scenario() -> None:
        doing.work.start(doing.make("one"))
        await turns()
        doing.work.start(doing.make("two"))
        doing.gate.set()
        await doing.work.over()

    doing.stage.run(scenario())
    assert doing.begun == ["one", "two"]
    assert doing.done == ["two"]
    assert not doing.work.is_under_way


def test_that_what_was_ended_before_it_began_never_begins(doing: Doing) -> None:
    async def scenario() -> None:
        doing.gate.set()
        doing.work.start(doing.make("one"))
        doing.work.end()
        await turns()

    doing.stage.run(scenario())
    assert doing.begun == []
    assert not doing.work.is_under_way


def test_that_whoever_waits_for_the_end_does_not_wait_for_ever(doing: Doing) -> None:
    async def scenario() -> None:
        doing.work.start(doing.make("one"))
        waiting = asyncio.create_task(doing.work.over())
        await turns()
        assert not waiting.done()
        doing.work.end()
        await asyncio.wait_for(waiting, 5)

    doing.stage.run(scenario())
    assert doing.done == []
    assert doing.ends[-1] is False
