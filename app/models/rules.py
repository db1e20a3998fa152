"""What a fold goes by: which facts are about which cell, and how a cell's value comes about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import msgspec

from app.models.entry import Entry
from app.models.facts import AnyFact

Folder: TypeAlias = Callable[[Any, Sequence[Entry]], Any]
"""(value so far, further entries in order) → value."""
Step: TypeAlias = Callable[[Any, Any, Entry], Any]
"""(value, the entry's fact, entry) → value."""
Home: TypeAlias = tuple[str, str, Step | None]
"""(cell, the attribute of a fact that names the subject there, the step that it takes)."""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of cell: `subject` is the attribute of its facts that tells its cells apart.

    Empty where there is only one cell. `initial` is the value before the first entry.
    `steps` are what `fold` takes one by one, if it does.
    """

    initial: Any
    facts: frozenset[type]
    fold: Folder
    subject: str = ""
    steps: Mapping[type, Step] = {}


def stepwise(initial: Any, steps: Mapping[type, Step], *, subject: str = "") -> Rule:
    """A rule that takes the entries one by one, by the type of their fact."""

    def fold(value: Any, entries: Sequence[Entry]) -> Any:
        for entry in entries:
            fact = entry.fact
            value = steps[type(fact)](value, fact, entry)
        return value

    return Rule(initial=initial, facts=frozenset(steps), fold=fold, subject=subject, steps=steps)


class Rules:
    """All kinds of cells, by name, and turned round: where a fact lands."""

    def __init__(self, cells: Mapping[str, Rule]) -> None:
        self.cells = cells
        facts = {fact for rule in cells.values() for fact in rule.facts}
        self.homes: dict[type, tuple[Home, ...]] = {
            fact: tuple(
                (cell, rule.subject, rule.steps.get(fact))
                for cell, rule in cells.items()
                if fact in rule.facts
            )
            for fact in facts
        }

    def addresses(self, fact: AnyFact) -> list[tuple[str, str]]:
        """(cell, subject) of each cell that a fact is about."""
        return [
            (cell, getattr(fact, attribute) if attribute else "")
            for cell, attribute, _ in self.homes.get(type(fact), ())
        ]
