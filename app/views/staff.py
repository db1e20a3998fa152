"""The panel of staff and duty, beside the board: who can be called, and who is on duty."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
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
        self._list = QStackedWidget(self)
        self._list.addWidget(self.view)
        self._list.addWidget(self._empty)
        self._name, self._badge, self._phone = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self._role, self._add = QComboBox(self), QPushButton(self)
        self._role.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._labels = [QLabel(self) for _ in range(4)]
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(8)
        fields = {
            "staffName": self._name, "staffRole": self._role,
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
        words = (self.tr("&Name"), self.tr("&Role"), self.tr("&Badge"), self.tr("&Phone"))
        for label, word in zip(self._labels, words, strict=True):
            label.setText(word)
        self._add.setText(self.tr("Add"))
        self._import.set_text(self.tr("Import"))
        self.view.setAccessibleName(self.tr("Staff"))
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.set_subtitle(self._presenter.importing.busy or props.on_duty)
        self._empty.setText(props.empty)
        self._list.setCurrentWidget(self._empty if props.empty else self.view)
        chosen = self._role.currentData()
        self._role.clear()
        self._role.addItem(self.tr("– choose –"), "")
        for role in props.roles:
            self._role.addItem(role.name, role.key)
        self._role.setCurrentIndex(max(self._role.findData(chosen), 0))

    def _ask(self) -> None:
        chosen = self._role.currentData()
        roles = {role.key: role for role in self._presenter.props.roles}
        self._presenter.add(
            name=self._name.text(),
            role=roles.get(chosen),
            badge=self._badge.text(),
            phone=self._phone.text(),
            then=self._answered,
        )

    def _answered(self, answer: Done | Refusal) -> None:
        """On a refusal everything typed stays."""
        if isinstance(answer, Done):
            for field in (self._name, self._badge, self._phone):
                field.clear()
            if self.isVisible():  # who has left meanwhile keeps the keyboard where it is
                self._name.setFocus()
