"""Editors of the ask bar beyond a line and a choice: a text of several lines, and boxes to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from app.views.flow import FlowLayout
from app.views.look import Look
from app.views.parts.tick_box import TickBox

LINES, SHEET_LINES = 3, 8
"""Of a long text, and of a sheet, that are in view at once."""

MARGIN = 4
"""Pixels at 100 % around the words of a sentence, besides those of the style sheet."""

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


class Sentence(QPlainTextEdit):
    """One sentence, wrapped, so that all of it is in view: it grows by lines. Enter answers."""

    def __init__(self, text: str, look: Look, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(look.px(MARGIN))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.textChanged.connect(self._grow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        self.setFixedHeight(self.heightForWidth(self.width()))

    def words(self) -> str:
        return " ".join(self.toPlainText().split("\n"))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """As Qt lays out the words in so many pixels."""
        around, inside = self.contentsMargins(), 2 * self._look.px(MARGIN)
        room = QRect(0, 0, max(width - around.left() - around.right() - inside, inside), 1 << 20)
        wraps = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        taken = self.fontMetrics().boundingRect(room, wraps, self.words() or "0").height()
        return taken + around.top() + around.bottom() + inside

    def sizeHint(self) -> QSize:
        """One line; more by width."""
        return QSize(self.minimumWidth(), self.heightForWidth(1 << 14))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split("\n")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whatever is held down with it, Enter begins no line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
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
