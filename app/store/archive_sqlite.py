"""Searching the incidents of a log in a SQLite file: words in FTS5, in a thread of its own."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeVar

import msgspec

from app.models.archive import COURSE_KINDS, Search, summarise
from app.models.entry import Entry, Wire, from_wire, to_micros
from app.models.searching import Term, prose, words
from app.store import archive as shared
from app.store.archive import FOUND, NEVER, Behind, Condition, Dialect, Page, Place, Row, Said
from app.store.sqlite_thread import SqliteThread
from app.store.streams import kind_of

T = TypeVar("T")

PORTION = 1_000
"""Entries taken in at once: some 30 ms, for which others cannot write."""

_PARTS = 20
"""Bits of a row's id in `archive_words` that tell the portions of one incident apart."""

_REACHED = "SELECT position FROM archive_reached"
_REACH = "UPDATE archive_reached SET position = ? WHERE position = ?"
_NEW = """
    SELECT stream, kind, data, position FROM entries WHERE position > ? ORDER BY position LIMIT ?
"""
_LEFT = "SELECT coalesce(max(position), 0) - ? FROM entries"
_COURSE = f"""
    SELECT id, stream, kind, at, author, station, data FROM entries WHERE stream = ?1
    AND (kind IN ({", ".join(f"'{kind}'" for kind in sorted(COURSE_KINDS))}) OR id IN (
        SELECT CASE WHEN json_valid(data) THEN json_extract(data, '$.entry') END FROM entries
        WHERE stream = ?1 AND kind = 'corrected'))
"""  # noqa: S608  our own kinds
_KNOWN = "SELECT incident, parts FROM archive WHERE stream = ?"
_BEGIN = """
    INSERT INTO archive (stream, parts, title, place, heading, plan, level, opened_at, closed_at)
    VALUES (?, 0, '', '', '', '', 1, -1, -1) RETURNING incident, parts
"""
_SUMMARY = """
    UPDATE archive SET title = ?, place = ?, heading = ?, plan = ?, level = ?, opened_at = ?,
        closed_at = ? WHERE incident = ?
"""
_PART = "UPDATE archive SET parts = parts + 1 WHERE incident = ?"
_WORDS = "INSERT INTO archive_words (rowid, words) VALUES (?, ?)"

_HAS = f"""
    a.incident IN (SELECT rowid >> {_PARTS} FROM archive_words WHERE archive_words MATCH ?)
"""  # noqa: S608  our own number
_AMONG = "a.stream IN (SELECT value FROM json_each(?))"
_FIND = f"""
    SELECT {FOUND} FROM archive AS a JOIN streams AS s ON s.stream = a.stream
    WHERE %s ORDER BY a.opened_at DESC, a.stream DESC LIMIT ?
"""  # noqa: S608  our own column names
_SAID = """
    SELECT stream, kind, at, data FROM entries WHERE stream IN (SELECT value FROM json_each(?))
    AND (%s) ORDER BY stream, at, id
"""

_READ = """
    SELECT id, stream, kind, at, author, station, data FROM entries
    WHERE stream IN (SELECT value FROM json_each(?)) ORDER BY stream, seq
"""


class SqliteArchive:
    """A second way into the same file: a long search holds up no entry."""

    def __init__(self, log: SqliteThread) -> None:
        """`log` is the log's own thread: closed, this is closed too."""
        self._log = log
        self._thread = SqliteThread(log.path)
        self._opening = asyncio.Lock()

    async def close(self) -> None:
        await self._thread.close()

    async def catch_up(self) -> int:
        return await self._ask(_take_in)

    async def behind(self) -> Behind:
        self._log.check_open()
        return Behind()

    async def read(self, streams: Iterable[str]) -> list[Entry]:
        wanted = msgspec.json.encode(sorted(streams)).decode()
        rows = await self._ask(lambda connection: connection.execute(_READ, (wanted,)).fetchall())
        return [from_wire(msgspec.convert(row, Wire)) for row in rows]

    async def search(self, search: Search, *, limit: int = 100, after: Place | None = None) -> Page:
        return await self._ask(lambda connection: _search(connection, search, limit, after))

    async def _ask(self, work: Callable[[sqlite3.Connection], T]) -> T:
        self._log.check_open()
        async with self._opening:  # whoever else asks meanwhile must not open it again
            if not self._thread.is_open:
                await self._thread.open()
        return await self._thread.ask_endable(work)


