"""Site files: the people, zones and places of a site, as the example ships them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from app.models import facts as f
from app.models.facts.site import FAR_END
from app.models.keycheck import doubled, undefined
from app.models.problem import Finding, Reading, say
from app.models.text import QT_TRANSLATE_NOOP, Text
from app.models.yamlread import read_document
from app.models.yamlscalar import Phone


class SitePerson(msgspec.Struct, frozen=True, kw_only=True):
    """A member of staff. `group` and `roles` are keys of the plans that the site uses."""

    key: str
    name: Text
    group: str
    roles: tuple[str, ...]
    badge: str = ""
    phone: Phone = ""
    on_duty: bool = False


class SiteFilePart(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    name: Text


class SiteFileZone(msgspec.Struct, frozen=True, kw_only=True):
    """`parts` and `shape` as in `facts.ZoneDefined`."""

    key: str
    name: Text
    posts: tuple[str, ...] = ()
    parts: tuple[SiteFilePart, ...] = ()
    shape: tuple[f.Point, ...] = ()


class SiteFilePlace(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    sort: f.PlaceSort
    name: Text
    points: tuple[f.Point, ...]
    zone: str = ""


class SiteFileService(msgspec.Struct, frozen=True, kw_only=True):
    """`key` is as in the plans, `number` what is dialled here."""

    key: str
    number: Phone
    name: Text


class SiteFile(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    name: Text
    people: tuple[SitePerson, ...]
    zones: tuple[SiteFileZone, ...]
    places: tuple[SiteFilePlace, ...] = ()
    services: tuple[SiteFileService, ...] = ()
    address: Text = Text("", "")
    phone: str = ""
    """What services call back."""

    def person(self, key: str) -> SitePerson | None:
        return next((person for person in self.people if person.key == key), None)

    def posts(self) -> tuple[str, ...]:
        return tuple(post for zone in self.zones for post in zone.posts)

    def places_of(self, sort: f.PlaceSort) -> tuple[str, ...]:
        return tuple(place.key for place in self.places if place.sort is sort)


def read_site(text: str, *, file: str) -> Reading[SiteFile]:
    return read_document(text, SiteFile, _check, file=file)


def site_facts(site: SiteFile, language: str) -> tuple[f.KnownFact, ...]:
    """The entries that set such a site up, people by their names in one language."""
    people = tuple(
        f.PersonSet(
            person=person.key, name=person.name.in_language(language), group=person.group,
            roles=person.roles, badge=person.badge, phone=person.phone,
        )
        for person in site.people
    )  # fmt: skip
    duty = tuple(f.DutyStarted(person=person.key) for person in site.people if person.on_duty)
    return (
        *people, *duty, *map(_zone, site.zones), *map(_place, site.places),
        *map(_service, site.services),
        *_described(site),
    )  # fmt: skip


def _described(site: SiteFile) -> tuple[f.SiteDescribed, ...]:
    if not site.address.en:
        return ()
    return (f.SiteDescribed(name=site.name, address=site.address, phone=site.phone),)


def _zone(zone: SiteFileZone) -> f.ZoneDefined:
    parts = tuple((part.key, part.name) for part in zone.parts)
    return f.ZoneDefined(
        zone=zone.key, name=zone.name, posts=zone.posts, parts=parts, shape=zone.shape
    )


def _place(place: SiteFilePlace) -> f.PlaceDefined:
    return f.PlaceDefined(
        place=place.key, sort=place.sort, name=place.name, points=place.points, zone=place.zone
    )


def _service(service: SiteFileService) -> f.ServiceDefined:
    return f.ServiceDefined(service=service.key, number=service.number, name=service.name)


def _check(site: SiteFile) -> Iterator[Finding]:
    yield from doubled("people", (person.key for person in site.people), "key")
    yield from doubled("people", (person.badge for person in site.people), "badge")
    yield from doubled("zones", (zone.key for zone in site.zones), "key")
    yield from doubled("places", (place.key for place in site.places), "key")
    yield from doubled("services", (service.key for service in site.services), "key")
    zones = [zone.key for zone in site.zones]
    for number, zone in enumerate(site.zones, 1):
        yield from doubled(f"zones[{number}].parts", (part.key for part in zone.parts), "key")
        yield from _points(f"zones[{number}].shape", zone.shape, least=3)
    for number, place in enumerate(site.places, 1):
        is_line = place.sort is f.PlaceSort.LINE
        yield from _points(f"places[{number}].points", place.points, least=2 if is_line else 1)
        if place.zone or is_line:
            yield from undefined(f"places[{number}].zone", place.zone, zones, ("zones",))


def _points(field: str, points: tuple[f.Point, ...], *, least: int) -> Iterator[Finding]:
    if points and len(points) < least:
        words = QT_TRANSLATE_NOOP("PlanFile", "at least {least} points are needed; here: {size}")
        yield Finding(field=field, message=say(words, size=len(points), least=least))
    if any(len([*point]) != 2 or max(point) > FAR_END for point in points):
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "a point is [across, down], each from 0 to {most} of the picture"
        )
        yield Finding(field=field, message=say(words, most=FAR_END))
