"""The words of states, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.models.call_outs import CallOutState
from app.models.levels import Level
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
    match level:
        case Level.IV:
            return _tr("Words", "blue")
        case Level.III:
            return _tr("Words", "yellow")
        case Level.II:
            return _tr("Words", "orange")
        case Level.I:
            return _tr("Words", "red")
        case _:
            assert_never(level)


def call_out_word(state: CallOutState) -> str:
    match state:
        case CallOutState.NONE:
            return ""
        case CallOutState.CALLED:
            return _tr("Words", "called")
        case CallOutState.ACKNOWLEDGED:
            return _tr("Words", "acknowledged")
        case CallOutState.ON_THE_WAY:
            return _tr("Words", "on the way")
        case CallOutState.ARRIVED:
            return _tr("Words", "on site")
        case CallOutState.NO_ANSWER:
            return _tr("Words", "no answer")
        case CallOutState.EXCUSED:
            return _tr("Words", "excused")
        case CallOutState.STOOD_DOWN:
            return _tr("Words", "stood down")
        case _:
            assert_never(state)


def evacuation_word(evacuation: Evacuation) -> str:
    match evacuation:
        case Evacuation.CLEAR:
            return _tr("Words", "clear")
        case Evacuation.EVACUATING:
            return _tr("Words", "evacuating")
        case Evacuation.EMPTY:
            return _tr("Words", "empty")
        case Evacuation.CONFIRMED:
            return _tr("Words", "empty, confirmed")
        case _:
            assert_never(evacuation)
