"""What is pasted or dropped: files by their paths, or a picture without a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

MOST_AT_ONCE = 50
"""Files taken at once; more were hardly meant."""


def has_files(mime: QMimeData) -> bool:
    """Whether it is something to attach. Office programs add a picture to the text that is copied:
    then it is text."""
    return bool(paths_of(mime)) or is_picture(mime)


def paths_of(mime: QMimeData) -> tuple[Path, ...]:
    local = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    return tuple(Path(path) for path in local[:MOST_AT_ONCE] if path)


def is_picture(mime: QMimeData) -> bool:
    return mime.hasImage() and not mime.hasText() and not mime.hasUrls()


def picture_of(mime: QMimeData) -> QImage:
    found = mime.imageData()
    return found if isinstance(found, QImage) else QImage()


def as_png(picture: QImage) -> bytes:
    """Without loss; takes a while, so in a thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want the format as bytes
    return bytes(buffer.data().data())
