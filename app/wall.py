"""Puts the wall together: from a station that is only read, on all screens that it is set for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.presenters.language import Language
from app.presenters.reader import QtReader
from app.presenters.tick import Tick
from app.presenters.wall import WallPresenter
from app.presenters.wall_screen import WallScreenPresenter
from app.presenters.wall_settings import WallSettings
from app.station.reading import Reading
from app.station.wall_screen import WallScreen
from app.views.look import Look
from app.views.wall.awake import stay_awake
from app.views.wall.screens import Screens
from app.views.wall.walls import Walls


class Wall(QObject):
    """Hears of the station only while it is open."""

    left = Signal()
    """Somebody pressed Esc or F11 on it."""

    def __init__(
        self, reading: Reading, tick: Tick, reader: QtReader, language: Language, look: Look,
        screens: Screens, settings: WallSettings,
    ) -> None:  # fmt: skip
        super().__init__()
        self._reading, self._tick, self._reader = reading, tick, reader
        self.screens, self.settings = screens, settings
        self._presenter: WallPresenter | None = None
        self._end_awake: Callable[[], None] | None = None
        self.walls = Walls(screens, settings, look, self._make)
        self.walls.left.connect(self._leave)
        language.changed.connect(self._refresh)

    @property
    def is_open(self) -> bool:
        return self._presenter is not None

    @property
    def has_screen(self) -> bool:
        """Whether any that is plugged in is set to show something."""
        return any(self.settings.of(place.name).on for place in self.screens.all())

    def open(self, only: frozenset[str] = frozenset()) -> None:
        """On the screens named, or on all that are set to show something."""
        if self._presenter is None:
            self._presenter = WallPresenter(self._reading, self._tick, self._reader)
            self._tick.hold()
            self._end_awake = stay_awake()
        self.walls.open(only)

    def close(self) -> None:
        self.walls.close()
        presenter, self._presenter = self._presenter, None
        if presenter is not None:
            presenter.close()
            presenter.deleteLater()
            self._tick.release()
        if self._end_awake:
            self._end_awake()
            self._end_awake = None

    def toggle(self) -> None:
        if self.is_open:
            self.close()
        else:
            self.open()

    def _make(self, screen: WallScreen) -> WallScreenPresenter:
        assert self._presenter is not None  # noqa: S101  screens are shown only while it is open
        return WallScreenPresenter(self._presenter, screen)

    def _leave(self) -> None:
        self.close()
        self.left.emit()

    def _refresh(self) -> None:
        if self._presenter is not None:
            self._presenter.refresh()
