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
STEP = 4
"""Pixels from one place that is tried to the next."""
MOST_IN_ANOTHER = 0.25
"""How much of a zone's words may lie over another zone."""
_LISTS = " • "

Line: TypeAlias = tuple[str, bool]
"""(text, whether it is the title)."""


class Plate:
    """The words of one item and where they stand."""

    def __init__(self, item: PlanItem, rect: QRect, lines: Sequence[Line]) -> None:
        self.item, self.rect, self.lines = item, rect, lines


def plates(items: Sequence[PlanItem], scale: PlanScale, look: Inks, room: QRectF,
           selected: str, place: str = "") -> list[Plate]:  # fmt: skip
    """Those that matter most take their place first, what is at the `place` of the incident before
    others. Where there is no room for whole words, there are none: list and tooltip have them."""
    marks = [item for item in items if item.sort is not ItemSort.ZONE]
    taken = [mark_rect(item, scale, look) for item in marks]
    free = [mark_rect(item, scale, look) for item in marks if _is_free_post(item)]
    boxes = {
        item.key: scale.polygon(item.points).boundingRect().toRect()
        for item in items
        if item.sort is ItemSort.ZONE
    }
    placed = []
    for item in sorted(items, key=lambda item: _rank(item, selected, place)):
        others = [box for key, box in boxes.items() if key != item.key]
        is_first = item.key in (selected, place)
        placing = Placing(item, scale, look, room.toRect(), others, is_first=is_first)
        variants = _variants(item, selected)
        plate = placing.plate(variants, taken)
        if plate is None and is_first:
            plate = placing.plate(variants, [rect for rect in taken if rect not in free])
        if plate:
            taken.append(plate.rect)
            placed.append(plate)
    return placed


class Placing:
    """Looks for a free place: in the zone with as many words as can be, then over its edge, but
    not in another zone, which would seem to be called so."""

    def __init__(
        self, item: PlanItem, scale: PlanScale, look: Inks, room: QRect, others: Sequence[QRect],
        *, is_first: bool,
    ) -> None:  # fmt: skip
        """`is_first`: nothing matters more."""
        self._item, self._scale, self._look, self._room = item, scale, look, room
        self._others, self._is_first = others, is_first
        self._is_zone = item.sort is ItemSort.ZONE
        self._metrics = {
            is_title: QFontMetrics(_font(look, is_title=is_title)) for is_title in (True, False)
        }
        outline = scale.polygon(item.points)
        self._box = outline.boundingRect()
        self._middle = _inner_point(outline).toPoint()

    def plate(self, variants: Sequence[Sequence[Line]], taken: Sequence[QRect]) -> Plate | None:
        wide = self._widest()
        whole = [lines for lines in variants if self._needed(lines) <= wide]
        made = [(lines, self._size(lines, wide)) for lines in whole]
        for lines, spot in self._near(made):
            if self._is_free(spot, taken):
                return Plate(self._item, spot, lines)
        return None

    def _is_free(self, spot: QRect, taken: Sequence[QRect]) -> bool:
        if not self._room.contains(spot) or any(spot.intersects(other) for other in taken):
            return False
        return not self._is_zone or not any(_lies_in(spot, other) for other in self._others)

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
        for step in range(1, 13):
            for way in (1, -1):
                shifted = first.translated(0, round(way * step * size.height() / 10))
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
        """Over its edges or beside what stands on them, but never away from it."""
        near = self._look.px(MARK + MARGIN)
        first, box = (
            self._in_the_middle(size),
            self._box.toRect().adjusted(-near, -near, near, near),
        )
        yield first
        for step in range(1, 7):
            for across, down in ((0, 1), (0, -1), (1, 0), (-1, 0)):
                spot = first.translated(
                    round(across * step * size.width() / 4), round(down * step * size.height() / 3)
                )
                if spot.intersects(box):
                    yield spot
        if self._is_first:
            yield from self._around(size, box)

    def _around(self, size: QSize, box: QRect) -> Iterator[QRect]:
        """At its sides, as near as can be: what matters most is to have its name from there."""
        middle, room = box.center().y() - size.height() // 2, self._room
        tops = range(room.top(), room.bottom() - size.height(), STEP)
        for top in sorted(tops, key=lambda top: abs(top - middle)):
            for left in (box.right(), box.left() - size.width()):
                yield QRect(left, top, size.width(), size.height())

    def _in_the_middle(self, size: QSize) -> QRect:
        rect = QRect(0, 0, size.width(), size.height())
        rect.moveCenter(self._middle)
        return rect


def _lies_in(spot: QRect, box: QRect) -> bool:
    """Whether so much of it is in there that it seems to belong there."""
    shared = spot.intersected(box)
    return shared.width() * shared.height() > spot.width() * spot.height() * MOST_IN_ANOTHER


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


def _is_free_post(item: PlanItem) -> bool:
    """Where nobody stands; what matters most may cover it."""
    return item.sort is ItemSort.POST and not item.stands


def _rank(item: PlanItem, selected: str, place: str) -> int:
    if item.key in (selected, place):
        return 0 if item.key == place else 1
    if item.sort is ItemSort.ZONE:
        return 2 if item.severity is not Severity.PLAIN else 4
    return 3 if item.stands or item.sort is ItemSort.ASSEMBLY else 5


def _variants(item: PlanItem, selected: str) -> Sequence[Sequence[Line]]:
    """What may stand there, from the most words to the fewest. Of a zone in hand the state alone is
    better than nothing; of one that is as on any day, its name."""
    match item.sort:
        case ItemSort.ZONE if not item.word:
            return (((item.title, True),),)
        case ItemSort.ZONE:
            one, title = f"{item.title}{_LISTS}{item.word}", (item.title, True)
            words = tuple((part, False) for part in item.word.split(_LISTS))
            brief = (((one, True),), (title, (item.word, False)), (title, *words))
            if item.severity is Severity.PLAIN:
                return (*brief, (title,))
            state = tuple((part, False) for part in item.state.split(_LISTS))
            note = ((item.note, False),) if item.note else ()
            whole = (title, (item.state, False), *note)
            listed = (title, *state)
            return (whole, (*listed, *note), whole[:2], listed, *brief, words)
        case ItemSort.POST:
            text = item.word if item.stands or item.key == selected else ""
        case ItemSort.ENTRANCE:
            is_named = item.stands or item.key == selected
            text = f"{item.title}{_LISTS}{item.state}" if is_named else ""
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
