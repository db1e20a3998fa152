"""One piece of work at a time: a new one ends the one under way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from app.presenters.bridge import Bridge

Make = Callable[[], Coroutine[Any, Any, None]]


class Work:
    """What was ended before it began never begins. `ended` is told of every end, also by `end`."""

    def __init__(self, bridge: Bridge, ended: Callable[[], None] = lambda: None) -> None:
        self._bridge, self._ended = bridge, ended
        self._turn = 0
        self._task: asyncio.Task[None] | None = None
        self._over = asyncio.Event()
        self._over.set()

    @property
    def is_under_way(self) -> bool:
        return not self._over.is_set()

    def start(self, make: Make) -> None:
        self.end()
        self._over.clear()
        self._bridge.run(self._own(self._turn, make))

    def end(self) -> None:
        self._turn += 1
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
        self._rest()

    async def over(self) -> None:
        """Wait until nothing is under way, however it ended."""
        await self._over.wait()

    async def _own(self, turn: int, make: Make) -> None:
        if turn != self._turn:
            return
        self._task = asyncio.current_task()
        try:
            await make()
        finally:
            if turn == self._turn:
                self._task = None
                self._rest()

    def _rest(self) -> None:
        self._over.set()
        self._ended()
