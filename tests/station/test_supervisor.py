"""One owner of all tasks."""

from __future__ import annotations

import asyncio
import inspect

import pytest

from app.station.supervisor import Supervisor
from tests.station.world import until


class Reports(list[tuple[str, str]]):
    def __call__(self, name: str, error: Exception) -> None:
        self.append((name, str(error)))


@pytest.fixture
def reports() -> Reports:
    return Reports()


async def test_that_an_error_in_a_task_is_reported_and_lost_to_nobody(reports: Reports) -> None:
    supervisor = Supervisor(reports)

    async def fail() -> None:
        raise ValueError("oh")

    await supervisor.spawn(fail(), "errand")
    assert reports == [("errand", "oh")]
    await supervisor.close()


async def test_that_what_must_run_is_started_again_after_a_crash(
    reports: Reports, hurried: None
) -> None:
    supervisor = Supervisor(reports)
    running = asyncio.Event()
    crashes = iter("abc")

    async def work() -> None:
        for crash in crashes:
            raise ValueError(crash)
        running.set()
        await asyncio.Event().wait()

    task = supervisor.keep(work, "work")
    await until(running.is_set)
    assert [said for _, said in reports] == ["a", "b", "c"]
    await supervisor.end(task)
    assert task.cancelled()
    await supervisor.close()


async def test_that_closing_ends_every_task_even_those_begun_meanwhile() -> None:
    supervisor = Supervisor()
    ended: list[str] = []

    async def last() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("last")

    async def first() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            supervisor.spawn(last())
            ended.append("first")

    supervisor.spawn(first())
    await asyncio.sleep(0)
    await supervisor.close()
    assert ended[0] == "first"
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_that_work_cancelled_before_it_began_is_not_left_behind(reports: Reports) -> None:
    supervisor = Supervisor(reports)

    async def work() -> None:
        raise ValueError("it began")

    never_begun = work()
    supervisor.spawn(never_begun).cancel()
    await supervisor.close()
    await asyncio.sleep(0)
    assert inspect.getcoroutinestate(never_begun) == inspect.CORO_CLOSED
    assert reports == []
