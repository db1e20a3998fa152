"""Pages without a row yet: one goes there by key, and the keys of the page work."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models import facts as f
from app.models.call_outs import CallOutState
from app.views.look import Look
from app.views.parts.row_view import RowView
from tests.desk_harness import Stage
from tests.views.desks import Desk
from tests.views.test_files import picture

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot, look: Look, stage: Stage) -> Desk:
    station = stage.station()
    return Desk(qtbot, look, stage, station, stage.open(station))


def test_that_a_follow_up_is_added_where_there_is_none_and_nobody_is_ticked_off(
    desk: Desk,
) -> None:
    desk.press("1")
    who = desk.roster.current_key()
    desk.press("9")
    desk.press("a")
    assert desk.ask.isVisible()
    assert desk.presenter.scene.incident.call_out(who).state is CallOutState.CALLED


def test_that_a_photo_is_pasted_where_there_is_none(desk: Desk, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setImage(picture())
    desk.press("i")
    QTest.keyClick(desk.focused, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(desk.ask.isVisible)


def test_that_the_keyboard_goes_on_in_the_list_once_there_is_a_row(desk: Desk) -> None:
    desk.press("9")
    due = desk.stage.clock.wall() + timedelta(days=1)
    fact = f.FollowUpAdded(follow_up="own", text="Thank the guards", owner="commander", due=due)
    desk.stage.do(desk.station, desk.stream, fact)
    assert desk.part(RowView, "followUps").hasFocus()


def test_that_the_keyboard_is_in_the_list_after_the_first_photo(desk: Desk, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setImage(picture())
    desk.press("i")
    QTest.keyClick(desk.focused, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(desk.ask.isVisible)
    desk.enter()
    qtbot.waitUntil(lambda: not desk.ask.isVisible())
    assert desk.part(RowView, "files").hasFocus()


def test_that_the_keyboard_stays_on_a_page_whose_last_row_goes(desk: Desk) -> None:
    for who in [row.who for row in desk.presenter.scene.incident.call_outs.values()]:
        desk.press("5")
        desk.stage.do(desk.station, desk.stream, f.Arrived(who=who))
    for told in ("manager", "order_head", "centre_staff", "administration"):
        desk.stage.do(desk.station, desk.stream, f.Notified(target=told))
    assert not desk.part(RowView, "callList").isVisible()
    desk.press("5")
    desk.press("x")
    assert isinstance(desk.last, f.Notified)
    assert desk.ask.isHidden()
