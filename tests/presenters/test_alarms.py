"""Alarms: what is overdue in one line, however much it is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.presenters.desk import DeskPresenter
from app.presenters.roles import Severity
from tests.desk_harness import Stage


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    return stage.desk(station, stage.open(station))


def settle(desk: DeskPresenter) -> None:
    for who in list(desk.scene.incident.call_outs):
        desk.roster.act(who, "arrived")


def test_that_nothing_overdue_names_what_is_next(desk: DeskPresenter, stage: Stage) -> None:
    settle(desk)
    props = desk.alarms.props
    assert (props.title, props.severity) == ("Nothing overdue", Severity.PLAIN)
    assert props.text.startswith("next: ")


def test_that_a_duty_becomes_an_alarm_when_its_time_comes(
    desk: DeskPresenter, stage: Stage
) -> None:
    settle(desk)
    desk.tasks.act("told:order_head", "told")
    stage.wait(desk, timedelta(minutes=2, seconds=1))
    assert desk.alarms.props.title == "1 overdue"
    assert desk.alarms.props.text == "Service-centre manager not told, due 06:04"
    assert desk.alarms.props.severity is Severity.OVERDUE
    desk.tasks.act("told:manager", "told")
    assert desk.alarms.props.count == 0


def test_that_a_flood_is_one_line_with_the_worst_first(desk: DeskPresenter, stage: Stage) -> None:
    stage.wait(desk, timedelta(hours=2))
    props = desk.alarms.props
    assert props.count > 10
    assert props.text.endswith(f"and {props.count - 3} more")
    assert props.text.split("  •  ")[0].endswith("late")
