"""Who has answered when, and since when it matters: since an evacuation began."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from app.models import facts as f
from app.models.entry import Entry
from app.models.rules import stepwise
from app.models.value import Value
from app.models.zone_states import Evacuation, ZoneValue


class AnswerValue(Value, frozen=True, kw_only=True):
    """When somebody last answered a roll call, or was answered for."""

    answered_at: datetime | None = None


def _answered(value: AnswerValue, fact: f.RollAnswered, entry: Entry) -> AnswerValue:
    del fact
    return AnswerValue(answered_at=entry.at, odd=value.odd)


ANSWER = stepwise(AnswerValue(), {f.RollAnswered: _answered}, subject="who")


def evacuated_since(zones: Iterable[ZoneValue]) -> datetime | None:
    """When the first evacuation began of those that still hold."""
    begun = (zone.begun_at for zone in zones if zone.evacuation is not Evacuation.CLEAR)
    return min((moment for moment in begun if moment), default=None)
