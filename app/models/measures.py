"""Measures of incidents that are closed: kept, for they change by a further entry alone."""

from __future__ import annotations

from app.models.statistics import Measured

MOST = 20_000
"""Incidents: a few tens of megabytes."""


class Measures:
    """By stream, each of as many entries as the incident had."""

    def __init__(self, most: int = MOST) -> None:
        self._kept: dict[str, tuple[int, Measured]] = {}
        self._most = most

    def of(self, stream: str, entries: int) -> Measured | None:
        """None for what was not kept, or has more entries by now."""
        held, measured = self._kept.get(stream, (0, None))
        return measured if held == entries else None

    def keep(self, stream: str, entries: int, measured: Measured) -> None:
        """Instead of what was kept first, if there are too many."""
        self._kept.pop(stream, None)
        self._kept[stream] = (entries, measured)
        if len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]
