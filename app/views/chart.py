"""The escalation chart as a part of the desk: names of the rows, the chart, the way back to now."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.models.chart import Line
from app.presenters.chart import ChartPresenter
from app.presenters.chart_shapes import Shape
from app.presenters.chart_words import line_word
from app.views.look import Look
from app.views.page_panel import PagePanel
from app.views.parts.chart_rows import TOP, Row, wanted_height
from app.views.parts.chart_view import ChartView
from app.views.parts.key_button import KeyButton
from app.views.parts.time_axis import HEIGHT

LETTERS, MARGIN = 13, 14
COMES, GOES = 960, 900
"""Pixels at 100 %: the height of a window from which it has room for the chart at the foot of the
desk, and below which it has none any more."""


class RowNames(QWidget):
    """What each row of the chart is, beside it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: dict[Line, Row] = {}
        self._title = ""

    def set_title(self, text: str) -> None:
        """Above the rows: what it is, or that one looks back."""
        self._title = text
        self.updateGeometry()
        self.update()

    def set_rows(self, rows: dict[Line, Row]) -> None:
        self._rows = rows
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.font(LETTERS))
        words = (self._title, *map(line_word, Line))
        width = max(map(metrics.horizontalAdvance, words))
        return QSize(width + self._look.px(2 * MARGIN), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setFont(self._look.font(LETTERS))
        painter.setPen(self._look.colour(self._look.theme.quiet))
        left, top = self._look.px(MARGIN), self._look.px(TOP)
        high = top + self._look.px(2)
        painter.drawText(
            QRectF(left, 0, self.width() - left, high), Qt.TextFlag.TextDontClip, self._title
        )
        for line, row in self._rows.items():
            box = QRectF(left, row.top - 4, self.width() - left, row.height + 8)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, line_word(line)
            )


class ChartPanel(PagePanel):
    """`entry_chosen(id)`: one wants to see the entry of a bar."""

    entry_chosen = Signal(str)

    def __init__(self, presenter: ChartPresenter, look: Look) -> None:
        super().__init__()
        self._presenter, self._look = presenter, look
        self.view = self.chart = ChartView(presenter, look, self)
        self._names = RowNames(look, self)
        self._fits, self._wanted = True, False
        self._before: QWidget | None = None
        """Where the keyboard was."""
        self._of_the_past = False
        self._all, self._now = KeyButton(self), KeyButton(self)
        self._build()
        self.chart.chosen.connect(self._choose)
        self.chart.following_changed.connect(self._show)
        self.chart.rows_changed.connect(self._take_rows)
        presenter.changed.connect(self._show)
        self._set_words()

    def _build(self) -> None:
        self.setObjectName("escalation")
        for button, name, key, does in (
            (self._all, "chartAll", "0", self.chart.show_all),
            (self._now, "chartNow", "End", self.chart.follow_now),
        ):
            button.setObjectName(name)
            button.show_key(key)
            button.clicked.connect(does)
        body = QWidget(self)
        buttons = QVBoxLayout()
        buttons.setContentsMargins(8, 6, 8, 6)
        buttons.setSpacing(6)
        buttons.addWidget(self._now)
        buttons.addWidget(self._all)
        buttons.addStretch(1)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._names)
        row.addWidget(self.chart, 1)
        row.addLayout(buttons)
        self.hide_header()
        self.set_body(body)

    def set_of_the_past(self) -> None:
        """Its now is a moment of the past, from now on."""
        self._of_the_past = True
        self._now.show_key("")  # that key leaves the past altogether
        self._set_words()

    def fit(self, height: int) -> None:
        """There where the window is so many pixels high that nothing else suffers; else by key."""
        self._fits = height >= self._look.px(GOES if self._fits else COMES)
        self.setFixedHeight(self.wanted_height())
        self.setVisible(self._fits or self._wanted)

    def go_to(self) -> None:
        """The keyboard goes to the chart; from there back to where it was, and the chart away where
        it has no room of its own."""
        focused = self.window().focusWidget()
        if focused is self.chart and self.isVisible():
            self.leave()
            return
        self._before, self._wanted = focused, True
        self.show()
        self.chart.setFocus()

    def leave(self) -> None:
        before, self._wanted = self._before, False
        self.setVisible(self._fits)
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._of_the_past:
            self.leave()
        else:
            super().keyPressEvent(event)

    def focus_order(self) -> list[QWidget]:
        return [self._all, self._now, self.chart]

    def wanted_height(self) -> int:
        px = self._look.px
        return wanted_height(px) + px(HEIGHT) + 6

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._presenter.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._presenter.unwatch()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Escalation"))
        for widget in (self.chart, self.chart.viewport()):
            widget.setAccessibleName(self.tr("Escalation chart"))
        self._all.set_text(self.tr("All"))
        past = self._of_the_past
        self._now.set_text(self.tr("This moment") if past else self.tr("Now"))
        self.chart.set_words(self.tr("then") if past else self.tr("now"))
        self._names.updateGeometry()
        self._names.update()
        self._show()

    def _show(self) -> None:
        follows = self.chart.follows
        here = self.tr("drag to look back")
        away = self.tr("looking back; End returns to now")
        self._names.set_title(self.tr("Escalation") if follows else self.tr("looking back"))
        self.chart.setToolTip("" if self._of_the_past else here if follows else away)
        self._now.setEnabled(not follows)

    def _take_rows(self) -> None:
        self._names.set_rows(self.chart.rows)

    def _choose(self, shape: Shape) -> None:
        entry = self._presenter.entry(shape)
        if entry:
            self.entry_chosen.emit(entry)
