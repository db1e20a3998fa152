"""Who gets the room of a desk: rows first; what comes and goes moves nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.desk import DeskView
from app.views.look import Look
from app.views.parts.plan_canvas import PlanCanvas
from app.views.parts.row_view import RowView
from tests.desk_harness import Stage
from tests.views.conftest import child
from tests.views.desks import Desk

BAND = 48


class Framed:
    """A desk in a window that has a band above it, there or not, and a line at its foot."""

    def __init__(self, qtbot: QtBot, look: Look, stage: Stage, size: QSize) -> None:
        station = stage.station()
        self.desk = DeskView(stage.desk(station, stage.open(station)), look)
        self.window, self.band = QWidget(), QFrame()
        self.band.setFixedHeight(BAND)
        foot = QFrame()
        foot.setFixedHeight(44)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.band, self.desk, foot):
            column.addWidget(widget, int(widget is self.desk))
        self.band.hide()
        qtbot.addWidget(self.window, before_close_func=lambda _: self.desk.close_desk())
        self.window.resize(size)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.see()

    def see(self) -> None:
        for _ in range(5):
            QApplication.processEvents()

    @property
    def rows_of_tasks(self) -> float:
        tasks = child(self.desk, RowView, "tasks")
        return tasks.viewport().height() / tasks.sizeHintForRow(0)

    def shows(self, name: str) -> bool:
        return child(self.desk, QWidget, name).isVisible()


@pytest.mark.parametrize(
    ("size", "rows", "chart"),
    [(QSize(1920, 1080), 5, True), (QSize(1366, 768), 4, False), (QSize(2560, 1440), 5, True)],
)
def test_that_so_many_tasks_are_in_view_beside_the_plan(
    qtbot: QtBot, look: Look, stage: Stage, size: QSize, rows: int, chart: bool
) -> None:
    framed = Framed(qtbot, look, stage, size)
    for banded in (False, True):
        framed.band.setVisible(banded)
        framed.see()
        assert framed.rows_of_tasks >= rows, banded
        assert framed.shows("escalation") == chart
    framed.band.hide()
    framed.see()
    assert framed.shows("sitePlan")
    assert framed.rows_of_tasks >= rows


def test_that_bands_take_neither_the_chart_nor_the_plan(
    qtbot: QtBot, look: Look, stage: Stage
) -> None:
    framed = Framed(qtbot, look, stage, QSize(1920, 1080))
    for banded in (True, False, True):
        framed.band.setVisible(banded)
        framed.see()
        assert framed.shows("escalation")
        assert framed.shows("sitePlan")


def test_that_a_few_pixels_more_or_less_do_not_bring_and_take_the_chart(
    qtbot: QtBot, look: Look, stage: Stage
) -> None:
    framed = Framed(qtbot, look, stage, QSize(1920, 980))
    assert framed.shows("escalation")
    framed.window.resize(1920, 930)
    framed.see()
    assert framed.shows("escalation")
    framed.window.resize(1920, 880)
    framed.see()
    assert not framed.shows("escalation")
    framed.window.resize(1920, 930)
    framed.see()
    assert not framed.shows("escalation")


def test_that_a_call_sheet_takes_the_place_of_the_chart_and_not_of_the_plan(
    qtbot: QtBot, look: Look, stage: Stage
) -> None:
    station = stage.station()
    desk = Desk(qtbot, look, stage, station, stage.open(station))
    desk.view.resize(1920, 1036)
    qtbot.waitUntil(desk.part(QWidget, "escalation").isVisible)
    desk.press("e")
    desk.choose("call:110")
    assert desk.ask.isVisible()
    qtbot.waitUntil(lambda: not desk.part(QWidget, "escalation").isVisible())
    for _ in range(5):
        QApplication.processEvents()
    assert desk.part(PlanCanvas, "sitePlan").isVisible()
    desk.escape()
    qtbot.waitUntil(desk.part(QWidget, "escalation").isVisible)


def test_that_a_short_question_leaves_the_chart(qtbot: QtBot, look: Look, stage: Stage) -> None:
    station = stage.station()
    desk = Desk(qtbot, look, stage, station, stage.open(station))
    desk.view.resize(1920, 1036)
    qtbot.waitUntil(desk.part(QWidget, "escalation").isVisible)
    desk.press("o")
    assert desk.ask.isVisible()
    for _ in range(5):
        QApplication.processEvents()
    assert desk.part(QWidget, "escalation").isVisible()
