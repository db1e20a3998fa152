"""Receptions in sentences: representatives by their number, never by a name."""

from __future__ import annotations

from collections.abc import Mapping

from app.models import facts as f
from app.models.reception import reception_number
from app.models.tellings.common import (
    Line,
    Names,
    Teller,
    line,
)
from app.models.text import QT_TRANSLATE_NOOP, Day, Phrase, Word, by_number


def _begun(fact: f.ReceptionBegun, names: Names) -> Line:
    template = QT_TRANSLATE_NOOP("Timeline", "{subject}: {matter} • received by {by}")
    subject = _reception(fact.reception, names)
    return line(template, subject, matter=_about(fact), by=fact.received_by)


def _about(fact: f.ReceptionBegun) -> Word:
    about: Word = fact.matter
    if fact.people:
        one = QT_TRANSLATE_NOOP("Timeline", "{matter} • {people} person")
        many = QT_TRANSLATE_NOOP("Timeline", "{matter} • {people} people")
        template = by_number(fact.people, one, many)
        about = Phrase("Timeline", template, {"matter": about, "people": fact.people})
    if fact.unit:
        about = Phrase(
            "Timeline",
            QT_TRANSLATE_NOOP("Timeline", "{matter} • {unit}"),
            {"matter": about, "unit": fact.unit},
        )
    return about


def _amended(fact: f.ReceptionAmended, names: Names) -> Line:
    given = (fact.matter, fact.people, fact.unit, fact.received_by)
    what = " • ".join(str(each) for each in given if each is not None)
    template = QT_TRANSLATE_NOOP("Timeline", "{subject}, now: {what}")
    return line(template, _reception(fact.reception, names), what=what)


def _added(fact: f.RepresentativeAdded, names: Names) -> Line:
    """That they want an answer is told; who they are stands in the contacts alone."""
    subject = _representative(fact.reception, fact.representative, names)
    if fact.contact:
        template = QT_TRANSLATE_NOOP(
            "Timeline", "{subject} is received and wants an answer; contact kept apart"
        )
        return line(template, subject)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} is received"), subject)


def _left(fact: f.RepresentativeLeft, names: Names) -> Line:
    subject = _representative(fact.reception, fact.representative, names)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} left"), subject)


def _answered(fact: f.MatterAnswered, names: Names) -> Line:
    template = QT_TRANSLATE_NOOP("Timeline", "{subject}, answered by {by}: {text}")
    subject = _reception(fact.reception, names)
    return line(template, subject, by=fact.by, text=fact.text)


def _promised(fact: f.Promised, names: Names) -> Line:
    promised = Phrase("Timeline", QT_TRANSLATE_NOOP("Timeline", "Promised"))
    template = QT_TRANSLATE_NOOP("Timeline", "{subject}: {text} • {owner}, until {due}")
    owner = names.role(fact.owner)
    return line(template, promised, text=fact.text, owner=owner, due=Day(fact.due))


def _ended(fact: f.ReceptionEnded, names: Names) -> Line:
    subject = _reception(fact.reception, names)
    if fact.outcome:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject} ended: {outcome}")
        return line(template, subject, outcome=fact.outcome)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} ended"), subject)


def _erased(fact: f.ContactErased, names: Names) -> Line:
    contact = names.incident.contact(fact.contact)
    subject = _representative(contact.reception, contact.representative, names)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: name and contact erased"), subject)


def _reception(key: str, names: Names) -> Phrase:
    """By its number where the incident has more than one."""
    number = reception_number(names.incident, key)
    if number > 1:
        template = QT_TRANSLATE_NOOP("Timeline", "Reception {number}")
        return Phrase("Timeline", template, {"number": number})
    return Phrase("Timeline", QT_TRANSLATE_NOOP("Timeline", "Reception"))


def _representative(reception: str, key: str, names: Names) -> Phrase:
    number = names.incident.reception(reception).number(key)
    template = QT_TRANSLATE_NOOP("Timeline", "Representative {number}")
    return Phrase("Timeline", template, {"number": number or "?"})


TELLERS: Mapping[type, Teller] = {
    f.ReceptionBegun: _begun,
    f.ReceptionAmended: _amended,
    f.RepresentativeAdded: _added,
    f.RepresentativeLeft: _left,
    f.MatterAnswered: _answered,
    f.Promised: _promised,
    f.ReceptionEnded: _ended,
    f.ContactErased: _erased,
}  # fmt: skip
