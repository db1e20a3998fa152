"""The course of an incident: opening, amending, levels, the end; and corrections."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.models import facts as f
from app.models.command import Command, Open
from app.models.course import Status
from app.models.facts import Corrected, Note, Unknown, raw_fact
from app.models.levels import Level
from app.models.plan import reference
from tests.builders import BEGIN, MINUTE, PLAN, SECOND, Play, an_open_incident, called, opened


def over() -> Play:
    play = Play()
    play.wait(10).do(f.DeclaredOver(reason="they left"))
    return play.wait(1)


def closed() -> Play:
    play = over()
    play.do(f.Closed(summary="all well"))
    return play.wait(1)


# Opening ----------------------------------------------------------------------------------------


def test_that_opening_keeps_the_version_of_the_plan() -> None:
    play = Play()
    course = play.incident.course
    assert course.plan == reference(PLAN)
    assert (course.status, course.opened_at, course.opened_by) == (Status.OPEN, BEGIN, "Wang Min")
    assert play.incident.detail.title == "Crowd"
    assert play.incident.people.now == 15
    assert play.incident.leveling.level is Level.IV
    assert play.incident.is_open


def test_that_a_plan_can_be_named_by_its_reference() -> None:
    play = Play()
    (fact, *_) = play.do(Open(plan=reference(PLAN), title=" Fire ", place="Lobby", drill=True))
    assert fact == f.Opened(
        plan=reference(PLAN), title="Fire", place="Lobby", level=Level.IV, drill=True
    )


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (Open(plan="small", title=" ", place="Gate"), "missing"),
        (Open(plan="small", title="Crowd", place=""), "missing"),
        (Open(plan="other", title="Crowd", place="Gate"), "no_plan"),
        (Open(plan="small", title="Crowd", place="Gate", people=-1), "negative"),
        (Open(plan="small", title="Crowd", place="Gate", people=10**9), "too_many"),
        (Open(plan="small", title="x" * 201, place="Gate"), "too_long"),
        (opened(), "opens_itself"),
    ],
)
def test_that_an_opening_that_cannot_run_is_refused(command: Command, code: str) -> None:
    assert Play().refused(command) == code


def test_that_opening_above_the_lowest_level_brings_the_lower_ones_too() -> None:
    assert set(Play(level=Level.III).incident.call_outs) == {"chen", "zhao", "li", "ma", "gao"}


def test_that_nothing_can_be_said_of_an_incident_that_is_not_there() -> None:
    play = Play()
    play.incident = an_open_incident().as_of(BEGIN - SECOND)
    assert play.refused(Note(text="x")) == "no_incident"


# Amending ---------------------------------------------------------------------------------------


def test_that_only_what_is_given_changes() -> None:
    play = Play()
    play.wait(1).do(f.Amended(place="North gate"))
    assert (play.incident.detail.title, play.incident.detail.place) == ("Crowd", "North gate")
    assert play.incident.people.now == 15


def test_that_the_head_count_is_kept_over_time() -> None:
    play = Play()
    play.wait(5).do(f.Amended(people=40))
    play.wait(5).do(f.Amended(people=25), at=3)
    assert [count for _, count in play.incident.people.counts] == [15, 25, 40]
    assert play.incident.then(BEGIN + 4 * MINUTE).people.now == 25


def test_that_counting_the_same_again_is_a_count() -> None:
    play = Play()
    play.wait(5).do(f.Amended(people=15))
    assert len(play.incident.people.counts) == 2


def test_that_nothing_amended_is_refused() -> None:
    play = Play()
    assert play.refused(f.Amended()) == "unchanged"
    assert play.refused(f.Amended(title="Crowd")) == "unchanged"
    assert play.refused(f.Amended(title=" ")) == "missing"
    assert play.refused(f.Amended(people=-3)) == "negative"


# Levels -----------------------------------------------------------------------------------------


def test_that_raising_the_level_calls_whom_it_brings() -> None:
    play = Play()
    level, *calls = play.wait(3).do(f.LevelSet(level=Level.III, reason="road blocked"))
    assert level == f.LevelSet(level=Level.III, reason="road blocked", decided_by="Wang Min")
    assert [call.who for call in calls if isinstance(call, f.CalledOut)] == ["gao"]
    assert play.incident.call_out("gao").due == BEGIN + 33 * MINUTE


def test_that_rising_two_levels_brings_both() -> None:
    play = Play()
    play.do(f.LevelSet(level=Level.II, reason="fire"))
    assert {"gao", "xu", "role:driver"} <= set(play.incident.call_outs)


def test_that_sinking_calls_nobody() -> None:
    play = Play(level=Level.II)
    play.wait(5).do(f.StoodDown(who="xu"))
    assert len(play.wait(5).do(f.LevelSet(level=Level.IV, reason="calmer"))) == 1


def test_that_a_level_needs_a_reason_and_must_be_another() -> None:
    play = Play()
    assert play.refused(f.LevelSet(level=Level.III, reason="")) == "missing"
    assert play.refused(f.LevelSet(level=Level.IV, reason="still")) == "same_level"


def test_that_what_was_declared_over_is_reopened_before_its_level_rises() -> None:
    play = Play(level=Level.III)
    play.wait(5).do(f.DeclaredOver(reason="calm", despite="all seen"))
    rise = f.LevelSet(level=Level.II, reason="they came back")
    assert play.wait(1).refused(rise) == "over_rises"
    play.do(rise, at=4)  # it was still running then
    play.do(f.LevelSet(level=Level.IV, reason="calm"))
    play.do(f.Reopened(reason="they came back"))
    play.wait(1).do(f.LevelSet(level=Level.I, reason="they came back"))


def test_that_levels_are_steps_over_time() -> None:
    play = Play()
    play.wait(5).do(f.LevelSet(level=Level.III, reason="more"))
    play.wait(5).do(f.LevelSet(level=Level.IV, reason="fewer"))
    leveling = play.incident.leveling
    assert leveling.level is Level.IV
    assert leveling.reason == "fewer"
    assert leveling.reached_at(Level.III) == BEGIN + 5 * MINUTE
    assert leveling.reached_at(Level.IV) == BEGIN
    assert leveling.reached_at(Level.I) is None


def test_that_a_level_typed_late_is_judged_by_the_level_then() -> None:
    play = Play()
    play.wait(10).do(f.LevelSet(level=Level.III, reason="more"))
    play.wait(1).do(f.LevelSet(level=Level.III, reason="was so already"), at=5)
    assert play.incident.leveling.reached_at(Level.III) == BEGIN + 5 * MINUTE


# The end ----------------------------------------------------------------------------------------


def test_that_an_incident_is_declared_over_and_then_closed() -> None:
    play = Play()
    assert play.refused(f.Closed()) == "not_declared_over"
    play = over()
    assert play.incident.course.status is Status.OVER
    assert play.incident.is_open
    assert play.refused(f.DeclaredOver()) == "already_over"
    play.do(f.Closed(summary="all well"))
    course = play.incident.course
    assert course.status is Status.CLOSED
    assert (course.over_at, course.closed_at) == (BEGIN + 10 * MINUTE, BEGIN + 11 * MINUTE)
    assert not play.incident.is_open


def test_that_it_is_not_closed_while_somebody_is_on_the_way() -> None:
    play = Play()
    play.do(f.OnTheWay(who="li"))
    play.wait(5).do(f.DeclaredOver())
    assert play.wait(1).refused(f.Closed()) == "awaited"
    play.do(f.StoodDown(who="li"))
    play.wait(1).do(f.Closed())


def test_that_it_is_not_closed_even_while_a_nameless_role_is_on_the_way() -> None:
    play = Play(level=Level.II)
    play.do(f.OnTheWay(who="role:driver"))
    play.do(f.OnTheWay(who="li"))
    play.wait(5).do(f.DeclaredOver())
    assert play.wait(1).refused(f.Closed()) == "awaited"


def test_that_after_closing_there_are_only_notes_corrections_and_reopening() -> None:
    play = closed()
    for command in (f.Arrived(who="li"), f.Amended(people=3), f.Closed(), f.DeclaredOver()):
        assert play.refused(command) == "closed"
        assert play.refused(command, at=5) == "closed"
    play.do(Note(text="the barrier was brought back"))
    note = play.last_id()
    play.wait(1).do(Corrected(entry=note, reason="wrong incident"))
    assert play.refused(f.Reopened(reason="")) == "missing"
    play.do(f.Reopened(reason="they came back"))
    assert play.incident.course.status is Status.OPEN
    assert play.incident.course.closed_at is None
    assert play.wait(1).refused(f.Reopened(reason="again")) == "not_over"


def test_that_closing_without_declaring_over_counts_as_both() -> None:
    course = an_open_incident(f.Closed()).course
    assert course.status is Status.CLOSED
    assert course.over_at == course.closed_at == BEGIN + MINUTE


def test_that_late_entries_cannot_turn_the_course_round() -> None:
    play = over()
    play.wait(5).do(f.Reopened(reason="they came back"))
    assert play.wait(1).refused(f.Reopened(reason="earlier"), at=12) == "contradiction"
    assert play.refused(f.DeclaredOver(), at=12) == "already_over"


def test_that_within_a_time_when_it_was_closed_nothing_ends_again() -> None:
    play = closed()
    play.wait(5).do(f.Reopened(reason="they came back"))
    for command in (f.DeclaredOver(), f.Closed()):
        assert play.wait(1).refused(command, at=12) == "closed"


# When it happened -------------------------------------------------------------------------------


def test_that_nothing_is_recorded_of_the_future() -> None:
    play = Play()
    assert play.refused(Note(text="x"), at=1) == "future"
    assert play.decide(Note(text="x"), BEGIN + 2 * SECOND)
    in_an_hour = BEGIN + 60 * MINUTE
    arrived = f.Arrived(who="li")
    play.do(arrived)
    correction = Corrected(
        entry=play.last_id(), reason="later", fact=raw_fact(arrived), at=in_an_hour
    )
    assert play.refused(correction) == "future"


def test_that_before_the_opening_there_are_only_notes() -> None:
    play = Play()
    assert play.refused(f.Arrived(who="li"), at=-5) == "before_opening"
    play.do(Note(text="the first were seen at the bus stop"), at=-5)
    assert play.incident.timeline[0].fact == Note(text="the first were seen at the bus stop")


def test_that_midnight_and_time_zones_make_no_difference() -> None:
    play = Play()
    china = timezone(timedelta(hours=8))
    play.now = datetime(2026, 11, 24, 0, 30, tzinfo=china).astimezone(UTC)
    play.do(f.Arrived(who="ma", name="Ma Jun"))
    assert play.incident.call_out("ma").arrived_at == datetime(2026, 11, 23, 16, 30, tzinfo=UTC)
    play.wait(1).decide(Note(text="x"), datetime(2026, 11, 24, 0, 15, tzinfo=china))


# Corrections ------------------------------------------------------------------------------------


def corrected(play: Play, fact: f.KnownFact | None, *, reason: str = "wrong") -> Corrected:
    return Corrected(entry=play.last_id(), reason=reason, fact=raw_fact(fact))


def test_that_a_note_is_corrected_and_struck() -> None:
    play = Play()
    play.do(Note(text="15 people"))
    entry = play.incident.timeline[-1]
    play.wait(1).do(corrected(play, Note(text="50 people")))
    now = play.incident.fold.effective(entry)
    assert now is not None
    assert now.fact == Note(text="50 people")
    play.wait(1).do(Corrected(entry=entry.id, reason="twice"))
    assert play.incident.fold.effective(entry) is None


def test_that_a_correction_that_is_none_is_refused() -> None:
    play = Play()
    assert play.refused(Corrected(entry="x", reason="?")) == "unknown_entry"
    play.do(Note(text="a"))
    assert play.refused(corrected(play, None, reason=" ")) == "missing"
    assert play.refused(corrected(play, f.Arrived(who="li"))) == "correction_changes_kind"
    assert play.refused(corrected(play, Note(text="x" * 20_001))) == "too_long"
    play.wait(1).do(corrected(play, None))
    assert play.refused(corrected(play, None)) == "correction_of_correction"


def test_that_an_entry_of_a_newer_program_can_be_struck_but_not_reworded() -> None:
    play = Play()
    play.incident.add([an_open_incident((1, Unknown(kind="new", data="{}"))).timeline[1]])
    play.wait(5).do(corrected(play, None))
    play = Play()
    play.incident.add([an_open_incident((1, Unknown(kind="new", data="{}"))).timeline[1]])
    assert play.wait(5).refused(corrected(play, Note(text="x"))) == "correction_changes_kind"


def test_that_the_opening_can_be_corrected_but_not_struck() -> None:
    play = Play()
    opening = play.incident.timeline[0].id
    assert play.refused(Corrected(entry=opening, reason="?")) == "contradiction"
    fact, before = raw_fact(opened()), BEGIN - 5 * MINUTE
    earlier = Corrected(entry=opening, reason="it began before", fact=fact, at=before)
    play.wait(1).do(earlier)
    assert play.incident.course.opened_at == BEGIN - 5 * MINUTE


def test_that_a_correction_may_not_move_things_before_the_opening() -> None:
    play = Play()
    play.wait(5).do(f.Arrived(who="li"))
    arrived = raw_fact(f.Arrived(who="li"))
    moved = Corrected(entry=play.last_id(), reason="?", fact=arrived, at=BEGIN - MINUTE)
    assert play.refused(moved) == "before_opening"


def test_that_a_correction_that_leaves_others_without_ground_is_refused() -> None:
    play = Play()
    play.do(called("xu"))
    call = play.last_id()
    play.wait(1).do(f.Acknowledged(who="xu"))
    assert play.wait(1).refused(Corrected(entry=call, reason="not called")) == "contradiction"


def test_that_a_closed_incident_is_not_corrected_into_somebody_on_the_way() -> None:
    play = Play()
    play.do(f.OnTheWay(who="li"))
    play.wait(1).do(f.Arrived(who="li"))
    arrival = play.last_id()
    play.wait(1).do(f.DeclaredOver())
    play.wait(1).do(f.Closed())
    assert play.wait(1).refused(Corrected(entry=arrival, reason="not here")) == "contradiction"


def test_that_a_correction_is_made_now_whatever_it_corrects() -> None:
    play = Play()
    play.do(Note(text="a"))
    play.wait(10).do(corrected(play, Note(text="b")), at=2)
    assert play.incident.timeline[-1].at == BEGIN + 10 * MINUTE


def test_that_closing_is_not_struck_but_followed_by_a_reopening() -> None:
    play = Play()
    play.do(f.DeclaredOver())
    play.do(f.Closed())
    closing = next(each for each in play.incident.timeline if isinstance(each.fact, f.Closed))
    assert play.refused(f.Corrected(entry=closing.id, reason="too early")) == "closing_struck"
    play.do(f.Reopened(reason="they came back"))
    assert play.incident.is_open
