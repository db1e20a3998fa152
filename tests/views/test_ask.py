"""The bar that asks: fields as the question has them, an answer that stays until it is recorded."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.models import facts as f
from app.models.command import Refusal
from app.models.refusals import refuse
from app.presenters.asking import Answers, Field, Question
from app.presenters.part import Answered
from app.station.changed import Done
from app.views.ask import AskBar
from app.views.ask_fields import Sentence
from app.views.look import Look
from app.views.parts.typed_choice import TypedChoice
from tests.desk_harness import Stage
from tests.views.conftest import child
from tests.views.desks import Desk

KEY = Qt.Key
MANY = tuple((f"p{number}", f"Person {number}") for number in range(40))


class Asking:
    """A bar below a field that had the keyboard, and what was answered."""

    def __init__(self, qtbot: QtBot, look: Look) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        layout = QVBoxLayout(self.window)
        self.bar, self.line, self.elsewhere = AskBar(look), QLineEdit(), QLineEdit()
        for widget in (self.bar, self.line, self.elsewhere):
            layout.addWidget(widget)
        self.window.resize(1200, 300)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.line.setFocus()
        qtbot.waitUntil(self.line.hasFocus)
        self.answers: list[Answers] = []
        self.then: Answered = lambda _: None

    def ask(self, *fields: Field, **more: Any) -> None:
        question = Question(title="Title", do="Record", fields=fields, **more)
        self.bar.ask(lambda: question, self._take)

    def _take(self, answers: Answers, then: Answered) -> None:
        self.answers.append(answers)
        self.then = then

    def press(self, key: KEY) -> None:
        focused = self.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)

    def leave_list(self) -> None:
        """What was typed is meant as it stands: one more Esc would leave the question."""
        if QApplication.activePopupWidget() is not None:
            self.press(KEY.Key_Escape)

    def type(self, text: str) -> None:
        focused = self.window.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)


@pytest.fixture
def asking(qtbot: QtBot, look: Look) -> Asking:
    return Asking(qtbot, look)


def reason(value: str = "") -> Field:
    return Field(key="reason", label="Reason", value=value)


def test_that_the_first_field_has_the_keyboard_and_enter_answers(asking: Asking) -> None:
    asking.ask(reason())
    asking.type("fire")
    asking.press(KEY.Key_Return)
    assert asking.answers == [{"reason": "fire"}]
    asking.then(Done(stream="one", entries=()))
    assert asking.bar.isHidden()
    assert asking.line.hasFocus()


def test_that_enter_pressed_twice_answers_once(asking: Asking) -> None:
    asking.ask(reason())
    asking.press(KEY.Key_Return)
    asking.press(KEY.Key_Return)
    assert len(asking.answers) == 1


def test_that_a_refused_answer_can_be_given_again(asking: Asking) -> None:
    asking.ask(reason("old"))
    asking.press(KEY.Key_Return)
    asking.then(refuse("unchanged"))
    asking.type("new")
    asking.press(KEY.Key_Return)
    assert asking.answers[0]["reason"] == "old"
    assert "new" in asking.answers[1]["reason"]


def test_that_a_question_without_fields_is_answered_by_enter(asking: Asking) -> None:
    asking.ask()
    asking.press(KEY.Key_Return)
    assert asking.answers == [{}]


def test_that_enter_on_leave_leaves(asking: Asking) -> None:
    asking.ask()
    child(asking.bar, QPushButton, "askLeave").setFocus()
    asking.press(KEY.Key_Return)
    assert not asking.answers
    assert asking.bar.isHidden()


def test_that_few_options_are_picked_and_many_are_found_by_typing(asking: Asking) -> None:
    asking.ask(
        Field(key="few", label="Few", value="b", options=(("a", "One"), ("b", "Two"))),
        Field(key="many", label="Many", options=MANY),
    )
    few, many = (child(asking.bar, QComboBox, f"ask_{name}") for name in ("few", "many"))
    assert not few.isEditable()
    assert many.isEditable()
    assert many.currentText() == ""
    asking.press(KEY.Key_Tab)
    asking.type("Person 17")
    asking.press(KEY.Key_Return)
    assert asking.answers == [{"few": "b", "many": "p17"}]


def test_that_what_was_typed_before_stands_there_though_it_is_no_option(asking: Asking) -> None:
    lines = (("kerb", "Kerb"), ("wall", "Wall"))
    asking.ask(
        Field(key="line", label="Line", value="Along the trees", options=lines, free=True),
        Field(key="other", label="Other", value="wall", options=lines, free=True),
    )
    asking.press(KEY.Key_Return)
    assert asking.answers == [{"line": "Along the trees", "other": "wall"}]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("ye qing", "p1"), ("Qing", "p1"), ("Ye", "Ye"), ("Ye Qiu (off duty)", "p2"), ("Bo", "Bo")],
)
def test_that_a_part_of_the_words_is_enough_if_only_one_option_has_it(
    asking: Asking, typed: str, answer: str
) -> None:
    two = (("p1", "Ye Qing (off duty)"), ("p2", "Ye Qiu (off duty)"))
    asking.ask(Field(key="who", label="Whom", options=(*two, *MANY)))
    asking.type(typed)
    asking.leave_list()
    asking.press(KEY.Key_Return)
    assert asking.answers == [{"who": answer}]


def test_that_where_another_may_be_typed_a_part_of_an_option_is_another(asking: Asking) -> None:
    asking.ask(Field(key="by", label="Who", options=MANY, free=True))
    asking.type("Person")
    asking.leave_list()
    asking.press(KEY.Key_Return)
    assert asking.answers == [{"by": "Person"}]


def test_that_people_of_one_name_are_told_apart_by_which_was_picked(asking: Asking) -> None:
    same = tuple((f"p{number}", "Li Na") for number in range(9))
    asking.ask(Field(key="who", label="Who", options=same))
    child(asking.bar, QComboBox, "ask_who").setCurrentIndex(4)
    asking.press(KEY.Key_Return)
    assert asking.answers == [{"who": "p4"}]


def test_that_an_untouched_question_makes_room_for_the_next(asking: Asking) -> None:
    asking.ask(reason())
    asking.ask(Field(key="other", label="Other"))
    assert child(asking.bar, QLineEdit, "ask_other").hasFocus()
    asking.press(KEY.Key_Escape)
    assert asking.line.hasFocus()


DONE = Done(stream="one", entries=())


def test_that_an_answer_that_comes_late_closes_no_other_question(asking: Asking) -> None:
    asking.ask(reason("as it was"))
    asking.press(KEY.Key_Return)
    first = asking.then
    asking.ask(Field(key="other", label="Other"))
    asking.type("half a")
    first(DONE)
    assert not asking.bar.isHidden()
    asking.type(" word")
    asking.press(KEY.Key_Return)
    assert asking.answers[1] == {"other": "half a word"}


def test_that_a_refusal_that_comes_late_unlocks_no_other_question(asking: Asking) -> None:
    asking.ask(reason("as it was"))
    asking.press(KEY.Key_Return)
    first = asking.then
    asking.ask(Field(key="other", label="Other"))
    asking.type("x")
    asking.press(KEY.Key_Return)
    first(refuse("unchanged"))
    asking.press(KEY.Key_Return)
    assert len(asking.answers) == 2


@pytest.mark.parametrize("answer", [DONE, refuse("unchanged")])
def test_that_an_answer_leaves_the_keyboard_to_who_types_elsewhere(
    asking: Asking, answer: Done | Refusal
) -> None:
    asking.ask(reason("as it was"))
    asking.press(KEY.Key_Return)
    asking.elsewhere.setFocus()
    asking.type("half a")
    asking.then(answer)
    asking.type(" word")
    assert asking.elsewhere.text() == "half a word"


def test_that_where_the_keyboard_was_may_be_gone(asking: Asking, qtbot: QtBot) -> None:
    asking.ask(reason("as it was"))
    with qtbot.waitSignal(asking.line.destroyed):
        asking.line.deleteLater()
    asking.press(KEY.Key_Escape)
    assert asking.bar.isHidden()


def test_that_an_answer_may_come_when_the_desk_is_gone(asking: Asking, qtbot: QtBot) -> None:
    asking.ask(reason("as it was"))
    asking.press(KEY.Key_Return)
    with qtbot.waitSignal(asking.bar.destroyed):
        asking.bar.deleteLater()
    asking.then(DONE)


def test_that_in_a_narrow_window_the_fields_stand_below_each_other(
    asking: Asking, qtbot: QtBot
) -> None:
    asking.ask(reason(), Field(key="other", label="Other"), Field(key="third", label="Third"))
    wide = asking.bar.heightForWidth(1200)
    assert asking.bar.heightForWidth(500) > wide
    asking.window.resize(500, 400)
    first, third = (child(asking.bar, QLineEdit, f"ask_{n}") for n in ("reason", "third"))
    qtbot.waitUntil(
        lambda: (
            third.mapTo(asking.bar, third.rect().topLeft()).y()
            > first.mapTo(asking.bar, first.rect().topLeft()).y()
        )
    )


def test_that_what_the_question_was_made_of_comes_back_with_the_answers(asking: Asking) -> None:
    asking.ask(Field(key="place", label="Place", value="Gate"), unasked={"was_place": "Gate"})
    asking.type("Hall")
    asking.press(KEY.Key_Return)
    assert asking.answers == [{"was_place": "Gate", "place": "Hall"}]


def test_that_enter_in_the_list_takes_the_person_of_whom_a_part_was_typed(
    asking: Asking, qtbot: QtBot
) -> None:
    asking.ask(Field(key="by", label="Who", options=MANY, free=True))
    combo = child(asking.bar, TypedChoice, "ask_by")
    asking.type("17")
    qtbot.waitUntil(lambda: combo.found.marked() == "Person 17")
    asking.press(KEY.Key_Return)
    assert combo.currentText() == "Person 17"
    asking.press(KEY.Key_Return)
    assert asking.answers == [{"by": "p17"}]


def test_that_all_the_words_of_an_option_are_that_option_where_another_may_be_typed(
    asking: Asking,
) -> None:
    asking.ask(Field(key="by", label="Who", options=MANY, free=True))
    asking.type("person 30")
    asking.leave_list()
    asking.press(KEY.Key_Return)
    assert asking.answers == [{"by": "p30"}]


def test_that_all_words_of_a_call_sheet_are_in_view_to_be_read_out(
    qtbot: QtBot, look: Look, stage: Stage
) -> None:
    station = stage.station()
    desk = Desk(qtbot, look, stage, station, stage.open(station))
    for scale, size in ((1.0, (1920, 1036)), (1.0, (1366, 724)), (2.0, (1600, 1000))):
        look.set_scale(scale)
        desk.view.resize(*size)
        desk.press("e")
        desk.choose("call:119")
        qtbot.waitUntil(desk.ask.isVisible)
        for _ in range(5):
            QApplication.processEvents()
        found = desk.view.findChildren(Sentence, "ask_exact")
        exact = next(each for each in found if each.isVisible())  # not of the last question
        assert isinstance(exact, Sentence)
        assert "North gate" in exact.words()
        lines = exact.document().size().height()
        needed = lines * exact.fontMetrics().lineSpacing() + 2 * exact.document().documentMargin()
        assert exact.viewport().height() >= needed - 1, (scale, size)
        desk.escape()


def test_that_a_sentence_is_recorded_in_one_line_by_enter(
    qtbot: QtBot, look: Look, stage: Stage
) -> None:
    station = stage.station()
    desk = Desk(qtbot, look, stage, station, stage.open(station))
    desk.press("e")
    desk.choose("call:110")
    desk.part(Sentence, "ask_hazards").setFocus()
    QApplication.clipboard().setText("two cars\nburning")
    desk.part(Sentence, "ask_hazards").paste()
    desk.enter()
    assert isinstance(desk.last, f.ServiceCalled)
    assert dict(desk.last.sheet)["hazards"] == "two cars burning"
