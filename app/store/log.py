"""The interface of the shared log: what every implementation promises, and the errors it raises."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

import msgspec

from app.models.entry import Stored, Wire
from app.models.text import Phrase

if TYPE_CHECKING:
    from app.store.beside import Beside  # which takes its errors from here

MAX_BATCH = 5_000
"""The most entries in one `append`."""

MAX_DATA = 1_000_000
"""The most bytes in one entry's `data`."""


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """Where an entry stands in the shared log; the same for every repeat of the same id."""

    id: str
    stream: str
    seq: int
    recorded_at: datetime
    recorded_by: str
    hash: bytes


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """One stream, as its row says.

    `number` is what people see, such as 2026-0042, or D2026-0007 for a drill; empty for `site`.
    `open` says that it is not settled, as `follow_up_states.SETTLING` folds it, corrections left
    aside. A closed incident may be open in this sense.
    """

    stream: str
    number: str
    drill: bool
    open: bool
    seq: int
    hash: bytes


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """A notice that a stream has grown to `seq`; `stored` is the entry itself if it fitted.

    `stream` is empty when all that is known is that something may have moved.
    """

    stream: str
    seq: int
    stored: Stored | None = None


class Presence(msgspec.Struct, frozen=True, kw_only=True):
    """A station that is, or was, connected. `kind` is commander, desk, monitor, archive or pipe."""

    station: str
    name: str
    person: str
    kind: str
    seen: datetime


class Link(NamedTuple):
    """One link of a stream's chain, as far as checking it needs; `body` is what was hashed."""

    stream: str
    seq: int
    body: bytes
    hash: bytes


class SharedLog(Protocol):
    """The one log that all stations share.

    `append` gives each entry the next gapless seq of its stream in commit order, stamps
    `recorded_at` and `recorded_by` itself, chains the hash and stores each id once: a repeat
    answers the receipt of the first. All entries go in one round trip and one transaction.
    """

    async def open(self) -> None:
        """Connect and check the schema. Raises a `LogError`; may be called again after one."""

    async def close(self) -> None:
        """Safe at any time; whoever follows gets `LogAway`."""

    async def append(self, entries: Sequence[Wire], *, year: int) -> list[Receipt]:
        """Receipts in the order of `entries`. `year` numbers the incidents opened by them.

        At most `MAX_BATCH` at once. `EntryRefused` names the one that cannot be; none is stored.
        """

    async def read(self, stream: str, after: int = 0, limit: int = 10_000) -> list[Stored]:
        """The entries of a stream with seq > `after`, in seq order."""

    async def read_many(self, after: Mapping[str, int]) -> list[Stored]:
        """The same for many streams in one round trip (unlimited), by stream and seq."""

    async def heads(self, *, open_only: bool = False) -> list[Head]:
        """All streams; with `open_only` those of unsettled incidents, `site`, and the shift logs

        of this month and the one before (and later ones), by the log's own clock in UTC.
        """

    async def head(self, stream: str) -> Head | None:
        """One stream, however many there are; None if it has no entry."""

    async def links(self, after: tuple[str, int] = ("", 0), limit: int = 20_000) -> list[Link]:
        """The chains of all streams, by stream and seq, from behind `after` (stream, seq)."""

    def follow(self) -> AsyncGenerator[Moved, None]:
        """Notices, from the moment of the first `anext`; a missed one only delays.

        Yields an empty `Moved` at once when following has begun, and after every gap in it.
        Raises `LogAway` when the line breaks.
        """

    async def clock(self) -> datetime:
        """The shared log's own clock."""

    async def be_present(self, presence: Presence) -> list[Presence]:
        """Say that this station is here; answers all stations seen within the last minute.

        `seen` is stamped by the shared log. A read-only copy only answers.
        """

    @property
    def beside(self) -> Beside:
        """What stands beside it; as open, and as away, as the log itself."""

    @property
    def notifies(self) -> bool:
        """Whether `follow` hears of commits by notice (True) or by looking (False)."""


class LogError(Exception):
    """Something about the shared log that a person has to know; `why` says what to do.

    Its text as an exception is English, for the program's own log.
    """

    def __init__(self, why: Phrase) -> None:
        super().__init__(why.english())
        self.why = why


class LogAway(LogError):  # noqa: N818  reads as what is so
    """Not reachable now; worth trying again."""


class LogRefused(LogError):  # noqa: N818  reads as what is so
    """Reachable, but it does not let us: wrong password, no rights, no such database."""


class EntryRefused(LogRefused):
    """One entry cannot be stored: no right to its kind, or its form. The others could be."""

    def __init__(self, why: Phrase, *, entry: str) -> None:
        super().__init__(why)
        self.entry = entry
        """The id of the refused entry."""


class LogNewer(LogError):  # noqa: N818  reads as what is so
    """Its schema is newer than this program."""


class LogOutdated(LogError):  # noqa: N818  reads as what is so
    """Its schema is older: `muster admin migrate` brings it up to date."""


class LogUnusable(LogError):  # noqa: N818  reads as what is so
    """Not a Muster database, damaged, or on a place that cannot hold one."""
