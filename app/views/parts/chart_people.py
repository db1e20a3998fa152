"""Paints the head-count of the escalation chart as steps, and where the plan proposes more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from app.presenters.chart_shapes import ChartProps
from app.presenters.roles import Severity
from app.views.look import Look
from app.views.parts.chart_bars import LETTERS, Bars
from app.views.parts.chart_rows import Row

MOST_POINTS = 1500
"""Points that are drawn; of more, the highest of each so many."""


def paint_people(
    painter: QPainter, props: ChartProps, row: Row, bars: Bars, look: Look, now: float
) -> None:
    scale, most = bars.scale, props.most_people
    foot, tall = scale.top + row.top + row.lane - 2, row.lane - 6
    _paint_steps(painter, props, row, bars, look)
    points, line = _thinned(props.people), QPolygonF()
    ends = [*(x for x, _ in points[1:]), now]
    for (start, count), end in zip(points, ends, strict=False):
        y = foot - tall * count / most
        line.append(QPointF(scale.x(start), y))
        line.append(QPointF(scale.x(max(start, end)), y))
    painter.setPen(QPen(look.colour(look.tone(Severity.PLAIN).bar), 2))
    painter.drawPolyline(line)


def _paint_steps(painter: QPainter, props: ChartProps, row: Row, bars: Bars, look: Look) -> None:
    """Dashed lines; their words stand below where there is no room above."""
    scale, tone, letters = bars.scale, look.tone(Severity.SOON), look.px(LETTERS)
    top, foot, tall = scale.top + row.top, scale.top + row.top + row.lane - 2, row.lane - 6
    free = top
    for step in reversed(props.steps):
        y = round(foot - tall * step.people / props.most_people)
        painter.setPen(QPen(look.colour(tone.edge), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(scale.left, y), QPointF(scale.right, y))
        if y < free:
            continue  # its words would stand on those of the one above
        below = letters if y - letters < top else 0
        free = y + below + letters
        painter.setPen(look.colour(tone.count))
        left = scale.right - bars.width(step.words) - 4
        painter.drawText(QPointF(left, y + below if below else y - 2), step.words)


def _thinned(points: Sequence[tuple[float, int]]) -> Sequence[tuple[float, int]]:
    if len(points) <= MOST_POINTS:
        return points
    by = len(points) // MOST_POINTS + 1
    portions = (points[at : at + by] for at in range(0, len(points), by))
    return [(portion[0][0], max(count for _, count in portion)) for portion in portions]
