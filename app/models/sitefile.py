"""Site files: the people, zones and posts of a site, as the example ships them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from app.models import facts as f
from app.models.keycheck import doubled
from app.models.problem import Finding, Reading
from app.models.text import Text
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


class SiteFileZone(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    name: Text
    posts: tuple[str, ...] = ()


class SiteFile(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    name: Text
    people: tuple[SitePerson, ...]
    zones: tuple[SiteFileZone, ...]

    def person(self, key: str) -> SitePerson | None:
        return next((person for person in self.people if person.key == key), None)

    def posts(self) -> tuple[str, ...]:
        return tuple(post for zone in self.zones for post in zone.posts)


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
    zones = tuple(
        f.ZoneDefined(zone=zone.key, name=zone.name, posts=zone.posts) for zone in site.zones
    )
    return (*people, *duty, *zones)


def _check(site: SiteFile) -> Iterator[Finding]:
    yield from doubled("people", (person.key for person in site.people), "key")
    yield from doubled("people", (person.badge for person in site.people), "badge")
    yield from doubled("zones", (zone.key for zone in site.zones), "key")
