"""The standing reminders at the foot of the desk: whole, whatever the width and the text size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.views.look import Look
from tests.desk_harness import Stage
from tests.views.desks import Desk


@pytest.mark.parametrize(("width", "scale"), [(1600, 1.0), (1024, 1.0), (1280, 2.0)])
def test_that_the_principles_are_read_whole(
    qtbot: QtBot, look: Look, stage: Stage, width: int, scale: float
) -> None:
    look.set_scale(scale)
    station = stage.station()
    desk = Desk(qtbot, look, stage, station, stage.open(station))
    desk.view.resize(width, 900)
    QApplication.processEvents()
    reminders = desk.part(QLabel, "reminders")
    assert "People first: evacuate when needed." in reminders.text()
    assert reminders.isVisible()
    assert reminders.height() >= reminders.heightForWidth(reminders.width())
    assert desk.view.rect().contains(reminders.geometry())
