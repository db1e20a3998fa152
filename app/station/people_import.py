"""Importing staff straight into a shared log: what `muster people import` does."""

from __future__ import annotations

from pathlib import Path

from app.models.people_file import PeopleChange, read_people
from app.models.problem import Reading
from app.station.outright import By, record_outright, site_now
from app.store.log import SharedLog
from app.store.sheet import read_sheet


async def import_people(
    log: SharedLog, path: Path, by: By, *, only_look: bool = False
) -> Reading[PeopleChange]:
    """What the file changes, recorded unless it is only looked at; or all that is wrong with it.

    Raises `NotASheetError` for what is no table, `RefusedError`, or a `LogError`.
    """
    site, now = await site_now(log), await log.clock()
    reading = read_people(
        read_sheet(path), site.people, site.plans.values(), file=path.name, now=now
    )
    change = reading.value
    if change is not None and not change.is_nothing and not only_look:
        await record_outright(log, site, change.set_people, by)
    return reading
