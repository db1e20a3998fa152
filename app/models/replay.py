"""Looking back: an incident as it was at any moment, as it happened or as it was known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from enum import Enum
from typing import Generic, NamedTuple, TypeVar

from app.models.entry import Entry
from app.models.facts import Corrected
from app.models.fold import Changes, Fold
from app.models.incident import Incident
from app.models.site import Site

Folded = TypeVar("Folded", bound=Incident | Site)


class Sight(Enum):
    """How one looks back."""

    HAPPENED = "happened"
    """By when it happened, and as it was corrected since."""
    KNOWN = "known"
    """By when it was recorded: what came in late is not there before."""


class Turn(NamedTuple):
    """From `at` on the entry counts, in place of one of the same id."""

    at: datetime
    entry: Entry


def as_known(entries: Iterable[Entry], known_at: Callable[[Entry], datetime]) -> list[Turn]:
    return _in_order(Turn(known_at(entry), entry) for entry in entries)


def as_happened(fold: Fold) -> list[Turn]:
    """What was corrected counts as it was corrected, from when that happened.

    Original and corrections stand side by side from when the last correction was made: at the
    end one sees what is seen now.
    """
    return _in_order(turn for entry in fold.timeline for turn in _happened(fold, entry))


def _happened(fold: Fold, entry: Entry) -> Iterator[Turn]:
    fact = entry.fact
    target = fold.entry(fact.entry) if isinstance(fact, Corrected) else entry
    last = fold.correction_of(target.id) if target else None
    if target is None or last is None:
        yield Turn(entry.at, entry)
        return
    truth = fold.effective(target)
    if entry is target and truth is not None and truth.at < last.at:
        yield Turn(truth.at, truth)
    yield Turn(last.at, entry)


def _in_order(turns: Iterable[Turn]) -> list[Turn]:
    return sorted(turns, key=lambda turn: (turn.at, turn.entry.at, turn.entry.id))


class Past(Generic[Folded]):
    """The fold of what counted by a moment. Forward it takes what joins; back it folds anew."""

    def __init__(
        self, turns: Sequence[Turn], fold: Callable[[Iterable[Entry]], Folded], moment: datetime
    ) -> None:
        self._fold = fold
        self._moments = [turn.at for turn in turns]
        self._entries = [turn.entry for turn in turns]
        self._reach = 0
        self.folded = fold(())
        self.go_to(moment)

    def go_to(self, moment: datetime) -> Changes | None:
        """What joined; None if anything may be different: `folded` is another one then."""
        before, self._reach = self._reach, bisect_right(self._moments, moment)
        joining = self._entries[before : self._reach]
        if self._reach >= before and self._are_new(joining):
            return self.folded.add(joining)
        by_then = {entry.id: entry for entry in self._entries[: self._reach]}
        self.folded = self._fold(by_then.values())
        return None

    def _are_new(self, entries: Sequence[Entry]) -> bool:
        ids = {entry.id for entry in entries}
        return len(ids) == len(entries) and not any(each in self.folded.fold for each in ids)
