"""Where the fields of a question stand: as high as they need, and scrolled where that is much."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from app.views.flow import FlowLayout

MOST = 0.45
"""The largest share of the window's height: countdowns stay in view."""


class AskArea(QScrollArea):
    """`flow` is for the fields; the one that has the keyboard is brought into view."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        inside = QWidget()
        self.flow = FlowLayout(inside)
        self.flow.setContentsMargins(0, 0, 0, 0)
        self.flow.setSpacing(10)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in (self.viewport(), inside):
            part.setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other fields, another height: what the layout above remembers of it is over."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(self.flow.heightForWidth(width), round(self.window().height() * MOST))

    def sizeHint(self) -> QSize:
        return QSize(self.flow.minimumSize().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """The width of the widest field; the height is by `heightForWidth` alone."""
        return QSize(self.flow.minimumSize().width(), 0)
