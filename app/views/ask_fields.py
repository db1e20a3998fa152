"""Editors of the ask bar beyond a line and a choice: a text of several lines, and boxes to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.views.flow import FlowLayout
from app.views.look import Look
from app.views.parts.tick_box import TickBox

LINES, SHEET_LINES = 3, 8
"""Of a long text, and of a sheet, that are in view at once."""

GAP = 6
"""Pixels at 100 % between boxes to tick."""


class LongText(QPlainTextEdit):
    """Enter answers the question, Shift+Enter begins another line, Tab goes on.

    On a sheet Enter begins another line, and Ctrl+Enter answers.
    """

    def __init__(self, text: str, parent: QWidget, *, sheet: bool = False) -> None:
        super().__init__(text, parent)
        self._sheet = sheet
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.moveCursor(QTextCursor.MoveOperation.End)
        margins = int(self.document().documentMargin()) * 2 + self.frameWidth() * 2
        self.setFixedHeight(
            self.fontMetrics().lineSpacing() * (SHEET_LINES if sheet else LINES) + margins + 8
        )

    def mark_line(self, number: int) -> None:
        """Select a line, from 1: what is typed takes its place."""
        cursor = QTextCursor(self.document().findBlockByNumber(number - 1))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        modifiers = Qt.KeyboardModifier
        answers = (
            event.modifiers() & modifiers.ControlModifier
            if self._sheet
            else not (event.modifiers() & modifiers.ShiftModifier)
        )
        if enter and not answers:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif enter or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Ticks(QWidget):
    """Any number of options; Space ticks, Enter answers the question."""

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        ticked: Sequence[str],
        look: Look,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        layout = FlowLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(GAP))
        self._boxes = {key: TickBox(words, look, self) for key, words in options}
        for key, box in self._boxes.items():
            box.setObjectName(f"tick_{key}")
            box.setChecked(key in ticked)
            layout.addWidget(box)

    @property
    def editors(self) -> list[QWidget]:
        """What Tab goes through."""
        return list(self._boxes.values())

    def ticked(self) -> list[str]:
        return [key for key, box in self._boxes.items() if box.isChecked()]
