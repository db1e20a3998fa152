"""How rows paint chips, countdowns, buttons and boxes: as the widgets of those names look."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from app.presenters.roles import Severity
from app.views.look import Inks

LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE: Final = Qt.AlignmentFlag.AlignCenter
CHIP_TEXT, COUNT_TEXT, WORD_TEXT, BUTTON_TEXT = 13, 21, 14, 15
"""Pixels at 100 %."""


@contextmanager
def saved(painter: QPainter) -> Iterator[None]:
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """One line in the painter's pen, ending in "…" where there is no room."""
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, align, shown)


def chip_size(look: Inks, text: str) -> QSize:
    wide = QFontMetrics(look.font(CHIP_TEXT)).horizontalAdvance(text)
    return QSize(wide + 2 * look.px(7), look.px(21))


def draw_chip(painter: QPainter, look: Inks, rect: QRect, text: str, severity: Severity) -> None:
    tone = look.tone(severity)
    _draw_frame(painter, look, rect, tone.fill, tone.edge)
    painter.setPen(look.colour(tone.text))
    inner = rect.adjusted(look.px(6), 0, -look.px(5), 0)
    draw_text(painter, inner, text, look.font(CHIP_TEXT), CENTRE)


def _fitting(look: Inks, text: str, width: int) -> QFont:
    """Numbers of many days or hours are smaller rather than cut."""
    wide = QFontMetrics(look.font(COUNT_TEXT, mono=True)).horizontalAdvance(text)
    return look.font(COUNT_TEXT if wide <= width else COUNT_TEXT * width // wide, mono=True)


def draw_countdown(
    painter: QPainter,
    look: Inks,
    rect: QRect,
    text: str,
    severity: Severity,
    fraction: float | None,
) -> None:
    """Numbers over a thin bar; without a fraction a quiet word, as nothing is counted."""
    if fraction is None:
        painter.setPen(look.colour(look.theme.quiet))
        draw_text(painter, rect, text, look.font(WORD_TEXT, mono=True), RIGHT)
        return
    tone, thick = look.tone(severity), look.px(4)
    painter.setPen(look.colour(tone.count))
    numbers = rect.adjusted(0, 0, 0, -2 * thick)
    draw_text(painter, numbers, text, _fitting(look, text, rect.width()), RIGHT)
    bar = QRect(rect.left(), rect.bottom() - 2 * thick, rect.width(), thick)
    painter.fillRect(bar, look.colour(look.theme.track))
    bar.setWidth(round(bar.width() * min(max(fraction, 0.0), 1.0)))
    painter.fillRect(bar, look.colour(tone.bar))


def button_width(look: Inks, text: str) -> int:
    wide = QFontMetrics(look.font(BUTTON_TEXT)).horizontalAdvance(text)
    return max(wide + 2 * look.px(12), look.px(56))


def draw_button(painter: QPainter, look: Inks, rect: QRect, text: str, *, hot: bool) -> None:
    theme = look.theme
    fill = theme.action_hover if hot else theme.action
    _draw_frame(painter, look, rect, fill, theme.strong_edge)
    painter.setPen(look.colour(theme.text))
    draw_text(painter, rect, text, look.font(BUTTON_TEXT), CENTRE)


def draw_tick_box(painter: QPainter, look: Inks, rect: QRect, *, checked: bool) -> None:
    theme, good = look.theme, look.tone(Severity.GOOD)
    fill, edge = (good.fill, good.bar) if checked else (theme.field, theme.quiet)
    _draw_frame(painter, look, rect, fill, edge)
    if checked:
        with saved(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.colour(good.text), look.px(2)))
            box = QRectF(rect)
            painter.drawPolyline([_at(box, 0.24, 0.52), _at(box, 0.43, 0.72), _at(box, 0.78, 0.28)])


def draw_focus(painter: QPainter, look: Inks, rect: QRect) -> None:
    painter.setPen(QPen(look.colour(look.theme.focus), look.px(2)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.left() + x * box.width(), box.top() + y * box.height())


def _draw_frame(painter: QPainter, look: Inks, rect: QRect, fill: str, edge: str) -> None:
    with saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.colour(edge))
        painter.setBrush(look.colour(fill))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
