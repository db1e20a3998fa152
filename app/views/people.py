"""People as numbers by zone, and the signs that were seen, each with a tick."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

from app.presenters.people import PeoplePresenter
from app.views.acting import key_name
from app.views.list_panel import ListPanel, row_view
from app.views.look import Look
from app.views.parts.row_view import RowView

JUMP = "G"


class PeoplePanel(ListPanel):
    """G goes from what was seen to the zones, and back."""

    def __init__(self, presenter: PeoplePresenter, look: Look) -> None:
        super().__init__(presenter, presenter.model, row_view(look, "people"))
        self._presenter = presenter
        presenter.changed.connect(self._show)
        self._set_words()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if key_name(event) == JUMP and isinstance(self.view, RowView):
            self.view.go_to(self._presenter.other_part(self.view.current_key()))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("People"))
        self.view.setAccessibleName(self.tr("People and what was seen"))
        self._show()

    def _show(self) -> None:
        self.set_subtitle(self._presenter.props.totals)
