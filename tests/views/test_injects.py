"""The page of the drill leader, by keyboard; the desk of a real incident has none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.models import facts as f
from app.views.look import Look
from app.views.parts.key_button import KeyButton
from app.views.parts.row_view import RowView
from tests.desk_harness import Stage
from tests.presenters.test_injects import SCRIPT
from tests.views.desks import Desk

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot, look: Look, stage: Stage) -> Desk:
    station = stage.station()
    made = Desk(qtbot, look, stage, station, stage.open(station, drill=True, script=SCRIPT))
    QTest.keyClick(made.focused, Qt.Key.Key_D, SHIFT)
    return made


def injects(desk: Desk) -> RowView:
    return desk.part(RowView, "injects")


def test_that_a_key_goes_there_and_enter_plays_what_is_next(desk: Desk) -> None:
    assert injects(desk).hasFocus()
    desk.enter()
    assert desk.last == f.InjectPlayed(inject="fire", text=SCRIPT.injects[0].text)


def test_that_all_words_of_the_one_at_hand_stand_below_the_list(desk: Desk) -> None:
    injects(desk).go_to("fire")
    assert desk.part(QLabel, "injectWhole").text() == "A bin burns\nRed flag"


def test_that_a_key_lets_it_stand_still_and_go_on(desk: Desk) -> None:
    desk.press("p")
    assert isinstance(desk.last, f.DrillPaused)
    assert desk.part(KeyButton, "drill_resume").isVisible()
    assert not desk.part(KeyButton, "drill_pause").isVisible()
    desk.press("p")
    assert isinstance(desk.last, f.DrillResumed)


def test_that_enter_while_it_stands_still_says_how_it_goes_on(desk: Desk) -> None:
    injects(desk).go_to("fire")
    desk.press("p")
    desk.enter()
    assert isinstance(desk.last, f.DrillPaused)
    assert desk.stage.refusals == ["drill_pauses"]


def test_that_one_is_skipped_and_another_added_by_keys(desk: Desk) -> None:
    injects(desk).go_to("hurt")
    desk.press("s")
    desk.type("rain")
    desk.enter()
    assert desk.last == f.InjectSkipped(inject="hurt", reason="rain")
    desk.press("a")
    desk.type("A siren")
    desk.enter()
    assert isinstance(desk.last, f.InjectPlayed)


def test_that_the_score_stands_on_its_page(desk: Desk) -> None:
    desk.presenter.scene.ask(f.DeclaredOver(reason="done", despite="it was a drill"))
    QTest.keyClick(desk.focused, Qt.Key.Key_Q, SHIFT)
    page = desk.part(QPlainTextEdit, "score")
    assert page.hasFocus()
    assert page.toPlainText().startswith("DRILL")
    QTest.keyClick(page, Qt.Key.Key_1)
    assert desk.roster.hasFocus(), "keys of the desk still mean what they say"


def test_that_in_earnest_there_is_no_such_page(qtbot: QtBot, look: Look, stage: Stage) -> None:
    station = stage.station()
    real = Desk(qtbot, look, stage, station, stage.open(station))
    assert real.view.findChild(QWidget, "injects") is None
    QTest.keyClick(real.focused, Qt.Key.Key_D, SHIFT)
    assert real.roster.hasFocus()
