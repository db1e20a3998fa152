"""The picture below a site plan: SVG, PNG or JPEG, painted at any size."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF, QXmlStreamReader
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

SVG = "image/svg+xml"
LARGEST_SIDE = 8000
"""Pixels; a larger picture is taken in smaller, which a site plan survives."""


class PlanPicture:
    """Made by `read_picture`."""

    def __init__(self, content: QSvgRenderer | QImage) -> None:
        self._content = content

    @property
    def size(self) -> QSizeF:
        if isinstance(self._content, QImage):
            return QSizeF(self._content.size())
        return self._content.viewBoxF().size()

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        if isinstance(self._content, QImage):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(rect, self._content)
        else:
            self._content.render(painter, rect)


def read_picture(content: bytes, media_type: str) -> PlanPicture | None:
    """None if it cannot be read as what it is said to be."""
    return _read_svg(content) if media_type == SVG else _read_image(content)


def _read_svg(content: bytes) -> PlanPicture | None:
    if not _is_svg(content):
        return None
    renderer = QSvgRenderer(QByteArray(content))
    if not renderer.isValid() or renderer.viewBoxF().isEmpty():
        return None
    return PlanPicture(renderer)


def _is_svg(content: bytes) -> bool:
    """Whole XML with the right root: Qt's own reader would also shout about what is not."""
    buffer = _buffer(content)
    return _root(buffer) == "svg"


def _root(buffer: QBuffer) -> str:
    """The name of the outermost element; "" if it is not whole XML."""
    reader, root = QXmlStreamReader(buffer), ""
    while not reader.atEnd():
        reader.readNext()
        if reader.isStartElement() and not root:
            root = str(reader.name())
    return "" if reader.hasError() else root


def _read_image(content: bytes) -> PlanPicture | None:
    buffer = _buffer(content)
    image = _image(buffer)
    return None if image.isNull() else PlanPicture(image)


def _image(buffer: QBuffer) -> QImage:
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    longest = max(size.width(), size.height())
    if longest > LARGEST_SIDE:
        reader.setScaledSize(size * (LARGEST_SIDE / longest))
    return reader.read()


def _buffer(content: bytes) -> QBuffer:
    """To be held until its reader is gone: that does not hold it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer
