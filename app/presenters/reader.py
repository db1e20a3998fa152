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

    def near(self, moment: datetime, now: datetime) -> str:
        """The time alone where that is today's: with the day where it could be taken for it."""
        time = self.time(moment)
        return time if self.is_today(moment, now) else f"{self.date(moment)} {time}"

    def date(self, moment: datetime) -> str:
        """As wide as a time."""
        return self.local(moment).strftime("%m-%d")

    def is_today(self, moment: datetime, now: datetime) -> bool:
        return self.local(moment).date() == self.local(now).date()

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
