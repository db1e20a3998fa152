"""A choice among many, typed at the pace of a person: the list opens between the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.look import Look
from app.views.parts.typed_choice import TypedChoice
from tests.views.conftest import click_key

KEY = Qt.Key
ROLES = (
    "Deputy head of security",
    "Head of security",
    "Head of the branch",
    "Service-centre manager",
    "Service",
    "刘洋（保安主管）",
    "刘洋（保安）",
    "刘敏（工程）",
)


class Typing:
    """A choice and a line below it; keys go through the window, as from a keyboard."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.choice, self.next = TypedChoice(), QLineEdit()
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.choice)
        layout.addWidget(self.next)
        for role in ROLES:
            self.choice.addItem(role, role.upper())
        self.choice.setCurrentIndex(-1)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.choice.setFocus()
        qtbot.waitUntil(self.choice.hasFocus)

    def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            click_key(self.window.windowHandle(), key)
            self.pause()

    def compose(self, text: str) -> None:
        """As an input method writes it."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        focused = QApplication.focusObject()
        assert focused is not None
        QCoreApplication.sendEvent(focused, event)
        self.pause()

    def pause(self) -> None:
        """Timers run and lists open, as between two keys of a person."""
        QTest.qWait(20)

    @property
    def text(self) -> str:
        return self.choice.currentText()

    @property
    def found(self) -> str:
        """What Enter would take; "" if no list is open."""
        return self.choice.found.marked() if self.choice.found.is_shown() else ""


@pytest.fixture
def typing(qtbot: QtBot, look: Look) -> Typing:
    return Typing(qtbot)


@pytest.mark.parametrize("word", ["Head", "Service", "head of the br", "xyz"])
def test_that_what_is_typed_stays_as_it_is_typed(typing: Typing, word: str) -> None:
    for count, letter in enumerate(word, 1):
        typing.press(letter)
        assert typing.text == word[:count]


def test_that_backspace_takes_away_one_letter(typing: Typing) -> None:
    typing.press(*"Head", KEY.Key_Backspace, KEY.Key_Backspace, "a")
    assert typing.text == "Hea"
    typing.press(*"d of the")
    assert typing.found == "Head of the branch"
    typing.press(*[KEY.Key_Backspace] * 11)
    assert (typing.text, typing.found) == ("", "")


def test_that_names_in_chinese_are_found_by_a_part(typing: Typing) -> None:
    typing.compose("刘")
    typing.compose("洋")
    typing.compose("（保安主")
    assert (typing.text, typing.found) == ("刘洋（保安主", "刘洋（保安主管）")
    typing.press(*[KEY.Key_Backspace] * 5)
    assert (typing.text, typing.found) == ("刘", "")
    typing.press(*[KEY.Key_Down] * 3, KEY.Key_Return)
    assert typing.choice.currentData() == ROLES[7].upper()


def test_that_enter_takes_the_marked_one_and_tab_goes_on_as_well(typing: Typing) -> None:
    typing.press(*"branch", KEY.Key_Return)
    assert (typing.text, typing.choice.currentIndex()) == ("Head of the branch", 2)
    assert typing.choice.hasFocus()
    typing.press(*[KEY.Key_Backspace] * 20)
    typing.press(*"manag", KEY.Key_Tab)
    assert (typing.text, typing.choice.currentIndex()) == ("Service-centre manager", 3)
    assert typing.next.hasFocus()


def test_that_looking_through_the_list_writes_nothing(typing: Typing) -> None:
    typing.press(*"head", KEY.Key_Down, KEY.Key_Down)
    assert (typing.text, typing.found) == ("head", "Head of security")
    typing.press(*" of")
    assert typing.text == "head of"


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Tab])
def test_that_a_part_that_fits_several_settles_on_none_of_them(typing: Typing, key: KEY) -> None:
    typing.press(*"head")
    assert typing.choice.found.is_shown()
    assert typing.found == ""
    typing.press(key)
    assert (typing.text, typing.choice.currentIndex()) == ("head", -1)


def test_that_the_only_one_stays_marked_whichever_arrow_is_pressed(typing: Typing) -> None:
    typing.press(*"branch", KEY.Key_Down, KEY.Key_Down, KEY.Key_Up, KEY.Key_Return)
    assert typing.text == "Head of the branch"


def test_that_escape_leaves_what_was_typed(typing: Typing) -> None:
    typing.press(*"Head", KEY.Key_Escape)
    assert (typing.text, typing.found) == ("Head", "")
    typing.press(KEY.Key_Tab)
    assert typing.text == "Head"


def test_that_the_one_of_just_these_words_comes_first(typing: Typing) -> None:
    typing.press(*"service")
    assert typing.found == "Service"


def test_that_nothing_opens_where_all_was_typed(typing: Typing) -> None:
    typing.press(*"Head of the branc")
    assert typing.found == "Head of the branch"
    typing.press("h")
    assert typing.found == ""


def test_that_a_click_takes_one_of_the_list(typing: Typing) -> None:
    typing.press(*"head")
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QAbstractItemView)
    third = shown.visualRect(shown.model().index(2, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=third)
    assert typing.text == "Head of the branch"


def test_that_the_list_goes_with_the_field(typing: Typing) -> None:
    typing.press(*"head")
    typing.choice.hide()
    assert QApplication.activePopupWidget() is None
