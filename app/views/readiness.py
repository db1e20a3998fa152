"""Readiness: what each plan lacks, and the week at a glance; a page of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from app.presenters.print_stage import Stage
from app.presenters.readiness import ReadinessPresenter
from app.views.acting import key_name
from app.views.ask import AskBar
from app.views.flow import FlowLayout
from app.views.list_panel import ListPanel, row_view
from app.views.look import Look
from app.views.parts.key_button import KeyButton
from app.views.parts.panel import Panel
from app.views.parts.week_grid import WeekGrid
from app.views.print_preview import PrintPreview
from app.views.printing import PrintingBand

NOW, PRINT_KEY, WEEK = "N", "P", "W"
_BESIDE = 1150
"""Pixels at 100 % from which the week stands beside the list, not below it."""
_BOTH = 620
"""Pixels at 100 % from which both can stand below each other; else one of them does."""


class LackPanel(ListPanel):
    def __init__(self, presenter: ReadinessPresenter, look: Look) -> None:
        super().__init__(presenter, presenter.model, row_view(look, "lacks"))
        self._presenter = presenter
        presenter.changed.connect(self._show)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("Plans and people"))
        self.view.setAccessibleName(self.tr("What the plans lack"))
        self._show()

    def _show(self) -> None:
        self.set_subtitle(self._presenter.props.told)
        self.set_empty(self._presenter.props.empty)


class WeekPanel(Panel):
    """The grid, and what its colours and numbers mean."""

    def __init__(self, presenter: ReadinessPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self.grid = WeekGrid(look, self)
        self._legend = QLabel(self)
        self._legend.setWordWrap(True)
        self._legend.setProperty("quiet", True)
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(10)
        layout.addWidget(self.grid)
        layout.addWidget(self._legend)
        layout.addStretch(1)
        self.set_body(body)
        self.grid.hour_chosen.connect(presenter.show_hour)
        presenter.changed.connect(self._show)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        self.set_title(self.tr("The week"))
        self.grid.setAccessibleName(self.tr("Unfilled places by hour of the week"))
        self._legend.setText(self.tr(
            "How many places of the plan that is worst off nobody could fill, as duty was over the "
            "last four weeks. Green: all could be filled. ·: nothing is known of duty then. Arrows "
            "choose an hour."
        ))  # fmt: skip
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self.grid.set_days(props.days)
        self.grid.show_week(props.hours, chosen=props.chosen, now=props.now)
        percent = self.tr("reckoning… {percent} %").format(percent=props.percent)
        self.set_subtitle("" if props.percent == 100 else percent)


class ReadinessView(QWidget):
    """N goes back to now, P prints, W goes to the week and back to the list."""

    def __init__(
        self, presenter: ReadinessPresenter, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("readiness")
        self._presenter, self._look = presenter, look
        self._in_week = False
        self.panel, self.week = LackPanel(presenter, look), WeekPanel(presenter, look)
        self._ask = AskBar(look, self)
        self._printing = PrintingBand(presenter.printing, self)
        self._preview = PrintPreview(presenter.printing, look, self)
        self._preview.hide()
        self._build()
        presenter.changed.connect(self._show)
        self._printing.asked.connect(self._ask.ask)
        presenter.printing.changed.connect(self._show_preview)
        look.changed.connect(self._show_room)
        self._set_words()

    def _build(self) -> None:
        self._title, self._moment, self._trouble = QLabel(self), QLabel(self), QLabel(self)
        self._title.setProperty("big", True)
        self._moment.setProperty("strong", True)
        self._moment.setObjectName("readinessMoment")
        self._trouble.setWordWrap(True)
        self._now, self._print, self._week = (KeyButton(self) for _ in range(3))
        for button, name, key, slot in (
            (self._now, "readinessNow", NOW, self._presenter.show_now),
            (self._print, "readinessPrint", PRINT_KEY, self.print_out),
            (self._week, "readinessWeek", WEEK, self.turn),
        ):
            button.setObjectName(name)
            button.show_key(key)
            button.clicked.connect(slot)
        top = FlowLayout()
        top.setContentsMargins(14, 10, 14, 4)
        top.setSpacing(12)
        for widget in (self._title, self._moment, self._now, self._week, self._print):
            top.addWidget(widget)
        self._parts = QWidget(self)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._parts)
        self._body.setContentsMargins(12, 6, 12, 10)
        self._body.setSpacing(10)
        self._body.addWidget(self.panel, 3)
        self._body.addWidget(self.week, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        for bar in (self._ask, self._printing, self._trouble):
            layout.addWidget(bar)
        layout.addWidget(self._parts, 1)
        layout.addWidget(self._preview, 1)

    def begin(self) -> None:
        """Somebody looks."""
        self._presenter.begin()
        self.setFocus()

    def print_out(self) -> None:
        """Ask where to, if it can be printed now."""
        self._presenter.printing.cancel()  # what was looked at
        self._printing.ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match key_name(event):
            case "N":
                self._presenter.show_now()
            case "P":
                self.print_out()
            case "Shift+P":
                self._printing.open_print()
            case "W":
                self.turn()
            case "Esc" if self.week.grid.hasFocus():
                self.turn()
            case _:
                super().keyPressEvent(event)

    def _show_preview(self) -> None:
        """In place of the list and the week."""
        looked_at = self._presenter.printing.props.stage is Stage.PREVIEW
        if looked_at == self._preview.isVisibleTo(self):
            return
        self._parts.setVisible(not looked_at)
        self._preview.setVisible(looked_at)
        if looked_at:
            self._preview.show_pages()
        else:
            self._preview.let_go()
            self.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if event.spontaneous():
            return  # a window that is made small comes back as it was
        self._presenter.printing.cancel()  # one goes elsewhere
        self._presenter.end()

    def turn(self) -> None:
        """The keyboard to the week, and back to the list; where one has room, that one shows."""
        self._in_week = not self.week.grid.hasFocus()
        self._show_room()
        where = self.week.grid if self._in_week else self.panel.view
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_room()

    def _show_room(self) -> None:
        beside = self.width() >= self._look.px(_BESIDE)
        self._body.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        cramped = not beside and self.height() < self._look.px(_BOTH)
        self.panel.setVisible(not cramped or not self._in_week)
        self.week.setVisible(not cramped or self._in_week)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        where = self.week.grid if self.panel.isHidden() else self.panel.view
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._presenter.refresh()
            self._set_words()

    def _set_words(self) -> None:
        self._title.setText(self.tr("Readiness"))
        self._now.set_text(self.tr("Now"))
        self._print.set_text(self.tr("Print"))
        self._week.set_text(self.tr("Week"))
        self._show()

    def _show(self) -> None:
        props = self._presenter.props
        self._moment.setText(props.moment)
        self._trouble.setText(props.drills_unknown)
        self._trouble.setVisible(bool(props.drills_unknown))
