"""Paints the bars of the escalation chart and their words, by colour and by pattern."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from app.models.chart import Line
from app.presenters.chart_shapes import Shape
from app.presenters.chart_words import Mark
from app.presenters.roles import Severity
from app.views.look import Look
from app.views.parts.chart_scale import Scale

LETTERS = 12
"""Pixels of the labels at 100 %."""
LEAST_WORDS = 50
"""Pixels at 100 % of a label that is cut short."""


def labelled_beside(shape: Shape) -> bool:
    """Bars of people and of what was missed; there is no room in them."""
    return shape.line in (Line.CALLS, Line.MISSED)


class Bars:
    """`scale` is set before each painting."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.scale = Scale()
        self._widths: dict[str, float] = {}

    def forget(self) -> None:
        """Another look: words are as wide as they are now."""
        self._widths = {}

    def width(self, words: str) -> float:
        """Of words in the font of labels."""
        width = self._widths.get(words)
        if width is None:
            metrics = QFontMetricsF(self._look.font(LETTERS))
            width = self._widths[words] = metrics.horizontalAdvance(words)
        return width

    def paint(self, painter: QPainter, shape: Shape, rect: QRectF, *, selected: bool) -> None:
        """`rect` is the whole bar, however far it reaches out of view."""
        scale = self.scale
        edges = QRectF(scale.left - 4, rect.top(), scale.right - scale.left + 8, rect.height())
        shown = rect.intersected(edges)
        self._fill(painter, shape, shown)
        if shape.due is not None:
            x = round(scale.x(shape.due))
            mark = QRectF(x - 1, rect.top() - 2, 2, rect.height() + 4)
            painter.fillRect(mark, self._look.colour(self._look.theme.text))
        if selected:
            self._outline(painter, shown.adjusted(-2, -2, 2, 2), self._look.theme.focus, 2)

    def label(
        self, painter: QPainter, shape: Shape, rect: QRectF, now: float, follows: float | None
    ) -> None:
        """Beside a bar of a person, inside one of a level or service; where it fits.

        Of several, as many are named as there is room for. `now` and `follows`, where the next
        bar in the lane begins, are in pixels.
        """
        width, room = self.width(shape.label), self.scale.right
        if labelled_beside(shape):
            due = None if shape.due is None else self.scale.x(shape.due)
            mark = rect.right() if due is None or due > room else due
            left = max(rect.right() + 6, mark + 6, self.scale.left + 4)
            if left <= now + 5 <= left + width:
                left = now + 6  # the now line would cut through the words
            room = room if follows is None else min(room, follows - 4)
        else:
            left, room = max(rect.left(), self.scale.left) + 6, min(room, rect.right())
        words = shape.label
        if left + width > room:
            words = self._shortened(words, room - left) if len(shape.bars) > 1 else ""
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

    def _fill(self, painter: QPainter, shape: Shape, rect: QRectF) -> None:
        look, theme = self._look, self._look.theme
        match shape.mark:
            case Mark.LEVEL:
                painter.fillRect(rect, look.colour(theme.level[shape.level.numeral].fill))
            case Mark.AWAITED:
                painter.fillRect(rect, self._bar(Severity.PLAIN))
            case Mark.SOON:
                painter.fillRect(rect, self._bar(Severity.SOON))
            case Mark.IN_TIME:
                painter.fillRect(rect, self._bar(Severity.GOOD))
            case Mark.LATE | Mark.CAME_LATE:
                before = Severity.OVERDUE if shape.mark is Mark.LATE else Severity.GOOD
                self._in_two(painter, rect, shape.due, self._bar(before))
            case Mark.SERVICE:
                self._service(painter, rect, shape.arrived)
            case Mark.ENDED:
                self._outline(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), theme.strong_edge, 1)

    def _bar(self, severity: Severity) -> QColor:
        return self._look.colour(self._look.tone(severity).bar)

    def _outline(self, painter: QPainter, rect: QRectF, colour: str, width: int) -> None:
        painter.setPen(QPen(self._look.colour(colour), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)

    def _split(self, rect: QRectF, seconds: float | None) -> tuple[QRectF, QRectF]:
        """Before and after a moment; all of it after, where there is none."""
        at = rect.left() if seconds is None else self.scale.x(seconds)
        at = min(max(at, rect.left()), rect.right())
        spot = QPointF(at, rect.top())
        return QRectF(rect.topLeft(), QPointF(at, rect.bottom())), QRectF(spot, rect.bottomRight())

    def _in_two(self, painter: QPainter, rect: QRectF, due: float | None, before: QColor) -> None:
        """Solid up to the deadline, striped after it."""
        tone = self._look.tone(Severity.OVERDUE)
        early, late = self._split(rect, due)
        painter.fillRect(early, before)
        painter.fillRect(late, self._look.colour(tone.fill))
        painter.fillRect(late, QBrush(self._bar(Severity.OVERDUE), Qt.BrushStyle.BDiagPattern))
        self._outline(painter, late.adjusted(0.5, 0.5, -0.5, -0.5), tone.bar, 1)

    def _service(self, painter: QPainter, rect: QRectF, arrived: float | None) -> None:
        """Dotted until they are here."""
        colour = self._look.colour(self._look.theme.strong_edge)
        waiting, here = (rect, QRectF()) if arrived is None else self._split(rect, arrived)
        painter.fillRect(waiting, self._look.colour(self._look.theme.action))
        painter.fillRect(waiting, QBrush(colour, Qt.BrushStyle.Dense6Pattern))
        painter.fillRect(here, colour)

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
            case Mark.AWAITED | Mark.CAME_LATE | Mark.SERVICE:
                return theme.text
