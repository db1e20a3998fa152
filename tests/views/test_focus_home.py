"""The keyboard comes back from what is hidden, and page keys work wherever it is in the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.main import Surroundings
from app.models.levels import Level
from app.views.focus_home import FocusHome
from app.views.parts.chart_view import ChartView
from app.views.parts.key_button import KeyButton
from app.views.parts.row_view import RowView
from tests.live import a_stage, on_qt, open_incident, until
from tests.views.conftest import child
from tests.views.test_window import a_window

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


def buttons(qtbot: QtBot, names: str) -> tuple[QWidget, dict[str, QPushButton]]:
    window = QWidget()
    row = QHBoxLayout(window)
    made = {name: QPushButton(name, window) for name in names}
    for button in made.values():
        row.addWidget(button)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, made


def test_that_what_is_hidden_gives_the_keyboard_back_and_not_to_the_next_by_tab(
    qapp: QApplication, qtbot: QtBot
) -> None:
    window, made = buttons(qtbot, "abcd")
    otherwise: list[bool] = []
    FocusHome(qapp, window, lambda: otherwise.append(True))
    for name in "abc":
        made[name].setFocus()
    made["c"].hide()
    assert made["b"].hasFocus()
    made["b"].hide()
    assert made["a"].hasFocus()
    made["a"].hide()
    assert otherwise


def test_that_the_chart_gives_the_keyboard_back_and_keys_work_on_the_bottom_bar(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            stream = await open_incident(here, level=Level.IV)
            async with a_window(around, stage, here) as window:
                view = window.view
                view.resize(1366, 768)
                view.show_desk(stream)
                roster, chart = child(view, RowView, "roster"), view.findChild(ChartView)
                assert chart is not None
                await until(roster.hasFocus)
                QTest.keyClick(roster, KEY.Key_T, SHIFT)
                await until(chart.hasFocus)
                QTest.keyClick(chart, KEY.Key_T, SHIFT)
                await until(roster.hasFocus)
                assert not chart.isVisible()
                back = child(view, KeyButton, "back")
                for key, name in (
                    (KEY.Key_3, "tasks"),
                    (KEY.Key_5, "callList"),
                    (KEY.Key_1, "roster"),
                ):
                    back.setFocus()
                    QTest.keyClick(back, key)
                    await until(child(view, RowView, name).hasFocus)
                back.setFocus()
                QTest.keyClick(back, KEY.Key_T)
                await until(child(view, QWidget, "quick").hasFocus)
                QTest.keyClick(child(view, QWidget, "quick"), KEY.Key_3)
                assert child(view, QWidget, "quick").hasFocus()

    on_qt(qapp, scenario())
