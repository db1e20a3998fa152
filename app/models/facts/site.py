"""The site: people, duty, plans, zones and what is drawn on the site plan."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from app.models.facts.base import Fact
from app.models.plan import Plan
from app.models.text import Text

Point: TypeAlias = tuple[int, int]
"""Across and down on the site plan, in ten-thousandths of its width and of its height."""

FAR_END = 10_000
"""The right and the lower edge of the site plan."""


class PersonSet(Fact, tag="person_set", frozen=True, kw_only=True):
    """A member of staff, as added or changed. `roles` are role keys, in order of preference."""

    person: str
    name: str
    group: str = ""
    roles: tuple[str, ...] = ()
    badge: str = ""
    phone: str = ""
    active: bool = True


class DutyStarted(Fact, tag="duty_started", frozen=True, kw_only=True):
    person: str


class DutyEnded(Fact, tag="duty_ended", frozen=True, kw_only=True):
    person: str


class PlanPublished(Fact, tag="plan_published", frozen=True, kw_only=True):
    """`ref` is `key@fingerprint` of the document."""

    ref: str
    document: Plan


class ZoneDefined(Fact, tag="zone_defined", frozen=True, kw_only=True):
    """`parts` are its floors or sections, in the order in which they are looked through.

    `shape` is its outline on the site plan: corners in order; empty: not drawn.
    """

    zone: str
    name: Text
    posts: tuple[str, ...] = ()
    active: bool = True
    parts: tuple[tuple[str, Text], ...] = ()
    shape: tuple[Point, ...] = ()


class PlaceSort(Enum):
    POST = "post"
    ENTRANCE = "entrance"
    ASSEMBLY = "assembly"
    LINE = "line"
    """Where a cordon of `zone` runs."""


class PlaceDefined(Fact, tag="place_defined", frozen=True, kw_only=True):
    """A spot or a line on the site plan: one point, or for a line two and more."""

    place: str
    sort: PlaceSort
    name: Text
    points: tuple[Point, ...] = ()
    zone: str = ""
    active: bool = True


class SitePlanSet(Fact, tag="site_plan_set", frozen=True, kw_only=True):
    """The picture that zones are drawn on, SVG or PNG or JPEG; its bytes are kept as a file's are.

    An empty `sha256`: none.
    """

    sha256: str
    name: str = ""
    media_type: str = ""
    size: int = 0


class SiteDescribed(Fact, tag="site_described", frozen=True, kw_only=True):
    """Where this is, as somebody who has never been here finds it, and the number to call back."""

    name: Text
    address: Text
    phone: str = ""


class ServiceDefined(Fact, tag="service_defined", frozen=True, kw_only=True):
    """What is dialled for a service here, and how it is called; `service` is as in the plans."""

    service: str
    number: str
    name: Text
    active: bool = True


class SendingSwitched(Fact, tag="sending_switched", frozen=True, kw_only=True):
    """Whether messages that a plan (by its key) sends by itself go out."""

    plan: str
    on: bool
