"""The bands of the wall: the level across the top, what is overdue, the foot."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import datetime

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from app.presenters.roles import Severity
from app.presenters.wall_counting import wall_elapsed
from app.presenters.wall_incident import WallIncident
from app.presenters.wall_parts import WallAlarms, WallHead
from app.presenters.wall_screen import FootProps
from app.views.parts import painting
from app.views.parts.level_badge import SHAPES
from app.views.wall.block import Block
from app.views.wall.ink import LETTER, WallInk, chip_wide, draw, draw_chip
from app.views.wall.lists import counted

NUMERAL, TITLE, ABOUT = 44.0, 32.0, 20.0
"""Millimetres of capitals."""
NARROW = 500.0
"""Millimetres of width below which a title has no room beside level and time."""
DOT = " • "
BETWEEN = 8.0
"""Millimetres between words of the foot."""


class HeadBand(Block):
    """Level by colour, shape, numeral and word; title, place, who commands; time since opening."""

    HIGH, LOW, NARROW = 100.0, 82.0, 120.0
    """Millimetres; the second where there is little room, the third where that is not even wide."""

    def __init__(self, ink: WallInk, incident: WallIncident, parent: QWidget) -> None:
        super().__init__(ink, parent)
        self.setObjectName("wallHead")
        self._incident = incident
        self._level, self._clock, self._words = QRect(), QRect(), QRect()

    @property
    def _head(self) -> WallHead:
        return self._incident.head

    @property
    def ground(self) -> str:
        return self.ink.theme.level[self._head.level.numeral].fill

    @classmethod
    def high_of(cls, ink: WallInk, wide: int, *, is_small: bool) -> int:
        """Pixels."""
        if wide < ink.mm(NARROW):
            return ink.mm(cls.NARROW)
        return ink.mm(cls.LOW if is_small else cls.HIGH)

    @property
    def _is_narrow(self) -> bool:
        """Title and place stand below level and time, not between them."""
        return self.width() < self.ink.mm(NARROW)

    @property
    def _is_low(self) -> bool:
        return self._is_narrow or self.height() < self.ink.mm(self.HIGH)

    @property
    def _numeral_high(self) -> float:
        return TITLE if self._is_low else NUMERAL

    def arrange(self) -> None:
        ink, edge = self.ink, self.ink.mm(14)
        inner = self.rect().adjusted(edge, ink.mm(6), -edge, -ink.mm(6))
        wide = ink.wide(self._elapsed(), self._numeral_high, mono=True) + ink.mm(4)
        self._clock = QRect(inner.right() - wide + 1, inner.top(), wide, inner.height())
        left = max(ink.wide(self._numeral(), self._numeral_high, bold=True),
                   ink.wide(self._head.level_word, LETTER, bold=True)) + ink.mm(14)  # fmt: skip
        self._level = QRect(inner.left(), inner.top(), left, inner.height())
        room = self._clock.left() - ink.mm(6) - self._level.right()
        self._words = QRect(self._level.right(), inner.top(), room, inner.height())
        if self._is_narrow:
            top = ink.line(TITLE)
            self._level.setHeight(top)
            self._clock.setHeight(top)
            self._words = inner.adjusted(0, top, 0, 0)

    def cells(self) -> Mapping[Hashable, tuple[QRect, Hashable]]:
        return {"elapsed": (self._clock, self._elapsed())}

    def pass_time(self, now: datetime) -> None:
        before = len(self._elapsed())
        super().pass_time(now)
        if len(self._elapsed()) != before:  # an hour more: it needs more room
            self.tell()

    def _numeral(self) -> str:
        return f"{SHAPES[self._head.level]} {self._head.level.numeral}"

    def _elapsed(self) -> str:
        head = self._head
        until = head.over_at or self.now
        return wall_elapsed(head.opened_at, until) if until else ""

    def paint(self, painter: QPainter) -> None:
        ink, head = self.ink, self._head
        colour = ink.theme.level[head.level.numeral].text
        self._paint_level(painter, head, colour)
        top, bottom = _halves(self._words, 0.57)
        right = top.right()
        for chip, severity in ((head.status, Severity.GOOD), (head.drill_word, Severity.DRILL)):
            if chip:
                wide, line = chip_wide(ink, chip), ink.line(LETTER)
                right -= wide
                rect = QRect(right + 1, top.center().y() - line // 2, wide, line)
                draw_chip(painter, ink, rect, chip, severity)
                right -= ink.mm(4)
        top.setRight(right)
        draw(painter, ink, top, head.title, self._title_size(head, top), colour, bold=True)
        self._paint_about(painter, bottom, head, colour)

    def _paint_about(self, painter: QPainter, room: QRect, head: WallHead, colour: str) -> None:
        text, high = self._about(head, room.width())
        draw(painter, self.ink, room, text, high, colour)
        draw(painter, self.ink, self._clock, self._elapsed(), self._numeral_high, colour,
             painting.RIGHT, mono=True)  # fmt: skip

    def _about(self, head: WallHead, room: int) -> tuple[str, float]:
        """Place, how many people, who commands. The first two are rather left out than cut; a long

        place is cut where there is much room for it.
        """
        sorts = [(head.place, head.people, head.commands), (head.place, head.commands)]
        if head.people:
            sorts.append((head.people, head.commands))
        for parts in sorts:
            text = DOT.join(part for part in parts if part)
            for high in (ABOUT, LETTER):
                if self.ink.wide(text, high) <= room:
                    return text, high
        rest = room - self.ink.wide(DOT + head.commands, LETTER)
        if rest < room // 2:
            fits = self.ink.wide(head.commands, LETTER) <= room
            return head.commands if fits else head.commands_brief or head.commands, LETTER
        metrics = QFontMetrics(self.ink.face(LETTER))
        place = metrics.elidedText(head.place, Qt.TextElideMode.ElideRight, rest)
        return f"{place}{DOT}{head.commands}", LETTER

    def _paint_level(self, painter: QPainter, head: WallHead, colour: str) -> None:
        if self._is_narrow:  # the word has no room
            draw(painter, self.ink, self._level, self._numeral(), TITLE, colour, bold=True)
            return
        top, bottom = _halves(self._level, 0.66)
        draw(painter, self.ink, top, self._numeral(), self._numeral_high, colour,
             bold=True)  # fmt: skip
        draw(painter, self.ink, bottom, head.level_word, LETTER, colour, bold=True)

    def _title_size(self, head: WallHead, room: QRect) -> float:
        """A long title is smaller before it is cut."""
        sizes = (26.0, ABOUT, LETTER) if self._is_low else (TITLE, 26.0, ABOUT)
        fits = (size for size in sizes
                if self.ink.wide(head.title, size, bold=True) <= room.width())  # fmt: skip
        return next(fits, sizes[-1])


class AlarmBand(Block):
    """What is overdue in words; else what is due next."""

    HIGH = 38.0

    def __init__(self, ink: WallInk, incident: WallIncident, parent: QWidget) -> None:
        super().__init__(ink, parent)
        self.setObjectName("wallAlarms")
        self._incident = incident
        self._alarms = WallAlarms()

    def cells(self) -> Mapping[Hashable, tuple[QRect, Hashable]]:
        if self.now is None:
            return {}
        alarms = self._alarms = self._incident.alarms(self.now)
        return {"alarms": (self.rect(), (alarms.title, alarms.told, alarms.severity))}

    @property
    def ground(self) -> str:
        return self.ink.tone(self._alarms.severity).fill

    def paint(self, painter: QPainter) -> None:
        ink, alarms = self.ink, self._alarms
        tone = ink.tone(alarms.severity)
        edge = ink.mm(14)
        inner = self.rect().adjusted(edge, 0, -edge, 0)
        wide = ink.wide(alarms.title, ABOUT, bold=True)
        draw(painter, ink, inner, alarms.title, ABOUT, tone.text, bold=True)
        rest = inner.adjusted(wide + ink.mm(10), 0, 0, 0)
        metrics = QFontMetrics(ink.face(LETTER))
        text = counted(alarms.told, DOT, metrics, rest.width(), max(alarms.late, 1))
        draw(painter, ink, rest, text, LETTER, tone.text)
        painter.fillRect(QRect(0, 0, ink.mm(5), self.height()), ink.colour(tone.bar))


class Foot(Block):
    """How fresh all of it is, what else there is, day and time."""

    HIGH = 30.0

    def __init__(self, ink: WallInk, parent: QWidget) -> None:
        super().__init__(ink, parent)
        self.setObjectName("wallFoot")
        self._props = FootProps()

    def set_props(self, props: FootProps) -> None:
        """What is the same is not painted again."""
        self._props = props
        self.repaint_changed()

    @property
    def ground(self) -> str:
        return self.ink.theme.ground

    def _words(self) -> tuple[str, str, str]:
        """Link, middle and date in as many words as fit beside the time."""
        props = self._props
        link = props.link_brief or props.link
        for words in (
            (props.link, props.middle, props.date), (link, props.middle, props.date),
            (link, props.middle, ""), (link, props.middle_brief, ""),
        ):  # fmt: skip
            if self._wide(*words) <= self.width():
                return words
        return link, "", ""

    def _wide(self, *words: str) -> int:
        ink = self.ink
        said = [ink.wide(word, LETTER) for word in words if word]
        time = ink.wide(self._props.time, LETTER, mono=True)
        return 2 * ink.mm(14) + sum(said) + time + len(said) * ink.mm(BETWEEN)

    def _rects(self) -> dict[str, QRect]:
        ink, edge = self.ink, self.ink.mm(14)
        inner = self.rect().adjusted(edge, 0, -edge, 0)
        link_word, _, date_word = self._words()
        time = ink.wide(self._props.time, LETTER, mono=True)
        date, link = ink.wide(date_word, LETTER), ink.wide(link_word, LETTER)
        at = inner.right() + 1 - time
        rects = {"time": QRect(at, 0, time, self.height())}
        at -= (ink.mm(BETWEEN) + date) if date else 0
        rects["date"] = QRect(at, 0, date, self.height())
        left = inner.left() + link + ink.mm(BETWEEN)
        rects["link"] = QRect(inner.left(), 0, link + 1, self.height())
        rects["middle"] = QRect(left, 0, at - ink.mm(BETWEEN) - left, self.height())
        return rects

    def cells(self) -> Mapping[Hashable, tuple[QRect, Hashable]]:
        props, rects = self._props, self._rects()
        link, middle, date = self._words()
        return {
            "time": (rects["time"], props.time), "date": (rects["date"], date),
            "link": (rects["link"], (link, props.link_severity)),
            "middle": (rects["middle"], (middle, props.middle_severity)),
        }  # fmt: skip

    def paint(self, painter: QPainter) -> None:
        ink, props, rects, quiet = self.ink, self._props, self._rects(), self.ink.theme.quiet
        link, middle, date = self._words()
        draw(painter, ink, rects["link"], link, LETTER, ink.tone(props.link_severity).text)
        draw(painter, ink, rects["middle"], middle, LETTER,
             ink.tone(props.middle_severity).text, painting.CENTRE)  # fmt: skip
        draw(painter, ink, rects["date"], date, LETTER, quiet)
        draw(painter, ink, rects["time"], props.time, LETTER, ink.theme.text, painting.RIGHT,
             mono=True)  # fmt: skip


def _halves(rect: QRect, part: float) -> tuple[QRect, QRect]:
    high = round(rect.height() * part)
    top = QRect(rect.left(), rect.top(), rect.width(), high)
    return top, QRect(rect.left(), rect.top() + high, rect.width(), rect.height() - high)
