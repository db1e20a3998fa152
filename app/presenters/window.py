"""What the window as a whole shows and remembers: language, theme, text size, refusals."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.models.command import Refusal
from app.models.refusals import refuse
from app.presenters.board import BoardPresenter
from app.presenters.bridge import Bridge
from app.presenters.language import Language
from app.presenters.opening import OpeningPresenter
from app.presenters.owed import OwedPresenter
from app.presenters.reader import QtReader
from app.presenters.sounds import Hearing
from app.presenters.staff import StaffPresenter
from app.presenters.status import StatusPresenter
from app.presenters.undo import UndoPresenter
from app.store.log import LogAway


class WindowPresenter(QObject):
    replay_ready = Signal(str)
    """The incident of this stream is here, and can be looked back on."""
    refused = Signal(str)
    """Why something was not done, in the reader's language."""
    went_well = Signal()
    """Something was done since: what was refused before is over."""

    def __init__(
        self,
        *,
        bridge: Bridge,
        board: BoardPresenter,
        opening: OpeningPresenter,
        status: StatusPresenter,
        staff: StaffPresenter,
        owed: OwedPresenter,
        language: Language,
        reader: QtReader,
        set_theme: Callable[[str], None],
        set_scale: Callable[[float], None],
        remember_language: Callable[[str], None],
        hearing: Hearing,
    ) -> None:
        super().__init__()
        self.board, self.opening, self.status, self.staff = board, opening, status, staff
        self.set_theme, self.set_scale = set_theme, set_scale
        self.owed = owed
        self._language, self._reader = language, reader
        self._remember_language = remember_language
        self.hearing = hearing
        self._bridge = bridge
        self.undo = UndoPresenter(bridge, reader, self)
        self._one_of_several = False
        """What was refused was asked together with other things, whose answers still come."""
        bridge.refused.connect(self._refuse)
        bridge.done.connect(self._go_well)
        bridge.answered.connect(self._see_all_answered)

    @property
    def station(self) -> str:
        return self._bridge.station.name

    def replay_requested(self, stream: str) -> None:
        """Look back on an incident, open or closed; one that is not here is fetched first."""
        if stream in self._bridge.station.incidents:
            self.replay_ready.emit(stream)
        else:
            self._bridge.run(self._fetch(stream))

    def tell_looking_back(self) -> None:
        self._refuse(refuse("looking_back"))

    async def _fetch(self, stream: str) -> None:
        try:
            incident = await self._bridge.station.load(stream)
        except LogAway as error:
            self._refuse(Refusal(code="away", why=error.why))
            return
        if incident is None:
            self._refuse(refuse("no_incident"))
        else:
            self.replay_ready.emit(stream)

    def set_language(self, code: str) -> None:
        self._reader.language = code
        self._language.set_language(code)
        self.board.refresh()
        self.status.refresh()
        self.staff.refresh()
        self.owed.refresh()
        self._remember_language(code)

    def _go_well(self) -> None:
        if not self._one_of_several:
            self.went_well.emit()

    def _see_all_answered(self) -> None:
        if not self._bridge.unanswered:
            self._one_of_several = False

    def _refuse(self, refusal: Refusal) -> None:
        self._one_of_several = self._bridge.unanswered > 1
        self.refused.emit(self._reader.say(refusal.why))
