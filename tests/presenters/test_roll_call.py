"""The roll call as shown: the count, the tries, and who answers for whom."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models import facts as f
from app.presenters import roles
from app.presenters.desk import DeskPresenter
from app.presenters.roles import Severity
from tests.desk_harness import Stage, last_fact

HERE = ("zhao_lin", "ma_jun", "gao_jie")


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    """Three are on site."""
    station = stage.station()
    desk = stage.desk(station, stage.open(station))
    for who in HERE:
        desk.roster.act(who, "arrived")
    return desk


def row(desk: DeskPresenter, who: str, role: int) -> object:
    model = desk.roll_call.model
    return model.index(model.position(who)).data(role)


def test_that_before_the_first_those_on_site_are_shown_and_when_it_is_due(
    desk: DeskPresenter,
) -> None:
    assert desk.roll_call.model.rowCount() == 3
    assert row(desk, "ma_jun", roles.CHIP) == "on site"
    assert desk.roll_call.props.told == "No roll call yet • next due 06:22"
    assert desk.roll_call.props.countdown == "20:00"
    assert desk.roll_call.choices("ma_jun") == ()


def test_that_answers_are_counted_until_all_are_accounted_for(desk: DeskPresenter) -> None:
    desk.roll_call.act("", "begin")
    props = desk.roll_call.props
    assert (props.count, props.told, props.countdown) == (
        "0 of 3", "accounted for, first try", "01:00"
    )  # fmt: skip
    desk.roll_call.act("ma_jun", "answered")
    assert last_fact(desk) == f.RollAnswered(roll="1", who="ma_jun")
    assert row(desk, "ma_jun", roles.CHIP) == "accounted for"
    assert desk.roll_call.props.count == "1 of 3"
    for who in ("zhao_lin", "gao_jie"):
        desk.roll_call.act(who, "answered")
    assert desk.roll_call.props.count == "3 of 3"
    assert desk.roll_call.props.told == "all accounted for, 06:02 • next due 06:22"
    assert [choice.action for choice in desk.roll_call.choices("")] == ["begin"]


def test_that_who_misses_is_tried_again_with_the_number_and_then_stands_out(
    desk: DeskPresenter, stage: Stage
) -> None:
    desk.roll_call.act("", "begin")
    stage.wait(desk, timedelta(seconds=61))
    assert row(desk, "ma_jun", roles.CHIP) == "try again"
    assert row(desk, "ma_jun", roles.SUBTITLE) == "000-0000-0114 • Order-keeping guard"
    assert desk.roll_call.props.told == "accounted for, second try"
    assert desk.roll_call.props.countdown == "00:59"
    stage.wait(desk, timedelta(seconds=60))
    assert row(desk, "ma_jun", roles.CHIP) == "missed twice"
    assert row(desk, "ma_jun", roles.CHIP_SEVERITY) == Severity.OVERDUE
    assert desk.roll_call.props.told == "accounted for, both tries missed"
    assert [choice.action for choice in desk.roll_call.choices("")] == ["end", "begin"]


def test_that_somebody_answers_for_them_with_who_and_how(desk: DeskPresenter) -> None:
    desk.roll_call.act("", "begin")
    question = desk.roll_call.question("ma_jun", "for_them")
    assert question
    assert question.title == "Who answers for Ma Jun?"
    by, channel = question.fields
    assert [key for key, _ in by.options] == ["Zhao Lin", "Gao Jie"]
    assert dict(channel.options) == {
        "face": "face to face", "radio": "by radio", "phone": "by phone",
    }  # fmt: skip
    desk.roll_call.act("ma_jun", "for_them", {"by": "Gao Jie", "channel": "radio"})
    fact = f.RollAnswered(roll="1", who="ma_jun", by="Gao Jie", channel="radio")
    assert last_fact(desk) == fact
    assert row(desk, "ma_jun", roles.SUBTITLE) == "Order-keeping guard • Gao Jie by radio"


def test_that_what_is_no_answer_accounts_for_nobody(desk: DeskPresenter) -> None:
    desk.roll_call.act("", "begin")
    with pytest.raises(ValueError, match="show"):
        desk.roll_call.act("ma_jun", "show")
    assert desk.roll_call.props.count == "0 of 3"


def test_that_ending_asks_once_and_names_who_is_missing(desk: DeskPresenter) -> None:
    desk.roll_call.act("", "begin")
    desk.roll_call.act("ma_jun", "answered")
    question = desk.roll_call.question("", "end")
    assert question
    assert question.note == "Not accounted for: Gao Jie, Zhao Lin"
    desk.roll_call.act("", "end")
    assert row(desk, "gao_jie", roles.CHIP) == "not accounted for"
    assert row(desk, "gao_jie", roles.COUNTDOWN) == ""
    assert desk.roll_call.props.told.startswith("accounted for, ended 06:02")
    assert desk.roll_call.choices("gao_jie") == ()


def test_that_who_is_stood_down_meanwhile_is_accounted_for(desk: DeskPresenter) -> None:
    desk.roll_call.act("", "begin")
    desk.roster.act("ma_jun", "stood_down")
    assert row(desk, "ma_jun", roles.CHIP) == "stood down"
    assert desk.roll_call.props.count == "1 of 3"


def test_that_with_nobody_on_site_it_says_so_and_beginning_is_refused(stage: Stage) -> None:
    station = stage.station()
    desk = stage.desk(station, stage.open(station))
    assert desk.roll_call.props.empty == "Nobody is on site yet."
    desk.roll_call.act("", "begin")
    assert stage.refusals == ["nobody_on_site"]


def test_that_an_overdue_roll_call_counts_up(desk: DeskPresenter, stage: Stage) -> None:
    stage.wait(desk, timedelta(minutes=21, seconds=1))
    assert desk.roll_call.props.countdown.startswith("+01:0")
    assert desk.roll_call.props.severity is Severity.OVERDUE


def test_that_an_answer_repaints_its_row_and_no_other(desk: DeskPresenter) -> None:
    desk.roll_call.act("", "begin")
    painted = list[str]()
    model = desk.roll_call.model
    model.dataChanged.connect(lambda first, last: painted.extend(
        model.row(at).key for at in range(first.row(), last.row() + 1)
    ))  # fmt: skip
    desk.roll_call.act("ma_jun", "answered")
    assert painted == ["ma_jun"]
