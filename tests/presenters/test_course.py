"""The course of an incident: what can be done in each state, and what that records."""

from __future__ import annotations

import pytest

from app.models import facts as f
from app.models.levels import Level
from app.presenters.desk import DeskPresenter
from tests.desk_harness import Stage, last_fact


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    return stage.desk(station, stage.open(station))


def offered(desk: DeskPresenter) -> list[str]:
    return [choice.action for choice in desk.course.choices("")]


def test_that_an_incident_goes_from_open_to_over_to_closed_and_back(desk: DeskPresenter) -> None:
    assert offered(desk) == ["level", "amend", "over"]
    desk.course.act("", "over", {"reason": "all left"})
    assert offered(desk) == ["level", "amend", "close", "reopen"]
    desk.course.act("", "close", {"summary": "calm"})
    assert offered(desk) == ["reopen"]
    desk.course.act("", "reopen", {"reason": "they came back"})
    assert offered(desk) == ["level", "amend", "over"]


def test_that_the_next_higher_level_is_proposed_and_a_reason_is_needed(
    desk: DeskPresenter, stage: Stage
) -> None:
    question = desk.course.question("", "level")
    assert question
    assert question.fields[0].value == "III"
    assert Level.IV.name not in dict(question.fields[0].options)
    desk.course.act("", "level", {"level": "III", "reason": ""})
    assert stage.refusals == ["missing"]
    desk.course.act("", "level", {"level": "III", "reason": "35 people"})
    assert desk.scene.incident.leveling.level is Level.III


def test_that_at_the_highest_level_a_lower_one_is_offered(desk: DeskPresenter) -> None:
    desk.course.act("", "level", {"level": "I", "reason": "fire"})
    question = desk.course.question("", "level")
    assert question
    assert question.fields[0].value == "II"


def test_that_only_what_is_different_is_recorded(desk: DeskPresenter, stage: Stage) -> None:
    question = desk.course.question("", "amend")
    assert question
    given = {field.key: field.value for field in question.fields}
    desk.course.act("", "amend", given | {"people": "35"})
    assert last_fact(desk) == f.Amended(people=35)
    desk.course.act("", "amend", given | {"people": "35", "place": "West gate"})
    assert last_fact(desk) == f.Amended(place="West gate")
    desk.course.act("", "amend", given | {"people": "35", "place": "West gate"})
    assert stage.refusals == ["unchanged"]


@pytest.mark.parametrize("typed", ["", "many", "-3", "3.5"])
def test_that_a_count_that_is_none_is_refused(
    desk: DeskPresenter, stage: Stage, typed: str
) -> None:
    desk.course.act("", "amend", {"people": typed, "place": "", "title": ""})
    assert stage.refusals == ["no_number"]
