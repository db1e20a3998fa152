"""The course of an incident in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from app.models import facts as f
from app.models.tellings.common import (
    Line,
    Names,
    Teller,
    line,
    of_person,
    said_of,
)
from app.models.text import QT_TRANSLATE_NOOP, Phrase


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
        return line(QT_TRANSLATE_NOOP("Timeline", "About {people} people"), people=fact.people)
    given = [str(each) for each in (fact.title, fact.place, fact.people) if each is not None]
    return line(QT_TRANSLATE_NOOP("Timeline", "Now: {what}"), what=" · ".join(given))


def _level_set(fact: f.LevelSet, names: Names) -> Line:
    del names
    level = Phrase(
        "Timeline", QT_TRANSLATE_NOOP("Timeline", "Level {level}"), {"level": fact.level.numeral}
    )
    return line(
        QT_TRANSLATE_NOOP("Timeline", "{subject}, decided by {by}: {reason}"),
        level, by=fact.decided_by, reason=fact.reason,
    )  # fmt: skip


def _handed_over(fact: f.CommandHandedOver, names: Names) -> Line:
    del names
    if fact.from_name:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject} takes over command from {before}")
        return line(template, fact.name, before=fact.from_name)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} takes over command"), fact.name)


TELLERS: Mapping[type, Teller] = {
    f.Opened: _opened,
    f.Amended: _amended,
    f.LevelSet: _level_set,
    f.CommandTaken: of_person(QT_TRANSLATE_NOOP("Timeline", "{subject} takes command")),
    f.CommandHandedOver: _handed_over,
    f.DeclaredOver: said_of(
        QT_TRANSLATE_NOOP("Timeline", "Declared over"),
        QT_TRANSLATE_NOOP("Timeline", "Declared over: {reason}"), "reason",
    ),
    f.Closed: said_of(
        QT_TRANSLATE_NOOP("Timeline", "Closed"),
        QT_TRANSLATE_NOOP("Timeline", "Closed: {summary}"), "summary",
    ),
    f.Reopened: said_of(
        QT_TRANSLATE_NOOP("Timeline", "Reopened"),
        QT_TRANSLATE_NOOP("Timeline", "Reopened: {reason}"), "reason",
    ),
}  # fmt: skip
