"""What can be done with a row, and what a person is asked before it is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, TypeAlias

import msgspec

from app.models.refusals import refuse
from app.presenters.part import Answered, Part

Answers: TypeAlias = Mapping[str, str]
"""By the key of each field; a choice answers with the key of its option."""

NO_ANSWERS: Answers = {}

_WAS = "was_"


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can be done; `key` does it while the keyboard is on the row."""

    action: str
    text: str
    key: str = ""


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """`options` (key, words) make it a choice; where one may type another, `free` says so.

    `many` makes them boxes to tick: `value` and the answer are keys, one in each line. `several`
    is the same for options that are too many for boxes: a line, each found by typing; what is no
    option is answered in its words.
    `long` is for a text of several lines, `wraps` for a sentence that is seen whole, `wide` for a
    long line. A `sheet` has many lines:
    Enter begins the next one.
    """

    key: str
    label: str
    value: str = ""
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()
    free: bool = False
    many: bool = False
    several: bool = False
    long: bool = False
    sheet: bool = False
    wide: bool = False
    wraps: bool = False


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """`do` is the word on the button that records it. Without fields it only asks once more.

    `begin` is the field that has the keyboard at first; "" for the first of them.
    `unasked` goes back with the answers: what the question was made of. `has_names`: names of the
    public stand in it, and not longer than the page where they were asked for.
    """

    title: str
    do: str
    note: str = ""
    fields: tuple[Field, ...] = ()
    begin: str = ""
    unasked: Answers = {}
    has_names: bool = False


def as_shown(values: Answers) -> Answers:
    """For `Question.unasked`: what its fields begin with, as `changed` reads it."""
    return {_WAS + key: value for key, value in values.items()}


def changed(answers: Answers, now: Answers) -> dict[str, str]:
    """Of the answers to `now` those that a person changed; what others set meanwhile stays."""
    given = {key: answers[key].strip() for key in now}
    return {
        key: text for key, text in given.items() if text not in (answers.get(_WAS + key), now[key])
    }


class Acting(Part):
    """A part in which things can be done: with its rows, or (`key` empty) with the whole."""

    keys: ClassVar[Mapping[str, str]] = {}
    """Keyboard key → action."""

    def keys_of(self, key: str) -> Mapping[str, str]:
        """Those that mean something while the keyboard is on this row."""
        del key
        return self.keys

    def choices(self, key: str) -> tuple[Choice, ...]:
        """What can be done now, the likeliest first."""
        raise NotImplementedError

    def question(self, key: str, action: str) -> Question | None:
        """What has to be asked before; None if it can be done at once."""
        del key, action
        return None

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        raise NotImplementedError

    def tell_ended(self) -> None:
        """Enter on a row about which nothing is left to do: how it is taken back."""
        self.scene.refuse(refuse("ended"))

    def _key_of(self, action: str) -> str:
        return next((key for key, does in self.keys.items() if does == action), "")

    def _choice(self, action: str, text: str) -> Choice:
        return Choice(action=action, text=text, key=self._key_of(action))
