"""A badge reader types like a keyboard; what it types is told from what a person types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.badge_reader import GAP, BadgeReader, Burst, Verdict
from tests.views.conftest import click_key

READER, PERSON = 8.0, 120.0
"""Milliseconds between two keys."""


class Board(QWidget):
    """A window with a list of what its keys did, and a field."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.line = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pressed.append("Enter" if event.key() == Qt.Key.Key_Return else event.text())


class Typing:
    """Keys typed at one window, by a clock of its own."""

    def __init__(self, qtbot: QtBot) -> None:
        self.now = 1000.0
        self.board = Board()
        qtbot.addWidget(self.board)
        self.board.show()
        qtbot.waitExposed(self.board)
        self.board.activateWindow()
        self.board.setFocus()
        qtbot.waitUntil(self.board.hasFocus)
        self.reader = BadgeReader(lambda: self.now)
        self.scanned: list[str] = []
        self.typed: list[str] = []
        self.reader.scanned.connect(self.scanned.append)
        self.reader.typed.connect(self.typed.append)
        self.reader.attach(self.board)

    def keys(self, text: str, gap: float) -> None:
        """`\\n` is Enter."""
        for letter in text:
            self.now += gap
            key = Qt.Key.Key_Return if letter == "\n" else letter
            click_key(self.board.windowHandle(), key)


@pytest.fixture
def typing(qtbot: QtBot) -> Typing:
    return Typing(qtbot)


def test_that_a_badge_is_read_and_none_of_its_letters_does_anything(typing: Typing) -> None:
    typing.keys("B109\n", READER)
    assert typing.scanned == ["B109"]
    assert not typing.board.pressed


def test_that_a_key_of_a_person_does_what_it_does_a_moment_later(
    typing: Typing, qtbot: QtBot
) -> None:
    typing.keys("k", PERSON)
    assert not typing.board.pressed
    typing.now += PERSON
    qtbot.waitUntil(lambda: typing.board.pressed == ["k"])


def test_that_a_person_who_types_is_not_taken_for_a_badge(typing: Typing) -> None:
    typing.keys("klmno\n", PERSON)
    assert not typing.scanned
    assert typing.board.pressed == ["k", "l", "m", "n", "o", "Enter"]


def test_that_three_quick_keys_and_enter_are_a_persons(typing: Typing) -> None:
    typing.keys("klm\n", READER)
    assert not typing.scanned
    assert typing.board.pressed == ["k", "l", "m", "Enter"]


def test_that_a_readers_late_enter_does_not_answer_for_the_row_at_hand(typing: Typing) -> None:
    typing.keys("B109", READER)
    typing.keys("\n", 150)
    assert typing.scanned == ["B109"]
    assert not typing.board.pressed


def test_that_a_reader_without_enter_leaves_its_text_to_be_confirmed(
    typing: Typing, qtbot: QtBot
) -> None:
    typing.keys("B109", READER)
    typing.now += 1000
    qtbot.waitUntil(lambda: typing.typed == ["B109"])
    assert not typing.scanned
    assert not typing.board.pressed


def test_that_two_badges_one_after_the_other_are_two(typing: Typing) -> None:
    typing.keys("B109\n", READER)
    typing.keys("B110\n", READER)
    assert typing.scanned == ["B109", "B110"]


def test_that_a_text_field_gets_its_keys_at_once(typing: Typing) -> None:
    typing.board.line.setFocus()
    typing.keys("B109", READER)
    assert typing.board.line.text() == "B109"
    assert not typing.scanned


def test_that_keys_held_back_keep_their_order_when_one_opens_a_field(
    typing: Typing, qtbot: QtBot
) -> None:
    typing.keys("t", PERSON)
    typing.board.line.setFocus()
    typing.keys("ab", PERSON)
    assert typing.board.line.text() == "tab"


def test_that_keys_with_ctrl_and_arrows_pass_at_once(typing: Typing) -> None:
    window, ctrl = typing.board.windowHandle(), Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window, Qt.Key.Key_Down)
    assert len(typing.board.pressed) == 1
    QTest.keyClick(window, Qt.Key.Key_K, ctrl)
    assert len(typing.board.pressed) > 1


def test_that_nothing_is_held_back_after_it_was_detached(typing: Typing) -> None:
    typing.keys("k", PERSON)
    typing.reader.detach()
    assert typing.board.pressed == ["k"]
    typing.keys("B109\n", READER)
    assert not typing.scanned


def test_that_a_burst_is_judged_by_its_gaps() -> None:
    burst, at = Burst(), 0.0
    for letter in "B10":
        at += GAP
        assert burst.take(letter, at, enter=False) is Verdict.HOLD
    assert burst.take("9", at + GAP + 1, enter=False) is Verdict.PASS
    assert burst.take("9", at + GAP, enter=False) is Verdict.HOLD
    assert burst.take("", at + 2 * GAP, enter=True) is Verdict.BADGE


def test_that_a_space_in_a_badge_belongs_to_it() -> None:
    burst = Burst()
    for at, key in enumerate("0047 12"):
        assert burst.take(key, at * 5.0, enter=False) is Verdict.HOLD
    assert burst.take("", 40.0, enter=True) is Verdict.BADGE
    assert burst.clear() == "0047 12"


def test_that_a_person_typing_on_is_no_reader_even_after_four_quick_keys() -> None:
    burst = Burst()
    for at, key in enumerate("told"):
        burst.take(key, at * 20.0, enter=False)
    assert burst.take("h", 140.0, enter=False) is Verdict.PASS
