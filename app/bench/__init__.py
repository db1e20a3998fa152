"""Measure: our figure, the floor beside it from the same run, and the ratio."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module

from app.bench.figures import Figure, print_figures

BENCHES = (
    "fold",
    "append",
    "live",
    "open",
    "start",
    "tick",
    "verify",
    "chart",
    "desk",
    "record",
    "wall",
    "archive",
    "replay",
)

LONG = ("soak",)
"""Minutes: only when asked for by name."""


def run(names: Sequence[str], *, runs: int) -> int:
    """Run the named benches (all of them without a name), print a table for each.

    Returns the exit code: 1 if a target is missed, 2 for a name that is no bench.
    """
    wanted = BENCHES if not names or "all" in names else tuple(names)
    unknown = [name for name in wanted if name not in BENCHES + LONG]
    if unknown:
        print(f"No such bench: {', '.join(unknown)}. There are: {', '.join(BENCHES + LONG)}.")
        return 2
    missed = 0
    with _ended_in_order():
        for name in wanted:
            measure: Callable[[int], Iterable[Figure]] = import_module(f"app.bench.{name}").measure
            missed += print_figures(name, measure(runs))
    return 1 if missed else 0


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Told to end, too, we stop the servers that were started and leave no folders behind."""
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
