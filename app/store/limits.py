"""What an entry may look like to be stored, whichever log it goes to."""

from __future__ import annotations

from collections.abc import Sequence

from app.models.entry import Wire
from app.store.chain import SEPARATOR
from app.store.log import MAX_BATCH, MAX_DATA, EntryRefused, LogRefused
from app.store.words import why

_MAX_NAME = 200
_MAX_AT = 221_845_392_000_000_000
"""The year 9000, in microseconds since 1970: nearer the end of the calendar reckoning overflows."""


def check(entries: Sequence[Wire]) -> None:
    """Raise for what no log may store, before anything is sent."""
    if len(entries) > MAX_BATCH:
        raise LogRefused(why("batch", count=len(entries), most=MAX_BATCH))
    for wire in entries:
        said = fault(wire)
        if said:
            raise EntryRefused(why("malformed", entry=wire.id, said=said), entry=wire.id)


def fault(wire: Wire) -> str:
    """What is wrong with the form of an entry; empty if nothing is."""
    for name in ("id", "stream", "kind", "author", "station"):
        value: str = getattr(wire, name)
        if SEPARATOR in value or "\0" in value:
            return f"its {name} holds a control character (U+001F or U+0000)"
        if len(value) > _MAX_NAME:
            return f"its {name} has {len(value):,} characters; the most is {_MAX_NAME}"
    if not (wire.id and wire.stream and wire.kind):
        return "its id, stream or kind is empty"
    if not 0 <= wire.at < _MAX_AT:
        return f"its time is out of range ({wire.at} microseconds since 1970)"
    if "\0" in wire.data:
        return "its data holds U+0000"
    return _encoding_fault(wire)


def _encoding_fault(wire: Wire) -> str:
    try:
        f"{wire.id}{wire.stream}{wire.kind}{wire.author}{wire.station}".encode()
        size = len(wire.data.encode())
    except UnicodeEncodeError:
        return "it is not valid Unicode"
    return f"it has {size:,} bytes; the most is {MAX_DATA:,}" if size > MAX_DATA else ""
