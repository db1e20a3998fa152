"""The archive: what is asked of all incidents, open and closed, and what is known of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Final, NamedTuple

import msgspec

from app.models.entry import Entry
from app.models.incident import Incident
from app.models.levels import Level
from app.models.searching import Term, terms

COURSE_KINDS: Final = frozenset({
    "opened", "amended", "level_set", "declared_over", "closed", "reopened", "corrected",
})  # fmt: skip
"""The kinds of entries that a summary is made of."""

_NUMBER = re.compile(r"(D?)(\d{4})-(\d{1,9})", re.IGNORECASE)


class Number(NamedTuple):
    """An incident's number: 2026-0042, or D2026-0007 for a drill."""

    drill: bool
    year: int
    running: int


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """All that is given must hold; what is not given is not asked.

    `plan` is a plan's key, `level` the least that was reached. It opened from `since` to before
    `until`. `among` keeps to these streams. `heading_only` looks at title and place alone.
    """

    terms: tuple[Term, ...] = ()
    number: Number | None = None
    heading_only: bool = False
    plan: str = ""
    level: Level | None = None
    since: datetime | None = None
    until: datetime | None = None
    drill: bool | None = None
    among: frozenset[str] | None = None


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What the archive keeps of an incident; `level` is the highest that it reached."""

    title: str = ""
    place: str = ""
    plan: str = ""
    level: Level = Level.IV
    opened_at: datetime | None = None
    closed_at: datetime | None = None


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """Where the words stand: an entry's time, and what it says around them."""

    at: datetime
    text: str


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One incident as a search finds it. `open` says that it is not settled."""

    stream: str
    number: str
    drill: bool
    open: bool
    entries: int
    summary: Summary
    hit: Hit | None = None


def asked(typed: str) -> tuple[Number | None, tuple[Term, ...]]:
    """The number and the words in what was typed into the search line."""
    number, rest = None, []
    for piece in typed.split():
        match = _NUMBER.fullmatch(piece)
        if match and number is None:
            number = Number(bool(match[1]), int(match[2]), int(match[3]))
        else:
            rest.append(piece)
    return number, terms(" ".join(rest))


def summarise(stream: str, entries: Iterable[Entry]) -> Summary:
    """From an incident's entries; those of `COURSE_KINDS`, and what they correct, are enough."""
    incident = Incident(stream, entries)
    course, detail = incident.course, incident.detail
    return Summary(
        title=detail.title, place=detail.place, plan=course.plan,
        level=max((level for _, level in incident.leveling.steps), default=Level.IV),
        opened_at=course.opened_at, closed_at=course.closed_at,
    )  # fmt: skip
