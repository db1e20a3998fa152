"""Searching the incidents of a log in memory: everything is looked at anew each time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from app.models.archive import Found, Hit, Number, Search, Summary, summarise
from app.models.entry import Entry, Stored, to_micros
from app.models.searching import Term, prose, says, words
from app.store import archive as shared
from app.store.archive import NEVER, Behind, Page, Place, Said
from app.store.rows import number
from app.store.streams import Stream


class MemoryArchive:
    """Looks at the log's own streams and entries; `check_open` raises while it is not open."""

    def __init__(
        self,
        check_open: Callable[[], None],
        streams: Mapping[str, Stream],
        entries: Mapping[str, Sequence[Stored]],
    ) -> None:
        self._check_open = check_open
        self._streams, self._entries = streams, entries

    async def catch_up(self) -> int:
        self._check_open()
        return 0

    async def behind(self) -> Behind:
        self._check_open()
        return Behind()

    async def read(self, streams: Iterable[str]) -> list[Entry]:
        self._check_open()
        return [
            stored.entry for stream in sorted(streams) for stored in self._entries.get(stream, ())
        ]

    async def search(self, search: Search, *, limit: int = 100, after: Place | None = None) -> Page:
        self._check_open()
        found = sorted(self._found(search), key=_place, reverse=True)
        left = [each for each in found if after is None or _place(each) < after]
        page = left[:limit]
        return Page(page, _place(page[-1]) if len(left) > limit else None)

    def _found(self, search: Search) -> Iterator[Found]:
        for stream in self._streams.values():
            stored = self._entries.get(stream.stream, ())
            if stream.kind != "incident" or not stored:
                continue
            summary = summarise(stream.stream, (each.entry for each in stored))
            if not _fits(search, stream, summary) or not _has(search, summary, stored):
                continue
            yield Found(
                stream=stream.stream, number=number(stream.drill, stream.year, stream.running),
                drill=stream.drill, open=stream.open, entries=stream.seq, summary=summary,
                hit=_hit(search, stored),
            )  # fmt: skip


def _place(found: Found) -> Place:
    opened = found.summary.opened_at
    return Place(NEVER if opened is None else to_micros(opened), found.stream)


def _fits(search: Search, stream: Stream, summary: Summary) -> bool:
    opened = summary.opened_at
    plan = summary.plan.partition("@")[0]
    asked = (
        search.number is None
        or search.number == Number(stream.drill, stream.year or 0, stream.running or 0),
        not search.plan or search.plan in (plan, summary.plan),
        search.level is None or summary.level >= search.level,
        search.since is None or (opened is not None and opened >= search.since),
        search.until is None or opened is None or opened < search.until,
        search.drill is None or stream.drill == search.drill,
        search.among is None or stream.stream in search.among,
    )
    return all(asked)


def _has(search: Search, summary: Summary, stored: Sequence[Stored]) -> bool:
    if search.heading_only:
        heading = shared.heading(summary)
        return all(term.text in heading for term in search.terms)
    said = [prose(each.data) for each in stored]
    return all(any(_says(pieces, term) for pieces in said) for term in search.terms)


def _says(pieces: Sequence[str], term: Term) -> bool:
    found = {word for piece in pieces for word in words(piece)}
    there = all(any(token.takes(word) for word in found) for token in term.tokens)
    return there and (term.is_certain or any(says(piece, term) for piece in pieces))


def _hit(search: Search, stored: Sequence[Stored]) -> Hit | None:
    if not shared.needs_look(search):
        return None
    by_time = sorted(stored, key=lambda each: each.entry.order)
    said = [
        Said(each.entry.stream, each.entry.kind, to_micros(each.entry.at), each.data)
        for each in by_time
    ]
    looking = shared.Looking(search)
    for each in said:
        looking.take(each)
    return looking.hit(stored[0].entry.stream)
