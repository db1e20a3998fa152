"""Paints one entry of a timeline: when, what in as many lines as it takes, its marks, who."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.presenters import roles
from app.presenters.roles import Severity
from app.views.look import Look
from app.views.parts import painting
from app.views.thumbnails import Thumbnails, draw_thumbnail

Index = QModelIndex | QPersistentModelIndex
TITLE_TEXT, SUBTITLE_TEXT, TIME_TEXT = 15, 13, 14
MARGIN, GAP, PAD = 14, 10, 7
PICTURE_WIDE, PICTURE_TALL = 112, 84
"""Pixels at 100 %."""

DAY_HEIGHT = 28
"""Pixels at 100 %."""

MOST_KEPT = 500
"""Entries kept laid out: many more than are in view."""

LONGEST = 1000
"""Characters shown of one entry; the whole of a longer one is for its own window."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """One entry laid out for a width: positions count from below the day that begins with it.

    `day_height` is 0 where none does; `height` has it.
    """

    day: str
    day_height: int
    time: str
    text: QTextLayout
    words_left: int
    chips: tuple[tuple[QRect, str, Severity], ...]
    subtitle: str
    subtitle_top: int
    settled: bool
    picture: QRect
    height: int


class TimelineDelegate(QStyledItemDelegate):
    """Keeps what it has laid out, by key and width: the view says `forget` when a row changed."""

    def __init__(self, look: Look, thumbnails: Thumbnails | None = None) -> None:
        super().__init__()
        self._look = look
        self._thumbnails = thumbnails
        self._blocks: dict[tuple[str, int], Block] = {}
        look.changed.connect(self.forget)

    def forget(self) -> None:
        """Rows, or how they look, are not what they were."""
        self._blocks.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), self.block(option.rect.width(), index).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, rect = self._look, option.rect
        block = self.block(rect.width(), index)
        with painting.saved(painter):
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, look.colour(look.theme.selected))
            painter.setPen(look.colour(look.theme.edge))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            painter.translate(rect.topLeft())
            self._paint_day(painter, block, rect.width())
            painter.translate(0, block.day_height)
            self._paint_words(painter, block, rect.width())
            for chip, text, severity in block.chips:
                painting.draw_chip(painter, look, chip, text, severity)
            if self._thumbnails and not block.picture.isEmpty():
                picture = self._thumbnails.get(index.data(roles.PICTURE))
                draw_thumbnail(painter, look, block.picture, picture, "…")
            painter.translate(-rect.left(), -rect.top() - block.day_height)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painting.draw_focus(painter, look, rect)

    def block(self, width: int, index: Index) -> Block:
        place = (index.data(roles.KEY), width)
        block = self._blocks.get(place)
        if block is None:
            if len(self._blocks) >= MOST_KEPT:
                self._blocks.clear()
            block = self._blocks[place] = self._lay_out(width, index)
        return block

    def _lay_out(self, width: int, index: Index) -> Block:
        px = self._look.px
        time_width = QFontMetrics(self._look.font(TIME_TEXT, mono=True)).horizontalAdvance(
            "00:00:00"
        )
        left = px(MARGIN) + time_width + px(GAP)
        room = max(width - left - px(MARGIN), px(40))
        text = self._text(index, room)
        chips, bottom = self._chips(text, left, room, index)
        subtitle = index.data(roles.SUBTITLE) or ""
        tall = QFontMetrics(self._look.font(SUBTITLE_TEXT)).height() if subtitle else 0
        picture = self._picture(left, bottom + tall, index)
        day = index.data(roles.DAY) or ""
        day_height = px(DAY_HEIGHT) if day else 0
        return Block(
            day=day, day_height=day_height,
            time=index.data(roles.TIME) or "", text=text, words_left=left, chips=chips,
            subtitle=subtitle, subtitle_top=bottom,
            settled=bool(index.data(roles.STRUCK) or index.data(roles.QUIET)),
            picture=picture, height=bottom + tall + picture.height() + px(PAD) + day_height,
        )  # fmt: skip

    def _picture(self, left: int, top: int, index: Index) -> QRect:
        """There is as much room before it has come: nothing moves when it comes."""
        px = self._look.px
        if self._thumbnails is None or not index.data(roles.PICTURE):
            return QRect()
        return QRect(left, top + px(PAD) // 2, px(PICTURE_WIDE), px(PICTURE_TALL))

    def _text(self, index: Index, room: int) -> QTextLayout:
        title, bold = str(index.data(roles.TITLE)), index.data(roles.BOLD) or 0
        shown = title if len(title) <= LONGEST else title[:LONGEST] + "…"
        layout = QTextLayout(shown.replace("\n", "\N{LINE SEPARATOR}"), self._look.font(TITLE_TEXT))
        layout.setTextOption(_wrapped())
        layout.setFormats(_formats(len(shown), bold, struck=bool(index.data(roles.STRUCK))))
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout

    def _chips(
        self, text: QTextLayout, left: int, room: int, index: Index
    ) -> tuple[tuple[tuple[QRect, str, Severity], ...], int]:
        """The marks follow the last word, or stand below it; and where words and marks end."""
        look, placed = self._look, []
        last = text.lineAt(text.lineCount() - 1)
        x, y = int(last.naturalTextWidth()), look.px(PAD) + int(last.y())
        line_height = int(last.height())
        for mark, severity in _marks(index):
            size, gap = painting.chip_size(look, mark), look.px(6)
            if x + gap + size.width() > room and x > 0:
                x, y = -gap, y + line_height + look.px(2)
            wide = min(size.width(), room)
            top = y + (line_height - size.height()) // 2 + 1
            placed.append((QRect(left + x + gap, top, wide, size.height()), mark, severity))
            x += gap + wide
        return tuple(placed), y + line_height

    def _paint_day(self, painter: QPainter, block: Block, width: int) -> None:
        if not block.day:
            return
        look, theme = self._look, self._look.theme
        band = QRect(0, 0, width, block.day_height)
        painter.fillRect(band, look.colour(theme.raised))
        painter.setPen(look.colour(theme.text))
        words = band.adjusted(look.px(MARGIN), 0, -look.px(MARGIN), 0)
        painting.draw_text(painter, words, block.day, look.font(SUBTITLE_TEXT, bold=True))

    def _paint_words(self, painter: QPainter, block: Block, width: int) -> None:
        look, pad = self._look, self._look.px(PAD)
        theme = look.theme
        quiet = look.colour(theme.quiet)
        painter.setPen(quiet)
        line_height = int(block.text.lineAt(0).height())
        time = QRect(look.px(MARGIN), pad, block.words_left, line_height)
        painting.draw_text(painter, time, block.time, look.font(TIME_TEXT, mono=True))
        if block.subtitle:
            tall = block.height - block.day_height - block.subtitle_top - pad
            tall -= block.picture.height()
            room = width - block.words_left - look.px(MARGIN)
            line = QRect(block.words_left, block.subtitle_top, room, tall)
            painting.draw_text(painter, line, block.subtitle, look.font(SUBTITLE_TEXT))
        painter.setPen(quiet if block.settled else look.colour(theme.text))
        block.text.draw(painter, QPointF(block.words_left, pad))


def _marks(index: Index) -> list[tuple[str, Severity]]:
    marks = [
        (index.data(roles.CHIP), index.data(roles.CHIP_SEVERITY) or Severity.PLAIN),
        (index.data(roles.LATE_MARK), Severity.PLAIN),
        (index.data(roles.WAITING), Severity.WAITING),
    ]
    return [(text, severity) for text, severity in marks if text]


def _wrapped() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _formats(length: int, bold: int, *, struck: bool) -> list[QTextLayout.FormatRange]:
    formats = [_span(0, min(bold, length), bold=True, struck=struck)] if bold else []
    if struck:
        formats.append(_span(min(bold, length), length, bold=False, struck=True))
    return formats


def _span(start: int, end: int, *, bold: bool, struck: bool) -> QTextLayout.FormatRange:
    span, look = QTextLayout.FormatRange(), QTextCharFormat()
    if bold:
        look.setFontWeight(QFont.Weight.Bold)
    look.setFontStrikeOut(struck)
    span.start, span.length, span.format = start, end - start, look
    return span
