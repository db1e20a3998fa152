"""Words on the site plan: plates that do not lie on one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPolygonF

from app.presenters.roles import Severity
from app.presenters.siteplan import ItemSort, PlanItem
from app.views.look import Inks
from app.views.parts import painting
from app.views.parts.plan_scale import PlanScale

TITLE_TEXT, STATE_TEXT = 14, 12
NARROWEST, BAR, MARK = 116, 5, 11
"""Pixels at 100 %: the least for a zone's words, of its bar, half of a mark."""
MARGIN = 6
_LISTS = " • "

Line: TypeAlias = tuple[str, bool]
"""(text, whether it is the title)."""


class Plate:
    """The words of one item and where they stand."""

    def __init__(self, item: PlanItem, rect: QRect, lines: Sequence[Line]) -> None:
        self.item, self.rect, self.lines = item, rect, lines


def plates(items: Sequence[PlanItem], scale: PlanScale, look: Inks, room: QRectF,
           selected: str) -> list[Plate]:  # fmt: skip
    """Those that matter most take their place first; what a mark tells may find none."""
    taken = [mark_rect(item, scale, look) for item in items if item.sort is not ItemSort.ZONE]
    placed = []
    for item in sorted(items, key=lambda item: _rank(item, selected)):
        placing = Placing(item, scale, look, room.toRect())
        plate = placing.plate(_variants(item, selected), taken)
        if plate:
            taken.append(plate.rect)
            placed.append(plate)
    return placed


class Placing:
    """Looks for a free place: in the zone with as many words as can be, then over its edge."""

    def __init__(self, item: PlanItem, scale: PlanScale, look: Inks, room: QRect) -> None:
        self._item, self._scale, self._look, self._room = item, scale, look, room
        self._is_zone = item.sort is ItemSort.ZONE
        self._metrics = {
            is_title: QFontMetrics(_font(look, is_title=is_title)) for is_title in (True, False)
        }
        outline = scale.polygon(item.points)
        self._box = outline.boundingRect()
        self._middle = _inner_point(outline).toPoint()

    def plate(self, variants: Sequence[Sequence[Line]], taken: Sequence[QRect]) -> Plate | None:
        wide = self._widest()
        whole = [lines for lines in variants if self._needed(lines) <= wide] or variants[-1:]
        made = [(lines, self._size(lines, wide)) for lines in whole]
        for lines, spot in self._near(made):
            if self._room.contains(spot) and not any(spot.intersects(other) for other in taken):
                return Plate(self._item, spot, lines)
        return self._squeezed() if self._is_zone else None

    def _near(
        self, made: Sequence[tuple[Sequence[Line], QSize]]
    ) -> Iterator[tuple[Sequence[Line], QRect]]:
        """One after the other, for often one of the first is free."""
        for lines, size in made:
            for spot in self._spots(size):
                yield lines, spot
        if self._is_zone:
            for lines, size in reversed(made):
                for spot in self._beside(size):
                    yield lines, spot

    def _squeezed(self) -> Plate | None:
        """Where all is crowded: what fits into the zone itself; nearer, there is room again."""
        item, look = self._item, self._look
        box = self._box.toRect().intersected(self._room)
        for lines in (((item.title, True), (item.word, False)), ((item.word, False),)):
            size = self._size(lines, box.width() - 2 * look.px(MARGIN))
            if size.height() <= box.height() and size.width() >= look.px(NARROWEST) // 3:
                rect = QRect(0, 0, min(size.width(), box.width()), size.height())
                rect.moveCenter(box.center())
                return Plate(item, rect, lines)
        return None

    def _widest(self) -> int:
        """How wide words may be: a zone's as the zone, if that is not too narrow."""
        px = self._look.px
        if not self._is_zone:
            return px(2 * NARROWEST)
        return max(round(self._box.width() - px(2 * MARGIN + 6)), px(NARROWEST))

    def _size(self, lines: Sequence[Line], wide: int) -> QSize:
        px = self._look.px
        high = sum(self._metrics[is_title].height() for _, is_title in lines)
        bar = px(BAR + 3) if self._item.fraction is not None else 0
        width = min(self._needed(lines), wide) + 2 * px(MARGIN)
        return QSize(width, high + 2 * px(3) + bar)

    def _needed(self, lines: Sequence[Line]) -> int:
        """The width that cuts nothing short."""
        return 1 + max(self._metrics[is_title].horizontalAdvance(text) for text, is_title in lines)

    def _spots(self, size: QSize) -> Iterator[QRect]:
        """Where the words may stand, the best first."""
        if not self._is_zone:
            yield from self._around_mark(size)
            return
        box, first = self._box, self._in_the_middle(size)
        if size.width() > box.width() + 2 * self._look.px(MARGIN):
            return
        yield first
        for step in range(1, 9):
            for way in (1, -1):
                shifted = first.translated(0, round(way * step * size.height() / 6))
                if box.top() <= shifted.top() and shifted.bottom() <= box.bottom():
                    yield shifted

    def _around_mark(self, size: QSize) -> Iterator[QRect]:
        mark, gap = mark_rect(self._item, self._scale, self._look), self._look.px(3)
        rect = QRect(0, 0, size.width(), size.height())
        beside = mark.center().y() - size.height() // 2
        above = mark.center().x() - size.width() // 2
        for left, top in (
            (mark.right() + gap, beside), (mark.left() - gap - size.width(), beside),
            (above, mark.bottom() + gap), (above, mark.top() - gap - size.height()),
        ):  # fmt: skip
            yield rect.translated(left, top)

    def _beside(self, size: QSize) -> Iterator[QRect]:
        """Over its edges, but never away from it."""
        first, box = self._in_the_middle(size), self._box.toRect()
        yield first
        for step in range(1, 7):
            for across, down in ((0, 1), (0, -1), (1, 0), (-1, 0)):
                spot = first.translated(
                    round(across * step * size.width() / 4), round(down * step * size.height() / 3)
                )
                if spot.intersects(box):
                    yield spot

    def _in_the_middle(self, size: QSize) -> QRect:
        rect = QRect(0, 0, size.width(), size.height())
        rect.moveCenter(self._middle)
        return rect


