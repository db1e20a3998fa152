"""One incident over the whole screen: its parts where there is room for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.presenters.wall_incident import Shown, WallIncident
from app.station.wall_screen import WallPart
from app.views.wall.bands import AlarmBand, HeadBand
from app.views.wall.block import Block
from app.views.wall.ink import WallInk
from app.views.wall.lists import LatestList, RosterList, ZonesList
from app.views.wall.plan import WallPlan
from app.views.wall.veil import DrillVeil

MARGIN, LEFT, PLAN = 7.0, 0.53, 0.54
"""Millimetres between parts; the left column's part of the width; the plan's of its column."""
MOST_ZONES = 5
LOW = 500.0
"""Millimetres of height below which a screen has room for the most important alone."""


class LargeView(QWidget):
    """Roster and zones on the left, site plan and latest entries on the right; on a screen that
    stands upright, all below each other."""

    def __init__(
        self, ink: WallInk, incident: WallIncident, shows: Callable[[WallPart], bool],
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("wallLarge")
        self._ink, self.incident = ink, incident
        self.head = HeadBand(ink, incident, self)
        self.alarms = AlarmBand(ink, incident, self)
        self.roster = RosterList(ink, incident, self) if shows(WallPart.ROSTER) else None
        self.zones = ZonesList(ink, incident, self) if shows(WallPart.ZONES) else None
        self.plan = WallPlan(ink, incident, self) if shows(WallPart.PLAN) else None
        self.latest = LatestList(ink, incident, self) if shows(WallPart.LATEST) else None
        self._drill = DrillVeil(ink, self)
        self._drill.setVisible(incident.head.drill)
        incident.changed.connect(self._show)
        ink.changed.connect(self._arrange)

    def release(self) -> None:
        """It is shown no more."""
        self.incident.changed.disconnect(self._show)

    @property
    def blocks(self) -> list[Block]:
        parts = (self.head, self.alarms, self.roster, self.zones, self.plan, self.latest)
        return [part for part in parts if part is not None]

    def pass_time(self, now: datetime) -> None:
        for block in self.blocks:
            block.pass_time(now)

    def _show(self, part: Shown) -> None:
        match part:
            case Shown.HEAD:
                self._drill.setVisible(self.incident.head.drill)
                self.head.tell()
            case Shown.ALARMS:
                self.alarms.tell()
            case Shown.ROSTER if self.roster:
                self.roster.tell()
            case Shown.ZONES if self.zones:
                self._arrange()
                self.zones.tell()
            case Shown.PLAN if self.plan:
                self._arrange()
                self.plan.tell()
            case Shown.LATEST if self.latest:
                self.latest.tell()
            case _:
                pass

    # Where everything is -------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        ink, wide, high = self._ink, self.width(), self.height()
        gap = ink.mm(MARGIN)
        is_small = self._is_small
        top = HeadBand.high_of(ink, wide, is_small=is_small)
        foot = ink.mm(AlarmBand.HIGH)
        self.head.setGeometry(0, 0, wide, top)
        self.alarms.setGeometry(gap, high - foot, wide - 2 * gap, foot)
        room = QRect(gap, top + gap, wide - 2 * gap, high - top - foot - 2 * gap)
        is_drawn = self.plan is not None and bool(self.incident.plan.items)
        if self.plan is not None:
            self.plan.setVisible(is_drawn)
        plan = self.plan if is_drawn else None
        for part in (self.zones, self.latest):
            if part is not None:
                part.show()
        if high > wide:
            self._stack(room)
        elif is_small:
            self._arrange_small(room, plan, gap)
        else:
            left, right = self._columns(room, has_right=bool(plan or self.latest))
            self._arrange_left(left, gap)
            self._arrange_right(right, plan, gap)
        self._drill.setGeometry(self.rect())
        self._drill.raise_()

    def _columns(self, room: QRect, *, has_right: bool) -> tuple[QRect, QRect]:
        """The whole of it where the other column has nothing to show."""
        gap = self._ink.mm(MARGIN)
        if not has_right:
            return room, QRect()
        if not (self.roster or self.zones):
            return QRect(), room
        wide = round(room.width() * LEFT)
        left = QRect(room.left(), room.top(), wide, room.height())
        right = QRect(left.right() + 1 + gap, room.top(), room.width() - wide - gap, room.height())
        return left, right

    def _zones_high(self, room: QRect) -> int:
        if self.zones is None:
            return 0
        wanted = min(len(self.incident.zones.rows), MOST_ZONES)
        return min(self.zones.high_of(wanted), room.height() * 45 // 100)

    def _arrange_left(self, room: QRect, gap: int) -> None:
        if self.roster is None:
            if self.zones is not None:
                self.zones.setGeometry(room)
            return
        if self.zones is None:
            self.roster.setGeometry(room)
            return
        high = self._zones_high(room)
        self.roster.setGeometry(room.adjusted(0, 0, 0, -high - gap))
        self.zones.setGeometry(room.left(), room.bottom() + 1 - high, room.width(), high)

    def _arrange_right(self, room: QRect, plan: WallPlan | None, gap: int) -> None:
        if plan is None:
            if self.latest is not None:
                self.latest.setGeometry(room)
            return
        if self.latest is None:
            plan.setGeometry(room)
            return
        high = round(room.height() * PLAN)
        plan.setGeometry(room.left(), room.top(), room.width(), high)
        self.latest.setGeometry(room.adjusted(0, high + gap, 0, 0))

    @property
    def _is_small(self) -> bool:
        """Lies flat and has no room for more than a few rows."""
        return self.width() > self.height() and self.height() < self._ink.mm(LOW)

    def _arrange_small(self, room: QRect, plan: WallPlan | None, gap: int) -> None:
        """Two parts at the most beside each other, the latest entries below the zones if there is

        room for any. What the site plan shows is not listed besides.
        """
        wanted = [p for p in (self.roster, plan, self.zones, self.latest) if p is not None]
        if not wanted:
            return
        if len(wanted) == 1:
            wanted[0].setGeometry(room)
            return
        wide = round(room.width() * LEFT)
        wanted[0].setGeometry(room.left(), room.top(), wide, room.height())
        right = room.adjusted(wide + gap, 0, 0, 0)
        if wanted[1] is self.zones and self.latest is not None:
            self._share(right, self.zones, self.latest, gap)
            return
        wanted[1].setGeometry(right)
        for part in wanted[2:]:
            part.hide()

    def _share(self, room: QRect, zones: ZonesList, latest: LatestList, gap: int) -> None:
        """Between zones, all that are in hand, and what is left for the latest entries."""
        high = min(zones.high_of(len(self.incident.zones.rows)), room.height())
        rest = room.adjusted(0, high + gap, 0, 0)
        if rest.height() < latest.high_of_one():
            latest.hide()
            zones.setGeometry(room)
            return
        zones.setGeometry(room.left(), room.top(), room.width(), high)
        latest.setGeometry(rest)

    def _stack(self, room: QRect) -> None:
        """Below each other, in equal shares but for the zones."""
        gap = self._ink.mm(MARGIN)
        others = [part for part in self.blocks[2:] if part is not self.zones
                  and not (part is self.plan and not self.incident.plan.items)]  # fmt: skip
        zones = self._zones_high(room) + gap if self.zones else 0
        share = (room.height() - zones) // max(len(others), 1)
        top = room.top()
        for part in self.blocks[2:]:
            if part in others:
                part.setGeometry(room.left(), top, room.width(), share - gap)
                top += share
            elif part is self.zones:
                part.setGeometry(room.left(), top, room.width(), zones - gap)
                top += zones

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._ink.colour(self._ink.theme.ground))
        painter.end()
