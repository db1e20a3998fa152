"""Tasks: of the plan and of the spot's own; done, undone, skipped."""

from __future__ import annotations

import msgspec

from app.models import facts as f
from app.models.levels import Level
from app.models.plan import PlanTask
from app.models.task_states import TaskState
from app.models.tasks import TaskRow, owner_name, tasks
from app.models.text import Text
from app.models.urgency import Urgency
from tests.builders import BEGIN, MINUTE, PLAN, Play, an_open_incident, text


def row(play: Play, key: str) -> TaskRow:
    return next(each for each in tasks(play.incident, play.plan) if each.key == key)


def test_that_a_task_is_done_once_and_by_whom() -> None:
    play = Play()
    play.wait(2).do(f.TaskDone(task="speak"))
    speak = row(play, "speak")
    assert (speak.state, speak.settled_by) == (TaskState.DONE, "Wang Min")
    assert speak.settled_at == BEGIN + 2 * MINUTE
    assert play.wait(1).refused(f.TaskDone(task="speak")) == "task_settled"
    assert play.refused(f.TaskSkipped(task="speak", reason="?")) == "task_settled"


def test_that_the_first_of_two_stations_settles_it() -> None:
    incident = an_open_incident(f.TaskDone(task="speak"), f.TaskDone(task="speak"))
    assert incident.task("speak").settled_at == BEGIN + MINUTE


def test_that_a_task_is_taken_back() -> None:
    play = Play()
    assert play.refused(f.TaskUndone(task="speak")) == "task_open"
    play.do(f.TaskDone(task="speak"))
    play.wait(1).do(f.TaskUndone(task="speak", reason="they shout again"))
    speak = row(play, "speak")
    assert (speak.state, speak.settled_at, speak.settled_by) == (TaskState.OPEN, None, "")
    assert speak.reason == "they shout again"
    play.wait(1).do(f.TaskDone(task="speak"))


def test_that_taking_back_what_is_open_changes_nothing() -> None:
    incident = an_open_incident(f.TaskUndone(task="speak", reason="?"))
    assert incident.task("speak").reason == ""


def test_that_a_task_is_skipped_for_a_reason_only() -> None:
    play = Play()
    assert play.refused(f.TaskSkipped(task="speak", reason=" ")) == "missing"
    play.do(f.TaskSkipped(task="speak", reason="nobody is here"))
    assert row(play, "speak").state is TaskState.SKIPPED
    assert row(play, "speak").reason == "nobody is here"


def test_that_of_done_and_skipped_the_later_holds() -> None:
    told = (f.TaskDone(task="speak"), f.TaskSkipped(task="speak", reason="no need"))
    assert an_open_incident(*told).task("speak").state is TaskState.SKIPPED
    assert an_open_incident(*reversed(told)).task("speak").state is TaskState.DONE


def test_that_tasks_are_added_on_the_spot() -> None:
    play = Play()
    due = BEGIN + 9 * MINUTE
    play.wait(1).do(f.TaskAdded(task="own", text="Bring water", owner="order", due=due))
    own = row(play, "own")
    assert own.text == Text(en="Bring water", zh="Bring water")
    assert (own.owner, own.due, own.begins_at) == (text("Order"), due, BEGIN + MINUTE)
    assert not own.mandatory
    assert play.wait(1).refused(f.TaskAdded(task="own", text="again")) == "task_exists"
    assert play.refused(f.TaskAdded(task="speak", text="again")) == "task_exists"
    assert play.refused(f.TaskAdded(task="x", text="")) == "missing"


def test_that_unknown_tasks_are_refused() -> None:
    play = Play()
    assert play.refused(f.TaskDone(task="fly")) == "unknown_task"
    assert play.refused(f.TaskUndone(task="fly")) == "unknown_task"
    play.plan = None
    assert play.refused(f.TaskDone(task="speak")) == "unknown_task"


def test_that_a_task_typed_late_is_judged_by_how_it_stood_then() -> None:
    play = Play()
    play.wait(2).do(f.TaskDone(task="speak"))
    play.wait(8).do(f.TaskUndone(task="speak"))
    assert play.wait(1).refused(f.TaskDone(task="speak"), at=5) == "task_settled"
    play.do(f.TaskDone(task="speak"), at=1)
    assert play.incident.task("speak").state is TaskState.OPEN


def test_that_tasks_stand_by_deadline_and_the_settled_last_newest_first() -> None:
    play = Play(level=Level.III)
    play.do(f.TaskAdded(task="a", text="a"))
    play.do(f.TaskAdded(task="b", text="b"))
    play.wait(1).do(f.TaskDone(task="a"))
    play.wait(1).do(f.TaskDone(task="b"))
    keys = [each.key for each in tasks(play.incident, PLAN)]
    assert keys == ["speak", "repair", "lead_in", "b", "a"]


def test_that_a_task_begins_with_its_level() -> None:
    play = Play()
    assert {each.key for each in tasks(play.incident, PLAN)} == {"speak", "lead_in"}
    play.wait(5).do(f.LevelSet(level=Level.III, reason="more"))
    repair = row(play, "repair")
    assert (repair.begins_at, repair.due) == (BEGIN + 5 * MINUTE, BEGIN + 15 * MINUTE)
    assert row(play, "lead_in").condition == text("If called")
    assert row(play, "lead_in").due is None


def test_that_tasks_are_urgent_until_settled() -> None:
    play = Play()
    assert row(play, "speak").urgency(BEGIN + 6 * MINUTE) is Urgency.LATE
    assert row(play, "lead_in").urgency(BEGIN) is Urgency.NONE
    play.do(f.TaskDone(task="speak"))
    assert row(play, "speak").urgency(BEGIN + 6 * MINUTE) is Urgency.SETTLED


def test_that_what_a_newer_plan_calls_a_task_is_shown_by_its_key() -> None:
    incident = an_open_incident(f.TaskDone(task="other"))
    assert [each.text.en for each in tasks(incident, None)] == ["other"]


def test_that_owners_are_roles_groups_or_names() -> None:
    assert owner_name(PLAN, "guard") == text("Guard")
    assert owner_name(PLAN, "order") == text("Order")
    assert owner_name(PLAN, "Li Na") == Text(en="Li Na", zh="Li Na")
    assert owner_name(None, "guard") == Text(en="guard", zh="guard")


def test_that_tasks_due_at_the_same_time_stand_as_in_the_plan_then_ones_own() -> None:
    play = Play()
    first, second = (
        PlanTask(key=key, text=text(key), owner="guard", within=5 * MINUTE) for key in ("z", "a")
    )
    play.plan = msgspec.structs.replace(PLAN, tasks=(first, second))
    for own in ("y", "b"):
        play.do(f.TaskAdded(task=own, text=own, owner="order", due=BEGIN + 5 * MINUTE))
    assert [row.key for row in tasks(play.incident, play.plan)] == ["z", "a", "b", "y"]
