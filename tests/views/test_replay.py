"""Looking back by keyboard and mouse: unmistakable, nothing to press, one key back to now."""

from __future__ import annotations

from datetime import UTC, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.models import facts as f
from app.models.replay import Sight
from app.models.replay_marks import MarkKind
from app.presenters.reader import QtReader
from app.presenters.replay import ReplayPresenter
from app.presenters.tick import Tick
from app.station.station import Station
from app.views.look import Look
from app.views.parts.course_slider import CourseSlider
from app.views.parts.row_view import RowView
from app.views.replay import ReplayView
from tests.desk_harness import Stage
from tests.views.conftest import child, click_key

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
MINUTE = timedelta(minutes=1)


class Replayed:
    def __init__(self, qtbot: QtBot, look: Look, stage: Stage, station: Station, stream: str):
        self.stage, self.station, self.stream = stage, station, stream
        bridge = stage.desk(station, stream).scene.bridge
        tick, reader = Tick(stage.clock.wall), QtReader("en", UTC)
        self.presenter = ReplayPresenter(bridge, tick, reader, stream, clock=lambda: 0.0)
        self.view = ReplayView(self.presenter, look)
        qtbot.addWidget(self.view, before_close_func=lambda view: view.close_replay())
        self.view.resize(1600, 1000)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.view.activateWindow()
        self.view.setFocus()
        qtbot.waitUntil(self.slider.hasFocus)

    @property
    def slider(self) -> CourseSlider:
        return child(self.view, CourseSlider, "courseSlider")

    @property
    def focused(self) -> QWidget:
        found: QWidget | None = self.view.focusWidget()
        return self.view if found is None else found

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self.focused, key, modifier or Qt.KeyboardModifier.NoModifier)

    def band(self) -> str:
        band = child(self.view, QWidget, "lookingBack")
        return band.accessibleName()


@pytest.fixture
def replayed(qtbot: QtBot, look: Look, stage: Stage) -> Replayed:
    station = stage.station()
    stream = stage.tell(station, until=timedelta(minutes=8))
    return Replayed(qtbot, look, stage, station, stream)


def test_that_the_band_says_when_and_how_one_looks(replayed: Replayed) -> None:
    replayed.press(KEY.Key_Home)
    assert "LOOKING BACK 06:02:11  •  as it happened" in replayed.band()
    replayed.press(KEY.Key_K)
    assert "as it was known" in replayed.band()
    assert replayed.presenter.props.sight is Sight.KNOWN


def test_that_each_mark_is_a_key_away_in_both_directions(replayed: Replayed) -> None:
    presenter, begin = replayed.presenter, replayed.presenter.course.begin
    for key, kind in ((KEY.Key_E, MarkKind.ENTRY), (KEY.Key_L, MarkKind.LEVEL),
                      (KEY.Key_M, MarkKind.MISS), (KEY.Key_C, MarkKind.CALL_OUT)):  # fmt: skip
        presenter.go_to(begin)
        there = presenter.course.next(kind, begin) or begin
        replayed.press(key)
        assert presenter.moment == there
        before = presenter.course.before(kind, there)
        replayed.press(key, SHIFT)
        assert presenter.moment == (before or there)


def test_that_the_arrows_on_the_slider_go_from_entry_to_entry(replayed: Replayed) -> None:
    presenter = replayed.presenter
    replayed.press(KEY.Key_Home)
    replayed.press(KEY.Key_Right)
    there = presenter.course.next(MarkKind.ENTRY, presenter.course.begin)
    assert presenter.moment == there
    replayed.press(KEY.Key_Left)
    assert presenter.moment == presenter.course.begin


def test_that_the_keys_work_wherever_the_keyboard_is(replayed: Replayed) -> None:
    replayed.press(KEY.Key_3)
    assert child(replayed.view, RowView, "tasks").hasFocus()
    replayed.press(KEY.Key_Home)
    assert replayed.presenter.moment == replayed.presenter.course.begin
    replayed.press(KEY.Key_L)
    assert replayed.presenter.moment > replayed.presenter.course.begin


def test_that_space_plays_and_pauses(replayed: Replayed) -> None:
    replayed.press(KEY.Key_Space)
    assert replayed.presenter.props.playing
    assert "playing 10×" in replayed.band()
    replayed.press(KEY.Key_F)
    assert "playing 30×" in replayed.band()
    replayed.press(KEY.Key_Space)
    assert not replayed.presenter.props.playing


