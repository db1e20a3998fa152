"""The course of an incident in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from app.models import facts as f
from app.models.signs import sign_word
from app.models.tellings.common import (
    Line,
    Names,
    Teller,
    line,
    of_person,
    said_of,
)
from app.models.text import QT_TRANSLATE_NOOP, Phrase, by_number, listed


def _opened(fact: f.Opened, names: Names) -> Line:
    del names
    drill = QT_TRANSLATE_NOOP("Timeline", "{subject}: drill opened at level {level}, {place}")
    real = QT_TRANSLATE_NOOP("Timeline", "{subject}: opened at level {level}, {place}")
    return line(
        drill if fact.drill else real, fact.title, level=fact.level.numeral, place=fact.place
    )


def _amended(fact: f.Amended, names: Names) -> Line:
    del names
    if fact.people is not None and fact.title is None and fact.place is None:
        one = QT_TRANSLATE_NOOP("Timeline", "About {people} person")
        many = QT_TRANSLATE_NOOP("Timeline", "About {people} people")
        return line(by_number(fact.people, one, many), people=fact.people)
    given = [str(each) for each in (fact.title, fact.place, fact.people) if each is not None]
    return line(QT_TRANSLATE_NOOP("Timeline", "Now: {what}"), what=" · ".join(given))


def _level_set(fact: f.LevelSet, names: Names) -> Line:
    del names
    level = Phrase(
        "Timeline", QT_TRANSLATE_NOOP("Timeline", "Level {level}"), {"level": fact.level.numeral}
    )
    if fact.sign is not None:
        template = QT_TRANSLATE_NOOP(
            "Timeline", "{subject}, as the plan proposed, decided by {by}: {reason}"
        )
        return line(template, level, by=fact.decided_by, reason=fact.reason)
    return line(
        QT_TRANSLATE_NOOP("Timeline", "{subject}, decided by {by}: {reason}"),
        level, by=fact.decided_by, reason=fact.reason,
    )  # fmt: skip


def _level_proposed(fact: f.LevelProposed, names: Names) -> Line:
    del names
    template = QT_TRANSLATE_NOOP("Timeline", "Plan proposes level {level}")
    subject = Phrase("Timeline", template, {"level": fact.level.numeral})
    if not fact.sign.is_counted:
        return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: {reason}"), subject,
                    reason=fact.reason)  # fmt: skip
    counted = QT_TRANSLATE_NOOP("Timeline", "{subject}: {reason}, counted {count}")
    return line(counted, subject, reason=fact.reason, count=fact.count)


def _proposal_declined(fact: f.ProposalDeclined, names: Names) -> Line:
    del names
    template = QT_TRANSLATE_NOOP("Timeline", "Proposal of level {level}")
    subject = Phrase("Timeline", template, {"level": fact.level.numeral})
    if fact.reason:
        told = QT_TRANSLATE_NOOP("Timeline", "{subject} declined: {reason}")
        return line(told, subject, reason=fact.reason)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} declined"), subject)


def _sign_seen(fact: f.SignSeen, names: Names) -> Line:
    sign, zone = sign_word(fact.sign), names.zone(fact.zone) if fact.zone else ""
    if zone and fact.text:
        return line(QT_TRANSLATE_NOOP("Timeline", "{subject}, {zone}: {text}"), sign,
                    zone=zone, text=fact.text)  # fmt: skip
    if zone:
        return line(QT_TRANSLATE_NOOP("Timeline", "{subject}, {zone}"), sign, zone=zone)
    if fact.text:
        return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: {text}"), sign, text=fact.text)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} reported"), sign)


def _sign_gone(fact: f.SignGone, names: Names) -> Line:
    del names
    if fact.text:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject} no longer: {text}")
        return line(template, sign_word(fact.sign), text=fact.text)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} no longer"), sign_word(fact.sign))


def _people_counted(fact: f.PeopleCounted, names: Names) -> Line:
    elsewhere = Phrase("Timeline", QT_TRANSLATE_NOOP("Timeline", "Elsewhere"))
    return line(
        QT_TRANSLATE_NOOP(
            "Timeline", "{subject}: {unhurt} unhurt, {slightly} slightly hurt, {badly} badly hurt"
        ),
        names.zone(fact.zone) if fact.zone else elsewhere,
        unhurt=fact.unhurt, slightly=fact.slightly, badly=fact.badly,
    )  # fmt: skip


def _handed_over(fact: f.CommandHandedOver, names: Names) -> Line:
    del names
    if fact.from_name:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject} takes over command from {before}")
        return line(template, fact.name, before=fact.from_name)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} takes over command"), fact.name)


def _phase(fact: f.PhaseEntered, names: Names) -> Line:
    name = Phrase(
        "Timeline", QT_TRANSLATE_NOOP("Timeline", "Phase {name}"), {"name": names.phase(fact.phase)}
    )
    if fact.reason:
        return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: {reason}"), name, reason=fact.reason)
    return line("{subject}", name)


def _declared_over(fact: f.DeclaredOver, names: Names) -> Line:
    over = Phrase("Timeline", QT_TRANSLATE_NOOP("Timeline", "Declared over"))
    if fact.despite:
        template = QT_TRANSLATE_NOOP(
            "Timeline", "{subject}: {reason} • although still open: {left} ({despite})"
        )
        left = listed([names.task(key) for key in fact.left])
        return line(template, over, reason=fact.reason, left=left, despite=fact.despite)
    if fact.reason:
        return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: {reason}"), over, reason=fact.reason)
    return line("{subject}", over)


def _acknowledged(fact: f.AlarmAcknowledged, names: Names) -> Line:
    template = QT_TRANSLATE_NOOP("Timeline", "Alarm acknowledged: {about}, due {due}")
    return line(template, about=names.alarm(fact.alarm), due=fact.due)


TELLERS: Mapping[type, Teller] = {
    f.Opened: _opened,
    f.Amended: _amended,
    f.PhaseEntered: _phase,
    f.LevelSet: _level_set,
    f.LevelProposed: _level_proposed,
    f.ProposalDeclined: _proposal_declined,
    f.SignSeen: _sign_seen,
    f.SignGone: _sign_gone,
    f.PeopleCounted: _people_counted,
    f.CommandTaken: of_person(QT_TRANSLATE_NOOP("Timeline", "{subject} takes command")),
    f.CommandHandedOver: _handed_over,
    f.DeclaredOver: _declared_over,
    f.Closed: said_of(
        QT_TRANSLATE_NOOP("Timeline", "Closed"),
        QT_TRANSLATE_NOOP("Timeline", "Closed: {summary}"), "summary",
    ),
    f.Reopened: said_of(
        QT_TRANSLATE_NOOP("Timeline", "Reopened"),
        QT_TRANSLATE_NOOP("Timeline", "Reopened: {reason}"), "reason",
    ),
    f.AlarmAcknowledged: _acknowledged,
}  # fmt: skip
