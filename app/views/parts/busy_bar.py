"""What takes long: what it is, how far it is, and a key that ends it. Nothing else waits for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from app.views.parts.key_button import KeyButton


class BusyBar(QWidget):
    """Hidden while nothing is under way."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("busy")
        self._what, self._bar, self._cancel = QLabel(self), QProgressBar(self), KeyButton(self)
        self._cancel.setObjectName("cancelWork")
        self._cancel.show_key("Esc")
        self._cancel.clicked.connect(self.cancelled)
        self._bar.setTextVisible(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._what)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._cancel)
        self.hide()
        self._set_words()

    def show_work(self, what: str, percent: int) -> None:
        """`percent` 0: nobody knows how far it is. An empty `what` hides it."""
        self._what.setText(what)
        self._bar.setRange(0, 100 if percent else 0)
        self._bar.setValue(percent)
        self._bar.setAccessibleName(what)
        self.setVisible(bool(what))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self._cancel.set_text(self.tr("Stop"))
