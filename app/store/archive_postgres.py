"""Searching the incidents of a log on PostgreSQL: words as a text search vector with an index."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count
from typing import TYPE_CHECKING, Any

import msgspec

from app.models.archive import Search
from app.models.entry import Entry, Wire, from_wire
from app.models.searching import Term
from app.store import archive as shared
from app.store.archive import FOUND, Condition, Dialect, Page, Place, Row, Said

if TYPE_CHECKING:
    from app.store.beside_postgres import FilesLine  # which puts this beside the files

PORTION = 10_000
"""Entries taken in by one call, about: some 200 ms."""

_MORE = f"SELECT muster.muster_archive_more({PORTION})"
_HAS = """
    a.incident IN (SELECT w.incident FROM muster.archive_words w WHERE w.words @@ ?::text::tsquery)
"""
_AMONG = "a.stream = ANY (?::text[])"
_FIND = f"""
    SELECT {FOUND} FROM muster.archive a JOIN muster.streams s ON s.stream = a.stream
    WHERE %s ORDER BY a.opened_at DESC, a.stream DESC LIMIT ?
"""  # noqa: S608  our own column names
_SAID = """
    SELECT stream, kind, at, data FROM muster.entries WHERE stream = ANY (?::text[]) AND (%s)
    ORDER BY stream, at
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
        contains = _CONTAINS.format('lower(data COLLATE "C")')
        any_of = " OR ".join([contains] * len(search.terms))
        streams = [row[0] for row in rows]
        said = await self._fetch(_SAID % any_of, [streams, *(term.rarest for term in search.terms)])
        return shared.with_hits(search, rows, (Said(*row) for row in said))

    async def _fetch(self, sql: str, arguments: Iterable[Any]) -> list[Row]:
        return [tuple(row) for row in await self._line.fetch(_numbered(sql), *arguments)]


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
