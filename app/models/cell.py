"""One cell of a fold: the entries about one subject, in order, and the value they fold to."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable
from datetime import datetime
from itertools import islice
from operator import attrgetter, lt
from typing import Any, TypeAlias

from app.models.entry import Entry
from app.models.rules import Rule, Step

Address: TypeAlias = tuple[str, str]
"""(cell, subject), such as ("call_out", "p7"); the subject is empty where there is only one."""

in_order: Callable[[Entry], tuple[datetime, str]] = attrgetter("at", "id")
"""Sort key: when it happened, then the id."""
_when: Callable[[Entry], datetime] = attrgetter("at")


def is_before(one: Entry, other: Entry) -> bool:
    return one.at <= other.at and in_order(one) < in_order(other)


def put_in_order(entries: list[Entry], entry: Entry) -> None:
    """Nearly every entry comes last."""
    if entries and is_before(entry, entries[-1]):
        insort(entries, entry, key=in_order)
    else:
        entries.append(entry)


def merge_in_order(entries: list[Entry], further: list[Entry]) -> None:
    """Both are put in order; a log that is read from its beginning costs one look at each."""
    if len(further) == 1:
        put_in_order(entries, further[0])
        return
    if not _ascends(further):
        further.sort(key=in_order)
    in_the_past = bool(entries and further) and is_before(further[0], entries[-1])
    entries.extend(further)
    if in_the_past:
        entries.sort(key=in_order)


def _ascends(entries: list[Entry]) -> bool:
    """Whether each happened later than the one before: cheaper to see than to sort."""
    moments = [entry.at for entry in entries]
    return all(map(lt, moments, islice(moments, 1, None)))


class Cell:
    """Takes one step for an entry that comes last; any other costs one fold when somebody looks."""

    __slots__ = ("_folded", "_rule", "_value", "address", "entries")

    def __init__(self, address: Address, rule: Rule) -> None:
        self.address = address
        self.entries: list[Entry] = []
        self._rule = rule
        self._value = rule.initial
        self._folded = 0

    def put(self, entry: Entry, step: Step | None) -> None:
        """`step` is the one that the rule takes for such an entry, if it goes by steps."""
        entries = self.entries
        if entries and is_before(entry, entries[-1]):
            insort(entries, entry, key=in_order)
            self._restart()
            return
        if step is not None and self._folded == len(entries):
            self._value = step(self._value, entry.fact, entry)
            self._folded += 1
        entries.append(entry)

    def take_out(self, entry_id: str) -> None:
        self.entries = [entry for entry in self.entries if entry.id != entry_id]
        self._restart()

    @property
    def value(self) -> Any:
        folded, entries = self._folded, self.entries
        if folded < len(entries):
            further = entries[folded:] if folded else entries
            self._value = self._rule.fold(self._value, further)
            self._folded = len(entries)
        return self._value

    def value_at(self, moment: datetime) -> Any:
        """The value as it had come about by `moment`."""
        if self.entries and self.entries[-1].at > moment:
            by_then = self.entries[: bisect_right(self.entries, moment, key=_when)]
            return self._rule.fold(self._rule.initial, by_then)
        return self.value

    def value_with(self, entry: Entry | None, *, without: Entry | None) -> Any:
        """The value if `entry` were there too, and the other were not."""
        entries = [held for held in self.entries if without is None or held.id != without.id]
        if entry is not None:
            put_in_order(entries, entry)
        return self._rule.fold(self._rule.initial, entries)

    def _restart(self) -> None:
        self._value, self._folded = self._rule.initial, 0
