"""Services: the words for the phone, called, here, left, each with the time; numbers by site."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models import facts as f
from app.models.plan import Sign
from app.models.text import Text
from app.presenters.desk import DeskPresenter
from tests.desk_harness import Stage, last_fact


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    return stage.desk(station, stage.open(station))


def actions(desk: DeskPresenter) -> list[str]:
    return [choice.action for choice in desk.services.choices("")]


def test_that_each_service_offers_what_comes_next(desk: DeskPresenter) -> None:
    steps = []
    for step in ("call", "arrive", "leave"):
        steps.append(actions(desk)[0])
        desk.services.act("", f"{step}:110", {"exact": "North gate"})
    assert steps == ["call:110", "arrive:110", "leave:110"]
    assert actions(desk)[0] == "call:110"


def test_that_what_else_can_be_said_is_offered_while_it_makes_sense(desk: DeskPresenter) -> None:
    more = {"units:110", "reference:110"}
    assert not more & set(actions(desk))
    desk.services.act("", "call:110", {})
    assert more <= set(actions(desk))
    desk.services.act("", "units:110", {"units": "2 cars"})
    assert more & set(actions(desk)) == {"reference:110"}
    assert last_fact(desk) == f.ServiceArrived(service="110", units="2 cars")


def test_that_the_line_tells_who_was_called_and_is_here(desk: DeskPresenter) -> None:
    assert desk.services.props.told == ""
    desk.services.act("", "call:110", {})
    assert desk.services.props.told == "110 Police: called 06:02"
    desk.services.act("", "reference:110", {"reference": "R7"})
    assert desk.services.props.told == "110 Police: called 06:02 (R7)"
    desk.services.act("", "units:110", {"units": "2 cars"})
    assert desk.services.props.told == "110 Police: here since 06:02 (2 cars, R7)"


def test_that_it_counts_from_the_call_until_they_are_here(
    desk: DeskPresenter, stage: Stage
) -> None:
    seconds: list[str] = []
    desk.services.counted.connect(lambda: seconds.append(desk.services.waits()))
    stage.wait(desk, timedelta(seconds=5))
    desk.services.act("", "call:110", {})
    stage.wait(desk, timedelta(seconds=30))
    desk.services.act("", "call:120", {})
    stage.wait(desk, timedelta(seconds=60))
    desk.services.act("", "arrive:110")
    stage.wait(desk, timedelta(seconds=1))
    assert seconds == [
        "110 called 00:30 ago",
        "110 called 01:30 ago  •  120 called 01:00 ago",
        "120 called 01:01 ago",
    ]
    desk.course.act("", "over", {"reason": "", "despite": "a drill", "stand_down": ""})
    stage.wait(desk, timedelta(seconds=1))
    assert (len(seconds), desk.services.waits()) == (3, ""), "nobody waits for them any more"
    desk.course.act("", "reopen", {"reason": "they came back"})
    assert desk.services.waits() == "120 called 01:02 ago"


def test_that_the_call_has_the_words_ready_and_says_when_and_who_decides(
    desk: DeskPresenter,
) -> None:
    desk.scene.ask(f.SignSeen(sign=Sign.FIRE, text="kiosk"))
    question = desk.services.question("", "call:119")
    assert question
    assert question.title == "Dial 119 Fire service"
    assert question.note.startswith("When: Fire, explosion")
    assert "Decided by: " in question.note
    words = {field.key: field.value for field in question.fields}
    assert words["exact"].endswith("North gate")
    assert words["major"] == "Office-centre crowd disturbance; level IV"
    assert words["hazards"] == "Fire (kiosk)"
    assert words["number"] == "about 15 people"
    assert (words["by"], words["reference"]) == ("Wang Min", "")


def test_that_a_drill_says_not_to_dial(stage: Stage) -> None:
    station = stage.station()
    desk = stage.desk(station, stage.open(station, drill=True))
    question = desk.services.question("", "call:110")
    assert question
    assert question.note.startswith("DRILL: do not dial.")


def test_that_what_was_told_is_recorded_as_a_sheet_and_as_a_sentence(desk: DeskPresenter) -> None:
    answers = {"exact": "North gate", "hazards": "fire ", "by": "Zhao Lin", "reference": "R7"}
    desk.services.act("", "call:119", answers)
    assert last_fact(desk) == f.ServiceCalled(
        service="119", said="North gate; fire", called_by="Zhao Lin", reference="R7",
        sheet=(("exact", "North gate"), ("hazards", "fire")),
    )  # fmt: skip
    assert desk.services.question("", "arrive:119") is None


def test_that_the_number_dialled_here_is_the_sites_and_shows_at_once(desk: DeskPresenter) -> None:
    assert desk.services.question("", "define")
    answers = {"service": "110", "number": "999", "en": "", "zh": "", "used": "yes"}
    desk.services.act("", "define", answers)
    service = desk.scene.site.services["110"]
    assert (service.number, service.name) == ("999", Text("Police", "公安"))
    assert desk.services.props.first == "999"
    question = desk.services.question("", "call:110")
    assert question
    assert question.title == "Dial 999 Police"


def test_that_a_service_unknown_to_plans_can_be_added_and_taken_out(
    desk: DeskPresenter, stage: Stage
) -> None:
    answers = {"service": "gas", "number": "96777", "en": "Gas", "zh": "燃气", "used": "yes"}
    desk.services.act("", "define", answers)
    assert "call:gas" in actions(desk)
    desk.services.act("", "define", answers | {"used": "gone"})
    assert "call:gas" not in actions(desk)
    desk.services.act("", "define", answers | {"number": "ring us"})
    assert stage.refusals == ["no_dial"]


def test_that_the_address_and_the_number_to_call_back_stand_in_every_sheet(
    desk: DeskPresenter, stage: Stage
) -> None:
    question = desk.services.question("", "describe")
    assert question
    given = {field.key: field.value for field in question.fields}
    assert given["address_zh"] == "示例路1号（北街路口）"
    changed = {**given, "address_en": "2 New Road", "address_zh": "", "phone": "000-0000-0199"}
    desk.services.act("", "describe", changed)
    sheet = desk.services.question("", "call:110")
    assert sheet
    words = {field.key: field.value for field in sheet.fields}
    assert words["exact"] == "Example office centre; 2 New Road; North gate"
    assert words["emergency"].endswith("call back 000-0000-0199")
    desk.services.act("", "describe", {**changed, "phone": "what"})
    assert stage.refusals == ["no_dial"]
