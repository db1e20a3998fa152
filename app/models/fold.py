"""The keyed fold: entries in any order → cells, each folded only from the entries about it.

An entry is about one subject (a call-out, a task, a zone…) and lands in that subject's cell.
A cell's value is a left fold over its entries by (`at`, `id`), so an entry in the past costs
a refold of its own cell and nothing else, and what changed is known without comparing.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any, TypeAlias

import msgspec

from app.models.entry import Entry
from app.models.facts import Corrected, corrected_fact

Address: TypeAlias = tuple[str, str]
"""(cell, subject), such as ("call_out", "p7"); the subject is empty where there is only one."""
Step: TypeAlias = Callable[[Any, Entry], Any]

_order = attrgetter("order")


class Rules(msgspec.Struct, frozen=True):
    """Which cells a fact lands in, by the attribute that names its subject, and how cells fold."""

    cells_of: Mapping[type, tuple[tuple[str, str], ...]]
    steps: Mapping[str, tuple[Any, Step]]
    """cell → (the value before its first entry, (value, entry) → value)."""


class Changes(msgspec.Struct, frozen=True):
    """What adding entries changed: the new entries, in timeline order, and the touched cells."""

    entries: tuple[Entry, ...] = ()
    cells: frozenset[Address] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.entries)

    def touches(self, *cells: str) -> bool:
        return any(cell in cells for cell, _ in self.cells)


class _Cell:
    """Folded lazily: a burst of entries costs one fold when somebody looks."""

    __slots__ = ("_folded", "_step", "_value", "entries", "initial")

    def __init__(self, initial: Any, step: Step) -> None:
        self.entries: list[Entry] = []
        self.initial = initial
        self._step = step
        self._value = initial
        self._folded = 0

    def put(self, entry: Entry) -> None:
        entries = self.entries
        if not entries or _before(entries[-1], entry):
            entries.append(entry)
        else:
            insort(entries, entry, key=_order)
            self._restart()

    def take_out(self, entry_id: str) -> None:
        self.entries = [entry for entry in self.entries if entry.id != entry_id]
        self._restart()

    @property
    def value(self) -> Any:
        entries = self.entries
        if self._folded < len(entries):
            value, step = self._value, self._step
            for entry in entries[self._folded :] if self._folded else entries:
                value = step(value, entry)
            self._value, self._folded = value, len(entries)
        return self._value

    def fold(self, entries: Iterable[Entry]) -> Any:
        """The value that other entries would give."""
        value = self.initial
        for entry in sorted(entries, key=_order):
            value = self._step(value, entry)
        return value

    def _restart(self) -> None:
        self._value, self._folded = self.initial, 0


class Fold:
    """Holds a set of entries of one stream and folds it. Equal sets have equal values."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._by_id: dict[str, Entry] = {}
        self._timeline: list[Entry] = []
        self._cells: dict[str, dict[str, _Cell]] = {cell: {} for cell in rules.steps}
        self._corrections: dict[str, list[Entry]] = {}

    def add(self, entries: Iterable[Entry]) -> Changes:
        """Add entries in any order; those already held are passed over."""
        fresh: list[Entry] = []
        touched: set[Address] = set()
        by_id, corrections = self._by_id, self._corrections
        for entry in entries:
            if entry.id in by_id:
                continue
            by_id[entry.id] = entry
            fresh.append(entry)
            if type(entry.fact) is Corrected:
                self._correct(entry, touched)
            elif entry.id in corrections:
                self._place(self.effective(entry), touched)
            else:
                self._place(entry, touched)
        self._extend_timeline(fresh)
        return Changes(tuple(fresh), frozenset(touched))

    def _extend_timeline(self, fresh: list[Entry]) -> None:
        timeline = self._timeline
        if len(fresh) == 1 and timeline and not _before(timeline[-1], fresh[0]):
            insort(timeline, fresh[0], key=_order)
            return
        fresh.sort(key=_order)
        in_the_past = bool(timeline and fresh) and not _before(timeline[-1], fresh[0])
        timeline.extend(fresh)
        if in_the_past:
            timeline.sort(key=_order)

    def _place(self, entry: Entry | None, touched: set[Address]) -> None:
        if entry is None:
            return
        fact = entry.fact
        for cell, attribute in self._rules.cells_of.get(type(fact), ()):
            subject = getattr(fact, attribute) if attribute else ""
            cells = self._cells[cell]
            held = cells.get(subject)
            if held is None:
                held = cells[subject] = _Cell(*self._rules.steps[cell])
            held.put(entry)
            touched.add((cell, subject))

    def _correct(self, correction: Entry, touched: set[Address]) -> None:
        assert isinstance(correction.fact, Corrected)  # noqa: S101  for the type checker
        target_id = correction.fact.entry
        target = self._by_id.get(target_id)
        if target is not None:
            self._withdraw(self.effective(target), touched)
        insort(self._corrections.setdefault(target_id, []), correction, key=_order)
        if target is not None and type(target.fact) is not Corrected:
            self._place(self.effective(target), touched)

    def _withdraw(self, entry: Entry | None, touched: set[Address]) -> None:
        if entry is None:
            return
        for cell, subject in self._addresses(entry):
            cells = self._cells[cell]
            cells[subject].take_out(entry.id)
            if not cells[subject].entries:
                del cells[subject]
            touched.add((cell, subject))

    def effective(self, entry: Entry) -> Entry | None:
        """The entry as last corrected; None if it was struck."""
        corrections = self._corrections.get(entry.id)
        if not corrections:
            return entry
        correction = corrections[-1].fact
        assert isinstance(correction, Corrected)  # noqa: S101  only those are filed there
        return corrected(entry, correction)

    def correction_of(self, entry_id: str) -> Entry | None:
        """The correction that holds for an entry, if there is one."""
        corrections = self._corrections.get(entry_id)
        return corrections[-1] if corrections else None

    def value(self, cell: str, subject: str = "") -> Any:
        held = self._cells[cell].get(subject)
        return self._rules.steps[cell][0] if held is None else held.value

    def values_with(self, entry: Entry) -> Iterator[tuple[Any, Any]]:
        """(value now, value if `entry` were there too) of each cell it would change."""
        gone, come = None, self.effective(entry)
        if isinstance(entry.fact, Corrected):
            target = self._by_id.get(entry.fact.entry)
            gone = self.effective(target) if target else None
            come = corrected(target, entry.fact) if target else None
        for cell, subject in dict.fromkeys([*self._addresses(gone), *self._addresses(come)]):
            held = self._cells[cell].get(subject) or _Cell(*self._rules.steps[cell])
            others = [each for each in held.entries if gone is None or each.id != gone.id]
            if (cell, subject) in self._addresses(come) and come is not None:
                others.append(come)
            yield held.value, held.fold(others)

    def _addresses(self, entry: Entry | None) -> list[Address]:
        if entry is None:
            return []
        return [
            (cell, getattr(entry.fact, attribute) if attribute else "")
            for cell, attribute in self._rules.cells_of.get(type(entry.fact), ())
        ]

    def values(self, cell: str) -> dict[str, Any]:
        """All subjects of a cell, by name."""
        return {subject: held.value for subject, held in self._cells[cell].items()}

    def __contains__(self, entry_id: str) -> bool:
        return entry_id in self._by_id

    def __len__(self) -> int:
        return len(self._timeline)

    def entry(self, entry_id: str) -> Entry | None:
        return self._by_id.get(entry_id)

    @property
    def timeline(self) -> Sequence[Entry]:
        """All entries by (`at`, `id`); not to be changed."""
        return self._timeline

    def position(self, entry: Entry) -> int:
        """Where a held entry stands in the timeline."""
        return bisect_left(self._timeline, entry.order, key=_order)

    def until(self, moment: datetime) -> Iterator[Entry]:
        """The entries that had happened by `moment`."""
        return (entry for entry in self._timeline if entry.at <= moment)

    def snapshot(self) -> dict[str, Any]:
        """Every cell's value under `cell/subject`, in a fixed order."""
        return {
            f"{cell}/{subject}": cells[subject].value
            for cell, cells in sorted(self._cells.items())
            for subject in sorted(cells)
        }


def corrected(entry: Entry, correction: Corrected) -> Entry | None:
    """The entry as `correction` has it; None if it strikes it."""
    fact = corrected_fact(correction)
    if fact is None:
        return None
    return msgspec.structs.replace(entry, fact=fact, at=correction.at or entry.at)


def _before(one: Entry, other: Entry) -> bool:
    return one.at < other.at or (one.at == other.at and one.id < other.id)
