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


def test_that_a_flood_that_takes_its_time_is_one_sound_and_one_for_the_rest() -> None:
    ears = listening(*(duty(f"t{n}", 5 + n / 60) for n in range(6)))
    heard = [ears.listen(BEGIN + 5 * MINUTE + n * SECOND) for n in range(30)]
    assert heard[0] is Sound.TASK
    assert heard.count(Sound.TASK) == 2


def test_that_what_is_worse_does_not_wait_for_a_flood_to_end() -> None:
    ears = listening(duty("t", 5), duty("li", 5 + 1 / 60, AlarmKind.CALL_OUT))
    assert ears.listen(BEGIN + 5 * MINUTE) is Sound.TASK
    assert ears.listen(BEGIN + 5 * MINUTE + SECOND) is Sound.CALL_OUT


def test_that_a_clock_set_back_silences_nothing() -> None:
    ears = listening(duty("a", 60), duty("b", 2))
    assert ears.listen(BEGIN + 60 * MINUTE) is Sound.TASK
    ears.take("two", [], BEGIN)
    ears.take("two", [duty("m", 0, AlarmKind.TASK)], BEGIN)
    assert ears.listen(BEGIN + SECOND) is Sound.TASK


def test_that_a_clock_set_back_a_little_warns_once() -> None:
    ears = listening(duty("a", 5))
    assert ears.listen(BEGIN + 4 * MINUTE) is Sound.SOON
    assert ears.listen(BEGIN + 4 * MINUTE - SECOND) is None
    assert ears.listen(BEGIN + 4 * MINUTE + 20 * SECOND) is None


def test_that_a_warning_is_not_lost_to_an_entry_in_the_same_second() -> None:
    ears = listening(duty("a", 5))
    ears.take("one", [duty("a", 5)], BEGIN + 4 * MINUTE + 0.5 * SECOND)
    assert ears.listen(BEGIN + 4 * MINUTE + SECOND) is Sound.SOON


def test_that_what_comes_with_less_than_a_minute_left_has_no_warning() -> None:
    ears = listening()
    ears.take("one", [duty("a", 0.9)], BEGIN)
    assert ears.listen(BEGIN + SECOND) is None


def test_that_a_message_under_way_is_no_deadline_to_warn_of() -> None:
    ears = listening()
    ears.take("one", [duty("m", 1.5, AlarmKind.MESSAGE)], BEGIN + 0.5 * MINUTE)
    assert ears.listen(BEGIN + 0.5 * MINUTE + SECOND) is None
    assert ears.listen(BEGIN + 1.5 * MINUTE) is Sound.MESSAGE


def test_that_a_proposal_is_heard_with_the_rest() -> None:
    ears = listening(duty("a", 5))
    ears.note(Sound.PROPOSAL)
    ears.note(Sound.PROPOSAL)
    assert ears.listen(BEGIN + MINUTE) is Sound.PROPOSAL
    assert ears.listen(BEGIN + 2 * MINUTE) is None


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
    ears.take("one", [], BEGIN)
    assert ears.listen(BEGIN + MINUTE) is None


def test_that_the_worst_is_heard_at_the_commanders_station_however_low_it_is_set() -> None:
    assert volume(Sound.CALL_OUT, chosen=0, commands=True) == LEAST
    assert volume(Sound.CALL_OUT, chosen=0, commands=False) == 0
    assert volume(Sound.TASK, chosen=0, commands=True) == 0
    assert volume(Sound.CALL_OUT, chosen=80, commands=True) == 80


def test_that_nothing_is_worse_than_silence() -> None:
    assert worst([]) is None
    assert worst([Sound.SOON, Sound.ROLL_CALL, Sound.TASK]) is Sound.ROLL_CALL
