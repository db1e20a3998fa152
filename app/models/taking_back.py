"""What was pressed by mistake can be taken back for a few seconds; later it is corrected."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TypeAlias

from app.models import facts as f
from app.models.entry import Entry

WITHIN = timedelta(seconds=6)
"""Long enough to see a slip and press a key; whoever needs longer has a reason to give."""

_LEEWAY = timedelta(seconds=1)
"""The key was pressed in time and decided a little later."""

Pressed: TypeAlias = (
    f.Acknowledged | f.OnTheWay | f.NoAnswer | f.Arrived | f.Excused | f.StoodDown
    | f.RollAnswered | f.TaskDone | f.TaskSkipped | f.ZoneCordoned | f.CordonLifted
    | f.ZoneEvacuating | f.ZoneEmpty | f.ZoneConfirmed | f.ZoneReleased | f.PartConfirmed
    | f.PostTaken | f.PostLeft | f.EntranceSet | f.Notified | f.ServiceArrived | f.ServiceLeft
    | f.SignSeen | f.SignGone | f.CommandTaken | f.CommandHandedOver | f.RepresentativeLeft
    | f.InjectPlayed | f.InjectSkipped | f.DrillPaused | f.DrillResumed
)  # fmt: skip
"""Facts that one press records, and that bring nothing else with them."""


def can_be_taken_back(entry: Entry, now: datetime) -> bool:
    """Whether it is of such a kind, and was typed a moment ago."""
    return isinstance(entry.fact, Pressed) and now - entry.typed_at <= WITHIN + _LEEWAY
