"""Zones, posts and entrances in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from app.models import facts as f
from app.models.tellings.common import (
    Line,
    Names,
    Teller,
    line,
    of_zone,
)
from app.models.text import QT_TRANSLATE_NOOP, Phrase, Word, listed
from app.models.zones import known_zone


def _post_taken(fact: f.PostTaken, names: Names) -> Line:
    name = fact.name or names.person(fact.who)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} at post {post}"), name, post=fact.post)


def _post_left(fact: f.PostLeft, names: Names) -> Line:
    del names
    post = Phrase("Timeline", QT_TRANSLATE_NOOP("Timeline", "Post {post}"), {"post": fact.post})
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} left"), post)


def _cordoned(fact: f.ZoneCordoned, names: Names) -> Line:
    zone, where = names.zone(fact.zone), names.place(fact.line)
    guards = listed([names.person(who) for who in fact.guards or ()])
    match bool(fact.line), fact.guards:
        case True, None:
            words = QT_TRANSLATE_NOOP("Timeline", "{subject} cordoned, {line}")
        case True, ():
            words = QT_TRANSLATE_NOOP("Timeline", "{subject} cordoned, {line}; nobody stands on it")
        case True, _:
            words = QT_TRANSLATE_NOOP("Timeline", "{subject} cordoned, {line}; on it: {guards}")
        case _, None:
            words = QT_TRANSLATE_NOOP("Timeline", "{subject} cordoned")
        case _, ():
            words = QT_TRANSLATE_NOOP("Timeline", "{subject} cordoned; nobody stands on the line")
        case _:
            words = QT_TRANSLATE_NOOP("Timeline", "{subject} cordoned; on the line: {guards}")
    return line(words, zone, line=where, guards=guards)


def _part_confirmed(fact: f.PartConfirmed, names: Names) -> Line:
    parts = dict(known_zone(names.plan, names.site, fact.zone).parts)
    part: Word = parts.get(fact.part, fact.part)
    if not fact.by:
        words = QT_TRANSLATE_NOOP("Timeline", "{subject}, {part}: empty, confirmed")
        return line(words, names.zone(fact.zone), part=part)
    words = QT_TRANSLATE_NOOP("Timeline", "{subject}, {part}: empty, confirmed by {by}")
    return line(words, names.zone(fact.zone), part=part, by=fact.by)


def _out_counted(fact: f.OutCounted, names: Names) -> Line:
    words = QT_TRANSLATE_NOOP("Timeline", "{subject}: {count} out")
    return line(words, names.zone(fact.zone), count=fact.count)


def _assembly_counted(fact: f.AssemblyCounted, names: Names) -> Line:
    words = QT_TRANSLATE_NOOP("Timeline", "{subject}: {count} there")
    return line(words, names.place(fact.point), count=fact.count)


def _entrance_set(fact: f.EntranceSet, names: Names) -> Line:
    if fact.open:
        words = QT_TRANSLATE_NOOP("Timeline", "{subject} open")
    else:
        words = QT_TRANSLATE_NOOP("Timeline", "{subject} shut")
    return line(words, names.place(fact.entrance))


TELLERS: Mapping[type, Teller] = {
    f.ZoneCordoned: _cordoned,
    f.CordonLifted: of_zone(QT_TRANSLATE_NOOP("Timeline", "{subject}: cordon lifted")),
    f.ZoneEvacuating: of_zone(
        QT_TRANSLATE_NOOP("Timeline", "{subject} evacuating"),
        QT_TRANSLATE_NOOP("Timeline", "{subject} evacuating, {expected} expected out"),
        "expected",
    ),
    f.ZoneEmpty: of_zone(QT_TRANSLATE_NOOP("Timeline", "{subject} reported empty")),
    f.ZoneConfirmed: of_zone(
        QT_TRANSLATE_NOOP("Timeline", "{subject} empty, confirmed"),
        QT_TRANSLATE_NOOP("Timeline", "{subject} empty, confirmed by {by}"), "by",
    ),
    f.ZoneReleased: of_zone(QT_TRANSLATE_NOOP("Timeline", "{subject} released")),
    f.PostTaken: _post_taken,
    f.PostLeft: _post_left,
    f.PartConfirmed: _part_confirmed,
    f.OutCounted: _out_counted,
    f.AssemblyCounted: _assembly_counted,
    f.EntranceSet: _entrance_set,
}  # fmt: skip
