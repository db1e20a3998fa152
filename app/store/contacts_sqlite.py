"""Contacts beside a log in a SQLite file, in the same file; what is erased leaves no trace."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import msgspec

from app.models.entry import from_micros
from app.store.contacts import LATEST, Contact, Erased, Row, check_contact, from_row, to_row
from app.store.sqlite_thread import SqliteThread

_KEEP = """
    INSERT INTO contacts (id, stream, data, erase_by) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET data = excluded.data,
        erase_by = min(contacts.erase_by, excluded.erase_by)
    WHERE contacts.stream = excluded.stream
"""
_OF = "SELECT id, stream, data, erase_by FROM contacts WHERE stream = ? ORDER BY id"
_ERASE = "DELETE FROM contacts WHERE id = ? RETURNING id, stream"
_ERASE_DUE = "DELETE FROM contacts WHERE erase_by <= ? RETURNING id, stream"


class SqliteContacts:
    """`now` is the log's clock, in microseconds since 1970 UTC."""

    def __init__(self, thread: SqliteThread, now: Callable[[], int]) -> None:
        self._thread = thread
        self._now = now

    async def keep(self, contact: Contact) -> None:
        check_contact(contact)
        now = self._now()
        until = min(contact.erase_by, from_micros(now) + LATEST)
        row = to_row(msgspec.structs.replace(contact, erase_by=until))
        if row[-1] > now:
            await self._thread.ask(lambda c: _keep(c, row))

    async def of(self, stream: str) -> list[Contact]:
        found = await self._thread.ask(lambda c: c.execute(_OF, (stream,)).fetchall())
        return [from_row(*row) for row in found]

    async def erase(self, key: str) -> None:
        await self._thread.ask(lambda c: _erase(c, _ERASE, key))

    async def erase_due(self) -> list[Erased]:
        now = self._now()
        found = await self._thread.ask(lambda c: _erase(c, _ERASE_DUE, now))
        return [Erased(key=key, stream=stream) for key, stream in found]


def _keep(connection: sqlite3.Connection, row: Row) -> None:
    _overwrite_what_goes(connection)
    connection.execute(_KEEP, row).close()


def _erase(connection: sqlite3.Connection, sql: str, what: str | int) -> list[tuple[str, str]]:
    _overwrite_what_goes(connection)
    found = connection.execute(sql, (what,)).fetchall()
    if found:
        # What was written stands in the write-ahead log too, until that begins anew. Where others
        # read at this moment it cannot yet; then a later one of its own does it.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    return found


def _overwrite_what_goes(connection: sqlite3.Connection) -> None:
    """Otherwise SQLite only marks the place as free, and the words stay in the file."""
    connection.execute("PRAGMA secure_delete = ON").close()
