"""Sizes of the wall in millimetres, so that it is legible at five metres on any screen."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen, QPixmap, QRawFont

from app.presenters.roles import Severity
from app.views import fonts
from app.views.look import Look
from app.views.parts import painting
from app.views.parts.plan_labels import STATE_TEXT
from app.views.parts.plan_painter import POST_TEXT
from app.views.theme import Theme, Tone

LETTER: Final = 19.0
"""Millimetres that the capitals and figures of the smallest text are high."""
COUNTDOWN: Final = 38.0
"""Millimetres that the figures of countdowns are high."""

LEADING: Final = 1.68
"""From line to line, as a part of the height of capitals."""

_INCH = 25.4
USUAL, SMALLEST = 55 * _INCH, 32 * _INCH
"""Diagonals: what is assumed where a screen does not say, and below which letters shrink: nobody
looks at such a small one from five metres."""
_PROBE: Final = 1000


def pixels_per_mm(pixels: QSizeF, size: QSizeF, inches: float = 0) -> float:
    """`size` is what the screen says it measures, in millimetres; some say nothing, or nonsense.

    `inches` is the diagonal by somebody who knows it; 0: nobody said. A screen larger than 55
    inches is looked at from farther away: there letters grow with it.
    """
    diagonal = math.hypot(size.width(), size.height())
    across = math.hypot(pixels.width(), pixels.height())
    if inches:
        diagonal = inches * _INCH
    elif not _is_plausible(pixels, size):
        diagonal = USUAL
    return across / min(max(diagonal, SMALLEST), USUAL)


def _is_plausible(pixels: QSizeF, size: QSizeF) -> bool:
    """Projectors say 160 × 90 mm, or nothing; what is no screen's shape is not believed either."""
    if size.width() < 200 or size.height() < 110 or pixels.isEmpty():
        return False
    shape = (size.width() / size.height()) / (pixels.width() / pixels.height())
    return 0.8 < shape < 1.25


@cache
def _height_of_capitals(mono: bool, bold: bool) -> float:
    """As a part of the font's size."""
    raw = QRawFont.fromFont(fonts.font(_PROBE, bold=bold, mono=mono))
    return raw.capHeight() / _PROBE


Asked: TypeAlias = Callable[[QRect], bool]
"""Whether any of a rectangle is to be painted now."""


class WallInk(QObject):
    """Faces and colours of the look in force, in the scale of one screen."""

    changed = Signal()

    def __init__(self, look: Look, per_mm: float) -> None:
        super().__init__()
        self._look = look
        self._fonts: dict[tuple[float, bool, bool], QFont] = {}
        self._figures: dict[tuple[str, str, float], QPixmap] = {}
        self._per_mm = per_mm
        look.changed.connect(self._begin_anew)

    @property
    def per_mm(self) -> float:
        return self._per_mm

    def set_per_mm(self, per_mm: float) -> None:
        if per_mm != self._per_mm:
            self._per_mm = per_mm
            self._begin_anew()

    def _begin_anew(self) -> None:
        self._fonts.clear()
        self._figures.clear()
        self.changed.emit()

    def mm(self, millimetres: float) -> int:
        return round(millimetres * self._per_mm)

    def face(self, high: float, *, bold: bool = False, mono: bool = False) -> QFont:
        """A font whose capitals and figures are at least so many millimetres high."""
        key = (high, bold, mono)
        if key not in self._fonts:
            part = _height_of_capitals(mono, bold)
            pixels = math.ceil(high * self._per_mm / part)
            self._fonts[key] = fonts.font(pixels, bold=bold, mono=mono)
        return self._fonts[key]

    def wide(self, text: str, high: float, *, bold: bool = False, mono: bool = False) -> int:
        return QFontMetrics(self.face(high, bold=bold, mono=mono)).horizontalAdvance(text)

    def line(self, high: float) -> int:
        """Pixels from one line of such letters to the next."""
        return self.mm(high * LEADING)

    def figure(self, figure: str, colour: str, ratio: float) -> QPixmap:
        """Of a countdown, painted once: Qt makes letters as large as these anew each time."""
        key = (figure, colour, ratio)
        if key not in self._figures:
            self._figures[key] = self._paint_figure(figure, colour, ratio)
        return self._figures[key]

    def _paint_figure(self, figure: str, colour: str, ratio: float) -> QPixmap:
        font = self.face(COUNTDOWN, mono=True)
        metrics, capitals = QFontMetrics(font), round(COUNTDOWN * self._per_mm)
        margin = capitals // 8
        size = QSize(metrics.horizontalAdvance(figure), capitals + 2 * margin)
        image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(0)
        painter = QPainter(image)
        painter.setFont(font)
        painter.setPen(self.colour(colour))
        painter.drawText(0, margin + capitals, figure)
        painter.end()
        return QPixmap.fromImage(image)

    # What painters of the windows need, too: `app/views/look.py` --------------------------------

    @property
    def theme(self) -> Theme:
        return self._look.theme

    @property
    def scale(self) -> float:
        """So that the smallest words of a site plan are as large as the wall's smallest."""
        smallest = min(POST_TEXT, STATE_TEXT)
        return self.face(LETTER).pixelSize() / smallest

    def px(self, pixels: float) -> int:
        return math.ceil(pixels * self.scale)

    def font(self, pixels: int, *, bold: bool = False, mono: bool = False) -> QFont:
        return fonts.font(self.px(pixels), bold=bold, mono=mono)

    def colour(self, value: str) -> QColor:
        return self._look.colour(value)

    def tone(self, severity: Severity) -> Tone:
        return self._look.tone(severity)


