"""Follow-ups of an incident: what is owed after the end, as a page of its desk."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.presenters.follow_ups import FollowUpsPresenter
from app.presenters.owed import OwedPresenter
from app.views.acting import key_name
from app.views.list_panel import ListPanel, row_view
from app.views.look import Look
from app.views.parts.key_button import KeyButton

ADD = "A"


class FollowUpsPanel(ListPanel):
    """A adds one while the keyboard is here."""

    after_closing = True

    def __init__(self, presenter: FollowUpsPresenter | OwedPresenter, look: Look) -> None:
        super().__init__(presenter, presenter.model, row_view(look, "followUps"))
        self._presenter = presenter
        self._add = KeyButton(self)
        self._add.setObjectName("addFollowUp")
        self._add.show_key(ADD)
        self._add.clicked.connect(self.add)
        self.add_header_widget(self._add)
        presenter.changed.connect(self._show)
        self._set_words()

    def add(self) -> None:
        self.actor.act(self.view.current_key(), "add")

    def focus_order(self) -> list[QWidget]:
        return [self._add, self.view]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if key_name(event) == ADD:
            self.add()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Follow-ups"))
        self.view.setAccessibleName(self.tr("Follow-ups"))
        self._add.set_text(self.tr("Add"))
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.set_subtitle(props.told)
        self.set_empty(props.empty)
