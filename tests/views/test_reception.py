"""The reception page and the call sheet by keyboard alone, beside the countdowns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.models import facts as f
from app.views.look import Look
from app.views.parts.row_view import RowView
from app.views.reception import ReceptionPanel
from tests.desk_harness import Stage
from tests.views.desks import Desk


@pytest.fixture
def desk(qtbot: QtBot, look: Look, stage: Stage) -> Desk:
    station = stage.station()
    return Desk(qtbot, look, stage, station, stage.open(station))


def rows(desk: Desk) -> RowView:
    return desk.part(RowView, "reception")


def begin(desk: Desk) -> None:
    QTest.keyClick(desk.focused, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    desk.type("Unpaid wages")
    desk.press(Qt.Key.Key_Tab)
    desk.type("35")
    desk.enter()


def test_that_a_reception_is_begun_answered_and_ended_by_keyboard(desk: Desk) -> None:
    begin(desk)
    fact = desk.last
    assert isinstance(fact, f.ReceptionBegun)
    assert (fact.matter, fact.people, fact.received_by) == ("Unpaid wages", 35, "Wang Min")
    rows(desk).setFocus()
    desk.press(Qt.Key.Key_Home)
    desk.press("a")
    desk.type("Paid on Friday")
    desk.enter()
    assert isinstance(desk.last, f.MatterAnswered)
    desk.press("x")
    desk.type("All heard")
    desk.enter()
    ended: object = desk.last
    assert ended == f.ReceptionEnded(reception=fact.reception, outcome="All heard")


def test_that_a_representative_is_received_shown_and_hidden_with_the_page(desk: Desk) -> None:
    begin(desk)
    rows(desk).setFocus()
    desk.press(Qt.Key.Key_Home)
    desk.press("r")
    desk.type("Wang Fang")
    desk.enter()
    assert isinstance(desk.last, f.RepresentativeAdded)
    model = desk.presenter.reception.model
    at = next(n for n in range(model.rowCount()) if model.row(n).action == "show")
    rows(desk).setFocus()
    rows(desk).setCurrentIndex(model.index(at))
    desk.press("s")
    assert model.row(at).subtitle.startswith("Wang Fang")
    desk.press("w")
    assert not desk.ask.isHidden()
    rows(desk).setFocus()
    desk.press("8")
    assert desk.ask.isHidden()
    assert not desk.part(ReceptionPanel, "receptionPanel").isVisible()
    assert "Wang Fang" not in model.row(at).subtitle


def test_that_the_call_sheet_leaves_the_countdowns_in_view_however_large_the_text(
    desk: Desk, look: Look, qtbot: QtBot
) -> None:
    look.set_scale(2.0)
    try:
        desk.press("e")
        desk.choose("call:119")
        qtbot.waitUntil(lambda: desk.ask.height() > 100)
        assert desk.ask.height() < desk.view.height() * 0.6
        for _ in range(8):
            desk.press(Qt.Key.Key_Tab)
        last = desk.focused
        assert last.objectName() == "ask_reference"
        qtbot.waitUntil(lambda: desk.ask.rect().contains(_middle(last, desk.ask)))
    finally:
        look.set_scale(1.0)


def _middle(widget: QWidget, within: QWidget) -> QPoint:
    return widget.mapTo(within, widget.rect().center())
