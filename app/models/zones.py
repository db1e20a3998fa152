"""Zones and posts as a list: what is cordoned, what is cleared, who stands where."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.models.incident import Incident
from app.models.plan import Plan
from app.models.site import Site
from app.models.text import Text
from app.models.zone_states import Evacuation


class ZoneRow(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    name: Text
    cordoned_at: datetime | None
    evacuation: Evacuation
    evacuation_at: datetime | None
    expected: int | None
    confirmed_by: str
    posts: tuple[PostRow, ...]

    @property
    def in_hand(self) -> bool:
        return self.cordoned_at is not None or self.evacuation is not Evacuation.CLEAR


class PostRow(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    name: str
    since: datetime | None


def zones(incident: Incident, plan: Plan | None, site: Site) -> list[ZoneRow]:
    """All zones of the plan and the site, those in hand first, in the site's order."""
    known: dict[str, tuple[Text, tuple[str, ...]]] = {}
    for zone in plan.zones if plan else ():
        known[zone.key] = (zone.name, zone.posts)
    for key, zone_of_site in site.zones.items():
        known[key] = (zone_of_site.name, zone_of_site.posts)
    for key in incident.zones:
        known.setdefault(key, (Text(en=key, zh=key), ()))
    rows = [_row(incident, key, name, posts) for key, (name, posts) in known.items()]
    return sorted(rows, key=lambda row: not row.in_hand)


def _row(incident: Incident, key: str, name: Text, posts: tuple[str, ...]) -> ZoneRow:
    value = incident.zone(key)
    return ZoneRow(
        key=key, name=name, cordoned_at=value.cordoned_at, evacuation=value.evacuation,
        evacuation_at=value.evacuation_at, expected=value.expected,
        confirmed_by=value.confirmed_by,
        posts=tuple(_post(incident, post) for post in posts),
    )  # fmt: skip


def _post(incident: Incident, key: str) -> PostRow:
    post = incident.post(key)
    return PostRow(key=key, name=post.name, since=post.since)
