"""The bands of the wall: the level across the top, what is overdue, the foot."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import datetime

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
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

NUMERAL, TITLE, ABOUT = 44.0, 32.0, 20.0
"""Millimetres of capitals."""


class HeadBand(Block):
    """Level by colour, shape, numeral and word; title, place, who commands; time since opening."""

    HIGH = 100.0
    """Millimetres."""

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

    def arrange(self) -> None:
        ink, edge = self.ink, self.ink.mm(14)
        inner = self.rect().adjusted(edge, ink.mm(6), -edge, -ink.mm(6))
        wide = ink.wide(self._elapsed(), NUMERAL, mono=True) + ink.mm(4)
        self._clock = QRect(inner.right() - wide + 1, inner.top(), wide, inner.height())
        left = max(ink.wide(self._numeral(), NUMERAL, bold=True),
                   ink.wide(self._head.level_word, LETTER, bold=True)) + ink.mm(14)  # fmt: skip
        self._level = QRect(inner.left(), inner.top(), left, inner.height())
        room = self._clock.left() - ink.mm(6) - self._level.right()
        self._words = QRect(self._level.right(), inner.top(), room, inner.height())

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
        """A long place is cut rather than who commands."""
        ink, rest = self.ink, f" • {head.about}" if head.place else head.about
        fits = ink.wide(head.place + rest, ABOUT) <= room.width()
        high = ABOUT if fits else LETTER
        least = min(ink.wide(head.place, high), room.width() // 4)
        place = min(ink.wide(head.place, high), room.width() - ink.wide(rest, high))
        place = max(place, least)
        draw(painter, ink, QRect(room.left(), room.top(), place, room.height()), head.place, high,
             colour)  # fmt: skip
        draw(painter, ink, room.adjusted(place, 0, 0, 0), rest, high, colour)
        draw(painter, ink, self._clock, self._elapsed(), NUMERAL, colour, painting.RIGHT, mono=True)

    def _paint_level(self, painter: QPainter, head: WallHead, colour: str) -> None:
        top, bottom = _halves(self._level, 0.66)
        draw(painter, self.ink, top, self._numeral(), NUMERAL, colour, bold=True)
        draw(painter, self.ink, bottom, head.level_word, LETTER, colour, bold=True)

    def _title_size(self, head: WallHead, room: QRect) -> float:
        """A long title is smaller before it is cut."""
        sizes = (TITLE, 26.0, ABOUT)
        fits = (size for size in sizes
                if self.ink.wide(head.title, size, bold=True) <= room.width())  # fmt: skip
        return next(fits, ABOUT)


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
        return {"alarms": (self.rect(), (alarms.title, alarms.text, alarms.severity))}

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
        draw(painter, ink, rest, alarms.text, LETTER, tone.text)
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

    def _rects(self) -> dict[str, QRect]:
        ink, props, edge = self.ink, self._props, self.ink.mm(14)
        inner = self.rect().adjusted(edge, 0, -edge, 0)
        time = ink.wide(props.time, LETTER, mono=True)
        date = ink.wide(props.date, LETTER)
        link = ink.wide(props.link, LETTER)
        at = inner.right() + 1 - time
        rects = {"time": QRect(at, 0, time, self.height())}
        at -= ink.mm(8) + date
        rects["date"] = QRect(at, 0, date, self.height())
        left = inner.left() + link + ink.mm(14)
        rects["link"] = QRect(inner.left(), 0, link + 1, self.height())
        rects["middle"] = QRect(left, 0, at - ink.mm(8) - left, self.height())
        return rects

    def cells(self) -> Mapping[Hashable, tuple[QRect, Hashable]]:
        props, rects = self._props, self._rects()
        return {
            "time": (rects["time"], props.time), "date": (rects["date"], props.date),
            "link": (rects["link"], (props.link, props.link_severity)),
            "middle": (rects["middle"], (props.middle, props.middle_severity)),
        }  # fmt: skip

    def paint(self, painter: QPainter) -> None:
        ink, props, rects, quiet = self.ink, self._props, self._rects(), self.ink.theme.quiet
        draw(painter, ink, rects["link"], props.link, LETTER, ink.tone(props.link_severity).text)
        draw(painter, ink, rects["middle"], props.middle, LETTER,
             ink.tone(props.middle_severity).text, painting.CENTRE)  # fmt: skip
        draw(painter, ink, rects["date"], props.date, LETTER, quiet)
        draw(painter, ink, rects["time"], props.time, LETTER, ink.theme.text, painting.RIGHT,
             mono=True)  # fmt: skip


def _halves(rect: QRect, part: float) -> tuple[QRect, QRect]:
    high = round(rect.height() * part)
    top = QRect(rect.left(), rect.top(), rect.width(), high)
    return top, QRect(rect.left(), rect.top() + high, rect.width(), rect.height() - high)
