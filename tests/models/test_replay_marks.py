"""The course that one looks back on: its marks, the way from one to the next, the slider."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models import facts as f
from app.models.chart import chart
from app.models.levels import Level
from app.models.replay import as_happened
from app.models.replay_marks import JUST_BEFORE, QUIET, Course, Mark, MarkKind, marks
from tests.builders import BEGIN, MINUTE, PLAN, SECOND, a_site, an_open_incident, called

END = BEGIN + 30 * MINUTE
moments = st.integers(0, 5_000_000).map(lambda n: BEGIN + n * SECOND)
courses = st.lists(moments, min_size=1, max_size=12).map(
    lambda at: Course([Mark(at=each, kind=MarkKind.ENTRY) for each in at], max(at))
)


def _course() -> Course:
    incident = an_open_incident(
        (1, called("li", due=BEGIN + 6 * MINUTE)),
        (1, called("xu", due=BEGIN + 20 * MINUTE)),
        (3, f.LevelSet(level=Level.III, reason="more")),
        (9, f.Arrived(who="li")),
        (10, f.Arrived(who="xu")),
    )
    whole = chart(incident, PLAN, a_site())
    return Course(marks(as_happened(incident.fold), whole, END), END)


def _of(course: Course, kind: MarkKind) -> list[datetime]:
    return [mark.at for mark in course.marks if mark.kind is kind]


def test_that_level_changes_call_outs_and_misses_are_marked() -> None:
    course = _course()
    levels = [(m.at, m.level) for m in course.marks if m.kind is MarkKind.LEVEL]
    assert levels == [(BEGIN, Level.IV), (BEGIN + 3 * MINUTE, Level.III)]
    assert _of(course, MarkKind.CALL_OUT) == [BEGIN + MINUTE]
    assert BEGIN + 6 * MINUTE in _of(course, MarkKind.MISS)
    assert BEGIN + 20 * MINUTE not in _of(course, MarkKind.MISS)


def test_that_one_goes_from_mark_to_mark_of_a_kind() -> None:
    course = _course()
    third = BEGIN + 3 * MINUTE
    assert course.next(MarkKind.LEVEL, BEGIN) == third
    assert course.next(MarkKind.LEVEL, third) is None
    assert course.before(MarkKind.LEVEL, third) == BEGIN
    assert course.before(MarkKind.LEVEL, BEGIN) is None


def test_that_weeks_of_quiet_take_little_of_the_slider() -> None:
    at = [BEGIN, BEGIN + 5 * MINUTE, BEGIN + timedelta(days=20)]
    course = Course([Mark(at=each, kind=MarkKind.ENTRY) for each in at], at[-1])
    assert course.length == (5 * MINUTE + QUIET).total_seconds()
    assert course.quiet() == [(300.0, 300.0 + QUIET.total_seconds())]


def test_that_playing_passes_over_what_is_quiet() -> None:
    later = BEGIN + timedelta(days=2)
    course = Course([Mark(at=each, kind=MarkKind.ENTRY) for each in (BEGIN, later)], later)
    assert course.past_quiet(BEGIN + SECOND) == later - JUST_BEFORE
    assert course.past_quiet(later - MINUTE) == later - MINUTE


@given(courses, st.floats(0, 1))
def test_that_place_and_moment_are_each_others_reverse(course: Course, share: float) -> None:
    place = share * course.length
    moment = course.moment(place)
    assert course.begin <= moment <= course.end
    assert course.place(moment) == pytest.approx(place, abs=0.01)


@given(courses, moments, moments)
def test_that_later_moments_stand_further_right(
    course: Course, one: datetime, other: datetime
) -> None:
    assert course.place(min(one, other)) <= course.place(max(one, other))


@given(courses)
def test_that_the_ends_of_the_slider_are_begin_and_end(course: Course) -> None:
    assert course.place(course.begin) == 0.0
    assert course.moment(course.length) == course.end


@given(courses, moments)
def test_that_next_and_before_lead_strictly_onward_and_back(
    course: Course, moment: datetime
) -> None:
    onward, back = course.next(MarkKind.ENTRY, moment), course.before(MarkKind.ENTRY, moment)
    assert onward is None or onward > moment
    assert back is None or back < moment
