"""Each evacuation of a zone: when it began, and when a person confirmed that it is empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from app.models import facts as f
from app.models.entry import Entry


class Evacuated(msgspec.Struct, frozen=True, kw_only=True):
    """`confirmed_at` is None while nobody has; also for good, if it was released before."""

    zone: str
    begun_at: datetime
    confirmed_at: datetime | None


def evacuations(entries: Iterable[Entry]) -> Iterator[Evacuated]:
    """From entries in effect, in order: as each ends, then those that have not ended.

    The fold of a zone has only the last one, and forgets it once the zone is released. A zone that
    was only reported empty has no time to be measured.
    """
    begun: dict[str, datetime] = {}
    for entry in entries:
        match entry.fact:
            case f.ZoneEvacuating(zone=zone):
                begun.setdefault(zone, entry.at)
            case f.ZoneConfirmed(zone=zone) if zone in begun:
                yield Evacuated(zone=zone, begun_at=begun.pop(zone), confirmed_at=entry.at)
            case f.ZoneReleased(zone=zone) if zone in begun:
                yield Evacuated(zone=zone, begun_at=begun.pop(zone), confirmed_at=None)
            case _:
                pass
    for zone, since in begun.items():
        yield Evacuated(zone=zone, begun_at=since, confirmed_at=None)
