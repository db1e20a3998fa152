"""Contacts beside a log on PostgreSQL: those who record read them and keep them, viewers do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.store.contacts import Contact, Erased, check_contact, from_row, to_row

if TYPE_CHECKING:
    from app.store.beside_postgres import FilesLine  # which puts these beside the files

# The number goes as text: asyncpg knows that by itself, and would ask the server for others.
_KEEP = "SELECT muster.muster_keep_contact($1, $2, $3, $4::text::bigint)"
_OF = "SELECT id, stream, data, erase_by FROM muster.contacts WHERE stream = $1 ORDER BY id"
_ERASE = "SELECT muster.muster_erase_contact($1)"
_ERASE_DUE = "SELECT of_key, of_stream FROM muster.muster_erase_due_contacts()"


class PostgresContacts:
    """On the line that stands beside the log's own."""

    def __init__(self, line: FilesLine) -> None:
        self._line = line

    async def keep(self, contact: Contact) -> None:
        check_contact(contact)
        *row, erase_by = to_row(contact)
        await self._line.fetch(_KEEP, *row, str(erase_by))

    async def of(self, stream: str) -> list[Contact]:
        return [from_row(*row) for row in await self._line.fetch(_OF, stream)]

    async def erase(self, key: str) -> None:
        await self._line.fetch(_ERASE, key)

    async def erase_due(self) -> list[Erased]:
        found = await self._line.fetch(_ERASE_DUE)
        return [Erased(key=key, stream=stream) for key, stream in found]
