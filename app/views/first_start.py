"""The first start: the station's name and who is sitting there, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.presenters.language import LANGUAGES, Language


class FirstStart(QDialog):
    """`answered(station, person)` once both are filled in; closing it leaves the program."""

    answered = Signal(str, str)

    def __init__(
        self, language: Language, station: str, person: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("firstStart")
        self._language = language
        self._station, self._person = QLineEdit(station, self), QLineEdit(person, self)
        self._choice, self._begin = QComboBox(self), QPushButton(self)
        self._welcome, self._hint = QLabel(self), QLabel(self)
        self._labels = (QLabel(self), QLabel(self), QLabel(self))
        self._build()
        self._station.textChanged.connect(self._check)
        self._person.textChanged.connect(self._check)
        self._begin.clicked.connect(self._answer)
        self._choice.activated.connect(
            lambda at: self._language.set_language(self._choice.itemData(at))
        )
        self._set_words()
        self._check()

    def _build(self) -> None:
        self._station.setObjectName("firstStation")
        self._person.setObjectName("firstPerson")
        self._begin.setObjectName("firstBegin")
        self._station.setMaxLength(60)
        self._person.setMaxLength(60)
        self._welcome.setProperty("big", True)
        self._hint.setProperty("quiet", True)
        self._hint.setWordWrap(True)
        self._begin.setProperty("primary", True)
        self._begin.setDefault(True)
        for code, name in LANGUAGES.items():
            self._choice.addItem(name, code)
        self._choice.setCurrentIndex(self._choice.findData(self._language.code))
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields = (self._station, self._person, self._choice)
        for label, field in zip(self._labels, fields, strict=True):
            label.setBuddy(field)
            form.addRow(label, field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(16)
        layout.addWidget(self._welcome)
        layout.addLayout(form)
        layout.addWidget(self._hint)
        layout.addWidget(self._begin)
        self.setMinimumWidth(520)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.setWindowTitle(self.tr("Muster"))
        self._welcome.setText(self.tr("Which desk is this?"))
        words = (self.tr("&Station"), self.tr("&Your name"), self.tr("&Language"))
        for label, word in zip(self._labels, words, strict=True):
            label.setText(word)
        self._station.setPlaceholderText(self.tr("such as: Desk 1, Commander, North gate"))
        self._hint.setText(
            self.tr("Both stand beside every line that is written here. You can change them later.")
        )
        self._begin.setText(self.tr("Begin"))

    def _check(self) -> None:
        filled = self._station.text().strip() and self._person.text().strip()
        self._begin.setEnabled(bool(filled))

    def _answer(self) -> None:
        self.answered.emit(self._station.text().strip(), self._person.text().strip())
        self.accept()
