"""Which rows of a long list are in view and where: arithmetic of scrolling, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A row in view; `top` counts pixels from the upper edge and is negative if cut off there."""

    row: int
    top: int
    height: int

    @property
    def bottom(self) -> int:
        return self.top + self.height


def lines_in_view(
    row: int, shift: int, *, count: int, room: int, height: Callable[[int], int]
) -> tuple[Line, ...]:
    """The rows that fill `room` pixels if `row` stands `shift` pixels above the upper edge.

    Neither end is scrolled past: there is no gap above the first row, nor one below the last
    while rows are hidden above. A `row` beyond the last means the end. `height` is asked only
    for rows near the view.
    """
    if not count:
        return ()
    if row >= count:
        row, shift = count - 1, height(count - 1) - room
    lines = _fill(*_normal(row, shift, count, height), count, room, height)
    gap = room - lines[-1].bottom
    if gap > 0 and (lines[0].row, lines[0].top) != (0, 0):
        first = lines[0]
        lines = _fill(*_normal(first.row, -first.top - gap, count, height), count, room, height)
    return lines


def _normal(row: int, shift: int, count: int, height: Callable[[int], int]) -> tuple[int, int]:
    """The same place told by the row that crosses the upper edge."""
    while shift < 0 and row > 0:
        row -= 1
        shift += height(row)
    shift = max(shift, 0)
    while row < count - 1 and shift >= (tall := height(row)):
        shift -= tall
        row += 1
    return row, shift


def _fill(
    row: int, shift: int, count: int, room: int, height: Callable[[int], int]
) -> tuple[Line, ...]:
    lines = [Line(row, -shift, height(row))]
    while lines[-1].bottom < room and lines[-1].row < count - 1:
        last = lines[-1]
        lines.append(Line(last.row + 1, last.bottom, height(last.row + 1)))
    return tuple(lines)
