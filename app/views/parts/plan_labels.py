"""Words on the site plan: plates that do not lie on one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from app.presenters.roles import Severity
from app.presenters.siteplan import ItemSort, PlanItem
from app.views.look import Look
from app.views.parts import painting
from app.views.parts.plan_scale import PlanScale

TITLE_TEXT, STATE_TEXT = 15, 13
NARROWEST, BAR, MARK = 132, 5, 12
"""Pixels at 100 %: of a zone's plate, of its bar, half of a mark."""


class Plate:
    """The words of one item and where they stand."""

    def __init__(self, item: PlanItem, rect: QRect, lines: Sequence[tuple[str, bool]]) -> None:
        self.item, self.rect, self.lines = item, rect, lines


def plates(items: Sequence[PlanItem], scale: PlanScale, look: Look, room: QRectF,
           selected: str) -> list[Plate]:  # fmt: skip
    """Those that matter most take their place first; what a mark tells may find none."""
    taken = [mark_rect(item, scale, look) for item in items if item.sort is not ItemSort.ZONE]
    placed = []
    for item in sorted(items, key=lambda item: _rank(item, selected)):
        lines = _lines(item, selected)
        if not lines:
            continue
        size = _size(item, lines, scale, look)
        found = next(
            (rect for rect in _spots(item, size, scale, look)
             if room.toRect().contains(rect) and not any(rect.intersects(t) for t in taken)),
            None,
        )  # fmt: skip
        if found is None and item.sort is not ItemSort.ZONE:
            continue
        rect = found or _into(next(_spots(item, size, scale, look)), room.toRect())
        taken.append(rect)
        placed.append(Plate(item, rect, lines))
    return placed


def paint_plate(painter: QPainter, look: Look, plate: Plate) -> None:
    item, tone = plate.item, look.tone(plate.item.severity)
    if item.sort is ItemSort.ZONE or item.severity is not Severity.PLAIN:
        fill = look.colour(tone.fill)
        with painting.saved(painter):
            painter.setOpacity(0.9)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.colour(tone.edge), 1))
            painter.setBrush(fill)
            painter.drawRoundedRect(QRectF(plate.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    inner = plate.rect.adjusted(look.px(7), look.px(3), -look.px(7), -look.px(3))
    top = inner.top()
    for text, is_title in plate.lines:
        font = _font(look, is_title=is_title)
        high = QFontMetrics(font).height()
        colour = look.theme.text if is_title else tone.text
        painter.setPen(look.colour(colour))
        align = painting.CENTRE if item.sort is ItemSort.ZONE else painting.LEFT
        line = QRect(inner.left(), top, inner.width(), high)
        painting.draw_text(painter, line, text, font, align)
        top += high
    if item.fraction is not None:
        bar = QRect(inner.left(), top + look.px(2), inner.width(), look.px(BAR))
        painter.fillRect(bar, look.colour(look.theme.track))
        bar.setWidth(round(bar.width() * item.fraction))
        painter.fillRect(bar, look.colour(tone.bar))


def mark_rect(item: PlanItem, scale: PlanScale, look: Look) -> QRect:
    """Of a post, an entrance, an assembly point."""
    half, at = look.px(MARK), scale.at(item.points[0])
    return QRect(round(at.x()) - half, round(at.y()) - half, 2 * half, 2 * half)


def _rank(item: PlanItem, selected: str) -> int:
    if item.key == selected:
        return 0
    if item.sort is ItemSort.ZONE:
        return 1 if item.severity is not Severity.PLAIN else 3
    return 2 if item.stands or item.sort is ItemSort.ASSEMBLY else 4


def _lines(item: PlanItem, selected: str) -> Sequence[tuple[str, bool]]:
    """(text, whether it is the title)."""
    lines: tuple[tuple[str, bool], ...]
    match item.sort:
        case ItemSort.ZONE:
            lines = ((item.title, True), (item.state, False), (item.note, False))
        case ItemSort.POST:
            lines = ((item.state if item.stands or item.key == selected else "", False),)
        case ItemSort.ENTRANCE:
            is_named = item.stands or item.key == selected
            text = f"{item.title} • {item.state}" if is_named else item.state
            lines = ((text, False),)
        case ItemSort.ASSEMBLY:
            lines = ((" ".join(filter(None, (item.title, item.state))), False),)
    return [line for line in lines if line[0]]


def _size(item: PlanItem, lines: Sequence[tuple[str, bool]], scale: PlanScale,
          look: Look) -> QSize:  # fmt: skip
    metrics = [QFontMetrics(_font(look, is_title=is_title)) for _, is_title in lines]
    wide = max(m.horizontalAdvance(text) for m, (text, _) in zip(metrics, lines, strict=True))
    wide += 2 * look.px(8)
    if item.sort is ItemSort.ZONE:
        room = scale.polygon(item.points).boundingRect().width() - look.px(6)
        wide = min(wide, max(round(room), look.px(NARROWEST)))
    else:
        wide = min(wide, look.px(2 * NARROWEST))
    bar = look.px(BAR + 3) if item.fraction is not None else 0
    return QSize(wide, sum(m.height() for m in metrics) + 2 * look.px(3) + bar)


def _spots(item: PlanItem, size: QSize, scale: PlanScale, look: Look) -> Iterator[QRect]:
    """Where the words may stand, the best first."""
    if item.sort is not ItemSort.ZONE:
        mark, gap = mark_rect(item, scale, look), look.px(3)
        rect = QRect(0, 0, size.width(), size.height())
        beside = mark.center().y() - size.height() // 2
        above = mark.center().x() - size.width() // 2
        for left, top in (
            (mark.right() + gap, beside), (mark.left() - gap - size.width(), beside),
            (above, mark.bottom() + gap), (above, mark.top() - gap - size.height()),
        ):  # fmt: skip
            yield rect.translated(left, top)
        return
    box = scale.polygon(item.points).boundingRect()
    middle = _inner_point(item, scale)
    first = QRect(0, 0, size.width(), size.height())
    first.moveCenter(middle.toPoint())
    yield first
    for step in range(1, 9):
        for way in (1, -1):
            shifted = first.translated(0, round(way * step * size.height() / 3))
            if box.top() <= shifted.center().y() <= box.bottom():
                yield shifted
    for step in range(1, 9):
        for way in (1, -1):
            yield first.translated(0, round(way * step * size.height() / 2))


def _inner_point(item: PlanItem, scale: PlanScale) -> QPointF:
    """The middle of the outline, or of its corners where that lies outside."""
    polygon = scale.polygon(item.points)
    middle = polygon.boundingRect().center()
    if polygon.containsPoint(middle, Qt.FillRule.OddEvenFill):
        return middle
    corners = [scale.at(point) for point in item.points]
    return QPointF(
        sum(corner.x() for corner in corners) / len(corners),
        sum(corner.y() for corner in corners) / len(corners),
    )


def _into(rect: QRect, room: QRect) -> QRect:
    left = min(max(rect.left(), room.left()), max(room.right() - rect.width(), room.left()))
    top = min(max(rect.top(), room.top()), max(room.bottom() - rect.height(), room.top()))
    return QRect(left, top, rect.width(), rect.height())


def _font(look: Look, *, is_title: bool) -> QFont:
    return look.font(TITLE_TEXT if is_title else STATE_TEXT)
