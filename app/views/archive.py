"""The archive: a search line with filters, and what was found; a page of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.presenters.archive import ArchivePresenter, Asked
from app.presenters.roles import Severity
from app.views.flow import FlowLayout
from app.views.list_panel import ListPanel, row_view
from app.views.look import Look
from app.views.parts.busy_bar import BusyBar
from app.views.parts.chip import Chip
from app.views.parts.properties import set_style_property
from app.views.parts.tick_box import TickBox

SEARCH = "/"
TYPING = 300
"""Milliseconds without a key after which what was typed is searched; Enter does it at once."""


class FoundPanel(ListPanel):
    def __init__(self, presenter: ArchivePresenter, look: Look) -> None:
        super().__init__(presenter, presenter.model, row_view(look, "found"))
        self._presenter = presenter
        presenter.changed.connect(self._show)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Archive"))
        self.view.setAccessibleName(self.tr("Incidents that were found"))
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.set_subtitle(props.told)
        self.set_empty(props.empty)


class ArchiveView(QWidget):
    """`chosen` says which incident to open the desk of."""

    chosen = Signal(str)
    print_requested = Signal(str)
    replay_requested = Signal(str)

    def __init__(
        self, presenter: ArchivePresenter, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("archive")
        self._presenter, self._look = presenter, look
        self.panel = FoundPanel(presenter, look)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING)
        self._build()
        self._connect()
        self._set_words()

    def _build(self) -> None:
        self._words, self._when = QLineEdit(self), QLineEdit(self)
        self._plan, self._level, self._drill = QComboBox(self), QComboBox(self), QComboBox(self)
        self._heading = TickBox("", self._look, self)
        self._overdue = TickBox("", self._look, self)
        self._wrong, self._behind = Chip(self), QLabel(self)
        self._busy = BusyBar(self)
        for name, widget in {
            "archiveWords": self._words, "archiveWhen": self._when, "archivePlan": self._plan,
            "archiveLevel": self._level, "archiveDrill": self._drill,
            "archiveHeading": self._heading, "archiveOverdue": self._overdue,
            "archiveWrong": self._wrong, "archiveBehind": self._behind,
        }.items():  # fmt: skip
            widget.setObjectName(name)
        self._words.setClearButtonEnabled(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_style_property(self._behind, "severity", "soon")
        self._behind.hide()
        self._behind.setWordWrap(True)
        filters = FlowLayout()
        filters.setSpacing(10)
        for widget in (self._plan, self._level, self._when, self._drill, self._heading,
                       self._overdue, self._wrong):  # fmt: skip
            filters.addWidget(widget)
        body = QVBoxLayout(self)
        body.setContentsMargins(12, 10, 12, 10)
        body.setSpacing(8)
        body.addWidget(self._words)
        body.addLayout(filters)
        body.addWidget(self._behind)
        body.addWidget(self._busy)
        body.addWidget(self.panel, 1)

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self._show)
        self._look.changed.connect(self._fit)
        self._fit()
        presenter.desk_asked.connect(self.chosen)
        presenter.print_requested.connect(self.print_requested)
        presenter.replay_requested.connect(self.replay_requested)
        self._busy.cancelled.connect(presenter.cancel)
        self._typing.timeout.connect(self._search)
        for field in (self._words, self._when):
            field.textEdited.connect(lambda _text: self._typing.start())
            field.returnPressed.connect(self._search)
        self._words.textChanged.connect(lambda text: text or self._typing.start())
        for choice in (self._plan, self._level, self._drill):
            choice.activated.connect(lambda _at: self._search())
        for box in (self._heading, self._overdue):
            box.toggled.connect(lambda _on: self._search())
        find = QShortcut(QKeySequence(SEARCH), self.panel.view, self._words.setFocus)
        find.setContext(Qt.ShortcutContext.WidgetShortcut)

    def begin(self) -> None:
        """Somebody looks: the keyboard where one types."""
        self._fill()
        self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Incidents go on while nobody looks at the list."""
        super().showEvent(event)
        if not event.spontaneous():
            self._presenter.begin(self._asked())

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for it any more: behind a desk it would only take the machine's time."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._typing.stop()
            self._presenter.leave()

    # What one does -----------------------------------------------------------------------------

    def _search(self) -> None:
        self._typing.stop()
        self._presenter.search(self._asked())

    def _asked(self) -> Asked:
        return Asked(
            words=self._words.text(), when=self._when.text(),
            heading_only=self._heading.isChecked(), overdue=self._overdue.isChecked(),
            plan=self._plan.currentData() or "", level=self._level.currentData() or "",
            drill=self._drill.currentData() or "",
        )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the line to what was found, Esc ends what takes long."""
        match event.key():
            case Qt.Key.Key_Down if self._words.hasFocus():
                self._go_to_list()
            case Qt.Key.Key_Escape if self._busy.isVisible():
                self._presenter.cancel()
            case Qt.Key.Key_Escape if not self.panel.view.hasFocus():
                self._go_to_list()
            case _:
                super().keyPressEvent(event)

    def _go_to_list(self) -> None:
        view = self.panel.view
        view.setFocus()
        if not view.currentIndex().isValid() and view.model().rowCount():
            view.setCurrentIndex(view.model().index(0, 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._words.setFocus()

    # What is shown -----------------------------------------------------------------------------

    def _show(self) -> None:
        props = self._presenter.props
        self._wrong.setVisible(props.wrong_when)
        self._behind.setText(props.behind)
        self._behind.setVisible(bool(props.behind))
        self._busy.show_work(props.busy, props.progress)

    def _fit(self) -> None:
        """A month, and what it may be, can be read in it."""
        self._when.setMinimumWidth(self._look.px(260))

    def _fill(self) -> None:
        """The plans of now, in the words of now; what is chosen stays."""
        everything = {
            self._plan: (self.tr("every plan"), self._presenter.plans()),
            self._level: (self.tr("every level"), self._presenter.levels()),
            self._drill: (self.tr("real and drills"), [
                ("real", self.tr("real only")), ("drill", self.tr("drills only")),
            ]),
        }  # fmt: skip
        for combo, (any_of, options) in everything.items():
            chosen = combo.currentData()
            combo.clear()
            combo.addItem(any_of, "")
            for key, words in options:
                combo.addItem(words, key)
            combo.setCurrentIndex(max(combo.findData(chosen), 0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._presenter.refresh()
            self._set_words()

    def _set_words(self) -> None:
        self._words.setPlaceholderText(
            self.tr("Number, title, place, or words that were written: 2026-0042, gate, 消防车")
        )
        self._words.setAccessibleName(self.tr("Search the archive"))
        self._when.setPlaceholderText(self.tr("when: 2026-11, 2026-10..2026-11"))
        self._when.setAccessibleName(self.tr("When it was opened"))
        self._plan.setAccessibleName(self.tr("Plan"))
        self._level.setAccessibleName(self.tr("Level"))
        self._drill.setAccessibleName(self.tr("Real or drill"))
        self._heading.setText(self.tr("title and place only"))
        self._overdue.setText(self.tr("overdue follow-ups"))
        written = self.tr("Write 2026, 2026-11, 2026-11-23, or two with .. between.")
        self._wrong.set_chip(written, Severity.SOON)
        self._show()
        self._fill()
