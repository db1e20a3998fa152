"""What the plan proposes, at the desk: by key and button, without taking focus or typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.models import facts as f
from app.models.levels import Level
from app.models.plan import Sign
from app.views.look import Look
from tests.desk_harness import Stage
from tests.views.desks import Desk


@pytest.fixture
def desk(qtbot: QtBot, look: Look, stage: Stage) -> Desk:
    station = stage.station()
    return Desk(qtbot, look, stage, station, stage.open(station))


def band(desk: Desk) -> QWidget:
    return desk.part(QWidget, "proposals")


def count(desk: Desk, people: int) -> None:
    desk.presenter.scene.ask(f.Amended(people=people))


def shift(desk: Desk, key: Qt.Key) -> None:
    QTest.keyClick(desk.focused, key, Qt.KeyboardModifier.ShiftModifier)


def test_that_the_band_is_there_only_while_something_is_proposed(desk: Desk) -> None:
    assert not band(desk).isVisible()
    count(desk, 35)
    assert band(desk).isVisible()
    count(desk, 3)
    assert not band(desk).isVisible()


def test_that_a_proposal_takes_neither_focus_nor_typing(desk: Desk) -> None:
    desk.quick.setFocus()
    desk.type("Two cars")
    count(desk, 35)
    assert desk.focused is desk.quick
    assert desk.quick.toPlainText() == "Two cars"


def test_that_raising_by_key_asks_once_and_enter_does_it(desk: Desk) -> None:
    count(desk, 35)
    shift(desk, Qt.Key.Key_L)
    assert desk.ask.isVisible()
    assert desk.part(QLineEdit, "ask_reason").text() == "35 people ≥ 20"
    desk.enter()
    assert desk.presenter.scene.incident.leveling.level is Level.III
    assert not band(desk).isVisible()


def test_that_not_now_by_key_is_done_at_once(desk: Desk) -> None:
    count(desk, 35)
    shift(desk, Qt.Key.Key_N)
    assert desk.last == f.ProposalDeclined(sign=Sign.PEOPLE, at_least=20, level=Level.III)
    assert desk.presenter.scene.incident.leveling.level is Level.IV


def test_that_the_buttons_do_the_same(desk: Desk) -> None:
    count(desk, 60)
    desk.part(QPushButton, "propose_decline").click()
    assert isinstance(desk.last, f.ProposalDeclined)
    desk.part(QPushButton, "propose_raise").click()
    assert desk.ask.isVisible()


def test_that_a_proposed_service_leads_to_its_call(desk: Desk) -> None:
    desk.presenter.scene.ask(f.SignSeen(sign=Sign.FIRE))
    assert desk.part(QWidget, "proposedService").isVisible()
    shift(desk, Qt.Key.Key_E)
    assert desk.ask.isVisible()


def test_that_without_a_proposal_its_keys_do_nothing(desk: Desk) -> None:
    before = len(desk.presenter.scene.incident.timeline)
    for key in (Qt.Key.Key_L, Qt.Key.Key_N, Qt.Key.Key_E):
        shift(desk, key)
    assert not desk.ask.isVisible()
    assert len(desk.presenter.scene.incident.timeline) == before


def test_that_people_are_counted_by_keyboard(desk: Desk) -> None:
    desk.press("8")
    desk.press("g")
    desk.enter()
    assert desk.ask.isVisible()
    for number in ("30", "2", "1"):
        desk.focused.setProperty("text", number)
        desk.press(Qt.Key.Key_Tab)
    desk.enter()
    counts = [e.fact for e in desk.presenter.scene.incident.timeline]
    counted = [fact for fact in counts if isinstance(fact, f.PeopleCounted)]
    assert [(each.unhurt, each.slightly, each.badly) for each in counted] == [(30, 2, 1)]


def test_that_a_bar_of_the_chart_leads_to_its_entry(desk: Desk) -> None:
    for number in range(80):
        desk.presenter.scene.ask(f.Note(text=f"Note {number}"))
    first = desk.presenter.scene.incident.timeline[0]
    desk.view._chart.entry_chosen.emit(first.id)
    assert desk.timeline.hasFocus() or desk.focused is desk.timeline
    assert desk.timeline.current_key() == first.id


def test_that_an_entry_that_only_mine_hides_is_found_all_the_same(desk: Desk) -> None:
    other = desk.stage.station("Desk 2", "Zhao Lin")
    stream = desk.presenter.scene.stream
    desk.stage.do(other, stream, f.Note(text="from the gate"))
    incident = desk.presenter.scene.incident
    desk.stage.until(lambda: any(e.author == "Zhao Lin" for e in incident.timeline))
    theirs = next(e for e in incident.timeline if e.author == "Zhao Lin")
    desk.part(QPushButton, "mine").click()
    desk.view._go_to_entry(theirs.id)
    assert desk.timeline.current_key() == theirs.id
