"""All that can be drawn on the site plan, or taken off it, and the fact that each becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import TypeAlias
from uuid import uuid4

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.facts import PlaceSort, Point
from app.models.plan import Plan
from app.models.site import Site, SitePlace, SiteZone
from app.models.text import Text
from app.models.zones import KnownZone, known_zones
from app.presenters.reader import QtReader

_tr = QCoreApplication.translate

Points: TypeAlias = tuple[Point, ...]
Parts: TypeAlias = tuple[tuple[str, Text], ...]


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed of something: its name if it is new, the names of its parts (floors)."""

    name: Text
    parts: tuple[str, ...] = ()


Make: TypeAlias = Callable[[Points, Given], f.KnownFact]
"""What is recorded: by its points, and by what was typed."""

PICTURE, NEW_POST = "picture:", "new:post/"


class Outline(Enum):
    """How something is drawn; the value is the fewest points."""

    NOTHING = 0
    """It is taken off the plan."""
    SPOT = 1
    LINE = 2
    SHAPE = 3


class Drawable(msgspec.Struct, frozen=True, kw_only=True):
    """`key` is that of its row in the list of zones, where it has one."""

    key: str
    words: str
    outline: Outline
    make: Make
    is_new: bool = False


def drawables(plan: Plan | None, site: Site, reader: QtReader) -> Iterator[Drawable]:
    """What is there first, then what could be new, then what can be taken off."""
    zones = known_zones(plan, site)
    yield from (_outline(key, zone, reader) for key, zone in zones.items())
    yield from _posts(zones, site)
    yield from (_anew(place, reader) for place in site.places.values()
                if place.sort is not PlaceSort.POST)  # fmt: skip
    yield from _new()
    yield from (_new_post(key, zone, reader) for key, zone in zones.items())
    yield from (_line(key, zone, reader) for key, zone in zones.items())
    yield _picture(_tr("Drawing", "The picture: SVG, PNG or JPEG…"))
    if site.picture.sha256:
        words = _tr("Drawing", "Take off the plan: {what}").format(what=site.picture.name)
        yield Drawable(
            key="off:picture", words=words, outline=Outline.NOTHING,
            make=lambda _points, _given: f.SitePlanSet(sha256=""),
        )  # fmt: skip
    yield from (_zone_off(zone, reader) for zone in site.zones.values() if zone.shape)
    yield from (_place_off(place, reader) for place in site.places.values())
    yield from (_zone_gone(zone, reader) for zone in site.zones.values())


def _outline(key: str, zone: KnownZone, reader: QtReader) -> Drawable:
    def make(points: Points, given: Given) -> f.KnownFact:
        parts = _parts(given.parts, zone.parts) or zone.parts
        return f.ZoneDefined(zone=key, name=zone.name, posts=zone.posts, parts=parts, shape=points)

    words = _tr("Drawing", "Outline of {zone}").format(zone=reader.text(zone.name))
    return Drawable(key=key, words=words, outline=Outline.SHAPE, make=make)


def _posts(zones: dict[str, KnownZone], site: Site) -> Iterator[Drawable]:
    named = dict.fromkeys(post for zone in zones.values() for post in zone.posts)
    named |= dict.fromkeys(site.places_of(PlaceSort.POST))
    for post in named:
        words = _tr("Drawing", "Post {post}").format(post=post)
        known = site.places.get(post)
        name = known.name if known else Text(en=post, zh=post)
        yield Drawable(
            key=f"post:{post}", words=words, outline=Outline.SPOT,
            make=_place(post, PlaceSort.POST, name, known.zone if known else ""),
        )  # fmt: skip


def _anew(place: SitePlace, reader: QtReader) -> Drawable:
    words = _tr("Drawing", "{place}: draw anew").format(place=reader.text(place.name))
    outline = Outline.LINE if place.sort is PlaceSort.LINE else Outline.SPOT
    return Drawable(
        key=f"{place.sort.value}:{place.key}", words=words, outline=outline,
        make=_place(place.key, place.sort, place.name, place.zone),
    )  # fmt: skip


