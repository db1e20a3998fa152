"""The slider over the whole course of an incident, with what stands out marked on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.models.replay_marks import Course, Mark, MarkKind
from app.presenters.roles import Severity
from app.views.look import Look
from app.views.parts.painting import saved

MARGIN, TRACK, LEVELS, HANDLE, LETTERS = 14, 12, 6, 8, 12
LABELS_APART = 130
"""Pixels at 100 %."""

_KEYS: Final = {
    Qt.Key.Key_Right: (MarkKind.ENTRY, True),
    Qt.Key.Key_Up: (MarkKind.ENTRY, True),
    Qt.Key.Key_Left: (MarkKind.ENTRY, False),
    Qt.Key.Key_Down: (MarkKind.ENTRY, False),
}


class CourseSlider(QWidget):
    """`place_requested` comes once for all moves of the mouse that wait; `step_requested` is the
    kind of mark to go to, and whether forward.
    """

    place_requested = Signal(float)
    step_requested = Signal(object, bool)

    def __init__(self, look: Look, say: Callable[[datetime], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("courseSlider")
        self._look, self._say = look, say
        self._course: Course | None = None
        self._place = 0.0
        self._wanted: float | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._request)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_course(self, course: Course) -> None:
        self._course = course
        self.update()

    def set_place(self, place: float) -> None:
        self._place = place
        self.update()

    def sizeHint(self) -> QSize:
        px = self._look.px
        return QSize(px(300), px(2 * HANDLE + TRACK + LEVELS + 4) + self._line_height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # What one does -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._want(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._want(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.step_requested.emit(MarkKind.ENTRY, event.angleDelta().y() < 0)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            self.step_requested.emit(*step)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._course:
            moment = self._course.moment(self._place_at(event.pos().x()))
            QToolTip.showText(event.globalPos(), self._say(moment), self)
            return True
        return super().event(event)

    def _want(self, event: QMouseEvent) -> None:
        self._wanted = self._place_at(event.position().x())
        self._soon.start()

    def _request(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.place_requested.emit(wanted)

    # Where things are ----------------------------------------------------------------------------

    @property
    def _left(self) -> float:
        return float(self._look.px(MARGIN))

    @property
    def _wide(self) -> float:
        return max(self.width() - 2 * self._left, 1.0)

    def _place_at(self, x: float) -> float:
        length = self._course.length if self._course else 0.0
        return min(max((x - self._left) / self._wide, 0.0), 1.0) * length

    def x_of(self, place: float) -> float:
        """Pixels from the left edge."""
        length = self._course.length if self._course else 0.0
        return self._left + (place / length * self._wide if length else 0.0)

    def _line_height(self) -> int:
        return QFontMetrics(self._look.font(LETTERS)).height()

    def _track(self) -> QRectF:
        px = self._look.px
        return QRectF(self._left, px(HANDLE + LEVELS + 2), self._wide, px(TRACK))

    # What is painted -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._course is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_track(painter, self._course)
        self._paint_levels(painter, self._course)
        for mark in self._course.marks:
            self._paint_mark(painter, self._course, mark)
        self._paint_labels(painter, self._course)
        self._paint_handle(painter)

    def _paint_track(self, painter: QPainter, course: Course) -> None:
        look, track = self._look, self._track()
        painter.fillRect(track, look.colour(look.theme.track))
        gone = QRectF(track)
        gone.setRight(self.x_of(self._place))
        painter.fillRect(gone, look.colour(look.theme.action_hover))
        quiet = look.colour(look.theme.quiet)
        for start, stop in course.quiet():
            stretch = QRectF(track)
            stretch.setLeft(self.x_of(start))
            stretch.setRight(self.x_of(stop))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.BDiagPattern)
            brush = painter.brush()
            brush.setColor(quiet)
            painter.fillRect(stretch, brush)

    def _paint_levels(self, painter: QPainter, course: Course) -> None:
        """A strip in the colour of the level from one change to the next."""
        steps = [mark for mark in course.marks if mark.kind is MarkKind.LEVEL]
        ends = [course.place(mark.at) for mark in steps[1:]] + [course.length]
        track = self._track()
        for step, end in zip(steps, ends, strict=False):
            if step.level is not None:
                left = self.x_of(course.place(step.at))
                badge = self._look.theme.level[step.level.numeral]
                strip = QRectF(left, self._look.px(HANDLE), self.x_of(end) - left,
                               self._look.px(LEVELS))  # fmt: skip
                painter.fillRect(strip, self._look.colour(badge.fill))
                painter.fillRect(
                    QRectF(left, strip.top(), self._look.px(2), track.bottom() - strip.top()),
                    self._look.colour(badge.fill),
                )

    def _paint_mark(self, painter: QPainter, course: Course, mark: Mark) -> None:
        look, track, x = self._look, self._track(), self.x_of(course.place(mark.at))
        px = look.px
        match mark.kind:
            case MarkKind.ENTRY:
                tick = QRectF(x, track.bottom() - px(3), 1, px(3))
                painter.fillRect(tick, look.colour(look.theme.quiet))
            case MarkKind.CALL_OUT:
                bar = look.colour(look.tone(Severity.PLAIN).bar)
                painter.fillRect(QRectF(x - px(1), track.center().y(), px(3), px(6)), bar)
            case MarkKind.MISS:
                self._paint_miss(painter, x, track)
            case MarkKind.LEVEL:
                pass  # the strip above begins there

    def _paint_miss(self, painter: QPainter, x: float, track: QRectF) -> None:
        """A triangle hanging from the top of the track: told from the rest by its shape too."""
        wide = self._look.px(4)
        corners = [QPointF(x - wide, track.top()), QPointF(x + wide, track.top()),
                   QPointF(x, track.top() + 2 * wide)]  # fmt: skip
        with saved(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour(self._look.tone(Severity.OVERDUE).bar))
            painter.drawPolygon(QPolygonF(corners))

    def _paint_labels(self, painter: QPainter, course: Course) -> None:
        look = self._look
        painter.setFont(look.font(LETTERS))
        painter.setPen(look.colour(look.theme.quiet))
        count = max(int(self._wide // look.px(LABELS_APART)), 1) if course.length else 1
        places = [course.length * nth / count for nth in range(count + 1)]
        top, high = self._track().bottom() + look.px(2), self._line_height()
        for place in dict.fromkeys(places):
            text = self._say(course.moment(place))
            wide = painter.fontMetrics().horizontalAdvance(text) + 2
            left = min(max(self.x_of(place) - wide / 2, 0.0), self.width() - wide)
            painter.drawText(QRectF(left, top, wide, high), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_handle(self, painter: QPainter) -> None:
        look, x, track = self._look, self.x_of(self._place), self._track()
        wide, tone = look.px(HANDLE), look.tone(Severity.PAST)
        line = QRectF(x - look.px(1), 0, look.px(3), track.bottom() + look.px(2))
        painter.fillRect(line, look.colour(tone.bar))
        grip = QPolygonF([QPointF(x - wide, 0), QPointF(x + wide, 0), QPointF(x, wide)])
        painter.setBrush(look.colour(tone.bar))
        painter.setPen(look.colour(look.theme.focus if self.hasFocus() else look.theme.ground))
        painter.drawPolygon(grip)
