"""Readiness as shown: what is missing now or at an hour of the week, and the week at a glance."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication, QLocale

from app.models.entry import SITE
from app.models.readiness import Readiness, Shown, readiness
from app.models.week import HOURS, Hour, hour_of, moments, unfilled_of, week, worst_hour
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice
from app.presenters.bridge import Bridge
from app.presenters.part import Answered, Scene
from app.presenters.reader import QtReader
from app.presenters.readiness_printing import ReadinessPress, ReadinessPrinting
from app.presenters.readiness_rows import derive_rows
from app.presenters.rows import RowModel
from app.presenters.words import listing
from app.presenters.work import Work
from app.station.changed import Changed
from app.store.archive import last_drills
from app.store.log import LogError

_tr = QCoreApplication.translate

_TOGETHER = 6
"""Hours reckoned between two breaths of the event loop."""


class ReadinessProps(msgspec.Struct, frozen=True, kw_only=True):
    """`hours` are unfilled places, None where nothing is known; `chosen` is -1 for now.

    `percent` is how far the week is reckoned; 100: all of it.
    """

    told: str = ""
    moment: str = ""
    empty: str = ""
    drills_unknown: str = ""
    days: tuple[str, ...] = ("",) * 7
    hours: tuple[int | None, ...] = (None,) * HOURS
    chosen: int = -1
    now: int = 0
    percent: int = 0


class ReadinessPresenter(Acting):
    """Reckoned when somebody looks, and again when staff, duty or plans change meanwhile."""

    keys: ClassVar[Mapping[str, str]] = {}

    def __init__(
        self, bridge: Bridge, reader: QtReader, press: ReadinessPress | None = None
    ) -> None:
        super().__init__(Scene(bridge=bridge, reader=reader, stream=""))
        self._bridge, self._reader = bridge, reader
        self._drills: Mapping[str, datetime] | None = None
        """None until the archive has answered, and where it cannot be asked."""
        self._week: tuple[Hour | None, ...] = (None,) * HOURS
        self._is_looked_at = False
        self._work = Work(bridge)
        self.readiness: Readiness | None = None
        self.model = RowModel(bridge.now(), self)
        self.props = ReadinessProps()
        self.printing = ReadinessPrinting(self.scene, press, self._shown)
        bridge.changed.connect(self._take)

    def begin(self) -> None:
        """Somebody looks."""
        self._is_looked_at = True
        self.refresh()
        self._work.start(self._reckon)

    def end(self) -> None:
        """Nobody looks any more."""
        self._is_looked_at = False
        self._work.end()

    @property
    def is_reckoning(self) -> bool:
        return self._work.is_under_way

    def refresh(self) -> None:
        self._show(self.props.chosen)

    def _take(self, changed: Changed) -> None:
        if self._is_looked_at and changed.stream == SITE:
            self.refresh()
            self._work.start(self._reckon)

    # What one chooses --------------------------------------------------------------------------

    def show_now(self) -> None:
        self._show(-1)

    def show_hour(self, hour: int) -> None:
        """An hour of the week; 0: Monday 00:00, local time."""
        self._show(hour)

    async def _shown(self) -> Shown:
        """With the whole week, however long that takes; also if nobody looks meanwhile."""
        await self._work.over()
        props, now = self.props, self._bridge.now()
        hours = props.hours
        if props.percent < 100:
            hours = await self._reckon_week(lambda _reckoned: None)
        return Shown(told=self._told(props.chosen), now=now, hour=props.chosen, hours=hours)

    def choices(self, key: str) -> tuple[Choice, ...]:
        del key
        return ()

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        """Nothing is done here: staff and duty have a panel of their own (F6)."""

    # What is shown -----------------------------------------------------------------------------

    async def _reckon(self) -> None:
        """The week, which is all here; then what the archive knows, perhaps minutes later."""
        await self._reckon_week(self._tell_week)
        self.refresh()
        await self._look_up()

    async def _look_up(self) -> None:
        """When each plan was last drilled."""
        try:
            station = self._bridge.station
            self._drills = await last_drills(station.archive, station.site.plans.values())
            self._set(drills_unknown="")
        except LogError as error:
            self._drills = None
            self._set(drills_unknown=self._reader.say(error.why))
        self.refresh()

    async def _reckon_week(
        self, tell: Callable[[Sequence[Hour | None]], None]
    ) -> tuple[int | None, ...]:
        hours = week(self._bridge.station.site, self._bridge.now(), self._reader.zone)
        reckoned: list[Hour | None] = []
        while some := list(islice(hours, _TOGETHER)):
            reckoned += some
            tell(reckoned)
            await asyncio.sleep(0)
        return unfilled_of(reckoned)

    def _tell_week(self, reckoned: Sequence[Hour | None]) -> None:
        """As far as it goes; behind that stands what was reckoned before."""
        self._week = (*reckoned, *self._week[len(reckoned) :])
        percent = len(reckoned) * 100 // HOURS
        now = hour_of(self._bridge.now(), self._reader.zone)
        self._set(hours=unfilled_of(self._week), percent=percent, now=now)

    def _told(self, hour: int) -> Readiness:
        """Of an hour of the week as it was at its worst: what its number in the week says."""
        now, worst = self._bridge.now(), self._worst(hour)
        at = worst.at if worst else self._newest(hour)
        return readiness(self._bridge.station.site, at, now=now, drills=self._drills)

    def _worst(self, hour: int) -> Hour | None:
        """As the week shows it; reckoned alone before that has come so far."""
        if hour < 0 or self._week[hour] is not None:
            return None if hour < 0 else self._week[hour]
        site, now = self._bridge.station.site, self._bridge.now()
        return worst_hour(site, hour, now, self._reader.zone)

    def _newest(self, hour: int) -> datetime:
        now = self._bridge.now()
        return now if hour < 0 else moments(hour, now, self._reader.zone)[0]

    def _show(self, hour: int) -> None:
        now, zone = self._bridge.now(), self._reader.zone
        self.readiness = told = self._told(hour)
        self.model.set_rows(derive_rows(told, self._reader))
        on_duty = _tr("Readiness", "{count} on duty").format(count=told.on_duty)
        ready = sum(plan.is_ready for plan in told.plans)
        plans = _tr("Readiness", "plans ready: {ready} of {count}").format(
            ready=ready, count=len(told.plans)
        )
        unknown = "" if told.are_drills_known else _tr("Readiness", "drills not known")
        empty = "" if told.plans else _tr("Readiness", "This site has no plan that calls anybody.")
        self._set(
            told=listing((plans, on_duty, unknown)), empty=empty,
            moment=self._moment(hour, told.at), chosen=hour,
            now=hour_of(now, zone), days=self._days(),
        )  # fmt: skip

    def _days(self) -> tuple[str, ...]:
        """Monday first, short."""
        locale = QLocale(self._reader.language)
        names = (locale.dayName(day, QLocale.FormatType.ShortFormat) for day in range(1, 8))
        return tuple(names)

    def _moment(self, hour: int, at: datetime) -> str:
        if hour < 0:
            return _tr("Readiness", "now")
        day = QLocale(self._reader.language).dayName(hour // 24 + 1)
        words = _tr("Readiness", "{day} {hour}:00, worst of the last weeks: {date}")
        if self._worst(hour) is None:
            words = _tr("Readiness", "{day} {hour}:00, as on {date}")
        return words.format(day=day, hour=f"{hour % 24:02}", date=self._reader.day(at))

    def _set(self, **fields: object) -> None:
        props = msgspec.structs.replace(self.props, **fields)
        if props != self.props:
            self.props = props
            self.changed.emit()
