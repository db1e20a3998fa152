"""What was typed stays until it is recorded, however slow the disk; and what follows stays too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.models.command import Refusal
from app.models.refusals import refuse
from app.presenters.part import Answered
from app.station.changed import Done
from app.views.look import Look
from app.views.sent_field import SentLine, SentNote

DONE = Done(stream="one", entries=())
REFUSED: Refusal = refuse("unchanged")
ENTER = Qt.Key.Key_Return


class Slow:
    """Answers when told to."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.answer: Answered = lambda _: None

    def __call__(self, text: str, then: Answered) -> None:
        self.sent.append(text)
        self.answer = then


@pytest.fixture
def slow() -> Slow:
    return Slow()


def note(qtbot: QtBot, look: Look, slow: Slow) -> SentNote:
    field = SentNote(slow, look)
    qtbot.addWidget(field)
    return field


def line(qtbot: QtBot, slow: Slow) -> SentLine:
    field = SentLine(slow)
    qtbot.addWidget(field)
    return field


def test_that_a_note_stays_until_it_is_recorded(qtbot: QtBot, look: Look, slow: Slow) -> None:
    field = note(qtbot, look, slow)
    QTest.keyClicks(field, "gate shut")
    QTest.keyClick(field, ENTER)
    assert slow.sent == ["gate shut"]
    assert field.toPlainText() == "gate shut"
    slow.answer(DONE)
    assert field.toPlainText() == ""


def test_that_a_refused_note_stays(qtbot: QtBot, look: Look, slow: Slow) -> None:
    field = note(qtbot, look, slow)
    QTest.keyClicks(field, "23:59 gate shut")
    QTest.keyClick(field, ENTER)
    slow.answer(REFUSED)
    assert field.toPlainText() == "23:59 gate shut"


def test_that_what_is_typed_meanwhile_stays_with_the_cursor_behind_it(
    qtbot: QtBot, look: Look, slow: Slow
) -> None:
    field = note(qtbot, look, slow)
    QTest.keyClicks(field, "first")
    QTest.keyClick(field, ENTER)
    QTest.keyClicks(field, "next")
    slow.answer(DONE)
    assert field.toPlainText() == "next"
    QTest.keyClicks(field, "!")
    assert field.toPlainText() == "next!"


def test_that_letters_beyond_the_first_plane_are_counted_as_the_field_counts_them(
    qtbot: QtBot, look: Look, slow: Slow
) -> None:
    field = note(qtbot, look, slow)
    field.setPlainText("𠮷野家 🔥 ")
    field.send()
    field.appendPlainText("next")
    slow.answer(DONE)
    assert field.toPlainText().strip() == "next"


def test_that_enter_pressed_twice_records_once(qtbot: QtBot, look: Look, slow: Slow) -> None:
    for field in (note(qtbot, look, slow), line(qtbot, slow)):
        slow.sent.clear()
        QTest.keyClicks(field, "once")
        QTest.keyClick(field, ENTER)
        QTest.keyClick(field, ENTER)
        assert slow.sent == ["once"]


def test_that_nothing_is_sent_of_an_empty_field(qtbot: QtBot, look: Look, slow: Slow) -> None:
    for field in (note(qtbot, look, slow), line(qtbot, slow)):
        QTest.keyClicks(field, "  ")
        QTest.keyClick(field, ENTER)
        assert not slow.sent


def test_that_shift_enter_begins_another_line(qtbot: QtBot, look: Look, slow: Slow) -> None:
    field = note(qtbot, look, slow)
    QTest.keyClicks(field, "a")
    QTest.keyClick(field, ENTER, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "b")
    QTest.keyClick(field, ENTER)
    assert slow.sent == ["a\nb"]


def test_that_a_line_keeps_what_is_typed_while_a_badge_is_read(qtbot: QtBot, slow: Slow) -> None:
    field = line(qtbot, slow)
    QTest.keyClicks(field, "Ma J")
    field.send_text("B109")
    assert slow.sent == ["B109"]
    slow.answer(REFUSED)
    assert field.text() == "Ma J"
    field.clear()
    field.send_text("B109")
    slow.answer(REFUSED)
    assert field.text() == "B109"


def test_that_what_was_refused_gives_way_to_what_is_typed_next(qtbot: QtBot, slow: Slow) -> None:
    field = line(qtbot, slow)
    QTest.keyClicks(field, "B999")
    QTest.keyClick(field, ENTER)
    slow.answer(REFUSED)
    QTest.keyClicks(field, "B")
    assert field.text() == "B"
    QTest.keyClicks(field, "998")
    QTest.keyClick(field, ENTER)
    slow.answer(REFUSED)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_that_what_was_left_half_typed_gives_way_when_the_keyboard_comes_back(
    qtbot: QtBot, slow: Slow
) -> None:
    desk = QWidget()
    qtbot.addWidget(desk)
    field, elsewhere = SentLine(slow, desk), QLineEdit(desk)
    desk.show()
    desk.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "Ma J")
    elsewhere.setFocus()
    field.setFocus()
    QTest.keyClicks(field, "B113")
    assert field.text() == "B113"


def test_that_esc_says_that_the_field_is_left_and_keeps_the_text(
    qtbot: QtBot, look: Look, slow: Slow
) -> None:
    for field in (note(qtbot, look, slow), line(qtbot, slow)):
        QTest.keyClicks(field, "half")
        with qtbot.waitSignal(field.left):
            QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.property("text") == "half"


@pytest.mark.parametrize("answer", [DONE, REFUSED])
def test_that_an_answer_may_come_when_the_field_is_gone(
    qtbot: QtBot, look: Look, slow: Slow, answer: Done | Refusal
) -> None:
    desk = QWidget()
    qtbot.addWidget(desk)
    for field in (SentNote(slow, look, desk), SentLine(slow, desk)):
        QTest.keyClicks(field, "gate shut")
        QTest.keyClick(field, ENTER)
        with qtbot.waitSignal(field.destroyed):
            field.deleteLater()
        slow.answer(answer)


def test_that_what_is_still_being_sent_is_not_kept_as_half_typed(
    qtbot: QtBot, look: Look, slow: Slow
) -> None:
    field = note(qtbot, look, slow)
    QTest.keyClicks(field, "gate shut")
    assert field.draft == "gate shut"
    QTest.keyClick(field, ENTER)
    QTest.keyClicks(field, " and locked")
    assert field.draft == " and locked"
