"""The words of states, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.models.call_outs import CallOutState
from app.models.levels import Level
from app.models.state_words import CALL_OUTS, COLOURS, EVACUATIONS, WORDS
from app.models.zone_states import Evacuation

_tr = QCoreApplication.translate


def between() -> str:
    """What the reader's language has between two things that it lists."""
    return _tr("Words", ", ")


def listing(words: Iterable[str]) -> str:
    """One after the other, as the reader's language lists things; without what is empty."""
    return between().join(word for word in words if word)


def series(words: Iterable[str]) -> str:
    """As `listing`, where each may have commas of its own."""
    return _tr("Words", "; ").join(word for word in words if word)


def about(title: str, said: str) -> str:
    """A title and what is said of it; the title stands first in every language."""
    return _tr("Words", "{title}: {said}").format(title=title, said=said)


def with_note(word: str, note: str) -> str:
    return _tr("Words", "{word} ({note})").format(word=word, note=note) if note else word


def level_word(level: Level) -> str:
    """The colour's name, so that a level is never told by colour alone."""
    return _tr(WORDS, COLOURS[level])


def call_out_word(state: CallOutState) -> str:
    return _tr(WORDS, CALL_OUTS[state]) if state in CALL_OUTS else ""


def evacuation_word(evacuation: Evacuation) -> str:
    return _tr(WORDS, EVACUATIONS[evacuation])
