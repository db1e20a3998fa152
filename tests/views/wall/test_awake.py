"""A wall keeps its screen from going dark: asked of a desktop that a stand-in plays."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import app

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="no session bus here"
)

SAVER = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

name, path = sys.argv[1:]
program = QCoreApplication([])


@ClassInfo({"D-Bus Interface": name})
class Saver(QObject):
    @Slot(str, str, result="uint")
    def Inhibit(self, who, why):
        print(who, why, flush=True)
        return 7


saver, line = Saver(), QDBusConnection.sessionBus()
line.registerObject(path, saver, QDBusConnection.RegisterOption.ExportAllSlots)
line.registerService(name)
print("here", flush=True)
program.exec()
"""

WALL = """
import sys
from PySide6.QtCore import QCoreApplication, QSocketNotifier
from app.views.wall.awake import stay_awake

program = QCoreApplication([])
end = stay_awake(look_every=100)
print("open", flush=True)
told = QSocketNotifier(0, QSocketNotifier.Type.Read)
told.activated.connect(program.quit)
program.exec()
end()
"""

SCREEN_SAVER = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver")
XFCE = (
    "org.freedesktop.PowerManagement.Inhibit", "/org/freedesktop/PowerManagement/Inhibit",
)  # fmt: skip


class Program:
    """One line of its output at a time."""

    def __init__(self, address: str, script: str, *words: str) -> None:
        self._running = subprocess.Popen(
            [sys.executable, "-c", script, *words], stdin=subprocess.PIPE, text=True,
            stdout=subprocess.PIPE, cwd=Path(app.__file__).parents[1],
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": address},
        )  # fmt: skip

    def line(self) -> str:
        assert self._running.stdout is not None
        return self._running.stdout.readline().strip()

    def end(self) -> int:
        self._running.communicate("\n", timeout=20)
        return self._running.returncode

    def kill(self) -> None:
        self._running.kill()
        self._running.communicate()


@contextmanager
def running(address: str, script: str, *words: str) -> Iterator[Program]:
    program = Program(address, script, *words)
    try:
        yield program
    finally:
        program.kill()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Of a session bus that nobody else uses."""
    place = f"unix:path={tmp_path / 'bus'}"
    command = ["dbus-daemon", "--session", "--nofork", f"--address={place}", "--print-address"]
    bus = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert bus.stdout is not None
    yield bus.stdout.readline().strip()
    bus.kill()
    bus.communicate()


@pytest.mark.parametrize("keeper", [SCREEN_SAVER, XFCE], ids=["GNOME and KDE", "Xfce"])
def test_that_the_desktop_is_asked_to_keep_the_screen(
    address: str, keeper: tuple[str, str]
) -> None:
    with running(address, SAVER, *keeper) as saver:
        assert saver.line() == "here"
        with running(address, WALL) as wall:
            assert wall.line() == "open"
            assert saver.line() == "Muster wall"
            assert wall.end() == 0


def test_that_a_desktop_that_comes_later_or_again_is_asked_too(address: str) -> None:
    with running(address, WALL) as wall:
        assert wall.line() == "open"
        for _ in range(2):
            with running(address, SAVER, *SCREEN_SAVER) as saver:
                assert saver.line() == "here"
                assert saver.line() == "Muster wall"
        assert wall.end() == 0


def test_that_a_wall_without_a_session_bus_is_shown_all_the_same() -> None:
    with running("unix:path=/nowhere", WALL) as wall:
        assert wall.line() == "open"
        assert wall.end() == 0
