"""The shift log: a month of it, where one writes, and handing over; a page of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.presenters.shift import ShiftPresenter
from app.views.acting import key_name
from app.views.ask import AskBar
from app.views.look import Look
from app.views.parts.key_button import KeyButton
from app.views.timeline import TimelinePanel

EARLIER, LATER, HAND_OVER, OPEN = "Alt+Left", "Alt+Right", "H", "O"


class ShiftView(QWidget):
    """Its panel is made when somebody first looks, and another one with each month."""

    opening_asked = Signal(object)
    """FromLine: an incident is to be opened from it."""

    def __init__(
        self, presenter: ShiftPresenter, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shift")
        self._presenter, self._look = presenter, look
        self.panel: TimelinePanel | None = None
        self._ask = AskBar(look, self)
        self._build()
        presenter.month_changed.connect(self._show_month)
        presenter.opening_asked.connect(self.opening_asked)
        self.carry_over = presenter.carry_over
        self._set_words()

    def _build(self) -> None:
        self._title, self._month = QLabel(self), QLabel(self)
        self._title.setProperty("big", True)
        self._month.setProperty("strong", True)
        self._month.setObjectName("shiftMonth")
        self._earlier, self._later = KeyButton(self), KeyButton(self)
        self._open, self._hand_over = KeyButton(self), KeyButton(self, primary=True)
        for button, name, key in (
            (self._earlier, "shiftEarlier", EARLIER), (self._later, "shiftLater", LATER),
            (self._open, "shiftOpen", OPEN), (self._hand_over, "shiftHandOver", HAND_OVER),
        ):  # fmt: skip
            button.setObjectName(name)
            button.show_key(key)
        self._earlier.clicked.connect(self._presenter.earlier)
        self._later.clicked.connect(self._presenter.later)
        self._hand_over.clicked.connect(self.hand_over)
        self._open.clicked.connect(self._open_from_line)
        for key, slot in ((EARLIER, self._presenter.earlier), (LATER, self._presenter.later)):
            shortcut = QShortcut(QKeySequence(key), self, slot)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        top = QHBoxLayout()
        top.setContentsMargins(14, 10, 14, 4)
        top.setSpacing(12)
        top.addWidget(self._title)
        top.addWidget(self._month)
        top.addWidget(self._earlier)
        top.addWidget(self._later)
        top.addStretch(1)
        top.addWidget(self._open)
        top.addWidget(self._hand_over)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(12, 6, 12, 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._ask)
        layout.addLayout(self._body, 1)

    def begin(self) -> None:
        """Somebody looks: the month in view, with the keyboard where one writes."""
        self._presenter.begin()
        self.setFocus()

    # What one does -----------------------------------------------------------------------------

    def hand_over(self) -> None:
        if self.panel is not None and self._presenter.is_now:
            self.panel.actor.act("", "hand_over")

    def _open_from_line(self) -> None:
        if self.panel is not None:
            self.panel.actor.act(self.panel.view.current_key(), "open")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match key_name(event):
            case "H":
                self.hand_over()
            case "T" | "/":
                self._write()
            case _:
                super().keyPressEvent(event)

    def _write(self) -> None:
        """In this month: what is written belongs there."""
        if not self._presenter.is_now:
            self._presenter.this_month()
        if self.panel is not None:
            self.panel.quick.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.panel is not None:
            (self.panel.quick if self._presenter.is_now else self.panel.view).setFocus()

    # What is shown -----------------------------------------------------------------------------

    def _show_month(self) -> None:
        """What was being typed, and who was typing, stays."""
        timeline = self._presenter.timeline
        if timeline is None:
            return
        old, self.panel = self.panel, TimelinePanel(timeline, self._look)
        panel = self.panel
        panel.asked.connect(self._ask.ask)
        panel.left_field.connect(panel.view.setFocus)
        panel.quick.parentWidget().setVisible(self._presenter.is_now)
        self._body.addWidget(panel)
        if old is not None:
            panel.quick.setPlainText(old.quick.toPlainText())
            panel.quick.moveCursor(panel.quick.textCursor().MoveOperation.End)
            if old.isAncestorOf(self.focusWidget() or self):
                (panel.quick if self._presenter.is_now else panel.view).setFocus()
            self._body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._presenter.refresh()
            self._set_words()

    def _set_words(self) -> None:
        self._title.setText(self.tr("Shift log"))
        self._month.setText(self._presenter.month)
        self._earlier.set_text(self.tr("Earlier"))
        self._later.set_text(self.tr("Later"))
        self._open.set_text(self.tr("Open an incident from the line"))
        self._hand_over.set_text(self.tr("Hand over…"))
        self._later.setEnabled(not self._presenter.is_now)
        self._hand_over.setEnabled(self._presenter.is_now)
