"""Nothing is open: a calm clock, the day, and who is on duty."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import datetime

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from app.presenters.roles import Severity
from app.presenters.wall_calm import DutyGroup, WallCalm
from app.presenters.wall_screen import FootProps
from app.views.parts import painting
from app.views.wall.block import Block
from app.views.wall.ink import LETTER, WallInk, draw
from app.views.wall.lists import packed

CLOCK, TITLE, DATE, GROUP = 120.0, 32.0, 28.0, 21.0
"""Millimetres of capitals and figures."""


class CalmView(Block):
    def __init__(self, ink: WallInk, parent: QWidget) -> None:
        super().__init__(ink, parent)
        self.setObjectName("wallCalm")
        self._calm, self._foot = WallCalm(), FootProps()

    def set_calm(self, calm: WallCalm) -> None:
        self._calm = calm
        self.tell()

    def set_foot(self, foot: FootProps) -> None:
        """Day and time are those of the foot."""
        self._foot = foot
        self.repaint_changed()

    def pass_time(self, now: datetime) -> None:
        """By the foot, which is told of every second."""

    @property
    def ground(self) -> str:
        return self.ink.theme.ground

    def _clock(self) -> QRect:
        return QRect(0, self.ink.mm(40), self.width(), self.ink.mm(160))

    def _date(self) -> QRect:
        return QRect(0, self._clock().bottom(), self.width(), self.ink.mm(44))

    def cells(self) -> Mapping[Hashable, tuple[QRect, Hashable]]:
        return {"clock": (self._clock(), self._foot.time), "date": (self._date(), self._foot.date)}

    def paint(self, painter: QPainter) -> None:
        ink, theme, calm = self.ink, self.ink.theme, self._calm
        draw(painter, ink, self._clock(), self._foot.time, CLOCK, theme.text, painting.CENTRE,
             mono=True)  # fmt: skip
        draw(painter, ink, self._date(), self._foot.date, DATE, theme.quiet, painting.CENTRE)
        title = QRect(0, self._date().bottom() + ink.mm(10), self.width(), ink.mm(50))
        good = ink.tone(Severity.GOOD).text
        draw(painter, ink, title, f"✓ {calm.title}", TITLE, good, painting.CENTRE, bold=True)
        below = QRect(0, title.bottom(), self.width(), ink.line(LETTER))
        draw(painter, ink, below, calm.on_duty, LETTER, theme.quiet, painting.CENTRE)
        edge, top = ink.mm(40), below.bottom() + ink.mm(10)
        room = QRect(edge, top, self.width() - 2 * edge, self.height() - top)
        self._paint_groups(painter, room)

    def _paint_groups(self, painter: QPainter, room: QRect) -> None:
        """One below the other, in two columns where there are many; what has no room is counted."""
        groups, line = self._calm.groups, self.ink.line(GROUP)
        down = max(1, room.height() // line)
        across = 1 if len(groups) <= down else 2
        gap = self.ink.mm(20)
        wide = (room.width() - gap * (across - 1)) // across
        for nth in range(across):
            column = QRect(room.left() + nth * (wide + gap), room.top(), wide, room.height())
            self._paint_column(painter, column, groups[nth * down : (nth + 1) * down])

    def _paint_column(self, painter: QPainter, room: QRect, groups: tuple[DutyGroup, ...]) -> None:
        ink = self.ink
        if not groups:
            return
        metrics = QFontMetrics(ink.face(LETTER))
        left = max(ink.wide(group.name, GROUP, bold=True) for group in groups) + ink.mm(14)
        left = min(left, room.width() // 2)
        line, top = ink.line(GROUP), room.top()
        for nth, group in enumerate(groups):
            fits = (room.bottom() - top) // line - (len(groups) - nth - 1)
            lines = max(1, min(fits, 3))
            names = packed(group.people, self._calm.between, metrics, room.width() - left, lines)
            self._paint_group(painter, QRect(room.left(), top, room.width(), line), left, group,
                              names)  # fmt: skip
            top += line * len(names)

    def _paint_group(
        self, painter: QPainter, line: QRect, left: int, group: DutyGroup, names: list[str]
    ) -> None:
        ink, theme = self.ink, self.ink.theme
        name = QRect(line.left(), line.top(), left - ink.mm(8), line.height())
        draw(painter, ink, name, group.name, GROUP, theme.quiet, bold=True)
        for nth, text in enumerate(names):
            rest = line.adjusted(left, 0, 0, 0).translated(0, nth * line.height())
            draw(painter, ink, rest, text, LETTER, theme.text)
