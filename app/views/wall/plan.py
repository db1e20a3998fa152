"""The site plan on the wall: painted as on the desk, larger, with nothing to press."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.presenters.pictures import Picture
from app.presenters.roles import Severity
from app.presenters.siteplan import ItemSort, PlanItem
from app.presenters.wall_incident import WallIncident
from app.views.parts.plan_backdrop import PlanBackdrop
from app.views.parts.plan_labels import Plate, is_whole, paint_plate, plates
from app.views.parts.plan_painter import PlanPainter
from app.views.parts.plan_picture import read_picture
from app.views.parts.plan_scale import PlanScale
from app.views.wall.block import Block
from app.views.wall.ink import WallInk

WASH = 0.45
"""How far the picture is calmed: more than on the desk, for it is looked at from afar."""
ROOMY = 800.0
"""From so many millimetres on there is room for posts, and for what is as on any day."""


class WallPlan(Block):
    """The words of what does not fit stand in the list of zones."""

    def __init__(self, ink: WallInk, incident: WallIncident, parent: QWidget) -> None:
        super().__init__(ink, parent)
        self.setObjectName("wallPlan")
        self._incident = incident
        self._scale = PlanScale()
        self._plates: list[Plate] = []
        self._shown: Picture | None = None
        self._backdrop = PlanBackdrop(self)

    def _items(self) -> tuple[PlanItem, ...]:
        items = self._incident.plan.items
        if self._is_roomy:
            return items
        return tuple(item for item in items if item.sort is ItemSort.ZONE or _is_news(item))

    @property
    def _is_roomy(self) -> bool:
        return self.width() >= self.ink.mm(ROOMY)

    def arrange(self) -> None:
        self._show_picture(self._incident.plan.picture)
        margin = self.ink.mm(4)
        room = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        self._scale.set_room(room)
        told = self._items() if self._is_roomy else tuple(map(_named, self._news()))
        found = plates(told, self._scale, self.ink, room, "")
        self._plates = [plate for plate in found if is_whole(plate, self.ink)]

    def _news(self) -> Iterator[PlanItem]:
        """What is not as on any day."""
        for item in self._items():
            if item.sort is not ItemSort.ZONE or item.severity is not Severity.PLAIN:
                yield item

    def _show_picture(self, picture: Picture | None) -> None:
        if picture is self._shown:
            return
        self._shown = picture
        read = read_picture(picture.content, picture.media_type) if picture else None
        self._backdrop.set_picture(read)
        self._scale.set_shape(read.size if read else QSizeF())

    def paint(self, painter: QPainter) -> None:
        props = self._incident.plan
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint = PlanPainter(painter, self._scale, self.ink)
        if self._backdrop.paint(painter, self._scale.rect):
            paint.wash(self._scale.rect, strength=WASH)
        for item in self._items():
            if item.sort is ItemSort.ZONE:
                paint.zone(item)
        for points, stands in props.lines:
            paint.line(points, stands=stands)
        for item in self._items():
            if item.sort is not ItemSort.ZONE:
                paint.mark(item)
        for plate in reversed(self._plates):
            paint_plate(painter, self.ink, plate)


def _is_news(item: PlanItem) -> bool:
    """An entrance that is shut; an assembly point where people are counted."""
    if item.sort is ItemSort.ENTRANCE:
        return item.stands
    return item.sort is ItemSort.ASSEMBLY and bool(item.state)


def _named(item: PlanItem) -> PlanItem:
    """A zone by its name alone: its state is told by its pattern, and in the list of zones."""
    if item.sort is not ItemSort.ZONE:
        return item
    return msgspec.structs.replace(item, word="", state="", note="", fraction=None)
