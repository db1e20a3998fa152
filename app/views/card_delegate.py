"""Paints a card of the board: level, title, place, time, commander, who is here, what is due."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.models.urgency import Urgency
from app.presenters.board_model import CARD, CardProps
from app.presenters.countdown import SEVERITY
from app.presenters.roles import Severity
from app.presenters.rows import Index
from app.views.look import Look
from app.views.parts import painting
from app.views.parts.level_badge import badge_text

WIDTH: Final = 420
HEIGHT: Final = 190
_MARGIN, _PAD, _STRIPE = 6, 14, 6
"""Pixels at 100 %."""


class CardDelegate(QStyledItemDelegate):
    """All cards are of one size; the view decides how wide that is."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.width = look.px(WIDTH)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(self.width, self._look.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        props: CardProps = index.data(CARD)
        px = self._look.px
        card = option.rect.adjusted(px(_MARGIN), px(_MARGIN), -px(_MARGIN), -px(_MARGIN))
        with painting.saved(painter):
            self._paint_frame(painter, card, option, props)
            left = card.left() + px(_STRIPE) + px(_PAD)
            inner = QRect(left, card.top() + px(10), card.right() - px(_PAD) - left, px(24))
            self._paint_first_line(painter, inner, props)
            self._paint_title(painter, inner.translated(0, px(31)), props)
            self._paint_people(painter, inner.translated(0, px(78)), props)
            self._paint_due(painter, inner.translated(0, px(103)), props)
            self._paint_overdue(painter, inner.translated(0, px(131)), props)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painting.draw_focus(painter, self._look, card)

    def _paint_frame(
        self, painter: QPainter, card: QRect, option: QStyleOptionViewItem, props: CardProps
    ) -> None:
        look, theme = self._look, self._look.theme
        selected = option.state & QStyle.StateFlag.State_Selected
        painter.fillRect(card, look.colour(theme.selected if selected else theme.panel))
        painter.setPen(look.colour(theme.edge))
        painter.drawRect(card.adjusted(0, 0, -1, -1))
        stripe = QRect(card.left(), card.top(), look.px(_STRIPE), card.height())
        painter.fillRect(stripe, look.colour(theme.level[props.level.numeral].fill))

    def _paint_first_line(self, painter: QPainter, line: QRect, props: CardProps) -> None:
        look, theme = self._look, self._look.theme
        badge, word = theme.level[props.level.numeral], badge_text(props.level, props.level_word)
        font = look.font(14, bold=True)
        wide = QFontMetrics(font).horizontalAdvance(word) + look.px(16)
        rect = QRect(line.left(), line.top(), wide, line.height())
        painter.fillRect(rect, look.colour(badge.fill))
        painter.setPen(look.colour(badge.text))
        painting.draw_text(painter, rect, word, font, painting.CENTRE)
        left = rect.right() + look.px(8)
        for text, severity in self._chips(props):
            size = painting.chip_size(look, text)
            chip = QRect(left, line.center().y() - size.height() // 2, size.width(), size.height())
            painting.draw_chip(painter, look, chip, text, severity)
            left = chip.right() + look.px(6)
        painter.setPen(look.colour(theme.text))
        rest = QRect(left, line.top(), line.right() - left, line.height())
        painting.draw_text(painter, rest, props.elapsed, look.font(18, mono=True), painting.RIGHT)

    def _chips(self, props: CardProps) -> list[tuple[str, Severity]]:
        chips = [
            (props.drill, Severity.DRILL),
            (props.status, Severity.GOOD),
            (props.waiting, Severity.WAITING),
        ]
        return [(text, severity) for text, severity in chips if text]

    def _paint_title(self, painter: QPainter, line: QRect, props: CardProps) -> None:
        look, theme = self._look, self._look.theme
        painter.setPen(look.colour(theme.text))
        painting.draw_text(painter, line, props.title, look.font(17, bold=True))
        painter.setPen(look.colour(theme.quiet))
        place = f"{props.number} • {props.place} • {props.plan}"
        painting.draw_text(painter, line.translated(0, look.px(23)), place, look.font(13))

    def _paint_people(self, painter: QPainter, line: QRect, props: CardProps) -> None:
        look = self._look
        painter.setPen(look.colour(look.theme.text))
        font = look.font(14)
        wide = QFontMetrics(font).horizontalAdvance(props.counts) + look.px(4)
        who = QRect(line.left(), line.top(), line.width() - wide - look.px(10), line.height())
        painting.draw_text(painter, who, props.commander, font)
        painting.draw_text(painter, line, props.counts, font, painting.RIGHT)

    def _paint_due(self, painter: QPainter, line: QRect, props: CardProps) -> None:
        look = self._look
        font = look.font(16, mono=True)
        wide = QFontMetrics(font).horizontalAdvance(props.next_countdown) + look.px(4)
        what = QRect(line.left(), line.top(), line.width() - wide - look.px(10), line.height())
        painter.setPen(look.colour(look.theme.quiet))
        painting.draw_text(painter, what, props.next_due, look.font(14))
        severity = SEVERITY[props.next_urgency]
        calm = props.next_urgency in (Urgency.CALM, Urgency.NONE)
        count = look.theme.text if calm else look.tone(severity).count
        painter.setPen(look.colour(count))
        painting.draw_text(painter, line, props.next_countdown, font, painting.RIGHT)

    def _paint_overdue(self, painter: QPainter, line: QRect, props: CardProps) -> None:
        """Words and a frame, not colour alone."""
        if not props.overdue:
            return
        look = self._look
        size = painting.chip_size(look, props.overdue)
        top = line.center().y() - size.height() // 2
        chip = QRect(line.left(), top, size.width(), size.height())
        painting.draw_chip(painter, look, chip, props.overdue, Severity.OVERDUE)
        left = chip.right() + look.px(8)
        rest = QRect(left, line.top(), line.right() - left, line.height())
        painter.setPen(look.colour(look.tone(Severity.OVERDUE).text))
        painting.draw_text(painter, rest, props.overdue_line, look.font(14))
