"""Visitors' contacts at a station: sent beside the log, looked up, erased on their date."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Protocol
from uuid import uuid4

import msgspec

from app.models import facts as f
from app.models.command import Command, Refusal
from app.models.incident import Incident
from app.models.text import QT_TRANSLATE_NOOP, Phrase
from app.station.changed import Done
from app.station.connection import Connection
from app.station.contacts_here import ContactsHere
from app.station.programlog import Logger
from app.station.words import away
from app.store.contacts import Contact, ContactRefused, Contacts, Erased, check_contact
from app.store.log import LogAway, LogError

LOOK_EVERY = 600.0
"""Seconds between two looks for contacts whose date has come."""

BY_ITSELF = "Muster"
"""The author of what no person asked for."""

_log = Logger(__name__)


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """`trouble` says why there may be more than these."""

    contacts: tuple[Contact, ...]
    trouble: Phrase | None = None


class Do(Protocol):
    def __call__(
        self, stream: str | None, command: Command, *, author: str | None = None
    ) -> Awaitable[Done | Refusal]: ...


class KeptContacts:
    """`kept` are those beside the shared log, `here` those that wait to go there.

    `incidents` are those held at this station; `load` takes up one that is not.
    """

    def __init__(
        self,
        *,
        kept: Contacts,
        here: ContactsHere,
        do: Do,
        incidents: Mapping[str, Incident],
        load: Callable[[str], Awaitable[Incident | None]],
        now: Callable[[], datetime],
    ) -> None:
        self._kept, self._here = kept, here
        self._do, self._load, self._now = do, load, now
        self._incidents = incidents
        self._is_up = False
        self._wanted = asyncio.Event()
        self._turn = asyncio.Lock()

    @property
    def waiting(self) -> int:
        """How many the shared log does not have yet."""
        return len(self._here.waiting)

    def note_connection(self, connection: Connection) -> None:
        if connection.is_up and not self._is_up:
            self._wanted.set()
        self._is_up = connection.is_up

    # What a person does ---------------------------------------------------------------------------

    async def receive(
        self, stream: str, fact: f.RepresentativeAdded, *, name: str, reach: str
    ) -> Done | Refusal:
        """Record a representative, and keep apart from that who it is and how to reach them.

        Without either, nothing is kept. The entry has only a key, and the date of erasing. What is
        kept apart is on the disk first: nobody reads later that it is there, and it is not.
        """
        if not name and not reach:
            return await self._do(stream, fact)
        contact = Contact(
            key=uuid4().hex, stream=stream, name=name, reach=reach,
            erase_by=fact.erase_by or self._now(),
        )  # fmt: skip
        fact = msgspec.structs.replace(fact, contact=contact.key)
        async with self._turn:
            try:
                return await self._put(contact) or await self._record(stream, fact, contact)
            finally:
                self._wanted.set()

    async def _record(
        self, stream: str, fact: f.RepresentativeAdded, contact: Contact
    ) -> Done | Refusal:
        """What is not recorded is not kept either; if it is not dropped here, `_look` does."""
        answer = await self._do(stream, fact)
        if isinstance(answer, Refusal):
            await asyncio.to_thread(self._here.drop, contact.key)
            return answer
        [entry] = answer.entries
        until = getattr(entry.fact, "erase_by", None) or contact.erase_by
        if until != contact.erase_by:
            await self._put(msgspec.structs.replace(contact, erase_by=until))
        return answer

    async def keep(self, contact: Contact) -> Refusal | None:
        """Keep it on this machine, and send it in the background."""
        async with self._turn:
            refusal = await self._put(contact)
        self._wanted.set()
        return refusal

    async def _put(self, contact: Contact) -> Refusal | None:
        try:
            check_contact(contact)
            await asyncio.to_thread(self._here.put, contact)
        except ContactRefused as error:
            return Refusal(code="contact_refused", why=error.why)
        except OSError as error:
            return Refusal(code="contact_not_kept", why=_not_kept(error))
        return None

    async def of(self, stream: str) -> Found:
        """Those of an incident; while the log is away, those that wait here."""
        waiting = {each.key: each for each in self._here.waiting.values() if each.stream == stream}
        if not self._is_up:
            return Found(contacts=tuple(waiting.values()), trouble=away())
        try:
            kept = {each.key: each for each in await self._kept.of(stream)}
        except LogError as error:
            return Found(contacts=tuple(waiting.values()), trouble=error.why)
        return Found(contacts=tuple((kept | waiting).values()))

    async def erase(self, stream: str, key: str) -> Done | Refusal:
        """Erase it wherever it is, and only then record that. Refused while the log is away."""
        async with self._turn:
            if not self._is_up:
                return Refusal(code="contact_not_erased", why=away())
            try:
                await asyncio.to_thread(self._here.drop, key)
                await self._kept.erase(key)
            except LogError as error:
                return Refusal(code="contact_not_erased", why=error.why)
            except OSError as error:
                return Refusal(code="contact_not_erased", why=_not_kept(error))
        return await self._do(stream, f.ContactErased(contact=key))

    # What happens by itself -----------------------------------------------------------------------

    async def run(self) -> None:
        """For ever: send what waits, and erase what is due."""
        while True:
            await self._look()
            try:
                async with asyncio.timeout(LOOK_EVERY):
                    await self._wanted.wait()
            except TimeoutError:
                pass

    async def _look(self) -> None:
        self._wanted.clear()
        async with self._turn:
            await self._forget_due()
            erased = await self._send_and_erase() if self._is_up else []
        for each in erased:
            await self._note_erased(each)

    async def _forget_due(self) -> None:
        now = self._now()
        for key, contact in list(self._here.waiting.items()):
            if contact.erase_by <= now or self._is_unwanted(contact):
                await asyncio.to_thread(self._here.drop, key)

    def _is_unwanted(self, contact: Contact) -> bool:
        """Somebody had it erased after it was sent from here, but before we knew it had arrived;
        or this station stopped before it was recorded of whom it is."""
        incident = self._incidents.get(contact.stream)
        if incident is None:
            return False
        recorded = incident.contact(contact.key)
        return recorded.erased_at is not None or not recorded.reception

    async def _send_and_erase(self) -> list[Erased]:
        try:
            for key, contact in list(self._here.waiting.items()):
                await self._kept.keep(contact)
                await asyncio.to_thread(self._here.drop, key)
            return await self._kept.erase_due()
        except LogAway:
            return []  # all is tried again once the line is back
        except LogError as error:
            # A viewer's login does neither: other stations erase.
            _log.info("contacts are not for this login", why=str(error))
            return []

    async def _note_erased(self, erased: Erased) -> None:
        """The log says so too; what cannot be noted is erased all the same."""
        try:
            incident = await self._load(erased.stream)
        except LogAway:
            return
        if incident is not None:
            fact = f.ContactErased(contact=erased.key)
            await self._do(erased.stream, fact, author=BY_ITSELF)


def _not_kept(error: OSError) -> Phrase:
    template = QT_TRANSLATE_NOOP(
        "Station",
        "Name and contact could not be written on this machine ({said}). Free some space or check "
        "the disk, then type them again.",
    )
    return Phrase("Station", template, {"said": error.strerror or str(error)})
