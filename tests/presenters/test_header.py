"""The header: who commands, who is here, for how long it has gone on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models import facts as f
from app.presenters.desk import DeskPresenter
from tests.desk_harness import Stage, last_fact


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    return stage.desk(station, stage.open(station))


def test_that_the_deputy_is_shown_as_acting_until_the_commander_is_here(
    desk: DeskPresenter,
) -> None:
    assert desk.header.props.commander == "nobody yet"
    desk.roster.act("zhao_lin", "arrived")
    assert desk.header.props.commander == "Zhao Lin"
    assert desk.header.props.commander_note == "acting deputy until Chen Wei arrives"
    desk.roster.act("chen_wei", "command")
    assert desk.header.props.commander == "Chen Wei"
    assert desk.header.props.commander_note == ""


def test_that_command_is_handed_over_by_one_action_once_the_commander_is_here(
    desk: DeskPresenter,
) -> None:
    desk.roster.act("zhao_lin", "arrived")
    assert desk.header.choices("") == ()
    desk.roster.act("chen_wei", "arrived")
    assert desk.header.props.commander_note == "acting deputy; Chen Wei is here"
    (choice,) = desk.header.choices("")
    assert (choice.text, choice.key) == ("Hand over command…", "M")
    desk.header.act("", choice.action)
    fact = f.CommandHandedOver(who="chen_wei", name="Chen Wei", from_name="Zhao Lin")
    assert last_fact(desk) == fact
    assert desk.header.props.commander == "Chen Wei"
    assert desk.header.choices("") == ()


def test_that_here_and_called_are_counted(desk: DeskPresenter) -> None:
    called = desk.header.props.called
    desk.roster.act("zhao_lin", "arrived")
    assert (desk.header.props.here, desk.header.props.called) == (1, called)


def test_that_time_runs_from_the_opening_and_stands_still_once_it_is_over(
    desk: DeskPresenter, stage: Stage
) -> None:
    stage.wait(desk, timedelta(hours=1, minutes=2, seconds=3))
    assert desk.header.elapsed() == "01:02:03"
    desk.course.act("", "over", {"reason": "all left", "despite": "a drill"})
    stage.wait(desk, timedelta(hours=1))
    assert desk.header.elapsed() == "01:02:03"
    assert desk.header.props.status == "declared over"


def test_that_the_number_appears_once_the_shared_log_has_given_it(
    desk: DeskPresenter, stage: Stage
) -> None:
    stage.until(lambda: desk.header.props.number == "2026-0001", "the number")
