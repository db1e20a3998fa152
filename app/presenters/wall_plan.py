"""The site plan on the wall: as the desk shows it, to be looked at only."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from PySide6.QtCore import QObject, Signal

from app.models.incident import Incident
from app.models.plan import Plan
from app.models.site import Site
from app.models.siteplan import DrawnPost, DrawnZone, SitePlan, site_plan
from app.presenters.pictures import Picture
from app.presenters.reader import QtReader
from app.presenters.siteplan import (
    PlanItem,
    SitePlanProps,
    assembly_item,
    entrance_item,
    post_item,
    zone_item,
)
from app.presenters.wall_naming import Naming
from app.station.reading import Reading
from app.store.bundled import example_picture


class WallPicture(QObject):
    """The picture that the site plan is drawn on, fetched where it is elsewhere."""

    come = Signal()
    """The bytes of the picture are here now."""

    def __init__(self, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._read: Picture | None = None
        self._leave = reading.subscribe_files(self._on_file)

    def close(self) -> None:
        self._leave()

    def now(self) -> Picture | None:
        """None while none is set, or it is not here yet."""
        named = self._reading.site.picture
        if not named.sha256:
            return None
        if self._read is None or self._read.sha256 != named.sha256:
            content = self._content(named.sha256)
            if content is None:
                return None
            self._read = Picture(sha256=named.sha256, media_type=named.media_type,
                                 name=named.name, content=content)  # fmt: skip
        return self._read

    def _content(self, sha256: str) -> bytes | None:
        fact, content = example_picture()
        if fact.sha256 == sha256:
            return content
        path = self._reading.path(sha256)
        if path is None:
            self._reading.want(sha256)
            return None
        try:
            return path.read_bytes()
        except OSError:  # gone in the meantime: as one that is not here
            return None

    def _on_file(self, sha256: str) -> None:
        missing = self._read is None or self._read.sha256 != sha256
        if missing and sha256 == self._reading.site.picture.sha256:
            self.come.emit()


def derive_plan(
    incident: Incident, plan: Plan | None, site: Site, picture: Picture | None, naming: Naming,
    reader: QtReader,
) -> SitePlanProps:  # fmt: skip
    """Without items where nothing is drawn."""
    drawn = site_plan(incident, plan, site)
    if not drawn.is_drawn:
        return SitePlanProps()
    return SitePlanProps(
        items=tuple(_discreet(item, naming) for item in _items(drawn, naming, reader)),
        lines=tuple((line.points, line.stands) for line in drawn.lines),
        picture=picture,
    )


def _items(drawn: SitePlan, naming: Naming, reader: QtReader) -> Iterator[PlanItem]:
    lined = {line.zone for line in drawn.lines if line.stands}
    for zone in drawn.zones:
        if zone.shape:
            yield zone_item(_unnamed_zone(zone, naming), reader, lined=zone.row.key in lined)
    for entrance in drawn.entrances:
        if entrance.point:
            yield entrance_item(entrance, entrance.point, reader)
    for assembly in drawn.assemblies:
        if assembly.point:
            yield assembly_item(assembly, assembly.point, reader)
    yield from (post_item(_unnamed_post(post, naming)) for post in drawn.posts)


def _unnamed_zone(zone: DrawnZone, naming: Naming) -> DrawnZone:
    row = msgspec.structs.replace(
        zone.row, confirmed_by=naming.somebody(zone.row.confirmed_by),
        guards=tuple(map(naming.somebody, zone.row.guards)),
    )  # fmt: skip
    return msgspec.structs.replace(zone, row=row)


def _unnamed_post(post: DrawnPost, naming: Naming) -> DrawnPost:
    row = msgspec.structs.replace(post.row, name=naming.somebody(post.row.name))
    return msgspec.structs.replace(post, row=row)


def _discreet(item: PlanItem, naming: Naming) -> PlanItem:
    said = naming.said
    return msgspec.structs.replace(
        item, word=said(item.word), state=said(item.state), note=said(item.note),
        detail="", step="", step_text="",
    )  # fmt: skip
