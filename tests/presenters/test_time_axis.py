"""The axis of time: whole steps of the reader's local time, as many as there is room for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.presenters.reader import QtReader
from app.presenters.time_axis import STEPS, mark_words, marks, step_of

BEGIN = datetime(2026, 11, 23, 6, 2, 11, tzinfo=UTC)
READER = QtReader("en", UTC)
INDIA = QtReader("en", timezone(timedelta(hours=5, minutes=30)))


@pytest.mark.parametrize(
    ("length", "most", "step"),
    [(600, 12, 60), (3600, 7, 600), (60, 12, 5), (86400, 12, 7200), (10**9, 5, STEPS[-1]),
     (9, 0, 10)],
)  # fmt: skip
def test_that_the_step_is_the_shortest_for_which_there_is_room(
    length: float, most: int, step: int
) -> None:
    assert step_of(length, most) == step


def test_that_marks_stand_on_whole_minutes() -> None:
    found = marks(BEGIN, 0, 180, 60, READER)
    assert found == [49, 109, 169]
    assert [mark_words(BEGIN, x, 60, READER) for x in found] == ["06:03", "06:04", "06:05"]


def test_that_hours_are_those_of_the_reader() -> None:
    found = marks(BEGIN, 0, 2 * 3600, 3600, INDIA)
    assert [mark_words(BEGIN, x, 3600, INDIA) for x in found] == ["12:00", "13:00"]


def test_that_seconds_are_told_only_where_they_differ() -> None:
    assert mark_words(BEGIN, 0, 10, READER) == "06:02:11"
    assert mark_words(BEGIN, 0, 60, READER) == "06:02"


def test_that_midnight_tells_the_day() -> None:
    (midnight,) = marks(BEGIN, 0, 86400, 86400, READER)
    assert mark_words(BEGIN, midnight, 7200, READER) == "11-24"


@given(st.floats(-1e6, 1e6), st.floats(1, 1e6), st.sampled_from(STEPS[:19]))
def test_that_marks_are_in_view_and_a_step_apart(low: float, length: float, step: int) -> None:
    if length / step > 500:
        return
    found = marks(BEGIN, low, low + length, step, READER)
    assert all(low - 1e-3 <= x <= low + length + 1e-3 for x in found)
    assert all(b - a == pytest.approx(step) for a, b in pairwise(found))
