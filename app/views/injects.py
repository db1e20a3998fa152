"""The page of a drill's leader: what is to happen and when; playing, skipping, adding, pausing."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.presenters.injects import ADD, PAUSE, RESUME, InjectsPresenter
from app.views.acting import key_name
from app.views.list_panel import ListPanel, row_view
from app.views.look import Look
from app.views.parts.key_button import KeyButton


class InjectsPanel(ListPanel):
    """Below the list stand all words of the one at hand."""

    def __init__(self, presenter: InjectsPresenter, look: Look) -> None:
        super().__init__(presenter, presenter.model, row_view(look, "injects"))
        self._presenter = presenter
        self._buttons = {action: KeyButton(self) for action in (PAUSE, RESUME, ADD)}
        for action, button in self._buttons.items():
            button.setObjectName(f"drill_{action}")
            button.clicked.connect(lambda _checked, action=action: self.actor.act("", action))
            self.add_header_widget(button)
        self._whole = QLabel(self)
        self._whole.setObjectName("injectWhole")
        self._whole.setWordWrap(True)
        self.set_footer(self._whole)
        self.view.selectionModel().currentChanged.connect(self._show_whole)
        presenter.changed.connect(self._show)
        self._set_words()

    def focus_order(self) -> list[QWidget]:
        return [*self._buttons.values(), self.view]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Adding and standing still need no row."""
        key = key_name(event)
        choices = self._presenter.choices("") if self.actor.enabled else ()
        chosen = next((choice for choice in choices if choice.key == key), None)
        if chosen is not None:
            self.actor.act("", chosen.action)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Drill"))
        self.view.setAccessibleName(self.tr("Injects of the drill"))
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.set_subtitle(props.told)
        self.set_empty(props.empty)
        choices = {choice.action: choice for choice in self._presenter.choices("")}
        for action, button in self._buttons.items():
            choice = choices.get(action)
            button.setVisible(choice is not None)
            if choice:
                button.set_text(choice.text)
                button.show_key(choice.key)
        self._show_whole()

    def _show_whole(self) -> None:
        whole = self._presenter.whole(self.view.current_key())
        self._whole.setText(whole)
        self._whole.setVisible(bool(whole))
