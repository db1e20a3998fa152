"""One screen of the wall: which incidents it shows now, by how it is set."""

from __future__ import annotations

from datetime import datetime

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.presenters.roles import Severity
from app.presenters.wall import WallPresenter
from app.presenters.wall_calm import WallCalm, date_line, derive_calm
from app.presenters.wall_incident import WallIncident
from app.presenters.wall_parts import few_late_words
from app.station.wall_screen import MOST_IN_MOSAIC, Arrangement, WallPart, WallScreen

_tr = QCoreApplication.translate


class FootProps(msgspec.Struct, frozen=True, kw_only=True):
    """What is brief stands where there is little room; empty: there is nothing briefer."""

    link: str = ""
    link_brief: str = ""
    link_severity: Severity = Severity.GOOD
    middle: str = ""
    middle_brief: str = ""
    middle_severity: Severity = Severity.PLAIN
    date: str = ""
    time: str = ""


class WallScreenPresenter(QObject):
    shown_changed = Signal()
    """Other incidents are shown now, or none, or otherwise."""
    foot_changed = Signal()
    calm_changed = Signal()
    ticked = Signal(object)
    """datetime."""

    def __init__(self, wall: WallPresenter, screen: WallScreen) -> None:
        super().__init__()
        self.wall = wall
        self.screen = screen
        self.shown: tuple[str, ...] = ()
        self.foot = FootProps()
        self.calm = WallCalm()
        self._first = ""
        """The stream that is on, in turn."""
        self._since = wall.reading.now()
        self._room = MOST_IN_MOSAIC
        wall.order_changed.connect(self._choose)
        wall.number_given.connect(self._choose)
        wall.site_changed.connect(self._show_site)
        wall.link_changed.connect(self._show_link)
        wall.ticked.connect(self._tick)
        self._choose()
        self._show_site()
        self._show_foot(wall.reading.now())

    def close(self) -> None:
        self.wall.order_changed.disconnect(self._choose)
        self.wall.number_given.disconnect(self._choose)
        self.wall.site_changed.disconnect(self._show_site)
        self.wall.link_changed.disconnect(self._show_link)
        self.wall.ticked.disconnect(self._tick)

    @property
    def is_mosaic(self) -> bool:
        """One alone is shown large, whatever is set."""
        return self.screen.arrangement is Arrangement.MOSAIC and len(self.shown) > 1

    def shows(self, part: WallPart) -> bool:
        return part in self.screen.parts

    def incident(self, stream: str) -> WallIncident:
        return self.wall.incident(stream, names=self.screen.names)

    def set_screen(self, screen: WallScreen) -> None:
        if screen != self.screen:
            self.screen = screen
            self._choose()
            self._show_site()
            self.shown_changed.emit()

    def set_room(self, most: int) -> None:
        """How many of a mosaic have room on the screen."""
        if most != self._room:
            self._room = most
            self._choose()

    # Which incidents -----------------------------------------------------------------------------

    def _choose(self) -> None:
        order = self.wall.order
        match self.screen.arrangement:
            case Arrangement.MOSAIC:
                shown = order[: min(self._room, MOST_IN_MOSAIC)]
            case Arrangement.ONE:
                shown = self._one(order)
            case Arrangement.TURN:
                if self._first not in order:
                    self._turn_to(order[0] if order else "")
                shown = (self._first,) if self._first else ()
        if shown != self.shown:
            self.shown = shown
            self.shown_changed.emit()
            self._show_foot(self.wall.reading.now())

    def _one(self, order: tuple[str, ...]) -> tuple[str, ...]:
        wanted = self.screen.incident
        named = (s for s in order if wanted and self.wall.reading.number_of(s) == wanted)
        return (*named, *order)[:1]

    def _turn_to(self, stream: str) -> None:
        self._first, self._since = stream, self.wall.reading.now()

    def _turn(self, now: datetime) -> None:
        """To the next in order, once this one has been seen long enough."""
        order = self.wall.order
        passed = (now - self._since).total_seconds()
        if self.screen.arrangement is not Arrangement.TURN or len(order) < 2:
            return
        if passed >= self.screen.turn or passed < 0:
            self._turn_to(order[(order.index(self._first) + 1) % len(order)])
            self._choose()

    # The foot, and the calm ----------------------------------------------------------------------

    def _tick(self, now: datetime) -> None:
        self._turn(now)
        self._show_foot(now)
        self.ticked.emit(now)

    def _show_link(self) -> None:
        self._show_foot(self.wall.reading.now())

    def _show_foot(self, now: datetime) -> None:
        link, reader = self.wall.link, self.wall.reader
        late = self.wall.late_elsewhere(frozenset(self.shown))
        foot = FootProps(
            link=link.foot, link_brief=link.foot_brief, link_severity=link.severity,
            middle=self._middle(late), middle_brief=self._middle_brief(late),
            middle_severity=Severity.OVERDUE if late else Severity.PLAIN,
            date=date_line(now, reader), time=reader.second(now),
        )  # fmt: skip
        if foot != self.foot:
            self.foot = foot
            self.foot_changed.emit()

    def _middle(self, late: int) -> str:
        """What of all of it is shown here, and what else would need a person."""
        order, shown = self.wall.order, self.shown
        if not order or len(order) == len(shown):
            return ""
        if len(shown) == 1:
            said = _tr("Wall", "{nth} of {all}").format(
                nth=order.index(shown[0]) + 1, all=len(order))  # fmt: skip
        else:
            said = _tr("Wall", "and {count} more").format(count=len(order) - len(shown))
        if late:
            return f"{said} • " + _tr("Wall", "elsewhere {count} overdue").format(count=late)
        return said

    def _middle_brief(self, late: int) -> str:
        """The same in figures."""
        order, shown = self.wall.order, self.shown
        if not order or len(order) == len(shown):
            return ""
        said = f"+{len(order) - len(shown)}"
        if len(shown) == 1:
            said = f"{order.index(shown[0]) + 1}/{len(order)}"
        return f"{said} • {few_late_words(late)}" if late else said

    def _show_site(self) -> None:
        calm = derive_calm(self.wall.reading.site, self.wall.reader, names=self.screen.names)
        if calm != self.calm:
            self.calm = calm
            self.calm_changed.emit()
