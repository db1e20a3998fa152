"""Telling other programs on this machine that a SQLite log has grown, and hearing of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import (
    FileAttribEvent,
    FileModifiedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer


class Pokes:
    """A file in a folder of its own beside the log, touched after each commit.

    Watching the log itself would wake too early: its write-ahead file changes before the commit
    can be seen. Its folder changes too often.
    """

    def __init__(self, log: Path) -> None:
        self._folder = log.with_name(log.name + ".poke")
        self._file = self._folder / "poke"

    def make(self) -> None:
        self._folder.mkdir(exist_ok=True)
        self._file.touch()

    def poke(self) -> None:
        # One change of one attribute: exactly one event, on every system.
        os.utime(self._file)

    @contextmanager
    def watched(self, woken: Callable[[], None]) -> Iterator[None]:
        """Call `woken`, in a thread of the watcher's, after every poke from anywhere."""
        observer = Observer()
        observer.schedule(_Handler(woken), str(self._folder), event_filter=_TOUCHED)
        observer.start()
        try:
            yield
        finally:
            observer.stop()
            observer.join()  # under a millisecond, and nothing of it is left behind


_TOUCHED: list[type[FileSystemEvent]] = [FileModifiedEvent, FileAttribEvent]


class _Handler(FileSystemEventHandler):
    def __init__(self, woken: Callable[[], None]) -> None:
        self._woken = woken

    def on_any_event(self, event: FileSystemEvent) -> None:
        del event
        self._woken()
