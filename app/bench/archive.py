"""The archive: searches over very many incidents, beside the bare query that the index answers."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

import asyncpg

from app.bench.archived import Row, incidents
from app.bench.figures import Figure, at_least
from app.bench.server import folder, postgres, sqlite
from app.models.archive import Number, Search
from app.models.levels import Level
from app.models.searching import terms
from app.store.address import parse
from app.store.connect import connect
from app.store.log import SharedLog

INCIDENTS, ENTRIES = 100_000, 50
"""5,000,000 entries, on SQLite."""
SHARE = 10
"""PostgreSQL gets a tenth: its functions take words in at a quarter of the speed, once and for
all, and the bench is to end within minutes. docs/benchmarks.md has it in full."""

LIMIT = 300.0
"""Milliseconds until the first page of what was found is there."""

TAKEN_IN = 1_000
"""Entries a second that are taken in, at the least: a month of a busy site in a minute."""

_TOGETHER = 1_000


class Asked(NamedTuple):
    """A search, and the words of the bare query beside it."""

    name: str
    search: Search
    bare: str


def measure(runs: int) -> Iterator[Figure]:
    with folder() as above:
        url = sqlite(above)
        _fill_sqlite(parse(url).path)
        yield from asyncio.run(_figures("SQLite", url, INCIDENTS, runs))
    with postgres() as url:
        asyncio.run(_fill_postgres(url))
        yield from asyncio.run(_figures("PostgreSQL", url, INCIDENTS // SHARE, runs))


def _asked(count: int) -> list[Asked]:
    half = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=count / 2)
    return [
        Asked("a number", Search(number=Number(False, 2026, max(count // 2, 1))), ""),
        Asked("a Chinese word of few incidents", Search(terms=terms("氢氟酸")), "氢氟"),
        Asked("an English word of one in three", Search(terms=terms("ambulance")), "ambulance"),
        Asked("a word of all", Search(terms=terms("loudspeaker")), "loudspeaker"),
        Asked(
            "two words, plan, level, half the time",
            Search(terms=terms("ambulance 大门"), plan="office-crowd", level=Level.III, until=half),
            "ambulance",
        ),
        Asked("what nobody wrote", Search(terms=terms("loudspeaker zeppelin")), "zeppelin"),
    ]


async def _figures(where: str, url: str, count: int, runs: int) -> list[Figure]:
    log = await connect(url)
    try:
        return [await _taken_in(log, where, count)] + [
            await _figure(log, where, url, asked, runs) for asked in _asked(count)
        ]
    finally:
        await log.close()


async def _taken_in(log: SharedLog, where: str, count: int) -> Figure:
    begun = time.perf_counter()
    while await log.beside.archive.catch_up():
        pass
    rate = count * ENTRIES / (time.perf_counter() - begun)
    name = f"{where}, {count:,} incidents of {ENTRIES} entries taken in"
    return at_least(name, rate, TAKEN_IN, "entries/s")


async def _figure(log: SharedLog, where: str, url: str, asked: Asked, runs: int) -> Figure:
    archive = log.beside.archive
    ours = await _time(lambda: archive.search(asked.search), runs)
    floor = await _bare(url, asked, runs)
    return Figure(
        name=f"{where}, {asked.name}", ours=ours, unit="ms", floor=floor,
        floor_name="the bare indexed query", target=f"≤ {LIMIT:g} ms", met=ours <= LIMIT,
    )  # fmt: skip


async def _time(work: Callable[[], Awaitable[object]], runs: int) -> float:
    """Milliseconds, the median; once before, so that both sides read from memory."""
    taken = []
    for _ in range(runs + 1):
        begun = time.perf_counter()
        await work()
        taken.append(time.perf_counter() - begun)
    return median(taken[1:]) * 1e3


async def _bare(url: str, asked: Asked, runs: int) -> float:
    """The newest 100 that have the one word (or the number), by their streams alone."""
    arguments = asked.search.number or (asked.bare,)
    if url.startswith("sqlite"):
        sql = _BARE_NUMBER if asked.search.number else _BARE_SQLITE
        with closing(sqlite3.connect(parse(url).path)) as connection:

            async def ask() -> None:
                connection.execute(sql.format("?", "?", "?"), arguments).fetchall()

            return await _time(ask, runs)
    sql = _BARE_NUMBER.replace("streams", "muster.streams")
    sql = sql if asked.search.number else _BARE_POSTGRES
    bare = await asyncpg.connect(url)
    try:
        return await _time(lambda: bare.fetch(sql.format("$1", "$2", "$3"), *arguments), runs)
    finally:
        await bare.close()


_BARE_NUMBER = "SELECT stream FROM streams WHERE drill = {} AND year = {} AND running = {}"
_BARE_SQLITE = """
    SELECT stream FROM archive WHERE incident IN (
        SELECT rowid >> 20 FROM archive_words WHERE archive_words MATCH {}
    ) ORDER BY opened_at DESC LIMIT 100
"""
_BARE_POSTGRES = """
    SELECT stream FROM muster.archive WHERE incident IN (
        SELECT incident FROM muster.archive_words WHERE words @@ {}::text::tsquery
    ) ORDER BY opened_at DESC LIMIT 100
"""


# The log, put in directly: through `append` it would take an hour -------------------------------

_STREAMS = """
    INSERT INTO streams (stream, kind, drill, open, year, running, seq, head, moved)
    VALUES (?, 'incident', ?, 0, 2026, ?, ?, zeroblob(32), 0)
"""
_ENTRIES = """
    INSERT INTO entries (stream, seq, id, kind, at, recorded_at, author, station, recorded_by,
        data, hash) VALUES (?, ?, ?, ?, ?, ?, 'Wang Min', 'Desk 1', 'bench', ?, zeroblob(32))
"""


def _portions(count: int) -> Iterator[list[tuple[str, int, list[Row]]]]:
    made = incidents(count, ENTRIES)
    while some := list(islice(made, _TOGETHER)):
        yield some


def _fill_sqlite(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        for some in _portions(INCIDENTS):
            connection.executemany(_STREAMS, ((s, False, nth, ENTRIES) for s, nth, _ in some))
            connection.executemany(_ENTRIES, (row for _, _, rows in some for row in rows))
            connection.commit()


async def _fill_postgres(url: str) -> None:
    line = await asyncpg.connect(url)
    zero = bytes(32)
    try:
        for some in _portions(INCIDENTS // SHARE or 1):
            await line.copy_records_to_table(
                "streams", schema_name="muster", columns=("stream", "kind", "drill", "open", "year",
                "running", "seq", "head", "moved"), records=(
                    (s, "incident", False, False, 2026, nth, ENTRIES, zero, 0)
                    for s, nth, _ in some
                ),
            )  # fmt: skip
            await line.copy_records_to_table(
                "entries", schema_name="muster", columns=(*Row._fields, "author", "station",
                "recorded_by", "hash"), records=(
                    (*row, "Wang Min", "Desk 1", "bench", zero)
                    for _, _, rows in some for row in rows
                ),
            )  # fmt: skip
        await line.execute("ANALYZE")
    finally:
        await line.close()
