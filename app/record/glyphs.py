"""Which characters the faces have: what they lack is told by its number, never lost or a box.

PDF/A forbids a character without a shape, and typst then makes no file at all.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_FACES = ("MusterSans-Regular.otf", "MusterSans-Bold.otf")
"""Both are of one cut; the mono face has fewer, and lends none that these lack."""

_LONGEST, _BREAK_EVERY = 16, 8
"""Letters of a word that fit into any column; where a longer one may be broken."""

_BREAK = "\u200b"
_LONG = re.compile(rf"[^\s\u2000-\uffff]{{{_LONGEST + 1},}}")
_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d]-)(?=[^\W\d])")


def printable(text: str) -> str:
    """The text as it can be set: unknown characters as [U+1F600], long words with places to break.

    Marks that turn the direction of writing are told too: they could make a line read otherwise.
    """
    if not (text.isascii() and text.isprintable()) and _strange().search(text):
        text = "".join(map(_shown, unicodedata.normalize("NFC", text)))
    return _LONG.sub(_with_breaks, text) if len(text) > _LONGEST else text


def _with_breaks(found: re.Match[str]) -> str:
    """After its hyphens a word breaks anyway."""
    return "".join(map(_broken, _AFTER_HYPHEN.split(found[0])))


def _broken(part: str) -> str:
    if len(part) <= _LONGEST:
        return part
    return _BREAK.join(part[at : at + _BREAK_EVERY] for at in range(0, len(part), _BREAK_EVERY))


def _shown(char: str) -> str:
    code = ord(char)
    if code in _covered() or char == "\n":
        return char
    if char in "\t\r":
        return " "
    if 0xFE00 <= code <= 0xFE0F:  # only chooses between shapes of the character before it
        return ""
    return f"[U+{code:04X}]"


@cache
def _strange() -> re.Pattern[str]:
    """Anything that is not shown as it is."""
    known = "".join(re.escape(chr(code)) for code in sorted(_covered()))
    return re.compile(f"[^{known}\n]")


@cache
def _covered() -> frozenset[int]:
    folder = files("resources") / "fonts"
    found = [frozenset(_characters((folder / name).read_bytes())) for name in _FACES]
    return frozenset.intersection(*found)


def _characters(font: bytes) -> Iterator[int]:
    """What a font's `cmap` maps: its Unicode tables of the formats 4 and 12 (OpenType 1.9)."""
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    for number in range(count):
        _, _, offset = struct.unpack_from(">HHL", font, start + 4 + 8 * number)
        at = start + offset
        (form,) = struct.unpack_from(">H", font, at)
        if form == 12:
            yield from _groups(font, at)
        elif form == 4:
            yield from _segments(font, at)


def _table(font: bytes, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        name, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * number)
        if name == tag:
            return int(offset)
    raise ValueError(f"the font has no table {tag!r}")


def _groups(font: bytes, at: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">L", font, at + 12)
    for number in range(count):
        first, last, _ = struct.unpack_from(">LLL", font, at + 16 + 12 * number)
        yield from range(first, last + 1)


def _segments(font: bytes, at: int) -> Iterator[int]:
    (twice,) = struct.unpack_from(">H", font, at + 6)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + twice)
    for first, last in zip(starts, ends, strict=True):
        yield from (code for code in range(first, last + 1) if code != 0xFFFF)
