"""The pages before they are printed: to scroll through, nearer or farther, then print or leave."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImageReader, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from app.presenters.print_stage import PrintStage
from app.views.acting import key_name
from app.views.look import Look
from app.views.parts.key_button import KeyButton
from app.views.parts.panel import Panel

GAP = 14
"""Pixels at 100 % around each page."""
ZOOMS = (0.5, 0.75, 1.0, 1.5, 2.0)
"""Times the width that there is room for."""
WIDEST = 1000
"""Pixels at 100 %: a page that fills a wide window would be larger than paper."""
DECODED = 6
"""Pages kept as pixels: they are large, and seldom are more in view."""


class Sheet(QWidget):
    """The pages below each other, of which only those in view are unpacked."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("printPages")
        self._look = look
        self._pages: tuple[bytes, ...] = ()
        self._sizes: list[QSize] = []
        self._rects: list[QRect] = []
        self._unpacked: dict[int, QPixmap] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def count(self) -> int:
        return len(self._pages)

    def set_pages(self, pages: tuple[bytes, ...]) -> None:
        self._pages = pages
        self._sizes = [_size(page) for page in pages]
        self._unpacked.clear()

    def lay_out(self, room: int, zoom: float) -> None:
        """As wide as there is room for, at the usual zoom."""
        gap, top = self._look.px(GAP), self._look.px(GAP)
        usual = min(room - 2 * gap, self._look.px(WIDEST))
        self._rects, widest = [], room
        for size in self._sizes:
            wide = max(round(usual * zoom), 60)
            widest = max(widest, wide + 2 * gap)
            high = round(wide * size.height() / max(size.width(), 1))
            self._rects.append(QRect(0, top, wide, high))
            top += high + gap
        for rect in self._rects:
            rect.moveLeft((widest - rect.width()) // 2)
        self.resize(widest, top)
        self.update()

    def page_at(self, y: int) -> int:
        """From 1: the last that begins above."""
        return max(sum(rect.top() <= y for rect in self._rects), 1)

    def top_of(self, page: int) -> int:
        """Of a page from 1; of one that is not there, of the nearest."""
        at = min(max(page, 1), self.count) - 1
        return self._rects[at].top() - self._look.px(GAP) if self._rects else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for at, rect in enumerate(self._rects):
            if rect.intersects(event.rect()):
                painter.drawPixmap(rect, self._page(at))
        painter.end()

    def _page(self, at: int) -> QPixmap:
        found = self._unpacked.pop(at, None)
        if found is None:
            found = QPixmap()
            found.loadFromData(self._pages[at], "PNG")
        self._unpacked[at] = found  # the one used last stands last
        while len(self._unpacked) > DECODED:
            del self._unpacked[next(iter(self._unpacked))]
        return found


class PrintPreview(Panel):
    """Shown while the pages are looked at; Enter prints, Esc leaves, and nothing was printed."""

    def __init__(
        self, presenter: PrintStage[Any, Any], look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("printPreview")
        self._presenter, self._look, self._zoom = presenter, look, ZOOMS.index(1.0)
        self._print, self._leave = KeyButton(self, primary=True), KeyButton(self)
        for button, name, key, does in (
            (self._print, "previewPrint", "Enter", presenter.confirm),
            (self._leave, "previewLeave", "Esc", presenter.cancel),
        ):
            button.setObjectName(name)
            button.show_key(key)
            button.clicked.connect(lambda _checked, does=does: does())
            self.add_header_widget(button)
        self._area = QScrollArea(self)
        self._area.setObjectName("printArea")
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sheet = Sheet(look, self._area)
        self._area.setWidget(self.sheet)
        self._area.verticalScrollBar().valueChanged.connect(lambda _value: self._show_place())
        self.set_body(self._area)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self._lay_out)
        self._set_words()

    def show_pages(self) -> None:
        """From the first page on, with the keyboard here."""
        self.sheet.set_pages(self._presenter.props.pages)
        self._lay_out()
        self._area.verticalScrollBar().setValue(0)
        self.setFocus()
        self._show_place()

    def let_go(self) -> None:
        """The pages may have names on them: they are not kept."""
        self.sheet.set_pages(())

    def _lay_out(self) -> None:
        bar = self._area.verticalScrollBar()
        page, top = self.sheet.page_at(bar.value()), bar.value()
        within = top - self.sheet.top_of(page)
        self.sheet.lay_out(self._area.viewport().width(), ZOOMS[self._zoom])
        bar.setValue(self.sheet.top_of(page) + within)

    def _show_place(self) -> None:
        half = self._area.viewport().height() // 2
        page = self.sheet.page_at(self._area.verticalScrollBar().value() + half)
        told = self.tr("{what}, page {page} of {pages}")
        self.set_subtitle(
            told.format(what=self._presenter.props.what, page=page, pages=self.sheet.count)
        )

    def _set_words(self) -> None:
        self.set_title(self.tr("Not printed yet"))
        self._print.set_text(self.tr("Print"))
        self._leave.set_text(self.tr("Do not print"))

    # By keyboard ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        does = self._keys().get(key_name(event))
        if does is None:
            super().keyPressEvent(event)
        else:
            does()

    def _keys(self) -> dict[str, Callable[[], object]]:
        bar, across = self._area.verticalScrollBar(), self._area.horizontalScrollBar()
        step, page = bar.singleStep() * 3, self._area.viewport().height() * 9 // 10
        return {
            "Return": self._press, "Enter": self._press, "Esc": self._presenter.cancel,
            "Down": lambda: bar.setValue(bar.value() + step),
            "Up": lambda: bar.setValue(bar.value() - step),
            "Right": lambda: across.setValue(across.value() + step),
            "Left": lambda: across.setValue(across.value() - step),
            "PgDown": lambda: bar.setValue(bar.value() + page),
            "Space": lambda: bar.setValue(bar.value() + page),
            "PgUp": lambda: bar.setValue(bar.value() - page),
            "Home": lambda: bar.setValue(0), "End": lambda: bar.setValue(bar.maximum()),
            "+": lambda: self._step(1), "=": lambda: self._step(1), "-": lambda: self._step(-1),
            "0": self._usual,
        }  # fmt: skip

    def _press(self) -> None:
        if self._leave.hasFocus():
            self._presenter.cancel()
        else:
            self._presenter.confirm()

    def _step(self, by: int) -> None:
        self._zoom = min(max(self._zoom + by, 0), len(ZOOMS) - 1)
        self._lay_out()

    def _usual(self) -> None:
        self._zoom = ZOOMS.index(1.0)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._show_place()


def _size(page: bytes) -> QSize:
    """Of the picture, without unpacking it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(page))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(buffer, QByteArray(b"png")).size()
