"""Notifications, messages and services in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from app.models import facts as f
from app.models.tellings.common import (
    Line,
    Names,
    Teller,
    line,
)
from app.models.text import QT_TRANSLATE_NOOP, Phrase, Word


def _notified(fact: f.Notified, names: Names) -> Line:
    who: Word = fact.name or names.target(fact.target)
    if not fact.told:
        return line(QT_TRANSLATE_NOOP("Timeline", "{subject} could not be reached"), who)
    if fact.said:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject} told: {said}")
        return line(template, who, said=fact.said)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} told"), who)


def _service_called(fact: f.ServiceCalled, names: Names) -> Line:
    del names
    called = Phrase(
        "Timeline", QT_TRANSLATE_NOOP("Timeline", "{service} called"), {"service": fact.service}
    )
    if fact.said:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject} by {by}: {said}")
        return line(template, called, by=fact.called_by, said=fact.said)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} by {by}"), called, by=fact.called_by)


def _service_arrived(fact: f.ServiceArrived, names: Names) -> Line:
    del names
    if fact.units:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject} arrived: {units}")
        return line(template, fact.service, units=fact.units)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} arrived"), fact.service)


def _service_left(fact: f.ServiceLeft, names: Names) -> Line:
    del names
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} left"), fact.service)


TELLERS: Mapping[type, Teller] = {
    f.Notified: _notified,
    f.ServiceCalled: _service_called,
    f.ServiceArrived: _service_arrived,
    f.ServiceLeft: _service_left,
}  # fmt: skip
