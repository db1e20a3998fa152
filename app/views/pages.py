"""Pages that share one place of the desk, each a tab and a key away."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.views.page_panel import PagePanel


class Page(Enum):
    """In the order of their tabs; the value is the key that goes there."""

    ROSTER = "1"
    CALL_LIST = "5"
    ROLL_CALL = "6"
    SITE_PLAN = "V"
    ZONES = "2"
    TASKS = "3"
    MESSAGES = "Q"
    RECEPTION = "7"
    PEOPLE = "8"
    FOLLOW_UPS = "9"
    ALARMS = "0"
    TIMELINE = "4"
    FILES = "I"
    DRILL = "Shift+D"
    SCORE = "Shift+Q"


class Pages(QFrame):
    """Shows one of its panels; where there is only one, no tabs. The header of the one in view
    stands beside the tabs where there is room, so that its rows have the height of it."""

    wants_another_height = Signal()
    """Another page is shown, or the page in view has more or fewer rows."""

    def __init__(self, panels: Mapping[Page, PagePanel], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panels = {page: panels[page] for page in Page if page in panels}
        self._order = tuple(self.panels)
        self._tabs = QTabBar(self)
        self._tabs.setObjectName("pageTabs")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(True)
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack = QStackedWidget(self)
        for panel in self.panels.values():
            self._tabs.addTab("")
            self._stack.addWidget(panel)
            panel.wants_another_height.connect(self.wants_another_height)
            if len(self._order) > 1:
                panel.hide_title()
        self._tabs.setVisible(len(self._order) > 1)
        self._tabs.currentChanged.connect(self._turn)
        self._line = QHBoxLayout()
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(self._tabs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._line)
        layout.addWidget(self._stack, 1)
        self._give_room()
        self._set_words()

    @property
    def page(self) -> Page:
        return self._order[self._tabs.currentIndex()]

    @property
    def panel(self) -> PagePanel:
        return self.panels[self.page]

    def show_page(self, page: Page) -> None:
        self._tabs.setCurrentIndex(self._order.index(page))

    def wanted_height(self) -> int:
        return self._line.sizeHint().height() + self.panel.wanted_height()

    def height_above_rows(self, width: int) -> int:
        """Of tabs and header, as they stand at this width."""
        tabs = 0 if self._tabs.isHidden() else self._tabs.sizeHint().height()
        header = self.panel.header_size().height()
        return max(tabs, header) if self._is_beside(self.panel, width) else tabs + header

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_header()

    def _place_header(self) -> None:
        """Told by width alone: what the header says changes while one looks."""
        if self._tabs.isHidden():
            return
        in_view, width = self.panel, self.width()
        for panel in self.panels.values():
            beside = panel is in_view and self._is_beside(panel, width)
            panel.put_header(self._line if beside else None)

    def _give_room(self) -> None:
        """To the page in view, whatever the others would need."""
        for panel in self.panels.values():
            shown = panel is self.panel
            tall = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
            panel.setSizePolicy(QSizePolicy.Policy.Preferred, tall)

    def _is_beside(self, panel: PagePanel, width: int) -> bool:
        return panel.header_room() <= width - self._tabs.sizeHint().width()

    def _turn(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self._place_header()
        self._give_room()
        self.wants_another_height.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _set_words(self) -> None:
        for at, page in enumerate(self._order):
            self._tabs.setTabText(at, f"{self._word(page)}  {page.value}")
            self._tabs.setAccessibleTabName(at, self._word(page))

    def _word(self, page: Page) -> str:
        return {
            Page.ROSTER: self.tr("Roster"),
            Page.CALL_LIST: self.tr("Call list"),
            Page.ROLL_CALL: self.tr("Roll call"),
            Page.SITE_PLAN: self.tr("Site plan"),
            Page.ZONES: self.tr("Zones"),
            Page.TASKS: self.tr("Tasks"),
            Page.MESSAGES: self.tr("Messages"),
            Page.RECEPTION: self.tr("Reception"),
            Page.PEOPLE: self.tr("People"),
            Page.FOLLOW_UPS: self.tr("Follow-ups"),
            Page.ALARMS: self.tr("Alarms"),
            Page.TIMELINE: self.tr("Timeline"),
            Page.FILES: self.tr("Files"),
            Page.DRILL: self.tr("Drill"),
            Page.SCORE: self.tr("Score"),
        }[page]
