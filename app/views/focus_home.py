"""What is hidden gives the keyboard back to where it was, and not to what Tab has next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

LONGEST = 12
"""Places that are remembered: enough for a few that are hidden one after the other."""


class FocusHome(QObject):
    """Follows the keyboard through one window. `otherwise` takes it where nothing is left of where
    it was.
    """

    def __init__(self, app: QApplication, window: QWidget, otherwise: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._otherwise = window, otherwise
        has_it: QWidget | None = window.focusWidget()
        self._places = [] if has_it is None else [has_it]
        self._watched: QWidget | None = None
        self._hides = QTimer(self)
        self._hides.setSingleShot(True)
        self._hides.setInterval(0)
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Of what has the keyboard: Qt is about to move it to the next by Tab."""
        hides = event.type() == QEvent.Type.Hide and watched is self._watched
        if hides and self._window.isActiveWindow():  # else it is not moved before somebody comes
            self._hides.start()
        return super().eventFilter(watched, event)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._is_here(now):
            return
        hides, self._watched = self._hides.isActive() and old is self._watched, None
        self._hides.stop()
        if hides:
            self._go_back()
        else:
            self._note(now)

    def _note(self, now: QWidget) -> None:
        self._watched = now
        now.removeEventFilter(self)
        now.installEventFilter(self)
        others = [place for place in self._places if place is not now and self._is_here(place)]
        self._places = [*others, now][-LONGEST:]

    def _go_back(self) -> None:
        for place in reversed(self._places):
            takes = isValid(place) and place.focusPolicy() != Qt.FocusPolicy.NoFocus
            if takes and self._is_here(place) and place.isVisible() and place.isEnabled():
                place.setFocus()
                return
        self._otherwise()

    def _is_here(self, widget: QWidget) -> bool:
        return isValid(widget) and widget.window() is self._window
