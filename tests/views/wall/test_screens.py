"""What the screens of a machine are called, as they come and go."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QObject, QRect, QSizeF, Signal
from PySide6.QtGui import QGuiApplication

from app.views.wall.screens import Screens


class Television(QObject):
    """As Qt tells of one."""

    geometryChanged = Signal(QRect)  # noqa: N815  Qt's own name

    def __init__(self, name: str, serial: str = "") -> None:
        super().__init__()
        self._name, self._serial = name, serial

    def name(self) -> str:
        return self._name

    def serialNumber(self) -> str:  # noqa: N802  Qt's own name
        return self._serial

    def geometry(self) -> QRect:
        return QRect(0, 0, 1920, 1080)

    def physicalSize(self) -> QSizeF:  # noqa: N802  Qt's own name
        return QSizeF(1217.6, 684.9)


class Machine(QObject):
    """Into which screens are plugged."""

    screenAdded = Signal(QObject)  # noqa: N815  Qt's own name
    screenRemoved = Signal(QObject)  # noqa: N815  Qt's own name

    def __init__(self, *screens: Television) -> None:
        super().__init__()
        self.plugged = list(screens)

    def screens(self) -> list[Television]:
        return list(self.plugged)

    def plug(self, screen: Television) -> None:
        self.plugged.append(screen)
        self.screenAdded.emit(screen)

    def unplug(self, screen: Television) -> None:
        self.plugged.remove(screen)
        self.screenRemoved.emit(screen)


def names(screens: Screens) -> list[str]:
    return [place.name for place in screens.all()]


def on(machine: Machine) -> Screens:
    return Screens(cast("QGuiApplication", machine))


def test_that_two_of_a_kind_keep_their_names_when_the_first_is_switched_off_and_on() -> None:
    first, second = Television("TV"), Television("TV")
    machine = Machine(first, second)
    screens = on(machine)
    assert names(screens) == ["TV", "TV 2"]
    machine.unplug(first)
    assert names(screens) == ["TV 2"]
    machine.plug(Television("TV"))
    assert names(screens) == ["TV 2", "TV"]


@pytest.mark.parametrize("back", ["A", "B"])
def test_that_of_two_of_a_kind_each_is_known_again_by_its_serial_number(back: str) -> None:
    televisions = [Television("TV", "A"), Television("TV", "B")]
    machine = Machine(*televisions)
    screens = on(machine)
    before = dict(zip("AB", names(screens), strict=True))
    for television in televisions:
        machine.unplug(television)
    assert names(screens) == []
    machine.plug(Television("TV", back))
    assert names(screens) == [before[back]]


def test_that_a_screen_without_a_name_has_one() -> None:
    assert names(on(Machine(Television(""), Television("")))) == ["screen", "screen 2"]


def test_that_it_is_told_when_one_comes_goes_or_has_another_size() -> None:
    machine = Machine(first := Television("TV"))
    screens = on(machine)
    told: list[int] = []
    screens.changed.connect(lambda: told.append(len(screens.all())))
    machine.plug(second := Television("TV"))
    second.geometryChanged.emit(QRect())
    machine.unplug(first)
    assert told == [2, 2, 1]
