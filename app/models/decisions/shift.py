"""The shift log: notes, files, corrections and handovers, on a stream that nobody opens."""

from __future__ import annotations

from app.models import facts as f
from app.models.decisions.case import Case, Decided, Decision, missing

ON_A_SHIFT = (f.Note, f.Corrected, f.Attached, f.ShiftHandedOver)
"""What may be recorded in the log of a shift."""


def _hand_over(case: Case, fact: f.ShiftHandedOver) -> Decided:
    del case
    return missing(from_name=fact.from_name, to_name=fact.to_name) or [fact]


DECISIONS: dict[type, Decision] = {f.ShiftHandedOver: _hand_over}
