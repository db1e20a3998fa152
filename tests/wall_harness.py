"""A wall on a station of a stage, with a clock that is moved by hand."""

from __future__ import annotations

from datetime import UTC, timedelta

from PySide6.QtCore import QSizeF

from app.presenters.reader import QtReader
from app.presenters.tick import Tick
from app.presenters.wall import WallPresenter
from app.presenters.wall_incident import WallIncident
from app.presenters.wall_screen import WallScreenPresenter
from app.station.reading import Reading
from app.station.station import Station
from app.station.wall_screen import WallScreen
from app.views.look import Look
from app.views.wall.ink import pixels_per_mm
from app.views.wall.window import WallWindow
from tests.desk_harness import Stage

HD, MM_55 = (1920, 1080), QSizeF(1217.6, 684.9)


class Watched:
    """What one screen of a wall shows of a station."""

    def __init__(
        self, stage: Stage, station: Station, screen: WallScreen | None = None, language: str = "en"
    ) -> None:
        self.stage, self.station = stage, station
        self.tick = Tick(stage.clock.wall)
        self.wall = WallPresenter(Reading(station), self.tick, QtReader(language, UTC))
        self.screen = WallScreenPresenter(self.wall, screen or WallScreen())
        self.windows: list[WallWindow] = []

    def one(self) -> WallIncident:
        """The incident that is shown."""
        (stream,) = self.screen.shown
        return self.screen.incident(stream)

    def wait(self, time: timedelta) -> None:
        self.stage.clock.move(time)
        self.tick.ticked.emit(self.stage.clock.wall())

    def window(self, look: Look, size: tuple[int, int] = HD) -> WallWindow:
        made = WallWindow(self.screen, look, pixels_per_mm(QSizeF(*size), MM_55))
        made.resize(*size)
        made.show()
        self.tick.ticked.emit(self.stage.clock.wall())
        self.windows.append(made)
        return made

    def close(self) -> None:
        for window in self.windows:
            window.release()
            window.hide()
            window.deleteLater()
        self.screen.close()
        self.wall.close()
