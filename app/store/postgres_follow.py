"""Following the log on PostgreSQL: by notice where it can be, always also by looking."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from typing import TypeAlias

import msgspec

from app.store import rows
from app.store.log import LogAway, Moved
from app.store.postgres_line import Line
from app.store.words import why

LOOK_EVERY = 2.0
"""Seconds between looks if there are notices: they find missed ones, and a dead line."""

POLL_EVERY = 1.0
"""Seconds between looks if there are none, as on a standby."""

_NEVER = 2**62
"""A transaction that will not come: a first look from there finds no streams."""

_LOOK_WITHIN = 2.5
"""Seconds for a look, so that a dead line shows within 5."""

# All transactions before the horizon have ended. A stream moved by one that had not ended at the
# last look has `moved` at or behind that look's horizon: so no commit is missed, in any order.
_LOOK = """
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint, s.stream, s.seq
    FROM (SELECT) AS always LEFT JOIN muster.streams s ON s.moved >= $1
"""

_Alone: TypeAlias = tuple[str, str, str, int, str, str, str, int, int, str, str]
"""The columns of `rows.stored`, the hash in hexadecimal."""

_notices = msgspec.json.Decoder(tuple[list[tuple[str, int]], _Alone | None])


async def follow(line: Line, *, notified: bool) -> AsyncGenerator[Moved, None]:
    """See `SharedLog.follow`; on a connection that serves nothing else."""
    follower = _Follower(line, every=LOOK_EVERY if notified else POLL_EVERY)
    await follower.begin(notified=notified)
    yield Moved(stream="", seq=0)
    while True:
        for moved in await follower.news():
            yield moved


class _Follower:
    def __init__(self, line: Line, *, every: float) -> None:
        self._line = line
        self._every = every
        self._look_at = 0.0
        self._payloads: list[str] = []
        self._woken = asyncio.Event()
        self._horizon = _NEVER
        line.connection.add_termination_listener(lambda *_: self._woken.set())

    async def begin(self, *, notified: bool) -> None:
        if notified:
            await self._line.connection.add_listener("muster", self._heard)
        await self._look()

    def _heard(self, _connection: object, _pid: int, _channel: str, payload: object) -> None:
        self._payloads.append(str(payload))
        self._woken.set()

    async def news(self) -> list[Moved]:
        """What was heard, or, when it is time, seen."""
        try:
            async with asyncio.timeout_at(self._look_at):
                await self._woken.wait()
        except TimeoutError:
            return await self._look()
        self._woken.clear()
        if self._line.connection.is_closed():
            raise LogAway(why("broken_line", place=self._line.place))
        heard, self._payloads = self._payloads, []
        return [moved for payload in heard for moved in read_notice(payload)] or await self._look()

    async def _look(self) -> list[Moved]:
        found = await self._line.fetch(_LOOK, self._horizon, within=_LOOK_WITHIN)
        self._look_at = asyncio.get_running_loop().time() + self._every
        self._horizon = found[0][0]
        return [Moved(stream=stream, seq=seq) for _, stream, seq in found if stream is not None]


def read_notice(payload: str) -> list[Moved]:
    """What a notice says; nothing if it cannot be read (anybody may send one on the channel)."""
    try:
        pairs, alone = _notices.decode(payload)
        if alone is None:
            return [Moved(stream=stream, seq=seq) for stream, seq in pairs]
        *row, hash_ = alone
        stored = rows.stored([*row, bytes.fromhex(str(hash_))])
    except (msgspec.MsgspecError, ValueError, OverflowError):
        return []
    return [Moved(stream=stored.entry.stream, seq=stored.seq, stored=stored)]
