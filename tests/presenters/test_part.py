"""Parts out of view: they cost nothing, and miss nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.presenters.desk import DeskPresenter
from app.presenters.roles import TITLE
from tests.desk_harness import Stage


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    station = stage.station()
    return stage.desk(station, stage.open(station))


def row(desk: DeskPresenter, key: str) -> bool:
    """Whether a task stands in the list as settled."""
    return desk.tasks.model.row(desk.tasks.model.position(key)).quiet


def test_that_a_page_out_of_view_shows_on_waking_what_it_missed(desk: DeskPresenter) -> None:
    desk.tasks.sleep()
    desk.tasks.act("task:speak", "done")
    assert not row(desk, "task:speak")
    desk.tasks.wake()
    assert row(desk, "task:speak")
    desk.tasks.act("task:speak", "undone")
    assert not row(desk, "task:speak")


def test_that_countdowns_are_of_now_on_waking(desk: DeskPresenter, stage: Stage) -> None:
    desk.tasks.sleep()
    turns: list[object] = []
    desk.tasks.model.dataChanged.connect(lambda *where: turns.append(where))
    stage.wait(desk, timedelta(minutes=2))
    assert not turns
    desk.tasks.wake()
    assert turns


def test_that_the_band_tells_what_is_overdue_while_its_list_sleeps(
    desk: DeskPresenter, stage: Stage
) -> None:
    alarms = desk.alarms
    alarms.sleep()
    stage.wait(desk, timedelta(hours=2))
    assert alarms.props.count > 10
    assert alarms.model.rowCount() == 0
    alarms.wake()
    assert alarms.model.rowCount() == alarms.props.late
    assert alarms.model.index(0).data(TITLE)


def test_that_what_others_need_never_sleeps(desk: DeskPresenter) -> None:
    desk.zones.sleep()
    desk.roster.sleep()
    assert not desk.zones.asleep
    assert not desk.roster.asleep
