"""Single values as people write them in files: read, or refused with what to write instead."""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta
from enum import Enum
from types import NoneType
from typing import Annotated, Any, TypeAlias, get_args, get_origin

import msgspec
from msgspec.structs import fields

from app.models.duration import LONGEST, parse_clock, parse_duration, probably_meant
from app.models.levels import Level
from app.models.problem import listed, nearest, say
from app.models.text import QT_TRANSLATE_NOOP, Phrase, Text

LONGEST_TEXT = 500
LONGEST_WORD = 40
LARGEST_NUMBER = 100_000


class Form(msgspec.Struct, frozen=True):
    """How a field is written when its type alone does not say: goes into `Annotated`."""

    pattern: str
    hint: str


CLOCK = Form(r"[0-9]{1,4}:[0-5][0-9]", "02:30")
Clock: TypeAlias = Annotated[timedelta, CLOCK]
"""Minutes and seconds since the start."""
Phone: TypeAlias = Annotated[str, Form(r"\+?[0-9][0-9 -]*", "000-0000-0101")]

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_YES_NO = {"yes": True, "no": False, "true": True, "false": False}


def parse_scalar(kind: Any, written: str) -> object:
    """The value of type `kind`, or the `Phrase` that says what is wrong with it."""
    if get_origin(kind) is Annotated:
        base, form = get_args(kind)
        return _formed(base, form, written)
    if kind is timedelta:
        return _duration(written)
    if kind is bool:
        return _choice(_YES_NO, written)
    if kind is int:
        return _number(written)
    if issubclass(kind, Level):
        return _choice({level.numeral: level for level in Level}, written)
    if issubclass(kind, Enum):
        return _choice({str(member.value): member for member in kind}, written)
    return _word(written)


def parse_text(written: str) -> str | Phrase:
    """One language of a text: trimmed, one paragraph."""
    text = written.strip()
    odd = next((c for c in text if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")), None)
    if not text:
        return say(QT_TRANSLATE_NOOP("PlanFile", "empty; write the words"))
    if odd in ("\n", "\t"):
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "a line break or tab in the text; write one paragraph"
        )
        return say(words)
    if odd is not None:
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "an invisible character in the text (U+{code}); delete it"
        )
        return say(words, code=f"{ord(odd):04X}")
    if len(text) > LONGEST_TEXT:
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "{size} characters; the limit is {limit}, so shorten it"
        )
        return say(words, size=len(text), limit=LONGEST_TEXT)
    return text


def _formed(base: Any, form: Form, written: str) -> object:
    if not re.fullmatch(form.pattern, written) or len(written) > LONGEST_WORD:
        words = QT_TRANSLATE_NOOP("PlanFile", "“{written}” cannot be read; write it like {hint}")
        return say(words, written=_short(written), hint=form.hint)
    return parse_clock(written) if base is timedelta else written


def _duration(written: str) -> timedelta | Phrase:
    duration = parse_duration(written)
    if duration is not None and duration <= LONGEST:
        return duration
    if duration is not None:
        words = QT_TRANSLATE_NOOP("PlanFile", "“{written}” is too long; the limit is {limit} d")
        return say(words, written=_short(written), limit=LONGEST.days)
    meant = probably_meant(written) or "5 min"
    if written.startswith("-"):
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "“{written}” is negative; write “{meant}” or “at once”"
        )
    else:
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "“{written}” is no duration; write it like “{meant}” or “at once”"
        )
    return say(words, written=_short(written), meant=meant)


def _choice(choices: dict[str, Any], written: str) -> object:
    if written in choices:
        return choices[written]
    meant = nearest(written, choices)
    if meant is None:
        words = QT_TRANSLATE_NOOP("PlanFile", "“{written}” is unknown here; write one of: {known}")
        return say(words, written=_short(written), known=listed(choices))
    words = QT_TRANSLATE_NOOP(
        "PlanFile", "“{written}” is unknown here; did you mean “{meant}”? Possible are: {known}"
    )
    return say(words, written=_short(written), meant=meant, known=listed(choices))


def _number(written: str) -> int | Phrase:
    if not re.fullmatch(r"-?[0-9]{1,12}", written):
        words = QT_TRANSLATE_NOOP("PlanFile", "“{written}” is no whole number; write one like 20")
        return say(words, written=_short(written))
    number = int(written)
    if 0 <= number <= LARGEST_NUMBER:
        return number
    words = QT_TRANSLATE_NOOP("PlanFile", "{number} is out of range; write 0 to {limit}")
    return say(words, number=number, limit=LARGEST_NUMBER)


def _word(written: str) -> str | Phrase:
    if not _WORD.fullmatch(written):
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "“{written}” is no key; write English letters, digits, “_” and “-” only"
        )
        return say(words, written=_short(written))
    if len(written) > LONGEST_WORD:
        words = QT_TRANSLATE_NOOP(
            "PlanFile", "{size} characters; the limit is {limit}, so shorten it"
        )
        return say(words, size=len(written), limit=LONGEST_WORD)
    return written


def _short(written: str) -> str:
    return written if len(written) <= LONGEST_WORD else written[:LONGEST_WORD] + "…"


def placeholder(kind: Any) -> Any:
    """Any value of type `kind`, to read on with after a problem has been noted."""
    members = get_args(kind)
    if NoneType in members:
        return None
    if get_origin(kind) is tuple:
        return ()
    if members:
        return placeholder(members[0])
    if kind is Text:
        return Text("", "")
    if issubclass(kind, msgspec.Struct):
        return kind(**{f.name: placeholder(f.type) for f in fields(kind) if f.required})
    return next(iter(kind)) if issubclass(kind, Enum) else kind()
