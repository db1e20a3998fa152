"""Deadlines: calm, soon, late; every unmet one a duty, every overdue one an alarm."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models import facts as f
from app.models.alarms import AlarmKind, dues, duties, next_due, overdue
from app.models.levels import Level
from app.models.urgency import AT_ONCE, Urgency, due_at, fraction, urgency
from tests.builders import BEGIN, MINUTE, PLAN, SECOND, Play, text

DUE = BEGIN + 5 * MINUTE


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (61 * SECOND, Urgency.CALM),
        (60 * SECOND, Urgency.SOON),
        (timedelta(microseconds=1), Urgency.SOON),
        (timedelta(0), Urgency.LATE),
        (-60 * MINUTE, Urgency.LATE),
    ],
)
def test_that_soon_begins_one_minute_before_and_late_at_the_limit(
    before: timedelta, expected: Urgency
) -> None:
    assert urgency(DUE, DUE - before) is expected


def test_that_without_a_deadline_nothing_is_urgent() -> None:
    assert urgency(None, BEGIN) is Urgency.NONE


def test_that_at_once_allows_a_minute_and_other_times_are_as_the_plan_has_them() -> None:
    assert due_at(BEGIN, timedelta(0)) == BEGIN + AT_ONCE == BEGIN + MINUTE
    assert due_at(BEGIN, 30 * SECOND) == BEGIN + 30 * SECOND
    assert due_at(BEGIN, 5 * MINUTE) == DUE


def test_that_nobody_is_late_in_the_instant_of_the_call() -> None:
    play = Play()
    assert overdue(duties(play.incident, PLAN), BEGIN) == []
    late = overdue(duties(play.incident, PLAN), BEGIN + MINUTE)
    assert [duty.key for duty in late] == ["li", "zhao"]


def test_that_used_up_time_goes_from_none_to_all() -> None:
    assert fraction(BEGIN, DUE, BEGIN - MINUTE) == 0.0
    assert fraction(BEGIN, DUE, BEGIN + timedelta(minutes=2.5)) == 0.5
    assert fraction(BEGIN, DUE, DUE + MINUTE) == 1.0
    assert fraction(DUE, DUE, DUE) == 1.0
    assert fraction(None, DUE, DUE) is None
    assert fraction(BEGIN, None, DUE) is None


def test_that_duties_stand_by_deadline_and_equal_ones_by_weight() -> None:
    play = Play(level=Level.III)
    found = duties(play.incident, PLAN)
    assert [(duty.kind, duty.key) for duty in found] == [
        (AlarmKind.CALL_OUT, "li"),
        (AlarmKind.CALL_OUT, "zhao"),
        (AlarmKind.NOTIFICATION, "leaders"),
        (AlarmKind.NOTIFICATION, "manager"),
        (AlarmKind.CALL_OUT, "ma"),
        (AlarmKind.TASK, "speak"),
        (AlarmKind.TASK, "repair"),
        (AlarmKind.CALL_OUT, "chen"),
        (AlarmKind.CALL_OUT, "gao"),
    ]
    assert found[3].about == text("The manager")
    assert found[3].role == text("Guard")
    assert found[0].about.en == "Li Na"


def test_that_a_nameless_role_is_named_by_its_role() -> None:
    play = Play(level=Level.II)
    driver = next(d for d in duties(play.incident, PLAN) if d.key == "role:driver")
    assert driver.about == text("Driver")


def test_that_only_a_person_ends_an_alarm() -> None:
    play = Play()
    play.wait(600)
    keys = {duty.key for duty in overdue(duties(play.incident, PLAN), play.now)}
    assert keys == {"li", "zhao", "ma", "chen", "speak", "manager"}
    play.do(f.Arrived(who="li"))
    play.do(f.Excused(who="chen", reason="abroad"))
    play.do(f.TaskSkipped(task="speak", reason="nobody left"))
    play.do(f.Notified(target="manager"))
    keys = {duty.key for duty in overdue(duties(play.incident, PLAN), play.now)}
    assert keys == {"zhao", "ma"}


def test_that_a_task_taken_back_is_owed_again() -> None:
    play = Play()
    play.do(f.TaskDone(task="speak"))
    play.wait(1).do(f.TaskUndone(task="speak"))
    assert "speak" in {duty.key for duty in duties(play.incident, PLAN)}


def test_that_the_next_deadline_is_the_first_still_to_come() -> None:
    found = duties(Play().incident, PLAN)
    coming = next_due(found, BEGIN + 3 * MINUTE)
    assert coming is not None
    assert coming.key == "ma"
    assert next_due(found, BEGIN + 60 * MINUTE) is None


def test_that_nothing_is_due_once_it_is_over() -> None:
    play = Play()
    play.wait(20).do(f.DeclaredOver())
    assert duties(play.incident, PLAN) == []
    play.wait(5).do(f.Reopened(reason="they came back"))
    assert duties(play.incident, PLAN)


# A failed message is never silence ----------------------------------------------------------------

SENT = f.MessageSent(message="m1", address="a1", to="Leaders", text="It is over.")
FAILED = f.MessageFailed(message="m1", why="refused")


def late(play: Play) -> list[str]:
    """The alarms of now, as the desk has them; the board must count the same."""
    found = overdue(duties(play.incident, PLAN), play.now)
    assert [duty.due for duty in found] == [
        due for due in dues(play.incident, PLAN) if due <= play.now
    ]
    return [duty.alarm for duty in found]


def test_that_a_message_that_fails_once_it_is_over_is_an_alarm() -> None:
    play = Play()
    play.wait(20).do(f.DeclaredOver())
    play.wait(1).do(SENT)
    assert late(play) == []
    play.wait(0.5).do(FAILED)
    assert late(play) == ["message:m1"]
    play.do(f.AlarmAcknowledged(alarm="message:m1", due=play.now))


def test_that_a_message_that_fails_after_the_closing_is_an_alarm_that_somebody_can_see() -> None:
    play = Play()
    play.wait(20).do(f.DeclaredOver())
    play.wait(1).do(SENT)
    play.do(f.Closed())
    play.wait(0.5).do(FAILED)
    assert late(play) == ["message:m1"]
    play.do(f.AlarmAcknowledged(alarm="message:m1", due=play.now))


def test_that_what_had_failed_when_it_was_closed_is_over_with_it() -> None:
    play = Play()
    play.wait(20).do(f.DeclaredOver())
    play.wait(1).do(SENT)
    play.wait(0.5).do(FAILED)
    play.wait(1).do(f.Closed())
    assert late(play) == []


def test_that_a_message_under_way_is_nobodys_next_deadline() -> None:
    play = Play()
    play.wait(600).do(SENT)
    assert next_due(duties(play.incident, PLAN), play.now) is None
