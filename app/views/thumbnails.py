"""Small pictures of photos: made in a thread, kept while they are shown, drawn in a frame."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap

from app.presenters.photos import Photos
from app.views.look import Look
from app.views.parts import painting

SIDE: Final = 320
"""Pixels of the longer side."""

_MOST_KEPT = 100
_FORMATS = ("jpeg", "png", "gif", "bmp", "webp", "tiff")
"""By content, whatever the name says; not SVG, which can load and draw without end."""

_MOST_PIXELS = 64_000_000
_MOST_PIXELS_OF_JPEG = 300_000_000
"""A small file may claim to be a huge picture. A JPEG is made smaller while it is read."""

_SORT_TEXT = 12


class Thumbnails(QObject):
    made = Signal(str)
    """The fingerprint of one that can be drawn now."""

    def __init__(self, photos: Photos) -> None:
        super().__init__()
        self._photos = photos
        self._made: dict[str, QPixmap] = {}
        self._making: set[str] = set()
        photos.arrived.connect(self.made)

    def get(self, sha256: str) -> QPixmap | None:
        """None while it is made or fetched; an empty one where it cannot be made."""
        if sha256 in self._made:
            return self._made[sha256]
        path = self._photos.path(sha256)
        if path and sha256 not in self._making:
            self._making.add(sha256)
            self._photos.read(path, read_thumbnail, lambda image: self._keep(sha256, image))
        return self._made.get(sha256)

    def _keep(self, sha256: str, image: QImage) -> None:
        if len(self._made) >= _MOST_KEPT:
            del self._made[next(iter(self._made))]
        self._making.discard(sha256)
        self._made[sha256] = QPixmap.fromImage(image)
        self.made.emit(sha256)


def read_thumbnail(path: Path, side: int = SIDE) -> QImage:
    """Upright, as the camera says; an empty image if it cannot or should not be read."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    kind, size = reader.format().toStdString(), reader.size()
    most = _MOST_PIXELS_OF_JPEG if kind == "jpeg" else _MOST_PIXELS
    if kind not in _FORMATS or not 0 < size.width() * size.height() <= most:
        return QImage()
    if max(size.width(), size.height()) > side:
        small = size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(small.expandedTo(QSize(1, 1)))
    return reader.read()


def draw_thumbnail(
    painter: QPainter, look: Look, rect: QRect, picture: QPixmap | None, sort: str
) -> None:
    """The picture in a frame, as large as it fits; else a leaf of paper with what sort it is."""
    with painting.saved(painter):
        if picture is None or picture.isNull():
            _draw_leaf(painter, look, rect, sort)
            return
        size = picture.size().scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
        spot = QRect(rect.topLeft(), size)
        spot.moveCenter(rect.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(spot, picture)
        painter.setPen(look.colour(look.theme.strong_edge))
        painter.drawRect(spot.adjusted(0, 0, -1, -1))


def _draw_leaf(painter: QPainter, look: Look, rect: QRect, sort: str) -> None:
    wide = min(rect.width(), rect.height() * 4 // 5)
    leaf = QRect(0, 0, wide, rect.height())
    leaf.moveCenter(rect.center())
    corner, px = wide // 4, look.px
    painter.setPen(look.colour(look.theme.strong_edge))
    painter.setBrush(look.colour(look.theme.field))
    painter.drawRect(leaf.adjusted(0, 0, -1, -1))
    fold = QRect(leaf.right() - corner, leaf.top(), corner, corner)
    painter.fillRect(fold.adjusted(1, 0, 1, 0), look.colour(look.theme.panel))
    painter.drawLine(fold.topLeft(), fold.bottomRight())
    painter.drawLine(fold.topLeft(), fold.bottomLeft())
    painter.drawLine(fold.bottomLeft(), fold.bottomRight())
    painter.setPen(look.colour(look.theme.quiet))
    words = leaf.adjusted(px(1), corner, -px(1), 0)
    painting.draw_text(painter, words, sort, look.font(_SORT_TEXT, bold=True), painting.CENTRE)
