"""Which sound is due, and which is not."""

from __future__ import annotations

from datetime import timedelta

from app.models.alarms import AlarmKind, Duty
from app.models.sounding import LEAST, Ears, Sound, volume, worst
from tests.builders import BEGIN, MINUTE, SECOND, text


def duty(key: str, minutes: float, kind: AlarmKind = AlarmKind.TASK) -> Duty:
    due = BEGIN + timedelta(minutes=minutes)
    return Duty(kind=kind, key=key, about=text(key), role=text(""), due=due)


def listening(*duties: Duty) -> Ears:
    ears = Ears()
    ears.take("one", sorted(duties, key=lambda each: each.due), BEGIN)
    assert ears.listen(BEGIN) is None
    return ears


def test_that_a_minute_before_there_is_a_quiet_warning_and_then_the_alarm_once() -> None:
    ears = listening(duty("a", 5))
    assert ears.listen(BEGIN + 4 * MINUTE - SECOND) is None
    assert ears.listen(BEGIN + 4 * MINUTE) is Sound.SOON
    assert ears.listen(BEGIN + 4 * MINUTE + SECOND) is None
    assert ears.listen(BEGIN + 5 * MINUTE) is Sound.TASK
    assert ears.listen(BEGIN + 6 * MINUTE) is None


def test_that_a_flood_is_one_sound_the_worst() -> None:
    ears = listening(*(duty(f"t{n}", 5) for n in range(200)), duty("li", 5, AlarmKind.CALL_OUT))
    assert ears.listen(BEGIN + 5 * MINUTE) is Sound.CALL_OUT
    assert ears.listen(BEGIN + 5 * MINUTE + SECOND) is None


def test_that_what_was_late_before_one_looked_is_not_heard() -> None:
    ears = listening(duty("a", -5))
    assert ears.listen(BEGIN + MINUTE) is None


def test_that_a_failure_that_came_in_is_heard_though_its_time_has_passed() -> None:
    ears = listening()
    now = BEGIN + 2 * MINUTE
    ears.take("one", [duty("m", 1.9, AlarmKind.MESSAGE)], now)
    assert ears.listen(now) is Sound.MESSAGE
    ears.take("one", [duty("m", 1.9, AlarmKind.MESSAGE)], now + SECOND)
    assert ears.listen(now + SECOND) is None


def test_that_a_cause_with_another_deadline_is_heard_again() -> None:
    ears = listening(duty("a", 1))
    assert ears.listen(BEGIN + MINUTE) is Sound.TASK
    ears.take("one", [duty("a", 10)], BEGIN + 2 * MINUTE)
    assert ears.listen(BEGIN + 9 * MINUTE) is Sound.SOON
    assert ears.listen(BEGIN + 10 * MINUTE) is Sound.TASK


def test_that_an_incident_that_is_over_is_silent() -> None:
    ears = listening(duty("a", 1))
    ears.forget("one")
    assert ears.listen(BEGIN + MINUTE) is None


def test_that_the_worst_is_heard_at_the_commanders_station_however_low_it_is_set() -> None:
    assert volume(Sound.CALL_OUT, chosen=0, commands=True) == LEAST
    assert volume(Sound.CALL_OUT, chosen=0, commands=False) == 0
    assert volume(Sound.TASK, chosen=0, commands=True) == 0
    assert volume(Sound.CALL_OUT, chosen=80, commands=True) == 80


def test_that_nothing_is_worse_than_silence() -> None:
    assert worst([]) is None
    assert worst([Sound.SOON, Sound.ROLL_CALL, Sound.TASK]) is Sound.ROLL_CALL
