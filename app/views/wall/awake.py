"""Keeps the screen from going dark while the wall is shown, as the system has it."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable

_ES_CONTINUOUS, _ES_SYSTEM, _ES_DISPLAY = 0x80000000, 0x1, 0x2

_SAVER, _LINE, _PATIENCE = "org.freedesktop.ScreenSaver", "muster-wall", 500
"""The last in milliseconds: nobody waits for a desktop that does not answer."""

End = Callable[[], None]


def stay_awake() -> End:
    """Answers what ends it. Where the system cannot be asked, nothing happens."""
    if sys.platform == "win32":
        return _on_windows()
    if sys.platform == "darwin":
        return _on_mac()
    return _on_a_desktop()


def _nothing() -> None:
    """There is nothing to end."""


def _on_windows() -> End:
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  the type checker knows no Windows
    kernel.SetThreadExecutionState(_ES_CONTINUOUS | _ES_SYSTEM | _ES_DISPLAY)
    return lambda: kernel.SetThreadExecutionState(_ES_CONTINUOUS)


def _on_mac() -> End:
    """For as long as this process lives, whatever becomes of it."""
    program = shutil.which("caffeinate")
    if program is None:
        return _nothing
    running = subprocess.Popen([program, "-d", "-w", str(os.getpid())])  # noqa: S603  found above
    return running.terminate


def _on_a_desktop() -> End:
    """By a line of our own to the session's bus: what was asked over it ends with it."""
    from PySide6.QtDBus import QDBusConnection, QDBusInterface  # not on every system

    line = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _LINE)
    if not line.isConnected():
        QDBusConnection.disconnectFromBus(_LINE)
        return _nothing
    saver = QDBusInterface(_SAVER, "/org/freedesktop/ScreenSaver", _SAVER, line)
    saver.setTimeout(_PATIENCE)
    saver.call("Inhibit", "Muster", "wall")
    return lambda: QDBusConnection.disconnectFromBus(_LINE)
