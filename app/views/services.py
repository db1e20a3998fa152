"""The services that were called: a line below the tasks, there once one was."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.presenters.roles import Severity
from app.presenters.services import ServicesPresenter
from app.views.parts.band import Band


class ServicesLine(Band):
    def __init__(self, presenter: ServicesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._waits = QLabel(self)
        self._waits.setObjectName("serviceWaits")
        self._waits.setProperty("mono", True)
        self.add_action(self._waits)
        self.setObjectName("services")
        presenter.changed.connect(self._show)
        presenter.counted.connect(self._count)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        told = self._presenter.props.told
        self.set_band(self.tr("Services"), told, Severity.PLAIN)
        self._count()
        self.setVisible(bool(told))

    def _count(self) -> None:
        waits = self._presenter.waits()
        self._waits.setText(waits)
        self._waits.setVisible(bool(waits))
