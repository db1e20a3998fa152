"""How far something is, on the terminal: from a second on, and gone once it is done."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Self, TextIO

PATIENCE, AGAIN = 1.0, 0.2
"""Seconds until anything is shown, and from one look to the next."""
_CLEAR = "\r\x1b[K"


class Progress:
    """Told `(done, of)`. Says nothing where nobody looks: in a pipe or a file."""

    def __init__(
        self, what: str, unit: str = "", *, out: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._what, self._unit = what, unit
        self._out = out or sys.stderr
        self._clock = clock
        self._begun = self._shown = clock()
        self._is_shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        """Also when it was interrupted: the line is free for what comes next."""
        if self._is_shown:
            self._out.write(_CLEAR)
            self._out.flush()

    def __call__(self, done: int, of: int) -> None:
        percent = 100 * done // of if of else 100
        self._show(f"{percent} %, {done:,} of {of:,} {self._unit}".rstrip())

    def passing(self) -> None:
        """It goes on, and nobody knows for how long."""
        self._show(f"{self._clock() - self._begun:.0f} s")

    def _show(self, told: str) -> None:
        now = self._clock()
        early = now - self._begun < PATIENCE or (self._is_shown and now - self._shown < AGAIN)
        if early or not self._out.isatty():
            return
        self._is_shown, self._shown = True, now
        self._out.write(f"{_CLEAR}{self._what}: {told}. Ctrl+C ends it.")
        self._out.flush()


@asynccontextmanager
async def passing(what: str) -> AsyncIterator[None]:
    """Shows for how long something goes on that cannot say how far it is."""
    with Progress(what) as progress:
        task = asyncio.ensure_future(_beat(progress))
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait([task])  # it writes nothing more once the line is cleared


async def _beat(progress: Progress) -> None:
    while True:
        await asyncio.sleep(AGAIN)
        progress.passing()
