"""The one place where the connection's state is kept, and from where changes of it are told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec

from app.models.text import Phrase
from app.station.connection import Connection, ConnectionState
from app.station.listeners import Listeners
from app.store.chain import Break


class Status:
    """`now` is the shared log's clock; `failed` is told of listeners that fail."""

    def __init__(
        self, now: Callable[[], datetime], failed: Callable[[str, Exception], None]
    ) -> None:
        self._now = now
        self.connection = Connection(since=now())
        self.listeners: Listeners[Connection] = Listeners(failed)

    def change(self, **fields: Any) -> None:
        """Set fields of the connection; whoever listens hears only of real changes."""
        changed = msgspec.structs.replace(self.connection, **fields)
        if changed != self.connection:
            self.connection = changed
            self.listeners.tell(changed)

    def enter(self, state: ConnectionState, trouble: Phrase | None = None) -> None:
        since = self.connection.since if state is self.connection.state else self._now()
        self.change(state=state, since=since, trouble=trouble)

    def heard(self, **fields: Any) -> None:
        """Something proves that what is shown is fresh."""
        self.change(last_heard=self._now(), **fields)

    def set_break(self, stream: str, broken: Break | None) -> None:
        others = [each for each in self.connection.breaks if each.stream != stream]
        self.change(breaks=(*others, broken) if broken else tuple(others))

    def tell_local(self, notice: Phrase | None) -> None:
        """Say something about this machine's own files, once."""
        if notice and notice not in self.connection.local:
            self.change(local=(*self.connection.local, notice))

    def dismiss(self) -> None:
        """A person has read what is over: damage mended, a clock that jumped, a log set back."""
        self.change(local=(), clock_jump=None, set_back=None)
