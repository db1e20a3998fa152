"""Puts phrases into the words and the local time of a paper, without Qt."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from datetime import datetime, tzinfo
from functools import cache
from importlib.resources import files
from typing import Literal

from app.models.text import Phrase, Text, Word, say_word


class PaperReader:
    """`zone` is None for the system's own time zone; whatever it is, it stands on the paper."""

    def __init__(self, language: Literal["en", "zh"], zone: tzinfo | None = None) -> None:
        self.code: Literal["en", "zh"] = language
        self.language = "zh_CN" if language == "zh" else "en"
        self.zone = zone
        self._moments: dict[datetime, str] = {}
        self._words = _translations(self.language) if language != "en" else {}

    def translate(self, context: str, template: str) -> str:
        return self._words.get((context, template)) or template

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)

    def time(self, moment: datetime) -> str:
        return self._written(moment)[11:16]

    def second(self, moment: datetime) -> str:
        return self._written(moment)[11:]

    def day(self, moment: datetime) -> str:
        return self._written(moment)[:10]

    def dated(self, moment: datetime) -> str:
        return self._written(moment)[:16]

    def _written(self, moment: datetime) -> str:
        """As "2026-11-23 14:02:11": each moment is asked for in many ways, and zones are slow."""
        written = self._moments.get(moment)
        if written is None:
            local = self.local(moment).isoformat(" ", "seconds")[:19]
            written = self._moments[moment] = local
        return written

    def full(self, moment: datetime) -> str:
        """To the second, with the offset from UTC."""
        local = self.local(moment)
        offset = local.strftime("%z")
        return f"{local:%Y-%m-%d %H:%M:%S} UTC{offset[:3]}:{offset[3:]}"

    def dated_if(self, moment: datetime | None) -> str:
        return self.dated(moment) if moment else ""

    def word(self, word: Word) -> str:
        return say_word(word, self)

    def text(self, text: Text) -> str:
        return text.in_language(self.language)

    def say(self, phrase: Phrase) -> str:
        return phrase.render(self)

    def listing(self, words: Iterable[str]) -> str:
        """One after the other, as the language lists things; without what is empty."""
        return self.translate("Words", ", ").join(word for word in words if word)

    def series(self, words: Iterable[str]) -> str:
        """As `listing`, where each may have commas of its own."""
        return self.translate("Words", "; ").join(word for word in words if word)

    def about(self, title: str, said: str) -> str:
        return self.translate("Words", "{title}: {said}").format(title=title, said=said)

    def with_note(self, word: str, note: str) -> str:
        template = self.translate("Words", "{word} ({note})")
        return template.format(word=word, note=note) if note else word


@cache
def _translations(language: str) -> Mapping[tuple[str, str], str]:
    """The screen's own words, from what its translation is compiled from."""
    file = files("resources") / "translations" / f"muster_{language}.ts"
    root = ET.fromstring(file.read_text("utf-8"))  # noqa: S314  our own file
    return {
        (context.findtext("name", ""), message.findtext("source", "")):
            message.findtext("translation", "")
        for context in root.iter("context")
        for message in context.iter("message")
    }  # fmt: skip
