"""One owner of all tasks: errors are reported, what must run is started again, all end on close."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from app.station.programlog import Logger

_log = Logger(__name__)

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
_CALM = 60.0
"""Seconds of running well after which a crash counts as the first again."""


class Supervisor:
    """`report` is told of every error that a task did not handle, beside the program's log."""

    def __init__(self, report: Callable[[str, Exception], None] | None = None) -> None:
        self._report = report
        self._tasks: set[asyncio.Task[None]] = set()

    def spawn(self, work: Coroutine[Any, Any, None], name: str = "task") -> asyncio.Task[None]:
        """Run it once."""
        task = self._own(self._once(work, name), name)
        # Cancelled before its first step, a task would leave the work behind, never begun.
        task.add_done_callback(lambda _: work.close())
        return task

    def keep(self, work: Callable[[], Coroutine[Any, Any, None]], name: str) -> asyncio.Task[None]:
        """Run it until it returns; after an error, again, with growing pauses."""
        return self._own(self._again_and_again(work, name), name)

    async def end(self, task: asyncio.Task[None]) -> None:
        """Cancel one of the tasks and wait for its end."""
        task.cancel()
        await asyncio.wait([task])

    async def close(self) -> None:
        """Cancel all tasks and wait for their end."""
        while self._tasks:
            for task in self._tasks:
                task.cancel()
            await asyncio.wait(self._tasks)

    def failed(self, name: str, error: Exception) -> None:
        """Log and report an error that was caught outside of a task."""
        _log.error("unexpected error", where=name, exc_info=error)
        if self._report is not None:
            self._report(name, error)

    def _own(self, work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _once(self, work: Coroutine[Any, Any, None], name: str) -> None:
        try:
            await work
        except Exception as error:  # noqa: BLE001  whatever it is, it is reported, not lost
            self.failed(name, error)

    async def _again_and_again(
        self, work: Callable[[], Coroutine[Any, Any, None]], name: str
    ) -> None:
        loop = asyncio.get_running_loop()
        pause = FIRST_PAUSE
        while True:
            began = loop.time()
            try:
                return await work()
            except Exception as error:  # noqa: BLE001  whatever it is, it is reported, not lost
                self.failed(name, error)
            pause = FIRST_PAUSE if loop.time() - began > _CALM else min(pause * 2, LONGEST_PAUSE)
            await asyncio.sleep(pause)
