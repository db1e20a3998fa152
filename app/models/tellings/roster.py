"""Call-outs in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from app.models import facts as f
from app.models.roll_call import channel_word
from app.models.stand_in import NAMELESS
from app.models.tellings.common import (
    Line,
    Names,
    Teller,
    line,
    of_person,
)
from app.models.text import QT_TRANSLATE_NOOP, Phrase


def _called_out(fact: f.CalledOut, names: Names) -> Line:
    role = names.role(fact.role)
    if not fact.name:
        template = QT_TRANSLATE_NOOP(
            "Timeline", "{subject}: nobody there to be called; wanted by {due}"
        )
        return line(template, role, due=fact.due)
    template = QT_TRANSLATE_NOOP("Timeline", "{subject} called as {role}, due {due}")
    return line(template, fact.name, role=role, due=fact.due)


def _stood_down(fact: f.StoodDown, names: Names) -> Line:
    subject = names.person(fact.who)
    nobody_came = names.incident.call_out(fact.who).arrived_at is None
    if fact.who.startswith(NAMELESS) and nobody_came:
        return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: nobody wanted any more"), subject)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} stood down"), subject)


def _roll_begun(fact: f.RollCallBegun, names: Names) -> Line:
    del names
    title = Phrase("Timeline", QT_TRANSLATE_NOOP("Timeline", "Roll call"))
    template = QT_TRANSLATE_NOOP("Timeline", "{subject}: {count} to answer by {due}")
    return line(template, title, count=len(fact.who), due=fact.due)


def _roll_answered(fact: f.RollAnswered, names: Names) -> Line:
    name, channel = names.person(fact.who), channel_word(fact.channel)
    if fact.by and channel:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject} accounted for by {by}, {channel}")
        return line(template, name, by=fact.by, channel=channel)
    if fact.by:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject} accounted for by {by}")
        return line(template, name, by=fact.by)
    if channel:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject} answered the roll call, {channel}")
        return line(template, name, channel=channel)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} answered the roll call"), name)


def _roll_ended(fact: f.RollCallEnded, names: Names) -> Line:
    del fact, names
    title = Phrase("Timeline", QT_TRANSLATE_NOOP("Timeline", "Roll call"))
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} ended"), title)


TELLERS: Mapping[type, Teller] = {
    f.CalledOut: _called_out,
    f.Acknowledged: of_person(QT_TRANSLATE_NOOP("Timeline", "{subject} acknowledged")),
    f.OnTheWay: of_person(
        QT_TRANSLATE_NOOP("Timeline", "{subject} on the way"),
        QT_TRANSLATE_NOOP("Timeline", "{subject} on the way, ETA {eta}"), "eta",
    ),
    f.NoAnswer: of_person(QT_TRANSLATE_NOOP("Timeline", "{subject} does not answer")),
    f.Arrived: of_person(QT_TRANSLATE_NOOP("Timeline", "{subject} arrived")),
    f.Excused: of_person(
        QT_TRANSLATE_NOOP("Timeline", "{subject} excused"),
        QT_TRANSLATE_NOOP("Timeline", "{subject} excused: {reason}"), "reason",
    ),
    f.StoodDown: _stood_down,
    f.RollCallBegun: _roll_begun,
    f.RollAnswered: _roll_answered,
    f.RollCallEnded: _roll_ended,
}  # fmt: skip
