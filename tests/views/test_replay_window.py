"""Looking back from the window: from a desk, from elsewhere, open and closed incidents."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget

from app.main import Surroundings
from app.models import facts as f
from app.models.follow_ups import FollowUpRow, follow_ups
from app.station.station import Station
from tests.live import a_stage, do, on_qt, open_incident, until
from tests.views.test_window import a_window, find

KEY = Qt.Key


def _owed(station: Station, stream: str) -> list[FollowUpRow]:
    incident = station.incidents[stream]
    return follow_ups(incident, station.site.plan(incident.course.plan))


def test_that_one_looks_back_from_the_desk_and_is_back_where_one_was(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            stream = await open_incident(here, drill=True)
            async with a_window(around, stage, here) as window:
                window.view.show_desk(stream)
                desk = window.view.desk
                find(window, QPlainTextEdit, "quick").setPlainText("half a note")
                QTest.keyClick(window.view, KEY.Key_R, Qt.KeyboardModifier.ControlModifier)
                replay = window.view.rooms.currentWidget()
                assert replay is not None
                assert replay.objectName() == "replay"
                assert find(window, QWidget, "drill").isVisible()
                QTest.keyClick(window.view, KEY.Key_F6)
                assert not window.view.staff.isVisible()
                assert find(window, QWidget, "refusal").isVisible()
                QTest.keyClick(replay, KEY.Key_Escape)
                assert window.view.rooms.currentWidget() is desk
                assert desk is not None
                assert desk.draft == "half a note"

    on_qt(qapp, scenario())


def test_that_what_was_just_pressed_is_not_taken_back_while_one_looks_back(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            stream = await open_incident(here)
            async with a_window(around, stage, here) as window:
                window.view.show_desk(stream)
                desk = window.view.desk
                assert desk is not None
                window.bridge.ask(
                    stream, f.Arrived(who=next(iter(here.incidents[stream].call_outs)))
                )
                take_back = find(window, QPushButton, "takeBack")
                await until(take_back.isVisible)
                window.view.look_back()
                assert not take_back.isVisible()
                window.view.rooms.leave_replay()
                assert take_back.isVisible()

    on_qt(qapp, scenario())


def test_that_a_closed_incident_is_fetched_to_look_back_on_it(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            there = await stage.station("B", "Bob")
            stream = await open_incident(there)
            await do(there, stream, f.DeclaredOver(despite="calm"))
            for who in there.incidents[stream].call_outs:
                await do(there, stream, f.StoodDown(who=who))
            await do(there, stream, f.Closed(summary="calm"))
            for row in _owed(there, stream):
                await do(there, stream, f.FollowUpDropped(follow_up=row.key, reason="no"))
            await until(lambda: not there.connection.waiting)
            here = await stage.station("A", "Ann")
            assert stream not in here.incidents
            async with a_window(around, stage, here) as window:
                window.presenter.replay_requested(stream)
                await until(lambda: window.view.rooms.looks_back)
                assert "LOOKING BACK" in find(window, QWidget, "lookingBack").accessibleName()
                window.view.rooms.leave_replay()
                assert window.view.rooms.currentWidget() is window.view.board

    on_qt(qapp, scenario())


def test_that_an_incident_that_nobody_knows_is_refused_in_words(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            async with a_window(around, stage, here) as window:
                window.presenter.replay_requested("nowhere")
                await until(find(window, QWidget, "refusal").isVisible)
                assert not window.view.rooms.looks_back

    on_qt(qapp, scenario())
