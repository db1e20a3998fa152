"""One incident of a mosaic: level, title, the deadlines that matter most, who is here."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import datetime

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from app.presenters.roles import Severity
from app.presenters.wall_counting import count, wall_elapsed
from app.presenters.wall_incident import Shown, WallIncident
from app.presenters.wall_parts import WallDuty, WallHead, few_late_words, late_words
from app.views.parts import painting
from app.views.parts.level_badge import SHAPES
from app.views.wall.block import Block
from app.views.wall.counts import (
    count_cells,
    count_high,
    count_wide,
    draw_count,
    draw_slot,
    slot_rects,
    slot_state,
)
from app.views.wall.drill import DrillMark
from app.views.wall.ink import LETTER, WallInk, chip_wide, draw, draw_chip
from app.views.wall.lists import wrapped

EDGE, GAP, SLOT, BAND, TITLE = 8.0, 4.0, 10.0, 29.0, 30.0
"""Millimetres; the last three: how high the frame of places, the level's band, the title are."""
TWO_LINES = 58.0
ROOMY = 330.0
"""From so many millimetres on words stand beside a countdown, not below it."""


class Tile(Block):
    """From the top: band of the level, title, deadlines as many as fit, places, who is here."""

    def __init__(self, ink: WallInk, incident: WallIncident, parent: QWidget) -> None:
        super().__init__(ink, parent)
        self.setObjectName("wallTile")
        self.incident = incident
        self._mark = DrillMark()
        self._duties: list[tuple[QRect, WallDuty]] = []
        incident.changed.connect(self._show)

    def release(self) -> None:
        """It is shown no more."""
        self.incident.changed.disconnect(self._show)

    def _show(self, part: Shown) -> None:
        if part in (Shown.HEAD, Shown.DUTIES, Shown.ROSTER):
            self.tell()

    # Where everything is -------------------------------------------------------------------------

    @property
    def _is_roomy(self) -> bool:
        return self.width() >= self.ink.mm(ROOMY)

    def _line(self) -> int:
        return self.ink.line(LETTER)

    def _inner(self) -> QRect:
        edge = self.ink.mm(EDGE)
        return QRect(edge, 0, self.width() - 2 * edge, self.height())

    def _band(self) -> QRect:
        return QRect(0, 0, self.width(), self.ink.mm(BAND))

    def _title(self) -> QRect:
        inner = self._inner()
        top = self._band().bottom() + 1
        return QRect(inner.left(), top, inner.width(), self.ink.mm(TITLE))

    @property
    def _is_tight(self) -> bool:
        """Without room for a line of its own, what is overdue stands beside what is due."""
        needed = self.ink.mm(BAND + TITLE + SLOT + 2 * GAP) + self._duty_high() + self._line()
        return needed > self.height()

    def _last(self) -> QRect:
        inner, high = self._inner(), self._line()
        return QRect(inner.left(), self.height() - high - self.ink.mm(1), inner.width(), high)

    def _elapsed_rect(self) -> QRect:
        last = self._last()
        wide = self.ink.wide("00:00:00", LETTER, mono=True)
        return QRect(last.right() + 1 - wide, last.top(), wide, last.height())

    def _slots(self) -> QRect:
        high = self.ink.mm(SLOT)
        last = self._last()
        bottom = self.height() - self.ink.mm(GAP) if self._is_tight else last.top()
        return QRect(last.left(), bottom - high, last.width(), high)

    def _place(self) -> QRect | None:
        """A line for where it is, if all the rest has room besides."""
        title = self._title()
        place = QRect(title.left(), title.bottom() + 1, title.width(), self._line())
        needed = self._duty_high() + place.bottom() + self.ink.mm(GAP)
        return place if needed < self._slots().top() else None

    def _duty_high(self) -> int:
        high = count_high(self.ink)
        return max(high, self.ink.mm(TWO_LINES)) if self._is_roomy else high + self._line()

    def arrange(self) -> None:
        ink, inner = self.ink, self._inner()
        place = self._place()
        top = (place or self._title()).bottom() + 1 + (0 if self._is_tight else ink.mm(GAP))
        high = self._duty_high()
        step = high + ink.mm(GAP)
        room = self._slots().top() - top
        fits = max(0, (room + ink.mm(GAP)) // step)
        duties = self.incident.duties[:fits]
        self._duties = [(QRect(inner.left(), top + nth * step, inner.width(), high), duty)
                        for nth, duty in enumerate(duties)]  # fmt: skip

    def _count_rect(self, row: QRect) -> QRect:
        high = count_high(self.ink)
        if self._is_roomy:
            wide = count_wide(self.ink)
            top = row.top() + (row.height() - high) // 2
            return QRect(row.right() + 1 - wide, top, wide, high)
        return QRect(row.left(), row.top(), row.width(), high)

    # What time changes ---------------------------------------------------------------------------

    def cells(self) -> Mapping[Hashable, tuple[QRect, Hashable]]:
        now = self.now
        if now is None:
            return {}
        found: dict[Hashable, tuple[QRect, Hashable]] = {
            "elapsed": (self._elapsed_rect(), self._elapsed(now)),
        }
        for row, duty in self._duties:
            made = count(duty.start, duty.due, now)
            found |= count_cells(self.ink, duty.key, self._count_rect(row), made)
            found[duty.key, "late"] = (row, duty.due <= now)
        room, slots = self._slots(), self.incident.roster.slots
        for nth, (rect, slot) in enumerate(
            zip(slot_rects(self.ink, room, slots), slots, strict=False)
        ):
            found["slot", nth] = (rect, slot_state(slot, now, room.height()))
        late = self._late(now)
        found["late"] = (self._last(), late)
        if self._is_tight:
            del found["elapsed"]
            found["late"] = (self.rect(), late)
        found["band"] = (self.rect(), bool(late))
        return found

    def _elapsed(self, now: datetime) -> str:
        head = self.incident.head
        return wall_elapsed(head.opened_at, head.over_at or now)

    def _late(self, now: datetime) -> int:
        return sum(duty.due <= now for duty in self.incident.duties)

    # Painting ------------------------------------------------------------------------------------

    def paint(self, painter: QPainter) -> None:
        now = self.now
        if now is None:
            return
        ink, head, asked = self.ink, self.incident.head, self.is_asked_for
        if asked(self._band()):
            self._paint_band(painter, head)
        if asked(self._title()):
            draw(painter, ink, self._title(), head.title, LETTER, ink.theme.text, bold=True)
        place = self._place()
        if place and asked(place):
            draw(painter, ink, place, head.place, LETTER, ink.theme.quiet)
        for row, duty in self._duties:
            if asked(row):
                self._paint_duty(painter, row, duty, now)
        if self._is_tight and not self._duties:  # its own line has no room, but a deadline's has
            rest = QRect(self._title().left(), self._title().bottom() + 1, self._title().width(),
                         self._duty_high())  # fmt: skip
            draw(painter, ink, rest, head.status, LETTER, ink.tone(Severity.GOOD).text)
        self._paint_slots(painter, now)
        if not self._is_tight and asked(self._last()):
            self._paint_last(painter, head, now)
        self._paint_edge(painter, head, late=self._late(now) > 0)

    def _paint_band(self, painter: QPainter, head: WallHead) -> None:
        ink, band = self.ink, self._band()
        badge = ink.theme.level[head.level.numeral]
        painter.fillRect(band, ink.colour(badge.fill))
        inner = band.adjusted(ink.mm(EDGE), 0, -ink.mm(EDGE), 0)
        numeral = f"{SHAPES[head.level]} {head.level.numeral}"
        drill = chip_wide(ink, head.drill_word) + ink.mm(GAP) if head.drill else 0
        word, told = self._band_words(head, numeral, inner.width() - drill)
        draw(painter, ink, inner, told, LETTER, badge.text, painting.RIGHT)
        room = inner.adjusted(0, 0, -ink.wide(told, LETTER) - ink.mm(GAP), 0)
        draw(painter, ink, room, word, LETTER, badge.text, bold=True)
        if head.drill:
            at = room.left() + ink.wide(word, LETTER, bold=True) + ink.mm(GAP)
            chip = QRect(at, band.top(), drill - ink.mm(GAP), band.height())
            draw_chip(painter, ink, chip, head.drill_word, Severity.DRILL)

    def _band_words(self, head: WallHead, numeral: str, room: int) -> tuple[str, str]:
        """Level, and who is here, in as many words as there is room for."""
        ink, word = self.ink, f"{numeral} {head.level_word}"
        for left, right in ((word, head.told), (numeral, head.told), (word, head.told_brief)):
            if ink.wide(left, LETTER, bold=True) + ink.mm(GAP) + ink.wide(right, LETTER) <= room:
                return left, right
        return numeral, head.told_brief

    def _paint_duty(self, painter: QPainter, row: QRect, duty: WallDuty, now: datetime) -> None:
        ink, theme = self.ink, self.ink.theme
        rect = self._count_rect(row)
        words = QRegion(row) - QRegion(rect)
        draw_count(painter, ink, rect, count(duty.start, duty.due, now), self.is_asked_for)
        if not self.are_asked_for(words):
            return
        late = ink.tone(Severity.OVERDUE).text
        is_late = duty.due <= now
        if not self._is_roomy:
            line = QRect(row.left(), rect.bottom() + 1, row.width(), self._line())
            self._paint_about(painter, line, duty, now)
            return
        room = rect.left() - ink.mm(GAP) - row.left()
        high = row.height() // 2
        line = QRect(row.left(), row.top(), room, high)
        lines = [duty.about]
        if not is_late:
            font = ink.face(LETTER, bold=True)
            lines = wrapped(duty.about, QFontMetrics(font), room, 2)
        for nth, text in enumerate(lines):
            below = line.translated(0, nth * high)
            draw(painter, ink, below, text, LETTER, theme.text, bold=True)
        if is_late:
            draw(painter, ink, line.translated(0, high), duty.late_word, LETTER, late)

    def _paint_about(self, painter: QPainter, line: QRect, duty: WallDuty, now: datetime) -> None:
        """With what is missing where it is late, or how much is."""
        ink, late = self.ink, self._late(now)
        word = duty.late_word if duty.due <= now else ""
        if self._is_tight and late > 1:
            word = few_late_words(late)
        wide = min(ink.wide(word, LETTER), line.width()) if word else 0
        room = line.adjusted(0, 0, -wide - ink.mm(GAP), 0) if wide else line
        draw(painter, ink, room, duty.about, LETTER, ink.theme.text)
        draw(painter, ink, line, word, LETTER, ink.tone(Severity.OVERDUE).text, painting.RIGHT)

    def _paint_slots(self, painter: QPainter, now: datetime) -> None:
        room, slots = self._slots(), self.incident.roster.slots
        for rect, slot in zip(slot_rects(self.ink, room, slots), slots, strict=False):
            if self.is_asked_for(rect):
                draw_slot(painter, self.ink, rect, slot_state(slot, now, room.height()))

    def _paint_last(self, painter: QPainter, head: WallHead, now: datetime) -> None:
        ink, last, late = self.ink, self._last(), self._late(now)
        clock = self._elapsed_rect()
        draw(painter, ink, clock, self._elapsed(now), LETTER, ink.theme.quiet, painting.RIGHT,
             mono=True)  # fmt: skip
        room = QRect(last.left(), last.top(), clock.left() - last.left(), last.height())
        text, severity = head.status, Severity.GOOD
        if late:
            text, severity = late_words(late), Severity.OVERDUE
        draw(painter, ink, room, text, LETTER, ink.tone(severity).text, bold=bool(late))

    def _paint_edge(self, painter: QPainter, head: WallHead, *, late: bool) -> None:
        ink = self.ink
        thick = max(2, ink.mm(2))
        edge = QRect(0, self.height() - thick, self.width(), thick)
        if late and self.is_asked_for(edge):
            painter.fillRect(edge, ink.colour(ink.tone(Severity.OVERDUE).bar))
        if head.drill:
            self._mark.paint(painter, ink, self.rect())
