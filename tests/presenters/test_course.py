"""The course of an incident: what can be done in each state, and what that records."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models import facts as f
from app.models.call_outs import CallOutState
from app.models.course import Status
from app.models.escalation import freed_by
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
    desk.course.act("", "over", {"reason": "all left", "despite": "a drill"})
    assert offered(desk) == ["level", "amend", "close", "reopen"]
    desk.course.act("", "close", {"summary": "calm"})
    assert offered(desk) == ["reopen"]
    desk.course.act("", "reopen", {"reason": "they came back"})
    assert offered(desk) == ["level", "amend", "over"]


def test_that_whoever_is_awaited_is_stood_down_when_it_is_over_unless_one_says_no(
    desk: DeskPresenter, stage: Stage
) -> None:
    desk.roster.act("zhao_lin", "arrived")
    desk.roster.act("gao_jie", "on_the_way", {"eta": ""})
    question = desk.course.question("", "over")
    assert question
    box = next(field for field in question.fields if field.key == "stand_down")
    assert (box.many, box.value) == (True, "all")
    assert box.options[0][1].startswith("stand down: ")
    assert box.options[0][1].endswith(" more")
    answers = {"reason": "all left", "despite": "a drill"}
    desk.course.act("", "over", answers | {"stand_down": box.value})
    states = {who: each.state for who, each in desk.scene.incident.call_outs.items()}
    assert states.pop("zhao_lin") is CallOutState.ARRIVED
    assert set(states.values()) == {CallOutState.STOOD_DOWN}
    desk.course.act("", "close", {"summary": ""})
    assert desk.scene.incident.course.status is Status.CLOSED
    assert not stage.refusals


def test_that_who_is_on_the_way_holds_up_the_closing_by_name(
    desk: DeskPresenter, stage: Stage
) -> None:
    told: list[str] = []
    desk.scene.bridge.refused.connect(lambda refusal: told.append(refusal.why.english()))
    desk.roster.act("gao_jie", "on_the_way", {"eta": ""})
    desk.course.act("", "over", {"reason": "", "despite": "a drill", "stand_down": ""})
    desk.course.act("", "close", {"summary": ""})
    assert told == ["Still on the way: Gao Jie. Stand them down or record their arrival first."]


def test_that_nobody_is_asked_about_when_nobody_is_awaited(desk: DeskPresenter) -> None:
    for who in list(desk.scene.incident.call_outs):
        desk.roster.act(who, "stood_down")
    question = desk.course.question("", "over")
    assert question
    assert [field.key for field in question.fields] == ["reason", "despite"]


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


def test_that_who_decided_on_the_level_may_be_another_than_who_records_it(
    desk: DeskPresenter,
) -> None:
    desk.roster.act("zhao_lin", "arrived")
    question = desk.course.question("", "level")
    assert question
    by = question.fields[-1]
    assert (by.value, dict(by.options)["Zhao Lin"], by.free) == ("Wang Min", "Zhao Lin", True)
    desk.course.act("", "level", {"level": "III", "reason": "more", "by": "Zhao Lin"})
    fact = next(e.fact for e in desk.scene.incident.timeline if e.kind == "level_set")
    assert fact == f.LevelSet(level=Level.III, reason="more", decided_by="Zhao Lin")
    desk.course.act("", "level", answers("IV", "nobody") | {"by": "The mayor"})
    assert desk.scene.incident.timeline[-1].fact == f.LevelSet(
        level=Level.IV, reason="calm", decided_by="The mayor"
    )


def test_that_at_the_highest_level_a_lower_one_is_offered(desk: DeskPresenter) -> None:
    desk.course.act("", "level", {"level": "I", "reason": "fire"})
    question = desk.course.question("", "level")
    assert question
    assert question.fields[0].value == "II"


def test_that_only_what_is_different_is_recorded(desk: DeskPresenter, stage: Stage) -> None:
    question = desk.course.question("", "amend")
    assert question
    given = {field.key: field.value for field in question.fields}
    desk.course.act("", "amend", given | {"people": "18"})
    assert last_fact(desk) == f.Amended(people=18)
    desk.course.act("", "amend", given | {"people": "18", "place": "West gate"})
    assert last_fact(desk) == f.Amended(place="West gate")
    desk.course.act("", "amend", given | {"people": "18", "place": "West gate"})
    assert stage.refusals == ["unchanged"]


def test_that_what_another_station_set_while_one_was_asked_stays(
    desk: DeskPresenter, stage: Stage
) -> None:
    question = desk.course.question("", "amend")
    assert question
    given = {**question.unasked, **{field.key: field.value for field in question.fields}}
    stage.do(desk.scene.bridge.station, desk.scene.stream, f.Amended(people=50))
    assert desk.course.question("", "amend"), "asked once more while it is still open"
    desk.course.act("", "amend", given | {"place": "West gate"})
    assert last_fact(desk) == f.Amended(place="West gate")
    assert desk.scene.incident.people.now == 50


@pytest.mark.parametrize("typed", ["", "many", "-3", "3.5"])
def test_that_a_count_that_is_none_is_refused(
    desk: DeskPresenter, stage: Stage, typed: str
) -> None:
    desk.course.act("", "amend", {"people": typed, "place": "", "title": ""})
    assert stage.refusals == ["no_number"]


# Lowering ---------------------------------------------------------------------------------------


def answers(level: str, stand_down: str) -> dict[str, str]:
    return {"level": level, "reason": "calm", "stand_down": stand_down}


@pytest.fixture
def raised(desk: DeskPresenter) -> DeskPresenter:
    """Everybody of the plan is called at level IV; two more come with the rise."""
    desk.course.act("", "level", {"level": "III", "reason": "more"})
    for who in ("x1", "x2"):
        due = desk.scene.now + timedelta(minutes=5)
        desk.scene.ask(f.CalledOut(who=who, name=who.upper(), role="helper", due=due))
    return desk


def freed(desk: DeskPresenter) -> list[str]:
    return [who.who for who in freed_by(desk.scene.incident, desk.scene.plan, Level.IV)]


def test_that_the_question_names_whom_only_the_higher_level_called(raised: DeskPresenter) -> None:
    question = raised.course.question("", "level")
    assert question
    down = question.fields[-1]
    assert down.value == "nobody"
    assert [key for key, _ in down.options[3:5]] == freed(raised) == ["x1", "x2"]
    assert len(down.options) > 5  # then everybody else
    assert down.options[3][1] in question.note


def test_that_for_each_lower_level_it_says_whom_that_would_free(
    raised: DeskPresenter, stage: Stage
) -> None:
    stage.wait(raised, timedelta(minutes=1))
    raised.course.act("", "level", {"level": "II", "reason": "more"})
    due = raised.scene.now + timedelta(minutes=5)
    raised.scene.ask(f.CalledOut(who="x3", name="X3", role="helper", due=due))
    question = raised.course.question("", "level")
    assert question
    assert question.note == "Called above III: X3  •  Called above IV: X1, X2, X3"
    words = dict(question.fields[-1].options)
    assert words["all"] == "all called above the new level"
    raised.course.act("", "level", answers("III", "all"))
    gone = [w for w, c in raised.scene.incident.call_outs.items() if c.state.has_ended]
    assert gone == ["x3"]


def test_that_at_the_lowest_level_nobody_is_to_be_stood_down(desk: DeskPresenter) -> None:
    question = desk.course.question("", "level")
    assert question
    assert [field.key for field in question.fields] == ["level", "reason", "by"]


@pytest.mark.parametrize("answer", ["all", "awaited"])
def test_that_lowering_stands_them_down(raised: DeskPresenter, answer: str) -> None:
    assert freed(raised)
    raised.course.act("", "level", answers("IV", answer))
    assert raised.scene.incident.leveling.level is Level.IV
    assert freed(raised) == []


def test_that_some_are_stood_down_by_name(raised: DeskPresenter, stage: Stage) -> None:
    first, *others = freed(raised)
    name = raised.scene.reader.word(raised.scene.names.person(first))
    raised.course.act("", "level", answers("IV", f"{name}, Nobody Here"))
    assert stage.refusals == ["unknown_person"]
    assert raised.scene.incident.leveling.level is Level.III
    raised.course.act("", "level", answers("IV", f" {name.upper()} "))
    gone = raised.scene.incident.call_out(first).state
    assert gone is CallOutState.STOOD_DOWN
    assert all(raised.scene.incident.call_out(who).state.is_awaited for who in others)


def test_that_one_may_stand_nobody_down(raised: DeskPresenter) -> None:
    before = freed(raised)
    raised.course.act("", "level", answers("IV", "nobody"))
    assert raised.scene.incident.leveling.level is Level.IV
    assert all(raised.scene.incident.call_out(who).state.is_awaited for who in before)


def test_that_raising_takes_no_notice_of_whom_to_stand_down(raised: DeskPresenter) -> None:
    raised.course.act("", "level", answers("II", "all"))
    assert raised.scene.incident.leveling.level is Level.II
    assert not any(e.kind == "stood_down" for e in raised.scene.incident.timeline)
