"""The timeline of a desk by keyboard: writing, correcting, looking at one's own."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.models import facts as f
from app.presenters import roles
from app.views.look import Look
from app.views.parts.key_button import KeyButton
from tests.desk_harness import BEGIN, Stage
from tests.views.desks import Desk

KEY = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, look: Look, stage: Stage) -> Desk:
    station = stage.station()
    made = Desk(qtbot, look, stage, station, stage.open(station))
    stage.wait(made.presenter, timedelta(minutes=10))
    return made


def write(desk: Desk, text: str) -> None:
    desk.press("t")
    desk.type(text)
    desk.enter()
    desk.escape()


def titles(desk: Desk) -> list[str]:
    model = desk.timeline.model()
    return [str(model.index(at, 0).data(roles.TITLE)) for at in range(model.rowCount())]


def on_last(desk: Desk) -> None:
    desk.press("4")
    desk.press(KEY.Key_End)
    desk.press(KEY.Key_End)


def test_that_a_note_is_written_and_the_field_ready_for_the_next(desk: Desk) -> None:
    desk.press("t")
    desk.type("gate shut")
    desk.enter()
    assert desk.last == f.Note(text="gate shut")
    assert desk.quick.toPlainText() == ""
    assert desk.quick.hasFocus()


def test_that_a_back_dated_note_stands_where_it_happened(desk: Desk) -> None:
    write(desk, "06:05 lane blocked")
    entry = next(e for e in desk.presenter.scene.incident.timeline if e.kind == "note")
    assert entry.at == BEGIN.replace(minute=5, second=0)


def test_that_a_refused_note_stays_in_the_field(desk: Desk) -> None:
    desk.press("t")
    desk.type("06:30 police here")
    desk.enter()
    assert desk.stage.refusals == ["future"]
    assert desk.quick.toPlainText() == "06:30 police here"


def test_that_a_slow_disk_loses_nothing(desk: Desk) -> None:
    desk.stage.hold_answers()
    desk.press("t")
    desk.type("first")
    desk.enter()
    desk.type("second")
    assert desk.quick.toPlainText() == "firstsecond"
    desk.stage.let_answers_go()
    assert desk.last == f.Note(text="first")
    assert desk.quick.toPlainText() == "second"


def test_that_r_corrects_the_chosen_entry(desk: Desk) -> None:
    write(desk, "two cars")
    on_last(desk)
    desk.press("r")
    desk.part(QLineEdit, "ask_text").selectAll()
    desk.type("three cars")
    desk.press(KEY.Key_Tab)
    desk.press(KEY.Key_Tab)
    desk.type("miscounted")
    desk.enter()
    assert titles(desk)[-2:] == ["two cars", "Corrected: three cars (miscounted)"]
    assert desk.timeline.hasFocus()


def test_that_x_strikes_the_chosen_entry_with_a_reason(desk: Desk) -> None:
    write(desk, "two cars")
    on_last(desk)
    desk.press("x")
    desk.type("wrong incident")
    desk.enter()
    assert titles(desk)[-2:] == ["two cars", "Struck: wrong incident"]


def test_that_the_menu_of_an_entry_offers_both(desk: Desk) -> None:
    write(desk, "two cars")
    on_last(desk)
    desk.timeline.customContextMenuRequested.emit(QPoint(5, 5))
    assert [a.text() for a in desk.menu().actions()] == ["Correct…\tR", "Strike…\tX"]
    desk.menu().close()


def test_that_mine_leaves_only_what_one_wrote(desk: Desk) -> None:
    station = desk.stage.station("Desk 2", "Liu Yang")
    desk.stage.until(lambda: desk.stream in station.incidents)
    desk.stage.do(station, desk.stream, f.Note(text="theirs"))
    desk.stage.until(lambda: "theirs" in titles(desk))
    desk.part(QPushButton, "mine").click()
    assert "theirs" not in titles(desk)
    desk.part(QPushButton, "all").click()
    assert "theirs" in titles(desk)


def test_that_a_note_that_went_further_up_says_so_and_is_one_key_away(desk: Desk) -> None:
    write(desk, "gate shut")
    desk.press("t")
    desk.type("06:05 lane blocked")
    desk.enter()
    higher = desk.part(KeyButton, "recordedHigher")
    assert higher.isVisible()
    assert higher.text() == "Recorded at 06:05"
    assert desk.quick.hasFocus()
    assert desk.timeline.at_end()
    QTest.keyClick(desk.quick, KEY.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert desk.timeline.hasFocus()
    index = desk.timeline.currentIndex()
    assert index.data(roles.TITLE) == "lane blocked"
    assert not desk.timeline.visualRect(index).isEmpty()
    desk.press("t")
    desk.type("another")
    desk.enter()
    assert not higher.isVisible()


def test_that_a_note_of_now_needs_no_word(desk: Desk) -> None:
    write(desk, "gate shut")
    assert not desk.part(KeyButton, "recordedHigher").isVisible()
