"""The alarms of a desk: what is overdue, in one band that keeps its place."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.presenters.alarms import AlarmsPresenter
from app.views.parts.band import Band


class AlarmsBand(Band):
    def __init__(self, presenter: AlarmsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setObjectName("alarms")
        presenter.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.set_band(props.title, props.text, props.severity)
