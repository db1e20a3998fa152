"""Floors of `live`: the bare way of an entry from one program to others."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, ExitStack, closing, contextmanager
from pathlib import Path

import asyncpg
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from app.bench.floors import BareFile
from app.bench.material import note
from app.bench.race import append_bare


async def hear_notices(url: str, listeners: int, notes: int, pace: float) -> list[float]:
    """Seconds from calling PostgreSQL's function until the last listener has its notice."""
    async with AsyncExitStack() as stack:
        writer = await _connection(url, stack)
        heard = Heard(listeners)
        for _ in range(listeners):
            await (await _connection(url, stack)).add_listener("muster", heard.hear)
        times = []
        for _ in range(notes):
            await asyncio.sleep(pace)
            begun, by_all = time.perf_counter(), heard.expect()
            await append_bare(writer, note("bench"))
            times.append(await by_all - begun)
        return times


async def _connection(url: str, stack: AsyncExitStack) -> asyncpg.Connection[asyncpg.Record]:
    made = await asyncpg.connect(url)
    stack.push_async_callback(made.close)
    return made


class Heard:
    """Counts who has heard of one more entry."""

    def __init__(self, listeners: int) -> None:
        self._listeners = listeners
        self._missing = 0

    def expect(self) -> asyncio.Future[float]:
        """Done when the last one has heard; its result is that moment by `time.perf_counter`."""
        self._missing = self._listeners
        self._by_all: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        return self._by_all

    def hear(self, *_notice: object) -> None:
        self._missing -= 1
        if not self._missing:
            self._by_all.set_result(time.perf_counter())


async def hear_pokes(url: str, poke: Path, notes: int, pace: float) -> list[float]:
    """Seconds from inserting into a SQLite file until a watcher has read what is new there.

    After each commit the file `poke`, alone in its folder, is touched; that is what is watched.
    """
    loop, woken = asyncio.get_running_loop(), asyncio.Event()
    with ExitStack() as stack:
        writer = stack.enter_context(closing(BareFile(url)))
        reader = stack.enter_context(closing(BareFile(url)))
        stack.enter_context(_watching(poke.parent, lambda: loop.call_soon_threadsafe(woken.set)))
        times = []
        for _ in range(notes):
            await asyncio.sleep(pace)
            begun = time.perf_counter()
            written = writer.insert()
            os.utime(poke)
            await woken.wait()
            if reader.last() != written:
                raise ValueError("woken before the commit could be seen")
            times.append(time.perf_counter() - begun)
            woken.clear()
        return times


@contextmanager
def _watching(folder: Path, woken: Callable[[], object]) -> Iterator[None]:
    observer = Observer()
    observer.schedule(_Waker(woken), str(folder))
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()


class _Waker(FileSystemEventHandler):
    def __init__(self, woken: Callable[[], object]) -> None:
        self._woken = woken

    def on_any_event(self, event: FileSystemEvent) -> None:
        del event
        self._woken()
