"""Taking back what was just pressed at this station: all of one press, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.models import facts as f
from app.models.command import LowerLevel
from app.models.entry import SITE
from app.models.levels import Level
from app.models.task_states import TaskState
from app.models.zone_states import Evacuation
from app.presenters.desk import DeskPresenter
from app.presenters.undo import UndoPresenter
from app.station.changed import Done
from tests.desk_harness import Stage


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    return stage.desk(station, stage.open(station))


@pytest.fixture
def undo(desk: DeskPresenter) -> Iterator[UndoPresenter]:
    made = UndoPresenter(desk.scene.bridge, desk.scene.reader)
    yield made
    made.deleteLater()


def test_that_the_last_arrival_is_offered_and_taken_back_once(
    desk: DeskPresenter, undo: UndoPresenter
) -> None:
    desk.roster.act("guo_ping", "arrived")
    desk.roster.act("he_yan", "arrived")
    assert undo.text == "Take back: He Yan arrived"
    undo.take_back()
    undo.take_back()
    here = [who for who, each in desk.scene.incident.call_outs.items() if each.arrived_at]
    assert here == ["guo_ping"]
    assert undo.text == ""


def test_that_a_whole_zone_confirmed_in_one_step_is_taken_back_whole(
    desk: DeskPresenter, undo: UndoPresenter
) -> None:
    tower, model = "tower_a", desk.zones.model
    desk.zones.act(tower, "evacuate")
    while (step := model.row(model.position(tower)).action) != "confirm":
        desk.zones.act(tower, step)
    desk.zones.act(tower, "confirm")
    assert desk.scene.incident.zone(tower).evacuation is Evacuation.CONFIRMED
    assert undo.text == "Take back: Tower A empty, confirmed by Wang Min"
    undo.take_back()
    assert desk.scene.incident.zone(tower).evacuation is Evacuation.EVACUATING


def test_that_what_raises_a_proposal_is_taken_back_with_it(
    desk: DeskPresenter, undo: UndoPresenter
) -> None:
    desk.zones.act("forecourt", "cordon")
    desk.zones.act("lobby", "cordon")
    assert desk.proposals.props.level
    undo.take_back()
    assert not desk.scene.incident.zone("lobby").in_hand
    assert not desk.proposals.props.level


def test_that_one_of_several_stood_down_by_a_lower_level_is_not_offered(
    stage: Stage, desk: DeskPresenter, undo: UndoPresenter
) -> None:
    scene = desk.scene
    scene.ask(f.LevelSet(level=Level.III, reason="more people"))
    stage.wait(desk, timedelta(minutes=1))
    scene.ask(LowerLevel(level=Level.IV, reason="fewer", stand_down=("guo_ping", "he_yan")))
    assert undo.text == ""


# While the disk is slow --------------------------------------------------------------------------


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


def test_that_what_was_done_before_the_level_changed_is_offered_no_more(
    desk: DeskPresenter, undo: UndoPresenter
) -> None:
    desk.roster.act("guo_ping", "arrived")
    desk.scene.ask(f.Note(text="calm"))
    assert undo.text == "Take back: Guo Ping arrived"
    desk.scene.ask(f.LevelSet(level=Level.III, reason="more people"))
    assert undo.text == ""


def test_that_of_two_presses_on_a_slow_disk_the_last_is_taken_back(
    desk: DeskPresenter, undo: UndoPresenter, stage: Stage
) -> None:
    stage.hold_answers()
    desk.tasks.act("task:barrier", "done")
    desk.tasks.act("task:cordon", "done")
    undo.take_back()
    stage.let_answers_go()
    stage.until(lambda: state(desk, "cordon") is TaskState.OPEN, "what was taken back")
    assert state(desk, "barrier") is TaskState.DONE


def test_that_what_is_pressed_after_a_refusal_was_to_be_taken_back_stays(
    desk: DeskPresenter, undo: UndoPresenter, stage: Stage
) -> None:
    stage.hold_answers()
    desk.tasks.act("task:cordon", "skip", {"reason": ""})
    undo.take_back()
    desk.tasks.act("task:barrier", "done")
    stage.let_answers_go()
    assert state(desk, "barrier") is TaskState.DONE
    assert "barrier" in undo.text


def test_that_what_is_offered_is_taken_back_while_something_else_than_the_log_is_slow(
    desk: DeskPresenter, undo: UndoPresenter, stage: Stage
) -> None:
    async def keep_an_address() -> Done:
        return Done(stream=SITE, entries=())

    desk.tasks.act("task:barrier", "done")
    stage.hold_answers()
    desk.scene.bridge.ask_for(keep_an_address())
    undo.take_back()
    assert undo.text == ""
    stage.let_answers_go()
    stage.until(lambda: state(desk, "barrier") is TaskState.OPEN, "what was taken back")
