"""Call-outs in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from app.models import facts as f
from app.models.tellings.common import (
    Line,
    Names,
    Teller,
    line,
    of_person,
)
from app.models.text import QT_TRANSLATE_NOOP, Word


def _called_out(fact: f.CalledOut, names: Names) -> Line:
    who: Word = fact.name or names.role(fact.role)
    return line(
        QT_TRANSLATE_NOOP("Timeline", "{subject} called as {role}, due {due}"),
        who, role=names.role(fact.role), due=fact.due,
    )  # fmt: skip


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
    f.StoodDown: of_person(QT_TRANSLATE_NOOP("Timeline", "{subject} stood down")),
}  # fmt: skip
