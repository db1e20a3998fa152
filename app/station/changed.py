"""What a station tells those who listen to it."""

from __future__ import annotations

import msgspec

from app.models.entry import Entry
from app.models.fold import Changes


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """Entries joined a stream: typed here, or `foreign`."""

    stream: str
    changes: Changes
    foreign: bool


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """The shared log has these entries of ours now, or has given the incident its number."""

    stream: str
    entries: tuple[str, ...] = ()


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What a command recorded: durable on this machine, and shown."""

    stream: str
    entries: tuple[Entry, ...]
