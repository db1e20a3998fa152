"""One incident as the wall shows it: parts that are made anew when something touches them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.models.alarms import AlarmKind
from app.models.fold import Changes
from app.models.incident import Incident
from app.models.plan import Plan
from app.presenters.reader import QtReader
from app.presenters.siteplan import SitePlanProps
from app.presenters.wall_naming import Naming
from app.presenters.wall_parts import (
    Owed,
    WallAlarms,
    WallDuty,
    WallHead,
    WallLatest,
    WallZones,
    derive_alarms,
    derive_duties,
    derive_head,
    derive_latest,
    derive_owed,
    derive_zones,
)
from app.presenters.wall_plan import WallPicture, derive_plan
from app.presenters.wall_roster import WallRoster, derive_roster
from app.station.reading import Reading

T = TypeVar("T")


class Shown(Enum):
    """A part, and the name of the property that has it."""

    HEAD = "head"
    ROSTER = "roster"
    ZONES = "zones"
    LATEST = "latest"
    DUTIES = "duties"
    ALARMS = "alarms"
    PLAN = "plan"


_CALLS = ("call_out", "command", "level", "course")
_OWED = (
    "call_out", "task", "notification", "level", "course", "alarm", "message", "roll", "phase",
    "sign", "people",
)  # fmt: skip
_CELLS: Mapping[Shown, tuple[str, ...]] = {
    Shown.HEAD: ("course", "detail", "people", "level", "command", "call_out"),
    Shown.ROSTER: _CALLS,
    Shown.ZONES: ("zone",),
    Shown.DUTIES: _OWED,
    Shown.ALARMS: _OWED,
    Shown.PLAN: ("zone", "post", "assembly", "entrance", "answer", "call_out"),
}
_OF_TIME = (Shown.ROSTER, Shown.DUTIES, Shown.ALARMS)
"""What says something else once a deadline has passed."""


class WallIncident(QObject):
    """A part is derived when it is asked for; `changed` says that it will be another."""

    changed = Signal(object)
    """Shown: which part."""

    def __init__(
        self, reading: Reading, reader: QtReader, picture: WallPicture, stream: str, *, names: bool
    ) -> None:
        super().__init__()
        self.stream = stream
        self._reading, self._reader, self._picture = reading, reader, picture
        self._names = names
        self._made: dict[Shown, Any] = {}
        self._owed: Owed | None = None
        self._naming: Naming | None = None
        self._day = reader.local(reading.now()).date()
        self._until: datetime | None = None
        """When the passing of time alone changes a part that was made."""

    # What is shown -------------------------------------------------------------------------------

    @property
    def head(self) -> WallHead:
        number = self._reading.number_of(self.stream)
        return self._part(Shown.HEAD, lambda: derive_head(
            self._incident, self._plan, number, self.naming))  # fmt: skip

    @property
    def roster(self) -> WallRoster:
        return self._part(Shown.ROSTER, self._derive_roster)

    @property
    def zones(self) -> WallZones:
        return self._part(Shown.ZONES, lambda: derive_zones(
            self._incident, self._plan, self._reading.site, self.naming, self._reader))  # fmt: skip

    @property
    def latest(self) -> WallLatest:
        return self._part(
            Shown.LATEST, lambda: derive_latest(
                self._incident, self.naming, self._reader, self._reading.now())
        )  # fmt: skip

    @property
    def duties(self) -> tuple[WallDuty, ...]:
        return self._part(Shown.DUTIES, self._derive_duties)

    @property
    def plan(self) -> SitePlanProps:
        return self._part(Shown.PLAN, lambda: derive_plan(
            self._incident, self._plan, self._reading.site, self._picture.now(), self.naming,
            self._reader))  # fmt: skip

    def alarms(self, now: datetime) -> WallAlarms:
        """With how late each is, so it is another every second while something is."""
        return derive_alarms(self.owed, now, self._reader)

    @property
    def owed(self) -> Owed:
        if self._owed is None:
            self._owed = derive_owed(self._incident, self._plan, self.naming)
            self._mind(min((d.due for d in self._owed.duties if d.due > self._reading.now()),
                           default=None))  # fmt: skip
        return self._owed

    @property
    def naming(self) -> Naming:
        """Made anew with each entry: whoever writes may be named, too."""
        if self._naming is None:
            self._naming = Naming(
                self._incident, self._plan, self._reading.site, self._reader, shown=self._names
            )
        return self._naming

    def _part(self, part: Shown, derive: Callable[[], T]) -> T:
        if part not in self._made:
            self._made[part] = derive()
        made: T = self._made[part]
        return made

    def _derive_roster(self) -> WallRoster:
        made = derive_roster(
            self._incident, self._plan, self._reading.site, self.naming, self._reader,
            self._reading.now(),
        )  # fmt: skip
        self._mind(made.next_eta)
        return made

    def _derive_duties(self) -> tuple[WallDuty, ...]:
        kind = AlarmKind.CALL_OUT.value
        starts = {f"{kind}:{who}": call_out.called_at
                  for who, call_out in self._incident.call_outs.items()
                  if call_out.called_at}  # fmt: skip
        return derive_duties(self.owed, self._reader, starts)

    @property
    def _incident(self) -> Incident:
        return self._reading.incidents[self.stream]

    @property
    def _plan(self) -> Plan | None:
        return self._reading.plan_of(self.stream)

    # What changes it -----------------------------------------------------------------------------

    def take(self, changes: Changes) -> None:
        """Entries joined the incident."""
        self._naming = None
        touched = [part for part, cells in _CELLS.items() if changes.touches(*cells)]
        if changes.touches(*_OWED):
            self._owed = None
        self._tell(Shown.LATEST, *touched)

    def refresh(self) -> None:
        """Other words, another plan, another site: everything anew."""
        self._naming = self._owed = self._until = None
        self._tell(*Shown)

    def pass_time(self, now: datetime) -> None:
        day = self._reader.local(now).date()
        if day != self._day:  # what was a time of today now says of which day it is
            self._day = day
            self.refresh()
        if self._until is not None and now >= self._until:
            self._until = self._owed = None
            self._tell(*_OF_TIME)

    def _mind(self, moment: datetime | None) -> None:
        if moment is not None:
            self._until = min(self._until, moment) if self._until else moment

    def _tell(self, *parts: Shown) -> None:
        for part in parts:
            self._made.pop(part, None)
        for part in parts:
            self.changed.emit(part)
