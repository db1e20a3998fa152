"""The faces that ship with Muster, so that its words look the same on every machine."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

SANS = "Muster Sans"
MONO = "Muster Mono"


class FontMissingError(RuntimeError):
    """A face that belongs to the program cannot be loaded."""


def load_fonts(folder: Path) -> None:
    """Load before the first window is made; needs the application object, takes about 5 ms."""
    files = sorted([*folder.glob("*.otf"), *folder.glob("*.ttf")])
    for file in files:
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FontMissingError(f"The font {file} cannot be read.")
    if lacking := {SANS, MONO} - set(QFontDatabase.families()):
        raise FontMissingError(f"No font for {', '.join(sorted(lacking))} in {folder}.")


def font(pixels: int, *, bold: bool = False, mono: bool = False) -> QFont:
    """A face of ours; what it lacks comes from our other one, not from the machine's."""
    made = QFont([MONO, SANS] if mono else [SANS, MONO])
    made.setPixelSize(pixels)
    made.setBold(bold)
    return made
