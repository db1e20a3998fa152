"""The desk of one incident: header, alarms, roster, zones and tasks, timeline; all by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.presenters.desk import DeskPresenter
from app.presenters.keys import Chapter
from app.presenters.print_stage import Stage
from app.presenters.sheet import SHEET
from app.views.acting import Actor, key_name
from app.views.alarms import AlarmsBand, AlarmsPanel
from app.views.ask import AskBar, Do, Make
from app.views.badge_reader import BadgeReader
from app.views.call_list import CallListPanel
from app.views.chart import ChartPanel
from app.views.columns import Columns, Place
from app.views.files import FilesPanel
from app.views.follow_ups import FollowUpsPanel
from app.views.header import DeskHeader
from app.views.incoming import has_files
from app.views.injects import InjectsPanel
from app.views.look import Look
from app.views.messages import MessagesPanel
from app.views.page_panel import PagePanel
from app.views.pages import Page, Pages
from app.views.people import PeoplePanel
from app.views.print_preview import PrintPreview
from app.views.printing import PrintingBand
from app.views.proposals import Attention, ProposalsBand
from app.views.reception import BEGIN_KEY, ReceptionPanel
from app.views.reminders import RemindersLine
from app.views.roll_call import RollCallPanel
from app.views.roster import RosterPanel
from app.views.score import ScorePanel
from app.views.services import ServicesLine
from app.views.siteplan import SitePlanPanel
from app.views.tasks import TasksPanel
from app.views.thumbnails import Thumbnails
from app.views.timeline import TimelinePanel
from app.views.zones import ZonesPanel

WHILE_OPEN = frozenset(("C", "E", "N", "B", BEGIN_KEY))
"""Keys for what is done while an incident is open."""

CHAPTERS = {
    Page.ROSTER: Chapter.ROSTER, Page.CALL_LIST: Chapter.ROSTER, Page.ROLL_CALL: Chapter.ROLL_CALL,
    Page.SITE_PLAN: Chapter.ZONES, Page.ZONES: Chapter.ZONES, Page.TASKS: Chapter.TASKS,
    Page.MESSAGES: Chapter.MESSAGES, Page.RECEPTION: Chapter.RECEPTION,
    Page.PEOPLE: Chapter.PEOPLE, Page.FOLLOW_UPS: Chapter.FOLLOW_UPS, Page.ALARMS: Chapter.ALARMS,
    Page.TIMELINE: Chapter.TIMELINE, Page.FILES: Chapter.FILES, Page.DRILL: Chapter.DRILL,
    Page.SCORE: Chapter.DRILL,
}  # fmt: skip
"""Where the keyboard map tells the keys of a page."""

SHEET_HEIGHT = 150
"""Pixels at 100 % from which a question takes the place of the chart."""


class DeskView(QWidget):
    def __init__(self, presenter: DeskPresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._look = presenter, look
        self.setObjectName("desk")
        self.setAcceptDrops(not presenter.looks_back)
        self._header = DeskHeader(presenter.header, presenter.course, presenter.services, look)
        self._ask = AskBar(look)
        self._printing = PrintingBand(presenter.printing)
        self._preview = PrintPreview(presenter.printing, look)
        self._preview.hide()
        self._sheet = Actor(presenter.sheet, self)
        self._alarms = AlarmsBand(presenter.alarms)
        self._roster = RosterPanel(presenter.roster, presenter.calling, look)
        self._zones = ZonesPanel(presenter.zones, look)
        self._site_plan = SitePlanPanel(presenter.site_plan, presenter.drawing, look)
        self._tasks = TasksPanel(presenter.tasks, look)
        self._thumbnails = Thumbnails(presenter.photos)
        self._timeline = TimelinePanel(presenter.timeline, look, self._thumbnails)
        self._files = FilesPanel(presenter.files, look, self._thumbnails)
        self._people = PeoplePanel(presenter.people, look)
        self._reception = ReceptionPanel(presenter.reception, look)
        self._proposals = ProposalsBand(presenter.proposals)
        self._chart = ChartPanel(presenter.chart, look)
        self._pages = {
            Place.ROSTER: Pages(
                {
                    Page.ROSTER: self._roster,
                    Page.CALL_LIST: CallListPanel(presenter.call_list, look),
                    Page.ROLL_CALL: RollCallPanel(presenter.roll_call, look),
                }
            ),
            Place.ZONES: Pages({Page.SITE_PLAN: self._site_plan, Page.ZONES: self._zones}),
            Place.TASKS: Pages(
                {
                    Page.TASKS: self._tasks,
                    Page.RECEPTION: self._reception,
                    Page.PEOPLE: self._people,
                    Page.MESSAGES: MessagesPanel(presenter.messages, look),
                    Page.FOLLOW_UPS: FollowUpsPanel(presenter.follow_ups, look),
                    Page.ALARMS: AlarmsPanel(presenter.alarms, look),
                }
            ),
            Place.TIMELINE: Pages(
                {Page.TIMELINE: self._timeline, Page.FILES: self._files} | self._of_a_drill()
            ),
        }
        if presenter.site_plan.props.empty:
            self._pages[Place.ZONES].show_page(Page.ZONES)
        self._columns = Columns(self._pages, ServicesLine(presenter.services), look)
        if presenter.looks_back:
            self._columns.need_few_rows()
        self._reader = BadgeReader()
        self._keys = self._make_keys()
        self._lay_out()
        self._set_tab_order()
        if presenter.looks_back:
            self._only_look()
        self._connect()

    def is_drill(self) -> bool:
        return self._presenter.header.props.drill

    def _of_a_drill(self) -> dict[Page, PagePanel]:
        """What only the desk of a drill has."""
        if not self.is_drill():
            return {}
        return {
            Page.DRILL: InjectsPanel(self._presenter.injects, self._look),
            Page.SCORE: ScorePanel(self._presenter.score),
        }

    @property
    def chapter(self) -> Chapter:
        """Of the keyboard map, that of the page which has the keyboard."""
        focused: QWidget | None = self.window().focusWidget()
        if self._preview.isVisible():
            return Chapter.PREVIEW
        if focused is not None and self._chart.isAncestorOf(focused):
            return Chapter.CHART
        for pages in self._pages.values():
            if focused is not None and pages.isAncestorOf(focused):
                return CHAPTERS.get(pages.page, Chapter.DESK)
        return Chapter.DESK

    @property
    def draft(self) -> str:
        """What was typed as a note and not written yet."""
        return self._timeline.quick.draft

    def take_up(self, draft: str) -> None:
        self._timeline.quick.take_up(draft)

    def put_below_header(self, widget: QWidget) -> None:
        self._rows.insertWidget(1, widget)

    def close_desk(self) -> None:
        """Nothing is watched and heard any more; what the station holds stays."""
        self._reader.detach()
        self._presenter.close()

    def _lay_out(self) -> None:
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(12, 10, 12, 10)
        body.setSpacing(10)
        body.addWidget(Attention(self._alarms, self._proposals, self._look))
        body.addWidget(self._columns, 1)
        body.addWidget(self._preview, 1)
        body.addWidget(self._chart)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self._rows = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._ask)
        layout.addWidget(self._printing)
        layout.addWidget(self._area, 1)
        layout.addWidget(RemindersLine(self._presenter.reminders, self))

    def _set_tab_order(self) -> None:
        """As one reads: from the header down, then column by column."""
        panels = [panel for pages in self._pages.values() for panel in pages.panels.values()]
        bands = (self._header, self._printing, self._alarms, self._proposals)
        order = [widget for band in bands for widget in band.focus_order()]
        order += [widget for panel in (*panels, self._chart) for widget in panel.focus_order()]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self._ask.left.connect(self._fit_chart)
        self._header.asked.connect(self._ask_first)
        self._proposals.asked.connect(self._ask_first)
        self._printing.asked.connect(self._ask_first)
        self._presenter.printing.changed.connect(self._show_preview)
        self._sheet.asked.connect(self._ask_first)
        for pages in self._pages.values():
            for panel in pages.panels.values():
                panel.asked.connect(self._ask_first)
        self._reception.left.connect(self._ask.hide_names)
        self._chart.entry_chosen.connect(self._go_to_entry)
        self._roster.left_field.connect(self._roster.view.setFocus)
        self._timeline.left_field.connect(self._timeline.view.setFocus)
        if self._presenter.looks_back:  # whoever scans has to learn that it was not recorded
            self._reader.scanned.connect(self._presenter.roster.scanned)
            self._reader.typed.connect(self._presenter.roster.scanned)
        else:
            self._timeline.photo_requested.connect(self._files.choose)
            self._timeline.offered.connect(self._files.offer)
            self._reader.scanned.connect(self._roster.badge.send_text)
            self._reader.typed.connect(self._take_typed)
        self._presenter.ticked.connect(self._header.show_time)
        self._presenter.header.changed.connect(self._show_closed)
        self._show_closed()

    def _make_keys(self) -> dict[str, Callable[[], object]]:
        doing: dict[str, Callable[[], object]] = {
            "C": self._show_calls,
            "E": self._header.show_services,
            "N": self._tasks.add_task,
            BEGIN_KEY: self._begin_reception,
            "P": self._files.choose,
            "Shift+P": self._printing.open_print,
            "B": self._go_to_badge,
            "T": self._go_to_quick,
            "/": self._go_to_quick,
        }
        looking: dict[str, Callable[[], object]] = {"Shift+T": self._chart.go_to}
        for page in (page for pages in self._pages.values() for page in pages.panels):
            looking[page.value] = partial(self._go_to_page, page)
        return looking if self._presenter.looks_back else doing | looking

    def _only_look(self) -> None:
        """Nothing can be done here, so nothing offers itself."""
        self._header.set_read_only()
        self._alarms.set_read_only()
        self._proposals.set_read_only()
        self._chart.set_of_the_past()

    # What one does -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Here, not by shortcuts: a badge reader types letters too, and those are held back."""
        key = key_name(event)
        if self._preview.isVisible() and key in self._keys:
            self._presenter.printing.cancel()  # one goes elsewhere
        if key in self._keys:
            if not (self._presenter.header.props.closed and key in WHILE_OPEN):
                self._keys[key]()
        elif not (self._proposals.press(key) or self._header.press(key)):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._files.offer(event.mimeData()):
            event.acceptProposedAction()

    def print_record(self) -> None:
        self._printing.ask()

    def _show_preview(self) -> None:
        """In place of the parts; what is overdue and who commands stay in view above it."""
        looked_at = self._presenter.printing.props.stage is Stage.PREVIEW
        was = self._preview.isVisibleTo(self)
        if looked_at == was:
            return
        self._columns.setVisible(not looked_at)
        self._preview.setVisible(looked_at)
        self._fit_chart()
        if looked_at:
            self._preview.show_pages()
        else:
            self._preview.let_go()
            self.setFocus()

    def type_in_sheet(self) -> None:
        """What was written by hand while there was no power."""
        self._sheet.act("", SHEET)

    def _show_calls(self) -> None:
        self._columns.go_to(Page.ROSTER)
        self._roster.show_calls()

    def _go_to_page(self, page: Page) -> None:
        """In large text the parts are higher than the window: bring the page's head into view."""
        self._columns.go_to(page)
        bar = self._area.verticalScrollBar()
        if bar.maximum() > 0:
            part = self._columns.part_of(page)
            above = part.mapTo(self._area.viewport(), QPoint(0, 0)).y()
            bar.setValue(bar.value() + above)

    def _begin_reception(self) -> None:
        self._columns.go_to(Page.RECEPTION)
        self._reception.begin()

    def _go_to_badge(self) -> None:
        self._columns.go_to(Page.ROSTER)
        self._roster.badge.setFocus()

    def _go_to_quick(self) -> None:
        self._columns.go_to(Page.TIMELINE)
        self._timeline.quick.setFocus()

    def _go_to_entry(self, entry_id: str) -> None:
        self._columns.show_page(Page.TIMELINE)
        self._timeline.go_to(entry_id)

    def _take_typed(self, text: str) -> None:
        self._go_to_badge()
        self._roster.badge.insert(text)

    def _ask_first(self, make: Make, do: Do) -> None:
        self._ask.ask(make, do)
        self._fit_chart()

    def _show_closed(self) -> None:
        """Where nothing can be done any more, nothing offers itself."""
        closed, back = self._presenter.header.props.closed, self._presenter.looks_back
        for pages in self._pages.values():
            for panel in pages.panels.values():
                ended = closed and not panel.after_closing
                panel.set_read_only(read_only=ended or back, counting=back and not ended)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Not by a focus proxy, which would take the header out of Tab's round."""
        super().focusInEvent(event)
        self._columns.go_to(Page.ROSTER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_chart()

    def _fit_chart(self) -> None:
        """Bands and lines that come and go do not move it; a sheet to be filled in takes its
        place."""
        if self._preview.isVisibleTo(self):
            self._chart.hide()
        else:
            taken = self._ask.room() >= self._look.px(SHEET_HEIGHT)
            whole = self if self._presenter.looks_back else self.window()
            self._chart.fit(0 if taken else whole.height())

    # While it is in view -------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reader.attach(self)
        self._presenter.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._reader.detach()
        self._presenter.unwatch()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._presenter.refresh()
