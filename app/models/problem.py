"""Problems of a written file: where it is wrong, why, and what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Generic, TypeVar

import msgspec

from app.models.text import ENGLISH, Phrase, Reader, Word

CONTEXT = "PlanFile"

T = TypeVar("T")


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """`line` and `column` count from 1, and so do the places in `field` ("tasks[3].within")."""

    file: str
    line: int
    column: int
    message: Phrase
    field: str = ""

    def render(self, reader: Reader) -> str:
        """One line, as compilers write it, so that editors can jump to the place."""
        words = self.message.render(reader)
        field = f" {self.field}:" if self.field else ""
        return f"{self.file}:{self.line}:{field} {words}"

    def english(self) -> str:
        return self.render(ENGLISH)


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What a check over a whole document found, before it is known where that is written.

    `needs` names the lists that the check relied on: where the keys of one of them could not be
    read, the finding would only be a consequence and is dropped.
    """

    field: str
    message: Phrase
    needs: tuple[str, ...] = ()


class Reading(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """What reading a file came to: a value if there were no problems, else all the problems."""

    value: T | None
    problems: tuple[Problem, ...] = ()


def say(template: str, **args: Word) -> Phrase:
    """A phrase of this context; `template` is a literal marked with `QT_TRANSLATE_NOOP`."""
    return Phrase(CONTEXT, template, args)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant."""
    names = {name.lower(): name for name in known}
    close = difflib.get_close_matches(word.lower(), names, n=1, cutoff=0.6)
    return names[close[0]] if close else None


def listed(words: Iterable[str]) -> str:
    return ", ".join(words)
