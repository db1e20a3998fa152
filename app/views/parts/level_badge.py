"""The level of an incident as shape, numeral, word and colour at once."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.models.levels import Level
from app.views.parts.properties import set_style_property

SHAPES: Final = {Level.IV: "▼", Level.III: "◆", Level.II: "▲", Level.I: "■"}


def badge_text(level: Level, word: str) -> str:
    """`word` is the colour's name in the reader's language ("blue")."""
    return f"{SHAPES[level]} {level.numeral} {word}".rstrip()


class LevelBadge(QLabel):
    def __init__(self, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("compact", compact)

    def set_level(self, level: Level, word: str) -> None:
        self.setText(badge_text(level, word))
        set_style_property(self, "level", level.numeral)
