"""Importing staff straight into a shared log, without a station: what `muster people` does."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from app.models.command import Desk, Refusal
from app.models.decide import decide
from app.models.entry import SITE, Entry, to_wire
from app.models.people_file import PeopleChange, read_people
from app.models.problem import Reading
from app.models.site import Site
from app.station.ids import Ids
from app.store.log import SharedLog
from app.store.sheet import read_sheet


class RefusedError(Exception):
    """Why nothing was recorded, in English."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.why.english())


class By(msgspec.Struct, frozen=True, kw_only=True):
    """Who imports, and where: both stand in the entries."""

    person: str
    station: str


async def import_people(
    log: SharedLog, path: Path, by: By, *, only_look: bool = False
) -> Reading[PeopleChange]:
    """What the file changes, recorded unless it is only looked at; or all that is wrong with it.

    Raises `NotASheetError` for what is no table, `RefusedError`, or a `LogError`.
    """
    site = Site(each.entry for each in await log.read(SITE, limit=sys.maxsize >> 32))
    now = await log.clock()
    reading = read_people(
        read_sheet(path), site.people, site.plans.values(), file=path.name, now=now
    )
    change = reading.value
    if change is None or change.is_nothing or only_look:
        return reading
    desk = Desk(site=site, author=by.person)
    decided = decide(desk, change.set_people, at=now, now=now)
    if isinstance(decided, Refusal):
        raise RefusedError(decided)
    new_id = Ids()
    await log.append(
        [
            to_wire(Entry(
                id=new_id(now), stream=draft.stream, at=draft.at, author=by.person,
                station=by.station, fact=draft.fact,
            ))
            for draft in decided
        ],
        year=now.year,
    )  # fmt: skip
    return reading
