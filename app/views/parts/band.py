"""A band across the screen: what needs a person, and the buttons that answer it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.presenters.roles import Severity
from app.views.parts.elided_label import ElidedLabel
from app.views.parts.properties import set_style_property


class Band(QFrame):
    """One line high; where it `wraps`, as high as all of its text needs."""

    def __init__(self, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._headline = QLabel(self)
        self._headline.setObjectName("headline")
        self._text = QLabel(self) if wraps else ElidedLabel(parent=self)
        self._text.setObjectName("bandText")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(wraps)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(14, 4, 6, 4)
        self._layout.setSpacing(12)
        self._layout.addWidget(self._headline)
        self._layout.addWidget(self._text, 1)

    def set_band(self, headline: str, text: str, severity: Severity) -> None:
        """`headline` is short and always whole; `text` wraps, or ends in "…" for want of room."""
        self._headline.setText(headline)
        if isinstance(self._text, ElidedLabel):
            self._text.set_text(text)
        else:
            self._text.setText(text)
        for part in (self, self._headline, self._text):  # their rules look at the band's severity
            set_style_property(part, "severity", severity)
        self.setAccessibleName(f"{headline} {text}")

    def add_action(self, button: QWidget) -> None:
        self._layout.addWidget(button)
