"""The picture that the site plan is drawn on: read, fetched where it is elsewhere, set anew."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias, TypeVar

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.models import facts as f
from app.models.command import Refusal
from app.models.decisions.drawn import too_big
from app.models.files import clean_name
from app.models.refusals import refuse
from app.models.site import Site
from app.presenters.bridge import Bridge
from app.station.changed import Done
from app.store.bundled import example_picture

_tr = QCoreApplication.translate

T = TypeVar("T")

MEDIA_TYPES = {
    ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"
}  # fmt: skip
"""By the end of a file's name."""

SVG = MEDIA_TYPES[".svg"]
"""What is read of it belongs to the thread that read it: alone among the pictures."""

IsReadable: TypeAlias = Callable[[bytes, str], bool]
"""(content, media type): whether it can be shown as a picture."""


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    sha256: str
    media_type: str
    name: str
    content: bytes


class Pictures(QObject):
    """The example's picture ships with the program; others come from where files are kept."""

    come = Signal()
    """The bytes of the picture are here now."""

    def __init__(
        self, bridge: Bridge, site: Callable[[], Site], parent: QObject | None = None
    ) -> None:
        """`site` is asked which picture is set."""
        super().__init__(parent)
        self._bridge, self._site = bridge, site
        self._read: Picture | None = None
        bridge.file_changed.connect(self._on_changed)

    def close(self) -> None:
        """Hear nothing more."""
        self._bridge.file_changed.disconnect(self._on_changed)

    def now(self) -> tuple[Picture | None, str]:
        """The picture that is set, or why it cannot be seen; neither if none is set."""
        named = self._site().picture
        if not named.sha256:
            return None, ""
        if self._read is None or self._read.sha256 != named.sha256:
            content = self._content(named.sha256)
            if content is None:
                said = _tr("SitePlan", "{name} is not here yet; the zones are in the list, too.")
                return None, said.format(name=named.name)
            self._read = Picture(
                sha256=named.sha256, media_type=named.media_type, name=named.name,
                content=content,
            )  # fmt: skip
        return self._read, ""

    def set_picture(self, path: Path, is_readable: IsReadable) -> None:
        """Keep a copy of the file, record that it is the picture, and share its bytes."""
        self._bridge.ask_for(self._set(path, is_readable))

    async def _set(self, path: Path, is_readable: IsReadable) -> Done | Refusal:
        station, name = self._bridge.station, clean_name(path.name)
        content = await self._checked(path, name, is_readable)
        if isinstance(content, Refusal):
            return content
        kept = await station.files.keep(content, name=name)
        if isinstance(kept, Refusal):
            return kept
        media_type = MEDIA_TYPES[path.suffix.lower()]
        answer = await station.do(
            None,
            f.SitePlanSet(sha256=kept.sha256, name=name, media_type=media_type, size=kept.size),
        )
        if isinstance(answer, Done):
            station.files.share(kept.sha256)
        return answer

    async def _checked(self, path: Path, name: str, is_readable: IsReadable) -> bytes | Refusal:
        media_type = MEDIA_TYPES.get(path.suffix.lower())
        if media_type is None:
            return refuse("picture_sort", name=name)
        try:
            refusal = too_big(name, (await asyncio.to_thread(path.stat)).st_size)
            content = b"" if refusal else await asyncio.to_thread(path.read_bytes)
        except OSError as error:
            return refuse("picture_unreadable", name=name, why=error.strerror or str(error))
        if refusal is not None:
            return refusal
        readable: bool = await self.read(is_readable, content, media_type)
        if readable:
            return content
        why = _tr("SitePlan", "it is damaged, or not what its name says")
        return refuse("picture_unreadable", name=name, why=why)

    async def read(self, read: Callable[[bytes, str], T], content: bytes, media_type: str) -> T:
        """What `read` makes of it; a photo of many pixels takes a while, and holds nothing up."""
        if media_type == SVG:
            return read(content, media_type)
        return await asyncio.to_thread(read, content, media_type)

    def _content(self, sha256: str) -> bytes | None:
        fact, content = example_picture()
        if fact.sha256 == sha256:
            return content
        path = self._bridge.station.files.path(sha256)
        if path is None:
            self._bridge.station.files.want(sha256)
            return None
        try:
            return path.read_bytes()
        except OSError:  # gone in the meantime: told like one that is not here
            return None

    def _on_changed(self, sha256: str) -> None:
        missing = self._read is None or self._read.sha256 != sha256
        if missing and sha256 == self._site().picture.sha256:
            self.come.emit()
