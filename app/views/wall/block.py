"""What the wall is built of: a painted part, of which a tick repaints only what changed."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import datetime

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.views.wall.ink import WallInk


class Block(QWidget):
    """Says in `cells` what of it the passing of time changes; all the rest is painted when told."""

    def __init__(self, ink: WallInk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ink = ink
        self.now: datetime | None = None
        self._cells: dict[Hashable, tuple[QRect, Hashable]] = {}
        self._region = QRegion()
        ink.changed.connect(self.tell)

    def cells(self) -> Mapping[Hashable, tuple[QRect, Hashable]]:
        """By name: where it is painted, and all that it is painted of."""
        return {}

    def arrange(self) -> None:
        """Work out where everything goes."""

    def paint(self, painter: QPainter) -> None:
        raise NotImplementedError

    def is_asked_for(self, rect: QRect) -> bool:
        """Whether any of it is to be painted now."""
        return self._region.intersects(rect)

    def are_asked_for(self, region: QRegion) -> bool:
        return self._region.intersects(region)

    def tell(self) -> None:
        """It shows something else now."""
        self.arrange()
        self._cells = dict(self.cells())
        self.update()

    def pass_time(self, now: datetime) -> None:
        self.now = now
        self.repaint_changed()

    def repaint_changed(self) -> None:
        before, self._cells = self._cells, dict(self.cells())
        region = QRegion()
        for name in {**before, **self._cells}:  # what is shorter now leaves nothing behind
            was, now = before.get(name), self._cells.get(name)
            if was != now:
                region += was[0] if was else QRect()
                region += now[0] if now else QRect()
        if not region.isEmpty():
            self.update(region)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._region = event.region()
        painter = QPainter(self)
        painter.setClipRegion(self._region)
        painter.fillRect(event.rect(), self.ink.colour(self.ground))
        self.paint(painter)
        painter.end()

    @property
    def ground(self) -> str:
        return self.ink.theme.panel
