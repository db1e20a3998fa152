"""Where the points of a site plan are on the screen: fitted, zoomed, moved."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPolygonF

from app.models.facts import Point
from app.models.facts.site import FAR_END

_KEEP = Qt.AspectRatioMode.KeepAspectRatio
MOST = 8.0
PLAIN_SHAPE = QSizeF(2, 1)
"""Of a plan without a picture."""


class PlanScale:
    def __init__(self) -> None:
        self._room = QRectF()
        self._shape = PLAIN_SHAPE
        self._zoom = 1.0
        self._centre = QPointF(0.5, 0.5)
        """Of the room, as parts of the plan's width and height."""

    def set_room(self, room: QRectF) -> None:
        self._room = room
        self._keep_inside()

    def set_shape(self, shape: QSizeF) -> None:
        self._shape = PLAIN_SHAPE if shape.isEmpty() else shape

    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def rect(self) -> QRectF:
        """Where the whole plan is; larger than the room when zoomed."""
        size = self._shape.scaled(self._room.size(), _KEEP) * self._zoom
        left = self._room.center().x() - self._centre.x() * size.width()
        top = self._room.center().y() - self._centre.y() * size.height()
        return QRectF(QPointF(left, top), size)

    def fit(self) -> None:
        self._zoom, self._centre = 1.0, QPointF(0.5, 0.5)

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """What is at `about` stays there."""
        about = about or self._room.center()
        held = self._part_at(about)
        self._zoom = min(max(self._zoom * factor, 1.0), MOST)
        rect = self.rect
        there = QPointF(
            rect.left() + held.x() * rect.width(), rect.top() + held.y() * rect.height()
        )
        self.move_by(about - there)

    def move_by(self, way: QPointF) -> None:
        size = self.rect.size()
        self._centre -= QPointF(way.x() / size.width(), way.y() / size.height())
        self._keep_inside()

    def show_point(self, point: Point) -> None:
        """Move no more than it takes to have it in view."""
        at, room = self.at(point), self._room.adjusted(60, 60, -60, -60)
        way = QPointF(
            min(max(at.x(), room.left()), room.right()) - at.x(),
            min(max(at.y(), room.top()), room.bottom()) - at.y(),
        )
        if self._zoom > 1 and not way.isNull():
            self.move_by(way)

    def at(self, point: Point) -> QPointF:
        rect = self.rect
        x, y = point
        return QPointF(
            rect.left() + x * rect.width() / FAR_END, rect.top() + y * rect.height() / FAR_END
        )

    def polygon(self, points: tuple[Point, ...]) -> QPolygonF:
        rect = self.rect
        left, top, wide, high = rect.left(), rect.top(), rect.width(), rect.height()
        return QPolygonF(
            [QPointF(left + x * wide / FAR_END, top + y * high / FAR_END) for x, y in points]
        )

    def point(self, at: QPointF) -> Point:
        part = self._part_at(at)
        return round(part.x() * FAR_END), round(part.y() * FAR_END)

    def _part_at(self, at: QPointF) -> QPointF:
        rect = self.rect
        if rect.isEmpty():
            return QPointF(0.5, 0.5)
        return QPointF((at.x() - rect.left()) / rect.width(), (at.y() - rect.top()) / rect.height())

    def _keep_inside(self) -> None:
        """The plan fills the room where it can, and stands in its middle where it cannot."""
        size = self.rect.size()
        for wide, room, get, put in (
            (size.width(), self._room.width(), self._centre.x, self._centre.setX),
            (size.height(), self._room.height(), self._centre.y, self._centre.setY),
        ):
            margin = room / 2 / wide if wide else 0.5
            put(0.5 if margin >= 0.5 else min(max(get(), margin), 1 - margin))
