"""The timeline of a desk: every entry, what came in below, and where one writes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QWidget

from app.presenters.timeline import TimelinePresenter
from app.views.list_panel import ListPanel
from app.views.look import Look
from app.views.parts.key_button import KeyButton
from app.views.parts.timeline_view import TimelineView
from app.views.sent_field import SentNote
from app.views.thumbnails import Thumbnails

TO_ENTRY = "Ctrl+G"
STAYS = 12_000
"""Milliseconds in which one is told that a note went further up, and can go there."""


class TimelinePanel(ListPanel):
    """`left_field`: Esc in the quick entry."""

    after_closing = True
    left_field = Signal()
    photo_requested = Signal()
    offered = Signal(object)
    """QMimeData: what was pasted or dropped here, and may be files."""

    def __init__(
        self, presenter: TimelinePresenter, look: Look, thumbnails: Thumbnails | None = None
    ) -> None:
        self.entries = TimelineView(look, thumbnails=thumbnails)
        self.entries.setObjectName("timeline")
        super().__init__(presenter, presenter.model, self.entries)
        self._presenter = presenter
        self._all, self._mine, self._new = QPushButton(self), QPushButton(self), QPushButton(self)
        self._unseen = 0
        self._higher = KeyButton(self)
        self._entry = ""
        self._stays = QTimer(self)
        self.quick = SentNote(presenter.write, look, self)
        self._photo = KeyButton(self)
        self._build()
        self._mine.toggled.connect(lambda mine: presenter.show_mine(mine=mine))
        self._new.clicked.connect(self.entries.go_to_end)
        self.entries.unseen_changed.connect(self._set_unseen)
        self._higher.clicked.connect(lambda: self.go_to(self._entry))
        self._stays.timeout.connect(self._higher.hide)
        presenter.recorded.connect(self._show_higher)
        self.quick.left.connect(self.left_field)
        self.quick.offered.connect(self.offered)
        self._photo.clicked.connect(self.photo_requested)
        presenter.changed.connect(self._show)
        self._set_words()

    def _build(self) -> None:
        self._new.setObjectName("newEntries")
        self._new.setProperty("primary", True)
        self._all.setObjectName("all")
        self._mine.setObjectName("mine")
        self.quick.setObjectName("quick")
        self._new.hide()
        self._higher.setObjectName("recordedHigher")
        self._higher.set_key(TO_ENTRY)
        self._higher.gives_way = True
        self._higher.hide()
        self._stays.setSingleShot(True)
        self._stays.setInterval(STAYS)
        group = QButtonGroup(self)
        for button in (self._all, self._mine):
            button.setCheckable(True)
            group.addButton(button)
        self._all.setChecked(True)
        for button in (self._higher, self._new, self._all, self._mine):
            self.add_header_widget(button)
        foot = QWidget(self)
        layout = QHBoxLayout(foot)
        layout.setContentsMargins(0, 0, 0, 0)
        keycap = QLabel("T", foot)
        keycap.setObjectName("keycap")
        layout.addWidget(self.quick, 1)
        layout.addWidget(keycap, 0, Qt.AlignmentFlag.AlignVCenter)
        self._photo.setObjectName("photo")
        self._photo.show_key("P")
        layout.addWidget(self._photo, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_footer(foot)

    def focus_order(self) -> list[QWidget]:
        return [self._higher, self._new, self._all, self._mine, self.view, self.quick, self._photo]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.offered.emit(QGuiApplication.clipboard().mimeData())
        else:
            super().keyPressEvent(event)

    def go_to(self, entry_id: str) -> None:
        """Show an entry, and have the keyboard on it; among all, where it was hidden."""
        if self._presenter.position(entry_id) < 0:
            self._all.setChecked(True)
        at = self._presenter.position(entry_id)
        if at >= 0:
            self.view.setFocus()
            index = self._presenter.model.index(at)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def _show_higher(self, entry_id: str, words: str) -> None:
        """What others read does not move for it."""
        self._entry = entry_id
        self._higher.set_text(words)
        self._higher.setVisible(bool(entry_id))
        self._stays.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Timeline"))
        self.view.setAccessibleName(self.tr("Timeline"))
        self._all.setText(self.tr("All"))
        self._mine.setText(self.tr("Mine"))
        self._photo.set_text(self.tr("Photo"))
        self.quick.setAccessibleName(self.tr("What happened?"))
        self.quick.setPlaceholderText(
            self.tr("What happened? Enter writes it, “10:03 …” back-dates it")
        )
        self._set_unseen(self._unseen)
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.set_subtitle(props.count)
        self.set_empty(props.empty)

    def _set_unseen(self, count: int) -> None:
        self._unseen = count
        self._new.setText(self.tr("{count} new ↓").format(count=count))
        self._new.setVisible(count > 0)
