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
WIDE, HIGH = 1000.0, 640.0
"""Millimetres that all of it takes in these sizes."""


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

    def _part(self) -> float:
        """Of the sizes of a wall that has all the room, where there is less."""
        ink = self.ink
        return min(1.0, self.width() / ink.mm(WIDE), self.height() / ink.mm(HIGH))

    def _size(self, high: float) -> float:
        return max(high * self._part(), LETTER)

    def _down(self, millimetres: float) -> int:
        return self.ink.mm(millimetres * self._part())

    def _clock(self) -> QRect:
        return QRect(0, self._down(40), self.width(), self._down(160))

    def _date(self) -> QRect:
        high = max(self._down(44), self.ink.line(LETTER))
        return QRect(0, self._clock().bottom(), self.width(), high)

    def cells(self) -> Mapping[Hashable, tuple[QRect, Hashable]]:
        return {"clock": (self._clock(), self._foot.time), "date": (self._date(), self._foot.date)}

    def paint(self, painter: QPainter) -> None:
        ink, theme, calm = self.ink, self.ink.theme, self._calm
        draw(painter, ink, self._clock(), self._foot.time, self._size(CLOCK), theme.text,
             painting.CENTRE, mono=True)  # fmt: skip
        draw(painter, ink, self._date(), self._foot.date, self._size(DATE), theme.quiet,
             painting.CENTRE)  # fmt: skip
        high = max(self._down(50), ink.line(LETTER))
        title = QRect(0, self._date().bottom() + self._down(10), self.width(), high)
        good = ink.tone(Severity.GOOD).text
        draw(painter, ink, title, f"✓ {calm.title}", self._size(TITLE), good, painting.CENTRE,
             bold=True)  # fmt: skip
        below = QRect(0, title.bottom(), self.width(), ink.line(LETTER))
        draw(painter, ink, below, calm.on_duty, LETTER, theme.quiet, painting.CENTRE)
        edge, top = self._down(40), below.bottom() + self._down(10)
        room = QRect(edge, top, self.width() - 2 * edge, self.height() - top)
        self._paint_groups(painter, room)

    def _paint_groups(self, painter: QPainter, room: QRect) -> None:
        """One below the other, in two columns where there are many; what has no room is counted."""
        groups, line = self._calm.groups, self.ink.line(GROUP)
        down = max(1, room.height() // line)
        gap = self.ink.mm(20)
        half = (room.width() - gap) // 2
        if len(groups) <= down:
            self._paint_column(painter, room, groups)
        elif self._names_wide(groups) <= half // 2:
            for nth in range(2):
                column = QRect(room.left() + nth * (half + gap), room.top(), half, room.height())
                self._paint_column(painter, column, groups[nth * down : (nth + 1) * down])
        else:
            shown, high = groups[: down - 1], (down - 1) * line
            above = QRect(room.left(), room.top(), room.width(), high)
            self._paint_column(painter, above, shown)
            rest = above.translated(0, high)
            rest.setHeight(line)
            more = f"+{len(groups) - len(shown)}"
            draw(painter, self.ink, rest, more, LETTER, self.ink.theme.quiet)

    def _names_wide(self, groups: tuple[DutyGroup, ...]) -> int:
        """Of the widest, with the room behind it."""
        wide = max(self.ink.wide(group.name, GROUP, bold=True) for group in groups)
        return wide + self.ink.mm(14)

    def _paint_column(self, painter: QPainter, room: QRect, groups: tuple[DutyGroup, ...]) -> None:
        ink = self.ink
        if not groups:
            return
        metrics = QFontMetrics(ink.face(LETTER))
        left = min(self._names_wide(groups), room.width() // 2)
        line, top = ink.line(GROUP), room.top()
        for nth, group in enumerate(groups):
            fits = (room.bottom() + 1 - top) // line - (len(groups) - nth - 1)
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
