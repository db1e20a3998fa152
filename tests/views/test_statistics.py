"""Statistics as people use them: by key, with a table that can be saved, in large text too."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from app.main import Surroundings
from app.models import facts as f
from app.views.look import Look
from app.views.parts.bars_view import BarsView, two_lines
from app.views.statistics import StatisticsView
from tests.live import a_stage, do, on_qt, open_incident, until
from tests.views.conftest import child
from tests.views.test_window import a_window

KEY = Qt.Key


def choose(view: QWidget, table: QTableView, path: Path) -> None:
    """Where it is saved, in the window that S opens."""
    QTest.keyClick(table, KEY.Key_S)
    dialog = view.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_that_statistics_are_looked_at_and_saved_by_keyboard(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            stream = await open_incident(here)
            for who in list(here.incidents[stream].call_outs):
                await do(here, stream, f.Arrived(who=who))
            async with a_window(around, stage, here) as window:
                view = window.view
                QTest.keyClick(view, KEY.Key_T, Qt.KeyboardModifier.ControlModifier)
                table = child(view, QTableView, "statisticsTable")
                await until(table.hasFocus)
                await until(lambda: table.model().rowCount() > 3)
                QTest.keyClick(table, KEY.Key_4)
                assert table.model().rowCount() == 1
                assert child(view, QPushButton, "byMonth").isChecked()
                QTest.keyClick(table, KEY.Key_Slash)
                when = child(view, QLineEdit, "statisticsWhen")
                assert when.hasFocus()
                QTest.keyClicks(when, "1999")
                QTest.keyClick(when, KEY.Key_Return)
                await until(lambda: table.model().rowCount() == 0)
                choose(view, table, tmp_path / "out.csv")
                said = child(view, QLabel, "panelSubtitle")
                await until(lambda: said.text().endswith("out.csv"))
                assert (tmp_path / "out.csv").read_text("utf-8-sig").startswith("Month,")
                (tmp_path / "folder.csv").mkdir()
                for where in ("no/out.csv", "folder.csv"):  # no file can stand at either
                    said.setText("")
                    choose(view, table, tmp_path / where)
                    await until(lambda: "could not be saved" in said.text())
                assert list(tmp_path.glob("*.part")) == []  # noqa: ASYNC240  nothing else runs

    on_qt(qapp, scenario())


def test_that_where_there_is_room_for_one_a_key_turns_from_table_to_chart(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            stream = await open_incident(here)
            for who in list(here.incidents[stream].call_outs):
                await do(here, stream, f.Arrived(who=who))
            async with a_window(around, stage, here) as window:
                view = window.view
                view.rooms.show_statistics()
                table = child(view, QTableView, "statisticsTable")
                bars = child(view, BarsView, "bars")
                await until(lambda: table.isVisible() and bars.isVisible())
                view.resize(1400, 560)
                await until(lambda: not bars.isVisible())
                QTest.keyClick(child(view, StatisticsView, "statistics"), KEY.Key_C)
                await until(lambda: bars.isVisible() and not table.isVisible())

    on_qt(qapp, scenario())


def test_that_whoever_goes_elsewhere_ends_what_is_reckoned(
    around: Surroundings, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind the desk of an incident nobody waits for a year's statistics."""

    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            begun, ended = asyncio.Event(), asyncio.Event()

            async def catch_up() -> int:
                begun.set()
                try:
                    await asyncio.Event().wait()
                finally:
                    ended.set()
                return 0

            async with a_window(around, stage, here) as window:
                monkeypatch.setattr(here.archive, "catch_up", catch_up)
                window.view.rooms.show_statistics()
                await until(begun.is_set)
                window.view.rooms.show_board()
                await until(ended.is_set)

    on_qt(qapp, scenario())


@pytest.mark.parametrize(
    "name", ["Head of the reception office", "信访接待中心主要负责人", "x" * 90]
)
def test_that_names_below_bars_stand_on_two_lines_and_keep_their_ends(
    qapp: QApplication, look: Look, name: str
) -> None:
    metrics = QFontMetrics(look.font(12))
    room = metrics.horizontalAdvance(name) // 2 + 20
    lines = two_lines(name, metrics, room)
    assert len(lines) == 2
    assert all(metrics.horizontalAdvance(line) <= room + 2 for line in lines)
    assert two_lines(name, metrics, 10_000) == [name]
    assert lines[1][-1] == name[-1]
