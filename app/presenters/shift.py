"""The shift log as shown: this month's, earlier ones on demand; at midnight the month may turn."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, Signal

from app.models import facts as f
from app.models.command import Refusal
from app.models.shift import shift_stream
from app.presenters.bridge import Bridge
from app.presenters.files import FilesPresenter
from app.presenters.owed import OwedPresenter
from app.presenters.part import Scene
from app.presenters.photos import Photos
from app.presenters.reader import QtReader
from app.presenters.shift_timeline import FromLine, ShiftTimeline
from app.presenters.tick import Tick
from app.station.changed import Changed, Shared
from app.store.log import LogAway

_tr = QCoreApplication.translate


class ShiftPresenter(QObject):
    """Shows this month until an earlier one is asked for; at midnight the month may change.

    `timeline` and `files` are made when somebody first looks, and others with each month.
    """

    month_changed = Signal()
    """`timeline` is another one."""
    opening_asked = Signal(object)
    """FromLine."""

    def __init__(
        self, bridge: Bridge, tick: Tick, reader: QtReader, owed: OwedPresenter
    ) -> None:  # fmt: skip
        super().__init__()
        self._bridge, self._reader, self._owed = bridge, reader, owed
        self._month = self._today()
        self._is_now = True
        self.timeline: ShiftTimeline | None = None
        self.files: FilesPresenter | None = None
        self.photos = Photos(bridge, self)
        bridge.changed.connect(self._take)
        bridge.file_changed.connect(self._show_moved)
        bridge.connection_changed.connect(self._show_line)
        bridge.shared.connect(self._mark)
        tick.ticked.connect(self._look_at_the_calendar)

    @property
    def month(self) -> str:
        """The month in view, in words."""
        first = QDate(self._month.year, self._month.month, 1)
        # Qt's letters for month and year.
        return QLocale(self._reader.language).toString(first, _tr("Shift", "MMMM yyyy"))

    @property
    def is_now(self) -> bool:
        """Whether it is this month, in which one writes."""
        return self._is_now

    def begin(self) -> ShiftTimeline:
        """The month in view; to be called when somebody looks."""
        return self.timeline or self._show(self._month)

    def refresh(self) -> None:
        """In another language."""
        if self.timeline is not None:
            self.timeline.refresh()
        if self.files is not None:
            self.files.refresh()

    def earlier(self) -> None:
        """The month before; one that is not held here is asked of the shared log."""
        self._go(self._month - timedelta(days=1))

    def later(self) -> None:
        """The month after, up to this one."""
        if not self._is_now:
            self._go(self._month + timedelta(days=31))

    def this_month(self) -> None:
        self._show(self._today())

    def carry_over(self, line: FromLine, stream: str) -> None:
        """The line stands in the incident too, at the time at which it happened."""
        self._bridge.ask(stream, f.Note(text=line.text), at=line.at)

    def _go(self, day: date) -> None:
        month = day.replace(day=1)
        if shift_stream(month) in self._bridge.station.incidents or month >= self._today():
            self._show(month)
        else:
            self._bridge.run(self._load(month))

    async def _load(self, month: date) -> None:
        """Out of reach, it is shown as far as it is held here: not at all."""
        try:
            await self._bridge.station.load(shift_stream(month))
        except LogAway as error:
            self._bridge.refused.emit(Refusal(code="away", why=error.why))
        else:
            self._show(month)

    def _show(self, month: date) -> ShiftTimeline:
        stream = shift_stream(month)
        self._bridge.station.shift(stream)
        scene = Scene(bridge=self._bridge, reader=self._reader, stream=stream)
        self._month, self._is_now = month, month == self._today()
        self.timeline, self.files = ShiftTimeline(scene, self._owed), FilesPresenter(scene)
        self.timeline.opening_asked.connect(self.opening_asked)
        self.month_changed.emit()
        return self.timeline

    def _today(self) -> date:
        """The first of this month, by the clock on the reader's wall."""
        return self._reader.local(self._bridge.now()).date().replace(day=1)

    def _look_at_the_calendar(self, now: datetime) -> None:
        del now
        if self._is_now and self._month != self._today():
            self._month = self._today()
            if self.timeline is not None:
                self._show(self._month)

    def _take(self, changed: Changed) -> None:
        if self.timeline is not None and changed.stream == self.timeline.scene.stream:
            self.timeline.take(changed.changes)
            self.timeline.take_back(changed.withdrawn)
            if self.files is not None:
                self.files.take(changed.changes)

    def _show_moved(self, sha256: str) -> None:
        if self.files is not None:
            self.files.show_moved(sha256)

    def _show_line(self) -> None:
        if self.files is not None:
            self.files.show_line()

    def _mark(self, shared: Shared) -> None:
        if self.timeline is not None and shared.stream == self.timeline.scene.stream:
            self.timeline.mark(shared.entries)
