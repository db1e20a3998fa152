"""Zones as a list: each with its state and the next thing to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent

from app.presenters.zones import ZonesPresenter
from app.views.list_panel import ListPanel, row_view
from app.views.look import Look


class ZonesPanel(ListPanel):
    def __init__(self, presenter: ZonesPresenter, look: Look) -> None:
        super().__init__(presenter, presenter.model, row_view(look, "zones"))
        self._presenter = presenter
        presenter.changed.connect(self._show)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Cordon and evacuation"))
        self.view.setAccessibleName(self.tr("Zones"))
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.set_subtitle(props.in_hand)
        self.set_empty(props.empty)
