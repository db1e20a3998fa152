"""Words to search by: what of an entry is prose, and how prose falls into words.

Chinese has no spaces, so a run of its characters counts as each pair of neighbours, and its last
one alone: 消防车到 is 消防, 防车, 车到, 到. Other writing counts by whole words; A-Z as a-z.
PostgreSQL's functions do the same (`store/migrations/versions/`, 0009 and 0011).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

PROSE: Final = frozenset({
    "title", "place", "text", "reason", "said", "summary", "decided_by", "name", "from_name",
    "to_name", "called_by", "reference", "sheet", "units", "to", "subject", "why", "by", "despite",
    "matter", "unit", "received_by", "outcome", "owner", "result",
})  # fmt: skip
"""The fields of facts in which people write, or that name staff: no keys, no states."""

MOST: Final = 100_000
"""Characters of one entry that are searched; longer ones are found by their beginning."""

LONGEST: Final = 60
"""Characters of a word that count."""

PREFIX_FROM: Final = 3
"""Letters from which on a word is also found by its beginning."""

# Written so that PostgreSQL reads the same.
SPACELESS: Final = (
    r"\u2e80-\u2fff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
BETWEEN: Final = (
    r"\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f"
    r"\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_RUN = re.compile(f"([{SPACELESS}]+)|([^{BETWEEN}{SPACELESS}\\u0000]+)")
_SPACES = re.compile(r"[^\S\u1680]+")
"""Those that also part words where they are stored: not the one of Ogham."""

_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


class Token(msgspec.Struct, frozen=True):
    """`begins` asks for all words that begin so."""

    text: str
    begins: bool = False

    def takes(self, word: str) -> bool:
        return word.startswith(self.text) if self.begins else word == self.text


class Term(msgspec.Struct, frozen=True):
    """What was typed between two spaces. All of its tokens must be in one entry, as typed."""

    text: str
    tokens: tuple[Token, ...]

    @property
    def is_certain(self) -> bool:
        """Whether an entry that has the tokens has the term: else it must be looked at."""
        return len(self.tokens) == 1

    @property
    def rarest(self) -> str:
        """A part of it that must stand in the entry as it is."""
        return max((token.text for token in self.tokens), key=len)


def lower(text: str) -> str:
    """A-Z as a-z and nothing else, so that every database agrees."""
    return text.translate(_LOWER)


def words(text: str) -> Iterator[str]:
    """The words that `text` is found by."""
    for spaceless, word in _RUN.findall(lower(text)):
        if word:
            yield word[:LONGEST]
        else:
            yield from (spaceless[at : at + 2] for at in range(len(spaceless)))


def terms(typed: str) -> tuple[Term, ...]:
    """What was typed into a search, in its order; what has no letters asks for nothing."""
    pieces = _SPACES.split(lower(typed))
    found = (Term(piece, tuple(_tokens(piece))) for piece in pieces)
    return tuple(term for term in dict.fromkeys(found) if term.tokens)


def _tokens(piece: str) -> Iterator[Token]:
    runs = list(_RUN.finditer(piece))
    for run in runs:
        spaceless, word = run.groups()
        is_last = run is runs[-1] and run.end() == len(piece)
        if word:
            yield Token(word[:LONGEST], begins=is_last and len(word) >= PREFIX_FROM)
        elif len(spaceless) == 1:
            yield Token(spaceless, begins=True)
        else:
            yield from (Token(spaceless[at : at + 2]) for at in range(len(spaceless) - 1))


def prose(data: str) -> tuple[str, ...]:
    """What people wrote in a stored fact, also one of a newer program; of a correction, its own

    reason and what it puts in place.
    """
    try:
        fact = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return ()
    return tuple(_clipped(_pieces(fact))) if isinstance(fact, dict) else ()


def _pieces(fact: Mapping[str, Any]) -> Iterator[str]:
    for key, value in sorted(fact.items()):
        if key in PROSE:
            yield from _texts(value)
    inner = fact.get("fact")
    for key, value in sorted(inner.items()) if isinstance(inner, dict) else ():
        if key in PROSE:
            yield from _texts(value)


def _texts(value: object) -> Iterator[str]:
    """Of a text, of one in both languages, of a call sheet's prompts and words."""
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from _texts(each)
        case dict():
            for _, each in sorted(value.items()):
                yield from _texts(each)


def _clipped(pieces: Iterator[str]) -> Iterator[str]:
    left = MOST
    for piece in pieces:
        if left <= 0:
            return
        yield piece[:left]
        left -= len(piece)


def says(text: str, term: Term) -> bool:
    """Whether a piece of prose has the term."""
    return place_of(text, term) >= 0


def place_of(text: str, term: Term) -> int:
    """Where in `text` the term stands; -1 if it does not."""
    lowered, found = lower(text), set(words(text))
    if not all(any(token.takes(word) for word in found) for token in term.tokens):
        return -1
    return lowered.find(term.text if not term.is_certain else term.tokens[0].text)


def excerpt(text: str, term: Term, around: int = 40) -> str:
    """The term with what stands around it, on one line."""
    at = max(place_of(text, term), 0)
    begin, end = max(at - around, 0), min(at + len(term.text) + around, len(text))
    cut = " ".join(text[begin:end].split())
    return f"{'…' if begin else ''}{cut}{'…' if end < len(text) else ''}"
