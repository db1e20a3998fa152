"""Where the rows of the escalation chart stand: arithmetic of heights, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from app.models.chart import Line

TOP, GAP = 18, 4
"""Pixels at 100 %: above the first row, for the word at the now line; between rows."""
LANE: Mapping[Line, int] = {
    Line.LEVEL: 20, Line.CALLS: 14, Line.SERVICES: 15, Line.MISSED: 12, Line.PEOPLE: 28,
}  # fmt: skip
"""Pixels of a lane at 100 %, the bar in it a little less."""
LEAST_CALLS = 2
"""Lanes that call-outs always have."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """Pixels from the top of the chart."""

    top: float
    lane: float
    lanes: int

    @property
    def height(self) -> float:
        return self.lane * self.lanes

    def bar(self, lane: int) -> tuple[float, float]:
        """Top and height of a bar."""
        space = max(self.lane * 0.22, 1.0)
        return self.top + lane * self.lane + space / 2, self.lane - space


def lay_out(
    height: float, lanes: Mapping[Line, int], px: Callable[[float], int]
) -> dict[Line, Row]:
    """From top to bottom; the head-count takes what is left. Rows without lanes are left out."""
    rows: dict[Line, Row] = {}
    at = float(px(TOP))
    for line in Line:
        count = 1 if line is Line.PEOPLE else lanes.get(line, 0)
        if not count:
            continue
        lane = float(px(LANE[line]))
        if line is Line.PEOPLE:
            lane = max(lane, height - at - px(GAP))
        rows[line] = Row(top=at, lane=lane, lanes=count)
        at += lane * count + px(GAP)
    return rows


def room_for_calls(height: float, lanes: Mapping[Line, int], px: Callable[[float], int]) -> int:
    """How many lanes of call-outs fit beside the other rows."""
    others = sum(
        px(LANE[line]) * (1 if line is Line.PEOPLE else lanes.get(line, 0)) + px(GAP)
        for line in Line
        if line is not Line.CALLS
    )
    return max(int((height - px(TOP) - px(GAP) - others) // px(LANE[Line.CALLS])), LEAST_CALLS)


def wanted_height(px: Callable[[float], int]) -> int:
    """What suits an incident in its course: it fits itself into less, and uses more."""
    lanes = dict.fromkeys(Line, 1) | {Line.CALLS: LEAST_CALLS + 1}
    return px(TOP) + sum(px(LANE[line]) * count + px(GAP) for line, count in lanes.items())
