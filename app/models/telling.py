"""The timeline in words: one sentence for each kind of entry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from app.models import facts as f
from app.models.tellings import (
    course,
    drills,
    follow_up,
    notes,
    outside,
    reception,
    roster,
    scene,
    site,
    tasks,
)
from app.models.tellings.common import Line as Line
from app.models.tellings.common import Names as Names
from app.models.tellings.common import Teller
from app.models.text import QT_TRANSLATE_NOOP, Phrase

LATE_MARK_FROM = timedelta(minutes=1)
"""Entries typed later than this after the fact say so (as lifeline-hub does)."""

_UNKNOWN = QT_TRANSLATE_NOOP("Timeline", "An entry of a newer program: {kind}")


def tell(fact: f.AnyFact, names: Names) -> Line:
    """A correction is told with the fact that it puts in place."""
    if isinstance(fact, f.Corrected):
        return notes.corrected(fact, names, tell)
    teller = _TELLERS.get(type(fact))
    if teller is None:
        return Line(phrase=Phrase("Timeline", _UNKNOWN, {"kind": fact.kind}))
    return teller(fact, names)


_TELLERS: Mapping[type, Teller] = (
    dict(course.TELLERS)
    | dict(roster.TELLERS)
    | dict(tasks.TELLERS)
    | dict(scene.TELLERS)
    | dict(outside.TELLERS)
    | dict(notes.TELLERS)
    | dict(reception.TELLERS)
    | dict(follow_up.TELLERS)
    | dict(site.TELLERS)
    | dict(drills.TELLERS)
)
