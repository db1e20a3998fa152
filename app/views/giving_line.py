"""A line of labels in which the less important give way first where there is no room for all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def shares(wanted: Sequence[int], ranks: Sequence[int], room: int, gap: int) -> list[int]:
    """How wide each is: the lowest rank gets what it wants first; 0 for what has no room left."""
    given = [0] * len(wanted)
    for at in sorted(range(len(wanted)), key=lambda at: ranks[at]):
        taken = sum(wide + gap for wide in given if wide)
        given[at] = max(min(wanted[at], room - taken), 0)
    return given


class GivingLine(QWidget):
    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._labels: list[tuple[QLabel, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def add(self, label: QLabel, rank: int) -> None:
        """To the right of the others; the highest rank gives way first."""
        label.setParent(self)
        self._labels.append((label, rank))

    def sizeHint(self) -> QSize:
        tall = max((label.sizeHint().height() for label, _ in self._labels), default=0)
        return QSize(0, tall)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_out()

    def share_out(self) -> None:
        """Call when a label has another text: labels are beside any layout."""
        shown = [(label, rank) for label, rank in self._labels if label.text()]
        wanted = [label.sizeHint().width() for label, _ in shown]
        given = shares(wanted, [rank for _, rank in shown], self.width(), self._gap)
        left, bottom = 0, self.height()
        for (label, _), wide in zip(shown, given, strict=True):
            tall = min(label.sizeHint().height(), bottom)
            label.setGeometry(left, (bottom - tall) // 2, wide, tall)
            left += wide + self._gap if wide else 0
        for label, _ in self._labels:
            label.setVisible(bool(label.text()) and label.width() > 0)
