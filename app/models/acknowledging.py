"""Alarms that someone has seen: by name, until something about them changes."""

from __future__ import annotations

from datetime import datetime

from app.models import facts as f
from app.models.entry import Entry
from app.models.rules import stepwise
from app.models.value import Value


class AlarmValue(Value, frozen=True, kw_only=True):
    """Who has seen an alarm first, with the deadline that it was about then."""

    due: datetime | None = None
    seen_at: datetime | None = None
    seen_by: str = ""

    def covers(self, due: datetime) -> bool:
        """With another deadline it is another alarm."""
        return self.due == due


def _acknowledged(value: AlarmValue, fact: f.AlarmAcknowledged, entry: Entry) -> AlarmValue:
    if value.due == fact.due:
        return value
    return AlarmValue(due=fact.due, seen_at=entry.at, seen_by=entry.author, odd=value.odd)


ALARM = stepwise(AlarmValue(), {f.AlarmAcknowledged: _acknowledged}, subject="alarm")
