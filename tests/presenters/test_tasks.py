"""Tasks and notifications: one list by deadline, and what each press records."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models import facts as f
from app.presenters import roles
from app.presenters.desk import DeskPresenter
from tests.desk_harness import Stage, last_fact

BARRIER = "task:barrier"
MANAGER = "told:manager"


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    return stage.desk(station, stage.open(station))


def data(desk: DeskPresenter, key: str, role: int) -> object:
    model = desk.tasks.model
    return model.index(model.position(key)).data(role)


def test_that_what_is_to_do_stands_by_deadline_and_what_is_settled_behind(
    desk: DeskPresenter,
) -> None:
    desk.tasks.act(BARRIER, "done")
    model = desk.tasks.model
    rows = [model.row(at) for at in range(model.rowCount())]
    dues = [each.due for each in rows if each.due]
    assert dues == sorted(dues)
    quiet = [each.quiet for each in rows]
    assert quiet == sorted(quiet)


def test_that_a_task_is_ticked_and_taken_back(desk: DeskPresenter) -> None:
    assert data(desk, BARRIER, roles.CHECKED) is False
    desk.tasks.act(BARRIER, "done")
    assert data(desk, BARRIER, roles.CHECKED) is True
    assert "done 06:02 by Wang Min" in str(data(desk, BARRIER, roles.SUBTITLE))
    desk.tasks.act(BARRIER, "undone")
    assert data(desk, BARRIER, roles.CHECKED) is False


def test_that_a_task_for_some_cases_says_for_which_until_it_is_done(desk: DeskPresenter) -> None:
    when = "When police or an ambulance were called"
    assert when in str(data(desk, "task:lead_in", roles.SUBTITLE))
    desk.tasks.act("task:lead_in", "done")
    assert when not in str(data(desk, "task:lead_in", roles.SUBTITLE))


def test_that_a_task_is_skipped_with_its_reason_only(desk: DeskPresenter, stage: Stage) -> None:
    desk.tasks.act(BARRIER, "skip", {"reason": " "})
    assert stage.refusals == ["missing"]
    desk.tasks.act(BARRIER, "skip", {"reason": "no barriers here"})
    assert last_fact(desk) == f.TaskSkipped(task="barrier", reason="no barriers here")
    assert data(desk, BARRIER, roles.CHIP) == "skipped"


def test_that_someone_is_told_and_what_was_said_is_kept(desk: DeskPresenter) -> None:
    question = desk.tasks.question(MANAGER, "said")
    assert question
    assert "level IV is declared" in question.note
    desk.tasks.act(MANAGER, "said", {"said": "he is coming"})
    assert last_fact(desk) == f.Notified(target="manager", said="he is coming")
    assert data(desk, MANAGER, roles.CHECKED) is True
    assert str(data(desk, MANAGER, roles.SUBTITLE)).endswith(
        " • told 06:02 by Wang Min • he is coming"
    )


def test_that_someone_not_reached_is_still_to_be_told(desk: DeskPresenter) -> None:
    desk.tasks.act(MANAGER, "not_reached")
    assert data(desk, MANAGER, roles.CHIP) == "not reached"
    assert data(desk, MANAGER, roles.CHECKED) is False
    desk.tasks.act(MANAGER, "told")
    assert data(desk, MANAGER, roles.CHECKED) is True


def test_that_keys_of_tasks_are_not_those_of_notifications(desk: DeskPresenter) -> None:
    assert set(desk.tasks.keys_of(BARRIER).values()) == {"skip", "reassign", "due"}
    assert set(desk.tasks.keys_of(MANAGER).values()) == {"said", "not_reached", "message"}


def test_that_a_task_is_added_with_owner_and_minutes(desk: DeskPresenter, stage: Stage) -> None:
    answers = {"text": "Open the side gate", "owner": "engineering", "due": "10"}
    desk.tasks.act("", "add", answers)
    fact = last_fact(desk)
    assert isinstance(fact, f.TaskAdded)
    assert fact.due == stage.clock.wall() + timedelta(minutes=10)
    key = f"task:{fact.task}"
    assert data(desk, key, roles.TITLE) == "Open the side gate"
    assert data(desk, key, roles.SUBTITLE) == "Engineering"
    assert data(desk, key, roles.COUNTDOWN) == "10:00"


def test_that_two_tasks_added_at_one_moment_are_two(desk: DeskPresenter, stage: Stage) -> None:
    for text in ("one", "two"):
        desk.tasks.act("", "add", {"text": text, "owner": "", "due": ""})
        stage.clock.move(timedelta(microseconds=1))
    assert not stage.refusals
    assert desk.tasks.props.still_open.startswith("2")


def test_that_a_due_time_that_is_none_is_refused(desk: DeskPresenter, stage: Stage) -> None:
    desk.tasks.act("", "add", {"text": "x", "owner": "", "due": "later"})
    assert stage.refusals == ["no_time"]
