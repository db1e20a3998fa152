"""Zones as a list: what is cordoned, what is cleared part by part, who stands where."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import msgspec

from app.models.facts import PlaceSort
from app.models.incident import Incident
from app.models.plan import Plan
from app.models.site import Site
from app.models.text import Text, Word
from app.models.zone_states import Evacuation, ZoneValue


class KnownZone(msgspec.Struct, frozen=True, kw_only=True):
    """What the site, or else the plan, says of a zone."""

    name: Text
    posts: tuple[str, ...] = ()
    parts: tuple[tuple[str, Text], ...] = ()


class PartRow(msgspec.Struct, frozen=True, kw_only=True):
    """A floor or section; `confirmed_at` is None until somebody has looked through it."""

    key: str
    name: Text
    confirmed_by: str
    confirmed_at: datetime | None


class PostRow(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    name: str
    since: datetime | None


class ZoneRow(msgspec.Struct, frozen=True, kw_only=True):
    """`line` is where its cordon runs, `guards` the names of those who stand on it."""

    key: str
    name: Text
    cordoned_at: datetime | None
    line: Word
    guards: tuple[str, ...]
    lifted_at: datetime | None
    evacuation: Evacuation
    evacuation_at: datetime | None
    expected: int | None
    out: int | None
    confirmed_by: str
    posts: tuple[PostRow, ...]
    parts: tuple[PartRow, ...]

    @property
    def in_hand(self) -> bool:
        return self.cordoned_at is not None or self.evacuation is not Evacuation.CLEAR

    @property
    def unconfirmed(self) -> tuple[PartRow, ...]:
        """The parts that nobody has looked through yet, in order."""
        return tuple(part for part in self.parts if part.confirmed_at is None)


def known_zones(plan: Plan | None, site: Site) -> dict[str, KnownZone]:
    """Those of the plan, then of the site; the site's own goes before the plan's of that key."""
    known = {}
    for zone in plan.zones if plan else ():
        parts = tuple((part.key, part.name) for part in zone.parts)
        known[zone.key] = KnownZone(name=zone.name, posts=zone.posts, parts=parts)
    for key, ours in site.zones.items():
        known[key] = KnownZone(name=ours.name, posts=ours.posts, parts=ours.parts)
    return known


def known_zone(plan: Plan | None, site: Site, key: str) -> KnownZone:
    """Called by its key where nobody ever knew it."""
    return known_zones(plan, site).get(key) or KnownZone(name=site.zone_name(key))


def place_words(plan: Plan | None, site: Site, place: str) -> Text:
    """The place of an incident in both languages, where what was typed is the name of a zone."""
    names = (zone.name for zone in known_zones(plan, site).values())
    typed = place.strip()
    return next((name for name in names if typed in (name.en, name.zh)), Text(en=place, zh=place))


def zones(incident: Incident, plan: Plan | None, site: Site) -> list[ZoneRow]:
    """All zones of the plan and the site, those in hand first, in the site's order."""
    known = known_zones(plan, site)
    for key in incident.zones:
        known.setdefault(key, KnownZone(name=site.zone_name(key)))
    rows = [_row(incident, site, key, zone) for key, zone in known.items()]
    return sorted(rows, key=lambda row: not row.in_hand)


def _row(incident: Incident, site: Site, key: str, known: KnownZone) -> ZoneRow:
    value = incident.zone(key)
    return ZoneRow(
        key=key, name=known.name,
        cordoned_at=value.cordoned_at, lifted_at=value.lifted_at,
        line=site.place_name(value.line),
        guards=tuple(_guards(incident, site, value)),
        evacuation=value.evacuation, evacuation_at=value.evacuation_at,
        expected=value.expected, out=value.out, confirmed_by=value.confirmed_by,
        posts=tuple(post_row(incident, post) for post in _posts(site, key, known)),
        parts=tuple(_part(value, part, name) for part, name in known.parts),
    )  # fmt: skip


def _posts(site: Site, key: str, known: KnownZone) -> Iterator[str]:
    """Those that it is known to have, then those drawn for it."""
    drawn = (place.key for place in site.places_of(PlaceSort.POST).values() if place.zone == key)
    yield from dict.fromkeys((*known.posts, *drawn))


def post_row(incident: Incident, key: str) -> PostRow:
    post = incident.post(key)
    return PostRow(key=key, name=post.name, since=post.since)


def _part(value: ZoneValue, key: str, name: Text) -> PartRow:
    seen = value.looked_through(key)
    return PartRow(
        key=key, name=name, confirmed_by=seen.by if seen else "",
        confirmed_at=seen.at if seen else None,
    )  # fmt: skip


def _guards(incident: Incident, site: Site, value: ZoneValue) -> Iterator[str]:
    """Who was stood down since stands there no more."""
    for who in value.guards:
        call_out, person = incident.call_out(who), site.person(who)
        if not call_out.state.has_ended:
            yield call_out.name or (person.name if person else who)
