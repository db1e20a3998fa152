"""Paints a site plan: zones by colour and pattern, cordons, marks, what is being drawn."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen, QPolygonF

from app.models.facts import Point
from app.presenters.drawables import Outline
from app.presenters.drawing import DrawingProps
from app.presenters.roles import Severity
from app.presenters.siteplan import ItemSort, Pattern, PlanItem
from app.views.look import Inks
from app.views.parts import painting
from app.views.parts.plan_labels import mark_rect
from app.views.parts.plan_scale import PlanScale

_PATTERNS: Final = {
    Pattern.CORDONED: Qt.BrushStyle.BDiagPattern,
    Pattern.EVACUATING: Qt.BrushStyle.FDiagPattern,
    Pattern.EMPTY: Qt.BrushStyle.HorPattern,
    Pattern.CONFIRMED: Qt.BrushStyle.Dense6Pattern,
}
POST_TEXT, HINT_TEXT, EMPTY_TEXT, CROSS = 11, 13, 15, 11
"""Pixels at 100 %."""


class PlanPainter:
    def __init__(self, painter: QPainter, scale: PlanScale, look: Inks) -> None:
        self._painter, self._scale, self._look = painter, scale, look

    def wash(self, rect: QRectF, *, strength: float) -> None:
        """So that the picture below rests, whatever its colours."""
        colour = QColor(self._look.theme.panel)
        colour.setAlphaF(strength)
        self._painter.fillRect(rect, colour)

    def zone(self, item: PlanItem) -> None:
        painter, tone = self._painter, self._look.tone(item.severity)
        polygon = self._scale.polygon(item.points)
        calm = item.severity is Severity.PLAIN
        with painting.saved(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_faded(tone.fill, 0.35 if calm else 0.8))
            painter.drawPolygon(polygon)
            if item.pattern in _PATTERNS:
                painter.setBrush(QBrush(_faded(tone.bar, 0.45), _PATTERNS[item.pattern]))
                painter.drawPolygon(polygon)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(_faded(tone.bar, 0.5 if calm else 0.9), self._px(1.5)))
            painter.drawPolygon(polygon)
        if item.dashed:
            self._cordon(QPolygonF([*map(self._scale.at, (*item.points, item.points[0]))]))

    def line(self, points: tuple[Point, ...], *, stands: bool) -> None:
        """A cordon that stands; faint dots where one could."""
        polygon = self._scale.polygon(points)
        if stands:
            self._cordon(polygon)
            return
        with painting.saved(self._painter):
            pen = QPen(_faded(self._look.theme.quiet, 0.55), self._px(1.5), Qt.PenStyle.DotLine)
            self._painter.setPen(pen)
            self._painter.drawPolyline(polygon)

    def _cordon(self, polygon: QPolygonF) -> None:
        with painting.saved(self._painter):
            colour = self._look.colour(self._look.tone(Severity.OVERDUE).bar)
            pen = QPen(colour, self._px(4), Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 1.6])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            self._painter.setPen(pen)
            self._painter.drawPolyline(polygon)

    def mark(self, item: PlanItem) -> None:
        rect = mark_rect(item, self._scale, self._look)
        with painting.saved(self._painter):
            self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            match item.sort:
                case ItemSort.POST:
                    self._post(item, rect)
                case ItemSort.ENTRANCE:
                    self._entrance(item, rect)
                case _:
                    self._assembly(item, rect)

    def _post(self, item: PlanItem, rect: QRect) -> None:
        """A full ring where somebody stands, a broken one where nobody does."""
        look, painter = self._look, self._painter
        colour = look.theme.text if item.stands else look.theme.quiet
        style = Qt.PenStyle.SolidLine if item.stands else Qt.PenStyle.DotLine
        painter.setPen(QPen(look.colour(colour), self._px(2), style))
        painter.setBrush(look.colour(look.theme.panel))
        painter.drawEllipse(QRectF(rect).adjusted(1, 1, -1, -1))
        painter.setPen(look.colour(colour))
        font = look.font(POST_TEXT, bold=item.stands)
        painting.draw_text(painter, rect, item.title, font, painting.CENTRE)

    def _entrance(self, item: PlanItem, rect: QRect) -> None:
        """Two door posts with nothing between; shut, a bar and a cross between them."""
        tone, painter = self._look.tone(item.severity), self._painter
        inner = QRectF(rect).adjusted(3, 3, -3, -3)
        painter.setPen(QPen(self._look.colour(tone.text), self._px(2)))
        painter.setBrush(self._look.colour(tone.fill))
        if item.stands:
            painter.drawRect(inner)
            painter.drawLine(QLineF(inner.topLeft(), inner.bottomRight()))
            painter.drawLine(QLineF(inner.topRight(), inner.bottomLeft()))
            return
        painter.drawLine(QLineF(inner.topLeft(), inner.bottomLeft()))
        painter.drawLine(QLineF(inner.topRight(), inner.bottomRight()))

    def _assembly(self, item: PlanItem, rect: QRect) -> None:
        tone = self._look.tone(item.severity)
        middle, half = QRectF(rect).center(), rect.width() / 2 - 1
        self._painter.setPen(QPen(self._look.colour(tone.text), self._px(1.5)))
        self._painter.setBrush(self._look.colour(tone.bar))
        self._painter.drawPolygon(QPolygonF([
            middle + QPointF(0, -half), middle + QPointF(half, 0),
            middle + QPointF(0, half), middle + QPointF(-half, 0),
        ]))  # fmt: skip

    def chosen(self, item: PlanItem, *, focused: bool) -> None:
        colour = self._look.colour(self._look.theme.focus)
        with painting.saved(self._painter):
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(colour, self._px(3 if focused else 1.5)))
            if item.sort is ItemSort.ZONE:
                self._painter.drawPolygon(self._scale.polygon(item.points))
            else:
                rect = mark_rect(item, self._scale, self._look)
                self._painter.drawRect(rect.adjusted(-3, -3, 3, 3))

    def drawing(self, drawing: DrawingProps) -> None:
        """What is there of it so far, and the cross."""
        painter, focus = self._painter, self._look.colour(self._look.theme.focus)
        points = (*drawing.points, drawing.cross)
        with painting.saved(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(focus, self._px(2)))
            painter.setBrush(_faded(self._look.theme.focus, 0.18))
            if drawing.outline is Outline.SHAPE:
                painter.drawPolygon(self._scale.polygon(points))
            elif drawing.outline is Outline.LINE:
                painter.drawPolyline(self._scale.polygon(points))
            painter.setBrush(focus)
            for point in drawing.points:
                painter.drawEllipse(self._scale.at(point), self._px(4), self._px(4))
            at, arm = self._scale.at(drawing.cross), self._px(CROSS)
            painter.drawLine(QLineF(at.x() - arm, at.y(), at.x() + arm, at.y()))
            painter.drawLine(QLineF(at.x(), at.y() - arm, at.x(), at.y() + arm))

    def hint(self, drawing: DrawingProps, room: QRect) -> None:
        """What the keys do while one draws, at the edge that the cross is farther from."""
        painter, font = self._painter, self._look.font(HINT_TEXT)
        margin = round(self._px(8))
        widest = room.adjusted(margin, margin, -margin, -margin)
        words = QFontMetrics(font).boundingRect(widest, Qt.TextFlag.TextWordWrap, drawing.hint)
        words.moveCenter(widest.center())
        if self._scale.at(drawing.cross).y() > room.center().y():
            words.moveTop(widest.top())
        else:
            words.moveBottom(widest.bottom())
        painter.fillRect(words.adjusted(-6, -3, 6, 3), self._look.colour(self._look.theme.raised))
        painter.setFont(font)
        painter.setPen(self._look.colour(self._look.theme.text))
        painter.drawText(words, Qt.TextFlag.TextWordWrap, drawing.hint)

    def empty(self, text: str, room: QRect, *, focused: bool) -> None:
        """Why there is nothing to see, and what to do."""
        margin = round(self._px(14))
        self._painter.setFont(self._look.font(EMPTY_TEXT))
        self._painter.setPen(self._look.colour(self._look.theme.quiet))
        words = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
        self._painter.drawText(room.adjusted(margin, margin, -margin, -margin), words, text)
        if focused:
            painting.draw_focus(self._painter, self._look, room)

    def _px(self, pixels: float) -> float:
        return max(pixels * self._look.scale, 1.0)


def _faded(colour: str, strength: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(strength)
    return faded
