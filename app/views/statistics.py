"""Statistics: figures, a table and a chart of a stretch of time; a page of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.models.statistics import By
from app.presenters.roles import Severity
from app.presenters.statistics import Asked, StatisticsPresenter
from app.views.acting import key_name
from app.views.flow import FlowLayout
from app.views.look import Look
from app.views.parts.bars_view import BarsView
from app.views.parts.busy_bar import BusyBar
from app.views.parts.chip import Chip
from app.views.parts.key_button import KeyButton
from app.views.parts.panel import Panel

SAVE, CHART = "S", "C"
KEYS = {"1": By.ROLE, "2": By.PLAN, "3": By.HOUR, "4": By.MONTH}
_TALL_ROW = 34
_BOTH = 460
"""Pixels at 100 % from which table and chart stand below each other; else one of them does."""


class FiguresTable(QTableView):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits are keys of the page here, not a search."""
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


class Figure(QWidget):
    """A value below what it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label, self._value = QLabel(self), QLabel(self)
        self._label.setProperty("quiet", True)
        self._value.setProperty("strong", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 18, 0)
        layout.setSpacing(2)
        layout.addWidget(self._label)
        layout.addWidget(self._value)

    def show_figure(self, label: str, value: str) -> None:
        self._label.setText(label)
        self._value.setText(value)


class StatisticsView(QWidget):
    """1 to 4 choose what the table is by, S saves it, / goes to the time."""

    def __init__(
        self, presenter: StatisticsPresenter, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("statistics")
        self._presenter, self._look = presenter, look
        self._build_top()
        self._build_body()
        self._connect()
        self._fit()
        self._set_words()

    def _build_top(self) -> None:
        self._title, self._wrong = QLabel(self), Chip(self)
        self._title.setProperty("big", True)
        self._when, self._plan, self._drills = QLineEdit(self), QComboBox(self), QComboBox(self)
        self._save = KeyButton(self)
        self._by = {by: KeyButton(self) for by in KEYS.values()}
        for key, by in KEYS.items():
            self._by[by].show_key(key)
            self._by[by].setCheckable(True)
            self._by[by].setObjectName(f"by{by.name.title()}")
        self._save.show_key(SAVE)
        self._turn = KeyButton(self)
        self._turn.show_key(CHART)
        self._turn.setCheckable(True)
        self._turn.setObjectName("statisticsChart")
        for name, widget in {
            "statisticsWhen": self._when, "statisticsPlan": self._plan,
            "statisticsDrills": self._drills, "statisticsSave": self._save,
        }.items():  # fmt: skip
            widget.setObjectName(name)
        self._busy = BusyBar(self)
        self._top = FlowLayout()
        self._top.setContentsMargins(14, 10, 14, 4)
        self._top.setSpacing(10)
        for widget in (self._title, self._when, self._plan, self._drills, *self._by.values(),
                       self._turn, self._save, self._wrong):  # fmt: skip
            self._top.addWidget(widget)
        self._figures = [Figure(self) for _ in range(4)]
        self._figure_row = FlowLayout()
        self._figure_row.setContentsMargins(16, 4, 14, 4)
        self._figure_row.setSpacing(10)
        for figure in self._figures:
            self._figure_row.addWidget(figure)

    def _build_body(self) -> None:
        self.table = FiguresTable(self)
        self.table.setObjectName("statisticsTable")
        self.table.setModel(self._presenter.model)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.bars = BarsView(self._look, self)
        self._empty = QLabel(self)
        self._empty.setObjectName("empty")
        self._empty.setProperty("quiet", True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._panels = QWidget(self)
        self._table_panel, self._chart_panel = Panel(self._panels), Panel(self._panels)
        self._body = QStackedWidget(self)
        self._body.addWidget(self.table)
        self._body.addWidget(self._empty)
        self._table_panel.set_body(self._body)
        self._chart_panel.set_body(self.bars)
        panels = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._panels)
        panels.setContentsMargins(12, 6, 12, 10)
        panels.setSpacing(10)
        panels.addWidget(self._table_panel, 1)
        panels.addWidget(self._chart_panel, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top)
        layout.addLayout(self._figure_row)
        layout.addWidget(self._busy)
        layout.addWidget(self._panels, 1)

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self._show)
        presenter.saved.connect(self._table_panel.set_subtitle)
        presenter.model.modelReset.connect(self._fit)
        self._look.changed.connect(self._fit)
        self._busy.cancelled.connect(presenter.cancel)
        self._when.returnPressed.connect(self._ask)
        for combo in (self._plan, self._drills):
            combo.activated.connect(lambda _at: self._ask())
        for by, button in self._by.items():
            button.clicked.connect(lambda _checked=False, by=by: self.show_by(by))
        self._save.clicked.connect(self.choose_file)
        self._turn.clicked.connect(self._show_room)

    def begin(self) -> None:
        """Somebody looks."""
        self._fill()
        self._presenter.begin()
        self.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # a window that is made small goes on
            self._presenter.cancel()  # one goes elsewhere

    # What one does -----------------------------------------------------------------------------

    def show_by(self, by: By) -> None:
        self._presenter.show_by(by)
        self._show()

    def _ask(self) -> None:
        self._presenter.ask(Asked(
            when=self._when.text(), plan=self._plan.currentData() or "",
            drills=self._drills.currentData() == "drills",
        ))  # fmt: skip

    def choose_file(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Save as CSV"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        name = "statistics-drill.csv" if self._presenter.is_of_drills else "statistics.csv"
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda name: self._presenter.save(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(False)  # the page goes on beside it
        dialog.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match key_name(event):
            case "1" | "2" | "3" | "4" as key:
                self.show_by(KEYS[key])
            case "S":
                self.choose_file()
            case "C" if self._turn.isVisible():
                self._turn.click()
            case "/":
                self._when.setFocus()
            case "Esc" if self._busy.isVisible():
                self._presenter.cancel()
            case "Esc":
                self.table.setFocus()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.table.setFocus()

    # What is shown -----------------------------------------------------------------------------

    def _show(self) -> None:
        props = self._presenter.props
        self._wrong.setVisible(props.wrong_when)
        self._busy.show_work(props.busy, props.progress)
        self._table_panel.set_subtitle(props.told)
        self._empty.setText(props.empty)
        self._body.setCurrentWidget(self._empty if props.empty else self.table)
        self._chart_panel.set_title(props.chart.title)
        self.bars.show_bars(props.chart)
        for by, button in self._by.items():
            button.setChecked(by is self._presenter.by)
        for nth, figure in enumerate(self._figures):
            figure.setVisible(nth < len(props.figures))
            if nth < len(props.figures):
                figure.show_figure(*props.figures[nth])
        self._show_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_room()

    def _show_room(self) -> None:
        """Both where there is room for both; what they share the room with counts as it is."""
        room = self.height() - self._top.heightForWidth(self.width())
        room -= self._figure_row.heightForWidth(self.width())
        cramped, has_chart = room < self._look.px(_BOTH), bool(self._presenter.props.chart.names)
        self._turn.setVisible(cramped)
        shows_chart = has_chart and self._turn.isChecked()
        self._table_panel.setVisible(not cramped or not shows_chart)
        self._chart_panel.setVisible(shows_chart if cramped else has_chart)

    def _fit(self) -> None:
        """The first column takes what the others leave."""
        self._when.setMinimumWidth(self._look.px(260))
        self.table.verticalHeader().setDefaultSectionSize(self._look.px(_TALL_ROW))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if header.count():
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _fill(self) -> None:
        """The plans of now, in the words of now; what is chosen stays."""
        for combo, options in {
            self._plan: [("", self.tr("every plan")), *self._presenter.plans()],
            self._drills: [("", self.tr("real incidents")), ("drills", self.tr("drills apart"))],
        }.items():
            chosen = combo.currentData()
            combo.clear()
            for key, words in options:
                combo.addItem(words, key)
            combo.setCurrentIndex(max(combo.findData(chosen), 0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._presenter.refresh()
            self._set_words()

    def _set_words(self) -> None:
        self._title.setText(self.tr("Statistics"))
        self._when.setPlaceholderText(self.tr("the last 12 months; or 2026-11, 2026-10..2026-11"))
        self._when.setAccessibleName(self.tr("Which time"))
        self._plan.setAccessibleName(self.tr("Plan"))
        self._drills.setAccessibleName(self.tr("Real or drills"))
        written = self.tr("Write 2026, 2026-11, 2026-11-23, or two with .. between.")
        self._wrong.set_chip(written, Severity.SOON)
        self._save.set_text(self.tr("Save as CSV"))
        self._turn.set_text(self.tr("Chart"))
        for by, words in {
            By.ROLE: self.tr("By role"), By.PLAN: self.tr("By plan"),
            By.HOUR: self.tr("By hour"), By.MONTH: self.tr("Trend by month"),
        }.items():  # fmt: skip
            self._by[by].set_text(words)
        self._table_panel.set_title(self.tr("Arrivals against their deadlines"))
        self.table.setAccessibleName(self.tr("Arrivals against their deadlines"))
        self._fill()
        self._show()
