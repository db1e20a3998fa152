"""The site: people, who is on duty, plans and zones, folded from the stream `site`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.fold import Changes, Fold
from app.models.plan import Plan
from app.models.rules import Rules, stepwise
from app.models.text import Text, Word
from app.models.value import Value

_replace = msgspec.structs.replace


class Person(Value, frozen=True, kw_only=True):
    """A member of staff. `on_duty_since` is None while off duty."""

    key: str = ""
    name: str = ""
    group: str = ""
    roles: tuple[str, ...] = ()
    badge: str = ""
    phone: str = ""
    active: bool = False
    on_duty_since: datetime | None = None

    @property
    def on_duty(self) -> bool:
        return self.on_duty_since is not None


class PublishedPlan(Value, frozen=True, kw_only=True):
    document: Plan | None = None
    published_at: datetime | None = None


class SiteZone(Value, frozen=True, kw_only=True):
    """`parts` are (key, name) of each floor or section; `shape` its corners on the site plan."""

    key: str = ""
    name: Text = Text("", "")
    posts: tuple[str, ...] = ()
    active: bool = False
    parts: tuple[tuple[str, Text], ...] = ()
    shape: tuple[f.Point, ...] = ()


class SitePlace(Value, frozen=True, kw_only=True):
    """A spot or a line on the site plan; without points it is known but not drawn."""

    key: str = ""
    sort: f.PlaceSort = f.PlaceSort.POST
    name: Text = Text("", "")
    points: tuple[f.Point, ...] = ()
    zone: str = ""
    active: bool = False


class SitePicture(Value, frozen=True, kw_only=True):
    """What the site plan is drawn on; an empty `sha256`: nothing."""

    sha256: str = ""
    name: str = ""
    media_type: str = ""


class SiteDescription(Value, frozen=True, kw_only=True):
    """Where this is and the number to call back; empty while nobody has said so."""

    name: Text = Text("", "")
    address: Text = Text("", "")
    phone: str = ""


class SiteService(Value, frozen=True, kw_only=True):
    """What is dialled here for a service, and how it is called; `key` is as in the plans."""

    key: str = ""
    number: str = ""
    name: Text = Text("", "")
    active: bool = False


class Sending(Value, frozen=True, kw_only=True):
    """Whether the messages of a plan that send themselves go out; not before a person says so."""

    on: bool = False
    since: datetime | None = None


def _set(value: Person, fact: f.PersonSet, entry: Entry) -> Person:
    del entry
    return Person(
        key=fact.person, name=fact.name, group=fact.group, roles=fact.roles, badge=fact.badge,
        phone=fact.phone, active=fact.active, on_duty_since=value.on_duty_since,
    )  # fmt: skip


def _duty_started(value: Person, fact: f.DutyStarted, entry: Entry) -> Person:
    del fact
    return value if value.on_duty else _replace(value, on_duty_since=entry.at)


def _duty_ended(value: Person, fact: f.DutyEnded, entry: Entry) -> Person:
    del fact, entry
    return _replace(value, on_duty_since=None)


def _published(value: PublishedPlan, fact: f.PlanPublished, entry: Entry) -> PublishedPlan:
    del value
    return PublishedPlan(document=fact.document, published_at=entry.at)


def _defined(value: SiteZone, fact: f.ZoneDefined, entry: Entry) -> SiteZone:
    del value, entry
    return SiteZone(
        key=fact.zone, name=fact.name, posts=fact.posts, active=fact.active, parts=fact.parts,
        shape=fact.shape,
    )  # fmt: skip


def _placed(value: SitePlace, fact: f.PlaceDefined, entry: Entry) -> SitePlace:
    del value, entry
    return SitePlace(
        key=fact.place, sort=fact.sort, name=fact.name, points=fact.points, zone=fact.zone,
        active=fact.active,
    )  # fmt: skip


def _service(value: SiteService, fact: f.ServiceDefined, entry: Entry) -> SiteService:
    del value, entry
    return SiteService(key=fact.service, number=fact.number, name=fact.name, active=fact.active)


def _pictured(value: SitePicture, fact: f.SitePlanSet, entry: Entry) -> SitePicture:
    del value, entry
    return SitePicture(sha256=fact.sha256, name=fact.name, media_type=fact.media_type)


def _described(value: SiteDescription, fact: f.SiteDescribed, entry: Entry) -> SiteDescription:
    del value, entry
    return SiteDescription(name=fact.name, address=fact.address, phone=fact.phone)


def _switched(value: Sending, fact: f.SendingSwitched, entry: Entry) -> Sending:
    return value if value.on is fact.on else Sending(on=fact.on, since=entry.at)


RULES = Rules({
    "person": stepwise(
        Person(),
        {f.PersonSet: _set, f.DutyStarted: _duty_started, f.DutyEnded: _duty_ended},
        subject="person",
    ),
    "plan": stepwise(PublishedPlan(), {f.PlanPublished: _published}, subject="ref"),
    "sending": stepwise(Sending(), {f.SendingSwitched: _switched}, subject="plan"),
    "zone": stepwise(SiteZone(), {f.ZoneDefined: _defined}, subject="zone"),
    "place": stepwise(SitePlace(), {f.PlaceDefined: _placed}, subject="place"),
    "service": stepwise(SiteService(), {f.ServiceDefined: _service}, subject="service"),
    "description": stepwise(SiteDescription(), {f.SiteDescribed: _described}),
    "picture": stepwise(SitePicture(), {f.SitePlanSet: _pictured}),
})  # fmt: skip


class Site:
    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.fold = Fold(RULES)
        self.fold.add(entries)

    def add(self, entries: Iterable[Entry]) -> Changes:
        return self.fold.add(entries)

    @property
    def people(self) -> Mapping[str, Person]:
        """Active staff, by key."""
        people: Mapping[str, Person] = self.fold.values("person")
        return {key: person for key, person in people.items() if person.active}

    def person(self, key: str) -> Person | None:
        person: Person = self.fold.value("person", key)
        return person if person.name else None

    def plan(self, ref: str) -> Plan | None:
        """One version of a plan, by its reference; None while it has not reached this station."""
        published: PublishedPlan = self.fold.value("plan", ref)
        return published.document

    @property
    def plans(self) -> Mapping[str, Plan]:
        """The version of each plan that a new incident starts with, by reference."""
        newest: dict[str, tuple[str, PublishedPlan]] = {}
        published: Mapping[str, PublishedPlan] = self.fold.values("plan")
        for ref, value in sorted(published.items(), key=_when_published):
            if value.document is not None:
                newest[value.document.key] = (ref, value)
        return {ref: value.document for ref, value in newest.values() if value.document}

    @property
    def services(self) -> Mapping[str, SiteService]:
        """Those that are called from here, by key."""
        services: Mapping[str, SiteService] = self.fold.values("service")
        return {key: each for key, each in sorted(services.items()) if each.active}

    @property
    def zones(self) -> Mapping[str, SiteZone]:
        zones: Mapping[str, SiteZone] = self.fold.values("zone")
        return {key: zone for key, zone in sorted(zones.items()) if zone.active}

    def zone_name(self, key: str) -> Text:
        """Also of one that was removed; the key, where there never was such a zone."""
        zone: SiteZone = self.fold.value("zone", key)
        return zone.name if zone.name.en else Text(en=key, zh=key)

    @property
    def places(self) -> Mapping[str, SitePlace]:
        """Posts, entrances, assembly points and cordon lines, by key."""
        places: Mapping[str, SitePlace] = self.fold.values("place")
        return {key: place for key, place in sorted(places.items()) if place.active}

    def place_name(self, key: str) -> Word:
        """As `zone_name`. Words that were typed instead of a key stand for themselves."""
        place: SitePlace = self.fold.value("place", key)
        return place.name if place.name.en else key

    def places_of(self, sort: f.PlaceSort) -> Mapping[str, SitePlace]:
        return {key: place for key, place in self.places.items() if place.sort is sort}

    @property
    def description(self) -> SiteDescription:
        described: SiteDescription = self.fold.value("description")
        return described

    @property
    def picture(self) -> SitePicture:
        picture: SitePicture = self.fold.value("picture")
        return picture

    def sends_by_itself(self, plan: str) -> bool:
        """Of a plan, by its key."""
        return self.sends_by_itself_since(plan) is not None

    def sends_by_itself_since(self, plan: str) -> datetime | None:
        sending: Sending = self.fold.value("sending", plan)
        return sending.since if sending.on else None


def _when_published(item: tuple[str, PublishedPlan]) -> tuple[datetime, str]:
    ref, value = item
    assert value.published_at is not None  # noqa: S101  a cell exists only once it has an entry
    return value.published_at, ref
