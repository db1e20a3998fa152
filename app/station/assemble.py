"""Puts a station together from a URL and a folder of this machine's."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path

from app.station.clock import Clock
from app.station.contacts_here import ContactsHere
from app.station.files_here import FilesHere
from app.station.identity import Identity, identity_in, remember
from app.station.ids import Ids
from app.station.station import Station
from app.station.supervisor import Supervisor
from app.store.address import Kind, parse
from app.store.connect import log_at
from app.store.held import Held
from app.store.log import SharedLog
from app.store.outbox import Outbox
from app.store.slots import Slot, take_slot


@asynccontextmanager
async def station_at(
    url: str,
    *,
    data: Path,
    name: str,
    person: str,
    kind: str,
    supervisor: Supervisor,
    log: SharedLog | None = None,
    clock: Clock | None = None,
    remembers: bool = False,
) -> AsyncIterator[Station]:
    """A running station; it stops at the end, and its slot is free again.

    What a crashed station of this machine left in its outbox is taken over. Raises `LogUnusable`
    if the URL means no log, `OSError` or `sqlite3.Error` if the folder `data` is of no use.
    `log` and `clock` stand in for those of the URL and the machine where time runs otherwise.
    A station that `remembers` comes back as whoever it was in its slot; `name` and `person` are
    for the first time.
    """
    async with AsyncExitStack() as stack:
        log = log or log_at(url)
        slot = take_slot(data, url)
        stack.callback(slot.release)
        outbox, held = Outbox(slot.folder), Held(slot.folder)
        stack.push_async_callback(outbox.close)
        stack.push_async_callback(held.close)
        await outbox.open()
        await held.open()
        contacts = ContactsHere(slot.folder)
        await _adopt(outbox, contacts, slot)
        files = FilesHere(data / "files", own=slot.folder, log=slot.folder.parent.name)
        who = Identity(station=name, person=person)
        if remembers:
            who = identity_in(slot.folder, who)
        station = Station(
            log=log, outbox=outbox, held=held, files=files, contacts=contacts,
            supervisor=supervisor, key=slot.key, name=who.station, person=who.person, kind=kind,
            new_id=Ids(), clock=clock or Clock(),
        )  # fmt: skip
        station.is_on_this_machine = parse(url).kind is Kind.SQLITE
        if remembers:
            station.remember = partial(remember, slot.folder)
        await station.start()
        stack.push_async_callback(station.stop)
        yield station


async def _adopt(outbox: Outbox, contacts: ContactsHere, slot: Slot) -> None:
    await asyncio.to_thread(contacts.open)
    for other in slot.left_behind():
        await outbox.adopt(other.folder)
        await asyncio.to_thread(contacts.adopt, other.folder)
