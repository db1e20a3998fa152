"""The wall as it was at a moment: one incident, large, with the foot saying that it is past."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.models.fold import Changes
from app.models.incident import Incident
from app.models.plan import Plan
from app.models.site import Site
from app.presenters.past import Hindsight
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.wall_calm import date_line
from app.presenters.wall_incident import WallIncident
from app.presenters.wall_plan import WallPicture
from app.presenters.wall_screen import FootProps
from app.station.reading import Reading
from app.station.station import Station

_tr = QCoreApplication.translate


class PastReading(Reading):
    """What there was of the incident and its site at the moment of a hindsight.

    Where the bytes of a file are is of today, as for the desk.
    """

    __slots__ = ("_hindsight", "_stream")

    def __init__(self, station: Station, stream: str, hindsight: Hindsight) -> None:
        super().__init__(station)
        self._stream, self._hindsight = stream, hindsight
        self.now = lambda: hindsight.moment

    @property
    def site(self) -> Site:
        return self._hindsight.site

    @property
    def incidents(self) -> Mapping[str, Incident]:
        return {self._stream: self._hindsight.incident}

    def plan_of(self, stream: str) -> Plan | None:
        return self._hindsight.plan if stream == self._stream else None


class PastWall(QObject):
    """Hears of nothing that comes in, and no time passes but by `show`."""

    shown = Signal()
    """Another moment is shown: what time alone changes is to be painted anew."""

    def __init__(
        self, station: Station, reader: QtReader, stream: str, hindsight: Hindsight
    ) -> None:
        super().__init__()
        self._reader, self._hindsight = reader, hindsight
        reading = PastReading(station, stream, hindsight)
        self._picture = WallPicture(reading, self)
        self.incident = WallIncident(reading, reader, self._picture, stream, names=True)
        self._picture.come.connect(self.incident.refresh)
        self._at = hindsight.moment

    def close(self) -> None:
        self._picture.close()

    @property
    def moment(self) -> datetime:
        return self._hindsight.moment

    @property
    def foot(self) -> FootProps:
        moment, reader = self._hindsight.moment, self._reader
        return FootProps(
            link=_tr("Wall", "◀ looking back"), link_severity=Severity.PAST,
            date=date_line(moment, reader), time=reader.second(moment),
        )  # fmt: skip

    def show(self, changes: Changes | None) -> None:
        """The hindsight has gone to another moment, where these joined, or all may differ."""
        moment, before = self._hindsight.moment, self._at
        self._at = moment
        if changes is None or moment < before:
            self.incident.refresh()
        elif changes.entries:
            self.incident.take(changes)
        self.incident.pass_time(moment)
        self.shown.emit()
