"""Fields whose Enter records what was typed: it stays until it is done, and what follows too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget
from shiboken6 import isValid

from app.models.command import Refusal
from app.presenters.part import Answered
from app.station.changed import Done
from app.views.incoming import has_files
from app.views.look import Look

Send: TypeAlias = Callable[[str, Answered], None]

LINES: Final = 2
"""Lines of a note in view while it is typed."""

_KEEPS_PLACE = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)
"""The keyboard comes back to the very place in the text where it was, or where one clicked."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _is_undo(event: QEvent) -> bool:
    """Whether the field is asked if it wants this key for undoing what was typed in it."""
    if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.ShortcutOverride:
        return False
    return event.matches(QKeySequence.StandardKey.Undo)


class SentLine(QLineEdit):
    """One line. `left` when Esc gives the keyboard back, which clears what was refused.

    What is left here gives way to what is typed when the keyboard comes back: half a name and a
    badge are neither. Where nothing was typed that could be undone, the key takes back what was
    pressed.
    """

    left = Signal()

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._send = send
        self._sent = self._refused = ""

    def send(self) -> None:
        """Record what stands here; a second Enter before the answer does nothing."""
        if self.text().strip() and not self._sent:
            self._sent = self.text()
            self._send(self._sent, self._answered)

    def send_text(self, text: str) -> None:
        """Record what came from elsewhere, a badge reader; what is being typed here stays."""
        self._send(text, lambda answer: self._take_back(text, answer))

    def event(self, event: QEvent) -> bool:
        if _is_undo(event) and not self.isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.send()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text() == self._refused:
                self.setText("")  # not to come back by undoing
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _KEEPS_PLACE:
            self.selectAll()

    def _take_back(self, text: str, answer: Done | Refusal) -> None:
        if isValid(self) and isinstance(answer, Refusal) and self.text() in ("", self._refused):
            self.setText(text)
            self._refuse(text)

    def _refuse(self, text: str) -> None:
        self._refused = text
        self.selectAll()  # the next badge, or the next word, takes its place

    def _answered(self, answer: Done | Refusal) -> None:
        if not isValid(self):
            return  # the desk is gone; what was sent is recorded all the same
        sent, self._sent = self._sent, ""
        if isinstance(answer, Done) and self.text().startswith(sent):
            self.setText(self.text().removeprefix(sent))
        elif isinstance(answer, Refusal) and self.text() == sent:
            self._refuse(sent)


class SentNote(QPlainTextEdit):
    """A few lines: Enter records, Shift+Enter begins another line. What was sent cannot come back
    by undoing it; where nothing can be undone, the key takes back what was pressed."""

    left = Signal()
    offered = Signal(object)
    """QMimeData: files or a picture, pasted or dropped here."""

    def __init__(self, send: Send, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._send = send
        self._look = look
        self._sent = ""
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def send(self) -> None:
        if self.toPlainText().strip() and not self._sent:
            self._sent = self.toPlainText()
            self._send(self._sent, self._answered)

    @property
    def draft(self) -> str:
        """What stands here and was not sent."""
        return self.toPlainText().removeprefix(self._sent)

    def take_up(self, draft: str) -> None:
        """Go on with what was typed before."""
        self.setPlainText(draft)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def sizeHint(self) -> QSize:
        tall = self.fontMetrics().lineSpacing() * LINES + self._look.px(20)
        return QSize(self._look.px(120), tall)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return has_files(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Files are no text, though their paths would be."""
        if has_files(source):
            self.offered.emit(source)
        else:
            super().insertFromMimeData(source)

    def event(self, event: QEvent) -> bool:
        if _is_undo(event) and not self.document().isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and not shifted:
            self.send()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _answered(self, answer: Done | Refusal) -> None:
        if not isValid(self):
            return  # the desk is gone; what was sent is recorded all the same
        sent, self._sent = self._sent, ""
        if isinstance(answer, Done) and self.toPlainText().startswith(sent):
            cursor = QTextCursor(self.document())
            cursor.setPosition(_utf16_length(sent), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            self.document().clearUndoRedoStacks()


def _utf16_length(text: str) -> int:
    """A text document counts characters beyond the first 65,536 twice."""
    return len(text.encode("utf-16-le")) // 2
