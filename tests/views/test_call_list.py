"""The call list by keyboard: phone down it, one key per outcome, the cursor moves on."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.models import facts as f
from app.presenters import roles
from app.views.look import Look
from app.views.parts.row_view import RowView
from tests.desk_harness import Stage
from tests.views.desks import Desk

GUARD = "ma_jun"


@pytest.fixture
def desk(qtbot: QtBot, look: Look, stage: Stage) -> Desk:
    station = stage.station()
    made = Desk(qtbot, look, stage, station, stage.open(station))
    made.press("5")
    calls(made).go_to(GUARD)
    return made


def calls(desk: Desk) -> RowView:
    return desk.part(RowView, "callList")


def following(desk: Desk) -> str:
    view = calls(desk)
    return str(view.model().index(view.currentIndex().row() + 1, 0).data(roles.KEY))


@pytest.mark.parametrize(
    ("key", "typed", "fact"),
    [
        ("k", "", f.Acknowledged(who=GUARD)),
        ("a", "", f.Arrived(who=GUARD, name="Ma Jun")),
        ("x", "", f.NoAnswer(who=GUARD)),
        ("w", "\n", f.OnTheWay(who=GUARD)),
        ("u", "ill\n", f.Excused(who=GUARD, reason="ill")),
    ],
)
def test_that_one_key_records_each_outcome_and_the_cursor_is_on_the_next(
    desk: Desk, key: str, typed: str, fact: f.KnownFact
) -> None:
    after = following(desk)
    desk.press(key)
    if typed:
        desk.type(typed.strip())
        desk.enter()
    assert desk.last == fact
    assert calls(desk).hasFocus()
    assert calls(desk).current_key() in (after, f"stand_in:{GUARD}")


def test_that_the_number_and_what_to_say_follow_the_cursor(desk: Desk) -> None:
    assert desk.part(QLabel, "callPhone").text() == "000-0000-0114"
    assert "Come as Order-keeping guard" in desk.part(QPlainTextEdit, "callSay").toPlainText()
    calls(desk).go_to("notification:manager")
    assert desk.part(QLabel, "callPhone").text() == "000-0000-0101"


def test_that_somebody_told_is_done_with_enter(desk: Desk) -> None:
    calls(desk).go_to("notification:manager")
    desk.enter()
    assert desk.last == f.Notified(target="manager", name="Chen Wei")


def test_that_an_arrival_elsewhere_does_not_move_the_cursor(desk: Desk) -> None:
    desk.presenter.roster.act("zhao_lin", "arrived")
    assert calls(desk).current_key() == GUARD