def draw(
    painter: QPainter, ink: WallInk, rect: QRect, text: str, high: float, colour: str,
    align: Qt.AlignmentFlag = painting.LEFT, *, bold: bool = False, mono: bool = False,
) -> None:  # fmt: skip
    """One line, ending in "…" where there is no room; its capitals in the middle of `rect`.

    Lines stand closer than the faces themselves would have it: these leave room for accents over
    capitals, which neither of our languages has.
    """
    if not text or rect.width() <= 0:
        return
    font = ink.face(high, bold=bold, mono=mono)
    metrics = QFontMetrics(font)
    wide = metrics.horizontalAdvance(text)
    if wide > rect.width() + 1:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        wide = metrics.horizontalAdvance(text)
    left = rect.left()
    if align & Qt.AlignmentFlag.AlignRight:
        left = rect.right() + 1 - wide
    elif align & Qt.AlignmentFlag.AlignHCenter:
        left = rect.left() + (rect.width() - wide) // 2
    capitals = round(high * ink.per_mm)
    painter.setFont(font)
    painter.setPen(ink.colour(colour))
    painter.drawText(left, rect.top() + (rect.height() + capitals) // 2, text)


def figure_rects(ink: WallInk, rect: QRect, text: str) -> list[QRect]:
    """Where each figure of a countdown stands: at the right of `rect`, all equally wide."""
    wide = ink.wide("0", COUNTDOWN, mono=True)
    left = rect.right() + 1 - wide * len(text)
    return [QRect(left + nth * wide, rect.top(), wide, rect.height()) for nth in range(len(text))]


def draw_figures(
    painter: QPainter, ink: WallInk, rect: QRect, text: str, colour: str, asked: Asked
) -> None:
    """A countdown; one that has no room goes on to the left of `rect`."""
    ratio = painter.device().devicePixelRatio()
    for figure, place in zip(text, figure_rects(ink, rect, text), strict=True):
        if asked(place):
            pixmap = ink.figure(figure, colour, ratio)
            left = place.left() + (place.width() - round(pixmap.width() / ratio)) // 2
            top = place.center().y() - round(pixmap.height() / ratio) // 2
            painter.drawPixmap(left, top, pixmap)


def chip_wide(ink: WallInk, text: str) -> int:
    return ink.wide(text, LETTER) + ink.mm(14) if text else 0


def draw_chip(painter: QPainter, ink: WallInk, rect: QRect, text: str, severity: Severity) -> None:
    """`rect` is as high as a line; the frame is a little lower than that."""
    tone = ink.tone(severity)
    with painting.saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink.colour(tone.edge), max(1, ink.mm(1))))
        painter.setBrush(ink.colour(tone.fill))
        frame = QRectF(rect).adjusted(1, ink.mm(1), -1, -ink.mm(1))
        painter.drawRoundedRect(frame, ink.mm(3), ink.mm(3))
    draw(painter, ink, rect, text, LETTER, tone.text, painting.CENTRE)
