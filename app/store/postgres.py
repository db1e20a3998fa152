"""The shared log on PostgreSQL 15 and later."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from datetime import datetime

import asyncpg

from app.models.entry import Stored, Wire, from_micros
from app.store import rows
from app.store.address import Address, parse
from app.store.archive_postgres import PostgresArchive
from app.store.beside_postgres import FilesLine, postgres_beside
from app.store.limits import check
from app.store.log import Head, Link, LogAway, LogUnusable, Moved, Presence, Receipt
from app.store.postgres_follow import follow
from app.store.postgres_line import Line, dial
from app.store.version import TABLE, require
from app.store.words import why

# Numbers go in arrays of text: asyncpg knows those by itself, and would ask the server for others.
_APPEND = """
    SELECT * FROM muster.muster_append($1, $2, $3, $4::text[]::bigint[], $5, $6, $7, $8)
"""
_READ = f"""
    SELECT {rows.ENTRY} FROM muster.entries
    WHERE stream = $1 AND seq > $2 ORDER BY seq LIMIT $3
"""  # noqa: S608  our own column names
_READ_MANY = f"""
    SELECT {rows.ENTRY_OF_E}
    FROM unnest($1::text[], $2::text[]::bigint[]) AS wanted(stream, after)
    JOIN muster.entries e ON e.stream = wanted.stream AND e.seq > wanted.after
    ORDER BY e.stream, e.seq
"""  # noqa: S608  our own column names
_LINKS = r"""
    SELECT stream, seq, convert_to(concat_ws(chr(31), stream, seq, id, kind, at, recorded_at,
        author, station, recorded_by, data), 'UTF8'), hash
    FROM muster.entries WHERE (stream, seq) > ($1, $2) ORDER BY stream, seq LIMIT $3
"""
_HEADS = f"SELECT {rows.HEAD} FROM muster.streams WHERE seq > 0"  # noqa: S608  our own names
_OPEN = """
    AND open AND (kind <> 'shift' OR stream >= to_char(
        date_trunc('month', clock_timestamp() AT TIME ZONE 'UTC') - interval '1 month',
        '"shift-"YYYY-MM'))
"""
_SEEN = """
    SELECT station, name, person, kind, seen FROM muster.stations
    WHERE seen > muster.muster_micros() - 60000000 ORDER BY station
"""
_ABOUT = f"""
    SELECT version_num, pg_is_in_recovery() AS standby,
        current_setting('server_version_num')::integer AS version
    FROM muster.{TABLE}
"""  # noqa: S608  our own table

_OLDEST = 150_000
"""PostgreSQL's version number from which on sha256, xid8 and public's rights are as needed."""

_WITHIN = 4.0
"""Seconds for what is short, so that a dead line shows within 5."""

_LONG_WITHIN = 60.0
"""Seconds for what may be large; `follow` meanwhile notices if the line is dead."""

_SLICE = 1_000
"""Entries made of rows at a stretch, so that a large read does not hold up the screen."""


class PostgresLog:
    """The hot paths go to asyncpg itself: see docs/adr/0005."""

    def __init__(self, url: str) -> None:
        self._address: Address = parse(url)
        self._line: Line | None = None
        self._following: set[Line] = set()
        self._standby = False
        self._files_line = FilesLine(self._address, self._open_line)
        self._archive_line = FilesLine(self._address, self._open_line)
        archive = PostgresArchive(self._archive_line, is_copy=lambda: self._standby)
        self.beside = postgres_beside(self._files_line, archive)

    async def open(self) -> None:
        await self.close()
        line = Line(await dial(self._address), self._address)
        try:
            self._standby = await self._look_around(line)
        except BaseException:
            line.connection.terminate()
            raise
        self._line = line

    async def _look_around(self, line: Line) -> bool:
        """Whether it is a standby; raises unless it is a log of this program's version."""
        found = await line.fetch(_ABOUT, within=_WITHIN)
        place = self._address.place
        if not found:
            raise LogUnusable(why("not_muster", place=place))
        revision, standby, version = found[0]
        if version < _OLDEST:
            raise LogUnusable(why("old_server", place=place, version=version // 10_000))
        require(revision, place=place)
        return bool(standby)

    async def close(self) -> None:
        for following in self._following:
            following.connection.terminate()
        line, self._line = self._line, None
        self._files_line.hang_up()
        self._archive_line.hang_up()
        if line:
            await line.close()

    @property
    def notifies(self) -> bool:
        return not self._standby

    def _open_line(self) -> Line:
        if self._line is None or self._line.connection.is_closed():
            raise LogAway(why("closed", place=self._address.place))
        return self._line

    async def append(self, entries: Sequence[Wire], *, year: int) -> list[Receipt]:
        check(entries)
        if not entries:
            return []
        within = _WITHIN + len(entries) / 500
        found = await self._open_line().fetch(_APPEND, *rows.columns(entries), year, within=within)
        receipts: dict[int, Receipt] = {}
        for nth, *rest in found:
            receipts[nth] = rows.receipt([entries[nth - 1].id, *rest])
        return [receipts[nth] for nth in range(1, len(entries) + 1)]

    async def read(self, stream: str, after: int = 0, limit: int = 10_000) -> list[Stored]:
        line = self._open_line()
        return await _all_stored(await line.fetch(_READ, stream, after, limit, within=_LONG_WITHIN))

    async def read_many(self, after: Mapping[str, int]) -> list[Stored]:
        found = await self._open_line().fetch(
            _READ_MANY, list(after), list(map(str, after.values())), within=_LONG_WITHIN
        )
        return await _all_stored(found)

    async def heads(self, *, open_only: bool = False) -> list[Head]:
        sql = _HEADS + (_OPEN if open_only else "") + " ORDER BY stream"
        return [rows.head(row) for row in await self._open_line().fetch(sql, within=_LONG_WITHIN)]

    async def head(self, stream: str) -> Head | None:
        sql = f"{_HEADS} AND stream = $1"
        found = await self._open_line().fetch(sql, stream, within=_WITHIN)
        return rows.head(found[0]) if found else None

    async def links(self, after: tuple[str, int] = ("", 0), limit: int = 20_000) -> list[Link]:
        found = await self._open_line().fetch(_LINKS, *after, limit, within=_LONG_WITHIN)
        return list(map(Link._make, found))

    async def follow(self) -> AsyncGenerator[Moved, None]:
        line = Line(await dial(self._address), self._address)
        self._following.add(line)
        try:
            async for moved in follow(line, notified=self.notifies):
                yield moved
        finally:
            self._following.discard(line)
            line.connection.terminate()

    async def clock(self) -> datetime:
        found = await self._open_line().fetch("SELECT muster.muster_micros()", within=_WITHIN)
        return from_micros(found[0][0])

    async def be_present(self, presence: Presence) -> list[Presence]:
        line = self._open_line()
        if not self._standby:
            await line.fetch(
                "SELECT muster.muster_present($1, $2, $3, $4)", presence.station, presence.name,
                presence.person, presence.kind, within=_WITHIN,
            )  # fmt: skip
        return [
            Presence(station=station, name=name, person=person, kind=kind, seen=from_micros(seen))
            for station, name, person, kind, seen in await line.fetch(_SEEN, within=_WITHIN)
        ]


async def _all_stored(found: list[asyncpg.Record]) -> list[Stored]:
    made: list[Stored] = []
    for start in range(0, len(found), _SLICE):
        if start:
            await asyncio.sleep(0)
        made += map(rows.stored, found[start : start + _SLICE])
    return made
