"""Quick entry: a time of day before a note, and times typed for what is to come."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.quick import (
    Unread,
    date_ahead,
    read_quick,
    read_sheet,
    time_ahead,
    time_near,
)

CHINA = ZoneInfo("Asia/Shanghai")
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 2, 10, tzinfo=UTC)
"""10:10 in China."""


@pytest.mark.parametrize(
    ("typed", "note", "at"),
    [
        ("gate shut", "gate shut", None),
        ("10:03 gate shut", "gate shut", datetime(2026, 11, 23, 2, 3, tzinfo=UTC)),
        ("10：03 大门已关", "大门已关", datetime(2026, 11, 23, 2, 3, tzinfo=UTC)),
        (" 9:30:15  two lines\nhere ", "two lines\nhere",
         datetime(2026, 11, 23, 1, 30, 15, tzinfo=UTC)),
        ("23:50 yesterday", "yesterday", datetime(2026, 11, 22, 15, 50, tzinfo=UTC)),
        ("10:20 too early", "too early", datetime(2026, 11, 23, 2, 20, tzinfo=UTC)),
        ("25:00 no time", "25:00 no time", None),
        ("10:03", "10:03", None),
        ("10:03x", "10:03x", None),
    ],
)  # fmt: skip
def test_that_a_time_of_day_says_when_it_happened(
    typed: str, note: str, at: datetime | None
) -> None:
    assert read_quick(typed, NOW, CHINA) == (note, at)


def test_that_in_the_hour_that_repeats_the_later_one_that_is_past_is_meant() -> None:
    first, again = (datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1))
    assert read_quick("2:30 x", first + timedelta(minutes=10), BERLIN) == ("x", first)
    assert read_quick("2:30 x", again + timedelta(minutes=10), BERLIN) == ("x", again)


@given(st.text(max_size=30))
def test_that_any_text_is_read(typed: str) -> None:
    note, at = read_quick(typed, NOW, CHINA)
    assert note in typed
    assert at is None or at - NOW <= timedelta(hours=12)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("10", 10), ("10:25", 15), ("9:50", -20), ("15:30", 320), ("10:25 x", None), ("99:99", None)],
)
def test_that_what_is_to_come_is_a_time_or_minutes_from_now(
    typed: str, minutes: int | None
) -> None:
    meant = None if minutes is None else NOW + timedelta(minutes=minutes)
    assert time_ahead(typed, NOW, CHINA) == meant


def test_that_the_nearest_such_moment_is_meant() -> None:
    midnight = datetime(2026, 11, 22, 16, 0, tzinfo=UTC)
    assert time_near("23:58", midnight, CHINA) == midnight - timedelta(minutes=2)
    assert time_near("0:02:30", midnight, CHINA) == midnight + timedelta(minutes=2, seconds=30)
    assert time_near("soon", midnight, CHINA) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-12-01", "2026-12-01 23:59"),
        ("12-01", "2026-12-01 23:59"),
        ("1/5", "2027-01-05 23:59"),
        ("12.1 17:00", "2026-12-01 17:00"),
        ("3", "2026-11-26 23:59"),
        ("0 18:30", "2026-11-23 18:30"),
        ("2-30", None),
        ("9999-12-31", None),
        ("0001-01-01", None),
        ("8999-12-31", "8999-12-31 23:59"),
        ("soon", None),
        ("12-01 25:00", None),
        ("", None),
    ],
)
def test_that_a_day_to_come_is_read(typed: str, meant: str | None) -> None:
    zone = ZoneInfo("Asia/Shanghai")
    now = datetime(2026, 11, 23, 8, 0, tzinfo=zone).astimezone(UTC)
    found = date_ahead(typed, now, zone)
    told = f"{found.astimezone(zone):%Y-%m-%d %H:%M}" if found else None
    assert told == meant


def test_that_a_sheet_over_midnight_goes_on_the_next_day() -> None:
    read = read_sheet("23:50 a\n00:10 b\n00:20 c", date(2026, 11, 23), UTC)
    assert not isinstance(read, Unread)
    assert [f"{at:%d %H:%M} {text}" for at, text in read] == [
        "23 23:50 a", "24 00:10 b", "24 00:20 c",
    ]  # fmt: skip


def test_that_a_sheet_names_the_line_that_has_no_time() -> None:
    assert read_sheet("10:03 a\n\nlater b", date(2026, 11, 23), UTC) == Unread(3, "later b")


@pytest.mark.parametrize(
    ("day", "lines", "found"),
    [
        # The clocks go back from 03:00 to 02:00: a day of 25 hours.
        (date(2026, 10, 25), "00:10 a", ["24T22:10"]),
        (date(2026, 10, 25), "23:50 a", ["25T22:50"]),
        (
            date(2026, 10, 24),
            "23:50 a\n00:10 b\n02:30 c\n04:00 d",
            ["24T21:50", "24T22:10", "25T00:30", "25T03:00"],
        ),
        (date(2026, 10, 25), "02:50 a\n02:10 b\n02:40 c", ["25T00:50", "25T01:10", "25T01:40"]),
        (date(2026, 10, 24), "22:00 a\n22:30 b\n08:00 c", ["24T20:00", "24T20:30", "25T07:00"]),
        # And forward from 02:00 to 03:00: one of 23.
        (date(2026, 3, 29), "00:10 a", ["28T23:10"]),
        (date(2026, 3, 29), "23:50 a", ["29T21:50"]),
        (date(2026, 3, 28), "23:50 a\n03:10 b", ["28T22:50", "29T01:10"]),
    ],
)
def test_that_a_sheet_keeps_its_days_where_the_clocks_change(
    day: date, lines: str, found: list[str]
) -> None:
    read = read_sheet(lines, day, BERLIN)
    assert not isinstance(read, Unread)
    assert [f"{at:%dT%H:%M}" for at, _ in read] == found


def test_that_midnight_is_of_the_day_that_begins_with_it() -> None:
    read = read_sheet("00:00 a\n23:59 b\n00:00 c", date(2026, 11, 23), UTC)
    assert not isinstance(read, Unread)
    assert [f"{at:%dT%H:%M}" for at, _ in read] == ["23T00:00", "23T23:59", "24T00:00"]


def test_that_a_sheet_may_go_on_for_days() -> None:
    read = read_sheet("20:00 a\n06:00 b\n19:00 c\n05:00 d", date(2026, 11, 23), UTC)
    assert not isinstance(read, Unread)
    assert [at.day for at, _ in read] == [23, 24, 24, 25]


@pytest.mark.parametrize("typed", ["2026-03-29", "2026-03-29 23:59"])
def test_that_a_day_on_which_the_clocks_change_ends_that_day(typed: str) -> None:
    found = date_ahead(typed, datetime(2026, 3, 27, 12, tzinfo=UTC), BERLIN)
    assert found == datetime(2026, 3, 29, 21, 59, tzinfo=UTC)
