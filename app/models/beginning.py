"""When the duties of a plan begin: by level, phase, what was seen, how many people came."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.models.incident import Incident
from app.models.levels import Level
from app.models.plan import Begins, Plan, Sign


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """`lapsed_at` is when it ceased to be owed: the incident has entered a later phase."""

    at: datetime
    lapsed_at: datetime | None = None


class Beginnings:
    """Reads an incident once, for the many duties of its plan."""

    def __init__(self, incident: Incident, plan: Plan | None) -> None:
        self._incident, self._plan = incident, plan
        self._leveling = incident.leveling
        self._reached = (None, *map(self._leveling.reached_at, Level))

    def span(self, duty: Begins, *, mandatory: bool = False) -> Span | None:
        """When all that the duty asks for was so; None while it is not."""
        at = self._reached[duty.from_level]
        lapsed: datetime | None = None
        if at is None:
            return None
        if duty.phase:
            phase = self._phase(duty.phase)
            if phase is None:
                return None
            at = max(at, phase[0])
            lapsed = None if mandatory else phase[1]
        if duty.sign is not None or duty.from_people:
            for also in self._also(duty):
                if also is None:
                    return None
                at = max(at, also)
        if duty.up_to_level is not None and self._leveling.level_at(at) > duty.up_to_level:
            return None
        return Span(at=at, lapsed_at=lapsed)

    def _phase(self, key: str) -> tuple[datetime, datetime | None] | None:
        return self._incident.phasing.span(self._plan, key) if self._plan else None

    def _also(self, duty: Begins) -> list[datetime | None]:
        found = []
        if duty.sign is not None:
            found.append(self._seen_at(duty.sign))
        if duty.from_people:
            found.append(self._incident.people.reached_at(duty.from_people))
        return found

    def _seen_at(self, sign: Sign) -> datetime | None:
        return self._incident.sign(sign).first_seen
