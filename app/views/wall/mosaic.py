"""Up to twenty incidents beside each other, worst first."""

from __future__ import annotations

import math
from datetime import datetime

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.presenters.wall_incident import WallIncident
from app.views.wall.ink import WallInk
from app.views.wall.tile import Tile

GAP, BEST = 4.0, 1.5
"""Millimetres between tiles; the shape that suits a tile best, as width to height."""
LEAST = 215.0, 150.0
"""Millimetres of a tile: a fifth and a quarter of a 55-inch screen."""


class MosaicView(QWidget):
    """A tile stays what it is when the others move: only its place is another."""

    def __init__(self, ink: WallInk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("wallMosaic")
        self._ink = ink
        self._now: datetime | None = None
        self.tiles: list[Tile] = []

    def set_incidents(self, incidents: list[WallIncident]) -> None:
        held = {tile.incident: tile for tile in self.tiles}
        self.tiles = [held.pop(each) if each in held else self._make(each) for each in incidents]
        for tile in held.values():
            tile.release()
            tile.hide()
            tile.deleteLater()
        self._arrange()

    def release(self) -> None:
        for tile in self.tiles:
            tile.release()

    def _make(self, incident: WallIncident) -> Tile:
        tile = Tile(self._ink, incident, self)
        tile.now = self._now
        tile.show()
        return tile

    def pass_time(self, now: datetime) -> None:
        self._now = now
        for tile in self.tiles:
            tile.pass_time(now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        count = len(self.tiles)
        if not count:
            return
        across = columns(count, self.width() / max(self.height(), 1))
        down = math.ceil(count / across)
        gap = self._ink.mm(GAP)
        wide = (self.width() - gap * (across + 1)) // across
        high = (self.height() - gap * (down + 1)) // down
        for nth, tile in enumerate(self.tiles):
            row, column = divmod(nth, across)
            tile.setGeometry(gap + column * (wide + gap), gap + row * (high + gap), wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._ink.colour(self._ink.theme.ground))
        painter.end()


def room_for(ink: WallInk, wide: int, high: int) -> int:
    """How many tiles a screen has room for, each with a title and the one deadline that matters."""
    gap = ink.mm(GAP)
    across = (wide - gap) // (ink.mm(LEAST[0]) + gap)
    down = (high - gap) // (ink.mm(LEAST[1]) + gap)
    return max(1, across) * max(1, down)


def columns(count: int, shape: float) -> int:
    """How many beside each other on a screen of that width to height."""

    def badness(across: int) -> float:
        down = math.ceil(count / across)
        tile = shape * down / across
        empty = (across * down - count) / count
        return abs(math.log(tile / BEST)) + empty

    return min(range(1, count + 1), key=badness)
