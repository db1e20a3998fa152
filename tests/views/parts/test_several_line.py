"""Several options in one line, each found by typing a part of its words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.views.look import Look
from app.views.parts.several_line import SeveralLine
from tests.views.conftest import click_key

KEY = Qt.Key
ROLES = (
    ("commander", "Commander / Service-centre manager"),
    ("order", "Order-keeping guard"),
    ("lobby", "Lobby guard"),
    ("engineer", "Engineer"),
)


@pytest.fixture
def line(qtbot: QtBot, look: Look) -> SeveralLine:
    made = SeveralLine()
    qtbot.addWidget(made)
    made.set_options(ROLES)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def press(line: SeveralLine, *keys: Qt.Key | str) -> None:
    for key in keys:
        click_key(line.windowHandle(), key)
        QTest.qWait(20)  # as between two keys of a person


def test_that_each_is_found_by_a_part_and_the_next_is_typed_behind_it(line: SeveralLine) -> None:
    press(line, *"manager", KEY.Key_Return, *"engin", KEY.Key_Tab)
    assert line.text() == "Commander / Service-centre manager; Engineer; "
    assert line.keys() == ["commander", "engineer"]


def test_that_what_is_typed_stays_as_it_is_typed(line: SeveralLine) -> None:
    for count, letter in enumerate("guard", 1):
        press(line, letter)
        assert line.text() == "guard"[:count]
    press(line, KEY.Key_Return)
    assert line.keys() == ["guard"], "the word, for two roles have it; not the key"


def test_that_one_in_the_middle_is_replaced(line: SeveralLine) -> None:
    line.set_keys(["commander", "order", "engineer"])
    line.setCursorPosition(line.text().index("Order"))
    press(line, *[KEY.Key_Delete] * len("Order-keeping guard"), *"lobby", KEY.Key_Return)
    assert line.keys() == ["commander", "lobby", "engineer"]


def test_that_what_is_no_option_keeps_its_words(line: SeveralLine) -> None:
    line.set_keys(["office_head", "order"])
    assert line.keys() == ["office_head", "order"]


def test_that_in_another_language_the_same_are_chosen(line: SeveralLine) -> None:
    line.set_keys(["order", "engineer"])
    line.set_options((("order", "秩序维护员"), ("engineer", "工程师")))
    assert line.text() == "秩序维护员; 工程师"
    assert line.keys() == ["order", "engineer"]
