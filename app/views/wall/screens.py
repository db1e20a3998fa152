"""The screens of this machine: what they are called, where they are, how large they are."""

from __future__ import annotations

from itertools import count

import msgspec
from PySide6.QtCore import QObject, QRect, QSizeF, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from app.views.wall.ink import pixels_per_mm


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """One screen. `name` tells it from the others also after it was unplugged."""

    name: str
    area: QRect
    size_mm: QSizeF

    def per_mm(self, inches: int) -> float:
        """Pixels. `inches` is the diagonal by somebody who knows it, or 0."""
        return pixels_per_mm(QSizeF(self.area.size()), self.size_mm, inches)


class Screens(QObject):
    """`changed` comes when one is plugged in or out, or has another size."""

    changed = Signal()

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__()
        self._app = app
        self._told: list[tuple[QScreen, str]] = []
        """What those that are plugged in are called."""
        self._known: dict[tuple[str, str], str] = {}
        """What those that were were called, by name and serial number."""
        app.screenAdded.connect(self._watch)
        app.screenRemoved.connect(self._forget)
        for screen in app.screens():
            screen.geometryChanged.connect(self.changed)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.changed)
        self.changed.emit()

    def _forget(self, screen: QScreen) -> None:
        self._told = [(held, told) for held, told in self._told if held is not screen]
        self.changed.emit()

    def all(self) -> list[Place]:
        return [self._place(screen) for screen in self._app.screens()]

    def screen(self, place: Place) -> QScreen | None:
        """Where a window has to be for it: not every system goes by geometry."""
        return self._app.screenAt(place.area.center())

    def _place(self, screen: QScreen) -> Place:
        return Place(name=self._name(screen), area=screen.geometry(), size_mm=screen.physicalSize())

    def _name(self, screen: QScreen) -> str:
        """Two of a kind are told apart by their number, which stays when the other is unplugged."""
        for held, told in self._told:
            if held is screen:
                return told
        name, serial = screen.name() or "screen", screen.serialNumber()
        taken = {told for _, told in self._told}
        known = self._known.get((name, serial)) if serial else None
        if known is None or known in taken:
            numbers = (name if nth == 1 else f"{name} {nth}" for nth in count(1))
            known = next(told for told in numbers if told not in taken)
        self._told.append((screen, known))
        self._known[name, serial] = known
        return known
