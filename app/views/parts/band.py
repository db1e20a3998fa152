"""A band across the screen: what needs a person, and the buttons that answer it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.presenters.roles import Severity
from app.views.parts.elided_label import ElidedLabel
from app.views.parts.properties import set_style_property


class Band(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._headline = QLabel(self)
        self._headline.setObjectName("headline")
        self._text = ElidedLabel(parent=self)
        self._text.setObjectName("bandText")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(14, 4, 6, 4)
        self._layout.setSpacing(12)
        self._layout.addWidget(self._headline)
        self._layout.addWidget(self._text, 1)

    def set_band(self, headline: str, text: str, severity: Severity) -> None:
        """`headline` is short and always whole; `text` ends in "…" where there is no room."""
        self._headline.setText(headline)
        self._text.set_text(text)
        for part in (self, self._headline, self._text):  # their rules look at the band's severity
            set_style_property(part, "severity", severity)
        self.setAccessibleName(f"{headline} {text}")

    def add_action(self, button: QWidget) -> None:
        self._layout.addWidget(button)
