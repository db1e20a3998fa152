"""Stretches of time as people type them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from app.models.period import Period, read_period


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("2026", (2026, 1, 1), (2027, 1, 1)),
        ("2026年", (2026, 1, 1), (2027, 1, 1)),
        ("2026-11", (2026, 11, 1), (2026, 12, 1)),
        ("2026年12月", (2026, 12, 1), (2027, 1, 1)),
        (" 2026/2/28 ", (2026, 2, 28), (2026, 3, 1)),
        ("2026-11-01..2026-11-15", (2026, 11, 1), (2026, 11, 16)),
        ("2026-10 至 2026-11", (2026, 10, 1), (2026, 12, 1)),
        ("2025 2026", (2025, 1, 1), (2027, 1, 1)),
        ("2026-11..", (2026, 11, 1), None),
        ("..2026-11", None, (2026, 12, 1)),
        ("", None, None),
    ],
)
def test_that_a_stretch_of_time_is_read(
    typed: str, since: tuple[int, int, int] | None, until: tuple[int, int, int] | None
) -> None:
    expected = (datetime(*end, tzinfo=UTC) if end else None for end in (since, until))
    assert read_period(typed, UTC) == Period(*expected)


@pytest.mark.parametrize(
    "typed", ["soon", "2026-13", "2026-02-30", "1..2", "2026..2027..2028", ".."]
)
def test_that_what_is_no_stretch_of_time_is_not_read(typed: str) -> None:
    assert read_period(typed, UTC) is None


def test_that_days_are_the_readers() -> None:
    period = read_period("2026-11-23", ZoneInfo("Asia/Shanghai"))
    assert period == Period(
        datetime(2026, 11, 22, 16, tzinfo=UTC), datetime(2026, 11, 23, 16, tzinfo=UTC)
    )


def test_that_two_ends_may_be_written_the_other_way_round() -> None:
    assert read_period("2026-11..2026-10", UTC) == read_period("2026-10..2026-11", UTC)
