"""The desk of one incident: its parts, told what changed and when a second has passed."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.presenters.alarms import AlarmsPresenter
from app.presenters.bridge import Bridge
from app.presenters.call_list import CallListPresenter
from app.presenters.calling import CallingPresenter
from app.presenters.chart import ChartPresenter
from app.presenters.course import CoursePresenter
from app.presenters.drawing import DrawingPresenter
from app.presenters.files import FilesPresenter
from app.presenters.follow_ups import FollowUpsPresenter
from app.presenters.header import HeaderPresenter
from app.presenters.injects import InjectsPresenter
from app.presenters.messages import MessagesPresenter
from app.presenters.part import Part, Scene
from app.presenters.people import PeoplePresenter
from app.presenters.photos import Photos
from app.presenters.pictures import Pictures
from app.presenters.printing import Press, PrintingPresenter
from app.presenters.proposals import ProposalsPresenter
from app.presenters.reader import QtReader
from app.presenters.reception import ReceptionPresenter
from app.presenters.reminders import RemindersPresenter
from app.presenters.roll_call import RollCallPresenter
from app.presenters.roster import RosterPresenter
from app.presenters.score import ScorePresenter
from app.presenters.services import ServicesPresenter
from app.presenters.sheet import SheetPresenter
from app.presenters.siteplan import SitePlanPresenter
from app.presenters.tasks import TasksPresenter
from app.presenters.tick import Tick
from app.presenters.timeline import TimelinePresenter
from app.presenters.zones import ZonesPresenter
from app.station.changed import Changed, Shared


class DeskPresenter(QObject):
    """Hears of its incident until `close`; of the tick only between `watch` and `unwatch`.

    Without a press nothing can be printed here.
    """

    looks_back = False
    """Whether it shows a moment of the past, where nothing can be done."""

    ticked = Signal(object)
    """datetime: for the header's clock."""

    def __init__(
        self,
        bridge: Bridge,
        tick: Tick,
        reader: QtReader,
        stream: str,
        press: Press | None = None,
        scene: Scene | None = None,
    ) -> None:
        super().__init__()
        self.scene = scene or Scene(bridge=bridge, reader=reader, stream=stream)
        self.header = HeaderPresenter(self.scene)
        self.course = CoursePresenter(self.scene)
        self.roster = RosterPresenter(self.scene)
        self.calling = CallingPresenter(self.scene)
        self.call_list = CallListPresenter(self.scene, self.roster)
        self.roll_call = RollCallPresenter(self.scene)
        self.tasks = TasksPresenter(self.scene)
        self.zones = ZonesPresenter(self.scene)
        self.pictures = Pictures(bridge, lambda: self.scene.site)
        self.site_plan = SitePlanPresenter(self.scene, self.zones, self.pictures)
        self.drawing = DrawingPresenter(self.scene, self.pictures)
        self.timeline = TimelinePresenter(self.scene)
        self.alarms = AlarmsPresenter(self.scene)
        self.services = ServicesPresenter(self.scene)
        self.reception = ReceptionPresenter(self.scene)
        self.messages = MessagesPresenter(self.scene)
        self.proposals = ProposalsPresenter(self.scene, self.services)
        self.people = PeoplePresenter(self.scene)
        self.chart = ChartPresenter(self.scene)
        self.files = FilesPresenter(self.scene)
        self.photos = Photos(bridge, self)
        self.follow_ups = FollowUpsPresenter(self.scene)
        self.reminders = RemindersPresenter(self.scene)
        self.printing = PrintingPresenter(self.scene, press)
        self.sheet = SheetPresenter(self.scene)
        self.injects = InjectsPresenter(self.scene)
        self.score = ScorePresenter(self.scene)
        self.parts: tuple[Part, ...] = (
            self.follow_ups, self.reception,
            self.files, self.messages,
            self.header, self.course, self.roster, self.call_list, self.roll_call,
            self.tasks, self.zones,
            self.site_plan, self.drawing, self.people,
            self.timeline, self.alarms, self.services, self.proposals, self.chart,
            self.reminders, self.injects, self.score,
        )  # fmt: skip
        self.tick = tick
        self._watching = False
        self._hears = True
        if not self.looks_back:
            bridge.changed.connect(self._take)
            bridge.shared.connect(self._mark)
        bridge.file_changed.connect(self.files.show_moved)
        bridge.connection_changed.connect(self.files.show_line)
        self._end_looking = bridge.station.look_at(stream)
        self._close_book = bridge.station.book.changed.add(lambda _news: self.messages.refresh())

    def watch(self) -> None:
        """Somebody looks: time passes."""
        if not self._watching:
            self._watching = True
            self.tick.ticked.connect(self._tick)
            self.tick.hold()
            self._tick(self.tick.now)

    def unwatch(self) -> None:
        if self._watching:
            self._watching = False
            self.tick.release()
            self.tick.ticked.disconnect(self._tick)

    def close(self) -> None:
        """Hear nothing more."""
        self.unwatch()
        if not self._hears:
            return
        self._hears = False
        if not self.looks_back:
            self.scene.bridge.changed.disconnect(self._take)
            self.scene.bridge.shared.disconnect(self._mark)
        self.pictures.close()
        self.photos.close()
        self.scene.bridge.file_changed.disconnect(self.files.show_moved)
        self.scene.bridge.connection_changed.disconnect(self.files.show_line)
        self._close_book()
        self._end_looking()

    def refresh(self) -> None:
        """Another language, or the plan has come: everything anew."""
        for part in self.parts:
            part.refresh()

    def _take(self, changed: Changed) -> None:
        if changed.stream == self.scene.stream:
            for part in self.parts:
                part.take(changed.changes)
            self.timeline.take_back(changed.withdrawn)
        elif changed.stream == "site" and changed.changes.touches(
            "plan", "zone", "person", "place", "picture", "service", "sending"
        ):
            self.refresh()

    def _mark(self, shared: Shared) -> None:
        if shared.stream == self.scene.stream:
            self.timeline.mark(shared.entries)
            self.header.refresh()

    def _tick(self, now: datetime) -> None:
        for part in self.parts:
            part.pass_time(now)
        self.ticked.emit(now)
