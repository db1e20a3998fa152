"""Loading much at once without the collector of cycles looking at it again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def bulk() -> Iterator[None]:
    """Collect once at the end, only what is new, and never look at what was loaded again.

    During a bulk load the collector takes half of the time and makes all of the stalls.
    """
    by_itself = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if by_itself:
            gc.enable()
        gc.collect(0)
        gc.freeze()


def look_at_all_again() -> None:
    """Collect what `bulk` put aside and nobody has any more; takes a frame, so not often."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
