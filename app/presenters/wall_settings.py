"""What is shown on which screen, as a person sets it: remembered by the screen's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.station.wall_screen import Arrangement, WallPart, WallScreen

_tr = QCoreApplication.translate


class Remembered(Protocol):
    """Where settings are kept between starts."""

    def walls(self) -> Mapping[str, WallScreen]: ...
    def set_walls(self, walls: dict[str, WallScreen]) -> None: ...


class WallSettings(QObject):
    """A screen that was never set is on, with what is usual."""

    changed = Signal(str)
    """The name of a screen that is set otherwise now."""

    def __init__(self, remembered: Remembered) -> None:
        super().__init__()
        self._remembered = remembered

    def of(self, screen: str) -> WallScreen:
        return self._remembered.walls().get(screen, WallScreen())

    def set(self, screen: str, set_to: WallScreen) -> None:
        if set_to != self.of(screen):
            self._remembered.set_walls({**self._remembered.walls(), screen: set_to})
            self.changed.emit(screen)

    def set_part(self, screen: str, part: WallPart, *, shown: bool) -> None:
        """In the order of the parts, whatever order they were chosen in."""
        now = self.of(screen)
        kept = {*now.parts, part} if shown else {*now.parts} - {part}
        parts = tuple(each for each in WallPart if each in kept)
        self.set(screen, msgspec.structs.replace(now, parts=parts))


class Kept:
    """By the settings file of this machine."""

    def __init__(
        self,
        read: Callable[[], Mapping[str, WallScreen]],
        write: Callable[[dict[str, WallScreen]], None],
    ) -> None:
        self._read, self._write = read, write

    def walls(self) -> Mapping[str, WallScreen]:
        return self._read()

    def set_walls(self, walls: dict[str, WallScreen]) -> None:
        self._write(walls)


OFF = "off"


def arrangement_words() -> tuple[tuple[str, str], ...]:
    """(what is set, in words), `OFF` first."""
    return (
        (OFF, _tr("WallSettings", "nothing")),
        (Arrangement.TURN, _tr("WallSettings", "all incidents in turn")),
        (Arrangement.ONE, _tr("WallSettings", "the worst incident")),
        (Arrangement.MOSAIC, _tr("WallSettings", "a mosaic of up to twenty")),
    )


def part_words() -> tuple[tuple[WallPart, str], ...]:
    return (
        (WallPart.ROSTER, _tr("WallSettings", "roster")),
        (WallPart.ZONES, _tr("WallSettings", "zones")),
        (WallPart.PLAN, _tr("WallSettings", "site plan")),
        (WallPart.LATEST, _tr("WallSettings", "latest entries")),
    )
