"""A countdown: digits that do not dance, and a thin bar of the time used up."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from app.presenters.roles import Severity
from app.views.parts.properties import set_style_property

STEPS: Final = 1000


class Countdown(QWidget):
    """Shows what it is told; the tick that moves it is its presenter's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel(self)
        self._text.setObjectName("text")
        self._text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("bar")
        self._bar.setRange(0, STEPS)
        self._bar.setTextVisible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._text)
        layout.addWidget(self._bar)
        self.set_severity(Severity.PLAIN)
        self.set_fraction(None)

    def text(self) -> str:
        return self._text.text()

    def set_text(self, text: str) -> None:
        if text != self._text.text():
            self._text.setText(text)

    def set_severity(self, severity: Severity) -> None:
        for part in (self._text, self._bar):
            set_style_property(part, "severity", severity)

    def set_fraction(self, fraction: float | None) -> None:
        """How much of the time is used up, 0 to 1; None where nothing runs out."""
        kept = self._bar.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(kept)
        self._bar.setVisible(fraction is not None)
        self._bar.setValue(round((fraction or 0.0) * STEPS))
