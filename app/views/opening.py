"""The panel that opens an incident: it stands beside the board and covers nothing."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.models.command import Refusal
from app.models.levels import Level
from app.presenters.opening import OpeningPresenter, PlanChoice, ScriptChoice
from app.station.changed import Done
from app.views.parts.panel import Panel
from app.views.parts.typed_choice import TypedChoice


class OpeningPanel(Panel):
    """`opened(stream)` after the incident is on this machine's disk; `left` when given up."""

    opened = Signal(str)
    left = Signal()

    def __init__(self, presenter: OpeningPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._plans: list[PlanChoice] = []
        self._scripts: list[ScriptChoice] = []
        self._origin = ""
        self.setObjectName("opening")
        self._build()
        self._plan.currentIndexChanged.connect(lambda _at: self._plan_chosen())
        self._people.valueChanged.connect(self._show_hint)
        self._drill.toggled.connect(self._find_scripts)
        self._script.activated.connect(self._script_chosen)
        self._do.clicked.connect(self._ask)
        self._set_words()

    def begin(self, title: str = "", origin: str = "") -> None:
        """The newest plans, none of them chosen, and the keyboard there; the others are empty.

        `origin` is the entry that it is opened from, whose words make the `title`.
        """
        self._origin = origin
        self._plans = self._presenter.plans()
        self._plan.clear()
        self._plan.addItems([self._unchosen(), *(choice.title for choice in self._plans)])
        self._place.clearEditText()
        self._title_field.setText(title)
        self._people.setValue(0)
        self._drill.setChecked(False)
        self._why_not.setText("" if self._plans else self.tr("This site has no plan yet."))
        self._do.setEnabled(bool(self._plans))
        self.show()
        self._plan.setFocus()

    def _build(self) -> None:
        self._plan, self._place, self._level = QComboBox(self), TypedChoice(self), QComboBox(self)
        self._phase, self._script = QComboBox(self), QComboBox(self)
        self._title_field, self._people = QLineEdit(self), QSpinBox(self)
        self._drill, self._purpose, self._why_not = QCheckBox(self), QLabel(self), QLabel(self)
        self._do = QPushButton(self)
        for name, widget in {
            "openingPlan": self._plan, "openingPlace": self._place, "openingLevel": self._level,
            "openingPhase": self._phase, "openingTitle": self._title_field,
            "openingPeople": self._people, "openingDrill": self._drill,
            "openingScript": self._script, "openingDo": self._do, "openingWhyNot": self._why_not,
        }.items():  # fmt: skip
            widget.setObjectName(name)
        self._people.setRange(0, 100_000)
        self._purpose.setWordWrap(True)
        self._purpose.setProperty("quiet", True)
        self._why_not.setWordWrap(True)
        self._do.setProperty("primary", True)
        for combo in (self._plan, self._place, self._phase, self._script):
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setVerticalSpacing(12)
        self._rows = [QLabel(self) for _ in range(6)]
        fields = (
            self._plan, self._place, self._phase, self._level, self._people, self._title_field,
        )  # fmt: skip
        for label, field in zip(self._rows, fields, strict=True):
            label.setBuddy(field)
            self._form.addRow(label, field)
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.setSpacing(12)
        layout.addLayout(self._form)
        layout.addWidget(self._drill)
        layout.addWidget(self._script)
        layout.addWidget(self._purpose)
        layout.addStretch(1)
        layout.addWidget(self._why_not)
        layout.addWidget(self._do)
        self.set_body(body)
        self._script.hide()
        order = (*fields, self._drill, self._script, self._do)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.hide()
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._ask()
            case _:
                super().keyPressEvent(event)

    def _set_words(self) -> None:
        self.set_title(self.tr("Open an incident"))
        self.set_subtitle(self.tr("Enter opens, Esc leaves"))
        words = (
            self.tr("&Plan"), self.tr("P&lace"), self.tr("P&hase"), self.tr("Le&vel"),
            self.tr("People, a&bout"), self.tr("&Title"),
        )  # fmt: skip
        for label, word in zip(self._rows, words, strict=True):
            label.setText(word)
        self._plan.setItemText(0, self._unchosen())
        self._title_field.setPlaceholderText(self.tr("empty: plan and place"))
        self._drill.setText(self.tr("This is a &drill"))
        self._script.setAccessibleName(self.tr("Script of the drill"))
        self._do.setText(self.tr("Open"))

    def _unchosen(self) -> str:
        return self.tr("– choose –")

    def _choice(self) -> PlanChoice | None:
        """The plan chosen; above all of them stands that none is yet."""
        at = self._plan.currentIndex() - 1
        return self._plans[at] if 0 <= at < len(self._plans) else None

    def _plan_chosen(self) -> None:
        """Phases, places and levels of this plan; a place that was typed stays."""
        choice = self._choice()
        self._show_hint()
        self._find_scripts()
        self._phase.clear()
        for key, name in choice.phases if choice else ():
            self._phase.addItem(name, key)
        self._form.setRowVisible(self._phase, self._phase.count() > 0)
        typed = self._place.currentText()
        self._place.clear()
        self._place.addItems(self._presenter.places(choice.ref if choice else ""))
        self._place.setCurrentIndex(-1)
        self._place.setEditText(typed)
        self._level.clear()
        for level in sorted(choice.levels) if choice else ():
            self._level.addItem(self._presenter.level_name(level), level)

    def _find_scripts(self) -> None:
        """Only a drill has one; those of another plan do not fit."""
        self._show_scripts([])
        choice = self._choice()
        if not self._drill.isChecked() or choice is None:
            return

        def found(scripts: list[ScriptChoice]) -> None:
            if self._drill.isChecked() and choice == self._choice():
                self._show_scripts(scripts)

        self._presenter.find_scripts(choice.ref, found)

    def _show_scripts(self, scripts: list[ScriptChoice]) -> None:
        self._scripts = scripts
        self._script.clear()
        self._script.addItems([self.tr("Without a script"), *(each.name for each in scripts)])
        self._script.setVisible(bool(scripts))

    def _script_chosen(self, at: int) -> None:
        """It says where and how it begins; any of it can still be changed."""
        script = self._chosen_script(at)
        if script is None:
            return
        opening = script.drill.opening
        self._title_field.setText(script.title)
        self._place.setEditText(script.place)
        self._people.setValue(opening.people)
        self._level.setCurrentIndex(self._level.findData(opening.level))
        if opening.phase:
            self._phase.setCurrentIndex(self._phase.findData(opening.phase))

    def _chosen_script(self, at: int) -> ScriptChoice | None:
        return self._scripts[at - 1] if 0 < at <= len(self._scripts) else None

    def _show_hint(self) -> None:
        choice = self._choice()
        self._purpose.setText(self._presenter.hint(choice, self._people.value()) if choice else "")

    def _ask(self) -> None:
        if not self._do.isEnabled():
            return
        self._do.setEnabled(False)
        level = self._level.currentData()
        self._presenter.open(
            self._choice(),
            title=self._title_field.text(),
            place=self._place.currentText(),
            level=Level(level) if level is not None else Level.IV,
            people=self._people.value(),
            drill=self._drill.isChecked(),
            phase=self._phase.currentData() or "",
            origin=self._origin,
            script=self._chosen_script(self._script.currentIndex()),
            then=self._answered,
        )

    def _answered(self, answer: Done | Refusal) -> None:
        """On a refusal everything typed stays, and the keyboard goes to what it is about."""
        self._do.setEnabled(True)
        if isinstance(answer, Done):
            self.hide()
            self.opened.emit(answer.stream)
            return
        field = {"plan": self._plan, "place": self._place, "title": self._title_field}
        if answer.field in field:
            field[answer.field].setFocus()
