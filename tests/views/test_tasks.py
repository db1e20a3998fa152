"""Tasks and zones by keyboard."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.models import facts as f
from app.views.look import Look
from tests.desk_harness import Stage
from tests.views.desks import Desk

KEY = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, look: Look, stage: Stage) -> Desk:
    station = stage.station()
    return Desk(qtbot, look, stage, station, stage.open(station))


def on_task(desk: Desk, key: str) -> None:
    desk.press("3")
    desk.tasks.go_to(key)


def on_zone(desk: Desk, key: str) -> None:
    desk.press("2")
    desk.zones.go_to(key)


def test_that_enter_ticks_a_task_and_s_skips_it_with_a_reason(desk: Desk) -> None:
    on_task(desk, "task:barrier")
    desk.enter()
    done = desk.last
    on_task(desk, "task:loudspeaker")
    desk.press("s")
    desk.type("none here")
    desk.enter()
    skipped = f.TaskSkipped(task="loudspeaker", reason="none here")
    assert (done, desk.last) == (f.TaskDone(task="barrier"), skipped)


def test_that_someone_is_told_told_with_words_or_not_reached(desk: Desk) -> None:
    on_task(desk, "told:manager")
    desk.press("x")
    assert desk.last == f.Notified(target="manager", told=False)
    desk.press("w")
    desk.type("he is coming")
    desk.enter()
    assert desk.last == f.Notified(target="manager", said="he is coming")
    on_task(desk, "told:order_head")
    desk.enter()
    assert desk.last == f.Notified(target="order_head")


def test_that_a_task_opens_its_plan_by_a_key_that_does_not_end_the_incident(desk: Desk) -> None:
    on_task(desk, "task:badly_hurt")
    desk.press("o")
    assert desk.part(QLabel, "askTitle").text() == "Declare the incident over"
    desk.escape()
    desk.press("g")
    assert desk.part(QLabel, "askTitle").text().startswith("Open an incident")


def test_that_a_key_of_tasks_does_nothing_to_a_notification(desk: Desk) -> None:
    on_task(desk, "told:manager")
    desk.press("s")
    assert not desk.ask.isVisible()


def test_that_n_adds_a_task_by_keyboard_alone(desk: Desk) -> None:
    desk.press("n")
    desk.type("Open the side gate")
    desk.press(KEY.Key_Tab)
    desk.type("Guo Ping")
    desk.press(KEY.Key_Tab)
    desk.type("10")
    desk.enter()
    fact = desk.last
    assert isinstance(fact, f.TaskAdded)
    assert (fact.text, fact.owner) == ("Open the side gate", "Guo Ping")
    assert fact.due == desk.stage.clock.wall() + timedelta(minutes=10)


def test_that_an_owner_picked_by_word_is_recorded_by_key(desk: Desk) -> None:
    desk.press("n")
    desk.type("Repair")
    desk.press(KEY.Key_Tab)
    desk.type("Engineering")
    desk.enter()
    assert isinstance(desk.last, f.TaskAdded)
    assert desk.last.owner == "engineering"


def test_that_an_owner_typed_at_the_pace_of_a_person_is_recorded_as_typed(desk: Desk) -> None:
    desk.press("n")
    desk.type("Repair")
    desk.press(KEY.Key_Tab)
    for letter in "Serv":
        desk.scan(letter)
        QTest.qWait(20)  # the list opens below
    desk.scan(KEY.Key_Escape)
    desk.enter()
    assert isinstance(desk.last, f.TaskAdded)
    assert desk.last.owner == "Serv"


def test_that_enter_takes_a_zone_to_its_next_step(desk: Desk) -> None:
    on_zone(desk, "tower_a")
    desk.enter()
    assert desk.last == f.ZoneCordoned(zone="tower_a")


def test_that_the_menu_of_a_zone_has_the_rest(desk: Desk) -> None:
    on_zone(desk, "tower_a")
    desk.zones.customContextMenuRequested.emit(QPoint(5, 5))
    desk.choose("expected")
    desk.type("118")
    desk.enter()
    assert desk.last == f.ZoneEvacuating(zone="tower_a", expected=118)


def test_that_releasing_asks_once_more(desk: Desk) -> None:
    on_zone(desk, "tower_a")
    desk.enter()
    before = desk.last
    desk.zones.go_to("tower_a")
    desk.zones.customContextMenuRequested.emit(QPoint(5, 5))
    desk.choose("release")
    assert desk.last == before
    desk.enter()
    assert desk.last == f.ZoneReleased(zone="tower_a")
