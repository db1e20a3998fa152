"""Keeps the screen from going dark while the wall is shown, as the system has it."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

_ES_CONTINUOUS, _ES_SYSTEM, _ES_DISPLAY = 0x80000000, 0x1, 0x2

_BUS, _LINE = "org.freedesktop.DBus", "muster-wall"
LOOK_EVERY, _PATIENCE = 30_000, 500
"""Milliseconds: between looks, and for the bus to answer."""
_KEEPERS = {
    "org.freedesktop.ScreenSaver": "/org/freedesktop/ScreenSaver",
    "org.freedesktop.PowerManagement.Inhibit": "/org/freedesktop/PowerManagement/Inhibit",
}
"""Who darkens screens, and where each is asked: GNOME and KDE have the first, Xfce the second."""

End = Callable[[], None]


def stay_awake(look_every: int = LOOK_EVERY) -> End:
    """Answers what ends it. Where the system cannot be asked, nothing happens."""
    if sys.platform == "win32":
        return _on_windows()
    if sys.platform == "darwin":
        return _on_mac()
    return _on_a_desktop(look_every)


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


def _on_a_desktop(look_every: int) -> End:
    """By a line of our own to the session's bus: what was asked over it ends with it.

    A wall may begin before the desktop does, and run on when that is started anew: so whoever
    keeps the screen is looked for again and again, and asked once.
    """
    from PySide6.QtDBus import QDBusConnection  # not on every system

    line = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _LINE)
    if not line.isConnected():
        QDBusConnection.disconnectFromBus(_LINE)
        return _nothing
    asked: dict[str, str] = {}

    def look() -> None:
        for service in _KEEPERS:
            owner = _owner(line, service)
            if owner and asked.get(service) != owner:
                _ask(line, service)
            asked[service] = owner

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(look_every)
    look()

    def end() -> None:
        timer.stop()
        QDBusConnection.disconnectFromBus(_LINE)

    return end


# A `QDBusServiceWatcher` would tell of them; but the bus's own thread asks such an object for its
# type, for which Python has to be free, while Python waits for that thread: both stand still.


def _owner(line: QDBusConnection, service: str) -> str:
    """Who has that name on the bus now; empty if nobody has."""
    answer = line.call(_message(_BUS, "/", _BUS, "GetNameOwner", service), timeout=_PATIENCE)
    said = answer.arguments() if not answer.errorName() else []
    return str(said[0]) if said else ""


def _ask(line: QDBusConnection, service: str) -> None:
    line.send(_message(service, _KEEPERS[service], service, "Inhibit", "Muster", "wall"))


def _message(service: str, path: str, interface: str, method: str, *words: str) -> QDBusMessage:
    from PySide6.QtDBus import QDBusMessage

    made = QDBusMessage.createMethodCall(service, path, interface, method)
    made.setArguments(list(words))
    return made
