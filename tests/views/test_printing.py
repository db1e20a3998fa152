"""The desk asks what to print, says where it lies, and shows what takes longer than a second."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.models import facts as f
from app.models.prints import Form, PaperLanguage, Pressed
from app.presenters.printing import PRINT
from app.record.press import StationPress
from app.views.ask_fields import LongText
from app.views.desk import DeskView
from app.views.look import Look
from app.views.printing import PrintingBand
from tests.desk_harness import Stage


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
