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


def test_that_what_is_seen_stays_in_the_list_quietly_with_the_name(
    desk: DeskPresenter, stage: Stage
) -> None:
    stage.wait(desk, timedelta(hours=2))
    model = desk.alarms.model
    late = model.rowCount()
    first = model.row(0).key
    desk.alarms.act(first, "seen")
    row = model.row(model.position(first))
    assert row.quiet
    assert "by Wang Min" in row.subtitle
    assert model.position(first) == late - 1
    assert desk.alarms.props.count == late - 1
    desk.alarms.act("", "seen")
    assert (desk.alarms.props.count, desk.alarms.props.severity) == (0, Severity.SOON)
    assert model.rowCount() == late


def test_that_another_deadline_is_another_alarm(desk: DeskPresenter, stage: Stage) -> None:
    stage.wait(desk, timedelta(hours=2))
    desk.alarms.act("task:barrier", "seen")
    desk.tasks.act("task:barrier", "due", {"due": "5", "reason": "more barriers come"})
    assert desk.alarms.model.position("task:barrier") == -1
    stage.wait(desk, timedelta(minutes=6))
    row = desk.alarms.model.row(desk.alarms.model.position("task:barrier"))
    assert not row.quiet


def test_that_rows_are_made_anew_for_another_reader_and_else_only_where_something_changed(
    desk: DeskPresenter, stage: Stage
) -> None:
    stage.wait(desk, timedelta(hours=2))
    model = desk.alarms.model
    kept, told = (model.row(model.position(key)) for key in ("task:barrier", "task:speak"))
    desk.alarms.act("task:speak", "seen")
    assert model.row(model.position("task:barrier")) is kept
    assert model.row(model.position("task:speak")) != told
    desk.scene.reader.language = "zh_CN"
    desk.refresh()
    assert model.row(model.position("task:barrier")).title != kept.title
