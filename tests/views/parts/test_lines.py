"""Scrolling by rows of any height shows exactly what fills the view."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.views.parts.lines import Line, lines_in_view

HEIGHTS = st.lists(st.integers(20, 200), min_size=1, max_size=40)


@given(heights=HEIGHTS, data=st.data(), room=st.integers(50, 600))
def test_that_the_view_is_filled_without_gaps(
    heights: list[int], data: st.DataObject, room: int
) -> None:
    row = data.draw(st.integers(0, len(heights) + 3))
    shift = data.draw(st.integers(-5000, 5000))
    lines = lines_in_view(row, shift, count=len(heights), room=room, height=heights.__getitem__)
    assert [line.row for line in lines] == list(range(lines[0].row, lines[-1].row + 1))
    assert all(one.bottom == other.top for one, other in pairwise(lines))
    assert all(line.height == heights[line.row] for line in lines)
    assert lines[0].top <= 0 < lines[0].bottom
    assert lines[-1].bottom >= room or lines[0] == Line(0, 0, heights[0])
    assert lines[-1].bottom <= room or lines[-1].top < room


@given(heights=HEIGHTS, room=st.integers(50, 600))
def test_that_the_end_stands_at_the_lower_edge(heights: list[int], room: int) -> None:
    count = len(heights)
    lines = lines_in_view(count, 0, count=count, room=room, height=heights.__getitem__)
    assert lines[-1].row == count - 1
    assert lines[-1].bottom == min(room, sum(heights))


def test_that_an_empty_list_shows_nothing() -> None:
    assert lines_in_view(0, 0, count=0, room=100, height=lambda _row: 50) == ()


def test_that_a_long_list_is_measured_only_near_the_view() -> None:
    asked: list[int] = []

    def height(row: int) -> int:
        asked.append(row)
        return 50

    lines_in_view(5000, 10, count=10_000, room=500, height=height)
    assert set(asked) <= set(range(4999, 5012))
