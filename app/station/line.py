"""The line to the shared log: called, worked while it holds, called again when it broke."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from contextlib import aclosing

from app.station.connection import ConnectionState
from app.station.notices import Notices
from app.station.presence import Heartbeat
from app.station.programlog import Logger
from app.station.proof import Proof
from app.station.pull import Pull
from app.station.push import Push
from app.station.status import Status
from app.store.log import LogAway, LogError, SharedLog

FIRST_PAUSE = 0.2
LONGEST_PAUSE = 5.0

_log = Logger(__name__)


class Line:
    """`settled` is set once it is known for the first time how things stand."""

    def __init__(
        self,
        *,
        log: SharedLog,
        status: Status,
        heartbeat: Heartbeat,
        notices: Notices,
        pull: Pull,
        push: Push,
        proof: Proof,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._log = log
        self._status = status
        self._heartbeat = heartbeat
        self._notices = notices
        self._pull = pull
        self._push = push
        self._proof = proof
        self._jitter = jitter
        self._pause = FIRST_PAUSE
        self.settled = asyncio.Event()
        status.listeners.add(self._note_settled)

    async def run(self) -> None:
        """For ever; raises only what is no `LogError`."""
        loop = asyncio.get_running_loop()
        while True:
            began = loop.time()
            try:
                await self._session()
            except* LogError as group:
                self._lost(_first(group))
            finally:
                await self._log.close()
            if loop.time() - began > LONGEST_PAUSE:  # it was a line, not just another try
                self._pause = FIRST_PAUSE
            # Not all at once when a server comes back.
            await asyncio.sleep(self._pause * (0.5 + self._jitter() / 2))
            self._pause = min(self._pause * 2, LONGEST_PAUSE)

    async def _session(self) -> None:
        await self._log.open()
        await self._heartbeat.begin()
        self._status.enter(ConnectionState.CATCHING_UP)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._follow(tasks))

    async def _follow(self, tasks: asyncio.TaskGroup) -> None:
        """Listen first, then read: so nothing falls between the two."""
        async with aclosing(self._log.follow()) as notices:
            await anext(notices)
            tasks.create_task(self._pull.run())
            tasks.create_task(self._push.run())
            tasks.create_task(self._heartbeat.run())
            tasks.create_task(self._proof.run())
            async for moved in notices:
                self._notices.heard(moved)

    def _lost(self, error: LogError) -> None:
        state = ConnectionState.AWAY if isinstance(error, LogAway) else ConnectionState.REFUSED
        if state is not self._status.connection.state:
            _log.warning("no line to the shared log", why=str(error))
        self._status.change(stations=())
        self._status.enter(state, error.why)
        self.settled.set()

    def _note_settled(self, connection: object) -> None:
        del connection
        if self._status.connection.is_up:
            self.settled.set()


def _first(group: BaseExceptionGroup[LogError]) -> LogError:
    error: BaseException = group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    assert isinstance(error, LogError)  # noqa: S101  by `except*`
    return error
