"""Taking back what was just pressed."""

from __future__ import annotations

from app.models import facts as f
from app.models.call_outs import CallOutState
from app.models.task_states import TaskState
from app.models.telling import Names, tell
from tests.builders import Play


def taking_back(play: Play) -> f.Corrected:
    return f.Corrected(entry=play.last_id(), reason="", taken_back=True)


def test_that_an_arrival_is_taken_back_within_six_seconds_and_both_stay() -> None:
    play = Play()
    play.do(f.Arrived(who="chen"))
    play.wait(5 / 60).do(taking_back(play))
    assert play.incident.call_out("chen").state is not CallOutState.ARRIVED
    kinds = [entry.kind for entry in play.incident.timeline]
    assert kinds[-2:] == ["arrived", "corrected"]


def test_that_command_taken_by_a_slip_goes_back_to_who_had_it() -> None:
    play = Play()
    play.do(f.CommandTaken(who="zhao", name="Zhao Lin"))
    play.wait(1).do(f.CommandHandedOver(who="chen", name="Chen Wei"))
    play.do(taking_back(play))
    assert play.incident.commanding.who == "zhao"


def test_that_a_representative_who_has_not_left_after_all_is_still_heard() -> None:
    play = Play()
    play.do(f.ReceptionBegun(reception="r", matter="Wages"))
    play.do(f.RepresentativeAdded(reception="r", representative="p"))
    play.wait(1).do(f.RepresentativeLeft(reception="r", representative="p"))
    play.do(taking_back(play))
    assert play.incident.reception("r").present == 1


def test_that_later_it_is_a_correction_with_a_reason() -> None:
    play = Play()
    play.do(f.TaskDone(task="speak"))
    late = taking_back(play)
    assert play.wait(10 / 60).refused(late) == "late_to_take_back"
    struck = f.Corrected(entry=late.entry, reason="the wrong line")
    play.do(struck)
    assert play.incident.task("speak").state is TaskState.OPEN


def test_that_it_is_taken_back_once() -> None:
    play = Play()
    play.do(f.TaskDone(task="speak"))
    taken = taking_back(play)
    play.do(taken)
    assert play.refused(taken) == "nothing_to_take_back"


def test_that_what_brings_other_things_with_it_is_not_taken_back() -> None:
    play = Play()
    opening = f.Corrected(entry=play.incident.timeline[0].id, reason="", taken_back=True)
    assert play.refused(opening) == "late_to_take_back"


def test_that_the_timeline_says_what_was_taken_back() -> None:
    play = Play()
    play.do(f.TaskDone(task="speak"))
    [taken] = play.do(taking_back(play))
    names = Names(incident=play.incident, plan=play.plan, site=play.site)
    assert tell(taken, names).phrase.english() == "Taken back: Speak: done"
