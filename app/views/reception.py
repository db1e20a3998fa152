"""Receptions: the visitors' matter, who is heard, what is owed to them, as a page of the desk."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from app.presenters.reception import BEGIN, ReceptionPresenter
from app.views.list_panel import ListPanel, row_view
from app.views.look import Look
from app.views.parts.key_button import KeyButton

BEGIN_KEY = "Shift+J"
"""Wherever the keyboard is on the desk: an empty page has nothing that could have it."""


class ReceptionPanel(ListPanel):
    after_closing = True
    left = Signal()
    """Nobody looks at it any more."""

    def __init__(self, presenter: ReceptionPresenter, look: Look) -> None:
        super().__init__(presenter, presenter.model, row_view(look, "reception"))
        self.setObjectName("receptionPanel")
        self._presenter = presenter
        self._begin = KeyButton(self)
        self._begin.setObjectName("beginReception")
        self._begin.show_key(BEGIN_KEY)
        self._begin.clicked.connect(self.begin)
        self.add_header_widget(self._begin)
        presenter.changed.connect(self._show)
        self._set_words()

    def begin(self) -> None:
        self.actor.act("", BEGIN)

    def focus_order(self) -> list[QWidget]:
        return [self._begin, self.view]

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._presenter.hide_contacts()
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Reception"))
        self.view.setAccessibleName(self.tr("Reception"))
        self._begin.set_text(self.tr("Begin"))
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.set_subtitle(props.told)
        self.set_empty(props.empty)
        self._begin.setVisible(props.can_begin)
