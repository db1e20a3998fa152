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
from app.models.text import QT_TRANSLATE_NOOP, Phrase


def _post_taken(fact: f.PostTaken, names: Names) -> Line:
    name = fact.name or names.person(fact.who)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} at post {post}"), name, post=fact.post)


def _post_left(fact: f.PostLeft, names: Names) -> Line:
    del names
    post = Phrase("Timeline", QT_TRANSLATE_NOOP("Timeline", "Post {post}"), {"post": fact.post})
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject} left"), post)


TELLERS: Mapping[type, Teller] = {
    f.ZoneCordoned: of_zone(QT_TRANSLATE_NOOP("Timeline", "{subject} cordoned")),
    f.ZoneEvacuating: of_zone(
        QT_TRANSLATE_NOOP("Timeline", "{subject} evacuating"),
        QT_TRANSLATE_NOOP("Timeline", "{subject} evacuating, {expected} people expected"),
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
}  # fmt: skip
