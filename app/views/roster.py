"""The roster: who is awaited and who is here; calling, and the badge line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.presenters.calling import CallingPresenter
from app.presenters.roster import RosterPresenter
from app.views.acting import Actor
from app.views.list_panel import ListPanel, row_view
from app.views.look import Look
from app.views.parts.key_button import KeyButton
from app.views.sent_field import SentLine


class RosterPanel(ListPanel):
    """`left_field`: Esc in the badge line."""

    left_field = Signal()

    def __init__(self, presenter: RosterPresenter, calling: CallingPresenter, look: Look) -> None:
        super().__init__(presenter, presenter.model, row_view(look, "roster"))
        self._presenter = presenter
        self._calling = Actor(calling, self)
        self._calling.asked.connect(self.asked)
        self._call = KeyButton(self)
        self._call.setObjectName("callGroup")
        self._call.show_key("C")
        self._call.clicked.connect(self.show_calls)
        self.add_header_widget(self._call)
        self._badge_label = QLabel(self)
        self.badge = SentLine(presenter.scanned, self)
        self.badge.setObjectName("badge")
        self.badge.left.connect(self.left_field)
        self._badge_label.setBuddy(self.badge)
        self.set_footer(self._badge_line())
        presenter.changed.connect(self._show)
        self._set_words()

    def _badge_line(self) -> QWidget:
        line = QWidget(self)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        keycap = QLabel("B", line)
        keycap.setObjectName("keycap")
        layout.addWidget(self._badge_label)
        layout.addWidget(self.badge, 1)
        layout.addWidget(keycap, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def show_calls(self) -> None:
        """Whom one can call, below the button."""
        menu = self._calling.menu("", self)
        menu.setObjectName("calls")
        menu.popup(self._call.mapToGlobal(self._call.rect().bottomLeft()))

    def focus_order(self) -> list[QWidget]:
        return [self._call, self.view, self.badge]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Roster"))
        self.view.setAccessibleName(self.tr("Roster"))
        self._call.set_text(self.tr("Call group"))
        self._badge_label.setText(self.tr("Badge or name:"))
        self.badge.setAccessibleName(self.tr("Badge or name"))
        self.badge.setPlaceholderText(self.tr("scan or type, Enter = arrived"))
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.set_subtitle(props.still_to_come)
        self.set_empty(props.empty)
