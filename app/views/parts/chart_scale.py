"""From seconds to pixels and back; which stretch of time a chart shows: arithmetic, without Qt."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

Range: TypeAlias = tuple[float, float]
"""Seconds since the opening at the left and at the right edge."""

LEAST_SHOWN, MOST_SHOWN = 10.0, 60 * 86400.0
"""Seconds that a chart may show."""
SHORTEST = 5 * 60.0
"""Seconds that a new incident's chart begins with, so that it does not crawl."""
GROWS = 1.5
"""How much longer it becomes when now comes near the right edge."""
NOW_AT, NOW_UNTIL = 0.62, 0.85
"""Where now stands after a step of following, and how far it may come: shares of the width."""
MARGIN = 0.02


class Scale(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds to pixels across, and the edges of what is in view in pixels."""

    by: float = 1.0
    shift: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    left: float = 0.0
    right: float = 0.0

    def x(self, seconds: float) -> float:
        return seconds * self.by + self.shift


def whole(now: float) -> Range:
    """From the opening to beyond now; the same for a good while, so that nothing crawls."""
    length = SHORTEST
    while length * 0.75 < now:
        length *= GROWS
    return from_begin(length)


def from_begin(length: float) -> Range:
    return -MARGIN * length, (1 - MARGIN) * length


def following(shown: Range, span: float, now: float) -> Range:
    """`span` seconds with now in them; moved only when now leaves its place."""
    low = shown[0]
    if not low <= now <= low + NOW_UNTIL * span:
        low = now - NOW_AT * span
    return low, low + span


def zoomed(shown: Range, by: float, about: float) -> Range:
    """`by` times as long, with `about` where it is."""
    low, high = shown
    length = min(max((high - low) * by, LEAST_SHOWN), MOST_SHOWN)
    share = (about - low) / (high - low)
    return about - share * length, about - share * length + length


def moved(shown: Range, share: float) -> Range:
    low, high = shown
    by = (high - low) * share
    return low + by, high + by


def around(shown: Range, start: float, end: float) -> Range:
    """As long as before, and with something of `start` to `end` in it."""
    low, high = shown
    if end >= low and start <= high:
        return shown
    half, middle = (high - low) / 2, (start + end) / 2
    return middle - half, middle + half
