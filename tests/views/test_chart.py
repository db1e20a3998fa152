"""The chart by mouse and keyboard: it follows now until one looks back; a bar finds its entry."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QStyleOptionGraphicsItem, QWidget
from pytestqt.qtbot import QtBot

from app.models import facts as f
from app.models.chart import Line
from app.models.command import PublishPlan
from app.presenters.chart_shapes import Shape
from app.presenters.desk import DeskPresenter
from app.store.bundled import bundled_plan
from app.views.chart import ChartPanel
from app.views.look import Look
from app.views.parts.chart_view import ChartView
from tests.desk_harness import Stage
from tests.views.conftest import child, click_key

MINUTE = timedelta(minutes=1)


class Charting:
    """A panel of its own, of an incident from the blank plan."""

    def __init__(self, qtbot: QtBot, look: Look, stage: Stage) -> None:
        self.stage = stage
        station = stage.station()
        stage.do(station, None, PublishPlan(document=bundled_plan("blank")))
        self.desk: DeskPresenter = stage.desk(station, stage.open(station, plan="blank"))
        self.panel = ChartPanel(self.desk.chart, look)
        qtbot.addWidget(self.panel)
        self.panel.resize(1320, 300)
        self.panel.show()
        self.chosen: list[str] = []
        self.panel.entry_chosen.connect(self.chosen.append)
        self.see()

    @property
    def view(self) -> ChartView:
        return self.panel.chart

    def follows(self) -> bool:
        return self.view.follows

    def see(self) -> None:
        for _ in range(3):
            QApplication.processEvents()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            click_key(self.view, key)
        self.see()

    def wait(self, minutes: float) -> None:
        self.stage.wait(self.desk, minutes * MINUTE)
        self.see()

    def shape(self, line: Line) -> Shape:
        return next(each for each in self.desk.chart.props.shapes if each.line is line)

    def spot(self, line: Line) -> QPoint:
        return self.view.item.rect(self.shape(line)).center().toPoint()


@pytest.fixture
def charting(qtbot: QtBot, look: Look, stage: Stage) -> Charting:
    return Charting(qtbot, look, stage)


def test_that_it_moves_in_steps_and_keeps_now_in_view(charting: Charting) -> None:
    ranges = set()
    for _ in range(60):
        charting.wait(0.5)
        low, high = charting.view.shown
        assert low < charting.desk.chart.now < high
        ranges.add((low, high))
    assert len(ranges) < 8


def test_that_keys_move_and_zoom_and_lead_back(charting: Charting) -> None:
    charting.wait(10)
    whole = charting.view.shown
    charting.press(Qt.Key.Key_Right)
    assert not charting.follows()
    assert charting.view.shown[0] > whole[0]
    charting.press(Qt.Key.Key_Left)
    assert charting.view.shown == pytest.approx(whole)
    charting.press(Qt.Key.Key_Plus)
    length = charting.view.shown[1] - charting.view.shown[0]
    assert length == pytest.approx((whole[1] - whole[0]) / 1.5)
    charting.press(Qt.Key.Key_End)
    assert charting.follows()
    low, high = charting.view.shown
    assert high - low == pytest.approx(length)
    assert low < charting.desk.chart.now < high
    charting.press(Qt.Key.Key_0)
    assert charting.view.shown == pytest.approx(whole)
    charting.press(Qt.Key.Key_Plus, Qt.Key.Key_Minus)
    assert charting.follows()
    assert charting.view.shown == pytest.approx(whole)
    charting.press(Qt.Key.Key_Home)
    assert not charting.follows()


def test_that_other_keys_are_left_to_the_desk(charting: Charting) -> None:
    seen: list[int] = []
    charting.panel.keyPressEvent = lambda event: seen.append(event.key())  # type: ignore[method-assign]
    charting.press(Qt.Key.Key_L)
    assert seen == [Qt.Key.Key_L]


def test_that_dragging_looks_back_and_the_button_returns(charting: Charting) -> None:
    charting.wait(10)
    now = child(charting.panel, QPushButton, "chartNow")
    assert not now.isEnabled()
    viewport = charting.view.viewport()
    begin = QPoint(500, 20)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=begin)
    for by in range(20, 220, 20):
        QTest.mouseMove(viewport, begin + QPoint(by, 0))
        charting.see()
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=begin + QPoint(200, 0))
    charting.see()
    assert not charting.follows()
    assert now.isEnabled()
    held = charting.view.shown
    charting.wait(20)
    assert charting.view.shown == held
    now.click()
    assert charting.follows()
    assert charting.view.shown[1] > charting.desk.chart.now


def test_that_zooming_in_while_following_keeps_now_in_view(charting: Charting) -> None:
    charting.wait(30)
    charting.press(*[Qt.Key.Key_Plus] * 5)
    for _ in range(20):
        charting.wait(1)
        low, high = charting.view.shown
        assert low < charting.desk.chart.now < high
    assert charting.follows()


def test_that_a_click_on_a_bar_finds_its_entry(charting: Charting) -> None:
    charting.wait(3)
    charting.desk.scene.ask(f.ServiceCalled(service="110"))
    entry = charting.desk.scene.incident.timeline[-1].id
    charting.wait(3)
    QTest.mouseClick(charting.view.viewport(), Qt.MouseButton.LeftButton,
                     pos=charting.spot(Line.SERVICES))  # fmt: skip
    charting.see()
    assert charting.chosen == [entry]
    QTest.mouseClick(charting.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(1000, 200))
    charting.see()
    assert charting.chosen == [entry]


def test_that_bars_are_chosen_by_keyboard_and_told(charting: Charting) -> None:
    charting.wait(2)
    charting.press(Qt.Key.Key_Down)
    assert charting.view.accessibleDescription().startswith("Level IV from")
    charting.press(Qt.Key.Key_Down)
    assert "called" in charting.view.accessibleDescription()
    charting.press(Qt.Key.Key_Up, Qt.Key.Key_Return)
    opening = charting.desk.scene.incident.timeline[0].id
    assert charting.chosen == [opening]
    charting.press(Qt.Key.Key_Up)
    assert "called" in charting.view.accessibleDescription()


def test_that_a_chosen_bar_out_of_view_is_brought_in(charting: Charting) -> None:
    charting.wait(60)
    charting.desk.course.act("", "level", {"level": "III", "reason": "more"})
    charting.wait(30)
    charting.press(*[Qt.Key.Key_Plus] * 8)
    assert charting.view.shown[0] > 3600
    charting.press(Qt.Key.Key_Down)
    assert charting.view.shown[0] < 3600
    assert not charting.follows()


def test_that_a_tip_tells_what_the_mouse_is_on(charting: Charting) -> None:
    charting.wait(3)
    QTest.mouseMove(charting.view.viewport(), QPoint(5, 5))
    charting.see()
    assert charting.view.item.shape_at(QPointF(charting.spot(Line.LEVEL))) is not None
    assert charting.view.item.shape_at(QPointF(-50, -50)) is None


def test_that_nothing_is_painted_when_nothing_changed(
    charting: Charting, monkeypatch: pytest.MonkeyPatch
) -> None:
    charting.wait(20)
    painted: list[float] = []
    paint = charting.view.item.paint

    def counted(
        painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painted.append(option.exposedRect.left())
        paint(painter, option, widget)

    monkeypatch.setattr(charting.view.item, "paint", counted)
    charting.desk.scene.ask(f.Note(text="nothing to draw"))
    charting.see()
    assert painted == []
    charting.wait(1)
    assert painted
    now = charting.desk.chart.now
    assert min(painted) > now - 75  # only from where the now line was


def test_that_the_sentence_is_there_for_who_does_not_see_it(charting: Charting) -> None:
    assert charting.view.accessibleName() == "Escalation chart"
    assert charting.view.accessibleDescription().startswith("Level IV since")


def test_that_it_fits_itself_into_little_room_and_other_text_sizes(
    charting: Charting, look: Look
) -> None:
    for number in range(30):
        due = charting.desk.scene.now + 5 * MINUTE
        fact = f.CalledOut(who=f"x{number}", name=f"Person {number}", role="helper", due=due)
        charting.desk.scene.ask(fact)
    for scale in (1.0, 1.5, 2.0):
        look.set_scale(scale)
        for height in (120, 300, 700):
            charting.panel.resize(1200, height)
            charting.see()
            lanes = charting.desk.chart.props.lanes[Line.CALLS]
            assert 2 <= lanes <= 31
            assert charting.view.rows[Line.CALLS].lanes == lanes


def test_that_it_is_hidden_where_there_is_no_room_until_it_is_asked_for(
    charting: Charting,
) -> None:
    panel = charting.panel
    panel.fit(700)
    assert panel.isHidden()
    panel.go_to()
    assert panel.isVisible()
    charting.view.setFocus()
    charting.see()
    panel.go_to()
    assert panel.isHidden()
    panel.fit(1000)
    assert panel.isVisible()


def test_that_words_change_with_the_language(charting: Charting) -> None:
    QApplication.sendEvent(charting.panel, QEvent(QEvent.Type.LanguageChange))
    assert charting.view.accessibleName() == "Escalation chart"
