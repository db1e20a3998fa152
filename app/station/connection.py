"""How a station stands to the shared log: everything a person should know about it."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum

import msgspec

from app.models.text import Phrase
from app.store.chain import Break
from app.store.log import Presence

STALE_AFTER = timedelta(seconds=5)
"""What was not proven fresh for so long is shown as stale."""


class ConnectionState(Enum):
    LIVE = "live"
    """Notices arrive."""
    POLLING = "polling"
    """No notices here: the log is looked at again and again."""
    CATCHING_UP = "catching_up"
    AWAY = "away"
    """Not reachable now, and tried again; also before the first answer."""
    REFUSED = "refused"
    """Reachable, but it does not let us, or is of another version; `trouble` says what to do."""


class RefusedEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that the shared log will not take from this login; the outbox keeps it."""

    entry: str
    stream: str
    why: Phrase


class SetBack(msgspec.Struct, frozen=True, kw_only=True):
    """The log was set back to an earlier state: it ended at `seq` when that was noticed.

    `offered` is how many entries this station held that the log no longer had.
    """

    stream: str
    seq: int
    offered: int
    noticed: datetime


class ClockJump(msgspec.Struct, frozen=True, kw_only=True):
    """This machine's clock was moved, `by` so much (forwards if positive)."""

    by: timedelta
    noticed: datetime


class Connection(msgspec.Struct, frozen=True, kw_only=True):
    """All times are by the shared log's clock.

    `waiting` counts the entries that the shared log does not have yet, `refused` among them.
    `stations` are the others. `clock_offset` is how far the shared log's clock is ahead of ours.
    `breaks` say where a stream's past differs from what this station holds, or does not hold
    together. `local` is about this machine's own files: damage found and what became of it.
    """

    since: datetime
    state: ConnectionState = ConnectionState.AWAY
    trouble: Phrase | None = None
    waiting: int = 0
    refused: tuple[RefusedEntry, ...] = ()
    stations: tuple[Presence, ...] = ()
    last_heard: datetime | None = None
    clock_offset: timedelta | None = None
    clock_jump: ClockJump | None = None
    breaks: tuple[Break, ...] = ()
    set_back: SetBack | None = None
    local: tuple[Phrase, ...] = ()

    @property
    def is_up(self) -> bool:
        return self.state in (ConnectionState.LIVE, ConnectionState.POLLING)

    def is_stale(self, now: datetime) -> bool:
        """Whether others may have written what is not shown here."""
        fresh = self.last_heard is not None and now - self.last_heard < STALE_AFTER
        return not (self.is_up and fresh)
