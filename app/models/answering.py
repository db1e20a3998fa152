"""When the staff first answered what a drill leader let happen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from app.models import facts as f
from app.models.entry import Entry
from app.models.script import ABOUT, Expected, Inject

_BY_ITSELF = (
    f.DrillScripted, f.InjectPlayed, f.InjectAdded, f.InjectSkipped, f.DrillPaused, f.DrillResumed,
    f.LevelProposed, f.MessageDelivered, f.MessageFailed, f.AlarmAcknowledged, f.Corrected,
    f.ContactErased, f.Settled, f.Unknown, f.Arrived,
)  # fmt: skip
"""What answers nothing: it is the leader's, or a machine's, or somebody only came."""


def first_answer(
    entries: Iterable[Entry], inject: Inject | None, since: datetime
) -> datetime | None:
    """When the staff first answered what was played at `since`; None if they never did.

    `entries` are those in effect, in order.
    """
    expected = inject.expect if inject else ()
    answers = (
        entry.at for entry in entries if entry.at >= since and _answers(entry.fact, expected)
    )
    return next(answers, None)


def _answers(fact: f.AnyFact, expected: Sequence[Expected]) -> bool:
    if not expected:
        return not isinstance(fact, _BY_ITSELF)
    return any(_is_as(fact, each) for each in expected)


def _is_as(fact: f.AnyFact, expected: Expected) -> bool:
    if fact.kind != expected.kind.value:
        return False
    if not expected.of or expected.kind not in ABOUT:
        return True
    about = getattr(fact, ABOUT[expected.kind], "")
    return expected.of in (getattr(about, "numeral", ""), getattr(about, "value", about))
