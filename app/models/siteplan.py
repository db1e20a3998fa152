"""The site plan: what is drawn on it, and in what state each of it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from app.models.accounted import evacuated_since
from app.models.call_outs import CallOut, CallOutState
from app.models.facts import PlaceSort, Point
from app.models.incident import Incident
from app.models.plan import Plan
from app.models.roster import role_of
from app.models.site import Site, SitePlace
from app.models.text import Text
from app.models.zones import PostRow, ZoneRow, post_row, zones


class DrawnZone(msgspec.Struct, frozen=True, kw_only=True):
    """Without a shape the zone is known, but not drawn."""

    row: ZoneRow
    shape: tuple[Point, ...]


class DrawnLine(msgspec.Struct, frozen=True, kw_only=True):
    """`stands`: the zone is cordoned now, along this line."""

    key: str
    zone: str
    points: tuple[Point, ...]
    stands: bool


class DrawnPost(msgspec.Struct, frozen=True, kw_only=True):
    """`zone` is the one it belongs to, if any."""

    row: PostRow
    name: Text
    zone: str
    point: Point


class Entrance(msgspec.Struct, frozen=True, kw_only=True):
    """`said` is when somebody said that it is open or shut; None: as on any day."""

    key: str
    name: Text
    open: bool
    said: datetime | None
    point: Point | None


class Assembly(msgspec.Struct, frozen=True, kw_only=True):
    """`expected` adds up what is expected out of the zones that gather here; None: unknown."""

    key: str
    name: Text
    count: int | None
    expected: int | None
    point: Point | None


class SitePlan(msgspec.Struct, frozen=True, kw_only=True):
    zones: tuple[DrawnZone, ...]
    lines: tuple[DrawnLine, ...]
    posts: tuple[DrawnPost, ...]
    entrances: tuple[Entrance, ...]
    assemblies: tuple[Assembly, ...]
    unaccounted: tuple[Text, ...] | None
    """Names of the staff here who have not answered since an evacuation began; None: none has."""

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to see on it but the picture."""
        points = [place.point for place in self.entrances]
        points += [place.point for place in self.assemblies]
        return bool(self.posts or any(points) or any(zone.shape for zone in self.zones))


def site_plan(incident: Incident, plan: Plan | None, site: Site) -> SitePlan:
    rows = zones(incident, plan, site)
    shapes = {key: zone.shape for key, zone in site.zones.items()}
    return SitePlan(
        zones=tuple(DrawnZone(row=row, shape=shapes.get(row.key, ())) for row in rows),
        lines=tuple(_lines(incident, site)),
        posts=tuple(_posts(incident, site, rows)),
        entrances=entrances(incident, site),
        assemblies=assemblies(incident, site),
        unaccounted=staff_unaccounted(incident, plan),
    )


def at_place(place: str, named: Iterable[tuple[str, Text]]) -> str:
    """The key of what is called as the place of an incident is, or is named in it first; "" for
    none. Of two that are named at the same spot it is the longer name."""
    typed = place.strip().casefold()
    found = []
    for key, text in named:
        for name in {text.en.strip().casefold(), text.zh.strip().casefold()} - {""}:
            if name in typed:
                found.append((name != typed, typed.index(name), -len(name), key))
            elif typed and typed in name:
                found.append((True, len(typed), len(name), key))
    return min(found)[-1] if found else ""


def staff_unaccounted(incident: Incident, plan: Plan | None) -> tuple[Text, ...] | None:
    """In order; the nameless are called by their role."""
    since = evacuated_since(incident.zones.values())
    if since is None:
        return None
    missing = [
        Text(en=each.name, zh=each.name) if each.name else role_of(plan, each.role)
        for who, each in incident.call_outs.items()
        if each.state is CallOutState.ARRIVED and not _heard_since(incident, who, each, since)
    ]
    return tuple(sorted(missing, key=lambda name: (name.en, name.zh)))


def _heard_since(incident: Incident, who: str, call_out: CallOut, since: datetime) -> bool:
    """Who has come since then was counted in by that."""
    heard = (incident.answer(who).answered_at, call_out.arrived_at)
    return any(moment is not None and moment >= since for moment in heard)


def entrances(incident: Incident, site: Site) -> tuple[Entrance, ...]:
    found = []
    for key, place in site.places_of(PlaceSort.ENTRANCE).items():
        value = incident.entrance(key)
        found.append(
            Entrance(
                key=key,
                name=place.name,
                open=value.open is not False,
                said=value.since,
                point=_point(place),
            )
        )
    return tuple(found)


def assemblies(incident: Incident, site: Site) -> tuple[Assembly, ...]:
    places = site.places_of(PlaceSort.ASSEMBLY)
    elsewhere = {place.zone for place in places.values() if place.zone}
    return tuple(
        Assembly(
            key=key,
            name=place.name,
            count=incident.assembly(key).count,
            expected=_expected(incident, place, elsewhere),
            point=_point(place),
        )
        for key, place in places.items()
    )


def _expected(incident: Incident, place: SitePlace, elsewhere: set[str]) -> int | None:
    """Where no zone is named, all gather whose zone names no point of its own."""
    found = [
        zone.expected
        for key, zone in incident.zones.items()
        if zone.expected is not None and (key == place.zone if place.zone else key not in elsewhere)
    ]
    return sum(found) if found else None


def _lines(incident: Incident, site: Site) -> Iterator[DrawnLine]:
    """A zone cordoned along one of its lines stands there; said without a line, along all."""
    for key, place in site.places_of(PlaceSort.LINE).items():
        if place.points:
            zone = incident.zone(place.zone)
            stands = zone.cordoned_at is not None and zone.line in ("", key)
            yield DrawnLine(key=key, zone=place.zone, points=place.points, stands=stands)


def _posts(incident: Incident, site: Site, rows: list[ZoneRow]) -> Iterator[DrawnPost]:
    zone_of = {post.key: row.key for row in rows for post in row.posts}
    for key, place in site.places_of(PlaceSort.POST).items():
        point = _point(place)
        if point is not None:
            zone = place.zone or zone_of.get(key, "")
            yield DrawnPost(row=post_row(incident, key), name=place.name, zone=zone, point=point)


def _point(place: SitePlace) -> Point | None:
    return place.points[0] if place.points else None
