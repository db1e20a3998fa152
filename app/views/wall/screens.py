"""The screens of this machine: what they are called, where they are, how large they are."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject, QRect, QSizeF, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from app.views.wall.ink import pixels_per_mm


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """One screen. `name` tells it from the others also after it was unplugged."""

    name: str
    area: QRect
    size_mm: QSizeF

    @property
    def per_mm(self) -> float:
        return pixels_per_mm(QSizeF(self.area.size()), self.size_mm)


class Screens(QObject):
    """`changed` comes when one is plugged in or out, or has another size."""

    changed = Signal()

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__()
        self._app = app
        app.screenAdded.connect(self._watch)
        app.screenRemoved.connect(lambda _screen: self.changed.emit())
        for screen in app.screens():
            screen.geometryChanged.connect(self.changed)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.changed)
        self.changed.emit()

    def all(self) -> list[Place]:
        names: dict[str, int] = {}
        return [self._place(screen, names) for screen in self._app.screens()]

    def _place(self, screen: QScreen, names: dict[str, int]) -> Place:
        """Two of the same name are told apart by their number."""
        name = screen.name() or "screen"
        names[name] = names.get(name, 0) + 1
        told = name if names[name] == 1 else f"{name} {names[name]}"
        return Place(name=told, area=screen.geometry(), size_mm=screen.physicalSize())
