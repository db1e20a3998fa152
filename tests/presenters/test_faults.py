"""An unexpected error in one part is logged and shown, and the rest goes on."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, Signal, qWarning
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions

from app.presenters.faults import Faults
from app.station.programlog import start_program_log
from tests.live import on_qt, until


class Part(QObject):
    pressed = Signal()


def _break() -> None:
    raise KeyError("lost")


@pytest.fixture
def program_log(tmp_path: Path) -> Iterator[Path]:
    path = start_program_log(tmp_path)
    yield path
    for handler in logging.getLogger().handlers[:]:
        if getattr(handler, "baseFilename", "") == str(path):
            logging.getLogger().removeHandler(handler)
            handler.close()


def test_that_an_error_in_a_slot_is_shown_and_logged_and_the_next_slot_still_runs(
    qapp: QApplication, program_log: Path
) -> None:
    faults, part = Faults(), Part()
    shown: list[str] = []
    reached: list[bool] = []
    faults.happened.connect(shown.append)
    part.pressed.connect(_break)
    part.pressed.connect(lambda: reached.append(True))

    async def scenario() -> None:
        faults.install(asyncio.get_running_loop())
        try:
            QTimer.singleShot(0, part.pressed.emit)
            await until(lambda: shown)
            assert reached == [True]
        finally:
            faults.uninstall()

    with capture_exceptions():
        on_qt(qapp, scenario())
    assert "KeyError" in shown[0]
    logged = program_log.read_text("utf-8")
    assert "_break" in logged
    assert "Traceback" in logged


def test_that_an_error_in_a_forgotten_task_is_shown_too(
    qapp: QApplication, program_log: Path
) -> None:
    faults = Faults()
    shown: list[str] = []
    faults.happened.connect(shown.append)

    async def scenario() -> None:
        loop = asyncio.get_running_loop()
        faults.install(loop)
        try:
            loop.call_soon(_break)
            await until(lambda: shown)
        finally:
            faults.uninstall()

    with capture_exceptions():
        on_qt(qapp, scenario())
    assert "KeyError" in shown[0]


def test_that_qts_warnings_are_in_the_programs_log(qapp: QApplication, program_log: Path) -> None:
    faults = Faults()

    async def scenario() -> None:
        faults.install(asyncio.get_running_loop())
        try:
            qWarning("a signal without a slot")
        finally:
            faults.uninstall()

    on_qt(qapp, scenario())
    assert "a signal without a slot" in program_log.read_text("utf-8")
