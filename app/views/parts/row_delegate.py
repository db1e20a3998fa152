"""Paints a two-line row with chip, countdown and button, and tells when its button is pressed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from app.presenters import roles
from app.presenters.roles import Severity
from app.views.look import Look
from app.views.parts import painting

Index = QModelIndex | QPersistentModelIndex
TITLE_TEXT, SUBTITLE_TEXT = 15, 13
HEIGHT, MARGIN, GAP, COUNT_WIDTH, BUTTON_HEIGHT, BOX = 56, 14, 10, 96, 40, 20
LEAST_WORDS, COUNT_LEAST = 120, 60
"""Pixels at 100 %. Where words would have less, first the button gives way, then the countdown."""

EVERYWHERE: Final = QRect(-(1 << 20), -(1 << 20), 1 << 21, 1 << 21)


@dataclass(frozen=True, kw_only=True)
class Places:
    """Where the parts of one row are; a part that the row does not have is an empty rectangle."""

    box: QRect
    words: QRect
    countdown: QRect
    button: QRect


class RowDelegate(QStyledItemDelegate):
    """`action_requested(key, action)`: the row's button or tick box was pressed.

    All rows are of one height, so the view need not ask for each.
    """

    action_requested = Signal(str, str)

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pressed = ""
        self.dirty = EVERYWHERE
        """What the view is about to repaint; what lies outside is not painted."""
        self.read_only = False
        """Rows are only looked at: no buttons, and tick boxes only show."""
        self.counting = True
        """Whether countdowns are shown."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(self._look.px(200), self._look.px(HEIGHT))

    def places(self, rect: QRect, index: Index) -> Places:
        px, middle = self._look.px, rect.center().y()
        left, right = rect.left() + px(MARGIN), rect.right() - px(MARGIN)
        box = button = countdown = QRect()
        if index.data(roles.CHECKED) is not None:
            box = QRect(left, middle - px(BOX) // 2, px(BOX), px(BOX))
            left += px(BOX) + px(GAP)
        elif index.data(roles.ACTION) and not self.read_only:
            wide = painting.button_width(self._look, index.data(roles.ACTION_TEXT))
            button = QRect(right - wide, middle - px(BUTTON_HEIGHT) // 2, wide, px(BUTTON_HEIGHT))
            right -= wide + px(GAP)
        if index.data(roles.COUNTDOWN) and self.counting:
            wide = px(COUNT_WIDTH)
            countdown = QRect(right - wide, rect.top() + px(7), wide, rect.height() - px(10))
            right -= wide + px(GAP)
        if right - left < px(LEAST_WORDS) and not button.isEmpty():  # a key and the menu press it
            right += button.width() + px(GAP)
            countdown.translate(button.width() + px(GAP), 0)
            button = QRect()
        if right - left < px(LEAST_WORDS) and not countdown.isEmpty():
            short = min(px(COUNT_WIDTH - COUNT_LEAST), px(LEAST_WORDS) - (right - left))
            countdown.setLeft(countdown.left() + short)
            right += short
        words = QRect(left, rect.top() + px(6), right - left, rect.height() - px(12))
        return Places(box=box, words=words, countdown=countdown, button=button)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        places = self.places(option.rect, index)
        with painting.saved(painter):
            self._paint_ground(painter, option)
            if self.dirty.intersects(places.countdown):
                self._paint_countdown(painter, places.countdown, index)
            if self.dirty.intersects(places.words):
                self._paint_words(painter, places.words, index)
            if self.dirty.intersects(places.button):
                hot = bool(option.state & QStyle.StateFlag.State_MouseOver)
                text = index.data(roles.ACTION_TEXT)
                painting.draw_button(painter, self._look, places.button, text, hot=hot)
            if self.dirty.intersects(places.box):
                checked = bool(index.data(roles.CHECKED))
                painting.draw_tick_box(painter, self._look, places.box, checked=checked)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painting.draw_focus(painter, self._look, option.rect)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The second press of a double click asks for nothing: it was meant once."""
        if not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return super().editorEvent(event, model, option, index)
        if not self._on_action(event.position().toPoint(), option.rect, index):
            return super().editorEvent(event, model, option, index)
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = index.data(roles.KEY)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            pressed, self._pressed = self._pressed, ""
            if pressed == index.data(roles.KEY):
                self.request(index)
        return True

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The whole of what may have been cut short."""
        del option
        said = (index.data(role) for role in (roles.TITLE, roles.SUBTITLE))
        QToolTip.showText(event.globalPos(), "\n".join(filter(None, said)), view)
        return True

    def request(self, index: Index) -> None:
        """Ask for what the row's button asks for, if it has one."""
        if not self.read_only and (action := index.data(roles.ACTION)):
            self.action_requested.emit(index.data(roles.KEY), action)

    def _on_action(self, point: QPoint, rect: QRect, index: Index) -> bool:
        if self.read_only:
            return False
        places = self.places(rect, index)
        spare = self._look.px(GAP)
        box = places.box.adjusted(-spare, -spare, spare, spare)
        return places.button.contains(point) or (not places.box.isEmpty() and box.contains(point))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme = self._look.theme
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._look.colour(theme.selected))
        painter.setPen(self._look.colour(theme.edge))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _paint_countdown(self, painter: QPainter, rect: QRect, index: Index) -> None:
        severity = index.data(roles.COUNTDOWN_SEVERITY) or Severity.PLAIN
        text, fraction = index.data(roles.COUNTDOWN), index.data(roles.FRACTION)
        painting.draw_countdown(painter, self._look, rect, text, severity, fraction)

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index) -> None:
        look, subtitle = self._look, index.data(roles.SUBTITLE)
        first, second = QRect(rect), QRect(rect)
        if subtitle:
            first.setBottom(rect.center().y() + look.px(1))
            second.setTop(first.bottom())
        quiet = look.colour(look.theme.quiet)
        painter.setPen(quiet if index.data(roles.QUIET) else look.colour(look.theme.text))
        end = self._paint_title(painter, first, index)
        self._paint_chips(
            painter, QRect(end, first.top(), first.right() - end, first.height()), index
        )
        if subtitle:
            painter.setPen(quiet)
            painting.draw_text(painter, second, subtitle, look.font(SUBTITLE_TEXT))

    def _paint_title(self, painter: QPainter, rect: QRect, index: Index) -> int:
        """Paint what there is room for beside the chips; where they begin."""
        look, title = self._look, index.data(roles.TITLE)
        font = look.font(TITLE_TEXT, bold=True)
        wide = QFontMetrics(font).horizontalAdvance(title) + 1
        room = max(rect.width() - self._chips_width(index), rect.width() // 2)
        title_rect = QRect(rect.left(), rect.top(), min(wide, room), rect.height())
        painting.draw_text(painter, title_rect, title, font)
        if index.data(roles.STRUCK):
            painter.drawLine(
                title_rect.left(), rect.center().y(), title_rect.right(), rect.center().y()
            )
        return title_rect.right()

    def _chips(self, index: Index) -> list[tuple[str, Severity]]:
        chips = [
            (index.data(roles.CHIP), index.data(roles.CHIP_SEVERITY) or Severity.PLAIN),
            (index.data(roles.WAITING), Severity.WAITING),
        ]
        return [(text, severity) for text, severity in chips if text]

    def _chips_width(self, index: Index) -> int:
        gap = self._look.px(6)
        return sum(painting.chip_size(self._look, t).width() + gap for t, _ in self._chips(index))

    def _paint_chips(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Chips share what room there is: a mark may be cut short, but never goes missing."""
        chips, gap, left = self._chips(index), self._look.px(6), rect.left()
        room = rect.width() - gap * len(chips)
        wanted = self._chips_width(index) - gap * len(chips)
        for text, severity in chips:
            size = painting.chip_size(self._look, text)
            wide = min(size.width(), size.width() * room // wanted)
            top = rect.center().y() - size.height() // 2 + 1
            chip = QRect(left + gap, top, wide, size.height())
            painting.draw_chip(painter, self._look, chip, text, severity)
            left += gap + wide