def test_that_a_press_on_the_slider_goes_there(replayed: Replayed, qtbot: QtBot) -> None:
    presenter, slider = replayed.presenter, replayed.slider
    place = presenter.course.place(presenter.course.begin + 4 * MINUTE)
    spot = QPoint(round(slider.x_of(place)), slider.height() // 2)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: presenter.moment < presenter.course.end)
    assert abs(presenter.moment - (presenter.course.begin + 4 * MINUTE)) < timedelta(seconds=2)


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_End])
def test_that_one_key_leads_back_to_now(replayed: Replayed, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(replayed.view.left, timeout=1000):
        replayed.press(key)


def test_that_one_key_shows_the_wall_of_that_moment_and_the_desk_again(
    replayed: Replayed,
) -> None:
    replayed.press(KEY.Key_M)
    replayed.press(KEY.Key_W)
    wall = child(replayed.view, QWidget, "pastWall")
    assert wall.isVisible()
    assert not replayed.view.desk.isVisible()
    assert replayed.slider.isVisible()
    assert "LOOKING BACK" in replayed.band()
    moment = replayed.presenter.moment
    replayed.press(KEY.Key_E, SHIFT)
    assert replayed.presenter.moment < moment
    replayed.press(KEY.Key_W)
    assert not wall.isVisible()
    assert replayed.view.desk.isVisible()
    assert replayed.slider.isVisible()


def test_that_the_wall_of_a_drill_is_marked_too(replayed: Replayed) -> None:
    replayed.press(KEY.Key_W)
    assert child(replayed.view, QWidget, "wallDrill").isVisible()


def test_that_a_badge_scanned_at_the_wall_of_then_is_refused_with_the_reason(
    replayed: Replayed, qtbot: QtBot
) -> None:
    replayed.press(KEY.Key_W)
    for key in "B-1042":
        click_key(replayed.view.windowHandle(), key)
    click_key(replayed.view.windowHandle(), KEY.Key_Return)
    qtbot.waitUntil(lambda: "looking_back" in replayed.stage.refusals)


def test_that_what_time_changes_is_painted_on_the_wall_of_then(replayed: Replayed) -> None:
    replayed.press(KEY.Key_W)
    wall = child(replayed.view, QWidget, "pastWall")
    replayed.presenter.go_to(replayed.presenter.course.begin + 2 * MINUTE)
    before = wall.grab().toImage()
    replayed.presenter.go_to(replayed.presenter.moment + timedelta(seconds=1))
    assert wall.grab().toImage() != before


BAR = ("replayPlay", "replaySlower", "replayFaster", "replaySight", "replayWall", "replayNow")
MAY_BE_PRESSED = {"chartAll", "chartNow"}


def test_that_nothing_of_the_desk_offers_itself(replayed: Replayed) -> None:
    replayed.presenter.go_to(replayed.presenter.course.begin + 7 * MINUTE)
    for page in "156V23Q7890 4I".replace(" ", ""):
        click_key(replayed.focused, page)
        offered = {
            button.objectName()
            for button in replayed.view.desk.findChildren(QPushButton)
            if button.isVisible() and not button.objectName().startswith("replay")
        }
        assert offered <= MAY_BE_PRESSED, page
        assert not [w for w in replayed.view.findChildren(QLineEdit) if w.isVisible()], page
    assert not child(replayed.view, QWidget, "quick").isVisible()


LETTERS = "ABDGHJNOPRTUWXYZ"


def test_that_no_key_of_the_desk_asks_or_records_anything(replayed: Replayed) -> None:
    count = len(replayed.station.incidents[replayed.stream].timeline)
    replayed.presenter.go_to(replayed.presenter.course.begin + 5 * MINUTE)
    for page in "1562V37890QI4":
        click_key(replayed.focused, page)
        replayed.press(KEY.Key_Down)
        for letter in LETTERS:
            for modifier in (None, SHIFT):
                replayed.press(getattr(KEY, f"Key_{letter}"), modifier)
        replayed.press(KEY.Key_Return)
        replayed.press(KEY.Key_Delete)
        assert not child(replayed.view, QWidget, "askBar").isVisible(), page
    assert len(replayed.station.incidents[replayed.stream].timeline) == count


def test_that_a_badge_scanned_meanwhile_is_refused_with_the_reason(
    replayed: Replayed, qtbot: QtBot
) -> None:
    for key in "B-1042":
        click_key(replayed.view.windowHandle(), key)
    click_key(replayed.view.windowHandle(), KEY.Key_Return)
    qtbot.waitUntil(lambda: "looking_back" in replayed.stage.refusals)


def test_that_countdowns_and_alarms_are_of_that_moment(replayed: Replayed) -> None:
    alarms = child(replayed.view, QWidget, "alarms")
    elapsed = child(replayed.view, QLabel, "elapsed")
    replayed.presenter.go_to(replayed.presenter.course.begin + 2 * MINUTE)
    assert elapsed.text() == "00:02:00"
    replayed.press(KEY.Key_Home)
    assert elapsed.text() == "00:00:00"
    assert "Nothing overdue" in alarms.accessibleName()
    replayed.press(KEY.Key_M)
    assert "overdue" in alarms.accessibleName()
    assert "Nothing" not in alarms.accessibleName()


def test_that_what_comes_in_is_counted_in_the_band(replayed: Replayed) -> None:
    replayed.stage.do(replayed.station, replayed.stream, f.Note(text="from elsewhere"))
    assert "new entries since: 1" in replayed.band()


def test_that_every_button_is_in_view_in_a_small_window_with_large_text(
    replayed: Replayed, look: Look, qtbot: QtBot
) -> None:
    look.set_scale(2.0)
    replayed.view.resize(1280, 800)
    bar = child(replayed.view, QWidget, "replayBar")
    shown = [b for b in bar.findChildren(QPushButton) if not b.isHidden()]
    assert len(shown) >= len(BAR) + 4

    def wholly_in_view() -> bool:
        return all(b.visibleRegion().boundingRect() == b.rect() for b in shown)

    qtbot.waitUntil(wholly_in_view)


def test_that_looking_back_does_not_make_a_small_window_grow(
    look: Look, stage: Stage, qtbot: QtBot
) -> None:
    look.set_scale(2.0)
    window, pages = QMainWindow(), QStackedWidget()
    qtbot.addWidget(window)
    window.setCentralWidget(pages)
    pages.addWidget(QLabel("the board"))
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    station = stage.station()
    stream = stage.tell(station, until=timedelta(minutes=2))
    bridge = stage.desk(station, stream).scene.bridge
    presenter = ReplayPresenter(bridge, Tick(stage.clock.wall), QtReader("en", UTC), stream)
    view = ReplayView(presenter, look)
    pages.addWidget(view)
    pages.setCurrentWidget(view)
    bar = child(view, QWidget, "replayBar")
    qtbot.waitUntil(lambda: bar.width() > 1000 and bar.height() < 400)
    assert window.height() == 800
    view.close_replay()
