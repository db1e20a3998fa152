"""The look in force: one theme and text size for all that paints itself."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from app.presenters.roles import Severity
from app.views import fonts
from app.views.theme import LARGEST, SMALLEST, Theme, Tone, apply_theme, load_themes, scaled


class Inks(Protocol):
    """What painters need of a look, whatever its scale: that of the windows, or of a wall."""

    @property
    def theme(self) -> Theme: ...
    @property
    def scale(self) -> float: ...
    def px(self, pixels: float) -> int: ...
    def font(self, pixels: int, *, bold: bool = False, mono: bool = False) -> QFont: ...
    def colour(self, value: str) -> QColor: ...
    def tone(self, severity: Severity) -> Tone: ...


class Look(QObject):
    """Holds and changes theme and text scale; `changed` comes after the style sheet is in force."""

    changed = Signal()

    def __init__(self, app: QApplication, folder: Path, *, theme: str, scale: float) -> None:
        super().__init__()
        self._app, self._folder = app, folder
        self._themes = load_themes(folder)
        self._apply(theme, scale)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._themes)

    @property
    def name(self) -> str:
        return self._name

    @property
    def theme(self) -> Theme:
        return self._themes[self._name]

    @property
    def scale(self) -> float:
        return self._scale

    def set_theme(self, name: str) -> None:
        self._apply(name, self._scale)

    def set_scale(self, scale: float) -> None:
        """Text from 100 % to 200 %; what is beyond is brought to the nearer end."""
        self._apply(self._name, scale)

    def px(self, pixels: float) -> int:
        return scaled(pixels, self._scale)

    def font(self, pixels: int, *, bold: bool = False, mono: bool = False) -> QFont:
        """A font of so many pixels at 100 %, in the scale in force."""
        key = (pixels, bold, mono)
        if key not in self._fonts:
            self._fonts[key] = fonts.font(self.px(pixels), bold=bold, mono=mono)
        return self._fonts[key]

    def colour(self, value: str) -> QColor:
        """A colour of the theme, ready to paint with."""
        if value not in self._colours:
            self._colours[value] = QColor(value)
        return self._colours[value]

    def tone(self, severity: Severity) -> Tone:
        return self.theme.tone[severity]

    def _apply(self, name: str, scale: float) -> None:
        self._name, self._scale = name, min(max(scale, SMALLEST), LARGEST)
        self._fonts: dict[tuple[int, bool, bool], QFont] = {}
        self._colours: dict[str, QColor] = {}
        apply_theme(self._app, self._folder, self.theme, self._scale)
        self.changed.emit()
