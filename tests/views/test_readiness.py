"""Readiness as people use it: the page by its key, the week by arrow keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit

from app.main import Surroundings
from app.views.ask_fields import Ticks
from app.views.look import Look
from app.views.parts.row_view import RowView
from app.views.parts.week_grid import WeekGrid
from app.views.print_preview import PrintPreview
from app.views.printing import PrintingBand
from tests.live import a_stage, on_qt, until
from tests.views.conftest import child
from tests.views.test_window import a_window

KEY = Qt.Key


def test_that_readiness_is_looked_at_by_keyboard_alone(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            async with a_window(around, stage, here) as window:
                view = window.view
                QTest.keyClick(view, KEY.Key_D, Qt.KeyboardModifier.ControlModifier)
                rows = child(view, RowView, "lacks")
                await until(rows.hasFocus)
                await until(lambda: rows.model().rowCount())
                grid, moment = (
                    child(view, WeekGrid, "weekGrid"),
                    child(view, QLabel, "readinessMoment"),
                )
                grid.setFocus()
                QTest.keyClick(grid, KEY.Key_Right)
                assert "as on" in moment.text()
                QTest.keyClick(grid, KEY.Key_N)
                assert moment.text() == "now"
                view.show_board()

    on_qt(qapp, scenario())


def test_that_in_large_text_a_key_turns_from_the_list_to_the_week(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            async with a_window(around, stage, here) as window:
                view = window.view
                view.rooms.show_readiness()
                rows, grid = child(view, RowView, "lacks"), child(view, WeekGrid, "weekGrid")
                await until(rows.hasFocus)
                QTest.keyClick(rows, KEY.Key_W)
                assert grid.hasFocus()
                assert rows.isVisible(), "both have room"
                QTest.keyClick(grid, KEY.Key_W)
                around.look.set_scale(2.0)
                await until(lambda: not grid.isVisible())
                assert rows.height() > 3 * rows.sizeHintForRow(0)
                QTest.keyClick(rows, KEY.Key_W)
                await until(grid.isVisible)
                assert grid.hasFocus()
                assert not rows.isVisible()
                QTest.keyClick(grid, KEY.Key_Escape)
                await until(rows.hasFocus)

    on_qt(qapp, scenario())
    around.look.set_scale(1.0)


def test_that_an_hour_is_chosen_by_arrow_and_by_click(qapp: QApplication, look: Look) -> None:
    grid = WeekGrid(look)
    grid.resize(600, 300)
    chosen: list[int] = []
    grid.hour_chosen.connect(chosen.append)
    grid.show_week((0,) * 168, chosen=-1, now=5)
    QTest.keyClick(grid, KEY.Key_Up)
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell(30).center())
    assert chosen == [(5 - 24) % 168, 30]
    grid.deleteLater()


def test_that_it_is_printed_by_keyboard_after_a_look_at_the_pages(
    around: Surroundings, qapp: QApplication, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()

    async def scenario() -> None:
        async with a_stage(tmp_path) as stage:
            here = await stage.station("A", "Ann")
            async with a_window(around, stage, here) as window:
                view = window.view
                QTest.keyClick(view, KEY.Key_D, Qt.KeyboardModifier.ControlModifier)
                rows = child(view, RowView, "lacks")
                await until(rows.hasFocus)
                QTest.keyClick(rows, KEY.Key_P)
                place = child(view, QLineEdit, "ask_folder")
                place.setText(str(folder))
                look = child(view, Ticks, "ask_look")
                look.findChildren(QCheckBox)[0].setChecked(True)
                QTest.keyClick(place, KEY.Key_Return)
                pages = child(view, PrintPreview, "printPreview")
                await until(pages.isVisible)
                assert not rows.isVisible()
                assert list(folder.iterdir()) == []
                QTest.keyClick(pages, KEY.Key_Return)
                await until(lambda: list(folder.glob("readiness-*.pdf")))
                band = child(view, PrintingBand, "printing")
                await until(band.isVisible)
                assert rows.isVisible()
                assert "readiness-" in band.accessibleName()
                QTest.keyClick(view, KEY.Key_P, Qt.KeyboardModifier.ControlModifier)
                assert child(view, QLineEdit, "ask_folder").text() == str(folder)
                view.show_board()

    on_qt(qapp, scenario())
