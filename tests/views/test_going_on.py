"""After Enter: what has a next step stays at hand, what is done gives way to what is not, and
Enter undoes nothing; in every list of the desk."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.models import facts as f
from app.models.levels import Level
from app.models.plan import Sign
from app.presenters import roles
from app.views.look import Look
from app.views.parts.row_view import RowView
from tests.desk_harness import Stage
from tests.views.desks import Desk

KEY = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, look: Look, stage: Stage) -> Desk:
    station = stage.station()
    return Desk(qtbot, look, stage, station, stage.open(station))


def told(desk: Desk) -> list[str]:
    return [type(entry.fact).__name__ for entry in desk.presenter.scene.incident.timeline]


def is_ended(view: RowView) -> bool:
    return bool(view.currentIndex().data(roles.ENDED))


def title_of(desk: Desk) -> str:
    return desk.part(QLabel, "askTitle").text() if desk.ask.isVisible() else ""


def test_that_each_enter_ticks_another_task_from_the_top(desk: Desk) -> None:
    desk.press("3")
    first = desk.tasks.model().index(0, 0).data(roles.KEY)
    assert desk.tasks.current_key() == first
    for _ in range(3):
        desk.enter()
        assert not is_ended(desk.tasks)
    recorded = told(desk)[-3:]
    assert set(recorded) <= {"TaskDone", "Notified"}


def test_that_after_a_rise_the_urgent_rows_are_at_hand(desk: Desk, stage: Stage) -> None:
    desk.press("3")
    for _ in range(4):
        desk.press(KEY.Key_Down)
    desk.press("l")
    stage.do(desk.station, desk.stream, f.LevelSet(level=Level.II, reason="more"))
    desk.escape()
    assert desk.tasks.hasFocus()
    assert desk.tasks.current_key() == desk.tasks.model().index(0, 0).data(roles.KEY)
    assert desk.tasks.verticalScrollBar().value() == 0


def test_that_pressing_the_key_of_the_page_again_goes_to_its_top(desk: Desk) -> None:
    for key, view in (("1", desk.roster), ("3", desk.tasks)):
        desk.press(key)
        top = view.current_key()
        for _ in range(5):
            desk.press(KEY.Key_Down)
        assert view.current_key() != top
        desk.press(key)
        assert view.current_key() == top
        assert view.verticalScrollBar().value() == 0


def test_that_a_task_whose_condition_was_not_seen_asks_before_it_is_ticked(desk: Desk) -> None:
    desk.press("3")
    desk.tasks.go_to("task:damage_record")
    before = desk.last
    desk.enter()
    assert desk.last == before
    assert title_of(desk) == "“When vehicles were damaged”: that was not seen. Done all the same?"
    desk.enter()
    assert desk.last == f.TaskDone(task="damage_record")


def test_that_a_task_whose_condition_was_seen_is_ticked_at_once(desk: Desk, stage: Stage) -> None:
    stage.do(desk.station, desk.stream, f.SignSeen(sign=Sign.DAMAGE))
    desk.press("3")
    desk.tasks.go_to("task:damage_record")
    desk.enter()
    assert desk.last == f.TaskDone(task="damage_record")


def test_that_enter_on_a_ticked_task_or_someone_told_says_how_to_take_it_back(desk: Desk) -> None:
    desk.press("3")
    for key in ("task:barrier", "told:manager"):
        desk.tasks.go_to(key)
        desk.enter()
        done = desk.last
        desk.tasks.go_to(key)
        desk.enter()
        assert desk.last == done
    assert desk.stage.refusals == ["ended", "ended"]


def test_that_enters_on_a_zone_take_one_zone_from_step_to_step(desk: Desk) -> None:
    desk.press("2")
    desk.zones.go_to("car_park")
    for _ in range(3):
        desk.enter()
        assert desk.zones.current_key() == "car_park"
    assert told(desk)[-3:-1] == ["ZoneCordoned", "ZoneEvacuating"]
    assert told(desk)[-1] in ("PartConfirmed", "ZoneConfirmed", "ZoneEmpty")


def test_that_the_parts_of_a_zone_are_confirmed_one_after_the_other(desk: Desk) -> None:
    desk.stage.do(desk.station, desk.stream, f.ZoneEvacuating(zone="tower_a"))
    desk.press("2")
    first = next(
        index.data(roles.KEY)
        for row in range(desk.zones.model().rowCount())
        if (index := desk.zones.model().index(row, 0)).data(roles.KEY).startswith("part:tower_a")
    )
    desk.zones.go_to(first)
    desk.enter()
    desk.enter()  # who saw it: I did
    assert desk.zones.hasFocus()
    assert desk.zones.current_key() != first
    assert not is_ended(desk.zones)
    desk.zones.go_to(first)
    before = desk.last
    desk.enter()
    assert desk.last == before
    assert desk.stage.refusals == ["ended"]


def test_that_who_arrives_leaves_the_keyboard_to_who_is_awaited(desk: Desk) -> None:
    desk.press("1")
    for _ in range(3):
        desk.enter()
        assert desk.roster.currentIndex().data(roles.ACTION)
    assert told(desk)[-3:] == ["Arrived"] * 3


def test_that_who_arrives_by_badge_leaves_the_roster_at_its_top(desk: Desk) -> None:
    desk.press("1")
    desk.roster.go_to("ma_jun")
    desk.press("b")
    desk.type("Ma Jun")
    desk.enter()
    assert desk.roster.current_key() != "ma_jun"
    assert desk.roster.currentIndex().data(roles.ACTION)
    assert desk.roster.verticalScrollBar().value() == 0


def test_that_follow_ups_are_ended_one_after_the_other(desk: Desk, stage: Stage) -> None:
    stage.do(desk.station, desk.stream, f.DeclaredOver(despite="a test"))
    desk.press("9")
    owed = desk.part(RowView, "followUps")
    count = owed.model().rowCount()
    for number in range(count):
        desk.enter()
        assert title_of(desk), number
        desk.type("seen to")
        desk.enter()
        assert owed.hasFocus()
        assert isinstance(desk.last, f.FollowUpDone)
        assert is_ended(owed) == (number == count - 1)
    desk.enter()
    assert not title_of(desk)
    assert desk.stage.refusals == ["ended"]


def test_that_alarms_are_seen_one_after_the_other(desk: Desk, stage: Stage) -> None:
    stage.wait(desk.presenter, timedelta(hours=1))
    desk.press("0")
    alarms = desk.part(RowView, "alarmList")
    for _ in range(2):
        assert not is_ended(alarms)
        desk.enter()
    assert told(desk)[-2:] == ["AlarmAcknowledged"] * 2
    assert not is_ended(alarms)


def test_that_the_roll_call_goes_on_to_who_has_not_answered(desk: Desk, stage: Stage) -> None:
    for who in ("ma_jun", "zhao_lin"):
        desk.presenter.roster.act(who, "arrived")
    desk.press("6")
    desk.press("r")
    roll = desk.part(RowView, "rollCall")
    if desk.ask.isVisible():
        desk.enter()
    first = roll.current_key() or roll.model().index(0, 0).data(roles.KEY)
    roll.go_to(first)
    desk.enter()
    assert roll.current_key() != first
    roll.go_to(first)
    before = desk.last
    desk.enter()
    assert desk.last == before


def test_that_the_call_list_goes_on_to_the_next_to_be_phoned(desk: Desk) -> None:
    desk.press("5")
    calls = desk.part(RowView, "callList")
    keys = [calls.model().index(row, 0).data(roles.KEY) for row in range(3)]
    desk.enter()
    assert calls.current_key() == keys[1]
    desk.enter()
    assert calls.current_key() == keys[2]


def test_that_a_sign_that_was_ticked_keeps_the_keyboard(desk: Desk) -> None:
    desk.press("8")
    people = desk.part(RowView, "people")
    people.go_to("sign:fire")
    desk.enter()
    desk.enter()  # where it is may stay empty
    assert "SignSeen" in told(desk)
    assert people.hasFocus()
    assert people.current_key() == "sign:fire"


def test_that_signs_are_at_hand_on_the_page_of_people_and_g_jumps_to_the_zones(desk: Desk) -> None:
    desk.press("8")
    people = desk.part(RowView, "people")
    assert people.current_key().startswith("sign:")
    desk.press("g")
    assert people.current_key().startswith("zone:")
    desk.press("g")
    assert people.current_key().startswith("sign:")
