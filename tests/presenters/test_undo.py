"""Taking back what was just pressed: the last thing, whatever the disk does."""

from __future__ import annotations

import pytest

from app.models.task_states import TaskState
from app.presenters.desk import DeskPresenter
from app.presenters.reader import QtReader
from app.presenters.undo import UndoPresenter
from tests.desk_harness import Stage


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    return stage.desk(station, stage.open(station))


@pytest.fixture
def undo(desk: DeskPresenter) -> UndoPresenter:
    return UndoPresenter(desk.scene.bridge, QtReader("en"))


def state(desk: DeskPresenter, task: str) -> TaskState:
    return desk.scene.incident.task(task).state


def test_that_what_was_pressed_is_offered_and_taken_back_once(
    desk: DeskPresenter, undo: UndoPresenter
) -> None:
    desk.tasks.act("task:barrier", "done")
    desk.tasks.act("task:cordon", "done")
    assert "Cordon the areas" in undo.text
    undo.take_back()
    undo.take_back()
    assert undo.text == ""
    assert state(desk, "cordon") is TaskState.OPEN
    assert state(desk, "barrier") is TaskState.DONE


def test_that_on_a_slow_disk_the_last_press_is_taken_back_and_not_the_one_before(
    desk: DeskPresenter, undo: UndoPresenter, stage: Stage
) -> None:
    desk.tasks.act("task:barrier", "done")
    stage.hold_answers()
    desk.tasks.act("task:cordon", "done")
    undo.take_back()
    stage.let_answers_go()
    stage.until(lambda: state(desk, "cordon") is TaskState.OPEN, "what was taken back")
    assert state(desk, "barrier") is TaskState.DONE
    assert undo.text == ""


def test_that_where_the_last_press_was_refused_nothing_is_taken_back(
    desk: DeskPresenter, undo: UndoPresenter, stage: Stage
) -> None:
    desk.tasks.act("task:barrier", "done")
    stage.hold_answers()
    desk.tasks.act("task:cordon", "skip", {"reason": ""})
    undo.take_back()
    stage.let_answers_go()
    assert stage.refusals == ["missing"]
    assert state(desk, "barrier") is TaskState.DONE
    assert "barrier" in undo.text
    desk.tasks.act("task:cordon", "done")
    assert state(desk, "cordon") is TaskState.DONE, "an old wish is carried out"
