"""Puts phrases into the words and the local time of whoever sits at this station."""

from __future__ import annotations

from datetime import datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

from app.models.text import Phrase, Text, Word, say_word


class QtReader:
    """Reads through Qt's translators. `zone` is None for the system's own time zone."""

    def __init__(self, language: str = "en", zone: tzinfo | None = None) -> None:
        self.language = language
        self.zone = zone

    def translate(self, context: str, template: str) -> str:
        return QCoreApplication.translate(context, template)

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)

    def time(self, moment: datetime) -> str:
        return self.local(moment).strftime("%H:%M")

    def second(self, moment: datetime) -> str:
        return self.local(moment).strftime("%H:%M:%S")

    def day(self, moment: datetime) -> str:
        return self.local(moment).strftime("%Y-%m-%d")

    def dated(self, moment: datetime) -> str:
        return self.local(moment).strftime("%Y-%m-%d %H:%M")

    def text(self, text: Text) -> str:
        return text.in_language(self.language)

    def word(self, word: Word) -> str:
        return say_word(word, self)

    def say(self, phrase: Phrase) -> str:
        return phrase.render(self)


class FileReader(QtReader):
    """Reads by a translation file alone: for commands, which have no application object."""

    def __init__(self, language: str, folder: Path) -> None:
        super().__init__(language)
        self._translator = QTranslator()
        self._translator.load(str(folder / f"muster_{language}.qm"))  # English needs none

    def translate(self, context: str, template: str) -> str:
        return self._translator.translate(context, template) or template
