"""What lies over the wall: the word DRILL, and the band of a picture that is not fresh."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.presenters.wall_link import WallLink
from app.views.parts import painting
from app.views.wall.drill import DrillMark
from app.views.wall.ink import LETTER, WallInk, draw
from app.views.wall.lists import wrapped

DIMMED = 0.62
TITLE, TEXT, SINCE, BAND = 46.0, 30.0, 24.0, 132.0
"""Millimetres: of capitals, and of the band."""
LONG_BAND, LINES = 176.0, 3
"""Where what is to be said needs more than one line, and at most so many."""


class Veil(QWidget):
    """Over everything, and nothing can be pressed on it."""

    def __init__(self, ink: WallInk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.ink = ink
        ink.changed.connect(self.update)
        self.hide()


class DrillVeil(Veil):
    def __init__(self, ink: WallInk, parent: QWidget) -> None:
        super().__init__(ink, parent)
        self.setObjectName("wallDrill")
        self._mark = DrillMark()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        self._mark.paint(painter, self.ink, self.rect())
        painter.end()


class StaleVeil(Veil):
    """Dims what may be old, and says across all of it since when it is."""

    def __init__(self, ink: WallInk, parent: QWidget) -> None:
        super().__init__(ink, parent)
        self.setObjectName("wallStale")
        self._link = WallLink()
        self._painted = QRect()

    def set_link(self, link: WallLink) -> None:
        self._link = link
        if link.stale == self.isHidden():
            self.setVisible(link.stale)
            self.raise_()
        if link.stale:
            self.update(self.band.united(self._painted))

    @property
    def band(self) -> QRect:
        high = self.ink.mm(BAND if len(self._lines()) == 1 else LONG_BAND)
        return QRect(0, (self.height() - high) // 2, self.width(), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        ink, link, band = self.ink, self._link, self.band
        dark = QColor(ink.theme.ground)
        dark.setAlphaF(DIMMED)
        painter.fillRect(self.rect(), dark)
        tone = ink.tone(link.severity)
        painter.fillRect(band, ink.colour(tone.fill))
        self._paint_edges(painter, band, tone.bar)
        title = QRect(band.left(), band.top() + ink.mm(20), band.width(), ink.mm(58))
        draw(painter, ink, title, link.title, TITLE, tone.text, painting.CENTRE, bold=True)
        self._paint_text(painter, title.bottom())
        painter.end()
        self._painted = band

    def _room(self) -> int:
        return self.width() - self.ink.mm(40)

    def _lines(self) -> list[str]:
        """On one line if it fits there: what somebody has to do about it may be long."""
        ink, text = self.ink, self._link.text
        if ink.wide(text, SINCE) <= self._room():
            return [text]
        return wrapped(text, QFontMetrics(ink.face(LETTER)), self._room(), LINES)

    def _paint_text(self, painter: QPainter, top: int) -> None:
        ink, lines = self.ink, self._lines()
        size, high = LETTER, ink.line(LETTER)
        if len(lines) == 1:
            size = TEXT if ink.wide(lines[0], TEXT) <= self._room() else SINCE
            high = ink.mm(44)
        for nth, line in enumerate(lines):
            room = QRect(ink.mm(20), top + nth * high, self._room(), high)
            draw(painter, ink, room, line, size, ink.theme.text, painting.CENTRE)

    def _paint_edges(self, painter: QPainter, band: QRect, colour: str) -> None:
        """Hatched, so that it is told without its colour."""
        high = self.ink.mm(10)
        hatch = QBrush(self.ink.colour(colour), Qt.BrushStyle.Dense3Pattern)
        for top in (band.top(), band.bottom() + 1 - high):
            painter.fillRect(QRect(band.left(), top, band.width(), high), hatch)
