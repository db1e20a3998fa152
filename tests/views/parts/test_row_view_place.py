"""Rows that come, go or move elsewhere leave one's place, and never catch a press meant for
another row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.presenters.rows import Row, RowModel
from app.views.look import Look
from app.views.parts.row_delegate import RowDelegate
from app.views.parts.row_view import RowView

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
NO_KEY = Qt.KeyboardModifier.NoModifier


def a_row(key: str) -> Row:
    return Row(key=key, title=f"Name {key}", action="arrived", action_text="Arrived")


def rows(*numbers: int) -> list[Row]:
    return [a_row(f"{number:03}") for number in numbers]


def shown(qtbot: QtBot, look: Look, count: int = 60) -> tuple[RowView, RowModel]:
    view, model = RowView(look), RowModel(NOW)
    model.setParent(view)
    model.set_rows(rows(*range(count)))
    view.setModel(model)
    qtbot.addWidget(view)
    view.resize(400, 400)
    view.show()
    qtbot.waitExposed(view)
    return view, model


def top(view: RowView, model: RowModel, key: str) -> int:
    return view.visualRect(model.index(model.position(key))).top()


def held(view: RowView, model: RowModel, key: str, change: Callable[[], None]) -> bool:
    before = top(view, model, key)
    change()
    return top(view, model, key) == before


def scroll(view: RowView, pixels: int) -> None:
    view.verticalScrollBar().setValue(pixels)


def test_that_rows_that_come_and_go_above_do_not_move_what_one_reads(
    qtbot: QtBot, look: Look
) -> None:
    view, model = shown(qtbot, look)
    scroll(view, 56 * 20 + 10)
    others = [number for number in range(60) if number not in (3, 4)]
    assert held(view, model, "020", lambda: model.set_rows(rows(*others)))
    assert held(view, model, "020", lambda: model.set_rows(rows(*range(60))))
    moved = [*range(1, 60), 0]
    assert held(view, model, "020", lambda: model.set_rows(rows(*moved)))


def test_that_at_the_top_with_nobody_there_what_is_new_above_is_seen(
    qtbot: QtBot, look: Look
) -> None:
    view, model = shown(qtbot, look)
    view.clearFocus()
    model.set_rows([a_row("new"), *rows(*range(60))])
    assert top(view, model, "new") == 0


def test_that_the_row_with_the_keyboard_stays_where_it_is(qtbot: QtBot, look: Look) -> None:
    view, model = shown(qtbot, look)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.setCurrentIndex(model.index(4))
    change = [a_row("new"), *rows(*range(60))]
    assert held(view, model, "004", lambda: model.set_rows(change))
    assert view.current_key() == "004"


def done(number: int) -> Row:
    """Nothing is left to do about it; its menu takes it back."""
    return msgspec.structs.replace(undone(number), ended=True)


def test_that_a_row_done_by_keyboard_leaves_the_keyboard_to_the_next(
    qtbot: QtBot, look: Look
) -> None:
    view, model = shown(qtbot, look)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.setCurrentIndex(model.index(2))
    view.action_requested.connect(
        lambda key, _: model.set_rows([*rows(*(n for n in range(60) if n != int(key))), done(2)])
    )
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.current_key() == "003"
    assert model.position("002") == 59


def test_that_of_two_rows_the_one_left_has_the_keyboard_whichever_of_them_moved(
    qtbot: QtBot, look: Look
) -> None:
    for first in (0, 1):
        view, model = shown(qtbot, look, 2)
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        view.setCurrentIndex(model.index(first))
        view.note_answer()
        model.set_rows([*rows(1 - first), done(first)])
        assert view.current_key() == f"00{1 - first}"


def test_that_a_row_with_a_next_step_keeps_the_keyboard_wherever_it_goes(
    qtbot: QtBot, look: Look
) -> None:
    view, model = shown(qtbot, look)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.setCurrentIndex(model.index(40))
    step = msgspec.structs.replace(a_row("040"), action="next")
    view.action_requested.connect(
        lambda *_: model.set_rows([step, *rows(*(n for n in range(60) if n != 40))])
    )
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.current_key() == "040"
    assert top(view, model, "040") == 0


def test_that_enter_on_what_is_done_asks_for_nothing_but_says_so(qtbot: QtBot, look: Look) -> None:
    view, model = shown(qtbot, look, 2)
    model.set_rows([*rows(0), done(1)])
    asked: list[str] = []
    view.action_requested.connect(lambda key, _action: asked.append(key))
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.setCurrentIndex(model.index(1))
    with qtbot.waitSignal(view.ended_pressed):
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert not asked


def test_that_what_others_did_leaves_the_keyboard_to_the_most_urgent(
    qtbot: QtBot, look: Look
) -> None:
    view, model = shown(qtbot, look)
    view.setCurrentIndex(model.index(30))
    model.set_rows([*rows(*(n for n in range(60) if n != 30)), done(30)])
    assert view.current_key() == "000"
    assert top(view, model, "000") == 0
    view.setCurrentIndex(model.index(30))
    model.set_rows(rows(*(n for n in range(60) if n != 31)))
    assert view.current_key() == "000"


def test_that_what_came_in_above_while_the_keyboard_was_elsewhere_is_at_hand_on_coming_back(
    qtbot: QtBot, look: Look
) -> None:
    view, model = shown(qtbot, look)
    view.setCurrentIndex(model.index(30))
    view.clearFocus()
    model.set_rows([a_row("urgent"), *rows(*range(60))])
    assert view.current_key() == "030"
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert view.current_key() == "urgent"
    assert top(view, model, "urgent") == 0


def test_that_a_row_moved_by_others_keeps_the_keyboard(qtbot: QtBot, look: Look) -> None:
    view, model = shown(qtbot, look)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.setCurrentIndex(model.index(2))
    model.set_rows(rows(*[n for n in range(60) if n != 2], 2))
    assert view.current_key() == "002"


def test_that_a_key_just_after_others_took_the_row_away_asks_for_nothing(
    qtbot: QtBot, look: Look
) -> None:
    view, model = shown(qtbot, look)
    asked: list[str] = []
    view.action_requested.connect(lambda key, _action: asked.append(key))
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.setCurrentIndex(model.index(2))
    model.set_rows(rows(*[n for n in range(60) if n != 2]))
    assert not view.is_settled()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert not asked

    def answered() -> bool:
        QTest.keyClick(view, Qt.Key.Key_Return)
        return bool(asked)

    qtbot.waitUntil(answered)
    assert asked[0] != "002"


def test_that_who_answers_row_after_row_by_keyboard_need_not_wait(qtbot: QtBot, look: Look) -> None:
    view, model = shown(qtbot, look)
    left = list(range(60))

    def answer(key: str, _action: str) -> None:
        left.remove(int(key))
        model.set_rows(rows(*left))

    view.action_requested.connect(answer)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.setCurrentIndex(model.index(2))
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert 2 not in left
    assert 3 not in left


def test_that_a_row_moved_by_others_is_answered_at_once(qtbot: QtBot, look: Look) -> None:
    """The keyboard went with it."""
    view, model = shown(qtbot, look)
    asked: list[str] = []
    view.action_requested.connect(lambda key, _action: asked.append(key))
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.setCurrentIndex(model.index(2))
    model.set_rows(rows(*[n for n in range(60) if n != 2], 2))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert asked == ["002"]


def undone(number: int) -> Row:
    """The row once somebody has done it: its button now takes that back."""
    return msgspec.structs.replace(a_row(f"{number:03}"), action="undone", action_text="Undo")


def test_that_a_key_just_after_others_did_it_does_not_undo_it(qtbot: QtBot, look: Look) -> None:
    view, model = shown(qtbot, look, 4)
    asked: list[str] = []
    view.action_requested.connect(lambda _key, action: asked.append(action))
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.setCurrentIndex(model.index(1))
    model.set_rows([*rows(0, 2, 3), undone(1)])
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert not asked

    def answered() -> bool:
        QTest.keyClick(view, Qt.Key.Key_Return)
        return bool(asked)

    qtbot.waitUntil(answered)
    assert asked[0] == "undone"


def test_that_what_one_has_just_done_oneself_can_be_undone_at_once(
    qtbot: QtBot, look: Look
) -> None:
    view, model = shown(qtbot, look, 4)
    asked: list[str] = []

    def answer(_key: str, action: str) -> None:
        asked.append(action)
        model.set_rows([*rows(0), undone(1), *rows(2, 3)])

    view.action_requested.connect(answer)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.setCurrentIndex(model.index(1))
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert asked == ["arrived", "undone"]


def test_that_a_press_just_after_others_did_it_does_not_undo_it(qtbot: QtBot, look: Look) -> None:
    view, model = shown(qtbot, look, 4)
    asked: list[str] = []
    view.action_requested.connect(lambda _key, action: asked.append(action))
    delegate = view.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    spot = delegate.places(view.visualRect(model.index(1)), model.index(1)).button.center()
    point_at(view, spot)
    model.set_rows([*rows(0), undone(1), *rows(2, 3)])
    press(view, spot)
    assert not asked

    def pressed_later() -> bool:
        press(view, spot)
        return bool(asked)

    qtbot.waitUntil(pressed_later)
    assert asked == ["undone"]


def test_that_a_press_just_after_another_row_came_under_the_mouse_asks_for_nothing(
    qtbot: QtBot, look: Look
) -> None:
    view, model = shown(qtbot, look, 4)
    asked: list[str] = []
    view.action_requested.connect(lambda key, _action: asked.append(key))
    delegate = view.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    spot = delegate.places(view.visualRect(model.index(1)), model.index(1)).button.center()
    point_at(view, spot)
    model.set_rows(rows(0, 2, 3))
    press(view, spot)
    assert not asked

    def pressed_later() -> bool:
        press(view, spot)
        return bool(asked)

    qtbot.waitUntil(pressed_later)
    assert asked == ["002"]


def press(view: RowView, spot: QPoint) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO_KEY, spot)


def point_at(view: RowView, spot: QPoint) -> None:
    QCursor.setPos(view.viewport().mapToGlobal(spot))
    view.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert view.underMouse()
    none, at = Qt.MouseButton.NoButton, QPointF(spot)
    moved = QMouseEvent(QEvent.Type.MouseMove, at, QPointF(QCursor.pos()), none, none, NO_KEY)
    QApplication.sendEvent(view.viewport(), moved)


def test_that_a_key_brings_back_a_row_out_of_view_before_it_is_answered(
    qtbot: QtBot, look: Look
) -> None:
    view, model = shown(qtbot, look)
    asked: list[str] = []
    view.action_requested.connect(lambda key, _action: asked.append(key))
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.setCurrentIndex(model.index(2))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert asked == []
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert asked == ["002"]


def test_that_the_row_at_hand_is_in_view_once_the_keyboard_comes_back(
    qtbot: QtBot, look: Look
) -> None:
    view, model = shown(qtbot, look)
    view.setCurrentIndex(model.index(2))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
