"""A wall on a station of a stage, with a clock that is moved by hand."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import UTC, timedelta, tzinfo
from functools import cache

from PySide6.QtCore import QBuffer, QPoint, QSizeF
from PySide6.QtGui import QPainter, QRawFont
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from app.presenters.reader import QtReader
from app.presenters.tick import Tick
from app.presenters.wall import WallPresenter
from app.presenters.wall_incident import WallIncident
from app.presenters.wall_screen import WallScreenPresenter
from app.station.reading import Reading
from app.station.station import Station
from app.station.wall_screen import WallScreen
from app.views import fonts
from app.views.look import Look
from app.views.wall.ink import LETTER, pixels_per_mm
from app.views.wall.window import WallWindow
from tests.desk_harness import Stage

HD, MM_55, MM_23 = (1920, 1080), QSizeF(1217.6, 684.9), QSizeF(508, 286)


class Watched:
    """What one screen of a wall shows of a station."""

    def __init__(
        self, stage: Stage, station: Station, screen: WallScreen | None = None,
        language: str = "en", zone: tzinfo = UTC,
    ) -> None:  # fmt: skip
        self.stage, self.station = stage, station
        self.tick = Tick(stage.clock.wall)
        self.wall = WallPresenter(Reading(station), self.tick, QtReader(language, zone))
        self.screen = WallScreenPresenter(self.wall, screen or WallScreen())
        self.windows: list[WallWindow] = []

    def one(self) -> WallIncident:
        """The incident that is shown."""
        (stream,) = self.screen.shown
        return self.screen.incident(stream)

    def wait(self, time: timedelta) -> None:
        self.stage.clock.move(time)
        self.tick.ticked.emit(self.stage.clock.wall())

    def window(self, look: Look, size: tuple[int, int] = HD, mm: QSizeF = MM_55) -> WallWindow:
        made = WallWindow(self.screen, look, pixels_per_mm(QSizeF(*size), mm))
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


# How high letters are -----------------------------------------------------------------------------


def texts(widget: QWidget) -> Iterator[tuple[str, float, bool]]:
    """(text, pixels of the font, whether it is monospaced) of all that is painted as text."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    svg = QSvgGenerator()
    svg.setOutputDevice(buffer)
    svg.setSize(widget.size())
    svg.setResolution(96)
    painter = QPainter(svg)
    widget.render(painter, QPoint())
    painter.end()
    for text in ET.fromstring(bytes(buffer.data().data()).decode()).iter(  # noqa: S314  our own
        "{http://www.w3.org/2000/svg}text"
    ):
        said = "".join(text.itertext()).strip()
        if said:
            yield (
                said,
                float(text.attrib["font-size"]),
                text.attrib["font-family"].startswith("Muster Mono"),
            )


@cache
def capitals(*, mono: bool) -> float:
    """As a part of the font's size."""
    return QRawFont.fromFont(fonts.font(1000, mono=mono)).capHeight() / 1000


def too_small(window: QWidget, per_mm: float) -> list[tuple[str, float]]:
    """What is lower than 19 mm, and how high its capitals are."""
    found = [(said, pixels * capitals(mono=mono) / per_mm) for said, pixels, mono in texts(window)]
    assert len(found) > 5
    return [(said, high) for said, high in found if high < LETTER - 0.01]
