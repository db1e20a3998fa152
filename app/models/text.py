"""Words: texts in both languages, and phrases that are put into words only when shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol, TypeAlias

import msgspec


class Reader(Protocol):
    """Who reads: their language, and how they write a time of day."""

    @property
    def language(self) -> str:
        """A Qt locale name such as "zh_CN" or "en"."""

    def translate(self, context: str, template: str) -> str: ...

    def time(self, moment: datetime) -> str: ...

    def dated(self, moment: datetime) -> str:
        """By date and time of day."""
        ...


class Text(msgspec.Struct, frozen=True, gc=False):
    """A text that its author wrote in both languages (plans, zones)."""

    en: str
    zh: str

    def in_language(self, language: str) -> str:
        return self.zh if language.startswith("zh") else self.en


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802  the name lupdate looks for
    """Mark `text` for translation where Qt may not be imported."""
    del context
    return text


class Phrase(msgspec.Struct, frozen=True):
    """A sentence not yet in any language: an English template and what goes into its braces.

    Arguments may be phrases or texts themselves.
    """

    context: str
    template: str
    args: Mapping[str, Word] = {}

    def render(self, reader: Reader) -> str:
        words = {key: say_word(value, reader) for key, value in self.args.items()}
        return reader.translate(self.context, self.template).format_map(words)

    def english(self) -> str:
        return self.render(ENGLISH)


class Day(msgspec.Struct, frozen=True):
    """A moment told by its date and time of day: one that is not of today."""

    moment: datetime


Word: TypeAlias = str | int | datetime | Day | Text | Phrase


def by_number(count: int, one: str, many: str) -> str:
    """The words for so many; English says one thing otherwise than several."""
    return one if count == 1 else many


def listed(words: Sequence[Word]) -> Text:
    """One after the other, as each language lists things."""
    return Text(
        en=", ".join(word.en if isinstance(word, Text) else str(word) for word in words),
        zh="、".join(word.zh if isinstance(word, Text) else str(word) for word in words),
    )


def say_word(value: Word, reader: Reader) -> str:
    match value:
        case Phrase():
            return value.render(reader)
        case Text():
            return value.in_language(reader.language)
        case datetime():
            return reader.time(value)
        case Day(moment=moment):
            return reader.dated(moment)
        case _:
            return str(value)


class _English:
    """Reads the templates as they are, and times as UTC: for machines and logs."""

    language = "en"

    def translate(self, context: str, template: str) -> str:
        del context
        return template

    def time(self, moment: datetime) -> str:
        return moment.isoformat(timespec="seconds").replace("+00:00", "Z")

    def dated(self, moment: datetime) -> str:
        return self.time(moment)


ENGLISH: Reader = _English()
