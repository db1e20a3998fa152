"""What is said of the site in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from app.models import facts as f
from app.models.tellings.common import (
    Line,
    Names,
    Teller,
    line,
)
from app.models.text import QT_TRANSLATE_NOOP, Word


def _person_set(fact: f.PersonSet, names: Names) -> Line:
    del names
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: staff entry changed"), fact.name)


def _duty(template: str) -> Teller:
    return lambda fact, names: line(template, names.person(fact.person))


def _plan_published(fact: f.PlanPublished, names: Names) -> Line:
    del names
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: plan published"), fact.document.title)


def _zone_defined(fact: f.ZoneDefined, names: Names) -> Line:
    del names
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: zone defined"), fact.name)


def _place_defined(fact: f.PlaceDefined, names: Names) -> Line:
    del names
    if not (fact.active and fact.points):
        return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: off the site plan"), fact.name)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: drawn on the site plan"), fact.name)


def _site_plan_set(fact: f.SitePlanSet, names: Names) -> Line:
    del names
    if not fact.sha256:
        return line(QT_TRANSLATE_NOOP("Timeline", "The site plan has no picture any more"))
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: new picture of the site plan"), fact.name)


def _sending_switched(fact: f.SendingSwitched, names: Names) -> Line:
    plans = names.site.plans.values()
    title: Word = next((plan.title for plan in plans if plan.key == fact.plan), fact.plan)
    if fact.on:
        return line(
            QT_TRANSLATE_NOOP("Timeline", "{subject}: messages go out by themselves"), title
        )
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: messages go out only when sent"), title)


def _service_defined(fact: f.ServiceDefined, names: Names) -> Line:
    del names
    if not fact.active:
        return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: not called from here"), fact.name)
    template = QT_TRANSLATE_NOOP("Timeline", "{subject}: dial {number}")
    return line(template, fact.name, number=fact.number)


def _site_described(fact: f.SiteDescribed, names: Names) -> Line:
    del names
    template = QT_TRANSLATE_NOOP("Timeline", "{subject}: {address}, call back {phone}")
    if not fact.phone:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject}: {address}")
    return line(template, fact.name, address=fact.address, phone=fact.phone)


TELLERS: Mapping[type, Teller] = {
    f.PersonSet: _person_set,
    f.DutyStarted: _duty(QT_TRANSLATE_NOOP("Timeline", "{subject} on duty")),
    f.DutyEnded: _duty(QT_TRANSLATE_NOOP("Timeline", "{subject} off duty")),
    f.PlanPublished: _plan_published,
    f.ZoneDefined: _zone_defined,
    f.ServiceDefined: _service_defined,
    f.SendingSwitched: _sending_switched,
    f.SiteDescribed: _site_described,
    f.PlaceDefined: _place_defined,
    f.SitePlanSet: _site_plan_set,
}  # fmt: skip
