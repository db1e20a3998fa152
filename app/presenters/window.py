"""What the window as a whole shows and remembers: language, theme, text size, refusals."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.models.command import Refusal
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


class WindowPresenter(QObject):
    refused = Signal(str)
    """Why something was not done, in the reader's language."""

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
        bridge.refused.connect(self._refuse)

    @property
    def station(self) -> str:
        return self._bridge.station.name

    def set_language(self, code: str) -> None:
        self._reader.language = code
        self._language.set_language(code)
        self.board.refresh()
        self.status.refresh()
        self.staff.refresh()
        self.owed.refresh()
        self._remember_language(code)

    def _refuse(self, refusal: Refusal) -> None:
        self.refused.emit(self._reader.say(refusal.why))
