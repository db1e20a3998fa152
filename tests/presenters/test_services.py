"""Services: called, here, left, each with the time."""

from __future__ import annotations

import pytest

from app.models import facts as f
from app.presenters.desk import DeskPresenter
from tests.desk_harness import Stage, last_fact


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    return stage.desk(station, stage.open(station))


def test_that_each_service_offers_what_comes_next(desk: DeskPresenter) -> None:
    steps = []
    for step, answers in (("call", {"said": "crowd of 35"}), ("arrive", {}), ("leave", {})):
        steps.append(desk.services.choices("")[0].action)
        desk.services.act("", f"{step}:110", answers)
    assert steps == ["call:110", "arrive:110", "leave:110"]
    assert desk.services.choices("")[0].action == "call:110"


def test_that_the_line_tells_who_was_called_and_is_here(desk: DeskPresenter) -> None:
    assert desk.services.props.told == ""
    desk.services.act("", "call:110", {"said": ""})
    assert desk.services.props.told == "110 Police: called 06:02"
    desk.services.act("", "arrive:110")
    assert desk.services.props.told == "110 Police: here since 06:02"


def test_that_a_call_asks_what_was_said_and_says_when_to_call(desk: DeskPresenter) -> None:
    question = desk.services.question("", "call:120")
    assert question
    assert question.note
    desk.services.act("", "call:120", {"said": "one person hurt"})
    fact = f.ServiceCalled(service="120", said="one person hurt", called_by="Wang Min")
    assert last_fact(desk) == fact
    assert desk.services.question("", "arrive:120") is None
