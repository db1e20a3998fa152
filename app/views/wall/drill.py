"""DRILL across everything of a drill."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform

from app.presenters.roles import Severity
from app.views.parts import painting
from app.views.wall.ink import WallInk

_tr = QCoreApplication.translate

STRENGTH, EDGE, SLOPE = 0.15, 5.0, -18
"""How far the word covers what is below; millimetres of the hatched edge; degrees."""


class DrillMark:
    """The word once across a rectangle, and an edge around it; made anew for another size."""

    def __init__(self) -> None:
        self._of: tuple[QRect, str] = (QRect(), "")
        self._path = QPainterPath()

    def paint(self, painter: QPainter, ink: WallInk, rect: QRect) -> None:
        word = _tr("Wall", "DRILL")
        if self._of != (rect, word):
            self._of, self._path = (rect, word), _across(ink, rect, word)
        tone = ink.tone(Severity.DRILL)
        faint = QColor(tone.bar)
        faint.setAlphaF(STRENGTH)
        with painting.saved(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(self._path, faint)
            thick = max(2, ink.mm(EDGE))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = QPen(QBrush(ink.colour(tone.bar), Qt.BrushStyle.BDiagPattern), thick)
            painter.setPen(pen)
            painter.drawRect(QRectF(rect).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2))


def _across(ink: WallInk, rect: QRect, word: str) -> QPainterPath:
    """As large as it fits, rising to the right."""
    font = ink.face(60.0, bold=True)
    box = QFontMetricsF(font).tightBoundingRect(word)
    path = QPainterPath()
    path.addText(QPointF(-box.center().x(), -box.center().y()), font, word)
    turned = QTransform().rotate(SLOPE).map(path)
    room = QRectF(rect).adjusted(0, 0, 0, 0)
    size = turned.boundingRect()
    scale = 0.92 * min(room.width() / size.width(), room.height() / size.height())
    centre = room.center()
    return QTransform().translate(centre.x(), centre.y()).scale(scale, scale).map(turned)
