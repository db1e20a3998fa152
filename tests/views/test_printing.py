"""The desk asks what to print, says where it lies, and shows what takes longer than a second."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.models import facts as f
from app.models.decisions.fitness import NOTE_LIMIT
from app.models.prints import Form, PaperLanguage, Pressed
from app.presenters.print_stage import PRINT
from app.record.press import StationPress
from app.views.ask_fields import LongText
from app.views.desk import DeskView
from app.views.look import Look
from app.views.parts.row_view import RowView
from app.views.parts.timeline_view import TimelineView
from app.views.print_preview import PrintPreview
from app.views.printing import PrintingBand
from tests.desk_harness import Stage
from tests.views.desks import Desk


class SlowPress:
    def __init__(self) -> None:
        self.go = asyncio.Event()

    async def make(
        self, stream: str, form: Form, language: PaperLanguage, *, contacts: bool
    ) -> Pressed:
        await self.go.wait()
        fact = f.Printed(form=form, language=language, head="0" * 64, count=1, sha256="1" * 64,
                         contacts=contacts)  # fmt: skip
        return Pressed(pdf=stream.encode(), printed=fact)

    async def preview(
        self, stream: str, form: Form, language: PaperLanguage, *, contacts: bool
    ) -> list[bytes]:
        await self.go.wait()
        return [f"{stream} {form} {language} {contacts}".encode()]


def child(band: PrintingBand, name: str) -> QPushButton:
    found = band.findChild(QPushButton, name)
    assert found is not None
    return found


def test_that_the_desk_asks_and_then_says_where_the_print_lies(
    stage: Stage, look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    station = stage.station()
    desk = stage.desk(station, stage.open(station), press=StationPress(station))
    view = DeskView(desk, look)
    qtbot.addWidget(view)
    view.show()
    view.print_record()
    folder, form = view.findChild(QLineEdit, "ask_folder"), view.findChild(QComboBox, "ask_form")
    assert folder is not None
    assert form is not None
    folder.setText(str(tmp_path))
    form.setCurrentIndex(form.findData("staff"))
    QTest.keyClick(folder, Qt.Key.Key_Return)
    [file] = tmp_path.glob("*-staff-en.pdf")
    band = view.findChild(PrintingBand, "printing")
    assert band is not None
    assert band.isVisible()
    text = band.findChild(QLabel, "bandText")
    assert text is not None
    assert file.name in band.accessibleName()
    assert child(band, "openPrint").isVisible()
    child(band, "leavePrint").click()
    assert not band.isVisible()
    view.close_desk()


def test_that_what_takes_longer_than_a_second_shows_and_can_be_cancelled(
    stage: Stage, look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    del look
    station = stage.station()
    press = SlowPress()
    desk = stage.desk(station, stage.open(station), press=press)
    band = PrintingBand(desk.printing)
    qtbot.addWidget(band)
    stage.hold_answers()
    answers = {"form": "timeline", "language": "en", "folder": str(tmp_path), "contacts": ""}
    desk.printing.act("", PRINT, answers)
    assert not band.isVisible()
    qtbot.waitUntil(band.isVisible, timeout=5000)
    assert band.accessibleName() == "Printing Timeline, English"
    assert not child(band, "openPrint").isVisible()
    child(band, "leavePrint").click()
    assert not band.isVisible()
    press.go.set()
    stage.let_answers_go()
    assert list(tmp_path.glob("*.pdf")) == []


def test_that_a_sheet_is_typed_line_by_line_and_recorded_by_ctrl_enter(
    stage: Stage, look: Look, qtbot: QtBot
) -> None:
    station = stage.station()
    desk = stage.desk(station, stage.open(station))
    stage.clock.move(timedelta(hours=1))
    view = DeskView(desk, look)
    qtbot.addWidget(view)
    view.show()
    view.type_in_sheet()
    lines = view.findChild(LongText, "ask_lines")
    assert lines is not None
    QTest.keyClicks(lines, "06:10 gate shut")
    QTest.keyClick(lines, Qt.Key.Key_Return)
    QTest.keyClicks(lines, "06:20 all calm")
    assert not [e for e in desk.scene.incident.timeline if isinstance(e.fact, f.Note)]
    QTest.keyClick(lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    notes = [e.fact.text for e in desk.scene.incident.timeline if isinstance(e.fact, f.Note)]
    assert notes == ["gate shut", "all calm"]
    view.close_desk()


def test_that_one_begins_in_the_lines_and_a_wrong_one_is_marked(
    stage: Stage, look: Look, qtbot: QtBot
) -> None:
    station = stage.station()
    desk = Desk(qtbot, look, stage, station, stage.open(station))
    stage.clock.move(timedelta(hours=1))
    desk.view.type_in_sheet()
    lines = desk.part(LongText, "ask_lines")
    qtbot.waitUntil(lines.hasFocus)
    lines.setPlainText("06:10 gate shut\nall clam\n06:30 dark")
    QTest.keyClick(lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.ask.isVisible()
    assert lines.hasFocus()
    assert lines.textCursor().selectedText() == "all clam"
    desk.type("06:20 all calm")
    long = "x" * (NOTE_LIMIT + 1)
    lines.appendPlainText(f"06:40 {long}")
    QTest.keyClick(lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert lines.toPlainText() == f"06:40 {long}"
    assert lines.textCursor().selectedText() == f"06:40 {long}"
    desk.type("06:40 light")
    QTest.keyClick(lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.ask.isHidden()
    timeline = desk.presenter.scene.incident.timeline
    notes = [e.fact.text for e in timeline if isinstance(e.fact, f.Note)]
    assert notes == ["gate shut", "all calm", "dark", "light"]


@pytest.fixture
def looking(stage: Stage, look: Look, qtbot: QtBot, tmp_path: Path) -> Iterator[DeskView]:
    """A desk at which the pages of a print are looked at."""
    station = stage.station()
    stream = stage.tell(station, until=timedelta(minutes=9))
    desk = stage.desk(station, stream, press=StationPress(station))
    view = DeskView(desk, look)
    qtbot.addWidget(view)
    view.resize(1400, 900)
    view.show()
    qtbot.waitExposed(view)
    desk.printing.act("", PRINT, {"form": "timeline", "language": "en", "folder": str(tmp_path),
                                  "contacts": "", "look": "look"})  # fmt: skip
    yield view
    view.close_desk()


def preview(view: DeskView) -> PrintPreview:
    found = view.findChild(PrintPreview, "printPreview")
    assert found is not None
    return found


def test_that_the_pages_stand_in_place_of_the_parts_and_alarms_stay_in_view(
    looking: DeskView,
) -> None:
    roster, alarms = looking.findChild(RowView, "roster"), looking.findChild(QWidget, "alarms")
    assert roster is not None
    assert alarms is not None
    assert preview(looking).isVisible()
    assert not roster.isVisible()
    assert alarms.isVisible()
    assert preview(looking).sheet.count > 1
    assert preview(looking).hasFocus()


def test_that_enter_prints_what_one_looked_at(looking: DeskView, tmp_path: Path) -> None:
    QTest.keyClick(preview(looking), Qt.Key.Key_Return)
    assert len(list(tmp_path.glob("*-timeline-en.pdf"))) == 1
    assert not preview(looking).isVisible()


def test_that_esc_leaves_and_nothing_was_printed(looking: DeskView, tmp_path: Path) -> None:
    QTest.keyClick(preview(looking), Qt.Key.Key_Escape)
    assert not preview(looking).isVisible()
    roster = looking.findChild(RowView, "roster")
    assert roster is not None
    assert roster.isVisible()
    assert list(tmp_path.glob("*.pdf")) == []


def test_that_a_key_of_the_desk_leaves_the_pages_and_goes_there(looking: DeskView) -> None:
    QTest.keyClick(preview(looking), Qt.Key.Key_4)
    assert not preview(looking).isVisible()
    timeline = looking.findChild(TimelineView, "timeline")
    assert timeline is not None
    assert timeline.hasFocus()


def test_that_one_scrolls_and_looks_nearer_by_keyboard(looking: DeskView) -> None:
    pages, area = preview(looking), looking.findChild(QScrollArea, "printArea")
    assert area is not None
    wide = pages.sheet.width()
    QTest.keyClick(pages, Qt.Key.Key_End)
    assert area.verticalScrollBar().value() == area.verticalScrollBar().maximum()
    QTest.keyClick(pages, Qt.Key.Key_Plus)
    QTest.keyClick(pages, Qt.Key.Key_Plus)
    assert pages.sheet.width() > wide
    QTest.keyClick(pages, Qt.Key.Key_0)
    assert pages.sheet.width() == wide
