"""Names and contact details of visitors who want an answer: beside the log, until a date."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

import msgspec

from app.models.entry import from_micros, to_micros
from app.models.plan import LONGEST_KEPT
from app.models.text import Phrase
from app.store.log import LogRefused
from app.store.words import why

LIMIT = 500
"""The most characters in a name, or in what says how to reach them."""


LATEST = LONGEST_KEPT + timedelta(days=1)
"""After so long by the log's clock a contact goes at the latest; a day for clocks that differ."""


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """`key` stands in the log with the representative, `reach` is a number or address.

    `name` and `reach` stand here and nowhere else, and are erased at `erase_by` (UTC).
    """

    key: str
    stream: str
    name: str
    reach: str
    erase_by: datetime

    def __repr__(self) -> str:
        """Without the person: what is printed in a log or a traceback must name nobody."""
        return f"Contact({self.key!r})"


class Erased(msgspec.Struct, frozen=True, kw_only=True):
    """What is left of a contact whose date had come: its key, for the log of its incident."""

    key: str
    stream: str


class Contacts(Protocol):
    """Read and changed by those who record: `migrations/versions/r0007_guard.sql`."""

    async def keep(self, contact: Contact) -> None:
        """Add it, or put it in the place of the one with its key in the same incident.

        It goes at its date, or that of the one before if that is earlier, or `LATEST` from now on.
        One whose date has passed by the log's clock is not kept. Raises `ContactRefused` for
        what has no form, `LogRefused` for who may not write.
        """

    async def of(self, stream: str) -> list[Contact]:
        """Those of one incident, by key. Raises `LogRefused` for who may not read them."""

    async def erase(self, key: str) -> None:
        """Gone for good, on request. Harmless if there is none."""

    async def erase_due(self) -> list[Erased]:
        """Erase all whose date has come by the log's own clock; answers what this call erased."""


class ContactRefused(LogRefused):
    """No contact may look like this."""


class _Person(msgspec.Struct, frozen=True):
    name: str
    reach: str


_decode = msgspec.json.Decoder(_Person).decode

Row = tuple[str, str, str, int]
"""Key, stream, data (JSON) and `erase_by` in microseconds since 1970 UTC, as the tables have it."""


def check_contact(contact: Contact) -> None:
    """Raise for what no store keeps."""
    texts = (contact.key, contact.stream, contact.name, contact.reach)
    if not (contact.key and contact.stream) or not (contact.name or contact.reach):
        raise ContactRefused(_refused("it says nobody"))
    if any(len(text) > LIMIT or not text.isprintable() for text in texts):
        raise ContactRefused(_refused(f"at most {LIMIT} characters, all printable"))


def to_row(contact: Contact) -> Row:
    data = msgspec.json.encode(_Person(contact.name, contact.reach)).decode()
    return contact.key, contact.stream, data, to_micros(contact.erase_by)


def from_row(key: str, stream: str, data: str, erase_by: int) -> Contact:
    person = _decode(data)
    return Contact(
        key=key, stream=stream, name=person.name, reach=person.reach,
        erase_by=from_micros(erase_by),
    )  # fmt: skip


def _refused(said: str) -> Phrase:
    return why("contact_refused", said=said)
