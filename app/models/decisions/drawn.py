"""What is drawn on the site plan: zones with their parts, places, the picture below them."""

from __future__ import annotations

import re
from typing import assert_never

from app.models import facts as f
from app.models.command import Refusal
from app.models.decisions.case import missing
from app.models.facts.site import FAR_END
from app.models.files import MOST_BYTES
from app.models.refusals import refuse
from app.models.site import Site
from app.models.text import Text

MOST_POINTS = 200
PICTURES = ("image/svg+xml", "image/png", "image/jpeg")

_SHA256 = re.compile(r"[0-9a-f]{64}")


def decide_drawn(
    site: Site, fact: f.ZoneDefined | f.PlaceDefined | f.SitePlanSet
) -> list[f.KnownFact] | Refusal:
    match fact:
        case f.ZoneDefined():
            refusal = _unfit_zone(fact)
        case f.PlaceDefined():
            refusal = _unfit_place(fact)
        case f.SitePlanSet():
            refusal = _unfit_picture(site, fact)
        case _:
            assert_never(fact)
    return refusal or [fact]


def _unfit_zone(fact: f.ZoneDefined) -> Refusal | None:
    keys = [key for key, _ in fact.parts]
    doubled = next((key for key in keys if keys.count(key) > 1), None)
    if doubled:
        return refuse("parts_doubled", name=fact.name, part=doubled)
    return (
        missing(zone=fact.zone, name=fact.name.en)
        or next((missing(part=key, name=name.en) for key, name in fact.parts), None)
        or _unfit_points(fact.shape, fact.name, least=3)
    )


def _unfit_place(fact: f.PlaceDefined) -> Refusal | None:
    is_line = fact.sort is f.PlaceSort.LINE
    if is_line and not fact.zone.strip():
        return refuse("line_without_zone", name=fact.name)
    most = MOST_POINTS if is_line else 1
    return missing(place=fact.place, name=fact.name.en) or _unfit_points(
        fact.points, fact.name, least=2 if is_line else 1, most=most
    )


def _unfit_points(
    points: tuple[f.Point, ...], name: Text, *, least: int, most: int = MOST_POINTS
) -> Refusal | None:
    """None at all is well: then it is known, but not drawn."""
    if points and len(points) < least:
        return refuse("too_few_points", name=name, least=least, count=len(points))
    if len(points) > most:
        return refuse("too_many_points", name=name, most=most, count=len(points))
    inside = all(0 <= along <= FAR_END for point in points for along in point)
    return None if inside else refuse("off_the_plan", name=name)


def _unfit_picture(site: Site, fact: f.SitePlanSet) -> Refusal | None:
    if fact.sha256 == site.picture.sha256:
        return refuse("unchanged")
    if not fact.sha256:
        return None
    if fact.media_type not in PICTURES or not _SHA256.fullmatch(fact.sha256):
        return refuse("picture_sort", name=fact.name)
    return too_big(fact.name, fact.size)


def too_big(name: str, size: int) -> Refusal | None:
    """A picture of so many bytes is not kept."""
    if size <= MOST_BYTES:
        return None
    return refuse(
        "picture_too_big", name=name, size=size // 1024 // 1024 + 1, most=MOST_BYTES >> 20
    )
