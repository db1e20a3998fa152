"""The escalation chart as one item: all bars in one go, in pixels, and only those in the way."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from app.models.chart import Line
from app.presenters.chart_shapes import ChartProps, Shape
from app.views.look import Look
from app.views.parts.chart_bars import LETTERS, Bars, labelled_beside
from app.views.parts.chart_people import paint_people
from app.views.parts.chart_rows import Row
from app.views.parts.chart_scale import Scale

LEAST_WIDTH = 3.0
"""Pixels of a bar that lasted no time, so that it is seen and hit."""


class ChartItem(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """`chosen(Shape)`: a bar was clicked."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFlag(self.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._look, self._bars = look, Bars(look)
        self._props: ChartProps | None = None
        self._rows: dict[Line, Row] = {}
        self._marks: Sequence[float] = ()
        self._after: dict[int, float] = {}
        self._now, self._now_word = 0.0, ""
        self._selected: Shape | None = None

    # What it shows -----------------------------------------------------------------------------

    def set_chart(self, props: ChartProps, rows: dict[Line, Row]) -> None:
        if props is not self._props or rows != self._rows:
            self._props, self._rows = props, rows
            self._after = _next_starts(props.shapes)
            self.update()

    def set_look(self, now_word: str) -> None:
        """Another language, theme or size of text."""
        self._now_word = now_word
        self._bars.forget()
        self.update()

    def set_marks(self, marks: Sequence[float]) -> None:
        """Where faint lines stand, as the axis has its marks."""
        self._marks = marks
        self.update()

    def select(self, shape: Shape | None) -> None:
        if shape is not self._selected:
            self._selected = shape
            self.update()

    def set_now(self, now: float) -> bool:
        """Only from the now line on is painted anew, and that only if it moves by a pixel.

        Answers whether anything was to be painted.
        """
        scale, before = self._bars.scale, self._now
        self._now = now
        view, low = self.boundingRect(), min(before, now) - 4 / scale.by
        still = round(scale.x(before)) == round(scale.x(now))
        if still or low > view.right() or max(before, now) < view.left():
            return False
        self.update(QRectF(low, view.top(), view.right() - low, view.height()))
        return True

    # What pyqtgraph asks -----------------------------------------------------------------------

    def boundingRect(self) -> QRectF:
        return QRectF(self.viewRect())

    def viewTransformChanged(self) -> None:
        super().viewTransformChanged()
        self.prepareGeometryChange()

    def dataBounds(self, *_args: object, **_more: object) -> None:
        """What is shown is decided elsewhere."""

    def mouseClickEvent(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        shape = self.shape_at(self.mapToDevice(event.pos()))
        if shape is not None and event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.chosen.emit(shape)

    def hoverEvent(self, event: pg.GraphicsScene.mouseEvents.HoverEvent) -> None:
        shape = None if event.isExit() else self.shape_at(self.mapToDevice(event.pos()))
        self.setToolTip(shape.tip if shape else "")
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if shape else arrow)

    def shape_at(self, at: QPointF) -> Shape | None:
        """What is painted at a point of the viewport."""
        shapes = self._props.shapes if self._props else ()
        near = (each for each in shapes if self.rect(each).adjusted(-3, -1, 3, 1).contains(at))
        return next(near, None)

    def rect(self, shape: Shape) -> QRectF:
        """Where a bar was last painted, in pixels of the viewport."""
        row, scale = self._rows.get(shape.line), self._bars.scale
        if row is None:
            return QRectF()
        top, height = row.bar(shape.lane)
        left = scale.x(shape.start)
        right = scale.x(self._now if shape.end is None else shape.end)
        return QRectF(left, scale.top + top, max(right - left, LEAST_WIDTH), height)

    # Painting ----------------------------------------------------------------------------------

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del widget
        if self._props is None:
            return
        transform, view = painter.worldTransform(), self.boundingRect()
        corner, end = transform.map(view.topLeft()), transform.map(view.bottomRight())
        self._bars.scale = Scale(
            by=transform.m11(), shift=transform.dx(), top=corner.y(), bottom=end.y(),
            left=corner.x(), right=end.x(),
        )  # fmt: skip
        exposed = transform.mapRect(option.exposedRect)
        painter.save()
        painter.resetTransform()
        painter.setFont(self._look.font(LETTERS))
        self._paint_marks(painter)
        for shape in self._props.shapes:
            self._paint_shape(painter, shape, exposed.left() - 1, exposed.right() + 1)
        row = self._rows.get(Line.PEOPLE)
        if row is not None:
            paint_people(painter, self._props, row, self._bars, self._look, self._now)
        self._paint_now(painter)
        painter.restore()

    def _paint_marks(self, painter: QPainter) -> None:
        scale = self._bars.scale
        painter.setPen(QPen(self._look.colour(self._look.theme.edge), 1))
        for mark in self._marks:
            x = round(scale.x(mark))
            painter.drawLine(QPointF(x, scale.top), QPointF(x, scale.bottom))

    def _paint_shape(self, painter: QPainter, shape: Shape, low: float, high: float) -> None:
        """Nothing, where no part of it lies between `low` and `high`."""
        rect, scale = self.rect(shape), self._bars.scale
        reaches = rect.right() if shape.due is None else max(rect.right(), scale.x(shape.due))
        if labelled_beside(shape):
            reaches = scale.right
        if rect.isEmpty() or rect.left() > high or reaches < low:
            return
        self._bars.paint(painter, shape, rect, selected=shape is self._selected)
        follows = self._after.get(id(shape))
        edge = None if follows is None else scale.x(follows)
        self._bars.label(painter, shape, rect, scale.x(self._now), edge)

    def _paint_now(self, painter: QPainter) -> None:
        scale, colour = self._bars.scale, self._look.colour(self._look.theme.text)
        x = round(scale.x(self._now))
        painter.fillRect(QRectF(x - 1, scale.top, 2, scale.bottom - scale.top), colour)
        painter.setPen(colour)
        ascent = QFontMetricsF(self._look.font(LETTERS)).ascent()
        painter.drawText(QPointF(x + 5, scale.top + ascent), self._now_word)


def _next_starts(shapes: Sequence[Shape]) -> dict[int, float]:
    """By the identity of a shape, where the next one in its lane begins; shapes are in order."""
    return {
        id(before): after.start
        for before, after in pairwise(shapes)
        if (before.line, before.lane) == (after.line, after.lane)
    }
