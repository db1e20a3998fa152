"""The addresses of messages, and whom each reaches: a page of the window, all by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.presenters.addresses import AddressesPresenter
from app.presenters.targets import TargetsPresenter
from app.views.acting import key_name
from app.views.ask import AskBar
from app.views.list_panel import ListPanel, row_view
from app.views.look import Look
from app.views.parts.key_button import KeyButton

ADD, BY_ITSELF = "A", "Shift+S"


class AddressesPanel(ListPanel):
    """A adds an address while the keyboard is here, Shift+S says which plans send by themselves."""

    def __init__(self, presenter: AddressesPresenter, look: Look) -> None:
        super().__init__(presenter, presenter.model, row_view(look, "addresses"))
        self._presenter = presenter
        self._add, self._switch = KeyButton(self), KeyButton(self)
        for button, name, key, slot in (
            (self._switch, "sendByItself", BY_ITSELF, self.show_switches),
            (self._add, "addAddress", ADD, self.add),
        ):
            button.setObjectName(name)
            button.show_key(key)
            button.clicked.connect(slot)
            self.add_header_widget(button)
        presenter.changed.connect(self._show)
        self._set_words()

    def add(self) -> None:
        self.actor.act("", "add")

    def show_switches(self) -> None:
        menu = self.actor.menu("", self)
        menu.setObjectName("switches")
        menu.popup(self._switch.mapToGlobal(self._switch.rect().bottomLeft()))

    def focus_order(self) -> list[QWidget]:
        return [self._switch, self._add, self.view]

    def take_focus(self) -> None:
        """The list, or the button that begins one."""
        (self._add if self._presenter.props.empty else self.view).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = key_name(event)
        if key == ADD:
            self.add()
        elif key == BY_ITSELF:
            self.show_switches()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._presenter.refresh()
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Addresses"))
        self.view.setAccessibleName(self.tr("Addresses that messages go to"))
        self._add.set_text(self.tr("Add"))
        self._switch.set_text(self.tr("By itself"))
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.set_subtitle(props.told)
        self.set_empty(props.empty)


class TargetsPanel(ListPanel):
    def __init__(self, presenter: TargetsPresenter, look: Look) -> None:
        super().__init__(presenter, presenter.model, row_view(look, "targets"))
        self._presenter = presenter
        presenter.changed.connect(self._show)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Whom it reaches"))
        self.view.setAccessibleName(self.tr("Whom the address reaches"))
        self._show()

    def _show(self) -> None:
        told = self._presenter.told
        self.set_subtitle(told)
        self.set_empty("" if told else self.tr("Choose an address."))


class AddressesView(QWidget):
    def __init__(
        self, presenter: AddressesPresenter, look: Look, parent: QWidget | None = None
    ) -> None:
        """Whom the chosen address reaches stands beside the list."""
        super().__init__(parent)
        self.setObjectName("addressesPage")
        self._presenter = presenter
        self._targets_part = TargetsPresenter(presenter)
        self._ask = AskBar(look, self)
        self.panel = AddressesPanel(presenter, look)
        self.targets = TargetsPanel(self._targets_part, look)
        for panel in (self.panel, self.targets):
            panel.asked.connect(self._ask.ask)
        selection = self.panel.view.selectionModel()
        selection.currentChanged.connect(self._choose)
        body = QHBoxLayout()
        body.setContentsMargins(12, 10, 12, 10)
        body.setSpacing(10)
        body.addWidget(self.panel, 3)
        body.addWidget(self.targets, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._ask)
        layout.addLayout(body, 1)

    def begin(self) -> None:
        """Somebody looks."""
        self._presenter.begin()
        self.setFocus()

    def _choose(self) -> None:
        self._targets_part.choose(self.panel.view.current_key())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.panel.take_focus()
