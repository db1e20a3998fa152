"""The pages of the window: the board, and those that are made when somebody goes there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.presenters.keys import Chapter
from app.views.board import BoardView

if TYPE_CHECKING:
    # Made when somebody goes there: see main.
    from app.presenters.shift_timeline import FromLine
    from app.views.addresses import AddressesView
    from app.views.archive import ArchiveView
    from app.views.desk import DeskView
    from app.views.owed import OwedView
    from app.views.readiness import ReadinessView
    from app.views.replay import ReplayView
    from app.views.shift import ShiftView
    from app.views.statistics import StatisticsView
    from app.views.wall_panel import WallPanel


@dataclass(frozen=True, kw_only=True)
class Makers:
    """Make the pages that are made when somebody goes there."""

    desk: Callable[[str], DeskView]
    replay: Callable[[str], ReplayView]
    owed: Callable[[], OwedView]
    shift: Callable[[], ShiftView]
    addresses: Callable[[], AddressesView]
    wall_screens: Callable[[], WallPanel]
    archive: Callable[[], ArchiveView]
    readiness: Callable[[], ReadinessView]
    statistics: Callable[[], StatisticsView]


class Rooms(QStackedWidget):
    """A desk goes when another page is shown, but for what was being typed there; the others stay
    as they were left."""

    opening_asked = Signal(object)
    """FromLine: an incident is to be opened from a line of the shift log."""
    print_requested = Signal(str)
    replay_requested = Signal(str)
    """Of the incident of this stream, which is held here, settled or not."""

    def __init__(self, board: BoardView, make: Makers) -> None:
        super().__init__()
        self._board, self._make = board, make
        self._desk: DeskView | None = None
        self._stream = ""
        self._drafts: dict[str, str] = {}
        self._replay: ReplayView | None = None
        self._before: QWidget = board
        """The page from which one looks back."""
        self._owed: OwedView | None = None
        self._shift: ShiftView | None = None
        self._addresses: AddressesView | None = None
        self._archive: ArchiveView | None = None
        self._readiness: ReadinessView | None = None
        self._statistics: StatisticsView | None = None
        self.addWidget(board)

    @property
    def desk(self) -> DeskView | None:
        return self._desk

    @property
    def stream(self) -> str:
        """The incident of the desk that is shown; "" while none is."""
        return self._stream if self._desk is not None else ""

    @property
    def looks_back(self) -> bool:
        return self._replay is not None

    def is_drill(self) -> bool:
        page = self._replay or self._desk
        return page is not None and page.is_drill()

    def is_away(self) -> bool:
        """Whether another page than the board is shown."""
        return self.currentWidget() is not self._board

    @property
    def chapter(self) -> Chapter:
        """Of the keyboard map, that of the page in view."""
        page = self.currentWidget()
        if self._replay is not None:
            return Chapter.REPLAY
        if self._desk is not None:
            return self._desk.chapter
        chapters = (
            (self._owed, Chapter.FOLLOW_UPS), (self._shift, Chapter.SHIFT),
            (self._addresses, Chapter.ADDRESSES), (self._archive, Chapter.ARCHIVE),
            (self._readiness, Chapter.FIGURES), (self._statistics, Chapter.FIGURES),
        )  # fmt: skip
        return next((chapter for room, chapter in chapters if room is page), Chapter.BOARD)

    def show_board(self) -> None:
        self._end_replay()
        desk, self._desk = self._desk, None
        self.setCurrentWidget(self._board)
        self._board.cards.setFocus()
        if desk is not None:
            self._drafts[self._stream] = desk.draft
            self.removeWidget(desk)
            desk.close_desk()
            desk.deleteLater()

    def show_desk(self, stream: str) -> None:
        self.show_board()
        self._desk, self._stream = self._make.desk(stream), stream
        if draft := self._drafts.pop(stream, ""):
            self._desk.take_up(draft)
        self._show(self._desk)
        self._desk.setFocus()

    def show_replay(self, stream: str) -> None:
        """The incident as it was, in place of the page from which one asks; that stays as it is."""
        page = self.currentWidget()
        if self._replay is None and page is not None:
            self._before = page
        self._end_replay()
        self._replay = self._make.replay(stream)
        self._replay.left.connect(self.leave_replay)
        self.addWidget(self._replay)
        self.setCurrentWidget(self._replay)
        self._replay.setFocus()

    def leave_replay(self) -> None:
        """Back to the present, and to where one was."""
        if self._replay is not None:
            self._end_replay()
            self.setCurrentWidget(self._before)
            self.take_focus()

    def _end_replay(self) -> None:
        replay, self._replay = self._replay, None
        if replay is not None:
            self.removeWidget(replay)
            replay.close_replay()
            replay.deleteLater()

    def show_owed(self) -> None:
        """What is owed across incidents."""
        if self._owed is None:
            self._owed = self._make.owed()
            self._owed.chosen.connect(self.show_desk)
        self._show(self._owed)
        self._owed.setFocus()

    def show_shift(self) -> None:
        if self._shift is None:
            self._shift = self._make.shift()
            self._shift.opening_asked.connect(self.opening_asked)
        self._show(self._shift)
        self._shift.begin()

    def show_addresses(self) -> None:
        """Where messages go."""
        if self._addresses is None:
            self._addresses = self._make.addresses()
        self._show(self._addresses)
        self._addresses.begin()

    def show_archive(self) -> None:
        """All incidents, open and closed."""
        if self._archive is None:
            self._archive = self._make.archive()
            self._archive.chosen.connect(self.show_desk)
            self._archive.print_requested.connect(self.print_requested)
            self._archive.replay_requested.connect(self.replay_requested)
        self._show(self._archive)
        self._archive.begin()

    def show_readiness(self) -> None:
        """What the plans lack, now or at an hour of the week."""
        if self._readiness is None:
            self._readiness = self._make.readiness()
        self._show(self._readiness)
        self._readiness.begin()

    def print_shown(self) -> None:
        """The record of the incident in view, or the page that has a sheet of its own."""
        if self._desk is not None:
            self._desk.print_record()
        elif self._readiness is not None and self.currentWidget() is self._readiness:
            self._readiness.print_out()

    def show_statistics(self) -> None:
        """How soon staff came and acted, over a stretch of time."""
        if self._statistics is None:
            self._statistics = self._make.statistics()
        self._show(self._statistics)
        self._statistics.begin()

    def carry_over(self, line: FromLine, stream: str) -> None:
        """The line of the shift log that an incident was opened from."""
        if self._shift is not None:
            self._shift.carry_over(line, stream)

    def take_focus(self) -> None:
        """What stood beside it is gone."""
        page = self.currentWidget()
        (page if page is not None and self.is_away() else self._board.cards).setFocus()

    def _show(self, page: QWidget) -> None:
        self._end_replay()
        if page is not self._desk:
            self.show_board()
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
