"""Photos by fingerprint: where they are on this machine, and a word when they have come."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.presenters.bridge import Bridge

T = TypeVar("T")


class Photos(QObject):
    """Those that are asked for and not here are fetched."""

    arrived = Signal(str)
    """The fingerprint of one that was asked for, and is here now."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._turn = asyncio.Lock()
        self._awaited: set[str] = set()
        bridge.file_changed.connect(self._look)

    def close(self) -> None:
        """Hear nothing more."""
        self._bridge.file_changed.disconnect(self._look)

    def path(self, sha256: str) -> Path | None:
        """None while it is not here."""
        files = self._bridge.station.files
        path = files.path(sha256)
        if path is None:
            self._awaited.add(sha256)
            files.want(sha256)
        return path

    def read(self, path: Path, read: Callable[[Path], T], then: Callable[[T], None]) -> None:
        """Beside the rest, one photo after the other; `then` is told what `read` makes of it."""
        self._bridge.run(self._read(path, read, then))

    async def _read(self, path: Path, read: Callable[[Path], T], then: Callable[[T], None]) -> None:
        async with self._turn:
            found = await asyncio.to_thread(read, path)
        then(found)

    def _look(self, sha256: str) -> None:
        if sha256 in self._awaited and self._bridge.station.files.path(sha256):
            self._awaited.discard(sha256)
            self.arrived.emit(sha256)
