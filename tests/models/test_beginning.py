"""When the duties of a plan begin, and when they lapse."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from app.models import facts as f
from app.models.alarms import dues, duties
from app.models.command import Open
from app.models.incident import Incident
from app.models.levels import Level
from app.models.notifications import notifications
from app.models.plan import Phase, PlanNotification, PlanTask, Sign
from app.models.tasks import TaskRow, tasks
from tests.builders import BEGIN, MINUTE, PLAN, Play, entry, text

FIVE = timedelta(minutes=5)


def play_with(*given: PlanTask, told: tuple[PlanNotification, ...] = (), phase: str = "") -> Play:
    play = Play()
    phases = (Phase(key="sign", name=text("Sign")), Phase(key="on_way", name=text("On the way")))
    play.plan = msgspec.structs.replace(PLAN, phases=phases, tasks=given, notifications=told)
    if phase:
        play.incident = Incident("one")
        opened = f.Opened(plan="small@0", title="C", place="G", level=Level.IV, phase=phase)
        play.incident.add([entry(opened)])
    return play


def the(play: Play, key: str) -> TaskRow:
    assert [duty.due for duty in duties(play.incident, play.plan)] == dues(play.incident, play.plan)
    return next(row for row in tasks(play.incident, play.plan) if row.key == key)


def task(key: str = "it", **given: object) -> PlanTask:
    return msgspec.structs.replace(
        PlanTask(key=key, text=text("It"), owner="guard", within=FIVE, when=text("If")), **given
    )


def test_that_a_sign_starts_the_deadline_of_what_it_asks_for() -> None:
    play = play_with(task(sign=Sign.DAMAGE))
    assert the(play, "it").due is None
    play.wait(3).do(f.SignSeen(sign=Sign.DAMAGE))
    assert the(play, "it").due == BEGIN + 3 * MINUTE + FIVE
    play.wait(1).do(f.SignGone(sign=Sign.DAMAGE))
    assert the(play, "it").due == BEGIN + 3 * MINUTE + FIVE


def test_that_a_number_of_people_starts_it() -> None:
    play = play_with(task(from_people=20))
    play.wait(2).do(f.Amended(people=19))
    assert the(play, "it").due is None
    play.wait(2).do(f.Amended(people=20))
    assert the(play, "it").due == BEGIN + 4 * MINUTE + FIVE


def test_that_a_phase_starts_its_tasks_and_ends_those_nobody_must_do() -> None:
    play = play_with(
        task("first", phase="sign"), task("must", phase="sign", mandatory=True),
        task("later", phase="on_way"),
    )  # fmt: skip
    assert the(play, "first").due == BEGIN + FIVE
    assert the(play, "later").due is None
    play.wait(2).do(f.PhaseEntered(phase="on_way"))
    assert not the(play, "first").is_open
    assert the(play, "must").is_open
    assert the(play, "later").due == BEGIN + 2 * MINUTE + FIVE


def test_that_an_incident_may_start_in_a_later_phase_and_only_goes_forward() -> None:
    play = play_with(task("first", phase="sign"), phase="on_way")
    assert the(play, "first").begins_at is None
    assert play.refused(f.PhaseEntered(phase="sign")) == "phase_behind"
    assert play.refused(f.PhaseEntered(phase="on_way")) == "same_phase"
    assert play.refused(f.PhaseEntered(phase="moon")) == "unknown_phase"


def test_that_a_phase_entered_again_is_owed_again() -> None:
    """Two desks entered the last two at once; somebody enters the last one again."""
    play = play_with(task("later", phase="on_way"), told=(
        PlanNotification(key="manager", who=text("M"), by="guard", within=FIVE, phase="on_way"),
    ))  # fmt: skip
    for minutes, phase in ((1, "on_way"), (2, "sign"), (3, "on_way")):
        play.incident.add([entry(f.PhaseEntered(phase=phase), BEGIN + minutes * MINUTE)])
    assert the(play, "later").is_open
    assert the(play, "later").due == BEGIN + 3 * MINUTE + FIVE
    assert [row.due for row in notifications(play.incident, play.plan)] == [
        BEGIN + 3 * MINUTE + FIVE
    ]


def test_that_an_incident_cannot_be_opened_in_a_phase_that_the_plan_lacks() -> None:
    opening = Open(plan="small", title="C", place="G", phase="moon")
    assert Play().refused(opening) == "unknown_phase"


def test_that_who_was_to_be_told_at_the_lowest_level_only_is_not_told_twice() -> None:
    told = PlanNotification(
        key="manager", who=text("M"), by="guard", within=FIVE, up_to_level=Level.IV
    )
    low = play_with(told=(told,))
    assert len(notifications(low.incident, low.plan)) == 1
    low.wait(1).do(f.LevelSet(level=Level.III, reason="more"))
    assert len(notifications(low.incident, low.plan)) == 1
    high = Play(level=Level.III)
    high.plan = low.plan
    assert not notifications(high.incident, high.plan)


def test_that_mandatory_tasks_hold_up_the_end_unless_a_person_says_why() -> None:
    play = play_with(task("must", mandatory=True), task("may"))
    assert play.refused(f.DeclaredOver(reason="all gone")) == "mandatory_open"
    [over] = play.do(f.DeclaredOver(reason="all gone", despite="nobody left to speak to"))
    assert isinstance(over, f.DeclaredOver)
    assert over.left == ("must",)


def test_that_a_mandatory_task_that_never_began_holds_up_nothing() -> None:
    play = play_with(task("must", mandatory=True, sign=Sign.FIRE))
    play.do(f.DeclaredOver(reason="all gone"))


def test_that_a_task_gets_another_owner_and_another_time() -> None:
    play = play_with(task())
    play.do(f.TaskReassigned(task="it", owner="engineer"))
    play.do(f.TaskDueSet(task="it", due=BEGIN + 20 * MINUTE, reason="the road is closed"))
    row = the(play, "it")
    assert (row.owner.en, row.due) == ("Engineer", BEGIN + 20 * MINUTE)
    assert play.refused(f.TaskReassigned(task="it", owner="engineer")) == "unchanged"
    past = f.TaskDueSet(task="it", due=BEGIN - MINUTE, reason="?")
    assert play.refused(past) == "due_passed"
    silent = f.TaskDueSet(task="it", due=BEGIN + 30 * MINUTE, reason=" ")
    assert play.refused(silent) == "missing"
    play.wait(1).do(f.TaskDone(task="it"))
    assert play.refused(f.TaskReassigned(task="it", owner="guard")) == "task_settled"


def test_that_an_alarm_is_acknowledged_by_name_until_its_deadline_changes() -> None:
    play = play_with(task())
    due = BEGIN + FIVE
    seen = f.AlarmAcknowledged(alarm="task:it", due=due)
    assert play.refused(seen) == "no_alarm"
    play.wait(6).do(seen)
    assert play.incident.alarm("task:it").seen_by == "Wang Min"
    assert play.refused(seen) == "alarm_seen"
    later = play.now + FIVE
    play.do(f.TaskDueSet(task="it", due=later, reason="later"))
    assert not play.incident.alarm("task:it").covers(later)
