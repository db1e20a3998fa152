"""A word of state in a coloured frame: the word says it, the colour only points to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.presenters.roles import Severity
from app.views.parts.properties import set_style_property


class Chip(QLabel):
    """Hidden while it has no word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_chip("", Severity.PLAIN)

    def set_chip(self, text: str, severity: Severity) -> None:
        self.setText(text)
        self.setVisible(bool(text))
        set_style_property(self, "severity", severity)
