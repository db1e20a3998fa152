"""Times as people type them: near a moment they speak of, or still to come."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.models.quick import time_ahead, time_near

MIDNIGHT = datetime(2026, 11, 23, 0, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("00:07", datetime(2026, 11, 23, 0, 7, tzinfo=UTC)),
        ("23:58", datetime(2026, 11, 22, 23, 58, tzinfo=UTC)),
        (" 23：58：30 ", datetime(2026, 11, 22, 23, 58, 30, tzinfo=UTC)),
        ("9:00", datetime(2026, 11, 23, 9, 0, tzinfo=UTC)),
    ],
)
def test_that_a_time_of_day_means_the_nearest_one(typed: str, found: datetime) -> None:
    assert time_near(typed, MIDNIGHT, UTC) == found


@pytest.mark.parametrize("typed", ["", "24:00", "12:60", "noon", "12", "12:00 x", "-1:00"])
def test_that_what_is_no_time_of_day_is_not_taken_for_one(typed: str) -> None:
    assert time_near(typed, MIDNIGHT, UTC) is None


def test_that_minutes_count_from_now() -> None:
    assert time_ahead("10", MIDNIGHT, UTC) == MIDNIGHT + timedelta(minutes=10)


def test_that_what_is_to_come_may_be_tomorrow_but_just_past_stays_past() -> None:
    late = datetime(2026, 11, 23, 23, 50, tzinfo=UTC)
    assert time_ahead("00:10", late, UTC) == late + timedelta(minutes=20)
    assert time_ahead("23:45", late, UTC) == late - timedelta(minutes=5)


def test_that_words_are_no_time_to_come() -> None:
    assert time_ahead("soon", MIDNIGHT, UTC) is None
