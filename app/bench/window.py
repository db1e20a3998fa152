"""The program's own window for benches, off-screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from app.main import Surroundings, Window
from app.presenters.faults import Faults
from app.station.settings import SettingsFile
from app.station.station import Station
from app.station.supervisor import Supervisor
from app.views.parts.timeline_view import TimelineView

SIZE = (1600, 1000)
_ALWAYS_SAID = "does not support propagateSizeHints"
"""By the platform without a screen, of every window."""


def surroundings(above: Path) -> Surroundings:
    """English and dark, with settings in `above`."""
    qInstallMessageHandler(_pass_on)
    settings = SettingsFile(above / "settings.json")
    settings.change(language="en")
    return Surroundings(settings, Faults())


@contextmanager
def shown(around: Surroundings, station: Station, supervisor: Supervisor) -> Iterator[Window]:
    window = Window(around, station, supervisor)
    window.view.resize(*SIZE)
    window.view.show()
    try:
        yield window
    finally:
        window.close()


def timeline(window: Window) -> TimelineView:
    """Of the desk that is shown."""
    view = window.view.findChild(TimelineView)
    assert isinstance(view, TimelineView)  # noqa: S101  every desk has one
    return view


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if _ALWAYS_SAID not in message:
        print(message, file=sys.stderr)
