"""What is shown on one screen of the wall: remembered by the screen's name."""

from __future__ import annotations

from enum import StrEnum

import msgspec

MOST_IN_MOSAIC = 20
MOST_INCHES = 200


class Arrangement(StrEnum):
    ONE = "one"
    """One incident, large: the worst, or the one that is named."""
    TURN = "turn"
    """Each large, one after the other."""
    MOSAIC = "mosaic"
    """Up to twenty beside each other."""


class WallPart(StrEnum):
    """What an incident that is shown large is made of, besides its level band."""

    ROSTER = "roster"
    ZONES = "zones"
    PLAN = "plan"
    LATEST = "latest"


class WallScreen(msgspec.Struct, frozen=True, kw_only=True):
    """`incident` is a number as people see it, for `ONE`; empty for the worst.

    `names` are the staff's. `turn` is in seconds. `inches` is the diagonal; 0: what the screen says
    of itself.
    """

    on: bool = True
    arrangement: Arrangement = Arrangement.TURN
    parts: tuple[WallPart, ...] = (WallPart.ROSTER, WallPart.ZONES, WallPart.LATEST)
    names: bool = True
    turn: int = 15
    incident: str = ""
    inches: int = 0
