"""Printing from a shared log: read it, make the record, and enter that it was made."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from datetime import datetime, tzinfo

import msgspec

from app.models.entry import SITE, Entry, Wire, to_wire
from app.models.prints import Form, PaperLanguage, Pressed
from app.models.site import Site
from app.record.make import Held, Wanted, make
from app.record.reader import PaperReader
from app.record.source import Person
from app.station.ids import Ids
from app.store.beside import PART
from app.store.log import Head, SharedLog

ALL = sys.maxsize >> 32


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be printed, and who prints it where (both stand in the entry).

    `zone` is None for the system's own time zone.
    """

    form: Form
    language: PaperLanguage
    contacts: bool
    person: str
    station: str
    zone: tzinfo | None = None


class Print(msgspec.Struct, frozen=True, kw_only=True):
    """A file, and the entry that must be in the log before anybody gets it."""

    pdf: bytes
    wire: Wire
    year: int


async def make_print(log: SharedLog, head: Head, order: Order) -> Print:
    """Nothing is entered yet. Raises `NotSetError`, or a `LogError`."""
    held = await held_of(log, head)
    details = await contacts_of(log, head.stream) if order.contacts else None
    wanted = Wanted(form=order.form, language=order.language, contacts=details)
    now = await log.clock()
    record = await asyncio.to_thread(
        make, held, wanted, PaperReader(order.language, order.zone), now
    )
    return Print(pdf=record.pdf, wire=_wire(record, head.stream, order, now), year=now.year)


async def enter_print(log: SharedLog, made: Print) -> None:
    """Raises a `LogError`: `LogRefused` for a login that may not record."""
    await log.append([made.wire], year=made.year)


async def print_record(log: SharedLog, head: Head, order: Order) -> bytes:
    """The file, once it is entered. Raises as `make_print` and `enter_print`."""
    made = await make_print(log, head, order)
    await enter_print(log, made)
    return made.pdf


async def held_of(log: SharedLog, head: Head) -> Held:
    site = await log.read(SITE, limit=ALL)
    return Held(
        stream=head.stream, number=head.number, stored=await log.read(head.stream, limit=ALL),
        site=site, picture=await _picture(log, Site(each.entry for each in site)),
    )  # fmt: skip


async def site_of(log: SharedLog) -> Site:
    return Site(each.entry for each in await log.read(SITE, limit=ALL))


async def _picture(log: SharedLog, site: Site) -> bytes:
    """What the site plan is drawn on; nothing where it has not reached the log."""
    sha256, found = site.picture.sha256, b""
    while sha256 and (part := await log.beside.files.get(sha256, start=len(found), limit=PART)):
        found += part
    return found


async def contacts_of(log: SharedLog, stream: str) -> Mapping[str, Person]:
    """Those kept now. Raises `LogRefused` for who may not read them."""
    kept = await log.beside.contacts.of(stream)
    return {each.key: Person(key=each.key, name=each.name, reach=each.reach) for each in kept}


def _wire(record: Pressed, stream: str, order: Order, now: datetime) -> Wire:
    entry = Entry(
        id=Ids()(now), stream=stream, at=now, author=order.person,
        station=order.station, fact=record.printed,
    )  # fmt: skip
    return to_wire(entry)
