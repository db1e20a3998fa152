"""What a row model tells its view: one item role for each thing that a row can show."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

# Plain ints, because comparing with an enum member costs half of a table's repaint.
# The first is Qt.ItemDataRole.UserRole + 1.
KEY: Final = 0x0101
"""str: names the row for ever; what `action_requested` carries."""
TITLE: Final = 0x0102
"""str: the row's first line."""
BOLD: Final = 0x0103
"""int: how many of the title's first characters are bold; a roster row's title is bold anyway."""
SUBTITLE: Final = 0x0104
"""str: the quiet second line."""
CHIP: Final = 0x0105
"""str: a word of state; "" for none."""
CHIP_SEVERITY: Final = 0x0106
"""Severity."""
COUNTDOWN: Final = 0x0107
"""str: "00:48", "+02:31", or a word where nothing is counted."""
COUNTDOWN_SEVERITY: Final = 0x0108
"""Severity."""
FRACTION: Final = 0x0109
"""float 0..1: how much of the time is used up; None for no bar."""
STRUCK: Final = 0x010A
"""bool: corrected by a later entry; shown struck through."""
QUIET: Final = 0x010B
"""bool: settled, so shown dimmed."""
WAITING: Final = 0x010C
"""str: the mark of what the shared log has not confirmed; "" once it has."""
LATE_MARK: Final = 0x010D
"""str: "written 14:12:31" if it was entered later than it happened, else ""."""
TIME: Final = 0x010E
"""str: when it happened, for the time column."""
ACTION: Final = 0x010F
"""str: what the row's button asks for ("arrived"); "" for no button."""
ACTION_TEXT: Final = 0x0110
"""str: the word on the row's button."""
CHECKED: Final = 0x0111
"""bool for a row with a tick box, None for one without; ticking asks for `ACTION`."""
PICTURE: Final = 0x0112
"""str: the fingerprint of the picture that the row shows; "" for none."""
SORT: Final = 0x0113
"""str: what stands in the picture's place while there is none ("PDF"); "" for no place."""
ENDED: Final = 0x0114
"""bool: there is nothing left to do about it; what `ACTION` asks for would only take that back."""
DAY: Final = 0x0120
"""str: the day that begins with this entry, where a timeline tells days apart; else ""."""

OF_THE_TICK: Final = frozenset({COUNTDOWN, COUNTDOWN_SEVERITY, FRACTION})
"""What the passing of time alone changes. A countdown that appears or goes moves its neighbours,
so that is announced with `TITLE` besides."""


class Severity(StrEnum):
    """What a colour means; its value is the name in the palette and in the style sheet."""

    PLAIN = "plain"
    GOOD = "good"
    SOON = "soon"
    OVERDUE = "overdue"
    WAITING = "waiting"
    DISCONNECTED = "disconnected"
    DRILL = "drill"
    PAST = "past"
    """One looks back: what is shown is not now."""
