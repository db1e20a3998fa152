"""What is owed across incidents: a page of the window, all by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.presenters.owed import OwedPresenter
from app.views.ask import AskBar
from app.views.follow_ups import FollowUpsPanel
from app.views.look import Look


class OwedView(QWidget):
    """`chosen` says which incident to open the desk of."""

    chosen = Signal(str)

    def __init__(self, presenter: OwedPresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("owed")
        self._presenter = presenter
        self._ask = AskBar(look, self)
        self.panel = FollowUpsPanel(presenter, look)
        self.panel.asked.connect(self._ask.ask)
        presenter.desk_asked.connect(self.chosen)
        body = QVBoxLayout()
        body.setContentsMargins(12, 10, 12, 10)
        body.addWidget(self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._ask)
        layout.addLayout(body, 1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.panel.take_keyboard()
