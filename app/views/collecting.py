"""Cycles of objects are collected in Qt's thread and in no other: what is Qt's ends where it lives.

Python collects in whichever thread happens to allocate. A desk that was left, a widget or a timer
that still runs, taken apart in the thread of SQLite, hangs the program or ends it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QTimer

EVERY: Final = 1_000
"""Milliseconds from one look at what is due to the next."""


@contextmanager
def collected_here() -> Iterator[None]:
    """While this holds, the thread that entered it collects, on the beat of its event loop."""
    beat = QTimer()
    beat.setInterval(EVERY)
    beat.timeout.connect(collect_what_is_due)
    by_itself = gc.isenabled()
    gc.disable()
    beat.start()
    try:
        yield
    finally:
        beat.stop()
        if by_itself:
            gc.enable()


def collect_what_is_due() -> None:
    """As Python does by itself: the oldest generation whose turn it is, and all younger ones."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [nth for nth in range(3) if 0 < thresholds[nth] < counts[nth]]
    if due:
        gc.collect(due[-1])
