"""Words: texts in both languages, and phrases that are put into words only when shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import msgspec

Translate: TypeAlias = Callable[[str, str], str]
"""(context, English template) → the template in the reader's language."""


class Text(msgspec.Struct, frozen=True, gc=False):
    """A text that its author wrote in both languages (plans, zones)."""

    en: str
    zh: str

    def in_language(self, language: str) -> str:
        """`language` is a Qt locale name such as "zh_CN" or "en"."""
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
    args: dict[str, str | int | Text | Phrase] = {}

    def render(self, translate: Translate, language: str) -> str:
        words = {key: _render(value, translate, language) for key, value in self.args.items()}
        return translate(self.context, self.template).format_map(words)

    def english(self) -> str:
        return self.render(lambda _context, template: template, "en")


def _render(value: str | int | Text | Phrase, translate: Translate, language: str) -> str:
    match value:
        case Phrase():
            return value.render(translate, language)
        case Text():
            return value.in_language(language)
        case _:
            return str(value)
