"""Rows are answered by mouse and keyboard, and repainted no more than needed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from app.presenters import roles
from app.presenters.roles import Severity
from app.views.look import Look
from app.views.parts.row_delegate import RowDelegate
from app.views.parts.row_view import RowView
from tests.views.conftest import ListOfRows, Row

NO_KEY = Qt.KeyboardModifier.NoModifier


def row(key: str) -> Row:
    return {
        roles.KEY: key,
        roles.TITLE: f"Name of {key}",
        roles.SUBTITLE: "Order · off duty",
        roles.CHIP: "on the way",
        roles.CHIP_SEVERITY: Severity.SOON,
        roles.COUNTDOWN: "00:48",
        roles.COUNTDOWN_SEVERITY: Severity.SOON,
        roles.FRACTION: 0.9,
        roles.ACTION: "arrived",
        roles.ACTION_TEXT: "Arrived",
    }


def shown(qtbot: QtBot, look: Look, rows: list[Row]) -> tuple[RowView, ListOfRows]:
    view = RowView(look)
    qtbot.addWidget(view)
    model = ListOfRows(rows, view)
    view.setModel(model)
    view.resize(430, 300)
    view.show()
    qtbot.waitExposed(view)
    qtbot.waitUntil(lambda: bool(model.asked))
    return view, model


def places(view: RowView, at: int) -> tuple[QRect, QRect]:
    """Where the countdown and the button of a row are."""
    delegate, index = view.itemDelegate(), view.model().index(at, 0)
    assert isinstance(delegate, RowDelegate)
    found = delegate.places(view.visualRect(index), index)
    return found.countdown, found.button if not found.button.isEmpty() else found.box


def asked(view: RowView) -> list[tuple[str, str]]:
    seen: list[tuple[str, str]] = []
    view.action_requested.connect(lambda key, action: seen.append((key, action)))
    return seen


def click(qtbot: QtBot, view: RowView, point: QPoint) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO_KEY, point)


def test_that_a_click_on_the_button_asks_for_its_action(qtbot: QtBot, look: Look) -> None:
    view, _ = shown(qtbot, look, [row("ma"), row("li")])
    seen = asked(view)
    click(qtbot, view, places(view, 1)[1].center())
    assert seen == [("li", "arrived")]


def test_that_a_click_beside_the_button_asks_for_nothing(qtbot: QtBot, look: Look) -> None:
    view, _ = shown(qtbot, look, [row("ma")])
    seen = asked(view)
    click(qtbot, view, QPoint(40, 20))
    click(qtbot, view, places(view, 0)[0].center())
    assert not seen


def test_that_a_double_click_asks_once(qtbot: QtBot, look: Look) -> None:
    view, _ = shown(qtbot, look, [row("ma")])
    seen = asked(view)
    spot, left = places(view, 0)[1].center(), Qt.MouseButton.LeftButton
    QTest.mouseClick(view.viewport(), left, NO_KEY, spot)
    QTest.mouseDClick(view.viewport(), left, NO_KEY, spot)
    QTest.mouseRelease(view.viewport(), left, NO_KEY, spot)
    assert seen == [("ma", "arrived")]


def test_that_letting_go_on_another_row_asks_for_nothing(qtbot: QtBot, look: Look) -> None:
    view, _ = shown(qtbot, look, [row("ma"), row("li")])
    seen, left = asked(view), Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), left, NO_KEY, places(view, 0)[1].center())
    QTest.mouseRelease(view.viewport(), left, NO_KEY, places(view, 1)[1].center())
    assert not seen


def test_that_arrows_move_and_enter_or_space_asks(qtbot: QtBot, look: Look) -> None:
    view, _ = shown(qtbot, look, [row("ma"), row("li")])
    seen = asked(view)
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current_key() == "li"
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert seen == [("li", "arrived")] * 2


def test_that_a_row_without_a_button_asks_for_nothing(qtbot: QtBot, look: Look) -> None:
    view, _ = shown(qtbot, look, [row("ma") | {roles.ACTION: "", roles.ACTION_TEXT: ""}])
    seen = asked(view)
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert not seen


def test_that_ticking_a_box_asks_for_its_action(qtbot: QtBot, look: Look) -> None:
    view, _ = shown(qtbot, look, [row("t1") | {roles.CHECKED: False, roles.ACTION: "done"}])
    seen = asked(view)
    click(qtbot, view, places(view, 0)[1].center())
    assert seen == [("t1", "done")]


def test_that_a_button_in_a_row_is_a_target_of_40_pixels(qtbot: QtBot, look: Look) -> None:
    view, _ = shown(qtbot, look, [row("ma")])
    button = places(view, 0)[1]
    assert button.height() >= 40
    assert button.width() >= 40


def test_that_a_tick_repaints_countdowns_only_and_only_those_in_view(
    qtbot: QtBot, look: Look
) -> None:
    _view, model = shown(qtbot, look, [row(str(at)) for at in range(1000)])
    qtbot.wait(30)
    model.asked.clear()
    for at in (0, 1):
        model.rows[at] = model.rows[at] | {roles.COUNTDOWN: "00:47"}
    model.dataChanged.emit(model.index(0), model.index(999), sorted(roles.OF_THE_TICK))
    qtbot.waitUntil(lambda: any(role == roles.COUNTDOWN for _, role in model.asked))
    qtbot.wait(30)
    assert not [at for at, role in model.asked if role in (roles.TITLE, roles.CHIP)]
    assert {at for at, _ in model.asked} <= set(range(8))


def test_that_every_mark_is_painted_however_narrow_the_row(qtbot: QtBot, look: Look) -> None:
    long = "Head of the responsible unit"
    marked = row("ma") | {roles.WAITING: "waiting", roles.TITLE: long}
    marked[roles.CHIP_SEVERITY] = Severity.OVERDUE
    view, _ = shown(qtbot, look, [marked])
    view.resize(330, 100)
    image = view.grab().toImage()
    assert {look.tone(s).fill for s in (Severity.OVERDUE, Severity.WAITING)} <= colours(image)


def test_that_rows_are_of_one_height_that_grows_with_the_text(qtbot: QtBot, look: Look) -> None:
    delegate, model = RowDelegate(look), ListOfRows([row("ma")])
    before = delegate.sizeHint(QStyleOptionViewItem(), model.index(0)).height()
    look.set_scale(2.0)
    assert delegate.sizeHint(QStyleOptionViewItem(), model.index(0)).height() == 2 * before


def test_that_where_there_is_little_room_the_name_stays_and_the_button_goes(look: Look) -> None:
    delegate, model = RowDelegate(look), ListOfRows([row("ma")])
    usual = delegate.places(QRect(0, 0, 420, 56), model.index(0))
    assert not usual.button.isEmpty()
    narrow = delegate.places(QRect(0, 0, 280, 56), model.index(0))
    assert narrow.button.isEmpty()
    assert narrow.words.width() >= 120
    least = delegate.places(QRect(0, 0, 220, 56), model.index(0))
    assert least.words.width() >= 100
    assert least.countdown.width() >= 60
    assert least.words.right() < least.countdown.left()


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
