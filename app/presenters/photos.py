"""Photos by fingerprint: where they are on this machine, and a word when they have come."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.presenters.bridge import Bridge


class Photos(QObject):
    """Those that are asked for and not here are fetched."""

    arrived = Signal(str)
    """The fingerprint of one that was asked for, and is here now."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._awaited: set[str] = set()
        bridge.file_changed.connect(self._look)

    def close(self) -> None:
        """Hear nothing more."""
        self.bridge.file_changed.disconnect(self._look)

    def path(self, sha256: str) -> Path | None:
        """None while it is not here."""
        files = self.bridge.station.files
        path = files.path(sha256)
        if path is None:
            self._awaited.add(sha256)
            files.want(sha256)
        return path

    def _look(self, sha256: str) -> None:
        if sha256 in self._awaited and self.bridge.station.files.path(sha256):
            self._awaited.discard(sha256)
            self.arrived.emit(sha256)