def is_whole(plate: Plate, look: Inks) -> bool:
    """Whether none of its words is cut short."""
    needed = 1 + max(
        QFontMetrics(_font(look, is_title=is_title)).horizontalAdvance(text)
        for text, is_title in plate.lines
    )
    return needed <= plate.rect.width() - 2 * look.px(MARGIN) + 1


def paint_plate(painter: QPainter, look: Inks, plate: Plate) -> None:
    item, tone = plate.item, look.tone(plate.item.severity)
    framed = item.sort is ItemSort.ZONE or item.severity is not Severity.PLAIN
    with painting.saved(painter):
        painter.setOpacity(0.9 if framed else 0.7)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look.colour(tone.edge), 1) if framed else Qt.PenStyle.NoPen
        painter.setPen(pen)
        painter.setBrush(look.colour(tone.fill))
        painter.drawRoundedRect(QRectF(plate.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    inner = plate.rect.adjusted(look.px(MARGIN), look.px(3), -look.px(MARGIN), -look.px(3))
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


def mark_rect(item: PlanItem, scale: PlanScale, look: Inks) -> QRect:
    """Of a post, an entrance, an assembly point."""
    half, at = look.px(MARK), scale.at(item.points[0])
    return QRect(round(at.x()) - half, round(at.y()) - half, 2 * half, 2 * half)


def _rank(item: PlanItem, selected: str) -> int:
    if item.key == selected:
        return 0
    if item.sort is ItemSort.ZONE:
        return 1 if item.severity is not Severity.PLAIN else 3
    return 2 if item.stands or item.sort is ItemSort.ASSEMBLY else 4


def _variants(item: PlanItem, selected: str) -> Sequence[Sequence[Line]]:
    """What may stand there, from the most words to the fewest; the state is always among them."""
    match item.sort:
        case ItemSort.ZONE if not item.word:
            return (((item.title, True),),)
        case ItemSort.ZONE:
            one, title = f"{item.title}{_LISTS}{item.word}", (item.title, True)
            words = tuple((part, False) for part in item.word.split(_LISTS))
            brief = (((one, True),), (title, (item.word, False)), (title, *words))
            if item.severity is Severity.PLAIN:
                return brief
            state = tuple((part, False) for part in item.state.split(_LISTS))
            note = ((item.note, False),) if item.note else ()
            whole = (title, (item.state, False), *note)
            listed = (title, *state)
            return (whole, (*listed, *note), whole[:2], listed, *brief)
        case ItemSort.POST:
            text = item.word if item.stands or item.key == selected else ""
        case ItemSort.ENTRANCE:
            is_named = item.stands or item.key == selected
            text = f"{item.title}{_LISTS}{item.state}" if is_named else item.state
        case ItemSort.ASSEMBLY:
            text = " ".join(filter(None, (item.title, item.state)))
    return (((text, False),),) if text else ()


def _inner_point(outline: QPolygonF) -> QPointF:
    """The middle of the outline, or of its corners where that lies outside."""
    middle = outline.boundingRect().center()
    if outline.containsPoint(middle, Qt.FillRule.OddEvenFill):
        return middle
    corners = [outline.at(at) for at in range(outline.count())]
    return QPointF(
        sum(corner.x() for corner in corners) / len(corners),
        sum(corner.y() for corner in corners) / len(corners),
    )


def _font(look: Inks, *, is_title: bool) -> QFont:
    return look.font(TITLE_TEXT if is_title else STATE_TEXT)
