"""The keyboard map: every key, beside the desk and never over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from app.presenters.keys import keyboard_map
from app.views.parts.panel import Panel

TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class KeysPanel(Panel):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_body(self._area)

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
        for title, keys in keyboard_map():
            heading = QLabel(title)
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
