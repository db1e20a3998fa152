"""What `muster admin` does to a shared log: make it ready, bring it up to date, say how it is."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

import asyncpg
import msgspec
from sqlalchemy.exc import DBAPIError

from app.store import sqlite_file
from app.store.address import Address, Kind, parse
from app.store.log import LogUnusable
from app.store.migrate import migrate_postgres
from app.store.postgres_errors import translate
from app.store.postgres_line import Line, dial
from app.store.version import REVISION, TABLE, require
from app.store.words import why

_WITHIN = 10.0
_COUNT_WITHIN = 60.0
_FORGET_WITHIN = 600.0

_FORGET = "DELETE FROM muster.archive"
_FORGET_SQLITE = """
    BEGIN IMMEDIATE;
    INSERT INTO archive_words (archive_words) VALUES ('delete-all');
    DELETE FROM archive;
    UPDATE archive_reached SET position = 0;
    COMMIT;
"""


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """`revision` is empty if nothing is there yet; `role` on SQLite too, which has none."""

    place: str
    server: str
    revision: str
    newest: str = REVISION
    login: str = ""
    role: str = ""
    read_only_copy: bool = False
    incidents: int = 0
    unsettled: int = 0
    entries: int = 0


async def init(url: str) -> None:
    """Make the database at `url` ready for Muster; harmless if it is. Raises a `LogError`."""
    address = _shared(url)
    if address.kind is Kind.SQLITE:
        await asyncio.to_thread(_open_sqlite, address)
        return
    async with _line(address) as line:
        (encoding,) = (await line.fetch("SHOW server_encoding", within=_WITHIN))[0]
        if encoding != "UTF8":
            raise LogUnusable(why("encoding", place=address.place, encoding=encoding))
        found = await _revision(line)
    await _upgrade(address, found)


async def migrate(url: str) -> None:
    """Bring the log at `url` to this program's schema. Raises a `LogError`."""
    address = _shared(url)
    if address.kind is Kind.SQLITE:
        await asyncio.to_thread(_open_sqlite, address)
        return
    async with _line(address) as line:
        found = await _revision(line)
    if not found:
        raise LogUnusable(why("not_muster", place=address.place))
    await _upgrade(address, found)


async def status(url: str) -> Status:
    """How the log at `url` is, also if this program could not open it. Raises a `LogError`."""
    address = _shared(url)
    if address.kind is Kind.SQLITE:
        return await asyncio.to_thread(_sqlite_status, address)
    async with _line(address) as line:
        return await _postgres_status(line, address)


async def forget_archive(url: str) -> None:
    """Throw away what searches look at: it is made anew from the log. Raises a `LogError`.

    Nothing of the log is touched. Whoever searches meanwhile finds what is made by then.
    """
    address = _shared(url)
    if address.kind is Kind.SQLITE:
        await asyncio.to_thread(_forget_sqlite, address)
        return
    async with _line(address) as line:
        await line.fetch(_FORGET, within=_FORGET_WITHIN)


def _shared(url: str) -> Address:
    address = parse(url)
    if address.kind is Kind.MEMORY:
        raise LogUnusable(why("address"))
    return address


def _forget_sqlite(address: Address) -> None:
    try:
        if sqlite_file.revision(address.path) is None:
            raise LogUnusable(why("not_muster", place=address.place))
        with closing(sqlite_file.open_file(address.path)) as connection:
            connection.executescript(_FORGET_SQLITE)
    except sqlite3.Error as error:
        raise sqlite_file.translate(error, address.path) or error from error


def _open_sqlite(address: Address) -> None:
    sqlite_file.open_file(address.path).close()


@asynccontextmanager
async def _line(address: Address) -> AsyncIterator[Line]:
    line = Line(await dial(address), address)
    try:
        yield line
    finally:
        await line.close()


async def _revision(line: Line) -> str:
    """The database's schema; empty if it has none."""
    ((there,),) = await line.fetch(f"SELECT to_regclass('muster.{TABLE}')", within=_WITHIN)
    if there is None:
        return ""
    found = await line.fetch(f"SELECT version_num FROM muster.{TABLE}", within=_WITHIN)  # noqa: S608  ours
    return str(found[0][0]) if found else ""


async def _upgrade(address: Address, found: str) -> None:
    if found >= REVISION:
        require(found, place=address.place)
        return
    try:
        await migrate_postgres(address)
    except DBAPIError as error:
        cause = getattr(error.orig, "__cause__", None)
        raise (translate(cause, address) if cause else None) or error from error
    except asyncpg.PostgresError as error:
        raise translate(error, address) or error from error


_POSTGRES_STATUS = """
    SELECT current_setting('server_version'), session_user::text, pg_is_in_recovery(), (
        SELECT rolname::text FROM pg_roles
        WHERE rolname = ANY (ARRAY['muster_admin', 'muster_commander', 'muster_recorder',
            'muster_viewer']) AND pg_has_role(session_user, oid, 'USAGE')
        ORDER BY rolname <> 'muster_admin', rolname LIMIT 1)
"""
_COUNTS = """
    SELECT (SELECT count(*) FROM {schema}streams WHERE kind = 'incident'),
        (SELECT count(*) FROM {schema}streams WHERE kind = 'incident' AND open),
        (SELECT count(*) FROM {schema}entries)
"""


async def _postgres_status(line: Line, address: Address) -> Status:
    ((server, login, copy, role),) = await line.fetch(_POSTGRES_STATUS, within=_WITHIN)
    found = await _revision(line)
    known = Status(
        place=address.place, server=f"PostgreSQL {server}", revision=found, login=login,
        role=role or "", read_only_copy=copy,
    )  # fmt: skip
    if found != REVISION:
        return known
    counts = await line.fetch(_COUNTS.format(schema="muster."), within=_COUNT_WITHIN)
    return _counted(known, *counts[0])


def _sqlite_status(address: Address) -> Status:
    path = address.path
    server = f"SQLite {sqlite3.sqlite_version}"
    try:
        found = sqlite_file.revision(path) or ""
        known = Status(place=address.place, server=server, revision=found)
        if found != REVISION:
            return known
        with closing(sqlite3.connect(path)) as connection:
            return _counted(known, *connection.execute(_COUNTS.format(schema="")).fetchone())
    except sqlite3.Error as error:
        raise sqlite_file.translate(error, path) or error from error


def _counted(known: Status, incidents: int, still_open: int, entries: int) -> Status:
    return msgspec.structs.replace(
        known, incidents=incidents, unsettled=still_open, entries=entries
    )
