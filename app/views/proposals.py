"""What the plan proposes, beside the alarms: there while it stands, answered by button or key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.presenters.proposals import CALL, DECLINE, RAISE, ProposalsPresenter
from app.presenters.roles import Severity
from app.views.acting import Actor
from app.views.look import Look
from app.views.parts.band import Band
from app.views.parts.key_button import KeyButton

BESIDE_WIDTH = 1200
"""Pixels at 100 % from which the bands stand beside each other."""


class ProposalsBand(QWidget):
    """`asked(make, do)`: raising and calling are asked once before they are recorded."""

    asked = Signal(object, object)

    def __init__(self, presenter: ProposalsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._actor = Actor(presenter, self)
        self._actor.asked.connect(self.asked)
        self._level, self._service = Band(self), Band(self)
        self._buttons = {action: KeyButton(self, primary=action != DECLINE)
                         for action in (RAISE, DECLINE, CALL)}  # fmt: skip
        self._build()
        presenter.changed.connect(self._show)
        self._show()

    def press(self, key: str) -> bool:
        """Whether something that stands is answered by this key."""
        if not self._actor.enabled:
            return False
        for choice in self._presenter.choices(""):
            if choice.key == key:
                self._act(choice.action)
                return True
        return False

    def set_read_only(self) -> None:
        """It is only looked at, from now on."""
        self._actor.enabled = False
        for button in self._buttons.values():
            button.hide()

    def focus_order(self) -> list[QWidget]:
        return list(self._buttons.values())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _build(self) -> None:
        self.setObjectName("proposals")
        self._level.setObjectName("proposedLevel")
        self._service.setObjectName("proposedService")
        for action, button in self._buttons.items():
            button.setObjectName(f"propose_{action}")
            button.clicked.connect(lambda _checked, action=action: self._act(action))
        self._level.add_action(self._buttons[RAISE])
        self._level.add_action(self._buttons[DECLINE])
        self._service.add_action(self._buttons[CALL])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._level)
        layout.addWidget(self._service)

    def _act(self, action: str) -> None:
        key = self._presenter.key_for(action)
        if key:
            self._actor.act(key, action)

    def _show(self) -> None:
        props = self._presenter.props
        self._level.set_band(props.level, props.level_reason, Severity.SOON)
        self._service.set_band(props.service, props.service_reason, Severity.SOON)
        for choice in self._presenter.choices(""):
            self._buttons[choice.action].set_text(choice.text)
            self._buttons[choice.action].show_key(choice.key)
        self._level.setVisible(bool(props.level))
        self._service.setVisible(bool(props.service))
        self.setVisible(bool(props.level or props.service))


class Attention(QWidget):
    """Alarms and proposals side by side; one above the other where it is narrow."""

    def __init__(self, alarms: QWidget, proposals: QWidget, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addWidget(alarms, 1)
        self._row.addWidget(proposals)
        self._proposals = proposals
        look.changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        ways = QBoxLayout.Direction
        beside = self.width() >= self._look.px(BESIDE_WIDTH)
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._proposals.setMaximumWidth(self.width() // 2 if beside else self.width())
