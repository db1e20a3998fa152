"""The wall of one machine: all open incidents worst first, and how fresh what it shows is."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.models.board import Rank, Standing, standing
from app.models.entry import SITE
from app.presenters.part import BOARD_CELLS
from app.presenters.reader import QtReader
from app.presenters.tick import Tick
from app.presenters.wall_incident import WallIncident
from app.presenters.wall_link import WallLink, derive_link
from app.presenters.wall_plan import WallPicture
from app.station.changed import Changed, Shared
from app.station.reading import Reading


class WallPresenter(QObject):
    """Has a `Reading` and nothing else of the station: no command can be asked for here."""

    order_changed = Signal()
    number_given = Signal()
    """An incident has got the number by which a screen may name it."""
    link_changed = Signal()
    site_changed = Signal()
    """Also: other words, another day."""
    ticked = Signal(object)
    """datetime, by the shared log's clock."""

    def __init__(self, reading: Reading, tick: Tick, reader: QtReader) -> None:
        super().__init__()
        self.reading, self.reader, self.tick = reading, reader, tick
        self.picture = WallPicture(reading, self)
        self.picture.come.connect(self._refresh_shown)
        self.order: tuple[str, ...] = ()
        """Streams, worst first."""
        self.link = WallLink()
        self._last_change: datetime | None = None
        self._standings: dict[str, Standing] = {}
        self._late: dict[str, int] = {}
        self._shown: dict[tuple[str, bool], WallIncident] = {}
        self._leave = (
            reading.subscribe(self._take),
            reading.subscribe_shared(self._note_number),
            reading.subscribe_connection(lambda _connection: self._show_link(reading.now())),
        )
        tick.ticked.connect(self._tick)
        self.refresh()

    def close(self) -> None:
        """Hear nothing more."""
        self.tick.ticked.disconnect(self._tick)
        self.picture.close()
        for leave in self._leave:
            leave()

    def incident(self, stream: str, *, names: bool) -> WallIncident:
        """Kept for as long as it is open."""
        key = (stream, names)
        if key not in self._shown:
            self._shown[key] = WallIncident(
                self.reading, self.reader, self.picture, stream, names=names
            )
        return self._shown[key]

    def refresh(self) -> None:
        """Every incident anew: at the start, in another language, when plans have come."""
        self._standings.clear()
        self._late.clear()
        for stream in self.reading.incidents:
            self._stand(stream)
        self._order()
        self._refresh_shown()
        self._show_link(self.reading.now())
        self.site_changed.emit()

    def _refresh_shown(self) -> None:
        for shown in self._shown.values():
            shown.refresh()

    # What comes in -------------------------------------------------------------------------------

    def _take(self, changed: Changed) -> None:
        self._last_change = self.reading.now()
        if changed.stream == SITE:
            if changed.changes.touches("plan"):
                self.refresh()
            elif changed.changes.touches("zone", "place", "picture", "service"):
                self._refresh_shown()
            self.site_changed.emit()
            return
        for names in (True, False):
            if (changed.stream, names) in self._shown:
                self._shown[changed.stream, names].take(changed.changes)
        if changed.changes.touches(*BOARD_CELLS):
            self._stand(changed.stream)
            self._order()

    def _note_number(self, shared: Shared) -> None:
        for names in (True, False):
            if (shared.stream, names) in self._shown:
                self._shown[shared.stream, names].refresh()
        self.number_given.emit()

    def _stand(self, stream: str) -> None:
        incident = self.reading.incidents.get(stream)
        held = standing(incident, self.reading.plan_of(stream)) if incident else None
        if held is None:
            self._standings.pop(stream, None)
            self._late.pop(stream, None)
        else:
            self._standings[stream] = held
            self._late[stream] = held.late(self.reading.now())

    def _order(self) -> None:
        now = self.reading.now()
        ranks: list[Rank] = sorted(held.rank(now) for held in self._standings.values())
        order = tuple(rank[-1] for rank in ranks)
        if order != self.order:
            self.order = order
            self.order_changed.emit()
            self._forget_closed()

    def _forget_closed(self) -> None:
        for key in [key for key in self._shown if key[0] not in self._standings]:
            self._shown.pop(key).deleteLater()

    # What time alone changes ---------------------------------------------------------------------

    def _tick(self, now: datetime) -> None:
        late = self._late
        newly = [stream for stream, held in self._standings.items()
                 if late[stream] < len(held.dues) and held.dues[late[stream]] <= now]  # fmt: skip
        for stream in newly:
            late[stream] = self._standings[stream].late(now)
        if newly:
            self._order()
        for shown in self._shown.values():
            shown.pass_time(now)
        self._show_link(now)
        self.ticked.emit(now)

    def _show_link(self, now: datetime) -> None:
        link = derive_link(self.reading.connection, self._last_change, now, self.reader)
        if link != self.link:
            self.link = link
            self.link_changed.emit()

    def late_elsewhere(self, shown: frozenset[str]) -> int:
        """How much is overdue in incidents that a screen does not show now."""
        return sum(late for stream, late in self._late.items() if stream not in shown)
