"""The week as a grid of hours, each with how many places are unfilled; chosen by arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.presenters.roles import Severity
from app.views.look import Look
from app.views.parts import painting

DAYS, HOURS = 7, 24
_CELL, _TALL, _LEAST, _NAMES, _HEAD, _TEXT = 17, 34, 17, 46, 22, 12
"""Pixels at 100 %: a cell's least width, height and least height; room for days, hours, text."""

_STEPS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -HOURS, Qt.Key.Key_Down: HOURS,
}  # fmt: skip


class WeekGrid(QWidget):
    """`hour_chosen` counts from Monday 00:00. A number says what the colour says."""

    hour_chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("weekGrid")
        self._look = look
        self._hours: Sequence[int | None] = (None,) * (DAYS * HOURS)
        self._chosen, self._now = -1, 0
        self._days: Sequence[str] = ("",) * DAYS
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        look.changed.connect(self.updateGeometry)

    def show_week(self, hours: Sequence[int | None], *, chosen: int, now: int) -> None:
        """Unfilled places by hour, None where nothing is known; `chosen` -1: none."""
        if (tuple(hours), chosen, now) != (tuple(self._hours), self._chosen, self._now):
            self._hours, self._chosen, self._now = tuple(hours), chosen, now
            self.update()

    def set_days(self, names: Sequence[str]) -> None:
        """Monday first."""
        self._days = names
        self.update()

    def sizeHint(self) -> QSize:
        px = self._look.px
        return QSize(px(_NAMES) + HOURS * px(_CELL), px(_HEAD) + DAYS * px(_TALL) + 2)

    def minimumSizeHint(self) -> QSize:
        px = self._look.px
        return QSize(px(_NAMES) + HOURS * px(_CELL), px(_HEAD) + DAYS * px(_LEAST) + 2)

    # What one does -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        at = self._now if self._chosen < 0 else self._chosen
        self.hour_chosen.emit((at + step) % (DAYS * HOURS))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        for hour in range(DAYS * HOURS):
            if self.cell(hour).contains(at):
                self.hour_chosen.emit(hour)

    def cell(self, hour: int) -> QRect:
        """Where an hour is."""
        px = self._look.px
        left, day = px(_NAMES), hour // HOURS
        room = self.width() - left - 2
        begin, end = (left + room * each // HOURS for each in (hour % HOURS, hour % HOURS + 1))
        tall = (self.height() - px(_HEAD) - 2) // DAYS
        return QRect(begin, px(_HEAD) + day * tall, end - begin - 1, tall - 1)

    # How it looks ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            self._paint_names(painter)
            for hour, count in enumerate(self._hours):
                self._paint_hour(painter, self.cell(hour), count)
            self._paint_marks(painter)
            if self.hasFocus():
                painting.draw_focus(painter, self._look, self.rect())

    def _paint_names(self, painter: QPainter) -> None:
        look = self._look
        painter.setPen(look.colour(look.theme.quiet))
        for day, name in enumerate(self._days):
            row = self.cell(day * HOURS)
            where = QRect(0, row.top(), look.px(_NAMES) - look.px(6), row.height())
            painting.draw_text(painter, where, name, look.font(_TEXT), painting.RIGHT)
        for hour in range(0, HOURS, 3):
            column = self.cell(hour)
            where = QRect(column.left(), 0, column.width() * 3, look.px(_HEAD))
            painting.draw_text(painter, where, f"{hour:02}", look.font(_TEXT, mono=True))

    def _paint_hour(self, painter: QPainter, cell: QRect, count: int | None) -> None:
        look = self._look
        if count is None:
            painter.fillRect(cell, look.colour(look.theme.panel))
            painter.setPen(look.colour(look.theme.quiet))
            painting.draw_text(painter, cell, "·", look.font(_TEXT), painting.CENTRE)
            return
        tone = look.tone(Severity.OVERDUE if count else Severity.GOOD)
        painter.fillRect(cell, look.colour(tone.fill))
        if count:
            painter.setPen(look.colour(tone.text))
            shown = str(count) if count < 10 else "+"
            painting.draw_text(painter, cell, shown, look.font(_TEXT, bold=True), painting.CENTRE)

    def _paint_marks(self, painter: QPainter) -> None:
        """Now has a thin frame, what is chosen a thick one."""
        look = self._look
        marked = [(self._now, 1)] + ([(self._chosen, 3)] if self._chosen >= 0 else [])
        for hour, thick in marked:
            painter.setPen(QPen(look.colour(look.theme.text), look.px(thick)))
            painter.drawRect(self.cell(hour).adjusted(1, 1, -1, -1))
