"""What is hidden gives the keyboard back to where it was, and not to what Tab has next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
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
        app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._is_here(now):
            return
        if old is not None and self._is_here(old) and not old.isVisible():
            self._go_back()
        else:
            self._note(now)

    def _note(self, now: QWidget) -> None:
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
