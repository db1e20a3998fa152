"""Taking back what was just pressed, for a few seconds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.models import facts as f
from app.models.entry import Entry
from app.models.refusals import refuse
from app.models.taking_back import WITHIN, Pressed
from app.models.telling import Names, tell
from app.presenters.bridge import Bridge
from app.presenters.reader import QtReader
from app.station.changed import Done

_tr = QCoreApplication.translate


class UndoPresenter(QObject):
    """Offers the last thing pressed at this station; `text` is empty while there is none.

    One press may record several entries, all of which it takes back; what the plan proposes on
    account of them lapses by itself. Where it recorded anything else, it is not offered.
    """

    changed = Signal()

    def __init__(self, bridge: Bridge, reader: QtReader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._reader = bridge, reader
        self._pressed: tuple[Entry, ...] = ()
        self._wanted = frozenset[int]()
        """What is to be taken back once it is recorded: how many answers it is away."""
        self._stays = QTimer(self)
        self._stays.setSingleShot(True)
        self._stays.setInterval(WITHIN // timedelta(milliseconds=1))
        self._stays.timeout.connect(self._forget)
        bridge.done.connect(self._take)
        bridge.answered.connect(self._come_nearer)

    @property
    def text(self) -> str:
        pressed = self._pressed[-1] if self._pressed else None
        incident = self._bridge.station.incidents.get(pressed.stream) if pressed else None
        if pressed is None or incident is None:
            return ""
        plan, site = self._bridge.plan_of(pressed.stream), self._bridge.station.site
        told = tell(pressed.fact, Names(incident=incident, plan=plan, site=site))
        return _tr("Undo", "Take back: {told}").format(told=told.phrase.render(self._reader))

    def take_back(self) -> None:
        """Once: pressed twice it does not take back what was before. Too late, it says so.

        While the disk is slow, what was pressed last is meant, though it is not recorded yet.
        """
        if self._bridge.unanswered:
            self._wanted |= {self._bridge.unanswered}
            return
        pressed = self._pressed
        if not pressed:
            self._bridge.refused.emit(refuse("nothing_pressed", seconds=WITHIN.seconds))
            return
        self._forget()
        self._take_back(pressed)

    def _take_back(self, pressed: Sequence[Entry]) -> None:
        for entry in reversed(pressed):
            command = f.Corrected(entry=entry.id, reason="", taken_back=True)
            self._bridge.ask(entry.stream, command)

    def _take(self, done: Done) -> None:
        said = [entry for entry in done.entries if not isinstance(entry.fact, f.LevelProposed)]
        if all(isinstance(entry.fact, f.Note | f.Attached) for entry in said):
            return
        if not all(isinstance(entry.fact, Pressed) for entry in said):
            self._forget()  # it is not the last thing done any more
            return
        if 1 in self._wanted:
            self._forget()
            self._take_back(said)
            return
        self._pressed = tuple(said)
        self._stays.start()
        self.changed.emit()

    def _come_nearer(self) -> None:
        """One more answer: what was to be taken back and was refused is wanted no more."""
        self._wanted = frozenset(away - 1 for away in self._wanted if away > 1)

    def _forget(self) -> None:
        self._stays.stop()
        self._pressed = ()
        self.changed.emit()
