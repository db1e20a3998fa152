"""Searching all incidents of a shared log, open and closed: the interface, and what is shared.

What is searched is derived from the log alone, by whoever holds the log, and behind it: searches
bring it up to date first. It can be thrown away and made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple, Protocol, TypeAlias

from app.models.archive import Found, Hit, Search, Summary
from app.models.entry import Entry, from_micros, to_micros
from app.models.levels import Level
from app.models.plan import Plan
from app.models.searching import Term, excerpt, lower, prose, says
from app.store.rows import number

NEVER = -1
"""For a time that is not known: before all others."""


class Place(NamedTuple):
    """Where a page of found incidents ended: the next begins behind it."""

    opened_at: int
    stream: str


class Page(NamedTuple):
    """`more` is where to go on; None if this was all."""

    found: list[Found]
    more: Place | None


class Behind(NamedTuple):
    """What searches do not find yet: the entries that are not in, and of how many incidents."""

    entries: int = 0
    incidents: int = 0


class Archive(Protocol):
    """No more than the log itself can be read through it. All raise a `LogError`."""

    async def catch_up(self) -> int:
        """Take in a portion of what is new in the log; answers how many entries are left, about.

        0: all is in. A read-only copy gets it from where the log is written, and answers 0.
        """

    async def behind(self) -> Behind:
        """What cannot be taken in here: of a read-only copy, until a search where it is written."""

    async def read(self, streams: Iterable[str]) -> list[Entry]:
        """The entries of these incidents, by stream, to reckon with; no chain is checked."""

    async def search(self, search: Search, *, limit: int = 100, after: Place | None = None) -> Page:
        """Up to `limit` incidents, those opened last first. Cancelled, it stops working."""


class Said(NamedTuple):
    """One entry that may say what was asked, as stored."""

    stream: str
    kind: str
    at: int
    data: str


Row: TypeAlias = Sequence[Any]

FOUND = """
    a.stream, s.drill, s.year, s.running, s.open, s.seq, a.title, a.place, a.plan, a.level,
    a.opened_at, a.closed_at
"""


def found_of(row: Row, hit: Hit | None) -> Found:
    """From the columns of `FOUND`."""
    stream, drill, year, running, is_open, seq, title, place, plan, level, opened, closed = row
    return Found(
        stream=stream, number=number(drill, year, running), drill=bool(drill), open=bool(is_open),
        entries=seq, hit=hit, summary=Summary(
            title=title, place=place, plan=plan, level=Level(level),
            opened_at=_moment(opened), closed_at=_moment(closed),
        ),
    )  # fmt: skip


def _moment(micros: int) -> datetime | None:
    """None too for what a correction puts before the calendar begins, or after it ends."""
    if micros == NEVER:
        return None
    try:
        return from_micros(micros)
    except OverflowError:
        return None


def place_of(row: Row) -> Place:
    return Place(opened_at=row[10], stream=row[0])


Condition: TypeAlias = tuple[str, Sequence[object]]
"""A part of a query, and what stands in the places of its `?`."""


class Dialect(NamedTuple):
    """How a database says what others say otherwise.

    `has` is the condition that an incident has a term, `among` that its stream is one of these,
    `contains` that the text in the brace has what stands at a `?`.
    """

    has: Callable[[Term], Condition]
    among: Callable[[Iterable[str]], Condition]
    contains: str


def asking(search: Search, after: Place | None, dialect: Dialect) -> Condition:
    """The conditions of a query over `archive a` and `streams s`, all together."""
    parts: list[Condition] = [
        ("s.kind = 'incident'", ()),
        *_words(search, dialect),
        *_bounds(search),
    ]
    if search.among is not None:
        parts.append(dialect.among(search.among))
    if after is not None:
        parts.append(("(a.opened_at, a.stream) < (?, ?)", after))
    arguments = [argument for _, its in parts for argument in its]
    return " AND ".join(sql for sql, _ in parts), arguments


def _words(search: Search, dialect: Dialect) -> Iterator[Condition]:
    for term in search.terms:
        if search.heading_only:
            yield dialect.contains.format("a.heading"), (term.text,)
        else:
            yield dialect.has(term)


def _bounds(search: Search) -> Iterator[Condition]:
    if search.number:
        yield "s.drill = ? AND s.year = ? AND s.running = ?", search.number
    if search.plan:
        yield "(a.plan = ? OR a.plan LIKE ? ESCAPE '!')", (search.plan, _ref(search.plan))
    if search.level is not None:
        yield "a.level >= ?", (int(search.level),)
    if search.since is not None:
        yield "a.opened_at >= ?", (to_micros(search.since),)
    if search.until is not None:
        yield "a.opened_at < ?", (to_micros(search.until),)
    if search.drill is not None:
        yield "s.drill = ?", (search.drill,)


def _ref(plan: str) -> str:
    """Any version of a plan: references are `key@fingerprint`."""
    escaped = plan.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return f"{escaped}@%"


def heading(summary: Summary) -> str:
    """Title and place as they are searched."""
    return lower(f"{summary.title}\n{summary.place}")


def needs_look(search: Search) -> bool:
    """Whether entries are to be read: to be sure of a term, and to say where it stands."""
    return bool(search.terms) and not search.heading_only


HEADING: Final = frozenset({"opened", "amended"})
"""The kinds that say what title and place say, which stand in the list anyway."""


class Looking:
    """What entries say of the terms: to be taken in the order in which they happened.

    An incident in which each term that was found by several tokens really stands in an entry is
    found; its hit is the first that says more than title and place do.
    """

    def __init__(self, search: Search) -> None:
        self._terms = search.terms
        self._seen: dict[str, set[Term]] = {}
        self._hits: dict[str, dict[Term, Hit]] = {}

    def take(self, said: Said) -> None:
        """What was found already is not looked for again."""
        hits = self._hits.setdefault(said.stream, {})
        wanted = [term for term in self._terms if term not in hits]
        pieces = prose(said.data) if wanted else ()
        for term in wanted:
            piece = next((piece for piece in pieces if says(piece, term)), None)
            if piece is None:
                continue
            self._seen.setdefault(said.stream, set()).add(term)
            if said.kind not in HEADING:
                hits[term] = Hit(at=from_micros(said.at), text=excerpt(piece, term))

    def lacks(self, stream: str) -> bool:
        """Whether a later entry could say more."""
        return len(self._hits.get(stream, ())) < len(self._terms)

    def hit(self, stream: str) -> Hit | None:
        """Of several at one moment that of the first term."""
        hits = self._hits.get(stream, {})
        ordered = (hits[term] for term in self._terms if term in hits)
        return min(ordered, key=lambda hit: hit.at, default=None)

    def has(self, stream: str) -> bool:
        """Not if it only seemed so, because a term's tokens stand in different entries."""
        seen = self._seen.get(stream, set())
        return all(term.is_certain or term in seen for term in self._terms)

    def found(self, rows: Iterable[Row]) -> list[Found]:
        return [found_of(row, self.hit(row[0])) for row in rows if self.has(row[0])]


async def last_drills(archive: Archive, plans: Iterable[Plan]) -> dict[str, datetime]:
    """When each plan (by key) was last drilled. Raises a `LogError`."""
    while await archive.catch_up():
        pass
    found = {}
    for plan in {plan.key for plan in plans}:
        page = await archive.search(Search(drill=True, plan=plan), limit=1)
        for each in page.found:
            if each.summary.opened_at is not None:
                found[plan] = each.summary.opened_at
    return found
