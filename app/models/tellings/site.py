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
from app.models.text import QT_TRANSLATE_NOOP


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


TELLERS: Mapping[type, Teller] = {
    f.PersonSet: _person_set,
    f.DutyStarted: _duty(QT_TRANSLATE_NOOP("Timeline", "{subject} on duty")),
    f.DutyEnded: _duty(QT_TRANSLATE_NOOP("Timeline", "{subject} off duty")),
    f.PlanPublished: _plan_published,
    f.ZoneDefined: _zone_defined,
}  # fmt: skip
