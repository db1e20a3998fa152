"""Countdowns and the frame of places, as the wall paints them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import datetime
from typing import TypeAlias

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.models.urgency import Urgency, fraction, urgency
from app.presenters.roles import Severity
from app.presenters.wall_counting import Count
from app.presenters.wall_roster import Place, Slot
from app.views.parts import painting
from app.views.wall.ink import COUNTDOWN, Asked, WallInk, draw_figures, figure_rects

BAR = 4.0
"""Millimetres, below a countdown."""
Cells: TypeAlias = dict[Hashable, tuple[QRect, Hashable]]
_SEVERITY = {Urgency.SOON: Severity.SOON, Urgency.LATE: Severity.OVERDUE}


def count_high(ink: WallInk) -> int:
    return round(ink.mm(COUNTDOWN) * 1.12) + ink.mm(BAR + 2)


def count_wide(ink: WallInk) -> int:
    """Of the widest that is usual."""
    return ink.wide("+00:00", COUNTDOWN, mono=True)


def count_cells(ink: WallInk, name: Hashable, rect: QRect, count: Count) -> Cells:
    """Each figure is a cell: in most seconds only the last of them is another."""
    figures, track = _parts(ink, rect)
    above = max(1, ink.mm(1))  # an "h" is higher than figures
    cells: Cells = {
        (name, nth - len(count.text)): (place.adjusted(0, -above, 0, 0), (figure, count.severity))
        for nth, (figure, place) in enumerate(
            zip(count.text, figure_rects(ink, figures, count.text), strict=True)
        )
    }
    if count.used is not None:
        cells[name, "bar"] = (track, (round(track.width() * count.used), count.severity))
    cells[name, "length"] = (rect, len(count.text))
    return cells


def _parts(ink: WallInk, rect: QRect) -> tuple[QRect, QRect]:
    """Of the figures, and of the bar below them."""
    bar = ink.mm(BAR)
    track = QRect(rect.left(), rect.bottom() - bar, rect.width(), bar)
    return rect.adjusted(0, 0, 0, -bar - ink.mm(2)), track


def draw_count(painter: QPainter, ink: WallInk, rect: QRect, count: Count, asked: Asked) -> None:
    """Figures over a thin bar of the time used up."""
    tone = ink.tone(count.severity)
    figures, track = _parts(ink, rect)
    draw_figures(painter, ink, figures, count.text, tone.count, asked)
    if count.used is not None and asked(track):
        painter.fillRect(track, ink.colour(ink.theme.track))
        track.setWidth(round(track.width() * count.used))
        painter.fillRect(track, ink.colour(tone.bar))


def slot_state(slot: Slot, now: datetime, high: int) -> tuple[Place, Severity, int]:
    """All that a slot is painted of: what it is, how urgent, how many pixels are used up."""
    if slot.place in (Place.HERE, Place.FREE):
        return slot.place, Severity.PLAIN, 0
    used = fraction(slot.start, slot.due, now) or 0.0
    severity = _SEVERITY.get(urgency(slot.due, now), Severity.PLAIN)
    return slot.place, severity, round(used * high)


def slot_rects(ink: WallInk, room: QRect, slots: Sequence[Slot]) -> list[QRect]:
    """Beside each other from the left, narrower where there are many."""
    if not slots:
        return []
    gap = max(1, ink.mm(2))
    wide = min(ink.mm(18), (room.width() - gap * (len(slots) - 1)) // len(slots))
    if wide < 2:
        wide, gap = 2, 0
    step = wide + gap
    rects = [QRect(room.left() + nth * step, room.top(), wide, room.height())
             for nth in range(len(slots))]  # fmt: skip
    return [rect for rect in rects if rect.right() <= room.right()]


def draw_slot(
    painter: QPainter, ink: WallInk, rect: QRect, state: tuple[Place, Severity, int]
) -> None:
    """A tick in a full place, a cross in a lost one, dots around a free one; never colour alone."""
    place, severity, used = state
    good, tone = ink.tone(Severity.GOOD), ink.tone(severity)
    thick = max(1, ink.mm(1.5))
    frame = QRectF(rect).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    with painting.saved(painter):
        match place:
            case Place.HERE:
                painter.fillRect(rect, ink.colour(good.bar))
                painter.setPen(QPen(ink.colour(good.fill), 2 * thick))
                _tick(painter, frame)
            case Place.FREE:
                painter.setPen(QPen(ink.colour(ink.theme.quiet), thick, Qt.PenStyle.DotLine))
                painter.drawRect(frame)
            case _:
                filled = QRect(rect.left(), rect.bottom() + 1 - used, rect.width(), used)
                painter.fillRect(rect, ink.colour(ink.theme.track))
                painter.fillRect(filled, ink.colour(tone.bar))
                painter.setPen(QPen(ink.colour(tone.bar), thick))
                painter.drawRect(frame)
                if place is Place.LOST:
                    painter.setPen(QPen(ink.colour(ink.theme.text), thick))
                    painter.drawLine(QLineF(frame.topLeft(), frame.bottomRight()))
                    painter.drawLine(QLineF(frame.topRight(), frame.bottomLeft()))


def _tick(painter: QPainter, box: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left, top, wide, high = box.left(), box.top(), box.width(), box.height()
    corner = (left + 0.42 * wide, top + 0.7 * high)
    painter.drawLine(QLineF(left + 0.22 * wide, top + 0.52 * high, *corner))
    painter.drawLine(QLineF(*corner, left + 0.8 * wide, top + 0.3 * high))
