"""The bar under the header that asks what has to be known before something is recorded."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TypeAlias, assert_never

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.models.command import Refusal
from app.presenters.asking import Answers, Field, Question
from app.presenters.part import Answered
from app.station.changed import Done
from app.views.ask_area import AskArea
from app.views.ask_fields import LongText, Sentence, Ticks
from app.views.look import Look
from app.views.parts.elided_label import ElidedLabel
from app.views.parts.key_button import KeyButton
from app.views.parts.several_line import SeveralLine
from app.views.parts.typed_choice import TypedChoice

Make: TypeAlias = Callable[[], Question | None]
Do: TypeAlias = Callable[[Answers, Answered], None]

FEW = 8
"""Up to so many options are picked from a list; among more one types a part of the words."""

LEAST_WIDTH, WIDE, LONG_WIDTH = 240, 380, 520
"""Pixels of a field at 100 %, of one with a sentence, and of one that has much to show."""


class AskField(QWidget):
    """One field with its label; `value` is what was typed or the key of the option chosen."""

    def __init__(self, field: Field, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._field, self._look = field, look
        self._label = QLabel(self)
        self._label.setProperty("quiet", True)
        self.editor = self._editor(field)
        self.editor.setObjectName(f"ask_{field.key}")
        self.editor.setMinimumWidth(look.px(_least_width(field)))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label)
        layout.addWidget(self.editor, 1)

    @property
    def editors(self) -> list[QWidget]:
        """What Tab goes through."""
        return self.editor.editors if isinstance(self.editor, Ticks) else [self.editor]

    def value(self) -> str:
        match self.editor:
            case SeveralLine():
                return "\n".join(self.editor.keys())
            case QLineEdit():
                return self.editor.text()
            case Sentence():
                return self.editor.words()
            case LongText():
                return self.editor.toPlainText()
            case Ticks():
                return "\n".join(self.editor.ticked())
            case QComboBox():
                return self._chosen(self.editor)
            case _:
                assert_never(self.editor)

    def _chosen(self, combo: QComboBox) -> str:
        typed, at = combo.currentText(), combo.currentIndex()
        if at >= 0 and combo.itemText(at) == typed:
            return str(combo.itemData(at))
        return self._only_one_with(typed)

    def _only_one_with(self, typed: str) -> str:
        """The option of these words, or the one that has them in it; else the words."""
        part, options = typed.strip().casefold(), self._field.options
        fit = [key for key, words in options if words.casefold() == part]
        if part and not fit and not self._field.free:
            fit = [key for key, words in options if part in words.casefold()]
        return fit[0] if len(fit) == 1 else typed

    def take_focus(self, line: int = 0) -> None:
        """Where one goes on typing; of a text of several lines, one is marked."""
        editor = self.editors[0] if self.editors else self.editor
        editor.setFocus()
        typed = editor.lineEdit() if isinstance(editor, QComboBox) else editor
        if isinstance(typed, QLineEdit):
            typed.deselect()
            typed.end(False)
        elif isinstance(typed, LongText) and line:
            typed.mark_line(line)

    def give(self, text: str) -> None:
        """Have this stand there, as if it had been typed."""
        match self.editor:
            case LongText():
                self.editor.setPlainText(text)
            case QLineEdit():
                self.editor.setText(text)
            case _:
                pass  # what is chosen is never given in part

    def is_touched(self) -> bool:
        return self.value() != self._field.value

    def set_words(self, field: Field) -> None:
        """Another language: the label changes, what was typed stays."""
        self._label.setText(field.label)
        self.editor.setAccessibleName(field.label)
        editor = self.editor
        line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
        if isinstance(line, QLineEdit | LongText | Sentence):
            line.setAccessibleName(field.label)
            line.setPlaceholderText(field.hint)

    def _editor(self, field: Field) -> QLineEdit | LongText | Sentence | Ticks | QComboBox:
        if field.many:
            return Ticks(field.options, field.value.split("\n"), self._look, self)
        if field.several:
            return self._several(field)
        if field.options:
            return self._combo(field)
        if field.long or field.sheet:
            return LongText(field.value, self, sheet=field.sheet)
        if field.wraps:
            return Sentence(field.value, self._look, self)
        return self._line(field)

    def _line(self, field: Field) -> QLineEdit:
        line = QLineEdit(field.value, self)
        line.setCursorPosition(0)  # what is longer than the field shows its beginning
        return line

    def _several(self, field: Field) -> SeveralLine:
        line = SeveralLine(self)
        line.set_options(field.options)
        line.set_keys(field.value.split("\n") if field.value else ())
        return line

    def _combo(self, field: Field) -> QComboBox:
        typed = field.free or len(field.options) > FEW
        combo = TypedChoice(self) if typed else QComboBox(self)
        for key, words in field.options:
            combo.addItem(words, key)
        combo.setCurrentIndex(combo.findData(field.value))
        if field.free and combo.currentIndex() < 0:
            combo.setEditText(field.value)
        return combo


def _least_width(field: Field) -> int:
    if field.long or field.many or field.sheet:
        return LONG_WIDTH
    return WIDE if field.wide or field.several or field.wraps else LEAST_WIDTH


class AskBar(QFrame):
    """Enter answers, Esc leaves. What was typed stays until it is recorded."""

    left = Signal()
    """Nothing is asked any more."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._make: Make = lambda: None
        self._do: Do | None = None
        self._back: QWidget | None = None
        self._asked = 0
        """Which question this is: the answer to one that is gone concerns no other."""
        self._fields: dict[str, AskField] = {}
        self._unasked: Answers = {}
        self._has_names = False
        self._begin = ""
        """The field that has the keyboard at first."""
        self.setObjectName("askBar")
        self._build()
        self.hide()

    def ask(self, make: Make, do: Do) -> None:
        """Ask, unless a question is being answered: then that one comes first."""
        if self.is_being_answered():
            self._focus_first()
            return
        question = make()
        if question is None:
            return
        if self.isHidden():
            self._back = self.window().focusWidget()
        self._make, self._do = make, do
        self._fill(question)
        self.show()
        self._focus_first()

    def is_being_answered(self) -> bool:
        touched = any(field.is_touched() for field in self._fields.values())
        return not self.isHidden() and touched

    def leave(self) -> None:
        """The keyboard goes back to where it was, unless somebody types elsewhere by now."""
        self._asked += 1
        has_keyboard, back = self._has_keyboard(), self._back
        self.hide()
        self.left.emit()
        if not has_keyboard:
            return
        if back is None or not isValid(back) or not back.isVisible():
            back = self.parentWidget()
        if back is not None:
            back.setFocus()

    def room(self) -> int:
        """Pixels that the question takes from what is below; 0 while nothing is asked."""
        layout, above = self.layout(), self.parentWidget()
        if self.isHidden() or layout is None or above is None:
            return 0
        return layout.heightForWidth(above.width())

    def hide_names(self) -> None:
        """Nobody looks at what they belong to any more."""
        if self._has_names and not self.isHidden():
            self.leave()

    def _has_keyboard(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is None or self.isAncestorOf(focused)

    def _build(self) -> None:
        self._title = ElidedLabel(parent=self)
        self._title.setObjectName("askTitle")
        self._title.setProperty("strong", True)
        self._note = QLabel(self)
        self._note.setProperty("quiet", True)
        self._note.setWordWrap(True)
        self._yes, self._no = KeyButton(self, primary=True), KeyButton(self)
        for button, name, key, slot in (
            (self._yes, "askDo", "Enter", self._answer),
            (self._no, "askLeave", "Esc", self.leave),
        ):
            button.setObjectName(name)
            button.show_key(key)
            button.clicked.connect(slot)
        self._area = AskArea(self)
        self._flow = self._area.flow
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self._note)
        layout.addWidget(self._area)

    def _fill(self, question: Question) -> None:
        self._asked += 1
        while self._flow.count():
            self._flow.takeAt(0)
        for old in self._fields.values():
            old.hide()
            old.deleteLater()
        self._unasked, self._has_names = question.unasked, question.has_names
        self._begin = question.begin
        self._fields = {field.key: AskField(field, self._look, self) for field in question.fields}
        for widget in (*self._fields.values(), self._yes, self._no):
            self._flow.addWidget(widget)
        sheet = any(field.sheet for field in question.fields)
        self._yes.show_key("Ctrl+Enter" if sheet else "Enter")
        self._yes.setEnabled(True)
        self._set_words(question)
        editors = [editor for field in self._fields.values() for editor in field.editors]
        for before, after in pairwise([*editors, self._yes, self._no]):
            QWidget.setTabOrder(before, after)

    def _set_words(self, question: Question) -> None:
        self._title.set_text(question.title)
        self.setAccessibleName(question.title)
        self._note.setText(question.note)
        self._note.setVisible(bool(question.note))
        self._yes.set_text(question.do)
        self._no.set_text(self.tr("Leave"))
        for field in question.fields:
            self._fields[field.key].set_words(field)

    def _focus_first(self) -> None:
        first = self._fields.get(self._begin) or next(iter(self._fields.values()), None)
        widget = first.editors[0] if first and first.editors else self._yes
        widget.setFocus()
        line = widget.lineEdit() if isinstance(widget, QComboBox) else widget
        if isinstance(line, QLineEdit | Sentence):
            line.selectAll()

    def _go_on(self, refusal: Refusal) -> None:
        """To what the refusal is about. Nothing is selected: the next key wipes out no reason."""
        field = self._fields.get(refusal.field) or self._fields.get(self._begin)
        field = field or next(iter(self._fields.values()), None)
        if field is None:
            self._yes.setFocus()
        else:
            field.take_focus(refusal.line)

    def _answer(self) -> None:
        if self._do is None or not self._yes.isEnabled():
            return
        self._yes.setEnabled(False)
        asked = self._asked
        answers = {**self._unasked, **{key: each.value() for key, each in self._fields.items()}}
        self._do(answers, lambda answer: self._answered(asked, answer))

    def _answered(self, asked: int, answer: Done | Refusal) -> None:
        if not isValid(self) or asked != self._asked:
            return
        if isinstance(answer, Done):
            self.leave()
            return
        self._yes.setEnabled(True)
        for key, text in answer.left:
            self._fields[key].give(text)
        if self._has_keyboard():
            self._go_on(answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.leave()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.leave() if self._no.hasFocus() else self._answer()
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and not self.isHidden():
            question = self._make()
            if question is not None:
                self._set_words(question)
