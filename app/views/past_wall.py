"""The wall of a moment of the past: in the shape of a screen, as large as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.presenters.past_wall import PastWall
from app.views.look import Look
from app.views.wall.bands import Foot
from app.views.wall.ink import WallInk
from app.views.wall.large import LargeView

SCREEN = QSize(1218, 685)
"""Millimetres of a 55-inch screen, on which the wall's letters are as large as they are to be."""


class PastWallView(QWidget):
    """All parts of the wall, whatever is set for the screens of now."""

    def __init__(self, presenter: PastWall, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pastWall")
        self._presenter = presenter
        self.ink = WallInk(look, 1.0)
        self._large = LargeView(self.ink, presenter.incident, lambda _part: True, self)
        self._foot = Foot(self.ink, self)
        presenter.shown.connect(self._show)
        self._show()

    def close_wall(self) -> None:
        """Nothing is heard any more."""
        self._presenter.shown.disconnect(self._show)
        self._large.release()

    def sizeHint(self) -> QSize:
        return SCREEN

    def _show(self) -> None:
        self._foot.set_props(self._presenter.foot)
        self._large.pass_time(self._presenter.moment)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shape = SCREEN.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        screen = QRect(0, 0, shape.width(), shape.height())
        screen.moveCenter(self.rect().center())
        self.ink.set_per_mm(max(shape.width() / SCREEN.width(), 0.1))
        foot = self.ink.mm(Foot.HIGH)
        self._large.setGeometry(screen.adjusted(0, 0, 0, -foot))
        self._foot.setGeometry(screen.left(), screen.bottom() + 1 - foot, screen.width(), foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.ink.colour(self.ink.theme.ground))
        painter.end()
