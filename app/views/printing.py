"""What is being printed, and where the last print lies: a line that covers nothing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.presenters.print_stage import PRINT, PrintStage, Stage
from app.presenters.roles import Severity
from app.views.acting import Actor
from app.views.parts.band import Band
from app.views.parts.key_button import KeyButton

SHOWN_AFTER = 1_000
"""Milliseconds: what takes less needs no telling that it is under way."""


class PrintingBand(Band):
    """`asked(make, do)`: form, language and place have to be asked before."""

    asked = Signal(object, object)

    def __init__(self, presenter: PrintStage[Any, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("printing")
        self._presenter = presenter
        self._actor = Actor(presenter, self)
        self._actor.asked.connect(self.asked)
        self._open, self._leave = KeyButton(self, primary=True), KeyButton(self)
        self._open.setObjectName("openPrint")
        self._leave.setObjectName("leavePrint")
        self._open.show_key("Shift+P")
        self._open.clicked.connect(self.open_print)
        self._leave.clicked.connect(presenter.cancel)
        for button in (self._open, self._leave):
            self.add_action(button)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(SHOWN_AFTER)
        self._late.timeout.connect(self.show)
        presenter.changed.connect(self._show)
        self._show()

    def ask(self) -> None:
        """Ask what to print, if anything can be printed now."""
        if self._presenter.choices(""):
            self._actor.act("", PRINT)

    def open_print(self) -> None:
        """With whatever this machine shows PDFs with."""
        path = self._presenter.props.path
        if path:
            QDesktopServices.openUrl(QUrl.fromLocalFile(path))

    def focus_order(self) -> list[QWidget]:
        return [self._open, self._leave]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.set_band(props.headline, props.path or props.what, Severity.PLAIN)
        self._open.set_text(self.tr("Open"))
        self._open.setVisible(props.stage is Stage.DONE)
        working = props.stage is Stage.WORKING
        self._leave.set_text(self.tr("Cancel") if working else self.tr("Seen"))
        self._late.stop()
        if working:
            self._late.start()
        self.setVisible(props.stage is Stage.DONE)
