"""The shift log: a month of it, where one writes, and handing over; a page of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.presenters.shift import ShiftPresenter
from app.views.acting import key_name
from app.views.ask import AskBar
from app.views.files import FilesPanel
from app.views.flow import FlowLayout
from app.views.look import Look
from app.views.pages import Page, Pages
from app.views.parts.key_button import KeyButton
from app.views.thumbnails import Thumbnails
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
        self._thumbnails = Thumbnails(presenter.photos)
        self.panel: TimelinePanel | None = None
        self._pages: Pages | None = None
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
        top = FlowLayout()
        top.setContentsMargins(14, 10, 14, 4)
        top.setSpacing(12)
        for widget in (
            self._title, self._month, self._earlier, self._later, self._open, self._hand_over,
        ):  # fmt: skip
            top.addWidget(widget)
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
            case Page.TIMELINE.value | Page.FILES.value as key if self._pages is not None:
                self._pages.show_page(Page(key))
                self._pages.panel.take_keyboard()
            case _:
                super().keyPressEvent(event)

    def _leave_field(self) -> None:
        """To the entries; while there are none, where the keys of this page work too."""
        view = self.panel.view if self.panel is not None else None
        (view if view is not None and view.isVisible() else self._hand_over).setFocus()

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
        timeline, files = self._presenter.timeline, self._presenter.files
        if timeline is None or files is None:
            return
        before, pages = self.panel, self._pages
        at_work = pages is not None and any(w.hasFocus() for w in pages.findChildren(QWidget))
        self.panel = TimelinePanel(timeline, self._look, self._thumbnails)
        self._pages = self._lay_out(self.panel, FilesPanel(files, self._look, self._thumbnails))
        if before is not None:
            self.panel.quick.take_up(before.quick.draft)
        if pages is not None:
            self._body.removeWidget(pages)
            pages.hide()
            pages.deleteLater()
        if at_work:
            self.setFocus()
        self._set_words()

    def _lay_out(self, panel: TimelinePanel, files: FilesPanel) -> Pages:
        for each in (panel, files):
            each.asked.connect(self._ask.ask)
        panel.left_field.connect(self._leave_field)
        panel.photo_requested.connect(files.choose)
        panel.offered.connect(files.offer)
        panel.show_footer(shown=self._presenter.is_now)
        files.show_tools(shown=self._presenter.is_now)
        pages = Pages({Page.TIMELINE: panel, Page.FILES: files})
        self._body.addWidget(pages)
        return pages

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
