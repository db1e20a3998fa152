"""Lays widgets out like words: in a row while there is room, then in the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


@dataclass(frozen=True, slots=True)
class Word:
    """An item that is so wide at the least; one that `grows` shares what its row has left."""

    wide: int
    grows: bool = False


def rows_of(words: Sequence[Word], room: int, gap: int) -> list[list[tuple[int, int, int]]]:
    """Rows of (item, left, width). An item wider than `room` gets a row of its own, cut to it."""
    rows: list[list[int]] = []
    used = 0
    for at, word in enumerate(words):
        if rows and used + gap + word.wide <= room:
            rows[-1].append(at)
            used += gap + word.wide
        else:
            rows.append([at])
            used = word.wide
    return [_spread(words, row, room, gap) for row in rows]


def _spread(
    words: Sequence[Word], row: list[int], room: int, gap: int
) -> list[tuple[int, int, int]]:
    spare = max(room - sum(words[at].wide for at in row) - gap * (len(row) - 1), 0)
    growing = [at for at in row if words[at].grows]
    placed, left = [], 0
    for at in row:
        wide = min(words[at].wide, room)
        if at in growing:
            share = spare // len(growing)
            spare, wide = spare - share, wide + share
            growing = growing[1:]
        placed.append((at, left, wide))
        left += wide + gap
    return placed


class FlowLayout(QLayout):
    """Items that expand begin at their least width; the others are as wide as they like."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, at: int) -> QLayoutItem | None:
        return self._items[at] if 0 <= at < len(self._items) else None

    def takeAt(self, at: int) -> QLayoutItem | None:
        return self._items.pop(at) if 0 <= at < len(self._items) else None

    def width_of_one_row(self) -> int:
        """What it takes to have all items beside each other."""
        words = [_word(item).wide for item in self._shown()]
        return sum(words) + self.spacing() * max(len(words) - 1, 0)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one row."""
        edge = self.contentsMargins()
        wide = self.width_of_one_row() + edge.left() + edge.right()
        return QSize(wide, self.minimumSize().height())

    def minimumSize(self) -> QSize:
        """As narrow as its widest item, and as tall as one row: rows come with the width."""
        least = [item.minimumSize() for item in self._shown()]
        edge = self.contentsMargins()
        wide = max((size.width() for size in least), default=0)
        tall = max((size.height() for size in least), default=0)
        return QSize(wide + edge.left() + edge.right(), tall + edge.top() + edge.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Put the items in their places, or only count; how tall all of it is."""
        edge, gap, items = self.contentsMargins(), self.spacing(), self._shown()
        room = rect.width() - edge.left() - edge.right()
        top = rect.top() + edge.top()
        for row in rows_of([_word(item) for item in items], room, gap):
            tall = max(_height(items[at], wide) for at, _, wide in row)
            for at, left, wide in row if move else ():
                items[at].setGeometry(QRect(rect.left() + edge.left() + left, top, wide, tall))
            top += tall + gap
        return top - gap + edge.bottom() - rect.top() if items else 0


def _height(item: QLayoutItem, wide: int) -> int:
    """An item may itself wrap what it holds."""
    tall = item.sizeHint().height()
    return max(tall, item.heightForWidth(wide)) if item.hasHeightForWidth() else tall


def _word(item: QLayoutItem) -> Word:
    if item.expandingDirections() & Qt.Orientation.Horizontal:
        return Word(item.minimumSize().width(), grows=True)
    return Word(item.sizeHint().width())