def _new() -> Iterator[Drawable]:
    """With keys that no other station comes upon at the same time."""
    key = uuid4().hex[:12]
    yield Drawable(
        key="new:zone",
        words=_tr("Drawing", "A new zone"),
        outline=Outline.SHAPE,
        is_new=True,
        make=lambda points, given: f.ZoneDefined(
            zone=f"zone-{key}", name=given.name, parts=_parts(given.parts), shape=points
        ),
    )
    for sort, words in (
        (PlaceSort.ENTRANCE, _tr("Drawing", "A new entrance")),
        (PlaceSort.ASSEMBLY, _tr("Drawing", "A new assembly point")),
    ):
        yield Drawable(
            key=f"new:{sort.value}", words=words, outline=Outline.SPOT, is_new=True,
            make=_place(f"{sort.value}-{key}", sort),
        )  # fmt: skip


def _parts(names: tuple[str, ...], known: Parts = ()) -> Parts:
    """Those known by such a name stay what they are."""
    held = {word: (key, name) for key, name in known for word in (name.zh, name.en)}
    return tuple(
        held.get(name) or (f"part-{uuid4().hex[:12]}", Text(en=name, zh=name)) for name in names
    )


def _new_post(zone: str, known: KnownZone, reader: QtReader) -> Drawable:
    """Posts are called by their keys: it is known by the name that it gets."""
    words = _tr("Drawing", "A new post of {zone}").format(zone=reader.text(known.name))
    return Drawable(
        key=f"{NEW_POST}{zone}", words=words, outline=Outline.SPOT, is_new=True,
        make=lambda points, given: f.PlaceDefined(
            place=given.name.en, sort=PlaceSort.POST, name=given.name, points=points, zone=zone
        ),
    )  # fmt: skip


def _line(zone: str, known: KnownZone, reader: QtReader) -> Drawable:
    words = _tr("Drawing", "A new cordon line of {zone}").format(zone=reader.text(known.name))
    return Drawable(
        key=f"new:line/{zone}", words=words, outline=Outline.LINE,
        make=_place(f"line-{uuid4().hex[:12]}", PlaceSort.LINE, known.name, zone),
    )  # fmt: skip


def _picture(words: str) -> Drawable:
    """A file is chosen for it, and nothing drawn."""
    return Drawable(
        key=PICTURE, words=words, outline=Outline.NOTHING,
        make=lambda _points, _given: f.SitePlanSet(sha256=""),
    )  # fmt: skip


def _zone_off(zone: SiteZone, reader: QtReader) -> Drawable:
    words = _tr("Drawing", "Take off the plan: {what}").format(what=reader.text(zone.name))
    fact = f.ZoneDefined(zone=zone.key, name=zone.name, posts=zone.posts, parts=zone.parts)
    return Drawable(
        key=f"off:zone/{zone.key}", words=words, outline=Outline.NOTHING,
        make=lambda _points, _given: fact,
    )  # fmt: skip


def _zone_gone(zone: SiteZone, reader: QtReader) -> Drawable:
    words = _tr("Drawing", "Remove from this site: {zone}").format(zone=reader.text(zone.name))
    fact = f.ZoneDefined(
        zone=zone.key, name=zone.name, posts=zone.posts, parts=zone.parts, active=False
    )
    return Drawable(
        key=f"gone:zone/{zone.key}", words=words, outline=Outline.NOTHING,
        make=lambda _points, _given: fact,
    )  # fmt: skip


def _place_off(place: SitePlace, reader: QtReader) -> Drawable:
    words = _tr("Drawing", "Take off the plan: {what}").format(what=reader.text(place.name))
    fact = f.PlaceDefined(
        place=place.key, sort=place.sort, name=place.name, zone=place.zone, active=False
    )
    return Drawable(
        key=f"off:place/{place.key}", words=words, outline=Outline.NOTHING,
        make=lambda _points, _given: fact,
    )  # fmt: skip


def _place(key: str, sort: PlaceSort, known: Text | None = None, zone: str = "") -> Make:
    return lambda points, given: f.PlaceDefined(
        place=key, sort=sort, name=known or given.name, points=points, zone=zone
    )
