"""Structs as the YAML that people would have written: both languages on a line, no defaults."""

from __future__ import annotations

import re
from datetime import timedelta
from enum import Enum
from io import StringIO
from typing import Any

import msgspec
from msgspec.structs import fields
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from app.models.duration import write_duration
from app.models.levels import Level
from app.models.text import Text

_NEVER_WRAP = 1_000_000
_PLAIN = re.compile(r"\w[\w ()’“”，。、；：？！·-]*")
"""Words that need no quotes. The library's own judgement is wrong about some ("?0" in braces)."""


def write_document(value: msgspec.Struct) -> str:
    yaml = YAML()
    yaml.width = _NEVER_WRAP
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = StringIO()
    yaml.dump(_written(value), out)
    return out.getvalue()


def _written(value: Any) -> Any:
    if isinstance(value, Text):
        return _on_one_line(CommentedMap(en=_quoted(value.en), zh=_quoted(value.zh)))
    if isinstance(value, msgspec.Struct):
        return CommentedMap(_fields(value))
    if isinstance(value, tuple):
        items = CommentedSeq(_written(item) for item in value)
        return _on_one_line(items) if all(isinstance(item, str) for item in value) else items
    if isinstance(value, timedelta):
        return write_duration(value)
    if isinstance(value, Level):
        return value.numeral
    return value.value if isinstance(value, Enum) else value


def _fields(value: msgspec.Struct) -> list[tuple[str, Any]]:
    """What must be there comes first, as people write it."""
    return [
        (field.name, _written(getattr(value, field.name)))
        for field in sorted(fields(value), key=lambda field: not field.required)
        if field.required or getattr(value, field.name) != field.default
    ]


def _quoted(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else DoubleQuotedScalarString(text)


def _on_one_line(node: Any) -> Any:
    node.fa.set_flow_style()
    return node
