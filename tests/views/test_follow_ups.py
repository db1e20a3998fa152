"""Follow-ups by keyboard: across incidents, on the desk, and a closed desk that offers no more."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.main import Surroundings
from app.models import facts as f
from app.views.look import Look
from app.views.parts.row_view import RowView
from tests.desk_harness import Stage
from tests.desk_harness import stage as stage  # a fixture
from tests.live import a_stage, do, on_qt, open_incident, until
from tests.views.conftest import child
from tests.views.desks import Desk
from tests.views.test_window import a_window

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def focused(window: QWidget) -> QWidget:
    found = window.focusWidget()
    assert found is not None
    return found


def test_that_what_is_owed_is_worked_off_by_keyboard_from_the_board_on(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            stream = await open_incident(here)
            await do(here, stream, f.DeclaredOver(despite="a test"))
            await do(here, stream, f.Closed())
            async with a_window(around, stage, here) as window:
                view = window.view
                line = child(view, QPushButton, "boardOwed")
                assert line.isHidden()
                stage.pass_time(timedelta(days=400))
                await until(lambda: "overdue" in line.text() and line.isVisible())
                QTest.keyClick(view, KEY.Key_U, CTRL)
                owed = child(view, RowView, "followUps")
                await until(owed.hasFocus)
                count = owed.model().rowCount()
                assert str(count) in line.text()
                QTest.keyClick(owed, KEY.Key_Down)
                QTest.keyClick(owed, KEY.Key_Return)
                QTest.keyClicks(focused(view), "thanked")
                QTest.keyClick(focused(view), KEY.Key_Return)
                await until(lambda: owed.model().rowCount() == count - 1)
                assert isinstance(here.incidents[stream].timeline[-1].fact, f.FollowUpDone)
                await until(owed.hasFocus)
                QTest.keyClick(owed, KEY.Key_O)
                await until(lambda: view.desk)
                QTest.keyClick(view, KEY.Key_F2)
                await until(view.board.isVisible)

    on_qt(qapp, scenario())


def closed_desk(qtbot: QtBot, look: Look, stage: Stage) -> Desk:
    station = stage.station()
    stream = stage.open(station)
    stage.do(station, stream, f.DeclaredOver(despite="a test"))
    stage.do(station, stream, f.Closed())
    return Desk(qtbot, look, stage, station, stream)


def test_that_the_desk_has_its_follow_ups(qtbot: QtBot, look: Look, stage: Stage) -> None:
    desk = closed_desk(qtbot, look, stage)
    desk.press("9")
    owed = desk.part(RowView, "followUps")
    assert owed.hasFocus()
    desk.press(KEY.Key_Down)
    desk.press("k")
    desk.press(KEY.Key_Tab)
    desk.type("on Monday")
    desk.enter()
    assert isinstance(desk.last, f.Chased)
    assert desk.last.said == "on Monday"
    desk.press("a")
    desk.type("Thank the guards")
    desk.press(KEY.Key_Tab)
    desk.type("Li Na")
    desk.press(KEY.Key_Tab)
    desk.type("3")
    desk.enter()
    assert isinstance(desk.last, f.FollowUpAdded)
    assert (desk.last.text, desk.last.owner) == ("Thank the guards", "Li Na")


def test_that_a_closed_desk_offers_only_what_can_still_be_done(
    qtbot: QtBot, look: Look, stage: Stage
) -> None:
    desk = closed_desk(qtbot, look, stage)
    before = desk.last
    for name in ("addTask", "level", "over", "callService"):
        assert not desk.part(QPushButton, name).isVisible(), name
    assert not desk.badge.isVisible()
    assert desk.part(QWidget, "reopen").isVisible()
    desk.press("3")
    for key in (KEY.Key_Return, "s", "n", "c"):
        desk.press(key)
    assert desk.last == before
    assert desk.ask.isHidden()
    assert desk.stage.refusals == []
    desk.press("t")
    desk.type("a late word")
    desk.enter()
    assert desk.last == f.Note(text="a late word")


def test_that_reopening_brings_the_buttons_back(qtbot: QtBot, look: Look, stage: Stage) -> None:
    desk = closed_desk(qtbot, look, stage)
    stage.do(desk.station, desk.stream, f.Reopened(reason="they are back"))
    for name in ("addTask", "level", "over"):
        assert desk.part(QPushButton, name).isVisible(), name
    desk.press("3")
    desk.press(KEY.Key_Return)
    assert isinstance(desk.last, f.TaskDone | f.Notified)
