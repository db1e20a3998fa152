"""What no command may carry, whatever it asks: texts that cannot be printed, absurd numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from app.models.command import Refusal
from app.models.entry import EPOCH
from app.models.plan import Plan
from app.models.refusals import refuse
from app.models.text import Text

TITLE_LIMIT = 200
NOTE_LIMIT = 20_000
COUNT_LIMIT = 1_000_000
SIZE_LIMIT = 1 << 40
"""Bytes; how large a file may be is said where it is decided."""

_LATEST = datetime(9000, 1, 1, tzinfo=UTC)
"""No log takes a time before 1970, and near the ends of the calendar reckoning overflows."""

_LONG = (
    "text", "said", "reason", "summary", "matter", "outcome", "sheet", "result", "despite",
)  # fmt: skip
_UNPRINTABLE = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff]")
"""Control characters but tab and line ends; and halves of characters, which no file can hold."""


def unfit(command: msgspec.Struct) -> Refusal | None:
    """Why something in a command cannot be recorded, wherever it stands in it."""
    faults = (_fault(*part) for part in _parts(command, "", TITLE_LIMIT))
    return next((refusal for refusal in faults if refusal), None)


def unfit_time(moment: datetime) -> Refusal | None:
    """Why nothing can be recorded of a time, past or to come."""
    if EPOCH <= moment < _LATEST:
        return None
    return refuse("no_time", typed=moment.isoformat())


def _parts(value: Any, name: str, limit: int) -> Iterator[tuple[str, str | int | datetime, int]]:
    """Each text, number and time, by the name of its field, with how long a text may be there."""
    if isinstance(value, str | int | datetime):
        yield name, value, NOTE_LIMIT if name in _LONG else limit
    elif isinstance(value, tuple):
        for item in value:
            yield from _parts(item, name, limit)
    elif isinstance(value, msgspec.Struct):
        within = NOTE_LIMIT if isinstance(value, Plan) else limit
        for field in value.__struct_fields__:
            inner = name if isinstance(value, Text) else field
            yield from _parts(getattr(value, field), inner, within)


def _fault(name: str, value: str | int | datetime, limit: int) -> Refusal | None:
    if isinstance(value, datetime):
        return unfit_time(value)
    if isinstance(value, int):
        if value < 0:
            return refuse("negative", field=name)
        most = SIZE_LIMIT if name == "size" else COUNT_LIMIT
        if value > most:
            return refuse("too_many", field=name, number=value, limit=most)
        return None
    if len(value) > limit:
        return refuse("too_long", field=name, length=len(value), limit=limit)
    return refuse("control_character", field=name) if _UNPRINTABLE.search(value) else None
