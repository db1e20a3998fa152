"""The cards of the board, worst first, each in its place by rank."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import Final

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from app.models.board import Rank
from app.models.levels import Level
from app.models.urgency import Urgency
from app.presenters.rows import Index
from app.presenters.words import listing

_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE: Final = int(Qt.ItemDataRole.AccessibleTextRole)
CARD = 0x0201
"""CardProps: the item role of a whole card."""
STREAM = 0x0202


class CardProps(msgspec.Struct, frozen=True, kw_only=True):
    """A card as painted at one moment."""

    stream: str
    level: Level
    level_word: str
    title: str
    place: str
    plan: str
    number: str
    elapsed: str
    commander: str
    counts: str
    next_due: str
    next_countdown: str
    next_urgency: Urgency
    overdue: str
    overdue_line: str
    drill: str
    status: str
    waiting: str

    @property
    def spoken(self) -> str:
        """The card as one sentence, for screen readers."""
        parts = (self.drill, self.level.numeral, self.title, self.place, self.overdue)
        return listing(parts)


class BoardModel(QAbstractListModel):
    """A card is derived when painted. Each comes, goes or moves alone, however many there are."""

    def __init__(self, derive: Callable[[str], CardProps], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._derive = derive
        self._ranks: list[Rank] = []
        self._rank_of: dict[str, Rank] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._ranks)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        at = index.row()
        if not 0 <= at < len(self._ranks):
            return None
        stream = self._ranks[at][-1]
        if role == STREAM:
            return stream
        if role == CARD:
            return self._derive(stream)
        if role in (_DISPLAY, _ACCESSIBLE):
            return self._derive(stream).spoken
        return None

    def set_ranks(self, ranks: Mapping[str, Rank]) -> None:
        """All of them, by stream; what is selected stays selected."""
        if not self._ranks:
            self.beginResetModel()
            self._rank_of, self._ranks = dict(ranks), sorted(ranks.values())
            self.endResetModel()
            return
        for stream in [held for held in self._rank_of if held not in ranks]:
            self.place(stream, None)
        for stream, rank in ranks.items():
            self.place(stream, rank)

    def place(self, stream: str, rank: Rank | None) -> None:
        """Put one card where it belongs; None takes it away."""
        held = self._rank_of.get(stream)
        if rank == held:
            return
        if held is None:
            assert rank is not None  # noqa: S101  for the type checker
            self._insert(bisect_left(self._ranks, rank), rank)
        elif rank is None:
            self._remove(bisect_left(self._ranks, held))
        else:
            self._move(bisect_left(self._ranks, held), bisect_left(self._ranks, rank), rank)
        if rank is None:
            del self._rank_of[stream]
        else:
            self._rank_of[stream] = rank

    def _insert(self, at: int, rank: Rank) -> None:
        self.beginInsertRows(QModelIndex(), at, at)
        self._ranks.insert(at, rank)
        self.endInsertRows()

    def _remove(self, at: int) -> None:
        self.beginRemoveRows(QModelIndex(), at, at)
        del self._ranks[at]
        self.endRemoveRows()

    def _move(self, held: int, before: int, rank: Rank) -> None:
        """Both places count as they are now."""
        if before in (held, held + 1):
            self._ranks[held] = rank
            return
        self.beginMoveRows(QModelIndex(), held, held, QModelIndex(), before)
        del self._ranks[held]
        self._ranks.insert(before - (before > held), rank)
        self.endMoveRows()

    def tell(self, stream: str) -> None:
        """Its card is to be painted anew."""
        rank = self._rank_of.get(stream)
        if rank is not None:
            index = self.index(bisect_left(self._ranks, rank))
            self.dataChanged.emit(index, index)

    def tell_all(self) -> None:
        if self._ranks:
            self.dataChanged.emit(self.index(0), self.index(len(self._ranks) - 1))
