"""Messages: what can be sent, and how each that was sent went."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from app.presenters.messages import MessagesPresenter
from app.views.list_panel import ListPanel, row_view
from app.views.look import Look
from app.views.parts.key_button import KeyButton


class MessagesPanel(ListPanel):
    def __init__(self, presenter: MessagesPresenter, look: Look) -> None:
        super().__init__(presenter, presenter.model, row_view(look, "messages"))
        self._presenter = presenter
        self._switch, self._write = KeyButton(self), KeyButton(self)
        for button, name, key, action in (
            (self._switch, "byItself", "Shift+S", "switch"),
            (self._write, "writeMessage", "W", "write"),
        ):
            button.setObjectName(name)
            button.show_key(key)
            button.clicked.connect(lambda _checked=False, action=action: self._act(action))
            self.add_header_widget(button)
        presenter.changed.connect(self._show)
        self._set_words()

    def focus_order(self) -> list[QWidget]:
        return [self._switch, self._write, self.view]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _act(self, action: str) -> None:
        self.actor.act("", action)

    def _set_words(self) -> None:
        self.set_title(self.tr("Messages"))
        self.view.setAccessibleName(self.tr("Messages"))
        self._write.set_text(self.tr("Write"))
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.set_subtitle(props.told)
        self.set_empty(props.empty)
        self._switch.setVisible(props.by_itself is not None)
        on, off = self.tr("By itself: on"), self.tr("By itself: off")
        self._switch.set_text(on if props.by_itself else off)
