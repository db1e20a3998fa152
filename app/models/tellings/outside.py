"""Notifications, messages and services in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from app.models import facts as f
from app.models.message_failures import failure_words
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
    called = Phrase(
        "Timeline", QT_TRANSLATE_NOOP("Timeline", "{service} called"),
        {"service": names.service(fact.service)},
    )  # fmt: skip
    if fact.said:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject} by {by}: {said}")
        return line(template, called, by=fact.called_by, said=_said(fact))
    if fact.reference:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject} by {by}, reference {reference}")
        return line(template, called, by=fact.called_by, reference=fact.reference)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} by {by}"), called, by=fact.called_by)


def _said(fact: f.ServiceCalled) -> Word:
    if not fact.reference:
        return fact.said
    template = QT_TRANSLATE_NOOP("Timeline", "{said} (reference {reference})")
    return Phrase("Timeline", template, {"said": fact.said, "reference": fact.reference})


def _service_referenced(fact: f.ServiceReferenced, names: Names) -> Line:
    template = QT_TRANSLATE_NOOP("Timeline", "{subject}: reference {reference}")
    return line(template, names.service(fact.service), reference=fact.reference)


def _service_arrived(fact: f.ServiceArrived, names: Names) -> Line:
    service = names.service(fact.service)
    if fact.units:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject} arrived: {units}")
        return line(template, service, units=fact.units)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} arrived"), service)


def _service_left(fact: f.ServiceLeft, names: Names) -> Line:
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} left"), names.service(fact.service))


def _message_sent(fact: f.MessageSent, names: Names) -> Line:
    del names
    if fact.by_itself:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject}: message sent by itself: {text}")
        return line(template, fact.to, text=fact.text)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: message sent: {text}"), fact.to,
                text=fact.text)  # fmt: skip


def _message_delivered(fact: f.MessageDelivered, names: Names) -> Line:
    template = QT_TRANSLATE_NOOP("Timeline", "{subject}: message delivered in {seconds} s")
    return line(template, _to(fact.message, names), seconds=f"{fact.took_ms / 1000:.1f}")


def _message_failed(fact: f.MessageFailed, names: Names) -> Line:
    template = QT_TRANSLATE_NOOP("Timeline", "{subject}: message failed, {why}")
    return line(template, _to(fact.message, names), why=failure_words(fact.why))


def _to(message: str, names: Names) -> Word:
    return names.incident.message(message).to or message


TELLERS: Mapping[type, Teller] = {
    f.Notified: _notified,
    f.ServiceCalled: _service_called,
    f.ServiceReferenced: _service_referenced,
    f.ServiceArrived: _service_arrived,
    f.ServiceLeft: _service_left,
    f.MessageSent: _message_sent,
    f.MessageDelivered: _message_delivered,
    f.MessageFailed: _message_failed,
}  # fmt: skip