# Taking in -------------------------------------------------------------------------------------


class _Portion(msgspec.Struct, frozen=True):
    """What is new of one incident."""

    stream: str
    kinds: frozenset[str]
    words: str


def _take_in(connection: sqlite3.Connection) -> int:
    ((reached,),) = connection.execute(_REACHED).fetchall()
    rows = connection.execute(_NEW, (reached, PORTION)).fetchall()
    if not rows:
        return 0
    portions = _portions(rows)
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another program may have taken the same in meanwhile.
        if connection.execute(_REACH, (rows[-1][3], reached)).rowcount:
            for portion in portions:
                _keep(connection, portion)
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
    ((left,),) = connection.execute(_LEFT, (rows[-1][3],)).fetchall()
    return int(left)


def _portions(rows: Iterable[Row]) -> list[_Portion]:
    by_stream = groupby(sorted(rows, key=itemgetter(0)), itemgetter(0))
    return [
        _portion(stream, list(its)) for stream, its in by_stream if kind_of(stream) == "incident"
    ]


def _portion(stream: str, rows: Sequence[Row]) -> _Portion:
    found = {word for _, _, data, _ in rows for piece in prose(data) for word in words(piece)}
    return _Portion(stream, frozenset(kind for _, kind, _, _ in rows), " ".join(sorted(found)))


def _keep(connection: sqlite3.Connection, portion: _Portion) -> None:
    known = connection.execute(_KNOWN, (portion.stream,)).fetchone()
    incident, parts = known or connection.execute(_BEGIN, (portion.stream,)).fetchone()
    if not COURSE_KINDS.isdisjoint(portion.kinds):
        _summarise(connection, portion.stream, incident)
    if portion.words:
        connection.execute(_WORDS, ((incident << _PARTS) + parts, portion.words))
        connection.execute(_PART, (incident,))


def _summarise(connection: sqlite3.Connection, stream: str, incident: int) -> None:
    entries = [
        from_wire(msgspec.convert(row, Wire)) for row in connection.execute(_COURSE, (stream,))
    ]
    summary = summarise(stream, entries)
    opened, closed = summary.opened_at, summary.closed_at
    connection.execute(_SUMMARY, (
        summary.title, summary.place, shared.heading(summary), summary.plan, int(summary.level),
        NEVER if opened is None else to_micros(opened),
        NEVER if closed is None else to_micros(closed), incident,
    ))  # fmt: skip


# Searching -------------------------------------------------------------------------------------


def _search(
    connection: sqlite3.Connection, search: Search, limit: int, after: Place | None
) -> Page:
    found: list[Any] = []
    place = after
    while len(found) < limit:
        rows = _candidates(connection, search, limit, place)
        found += _looked_at(connection, search, rows)
        place = shared.place_of(rows[-1]) if rows else None
        if len(rows) < limit:
            return Page(found, None)
    return Page(found, place)


def _candidates(
    connection: sqlite3.Connection, search: Search, limit: int, after: Place | None
) -> list[Row]:
    where, arguments = shared.asking(search, after, _DIALECT)
    with closing(connection.execute(_FIND % where, (*arguments, limit))) as cursor:
        return cursor.fetchall()


def _has(term: Term) -> Condition:
    """All tokens in one portion; tokens hold neither quotes nor spaces."""
    tokens = (f'"{token.text}"{" *" if token.begins else ""}' for token in term.tokens)
    return _HAS, (" AND ".join(tokens),)


def _among(streams: Iterable[str]) -> Condition:
    return _AMONG, (msgspec.json.encode(sorted(streams)).decode(),)


_DIALECT = Dialect(has=_has, among=_among, contains="instr({0}, ?) > 0")


def _looked_at(connection: sqlite3.Connection, search: Search, rows: list[Row]) -> list[Any]:
    if not shared.needs_look(search) or not rows:
        return [shared.found_of(row, None) for row in rows]
    any_of = " OR ".join(["instr(lower(data), ?) > 0"] * len(search.terms))
    streams = msgspec.json.encode([row[0] for row in rows]).decode()
    said = connection.execute(_SAID % any_of, (streams, *(term.rarest for term in search.terms)))
    looking = shared.Looking(search)
    for each in said:
        looking.take(Said._make(each))
    return looking.found(rows)
