"""The roster: rows as they read, what can be said of each, and what that records."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models import facts as f
from app.models.command import Refusal
from app.presenters import roles
from app.presenters.asking import Answers
from app.presenters.desk import DeskPresenter
from app.presenters.roles import Severity
from app.station.changed import Done
from tests.desk_harness import Stage, last_fact

GUARD = "ma_jun"
"""Off duty in the example site, so due in five minutes."""


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    return stage.desk(station, stage.open(station))


def row(desk: DeskPresenter, who: str, role: int) -> object:
    model = desk.roster.model
    return model.index(model.position(who)).data(role)


def test_that_the_awaited_stand_first_by_deadline(desk: DeskPresenter, stage: Stage) -> None:
    model = desk.roster.model
    desk.roster.act(model.row(0).key, "arrived")
    rows = [model.row(at) for at in range(model.rowCount())]
    awaited = [each.due for each in rows if each.due]
    assert awaited == sorted(awaited)
    assert [each.quiet for each in rows] == sorted(each.quiet for each in rows)


def test_that_a_row_names_role_duty_and_the_latest_heard(desk: DeskPresenter, stage: Stage) -> None:
    assert row(desk, GUARD, roles.TITLE) == "Ma Jun"
    assert row(desk, GUARD, roles.SUBTITLE) == "Order-keeping guard • off duty • called 06:02"
    desk.roster.act(GUARD, "on_the_way", {"eta": "06:05"})
    assert row(desk, GUARD, roles.SUBTITLE) == "ETA 06:05 • Order-keeping guard • off duty"
    assert row(desk, GUARD, roles.CHIP) == "on the way"


def test_that_who_is_late_says_so_and_counts_up_until_a_person_ends_it(
    desk: DeskPresenter, stage: Stage
) -> None:
    stage.wait(desk, timedelta(minutes=7, seconds=31))
    assert row(desk, GUARD, roles.CHIP) == "late"
    assert row(desk, GUARD, roles.COUNTDOWN) == "+02:31"
    assert row(desk, GUARD, roles.COUNTDOWN_SEVERITY) == Severity.OVERDUE
    desk.roster.act(GUARD, "arrived")
    assert row(desk, GUARD, roles.COUNTDOWN) == "late, 06:09"
    assert row(desk, GUARD, roles.CHIP) == "on site"


@pytest.mark.parametrize(
    ("action", "answers", "fact"),
    [
        ("arrived", {}, f.Arrived(who=GUARD, name="Ma Jun")),
        ("acknowledged", {}, f.Acknowledged(who=GUARD)),
        ("on_the_way", {"eta": ""}, f.OnTheWay(who=GUARD)),
        ("no_answer", {}, f.NoAnswer(who=GUARD)),
        ("excused", {"reason": "ill"}, f.Excused(who=GUARD, reason="ill")),
        ("stood_down", {}, f.StoodDown(who=GUARD)),
        ("command", {}, f.CommandTaken(who=GUARD, name="Ma Jun")),
    ],
)
def test_that_each_thing_said_is_recorded(
    desk: DeskPresenter, stage: Stage, action: str, answers: Answers, fact: f.KnownFact
) -> None:
    desk.roster.act(GUARD, action, answers)
    assert last_fact(desk) == fact
    assert not stage.refusals


def test_that_command_is_handed_over_once_somebody_has_it(
    desk: DeskPresenter, stage: Stage
) -> None:
    desk.roster.act("zhao_lin", "command")
    desk.roster.act("chen_wei", "command")
    fact = f.CommandHandedOver(who="chen_wei", name="Chen Wei", from_name="Zhao Lin")
    assert last_fact(desk) == fact


def test_that_an_eta_that_is_no_time_is_refused_and_told(desk: DeskPresenter, stage: Stage) -> None:
    answers: list[Done | Refusal] = []
    desk.roster.act(GUARD, "on_the_way", {"eta": "soon"}, answers.append)
    assert stage.refusals == ["no_time"]
    assert isinstance(answers[0], Refusal)


def test_that_what_needs_words_asks_for_them_and_the_rest_does_not(desk: DeskPresenter) -> None:
    asked = {
        action: [field.key for field in question.fields]
        for action in desk.roster.keys.values()
        if (question := desk.roster.question(GUARD, action))
    }
    assert asked == {"on_the_way": ["eta"], "excused": ["reason"], "stood_down": [], "command": []}


def test_that_each_choice_of_a_row_fits_it_and_shows_its_key(
    desk: DeskPresenter, stage: Stage
) -> None:
    keys = {choice.action: choice.key for choice in desk.roster.choices(GUARD)}
    assert keys == {does: key for key, does in desk.roster.keys.items() if does != "call"}
    desk.roster.act(GUARD, "arrived")
    assert [c.action for c in desk.roster.choices(GUARD)] == ["stood_down", "command"]
    desk.roster.act(GUARD, "stood_down")
    assert [c.action for c in desk.roster.choices(GUARD)] == ["call", "arrived"]


def test_that_a_badge_records_an_arrival_and_an_unknown_one_is_refused(
    desk: DeskPresenter, stage: Stage
) -> None:
    desk.roster.scanned("B109")
    assert last_fact(desk) == f.Arrived(who="guo_ping", name="Guo Ping", by=f.ArrivedBy.BADGE)
    desk.roster.scanned("B999")
    assert stage.refusals == ["unknown_person"]


def test_that_the_title_counts_who_is_still_to_come(desk: DeskPresenter, stage: Stage) -> None:
    before = desk.roster.props.still_to_come
    desk.roster.act(GUARD, "arrived")
    coming = int(before.split()[0])
    assert desk.roster.props.still_to_come == f"{coming - 1} still to come"


def test_that_nobody_called_is_told_with_what_to_do(stage: Stage) -> None:
    station = stage.station()
    stream = stage.open(station)
    desk = stage.desk(station, stream)
    for who in list(desk.scene.incident.call_outs):
        desk.roster.act(who, "stood_down")
    assert not desk.roster.props.empty
    assert desk.roster.props.still_to_come == "0 on site"
