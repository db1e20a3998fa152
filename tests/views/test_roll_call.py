"""The roll call by keyboard: begun, answered, answered for, ended."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.models import facts as f
from app.views.look import Look
from app.views.parts.countdown import Countdown
from app.views.parts.key_button import KeyButton
from app.views.parts.row_view import RowView
from tests.desk_harness import Stage
from tests.views.desks import Desk

HERE = ("zhao_lin", "ma_jun", "gao_jie")


@pytest.fixture
def desk(qtbot: QtBot, look: Look, stage: Stage) -> Desk:
    station = stage.station()
    made = Desk(qtbot, look, stage, station, stage.open(station))
    for who in HERE:
        made.presenter.roster.act(who, "arrived")
    made.press("6")
    return made


def rolls(desk: Desk) -> RowView:
    return desk.part(RowView, "rollCall")


def count(desk: Desk) -> str:
    return desk.part(QLabel, "rollCount").text()


def test_that_a_key_begins_it_and_enter_answers_for_each(desk: Desk) -> None:
    assert desk.part(KeyButton, "roll_begin").isVisible()
    desk.press("r")
    assert isinstance(desk.last, f.RollCallBegun)
    assert count(desk) == "0 of 3"
    for number in (1, 2, 3):
        desk.enter()
        assert count(desk) == f"{number} of 3"
    assert desk.presenter.scene.incident.roll("1").answers


def test_that_somebody_answers_for_another(desk: Desk) -> None:
    desk.press("r")
    rolls(desk).go_to("ma_jun")
    desk.press("b")
    desk.type("Gao Jie")
    desk.enter()
    assert desk.last == f.RollAnswered(roll="1", who="ma_jun", by="Gao Jie", channel="face")
    assert rolls(desk).hasFocus()


def test_that_ending_it_is_asked_once(desk: Desk) -> None:
    desk.press("r")
    assert desk.part(KeyButton, "roll_end").isVisible()
    QTest.keyClick(rolls(desk), Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert desk.ask.isVisible()
    desk.enter()
    assert desk.last == f.RollCallEnded(roll="1")


def test_that_an_answer_from_elsewhere_leaves_the_keyboard_where_it_is(desk: Desk) -> None:
    desk.press("r")
    rolls(desk).go_to("ma_jun")
    desk.presenter.roll_call.act("zhao_lin", "answered")
    desk.presenter.roll_call.act("gao_jie", "answered")
    assert rolls(desk).current_key() == "ma_jun"


def test_that_the_countdown_runs_to_the_end_of_each_try(desk: Desk, stage: Stage) -> None:
    shown = desk.part(Countdown, "rollCountdown")
    desk.press("r")
    stage.wait(desk.presenter, timedelta(seconds=30))
    assert shown.text() == "00:30"
    stage.wait(desk.presenter, timedelta(seconds=31))
    assert shown.text() == "00:59"


def test_that_a_badge_during_a_roll_call_is_still_an_arrival(desk: Desk) -> None:
    desk.press("r")
    desk.presenter.roster.scanned("B101")
    assert isinstance(desk.last, f.Arrived)
