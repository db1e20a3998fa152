"""Taking back what was just pressed, for a few seconds."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.models import facts as f
from app.models.entry import Entry
from app.models.taking_back import WITHIN, Pressed
from app.models.telling import Names, tell
from app.presenters.bridge import Bridge
from app.presenters.reader import QtReader
from app.station.changed import Done

_tr = QCoreApplication.translate


class UndoPresenter(QObject):
    """Offers the last thing pressed at this station; `text` is empty while there is none."""

    changed = Signal()

    def __init__(self, bridge: Bridge, reader: QtReader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._reader = bridge, reader
        self._pressed: Entry | None = None
        self._wanted = False
        self._stays = QTimer(self)
        self._stays.setSingleShot(True)
        self._stays.setInterval(WITHIN // timedelta(milliseconds=1))
        self._stays.timeout.connect(self._forget)
        bridge.done.connect(self._take)
        bridge.answered.connect(self._want_no_more)

    @property
    def text(self) -> str:
        pressed = self._pressed
        incident = self._bridge.station.incidents.get(pressed.stream) if pressed else None
        if pressed is None or incident is None:
            return ""
        plan, site = self._bridge.plan_of(pressed.stream), self._bridge.station.site
        told = tell(pressed.fact, Names(incident=incident, plan=plan, site=site))
        return _tr("Undo", "Take back: {told}").format(told=told.phrase.render(self._reader))

    def take_back(self) -> None:
        """Once: pressed twice it does not take back what was before.

        While the disk is slow, what was pressed last is meant, though it is not recorded yet.
        """
        if self._bridge.unanswered:
            self._wanted = True
            return
        pressed = self._pressed
        if pressed is not None:
            self._forget()
            self._take_back(pressed)

    def _take_back(self, pressed: Entry) -> None:
        command = f.Corrected(entry=pressed.id, reason="", taken_back=True)
        self._bridge.ask(pressed.stream, command)

    def _take(self, done: Done) -> None:
        last = next((entry for entry in done.entries if isinstance(entry.fact, Pressed)), None)
        if last is None:
            return
        if self._wanted:
            self._wanted = False
            self._forget()
            self._take_back(last)
            return
        self._pressed = last
        self._stays.start()
        self.changed.emit()

    def _want_no_more(self) -> None:
        """What was to be taken back was refused."""
        if not self._bridge.unanswered:
            self._wanted = False

    def _forget(self) -> None:
        self._stays.stop()
        self._pressed = None
        self.changed.emit()
