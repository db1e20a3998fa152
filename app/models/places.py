"""Assembly points and entrances, as recorded."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.rules import stepwise
from app.models.value import Value

_replace = msgspec.structs.replace


class AssemblyValue(Value, frozen=True, kw_only=True):
    """How many people stood there when they were last counted; None: not counted yet."""

    count: int | None = None
    counted_at: datetime | None = None


class EntranceValue(Value, frozen=True, kw_only=True):
    """`open` is None while nobody has said; then it is taken to be as on any day."""

    open: bool | None = None
    since: datetime | None = None


def _counted(value: AssemblyValue, fact: f.AssemblyCounted, entry: Entry) -> AssemblyValue:
    return _replace(value, count=fact.count, counted_at=entry.at)


def _set(value: EntranceValue, fact: f.EntranceSet, entry: Entry) -> EntranceValue:
    """Said twice, it is so since the first time."""
    return value if value.open is fact.open else _replace(value, open=fact.open, since=entry.at)


ASSEMBLY = stepwise(AssemblyValue(), {f.AssemblyCounted: _counted}, subject="point")
ENTRANCE = stepwise(EntranceValue(), {f.EntranceSet: _set}, subject="entrance")
