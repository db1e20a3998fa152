"""Paints the escalation chart: all bars in one go, in pixels, and only those in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import msgspec
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from app.models.chart import Line
from app.presenters.chart_shapes import ChartProps, Shape
from app.presenters.chart_words import Mark
from app.presenters.roles import Severity
from app.views.look import Look
from app.views.parts.chart_rows import Row

LETTERS = 12
"""Pixels of the labels at 100 %."""
LEAST_WIDTH = 3.0
"""Pixels of a bar that lasted no time, so that it is seen and hit."""
LEAST_WORDS = 50
"""Pixels at 100 % of a label that is cut short."""
MOST_POINTS = 1500
"""Points of the head-count that are drawn; of more, the highest of each so many."""


class _Scale(msgspec.Struct, frozen=True):
    """Seconds to pixels across, and what is in view."""

    by: float
    shift: float
    top: float
    left: float
    right: float

    def x(self, seconds: float) -> float:
        return seconds * self.by + self.shift


class ChartItem(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """`chosen(Shape)`: a bar was clicked."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFlag(self.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._look = look
        self._props: ChartProps | None = None
        self._rows: dict[Line, Row] = {}
        self._marks: Sequence[float] = ()
        self._after: dict[int, float] = {}
        self._now = 0.0
        self._now_word = ""
        self._selected: Shape | None = None
        self._scale = _Scale(1.0, 0.0, 0.0, 0.0, 0.0)
        self._widths: dict[str, float] = {}

    # What it shows -----------------------------------------------------------------------------

    def set_chart(self, props: ChartProps, rows: dict[Line, Row]) -> None:
        self._props, self._rows = props, rows
        self._after = _next_starts(props.shapes)
        self.update()

    def set_look(self, now_word: str) -> None:
        self._now_word = now_word
        self._widths = {}
        self.update()

    def set_marks(self, marks: Sequence[float]) -> None:
        """Where faint lines stand, as the axis has its marks."""
        self._marks = marks

    def select(self, shape: Shape | None) -> None:
        self._selected = shape
        self.update()

    def set_now(self, now: float) -> bool:
        """The now line moves; what is left of it stays as it is. Whether anything was to paint."""
        scale, before = self._scale, self._now
        self._now = now
        if round(scale.x(before)) == round(scale.x(now)) or scale.by <= 0:
            return False
        if max(before, now) < (scale.left - scale.shift) / scale.by:
            return False
        low = min(before, now) - 4 / scale.by
        rect = self.boundingRect()
        if low > rect.right():
            return False
        self.update(QRectF(low, rect.top(), rect.right() - low, rect.height()))
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
        self.setCursor(Qt.CursorShape.PointingHandCursor if shape else Qt.CursorShape.ArrowCursor)

    def shape_at(self, at: QPointF) -> Shape | None:
        """What is painted at a point of the viewport."""
        for shape in self._props.shapes if self._props else ():
            if self._rect(shape).adjusted(-3, -1, 3, 1).contains(at):
                return shape
        return None

    # Painting ----------------------------------------------------------------------------------

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del widget
        if self._props is None:
            return
        transform, view = painter.worldTransform(), self.boundingRect()
        corner, end = transform.map(view.topLeft()), transform.map(view.bottomRight())
        self._scale = _Scale(transform.m11(), transform.dx(), corner.y(), corner.x(), end.x())
        exposed = transform.mapRect(option.exposedRect)
        painter.save()
        painter.resetTransform()
        painter.setFont(self._look.font(LETTERS))
        self._paint_marks(painter, corner.y(), end.y())
        low, high = exposed.left() - 1, exposed.right() + 1
        for shape in self._props.shapes:
            self._paint_shape(painter, shape, low, high)
        self._paint_people(painter)
        self._paint_now(painter, corner.y(), end.y())
        painter.restore()

    def _paint_marks(self, painter: QPainter, top: float, bottom: float) -> None:
        painter.setPen(QPen(self._look.colour(self._look.theme.edge), 1))
        for mark in self._marks:
            x = round(self._scale.x(mark))
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _rect(self, shape: Shape) -> QRectF:
        row = self._rows.get(shape.line)
        if row is None:
            return QRectF()
        top, height = row.bar(shape.lane)
        left = self._scale.x(shape.start)
        right = self._scale.x(self._now if shape.end is None else shape.end)
        return QRectF(left, self._scale.top + top, max(right - left, LEAST_WIDTH), height)

    def _paint_shape(self, painter: QPainter, shape: Shape, low: float, high: float) -> None:
        rect = self._rect(shape)
        mark = rect.right() if shape.due is None else max(rect.right(), self._scale.x(shape.due))
        reaches = self._scale.right if self._is_labelled_beside(shape) else mark
        if rect.left() > high or max(reaches, mark) < low or rect.isEmpty():
            return
        shown = rect.intersected(
            QRectF(self._scale.left - 4, rect.top(), self._scale.right - self._scale.left + 8,
                   rect.height())
        )  # fmt: skip
        self._fill(painter, shape, shown)
        if shape.due is not None:
            self._paint_due(painter, shape.due, rect)
        if self._selected is not None and shape == self._selected:
            painter.setPen(QPen(self._look.colour(self._look.theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(shown.adjusted(-2, -2, 2, 2))
        self._label(painter, shape, rect, mark)

    def _fill(self, painter: QPainter, shape: Shape, rect: QRectF) -> None:
        theme, look = self._look.theme, self._look
        bar = {severity: look.colour(theme.tone[severity].bar) for severity in Severity}
        match shape.mark:
            case Mark.LEVEL:
                painter.fillRect(rect, look.colour(theme.level[shape.level.numeral].fill))
            case Mark.AWAITED:
                painter.fillRect(rect, bar[Severity.PLAIN])
            case Mark.SOON:
                painter.fillRect(rect, bar[Severity.SOON])
            case Mark.IN_TIME:
                painter.fillRect(rect, bar[Severity.GOOD])
            case Mark.LATE | Mark.CAME_LATE:
                before = Severity.OVERDUE if shape.mark is Mark.LATE else Severity.GOOD
                self._in_two(painter, rect, shape.due, bar[before], bar[Severity.OVERDUE])
            case Mark.SERVICE:
                self._paint_service(painter, rect, shape.arrived)
            case Mark.ENDED:
                painter.setPen(QPen(look.colour(theme.strong_edge), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))

    def _in_two(
        self, painter: QPainter, rect: QRectF, due: float | None, before: QColor, after: QColor
    ) -> None:
        """Solid up to the deadline, striped after it."""
        split = rect.left() if due is None else self._scale.x(due)
        split = min(max(split, rect.left()), rect.right())
        painter.fillRect(
            QRectF(rect.left(), rect.top(), split - rect.left(), rect.height()), before
        )
        late = QRectF(split, rect.top(), rect.right() - split, rect.height())
        painter.fillRect(late, self._look.colour(self._look.tone(Severity.OVERDUE).fill))
        painter.fillRect(late, QBrush(after, Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(after, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(late.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_service(self, painter: QPainter, rect: QRectF, arrived: float | None) -> None:
        """Dotted until they are here."""
        colour = self._look.colour(self._look.theme.strong_edge)
        here = rect.right() if arrived is None else self._scale.x(arrived)
        here = min(max(here, rect.left()), rect.right())
        waiting = QRectF(rect.left(), rect.top(), here - rect.left(), rect.height())
        painter.fillRect(waiting, self._look.colour(self._look.theme.action))
        painter.fillRect(waiting, QBrush(colour, Qt.BrushStyle.Dense6Pattern))
        painter.fillRect(QRectF(here, rect.top(), rect.right() - here, rect.height()), colour)

    def _paint_due(self, painter: QPainter, due: float, rect: QRectF) -> None:
        x = round(self._scale.x(due))
        painter.fillRect(
            QRectF(x - 1, rect.top() - 2, 2, rect.height() + 4),
            self._look.colour(self._look.theme.text),
        )

    # Labels ------------------------------------------------------------------------------------

    def _is_labelled_beside(self, shape: Shape) -> bool:
        return shape.line in (Line.CALLS, Line.MISSED)

    def _width(self, words: str) -> float:
        width = self._widths.get(words)
        if width is None:
            metrics = QFontMetricsF(self._look.font(LETTERS))
            width = self._widths[words] = metrics.horizontalAdvance(words)
        return width

    def _label(self, painter: QPainter, shape: Shape, rect: QRectF, mark: float) -> None:
        """Beside a bar of a person, inside one of a level or service; as much as there is room."""
        width, room, now = self._width(shape.label), self._scale.right, self._scale.x(self._now)
        if self._is_labelled_beside(shape):
            left = max(mark + 6, self._scale.left + 4)
            if left <= now + 5 <= left + width:
                left = now + 6  # the now line would cut through the words
            follows = self._after.get(id(shape))
            room = room if follows is None else min(room, self._scale.x(follows) - 4)
        else:
            left = max(rect.left(), self._scale.left) + 6
            room = min(room, rect.right())
        words = shape.label if left + width <= room else self._shortened(shape.label, room - left)
        if words:
            painter.setPen(self._look.colour(self._ink(shape)))
            box = QRectF(left, rect.top() - 3, width + 2, rect.height() + 6)
            align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
            painter.drawText(box, align, words)

    def _shortened(self, words: str, room: float) -> str:
        """Nothing where it would say nothing."""
        if room < self._look.px(LEAST_WORDS):
            return ""
        metrics = QFontMetricsF(self._look.font(LETTERS))
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)

    def _ink(self, shape: Shape) -> str:
        theme = self._look.theme
        match shape.mark:
            case Mark.LEVEL:
                return theme.level[shape.level.numeral].text
            case Mark.LATE:
                return theme.tone[Severity.OVERDUE].count
            case Mark.SOON:
                return theme.tone[Severity.SOON].count
            case Mark.IN_TIME:
                return theme.tone[Severity.GOOD].count
            case Mark.ENDED:
                return theme.quiet
            case _:
                return theme.text

    # Head-count and now ------------------------------------------------------------------------

    def _paint_people(self, painter: QPainter) -> None:
        props, row = self._props, self._rows.get(Line.PEOPLE)
        if props is None or row is None:
            return
        look, scale, most = self._look, self._scale, props.most_people
        foot, tall = scale.top + row.top + row.lane - 2, row.lane - 6

        def y(count: int) -> float:
            return foot - tall * count / most

        soon, letters, free = look.tone(Severity.SOON), look.px(LETTERS), scale.top + row.top
        for step in reversed(props.steps):
            painter.setPen(QPen(look.colour(soon.edge), 1, Qt.PenStyle.DashLine))
            at = round(y(step.people))
            painter.drawLine(QPointF(scale.left, at), QPointF(scale.right, at))
            below = at - letters < scale.top + row.top
            if at < free:
                continue  # its words would stand on those of the one above
            free = at + (letters if below else 0) + letters
            painter.setPen(look.colour(soon.count))
            words = QPointF(
                scale.right - self._width(step.words) - 4, at + (letters if below else -2)
            )
            painter.drawText(words, step.words)
        painter.setPen(QPen(look.colour(look.tone(Severity.PLAIN).bar), 2))
        painter.drawPolyline(self._people_line(props, y))

    def _people_line(self, props: ChartProps, y: Callable[[int], float]) -> QPolygonF:
        """Steps from count to count, up to now."""
        points, line = _thinned(props.people), QPolygonF()
        ends = [*(x for x, _ in points[1:]), self._now]
        for (start, count), end in zip(points, ends, strict=False):
            line.append(QPointF(self._scale.x(start), y(count)))
            line.append(QPointF(self._scale.x(max(start, end)), y(count)))
        return line

    def _paint_now(self, painter: QPainter, top: float, bottom: float) -> None:
        x = round(self._scale.x(self._now))
        colour = self._look.colour(self._look.theme.text)
        painter.fillRect(QRectF(x - 1, top, 2, bottom - top), colour)
        painter.setPen(colour)
        height = QFontMetricsF(self._look.font(LETTERS)).ascent()
        painter.drawText(QPointF(x + 5, top + height), self._now_word)


def _next_starts(shapes: Sequence[Shape]) -> dict[int, float]:
    """By the identity of a shape, where the next one in its lane begins; shapes are in order."""
    found: dict[int, float] = {}
    for before, after in pairwise(shapes):
        if (before.line, before.lane) == (after.line, after.lane):
            found[id(before)] = after.start
    return found


def _thinned(points: Sequence[tuple[float, int]]) -> Sequence[tuple[float, int]]:
    if len(points) <= MOST_POINTS:
        return points
    by = len(points) // MOST_POINTS + 1
    portions = (points[at : at + by] for at in range(0, len(points), by))
    return [(portion[0][0], max(count for _, count in portion)) for portion in portions]
