"""The roll call: how many are accounted for, who is not, and one key for each answer."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.presenters import roles
from app.presenters.roll_call import BEGIN, END, RollCallPresenter
from app.views.acting import key_name
from app.views.list_panel import ListPanel, row_view
from app.views.look import Look
from app.views.parts.countdown import Countdown
from app.views.parts.elided_label import ElidedLabel
from app.views.parts.key_button import KeyButton


class RollCallPanel(ListPanel):
    """After an answer given here the keyboard is on somebody who has still to answer."""

    def __init__(self, presenter: RollCallPresenter, look: Look) -> None:
        super().__init__(presenter, presenter.model, row_view(look, "rollCall"))
        self._presenter = presenter
        self._buttons = {
            action: KeyButton(self, primary=action == BEGIN) for action in (END, BEGIN)
        }
        for action, button in self._buttons.items():
            button.setObjectName(f"roll_{action}")
            button.clicked.connect(lambda _checked, action=action: self.actor.act("", action))
            self.add_header_widget(button)
        self._count, self._told = QLabel(self), ElidedLabel(parent=self)
        self._countdown = Countdown(self)
        self.set_footer(self._build_count())
        presenter.changed.connect(self._show)
        presenter.recorded.connect(self._go_to_awaited)
        self._set_words()

    def _build_count(self) -> QWidget:
        line = QWidget(self)
        self._count.setObjectName("rollCount")
        self._count.setProperty("mono", True)
        self._count.setProperty("big", True)
        self._told.setObjectName("rollTold")
        self._countdown.setObjectName("rollCountdown")
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._count)
        layout.addWidget(self._told, 1)
        layout.addWidget(self._countdown)
        return line

    def focus_order(self) -> list[QWidget]:
        return [*self._buttons.values(), self.view]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Beginning and ending need no row."""
        key = key_name(event)
        for choice in self._presenter.choices(""):
            if choice.key == key:
                self.actor.act("", choice.action)
                return
        super().keyPressEvent(event)

    def _go_to_awaited(self) -> None:
        model, current = self.view.model(), self.view.currentIndex()
        if current.isValid() and current.data(roles.ACTION):
            return
        rows = (model.index(at, 0) for at in range(model.rowCount()))
        first = next((index for index in rows if index.data(roles.ACTION)), None)
        if first is not None:
            self.view.setCurrentIndex(first)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Roll call"))
        self.view.setAccessibleName(self.tr("Roll call"))
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self._count.setText(props.count)
        self._count.setVisible(bool(props.count))
        self._told.set_text(props.told)
        self._countdown.setVisible(bool(props.countdown))
        self._countdown.set_text(props.countdown)
        self._countdown.set_severity(props.severity)
        self._countdown.set_fraction(props.fraction)
        self.set_empty(props.empty)
        self._show_buttons()

    def _show_buttons(self) -> None:
        choices = {choice.action: choice for choice in self._presenter.choices("")}
        for action, button in self._buttons.items():
            choice = choices.get(action)
            button.setVisible(choice is not None)
            if choice:
                button.set_text(choice.text)
                button.show_key(choice.key)
