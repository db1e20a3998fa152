"""The shift log by keyboard: writing, handing over, opening an incident, the month turning."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.main import Surroundings
from app.models import facts as f
from app.models.shift import shift_stream
from app.presenters import roles
from app.presenters.bridge import Bridge
from app.presenters.owed import OwedPresenter
from app.presenters.reader import QtReader
from app.presenters.shift import ShiftPresenter
from app.presenters.tick import Tick
from app.views.look import Look
from app.views.parts.timeline_view import TimelineView
from app.views.shift import ShiftView
from tests.desk_harness import Stage
from tests.desk_harness import stage as stage  # a fixture
from tests.live import a_stage, on_qt, until
from tests.views.conftest import child, click_key
from tests.views.test_window import a_window

KEY = Qt.Key


class Log:
    """The shift log in view at one station."""

    def __init__(self, qtbot: QtBot, look: Look, stage: Stage) -> None:
        self.stage, self.station = stage, stage.station()
        bridge, self.tick = Bridge(self.station, stage._spawn), Tick(stage.clock.wall)
        reader = QtReader("en", UTC)
        owed = OwedPresenter(bridge, self.tick, reader)
        self.presenter = ShiftPresenter(bridge, self.tick, reader, owed)
        self.view = ShiftView(self.presenter, look)
        qtbot.addWidget(self.view)
        self.view.resize(1000, 800)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.view.activateWindow()
        self.view.begin()
        qtbot.waitUntil(self.quick.hasFocus)

    @property
    def quick(self) -> QPlainTextEdit:
        assert self.view.panel is not None
        return child(self.view.panel, QPlainTextEdit, "quick")

    @property
    def timeline(self) -> TimelineView:
        assert self.view.panel is not None
        return child(self.view.panel, TimelineView, "timeline")

    def press(self, key: Qt.Key | str) -> None:
        found = self.view.focusWidget()
        assert found is not None
        click_key(found, key)

    def type(self, text: str) -> None:
        found = self.view.focusWidget()
        assert found is not None
        QTest.keyClicks(found, text)

    def lines(self) -> list[str]:
        model = self.timeline.model()
        return [model.index(at, 0).data(roles.TITLE) for at in range(model.rowCount())]


@pytest.fixture
def log(qtbot: QtBot, look: Look, stage: Stage) -> Log:
    return Log(qtbot, look, stage)


def test_that_one_writes_at_once(log: Log) -> None:
    log.type("all quiet")
    log.press(KEY.Key_Return)
    assert log.lines() == ["all quiet"]
    assert log.quick.toPlainText() == ""


def test_that_the_shift_is_handed_over_by_keyboard(log: Log) -> None:
    log.press(KEY.Key_Escape)
    log.press("h")
    log.press(KEY.Key_Tab)
    log.type("Li Na")
    log.press(KEY.Key_Return)
    assert log.lines() == ["Wang Min handed the shift over to Li Na: nothing open"]


def test_that_what_is_being_typed_outlives_the_turn_of_the_month(log: Log) -> None:
    log.type("at mid")
    moment = datetime(2026, 12, 1, 0, 0, 1, tzinfo=UTC)
    log.stage.clock.move(moment - log.stage.clock.wall())
    log.tick.ticked.emit(moment)
    assert child(log.view, QLabel, "shiftMonth").text() == "December 2026"
    assert log.quick.hasFocus()
    log.type("night")
    log.press(KEY.Key_Return)
    assert log.lines() == ["at midnight"]
    assert "shift-2026-12" in log.station.incidents


def test_that_handing_over_outlives_the_turn_of_the_month(log: Log) -> None:
    log.type("all quiet")
    log.press(KEY.Key_Return)
    log.press(KEY.Key_Escape)
    log.press("h")
    log.press(KEY.Key_Tab)
    log.type("Li ")
    moment = datetime(2026, 12, 1, 0, 0, 1, tzinfo=UTC)
    log.stage.clock.move(moment - log.stage.clock.wall())
    log.tick.ticked.emit(moment)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    log.type("Na")
    log.press(KEY.Key_Return)
    facts = [each.fact for each in log.station.incidents["shift-2026-12"].timeline]
    assert facts == [f.ShiftHandedOver(from_name="Wang Min", to_name="Li Na", text="nothing open")]
    assert log.quick.hasFocus()


def test_that_an_earlier_month_is_looked_at_and_writing_goes_on_in_this_one(log: Log) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    log.stage.do(log.station, "shift-2026-10", f.Note(text="October"))
    QTest.keyClick(log.quick, KEY.Key_Left, alt)
    assert log.lines() == ["October"]
    assert not log.quick.isVisible()
    assert log.timeline.hasFocus()
    log.press("t")
    assert log.quick.hasFocus()
    log.type("now")
    log.press(KEY.Key_Return)
    assert log.lines() == ["now"]


def test_that_an_incident_is_opened_from_a_line_by_keyboard(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            async with a_window(around, stage, here) as window:
                view = window.view
                QTest.keyClick(view, KEY.Key_F5)
                quick = child(view, QPlainTextEdit, "quick")
                await until(quick.hasFocus)
                QTest.keyClicks(quick, "shouting at the gate")
                QTest.keyClick(quick, KEY.Key_Return)
                stream = shift_stream(around.reader.local(here.now()).date())
                await until(lambda: here.incidents[stream].timeline)
                [line] = here.incidents[stream].timeline
                QTest.keyClick(quick, KEY.Key_Escape)
                timeline = child(view, TimelineView, "timeline")
                await until(timeline.hasFocus)
                QTest.keyClick(timeline, KEY.Key_Down)
                QTest.keyClick(timeline, KEY.Key_O)
                opening = child(view, QWidget, "opening")
                await until(opening.isVisible)
                assert child(view, QLineEdit, "openingTitle").text() == "shouting at the gate"
                QTest.keyClick(child(view, QComboBox, "openingPlan"), KEY.Key_Down)
                place = child(view, QComboBox, "openingPlace")
                place.setCurrentText("North gate")
                QTest.keyClick(place, KEY.Key_Return)
                await until(lambda: view.desk)
                incident = next(each for each in here.incidents.values() if each.is_open)
                facts = [entry.fact for entry in incident.timeline]
                opened = next(fact for fact in facts if isinstance(fact, f.Opened))
                assert (opened.title, opened.origin) == ("shouting at the gate", line.id)
                await until(lambda: incident.timeline[0].fact == line.fact)
                assert incident.timeline[0].at == line.at

    on_qt(qapp, scenario())
