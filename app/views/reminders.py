"""The standing reminders of the plan: a line at the foot of the desk, always in view and whole."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.presenters.reminders import RemindersPresenter


class RemindersLine(QLabel):
    def __init__(self, presenter: RemindersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setObjectName("reminders")
        self.setProperty("quiet", True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(16, 4, 16, 6)
        presenter.changed.connect(self._show)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.setAccessibleName(self.tr("Reminders"))
        self._show()

    def _show(self) -> None:
        text = self._presenter.props.text
        self.setText(text)
        self.setVisible(bool(text))
