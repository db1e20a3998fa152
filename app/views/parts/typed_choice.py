"""A choice among many: one types a part of the words, and what is typed stays as it is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.views.parts.found_list import FoundList


class TypedChoice(QComboBox):
    """`found` is the list that opens below while one types."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QLineEdit(self)
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # the stubs do not know: without one
        self.found = FoundList(self, self.model())
        self.found.taken.connect(self.setCurrentIndex)
        line.textEdited.connect(self.found.show_for)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.found.press(event) or super().event(event)
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.found.hide()
        super().hideEvent(event)
