"""The call list: who is next, their number, what to say, and one action for each outcome."""

from __future__ import annotations

import pytest

from app.models import facts as f
from app.presenters import roles
from app.presenters.asking import Answers
from app.presenters.desk import DeskPresenter
from tests.desk_harness import Stage, last_fact

GUARD = "ma_jun"
MANAGER = "notification:manager"


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    return stage.desk(station, stage.open(station, drill=True))


def row(desk: DeskPresenter, key: str, role: int) -> object:
    model = desk.call_list.model
    return model.index(model.position(key)).data(role)


def keys(desk: DeskPresenter) -> list[str]:
    model = desk.call_list.model
    return [model.row(at).key for at in range(model.rowCount())]


def test_that_a_line_has_the_number_and_what_they_are_called_for(desk: DeskPresenter) -> None:
    assert row(desk, GUARD, roles.TITLE) == "Ma Jun   000-0000-0114"
    assert row(desk, GUARD, roles.SUBTITLE) == "Order-keeping guard • off duty"
    assert row(desk, GUARD, roles.COUNTDOWN) == "05:00"


def test_that_who_has_no_number_is_shown_as_such(desk: DeskPresenter, stage: Stage) -> None:
    person = desk.scene.site.people[GUARD]
    stage.do(desk.scene.bridge.station, None, f.PersonSet(
        person=GUARD, name=person.name, group=person.group, roles=person.roles
    ))  # fmt: skip
    assert row(desk, GUARD, roles.TITLE) == "Ma Jun   no number"
    assert desk.call_list.sheet(GUARD).phone == "no number"


def test_that_what_to_say_is_one_line_with_place_level_role_and_time(desk: DeskPresenter) -> None:
    sheet = desk.call_list.sheet(GUARD)
    assert (sheet.who, sheet.phone) == ("Ma Jun", "000-0000-0114")
    assert sheet.say == (
        "This is a drill. North gate crowd, North gate, level IV blue. "
        "Come as Order-keeping guard, by 06:07."
    )


def test_that_what_to_say_follows_the_level(desk: DeskPresenter) -> None:
    told = list[bool]()
    desk.call_list.changed.connect(lambda: told.append(True))
    desk.course.act("", "level", {"level": "III", "reason": "more"})
    assert told
    assert "level III yellow" in desk.call_list.sheet(GUARD).say


def test_that_whom_the_plan_wants_told_is_in_the_same_list(desk: DeskPresenter) -> None:
    assert row(desk, MANAGER, roles.TITLE) == "Service-centre manager (Chen Wei)   000-0000-0101"
    assert row(desk, MANAGER, roles.SUBTITLE) == "to be told by Duty officer"
    assert desk.call_list.sheet(MANAGER).say.endswith(
        "Place, number of people, what is going on; level IV is declared and the plan has started."
    )


@pytest.mark.parametrize(
    ("action", "answers", "fact"),
    [
        ("arrived", {}, f.Arrived(who=GUARD, name="Ma Jun")),
        ("acknowledged", {}, f.Acknowledged(who=GUARD)),
        ("on_the_way", {"eta": ""}, f.OnTheWay(who=GUARD)),
        ("excused", {"reason": "ill"}, f.Excused(who=GUARD, reason="ill")),
    ],
)
def test_that_whoever_was_reached_leaves_the_list(
    desk: DeskPresenter, action: str, answers: Answers, fact: f.KnownFact
) -> None:
    desk.call_list.act(GUARD, action, answers)
    assert last_fact(desk) == fact
    assert GUARD not in keys(desk)


def test_that_no_answer_is_counted_with_its_time_and_comes_again_at_the_end(
    desk: DeskPresenter,
) -> None:
    desk.call_list.act(GUARD, "no_answer")
    assert keys(desk)[-1] == GUARD
    assert row(desk, GUARD, roles.CHIP) == "no answer"
    desk.call_list.act(GUARD, "no_answer")
    assert row(desk, GUARD, roles.CHIP) == "no answer ×2"
    assert str(row(desk, GUARD, roles.SUBTITLE)).startswith("tried 06:02 • ")


def test_that_the_next_person_is_called_from_here_and_asked_for_once_if_off_duty(
    desk: DeskPresenter, stage: Stage
) -> None:
    new = f.PersonSet(person="new", name="Zhou Bo", group="order", roles=("guard",), phone="555")
    stage.do(desk.scene.bridge.station, None, new)
    desk.call_list.act(GUARD, "no_answer")
    key = f"stand_in:{GUARD}"
    assert row(desk, key, roles.TITLE) == "Zhou Bo   555"
    assert str(row(desk, key, roles.SUBTITLE)).startswith("instead of Ma Jun • ")
    assert desk.call_list.sheet(key).say.endswith("Come as Order-keeping guard: here within 5 min.")
    assert [choice.action for choice in desk.call_list.choices(key)] == ["call"]
    assert desk.call_list.question(key, "call")
    desk.call_list.act(key, "call")
    assert isinstance(last_fact(desk), f.CalledOut)
    assert "new" in keys(desk)
    assert key not in keys(desk)


def test_that_someone_told_is_recorded_with_what_was_said_or_that_they_were_not_reached(
    desk: DeskPresenter,
) -> None:
    desk.call_list.act(MANAGER, "not_reached")
    assert last_fact(desk) == f.Notified(target="manager", told=False, name="Chen Wei")
    assert row(desk, MANAGER, roles.CHIP) == "no answer"
    question = desk.call_list.question(MANAGER, "said")
    assert question
    assert question.title == "Service-centre manager (Chen Wei) was told"
    assert desk.call_list.question(MANAGER, "told") is None
    desk.call_list.act(MANAGER, "said", {"said": "comes at once"})
    assert last_fact(desk) == f.Notified(target="manager", said="comes at once", name="Chen Wei")
    assert MANAGER not in keys(desk)


def test_that_the_keys_of_a_row_are_those_of_its_choices(desk: DeskPresenter) -> None:
    for key in (GUARD, MANAGER):
        shown = {choice.key: choice.action for choice in desk.call_list.choices(key)}
        assert shown.items() <= desk.call_list.keys_of(key).items()


def test_that_once_everyone_was_reached_it_says_so(desk: DeskPresenter) -> None:
    assert desk.call_list.props.to_reach == f"{len(keys(desk))} to reach"
    while keys(desk):
        key = keys(desk)[0]
        desk.call_list.act(key, "told" if key.startswith("notification:") else "acknowledged")
    assert desk.call_list.props.empty == "Everyone called has been reached."
    assert desk.call_list.sheet(GUARD).who == ""


def test_that_a_message_that_failed_is_phoned_with_its_words_and_then_needs_nobody(
    desk: DeskPresenter, stage: Stage
) -> None:
    station, stream = desk.scene.bridge.station, desk.scene.stream
    sent = f.MessageSent(message="m1", address="a1", to="Gate phone", text="Shut it.")
    stage.do(station, stream, sent)
    stage.do(station, stream, f.MessageFailed(message="m1", why="refused"))
    key = "notification:message:m1"
    assert row(desk, key, roles.TITLE) == "Gate phone   no number"
    assert row(desk, key, roles.CHIP) == "message failed"
    assert str(row(desk, key, roles.SUBTITLE)).startswith("the server refused the connection")
    assert desk.call_list.sheet(key).say.endswith("【演练】[DRILL] Shut it.")
    desk.call_list.act(key, "told")
    assert key not in keys(desk)
    assert desk.messages.props.told == "1 sent"
