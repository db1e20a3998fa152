"""The panel of staff and duty, beside the board: who can be called, and who is on duty."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.models.command import Refusal
from app.presenters.asking import Answers
from app.presenters.part import Answered
from app.presenters.staff import StaffPresenter
from app.station.changed import Done
from app.views.ask import AskBar
from app.views.look import Look
from app.views.parts.key_button import KeyButton
from app.views.parts.panel import Panel
from app.views.parts.row_view import RowView
from app.views.parts.several_line import SeveralLine


class StaffPanel(Panel):
    """Enter puts someone on duty or off, E changes them, Del takes them off the list after asking,
    Alt+I imports a list of them, Esc leaves."""

    left = Signal()

    def __init__(
        self, presenter: StaffPresenter, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("staff")
        self._presenter = presenter
        self._question = AskBar(look, self)
        self.view = RowView(look)
        self.view.setObjectName("staffList")
        self.view.setModel(presenter.model)
        self._build()
        self.view.action_requested.connect(lambda key, _action: presenter.toggle_duty(key))
        self._add.clicked.connect(self._ask)
        self._import.clicked.connect(self.choose_file)
        presenter.changed.connect(self._show)
        presenter.importing.changed.connect(self._show)
        presenter.importing.found.connect(self._ask_import)
        self._set_words()

    def begin(self) -> None:
        self.show()
        (self._name if self._presenter.props.empty else self.view).setFocus()

    def _build(self) -> None:
        self._import = KeyButton(self)
        self._import.setObjectName("staffImport")
        self._import.set_key("Alt+I")
        self.add_header_widget(self._import)
        self._empty = QLabel(self)
        self._empty.setProperty("quiet", True)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint = QLabel(self)
        self._hint.setObjectName("staffKeys")
        self._hint.setProperty("quiet", True)
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(14, 0, 14, 0)
        self._list = QStackedWidget(self)
        self._list.addWidget(self.view)
        self._list.addWidget(self._empty)
        self._name, self._badge, self._phone = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self._roles, self._add = SeveralLine(self), QPushButton(self)
        self._labels = [QLabel(self) for _ in range(4)]
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(8)
        fields = {
            "staffName": self._name, "staffRoles": self._roles,
            "staffBadge": self._badge, "staffPhone": self._phone,
        }  # fmt: skip
        for label, (name, field) in zip(self._labels, fields.items(), strict=True):
            field.setObjectName(name)
            label.setBuddy(field)
            form.addRow(label, field)
        for before, after in pairwise((self.view, *fields.values(), self._add)):
            self.setTabOrder(before, after)
        self._add.setObjectName("staffAdd")
        self._add.setProperty("primary", True)
        footer = QWidget(self)
        layout = QVBoxLayout(footer)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(form)
        layout.addWidget(self._add)
        body = QWidget(self)
        upper = QVBoxLayout(body)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.addWidget(self._question)
        upper.addWidget(self._list, 1)
        upper.addWidget(self._hint)
        self.set_body(body)
        self.set_footer(footer)
        self._footer = footer
        self._question.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A question has the room of the form: at large text there is not enough for both."""
        if watched is self._question and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._footer.setVisible(self._question.isHidden())
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self._presenter.importing.busy:
                self._presenter.importing.cancel()
            case Qt.Key.Key_Escape:
                self.hide()
                self.left.emit()
            case Qt.Key.Key_Delete if self.view.hasFocus() and self.view.current_key():
                self._ask_remove(self.view.current_key())
            case Qt.Key.Key_E if self.view.hasFocus() and self.view.current_key():
                self._ask_change(self.view.current_key())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._ask()
            case _:
                super().keyPressEvent(event)

    def choose_file(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Import people from CSV or Excel"))
        dialog.setObjectName("chooseStaff")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables (*.csv *.xlsx *.txt)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self._presenter.importing.read(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(False)  # the panel goes on beside it
        dialog.show()

    def _ask_import(self) -> None:
        importing = self._presenter.importing

        def answer(_answers: Answers, then: Answered) -> None:
            if importing.is_usable:
                importing.record(then)
            else:
                self._question.leave()
                self.choose_file()

        self._question.ask(importing.question, answer)

    def _ask_change(self, key: str) -> None:
        self._question.ask(
            lambda: self._presenter.ask_change(key),
            lambda answers, then: self._presenter.change(key, answers, then),
        )

    def _ask_remove(self, key: str) -> None:
        self._question.ask(
            lambda: self._presenter.ask_remove(key),
            lambda _answers, then: self._presenter.remove(key, then),
        )

    def _set_words(self) -> None:
        self.set_title(self.tr("Staff and duty"))
        words = (self.tr("&Name"), self.tr("&Roles"), self.tr("&Badge"), self.tr("&Phone"))
        for label, word in zip(self._labels, words, strict=True):
            label.setText(word)
        self._roles.setPlaceholderText(self.tr("a part of the words; several are possible"))
        self._hint.setText(self.tr("Enter on or off duty, E change, Del off the list"))
        self._add.setText(self.tr("Add"))
        self._import.set_text(self.tr("Import"))
        self.view.setAccessibleName(self.tr("Staff"))
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.set_subtitle(self._presenter.importing.busy or props.on_duty)
        self._empty.setText(props.empty)
        self._list.setCurrentWidget(self._empty if props.empty else self.view)
        self._hint.setVisible(not props.empty)
        self._roles.set_options([(role.key, role.name) for role in props.roles])

    def _ask(self) -> None:
        self._presenter.add(
            name=self._name.text(),
            roles=self._roles.keys(),
            badge=self._badge.text(),
            phone=self._phone.text(),
            then=self._answered,
        )

    def _answered(self, answer: Done | Refusal) -> None:
        """On a refusal everything typed stays, and the keyboard goes to what it is about; a role
        stays for the next, for one adds a whole group of people."""
        if isinstance(answer, Refusal) and self.isVisible():
            fields = {"name": self._name, "roles": self._roles, "badge": self._badge}
            if answer.field in fields:
                fields[answer.field].setFocus()
        elif isinstance(answer, Done):
            for field in (self._name, self._badge, self._phone):
                field.clear()
            if self.isVisible():  # who has left meanwhile keeps the keyboard where it is
                self._name.setFocus()
