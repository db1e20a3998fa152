"""A line that misbehaves on demand: a TCP relay that can be cut, stalled and slowed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

_CHUNK = 16_384


class Relay:
    """Listens on 127.0.0.1 and passes everything on to `target`, a port there."""

    def __init__(self, target: int) -> None:
        self.port = 0
        self._target = target
        self._server: asyncio.Server | None = None
        self._pairs: set[asyncio.Task[None]] = set()
        self._flowing = asyncio.Event()
        self._flowing.set()
        self._cut = False
        self._bytes_a_second = 0
        self._cut_after: int | None = None

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        if self._server:
            self._server.close()
        self._break()
        if self._pairs:
            await asyncio.wait(self._pairs)

    # What can become of the line -----------------------------------------------------------------

    def cut(self) -> None:
        """Break every connection, and every new one at once."""
        self._cut = True
        self._break()

    def mend(self) -> None:
        self._cut = False
        self._cut_after = None
        self._bytes_a_second = 0
        self._flowing.set()

    def stall(self) -> None:
        """Nothing passes any more, though nothing breaks either."""
        self._flowing.clear()

    def slow(self, bytes_a_second: int) -> None:
        self._bytes_a_second = bytes_a_second

    def cut_after(self, count: int) -> None:
        """Break when so many more bytes have passed towards the target; new ones may come."""
        self._cut_after = count

    def _break(self) -> None:
        for pair in self._pairs:
            pair.cancel()

    # How it passes things on ---------------------------------------------------------------------

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._pairs.add(task)
        try:
            if not self._cut:
                await self._pair(reader, writer)
        except asyncio.CancelledError:
            pass  # cut; the server's own tasks must not end as cancelled
        finally:
            self._pairs.discard(task)
            writer.transport.abort()

    async def _pair(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            there = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            return
        try:
            with suppress(OSError):
                async with asyncio.TaskGroup() as both:
                    both.create_task(self._pass_on(reader, there[1], counted=True))
                    both.create_task(self._pass_on(there[0], writer, counted=False))
        except* OSError:
            pass
        finally:
            there[1].transport.abort()

    async def _pass_on(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, counted: bool
    ) -> None:
        while data := await reader.read(_CHUNK):
            await self._flowing.wait()
            if self._bytes_a_second:
                await asyncio.sleep(len(data) / self._bytes_a_second)
            if counted and self._cut_after is not None:
                data = data[: self._cut_after]
                self._cut_after -= len(data)
            writer.write(data)
            await writer.drain()
            if counted and self._cut_after == 0:
                self._cut_after = None
                self._break()
                return
        raise ConnectionResetError


@asynccontextmanager
async def relay_to(target: int) -> AsyncIterator[Relay]:
    relay = Relay(target)
    await relay.start()
    try:
        yield relay
    finally:
        await relay.close()
