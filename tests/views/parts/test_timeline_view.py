"""What one reads in the timeline stays where it is, and 10,000 entries cost what is in view."""

from __future__ import annotations

import time

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.presenters import roles
from app.views.look import Look
from app.views.parts.timeline_view import TimelineView
from tests.views.conftest import ListOfRows, Row, entry

LONG = "110 called by Zhao Lin: crowd of 35, calm, road half blocked; two cars sent. " * 3

NO_KEY = Qt.KeyboardModifier.NoModifier


def shown(qtbot: QtBot, look: Look, rows: list[Row]) -> tuple[TimelineView, ListOfRows]:
    view = TimelineView(look)
    qtbot.addWidget(view)
    model = ListOfRows(rows, view)
    view.setModel(model)
    view.resize(420, 500)
    view.show()
    qtbot.waitExposed(view)
    return view, model


def many(count: int) -> list[Row]:
    return [entry(str(at), LONG if at % 7 == 0 else f"Note {at}", bold=4) for at in range(count)]


def top_of(view: TimelineView, model: ListOfRows, key: str) -> int:
    at = next(at for at, row in enumerate(model.rows) if row[roles.KEY] == key)
    return view.visualRect(model.index(at)).top()


def wheel(view: TimelineView, notches: int) -> None:
    spot = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        spot, view.viewport().mapToGlobal(spot), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_that_it_opens_at_the_newest(qtbot: QtBot, look: Look) -> None:
    view, model = shown(qtbot, look, many(100))
    assert view.at_end()
    assert top_of(view, model, "99") > 0


def test_that_entries_from_elsewhere_never_move_what_one_reads(qtbot: QtBot, look: Look) -> None:
    view, model = shown(qtbot, look, many(200))
    wheel(view, 20)
    reading = view.first_key_in_view()
    before = top_of(view, model, reading)
    model.insert(0, entry("late", LONG))
    model.insert(len(model.rows), entry("new", LONG))
    model.insert(3, entry("also late"))
    assert view.first_key_in_view() == reading
    assert top_of(view, model, reading) == before


def test_that_at_the_end_it_stays_there_in_a_lower_or_narrower_view(
    qtbot: QtBot, look: Look
) -> None:
    view, model = shown(qtbot, look, many(100))
    for width, height in ((420, 300), (300, 300), (420, 600)):
        view.resize(width, height)
        assert view.at_end()
        assert top_of(view, model, "99") > 0


def test_that_it_follows_the_newest_while_nobody_is_at_it(qtbot: QtBot, look: Look) -> None:
    view, model = shown(qtbot, look, many(100))
    view.clearFocus()
    model.insert(len(model.rows), entry("new", LONG))
    assert view.at_end()
    assert top_of(view, model, "new") > 0


def test_that_at_the_end_it_stays_while_someone_reads_and_counts_what_came(
    qtbot: QtBot, look: Look
) -> None:
    view, model = shown(qtbot, look, many(100))
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    before, unseen = top_of(view, model, "99"), list[int]()
    view.unseen_changed.connect(unseen.append)
    model.insert(len(model.rows), entry("a"))
    model.insert(len(model.rows), entry("b"))
    assert top_of(view, model, "99") == before
    view.go_to_end()
    assert unseen == [1, 2, 0]


def test_that_an_entry_that_grows_moves_only_what_is_below(qtbot: QtBot, look: Look) -> None:
    view, model = shown(qtbot, look, many(100))
    wheel(view, 10)
    reading = view.first_key_in_view()
    at, before = int(reading), top_of(view, model, reading)
    model.change(at + 1, {roles.TITLE: LONG * 2})
    assert top_of(view, model, reading) == before


def test_that_a_correction_is_seen_as_such(qtbot: QtBot, look: Look) -> None:
    view, model = shown(qtbot, look, [entry("1", "He Yan at post P1")])
    before = view.grab().toImage()
    model.change(0, {roles.STRUCK: True, roles.CHIP: "corrected"})
    assert view.grab().toImage() != before


def test_that_keys_reach_every_entry(qtbot: QtBot, look: Look) -> None:
    view, _ = shown(qtbot, look, many(100))
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current_key() == "0"
    assert view.first_key_in_view() == "0"
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current_key() == "1"
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current_key() == "99"
    assert view.at_end()
    for _ in range(30):
        QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.current_key() == "69"
    assert not view.visualRect(view.currentIndex()).isEmpty()


def test_that_a_click_picks_the_entry_under_it(qtbot: QtBot, look: Look) -> None:
    view, model = shown(qtbot, look, many(100))
    spot = view.visualRect(model.index(97)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO_KEY, spot)
    assert view.current_key() == "97"


def test_that_the_bar_reaches_both_ends(qtbot: QtBot, look: Look) -> None:
    view, _ = shown(qtbot, look, many(100))
    bar = view.verticalScrollBar()
    bar.setValue(0)
    assert view.first_key_in_view() == "0"
    bar.setValue(bar.maximum())
    assert view.at_end()


def test_that_larger_text_keeps_ones_place(qtbot: QtBot, look: Look) -> None:
    view, _ = shown(qtbot, look, many(200))
    wheel(view, 20)
    reading = view.first_key_in_view()
    look.set_scale(2.0)
    assert view.first_key_in_view() == reading


def test_that_a_shorter_list_shows_again_from_its_start(qtbot: QtBot, look: Look) -> None:
    view, model = shown(qtbot, look, many(100))
    model.beginRemoveRows(model.index(-1), 2, 99)
    del model.rows[2:]
    model.endRemoveRows()
    assert view.first_key_in_view() == "0"


def test_that_an_emptied_list_is_shown_empty(qtbot: QtBot, look: Look) -> None:
    view, model = shown(qtbot, look, many(3))
    model.beginResetModel()
    model.rows.clear()
    model.endResetModel()
    assert view.current_key() == ""
    assert view.first_key_in_view() == ""
    assert not view.grab().isNull()


def test_that_two_megabytes_in_one_entry_do_not_stop_the_screen(qtbot: QtBot, look: Look) -> None:
    view, _ = shown(qtbot, look, [entry("big", "x" * 2_000_000)])
    begin = time.perf_counter()
    view.grab()
    assert time.perf_counter() - begin < 1


def test_that_ten_thousand_entries_are_asked_only_for_what_is_in_view(
    qtbot: QtBot, look: Look
) -> None:
    view, model = shown(qtbot, look, many(10_000))
    view.grab()
    assert len({at for at, _ in model.asked}) < 40
    model.asked.clear()
    model.insert(5000, entry("late"))
    wheel(view, 3)
    view.grab()
    assert len({at for at, _ in model.asked}) < 60
