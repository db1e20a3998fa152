"""Recording straight in a shared log, without a station: for commands that set a site up."""

from __future__ import annotations

import sys

import msgspec

from app.models.command import Command, Desk, Refusal
from app.models.decide import decide
from app.models.entry import SITE, Entry, to_wire
from app.models.site import Site
from app.station.ids import Ids
from app.store.log import SharedLog


class RefusedError(Exception):
    """Why nothing was recorded, in English; `code` is that of the refusal."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.why.english())
        self.code = refusal.code


class By(msgspec.Struct, frozen=True, kw_only=True):
    """Who records, and where: both stand in the entries."""

    person: str
    station: str


async def site_now(log: SharedLog) -> Site:
    return Site(each.entry for each in await log.read(SITE, limit=sys.maxsize >> 32))


async def record_outright(log: SharedLog, site: Site, command: Command, by: By) -> None:
    """A command of the site's, decided as at a station. Raises `RefusedError`, or a `LogError`."""
    now = await log.clock()
    decided = decide(Desk(site=site, author=by.person), command, at=now, now=now)
    if isinstance(decided, Refusal):
        raise RefusedError(decided)
    new_id = Ids()
    entries = [
        Entry(
            id=new_id(now), stream=draft.stream, at=draft.at, author=by.person,
            station=by.station, fact=draft.fact,
        )
        for draft in decided
    ]  # fmt: skip
    await log.append([to_wire(entry) for entry in entries], year=now.year)
