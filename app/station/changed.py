"""What a station tells those who listen to it."""

from __future__ import annotations

import msgspec

from app.models.entry import Entry
from app.models.fold import Changes


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """Entries joined a stream: typed here, or `foreign`.

    `withdrawn` are entries that a notice had announced and that the shared log does not have;
    `changes` then has the cells that they had touched.
    """

    stream: str
    changes: Changes
    foreign: bool
    withdrawn: tuple[Entry, ...] = ()


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """The shared log has these entries of ours now.

    Without entries: it gave the incident its number, or lost what it had of ours.
    """

    stream: str
    entries: tuple[str, ...] = ()


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What a command recorded: durable on this machine, and shown."""

    stream: str
    entries: tuple[Entry, ...]
