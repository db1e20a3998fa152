"""The roster by mouse and keyboard, row by row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.models import facts as f
from app.models.facts import AnyFact
from app.presenters import roles
from app.views.look import Look
from app.views.parts.key_button import KeyButton
from app.views.parts.row_delegate import RowDelegate
from tests.desk_harness import Stage
from tests.views.desks import Desk

KEY = Qt.Key
GUARD = "ma_jun"


@pytest.fixture
def desk(qtbot: QtBot, look: Look, stage: Stage) -> Desk:
    station = stage.station()
    made = Desk(qtbot, look, stage, station, stage.open(station))
    made.roster.go_to(GUARD)
    return made


def test_that_a_click_on_arrived_records_the_arrival(desk: Desk) -> None:
    view = desk.roster
    index, delegate = view.currentIndex(), view.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    spot = delegate.places(view.visualRect(index), index).button.center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert desk.last == f.Arrived(who=GUARD, name="Ma Jun")


@pytest.mark.parametrize(
    ("key", "fact"),
    [
        (KEY.Key_Return, f.Arrived(who=GUARD, name="Ma Jun")),
        ("a", f.Arrived(who=GUARD, name="Ma Jun")),
        ("k", f.Acknowledged(who=GUARD)),
        ("x", f.NoAnswer(who=GUARD)),
    ],
)
def test_that_a_key_records_at_once(desk: Desk, key: KEY | str, fact: AnyFact) -> None:
    desk.press(key)
    assert desk.last == fact


@pytest.mark.parametrize(
    ("key", "typed", "fact"),
    [
        ("w", "", f.OnTheWay(who=GUARD)),
        ("u", "on leave", f.Excused(who=GUARD, reason="on leave")),
        ("d", "", f.StoodDown(who=GUARD)),
        ("m", "", f.CommandTaken(who=GUARD, name="Ma Jun")),
    ],
)
def test_that_a_key_asks_first_where_words_are_needed_or_much_hangs_on_it(
    desk: Desk, key: str, typed: str, fact: AnyFact
) -> None:
    before = desk.last
    desk.press(key)
    assert desk.ask.isVisible()
    assert desk.last == before
    if typed:
        desk.type(typed)
    desk.enter()
    assert desk.last == fact
    assert desk.roster.hasFocus()


def test_that_after_an_arrival_the_keyboard_is_on_the_next_awaited(desk: Desk) -> None:
    model = desk.roster.model()
    following = model.index(desk.roster.currentIndex().row() + 1, 0).data(roles.KEY)
    desk.enter()
    assert desk.roster.current_key() == following


def test_that_a_key_that_does_not_fit_says_why(desk: Desk) -> None:
    desk.enter()
    desk.roster.go_to(GUARD)
    desk.press("k")
    assert desk.stage.refusals == ["already_arrived"]


def test_that_the_menu_of_a_row_shows_what_fits_with_its_keys(desk: Desk) -> None:
    desk.roster.customContextMenuRequested.emit(QPoint(5, 5))
    words = [action.text() for action in desk.menu().actions()]
    assert "Acknowledged\tK" in words
    desk.choose("acknowledged")
    assert desk.last == f.Acknowledged(who=GUARD)


def test_that_a_group_is_called_from_the_menu_and_one_person_by_a_part_of_the_name(
    desk: Desk,
) -> None:
    desk.presenter.roster.act(GUARD, "stood_down")
    desk.press("c")
    desk.choose("one")
    desk.type("Ma Jun (off duty)")
    desk.enter()
    assert isinstance(desk.last, f.CalledOut)
    assert desk.last.name == "Ma Jun"


def test_that_a_name_typed_in_the_badge_line_records_the_arrival(desk: Desk) -> None:
    desk.press("b")
    desk.type("Ma Jun")
    desk.enter()
    assert desk.last == f.Arrived(who=GUARD, name="Ma Jun")
    assert desk.badge.text() == ""
    desk.escape()
    assert desk.roster.hasFocus()


def test_that_an_unknown_name_stays_in_the_badge_line(desk: Desk) -> None:
    desk.press("b")
    desk.type("Nobody")
    desk.enter()
    assert desk.badge.text() == "Nobody"
    assert desk.stage.refusals == ["unknown_person"]


def test_that_a_badge_that_was_refused_does_not_spoil_the_next(desk: Desk) -> None:
    badge = desk.station.site.people[GUARD].badge
    desk.press("b")
    desk.type("B999")
    desk.enter()
    desk.escape()
    desk.press("b")
    desk.type(badge)
    desk.enter()
    assert desk.last == f.Arrived(who=GUARD, name="Ma Jun", by=f.ArrivedBy.BADGE)


def test_that_command_is_handed_over_by_one_key_once_the_commander_is_here(desk: Desk) -> None:
    desk.presenter.roster.act("zhao_lin", "arrived")
    assert not desk.part(KeyButton, "handOver").isVisible()
    desk.presenter.roster.act("chen_wei", "arrived")
    assert desk.part(KeyButton, "handOver").isVisible()
    desk.press("m")
    assert desk.part(QLabel, "askTitle").text() == "Hand the command to Chen Wei?"
    assert desk.part(KeyButton, "handOver").isVisible()
    desk.enter()
    assert desk.last == f.CommandHandedOver(who="chen_wei", name="Chen Wei", from_name="Zhao Lin")
    assert not desk.part(KeyButton, "handOver").isVisible()


def test_that_no_answer_is_followed_by_the_next_person_one_row_below(desk: Desk) -> None:
    desk.press("x")
    desk.roster.go_to(f"stand_in:{GUARD}")
    assert desk.roster.current_key() == f"stand_in:{GUARD}"


def test_that_the_header_counts_who_is_here_with_the_roster(desk: Desk) -> None:
    here, called = desk.part(QLabel, "here").text().split("/")
    desk.enter()
    assert desk.part(QLabel, "here").text() == f"{int(here) + 1}/{called}"
