"""Lines in and lines out of a process, without ever holding up the event loop."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, BinaryIO, Protocol

import msgspec

MOST_BYTES = 1_000_000
"""The longest line that is read."""

_CHUNK = 65_536
_AHEAD = 1_000
"""Lines read before they are wanted; then whoever writes to us has to wait."""


class Unbuffered(Protocol):
    def read(self, size: int, /) -> bytes | None: ...


class InLine(msgspec.Struct, frozen=True, kw_only=True):
    """`text` is None if the line was longer than `MOST_BYTES`; `length` is in bytes."""

    number: int
    length: int
    text: bytes | None


async def lines_of(file: Unbuffered) -> AsyncIterator[InLine]:
    """Every line that is not blank, numbered from 1; read in a thread, as on every system.

    `file` is unbuffered: a buffered one is locked while it is read, and if the program ends
    meanwhile, Python aborts.
    """
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[InLine | None] = asyncio.Queue()
    room = threading.Semaphore(_AHEAD)

    def read() -> None:
        with suppress(RuntimeError, ValueError):  # the loop or the file was closed meanwhile
            for line in _split(file):
                room.acquire()
                loop.call_soon_threadsafe(lines.put_nowait, line)
            loop.call_soon_threadsafe(lines.put_nowait, None)

    # A daemon, because nothing can wake it from reading when the process is to end.
    threading.Thread(target=read, name="pipe in", daemon=True).start()
    while line := await lines.get():
        room.release()
        if line.text is None or line.text.strip():
            yield line


def _split(file: Unbuffered) -> Iterator[InLine]:
    number, length, parts = 1, 0, list[bytes]()
    while data := file.read(_CHUNK):
        *ends, rest = data.split(b"\n")
        for end in ends:
            yield _line(number, length + len(end), [*parts, end])
            number, length, parts = number + 1, 0, []
        length += len(rest)
        if length <= MOST_BYTES:
            parts.append(rest)
    if length:
        yield _line(number, length, parts)


def _line(number: int, length: int, parts: list[bytes]) -> InLine:
    text = b"".join(parts) if length <= MOST_BYTES else None
    return InLine(number=number, length=length, text=text)


class OutLines:
    """Writes each message as a line of JSON, in a thread; a reader may be slow."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._lines: SimpleQueue[bytes | None] = SimpleQueue()
        self._encode = msgspec.json.Encoder().encode
        self._thread = threading.Thread(target=self._write, name="pipe out", daemon=True)
        self._thread.start()

    def put(self, message: dict[str, Any]) -> None:
        self._lines.put(self._encode(message) + b"\n")

    def close(self) -> None:
        """Wait a moment until all is written."""
        self._lines.put(None)
        self._thread.join(2.0)

    def _write(self) -> None:
        with suppress(OSError, ValueError):  # nobody reads any more
            while (line := self._lines.get()) is not None:
                self._file.write(line)
                if self._lines.empty():
                    self._file.flush()
            self._file.flush()
