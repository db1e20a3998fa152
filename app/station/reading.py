"""A station to be looked at: what it holds and how it stands, and no way to ask anything of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from app.models.incident import Incident
from app.models.plan import Plan
from app.models.site import Site
from app.station.changed import Changed, Shared
from app.station.connection import Connection
from app.station.station import Station
from app.store.log import Head


class Reading:
    """What the wall is given instead of the station: whoever has this cannot record anything."""

    __slots__ = (
        "_connection", "_heads", "_incidents", "_site", "now", "path", "subscribe",
        "subscribe_connection", "subscribe_files", "subscribe_shared", "want",
    )  # fmt: skip

    now: Callable[[], datetime]
    """The shared log's clock."""
    path: Callable[[str], Path | None]
    """Where a file's bytes are on this machine, by fingerprint; None if they are not."""
    want: Callable[[str], None]
    """Fetch a file; `subscribe_files` tells when it is here."""
    subscribe: Callable[[Callable[[Changed], None]], Callable[[], None]]
    """Called after each change of what is held; returns what ends it."""
    subscribe_shared: Callable[[Callable[[Shared], None]], Callable[[], None]]
    subscribe_connection: Callable[[Callable[[Connection], None]], Callable[[], None]]
    subscribe_files: Callable[[Callable[[str], None]], Callable[[], None]]

    def __init__(self, station: Station) -> None:
        self._site: Callable[[], Site] = lambda: station.site
        self._connection: Callable[[], Connection] = lambda: station.connection
        self._incidents = station.incidents
        self._heads: Callable[[], Mapping[str, Head]] = lambda: station.heads
        self.now = station.now
        self.path, self.want = station.files.path, station.files.want
        self.subscribe = station.subscribe
        self.subscribe_shared = station.subscribe_shared
        self.subscribe_connection = station.subscribe_connection
        self.subscribe_files = station.files.changed.add

    @property
    def site(self) -> Site:
        return self._site()

    @property
    def connection(self) -> Connection:
        return self._connection()

    @property
    def incidents(self) -> Mapping[str, Incident]:
        """By stream: the unsettled ones, and the logs of shifts. A live view."""
        return self._incidents

    def plan_of(self, stream: str) -> Plan | None:
        incident = self.incidents.get(stream)
        return self.site.plan(incident.course.plan) if incident else None

    def number_of(self, stream: str) -> str:
        """The number people see; empty until the shared log has given one."""
        head = self._heads().get(stream)
        return head.number if head else ""
