"""Searching the incidents of a log on PostgreSQL: words as a text search vector with an index."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from itertools import count
from typing import TYPE_CHECKING, Any

import msgspec

from app.models.archive import Search
from app.models.entry import Entry, Wire, from_wire
from app.models.searching import Term
from app.store import archive as shared
from app.store.archive import (
    FOUND,
    HEADING,
    Behind,
    Condition,
    Dialect,
    Looking,
    Page,
    Place,
    Row,
    Said,
)

if TYPE_CHECKING:
    from app.store.beside_postgres import FilesLine  # which puts this beside the files

PORTION = 10_000
"""Entries taken in by one call, about: some 200 ms."""

_ROWS = 1_000
"""Entries read at once to look at, about: some 5 ms of the event loop."""

_MORE_EACH = 20
"""Times as many are looked at again where the first did not say it."""

_LONGEST = 5_000
"""Entries of one incident read at once."""

_MORE = f"SELECT muster.muster_archive_more({PORTION})"
_BEHIND = """
    SELECT coalesce(sum(s.seq - coalesce(a.seq, 0)), 0), count(*)
    FROM muster.streams s LEFT JOIN muster.archive a ON a.stream = s.stream
    WHERE s.kind = 'incident' AND s.seq > coalesce(a.seq, 0)
"""
_HAS = """
    a.incident IN (SELECT w.incident FROM muster.archive_words w WHERE w.words @@ ?::text::tsquery)
"""
_AMONG = "a.stream = ANY (?::text[])"
_FIND = f"""
    SELECT {FOUND} FROM muster.archive a JOIN muster.streams s ON s.stream = a.stream
    WHERE %s ORDER BY a.opened_at DESC, a.stream DESC LIMIT ?
"""  # noqa: S608  our own column names
# Of each incident, for each term, the fitting entries from the one to the other, by when they
# happened; those that say what title and place say are counted apart.
_SAID = """
    WITH fitting AS (
        SELECT e.stream, e.seq, row_number() OVER (
            PARTITION BY e.stream, t.part, e.kind = ANY (?::text[]) ORDER BY e.at, e.id
        ) AS nth
        FROM muster.entries e JOIN unnest(?::text[]) AS t(part)
            ON strpos(lower(e.data COLLATE "C"), t.part) > 0
        WHERE e.stream = ANY (?::text[])
    )
    SELECT e.stream, e.kind, e.at, e.data FROM muster.entries e
    WHERE (e.stream, e.seq) IN (SELECT stream, seq FROM fitting WHERE nth > ? AND nth <= ?)
    ORDER BY e.stream, e.at, e.id
"""
_READ = """
    SELECT id, stream, kind, at, author, station, data FROM muster.entries
    WHERE stream = ANY (?::text[]) ORDER BY stream, seq
"""
_CONTAINS = "strpos({0}, ?::text) > 0"


class PostgresArchive:
    """On a line of its own: a long search holds up no entry."""

    def __init__(self, line: FilesLine, *, is_copy: Callable[[], bool]) -> None:
        self._line = line
        self._is_copy = is_copy

    async def catch_up(self) -> int:
        if self._is_copy():
            return 0
        [(left,)] = await self._line.fetch(_MORE)
        return int(left)

    async def behind(self) -> Behind:
        if not self._is_copy():
            return Behind()
        [(entries, incidents)] = await self._line.fetch(_BEHIND)
        return Behind(entries=int(entries), incidents=incidents)

    async def read(self, streams: Iterable[str]) -> list[Entry]:
        rows = await self._fetch(_READ, [sorted(streams)])
        return [from_wire(msgspec.convert(row, Wire)) for row in rows]

    async def search(self, search: Search, *, limit: int = 100, after: Place | None = None) -> Page:
        found: list[Any] = []
        place = after
        while len(found) < limit:
            rows = await self._candidates(search, limit, place)
            found += await self._looked_at(search, rows)
            place = shared.place_of(rows[-1]) if rows else None
            if len(rows) < limit:
                return Page(found, None)
        return Page(found, place)

    async def _candidates(self, search: Search, limit: int, after: Place | None) -> list[Row]:
        where, arguments = shared.asking(search, after, _DIALECT)
        return await self._fetch(_FIND % where, [*arguments, limit])

    async def _looked_at(self, search: Search, rows: list[Row]) -> list[Any]:
        if not shared.needs_look(search) or not rows:
            return [shared.found_of(row, None) for row in rows]
        looking = shared.Looking(search)
        streams, before, stretch = [row[0] for row in rows], 0, 1
        while streams:
            streams = await self._look(looking, search, streams, before, before + stretch)
            before, stretch = before + stretch, min(stretch * _MORE_EACH, _LONGEST)
        return looking.found(rows)

    async def _look(
        self, looking: Looking, search: Search, streams: list[str], before: int, up_to: int
    ) -> list[str]:
        """Take from each the entries in that stretch; answers those of which to take more.

        Mostly the first that fits by its letters says it: few are read, and looked at in a thread.
        """
        parts = sorted({term.rarest for term in search.terms})
        together = max(_ROWS // ((up_to - before) * len(parts)), 1)
        left = []
        for at in range(0, len(streams), together):
            some = streams[at : at + together]
            said = await self._fetch(_SAID, [sorted(HEADING), parts, some, before, up_to])
            await asyncio.to_thread(_take, looking, said)
            more = {row[0] for row in said}
            left += [stream for stream in some if stream in more and looking.lacks(stream)]
        return left

    async def _fetch(self, sql: str, arguments: Iterable[Any]) -> list[Row]:
        return [tuple(row) for row in await self._line.fetch(_numbered(sql), *arguments)]


def _take(looking: Looking, said: list[Row]) -> None:
    for row in said:
        looking.take(Said(*row))


def _has(term: Term) -> Condition:
    """All tokens in one portion; tokens hold neither quotes nor backslashes."""
    tokens = (f"'{token.text}'{':*' if token.begins else ''}" for token in term.tokens)
    return _HAS, (" & ".join(tokens),)


def _among(streams: Iterable[str]) -> Condition:
    return _AMONG, (sorted(streams),)


_DIALECT = Dialect(has=_has, among=_among, contains=_CONTAINS)


def _numbered(sql: str) -> str:
    """`?` as PostgreSQL counts them: $1, $2, …"""
    first, *rest = sql.split("?")
    numbers = count(1)
    return first + "".join(f"${next(numbers)}{piece}" for piece in rest)
