"""The wall on all screens that it is set for; screens come and go, and it follows them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Signal

from app.presenters.wall_screen import WallScreenPresenter
from app.presenters.wall_settings import WallSettings
from app.station.wall_screen import WallScreen
from app.views.look import Look
from app.views.wall.screens import Place, Screens
from app.views.wall.window import WallWindow

MakePresenter = Callable[[WallScreen], WallScreenPresenter]


class Walls(QObject):
    """A television that is switched off is a screen unplugged: it comes back by itself."""

    left = Signal()
    """Somebody pressed Esc or F11 on one of them."""

    def __init__(
        self, screens: Screens, settings: WallSettings, look: Look, make: MakePresenter
    ) -> None:
        super().__init__()
        self._screens, self._settings, self._look, self._make = screens, settings, look, make
        self._windows: dict[str, tuple[WallScreenPresenter, WallWindow]] = {}
        self._only: frozenset[str] = frozenset()
        self._is_wanted = False
        screens.changed.connect(self._follow)
        settings.changed.connect(self._set)

    @property
    def windows(self) -> dict[str, WallWindow]:
        """By the screen's name."""
        return {name: window for name, (_, window) in self._windows.items()}

    @property
    def is_open(self) -> bool:
        return bool(self._windows)

    def open(self, only: frozenset[str] = frozenset()) -> None:
        """Of the screens named, or of all, on those that are set to show something."""
        self._only = only
        self._is_wanted = True
        self._follow()

    def close(self) -> None:
        self._is_wanted = False
        for name in list(self._windows):
            self._take_away(name)

    def _follow(self) -> None:
        """What should be where, as the screens are now."""
        places = {place.name: place for place in self._screens.all() if self._is_shown(place.name)}
        for name in [name for name in self._windows if name not in places]:
            self._take_away(name)
        if self._is_wanted:
            for name, place in places.items():
                self._put(name, place)

    def _is_shown(self, name: str) -> bool:
        return self._settings.of(name).on and (not self._only or name in self._only)

    def _put(self, name: str, place: Place) -> None:
        if name not in self._windows:
            presenter = self._make(self._settings.of(name))
            window = WallWindow(presenter, self._look, self._per_mm(place))
            window.leaving.connect(self._leave)
            self._windows[name] = (presenter, window)
        self._fit(self._windows[name][1], place)

    def _fit(self, window: WallWindow, place: Place) -> None:
        window.ink.set_per_mm(self._per_mm(place))
        if window.geometry() != QRect(place.area) or not window.isVisible():
            screen = self._screens.screen(place)
            if screen is not None:
                window.setScreen(screen)
            window.setGeometry(place.area)
            window.showFullScreen()
            window.activateWindow()

    def _per_mm(self, place: Place) -> float:
        return place.per_mm(self._settings.of(place.name).inches)

    def _take_away(self, name: str) -> None:
        presenter, window = self._windows.pop(name)
        window.release()
        presenter.close()
        window.hide()
        window.deleteLater()
        presenter.deleteLater()

    def _set(self, name: str) -> None:
        """It is to show something else from now on."""
        if name in self._windows:
            self._windows[name][0].set_screen(self._settings.of(name))
        self._follow()

    def _leave(self) -> None:
        self.close()
        self.left.emit()
