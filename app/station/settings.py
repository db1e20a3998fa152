"""What a station is called, who sits there, and how it looks: remembered between starts."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from app.models.text import QT_TRANSLATE_NOOP, Phrase
from app.station.wall_screen import WallScreen
from app.store.disk import free_name, replace_file

_PASSWORD = re.compile(r"(?<=[^/:@]):[^@/]*(?=@)|(?<=[?&])password=[^&]*&?")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """`log_url` never holds a password: those are in the system's keyring.

    `language` is a Qt locale name, empty for the system's. `scale` is in per cent.
    """

    station: str = ""
    person: str = ""
    kind: str = "desk"
    language: str = ""
    theme: str = "dark"
    scale: int = 100
    log_url: str = ""
    volume: int = 70
    """Of the alarm sounds, in per cent."""
    spoken: bool = False
    """Whether words follow the alarm sounds."""
    walls: dict[str, WallScreen] = {}
    """What is shown on the wall, by the name of the screen."""


class SettingsFile:
    """`found` says what was wrong with the file, and where it is now."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.found: Phrase | None = None
        self.settings = self._read()

    @property
    def folder(self) -> Path:
        return self._path.parent

    def change(self, **fields: str | int | dict[str, WallScreen]) -> None:
        """Set some and write all. Raises `OSError`: then they hold until the end only."""
        self.settings = msgspec.structs.replace(self.settings, **fields)
        url = self.settings.log_url
        if url.startswith("postgres"):
            url = _PASSWORD.sub("", url)
        written = msgspec.structs.replace(self.settings, log_url=url)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(self._path, msgspec.json.format(msgspec.json.encode(written)) + b"\n")

    def _read(self) -> Settings:
        if not self._path.exists():
            return Settings()
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Settings)
        except (msgspec.ValidationError, msgspec.DecodeError):
            moved_to = free_name(self._path)
            self._path.replace(moved_to)
            self.found = _say(moved_to)
            return Settings()


def _say(moved_to: Path) -> Phrase:
    template = QT_TRANSLATE_NOOP(
        "Settings",
        "The settings could not be read, so they begin anew. The old file is {path}.",
    )
    return Phrase("Settings", template, {"path": str(moved_to)})
