"""The keyed fold: entries in any order → cells, each folded only from the entries about it.

An entry is about one subject (a call-out, a task, a zone…) and lands in that subject's cell.
A cell's value is a left fold over its entries by (`at`, `id`), so an entry in the past costs
a refold of its own cell and nothing else, and what changed is known without comparing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from app.models.cell import Address, Cell, in_order, is_before, merge_in_order, put_in_order
from app.models.entry import Entry
from app.models.facts import Corrected, corrected_fact
from app.models.rules import Rules


class Changes(msgspec.Struct, frozen=True):
    """What adding entries changed: the new entries, in timeline order, and the touched cells."""

    entries: tuple[Entry, ...] = ()
    cells: frozenset[Address] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.entries)

    def touches(self, *cells: str) -> bool:
        return any(cell in cells for cell, _ in self.cells)


class Fold:
    """Holds a set of entries of one stream and folds it. Equal sets have equal values."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._by_id: dict[str, Entry] = {}
        self._timeline: list[Entry] = []
        self._cells: dict[str, dict[str, Cell]] = {cell: {} for cell in rules.cells}
        self._corrections: dict[str, list[Entry]] = {}
        self._listed: dict[str, Mapping[str, Any]] = {}
        """What `values` last answered, for the cells in which nothing has changed since."""

    def add(self, entries: Iterable[Entry]) -> Changes:
        """Add entries in any order; those already held are passed over."""
        fresh: list[Entry] = []
        touched: set[Cell] = set()
        by_id, homes, corrections = self._by_id, self._rules.homes, self._corrections
        for entry in entries:
            entry_id, kind = entry.id, type(entry.fact)
            if entry_id in by_id:
                continue
            by_id[entry_id] = entry
            fresh.append(entry)
            if kind is Corrected:
                self._correct(entry, touched)
            elif corrections and entry_id in corrections:
                self._put(self.effective(entry), touched)
            elif kind in homes:
                self._put(entry, touched)
        merge_in_order(self._timeline, fresh)
        if self._listed:
            for cell in touched:
                self._listed.pop(cell.address[0], None)
        return Changes(tuple(fresh), frozenset([cell.address for cell in touched]))

    def _put(self, entry: Entry | None, touched: set[Cell]) -> None:
        if entry is None:
            return
        fact, rules = entry.fact, self._rules
        for cell, attribute, step in rules.homes.get(type(fact), ()):
            subject = getattr(fact, attribute) if attribute else ""
            cells = self._cells[cell]
            if subject in cells:
                held = cells[subject]
            else:
                held = cells[subject] = Cell((cell, subject), rules.cells[cell])
            held.put(entry, step)
            touched.add(held)

    def _take_out(self, entry: Entry | None, touched: set[Cell]) -> None:
        if entry is None:
            return
        for cell, subject in self._rules.addresses(entry.fact):
            held = self._cells[cell][subject]
            held.take_out(entry.id)
            touched.add(held)
            if not held.entries:
                del self._cells[cell][subject]

    def _correct(self, entry: Entry, touched: set[Cell]) -> None:
        correction = entry.fact
        assert isinstance(correction, Corrected)  # noqa: S101  for the type checker
        target = self._by_id.get(correction.entry)
        before = None if target is None else self.effective(target)
        held = self._corrections.setdefault(correction.entry, [])
        put_in_order(held, entry)
        if target is not None and held[-1] is entry:  # else a later correction holds as before
            self._take_out(before, touched)
            self._put(self.effective(target), touched)

    def effective(self, entry: Entry) -> Entry | None:
        """The entry as last corrected; None if it was struck.

        Corrections themselves cannot be corrected; what tries to has no effect.
        """
        corrections = self._corrections.get(entry.id)
        if not corrections or isinstance(entry.fact, Corrected):
            return entry
        return corrected(entry, corrections[-1])

    def correction_of(self, entry_id: str) -> Entry | None:
        """The correction that holds for a held entry, if there is one: the last."""
        corrections, target = self._corrections.get(entry_id), self._by_id.get(entry_id)
        if not corrections or target is None or isinstance(target.fact, Corrected):
            return None
        return corrections[-1]

    def value(self, cell: str, subject: str = "", at: datetime | None = None) -> Any:
        """A cell's value, now or as it had come about by `at`."""
        held = self._cells[cell].get(subject)
        if held is None:
            return self._rules.cells[cell].initial
        return held.value if at is None else held.value_at(at)

    def values(self, cell: str) -> Mapping[str, Any]:
        """All subjects of a cell, by name; not to be changed."""
        listed = self._listed.get(cell)
        if listed is None:
            listed = {subject: held.value for subject, held in self._cells[cell].items()}
            self._listed[cell] = listed
        return listed

    def values_with(self, entry: Entry) -> Iterator[tuple[Address, Any, Any]]:
        """(address, value now, value if `entry` were there too) of each cell it would change."""
        gone, come = self._exchange(entry)
        leaves = self._rules.addresses(gone.fact) if gone else []
        joins = self._rules.addresses(come.fact) if come else []
        for address in dict.fromkeys([*leaves, *joins]):
            cell, subject = address
            held = self._cells[cell].get(subject) or Cell(address, self._rules.cells[cell])
            joining = come if address in joins else None
            yield address, held.value, held.value_with(joining, without=gone)

    def _exchange(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """What would count no more, and what would count, if `entry` were there too."""
        if not isinstance(entry.fact, Corrected):
            return None, self.effective(entry)
        target, last = self._by_id.get(entry.fact.entry), self.correction_of(entry.fact.entry)
        if target is None or isinstance(target.fact, Corrected):
            return None, None
        if last is not None and is_before(entry, last):
            return None, None
        return self.effective(target), corrected(target, entry)

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
        return bisect_left(self._timeline, in_order(entry), key=in_order)

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


def corrected(entry: Entry, correction: Entry) -> Entry | None:
    """The entry as `correction` has it; None if it strikes it."""
    assert isinstance(correction.fact, Corrected)  # noqa: S101  for the type checker
    fact = corrected_fact(correction.fact)
    if fact is None:
        return None
    return msgspec.structs.replace(entry, fact=fact, at=correction.fact.at or entry.at)
