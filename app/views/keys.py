"""The keyboard map: every key, beside the desk and never over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from app.presenters.keys import Chapter, keyboard_map
from app.views.parts.panel import Panel

ABOVE = 6
"""Pixels between the edge and the chapter that is shown."""

TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class KeysPanel(Panel):
    """Arrows and PgDn scroll it while the keyboard is here; Esc leaves it."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setObjectName("keysArea")
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._headings: dict[Chapter, QLabel] = {}
        self.set_body(self._area)

    def open_at(self, chapter: Chapter) -> None:
        """Show it from this chapter on."""
        self.show()
        QTimer.singleShot(0, self, lambda: self._go_to(chapter))  # once it has its height

    def take_keyboard(self) -> None:
        self._area.setFocus()

    def _go_to(self, chapter: Chapter) -> None:
        self._area.verticalScrollBar().setValue(self._headings[chapter].y() - ABOVE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Not sooner: the window's first picture does not wait for what is hidden."""
        super().showEvent(event)
        if self._area.widget() is None:
            self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._area.widget() is not None:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Keys"))
        self.set_subtitle(self.tr("F1 shows and hides them"))
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setColumnStretch(1, 1)
        row = 0
        for chapter, (title, keys) in zip(Chapter, keyboard_map(), strict=True):
            heading = self._headings[chapter] = QLabel(title)
            heading.setProperty("strong", True)
            grid.addWidget(heading, row, 0, 1, 2)
            row += 1
            for key, what in keys:
                grid.addWidget(_keycap(key), row, 0, TOP_LEFT)
                words = QLabel(what)
                words.setWordWrap(True)
                grid.addWidget(words, row, 1)
                row += 1
        grid.setRowStretch(row, 1)
        self._area.setWidget(body)


def _keycap(key: str) -> QLabel:
    label = QLabel(key)
    label.setObjectName("keycap")
    return label
