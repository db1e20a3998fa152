"""Calling: everyone, a group with its parts, or one person who can be called."""

from __future__ import annotations

import pytest

from app.models import facts as f
from app.presenters.calling import ask_call, callable_for
from app.presenters.desk import DeskPresenter
from tests.desk_harness import Stage, last_fact


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    """All are called when it is opened; so all were stood down again."""
    station = stage.station()
    desk = stage.desk(station, stage.open(station))
    for who in list(desk.scene.incident.call_outs):
        desk.roster.act(who, "stood_down")
    return desk


def coming(desk: DeskPresenter) -> set[str]:
    return {who for who, each in desk.scene.incident.call_outs.items() if each.state.is_awaited}


def test_that_one_can_call_everyone_each_group_and_one_person(desk: DeskPresenter) -> None:
    words = [choice.text for choice in desk.calling.choices("")]
    assert words[0] == "Everyone…"
    assert words[-1] == "One person…"
    assert "Order" in words


def test_that_a_group_is_called_and_nobody_else(desk: DeskPresenter, stage: Stage) -> None:
    desk.calling.act("", "group:engineering")
    assert coming(desk)
    groups = {desk.scene.incident.call_out(who).group for who in coming(desk)}
    assert groups == {"engineering"}


def test_that_everyone_is_called(desk: DeskPresenter, stage: Stage) -> None:
    desk.calling.act("", "everyone")
    plan = desk.scene.plan
    assert plan
    groups = {group.key for group in plan.groups}
    staff = {key for key, person in desk.scene.site.people.items() if person.group in groups}
    assert {who for who in coming(desk) if not who.startswith("role:")} == staff


def test_that_one_person_is_asked_for_those_on_duty_first(desk: DeskPresenter) -> None:
    question = desk.calling.question("", "one")
    assert question
    names = [words for _, words in question.fields[0].options]
    off = [name.endswith("(off duty)") for name in names]
    assert off == sorted(off)
    desk.calling.act("", "one", {"who": "ma_jun"})
    fact = last_fact(desk)
    assert isinstance(fact, f.CalledOut)
    assert fact.name == "Ma Jun"


def test_that_who_was_called_is_offered_no_more(desk: DeskPresenter) -> None:
    desk.calling.act("", "one", {"who": "ma_jun"})
    assert "ma_jun" not in dict(desk.calling.callable_people())


def test_that_everyone_is_asked_once_with_how_many_are_off_duty(desk: DeskPresenter) -> None:
    question = desk.calling.question("", "everyone")
    assert question
    assert question.note == "Not called yet: 12 on duty, 12 off duty."


def test_that_a_group_of_which_somebody_off_duty_would_come_is_asked_for_once(
    desk: DeskPresenter,
) -> None:
    question = desk.calling.question("", "group:engineering")
    assert question
    assert question.title == "Call Engineering?"
    assert question.note == "Off duty: Deng Kai, Sun Hao."
    for who in ("deng_kai", "sun_hao"):
        desk.calling.act("", "one", {"who": who})
    assert desk.calling.question("", "group:engineering") is None


def test_that_everyone_counts_those_who_would_be_called_and_no_others(
    desk: DeskPresenter, stage: Stage
) -> None:
    question = desk.calling.question("", "everyone")
    desk.scene.ask(f.PersonSet(person="cook", name="Cook", group="canteen"))
    assert desk.calling.question("", "everyone") == question
    desk.calling.act("", "everyone")
    question = desk.calling.question("", "everyone")
    assert question is None
    desk.calling.act("", "everyone")
    assert stage.refusals == ["nobody_to_call"]


def test_that_who_was_excused_is_marked_among_those_one_may_call(desk: DeskPresenter) -> None:
    desk.calling.act("", "one", {"who": "zhao_lin"})
    desk.roster.act("zhao_lin", "excused", {"reason": "ill"})
    assert dict(desk.calling.callable_people())["zhao_lin"] == "Zhao Lin (excused)"


def test_that_someone_off_duty_or_excused_is_asked_once_and_someone_on_duty_is_not(
    desk: DeskPresenter,
) -> None:
    off, on = ask_call(desk.scene, "ma_jun"), ask_call(desk.scene, "zhao_lin")
    assert off
    assert (off.title, off.note) == ("Call Ma Jun?", "Off duty: here within 5 min.")
    assert on is None
    desk.calling.act("", "one", {"who": "zhao_lin"})
    desk.roster.act("zhao_lin", "excused", {"reason": "ill"})
    again = ask_call(desk.scene, "zhao_lin")
    assert again
    assert again.note == "Excused at 06:02: ill."


def test_that_who_suits_the_role_is_offered_first(desk: DeskPresenter) -> None:
    plan = desk.scene.plan
    assert plan
    engineer = plan.role("engineer")
    first = callable_for(desk.scene, engineer)[0][0]
    assert "engineer" in desk.scene.site.people[first].roles


def test_that_a_name_nobody_has_is_refused(desk: DeskPresenter, stage: Stage) -> None:
    desk.calling.act("", "one", {"who": "Nobody"})
    assert stage.refusals == ["unknown_person"]


def test_that_someone_of_no_group_of_the_plan_is_told_as_long_as_they_are_then_given(
    desk: DeskPresenter,
) -> None:
    desk.scene.ask(f.PersonSet(person="cook", name="Cook", group="canteen", roles=("guard",)))
    asked = ask_call(desk.scene, "cook")
    assert asked
    desk.calling.act("", "one", {"who": "cook"})
    called = desk.scene.incident.call_out("cook")
    assert called.called_at
    assert called.due
    minutes = (called.due - called.called_at).seconds // 60
    assert (minutes, asked.note) == (5, "Off duty: here within 5 min.")
