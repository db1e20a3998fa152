"""A station without a window: JSON Lines in, JSON Lines out (docs/pipe.md)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from typing import Any

import msgspec

from app.models.command import Open, Refusal
from app.models.entry import SITE, Entry
from app.models.incident import digest
from app.models.refusals import refuse
from app.models.shift import is_shift
from app.station.changed import Changed, Shared
from app.station.connection import Connection
from app.station.pipe_lines import InLine
from app.station.pipe_words import (
    Asked,
    NotUnderstood,
    connection_line,
    entry_line,
    read_line,
)
from app.station.station import Station
from app.store.log import LogError
from app.store.outbox import NotKept

LAST_WORDS = 5.0
"""Seconds at the end of the input to wait until the shared log has everything."""


async def run_pipe(
    station: Station, lines: AsyncIterator[InLine], put: Callable[[dict[str, Any]], None]
) -> None:
    """Serve until the input ends or says quit. `put` writes one message and does not wait."""
    await _Pipe(station, put).run(lines)


class _Pipe:
    def __init__(self, station: Station, put: Callable[[dict[str, Any]], None]) -> None:
        self._station = station
        self._put = put
        self._refs: dict[str, Any] = {}
        self._opened: dict[str, str] = {}
        self._asking: Asked | None = None
        self._numbers: set[str] = set()
        self._told: dict[str, Any] = {}
        self._refused: set[str] = set()
        self._changed = asyncio.Event()

    async def run(self, lines: AsyncIterator[InLine]) -> None:
        station = self._station
        ends = [
            station.subscribe(self._on_changed),
            station.subscribe_shared(self._on_shared),
            station.subscribe_connection(self._on_connection),
        ]
        self._on_connection(station.connection)
        await station.settled()
        incidents = sum(not is_shift(stream) for stream in station.incidents)
        self._put({"out": "ready", "station": station.name, "incidents": incidents})
        async for line in lines:
            if not await self._take(line):
                break
        await self._last_words()
        for end in ends:
            end()

    async def _last_words(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORDS):
                while self._station.connection.is_up and self._still_to_send():
                    self._changed.clear()
                    await self._changed.wait()
        self._put({"out": "bye", "waiting": self._station.connection.waiting})

    def _still_to_send(self) -> bool:
        """Or to hear: the number of what was opened here."""
        connection = self._station.connection
        unnumbered = any(not self._number(stream) for stream in self._opened.values())
        return unnumbered or connection.waiting > len(connection.refused)

    # In --------------------------------------------------------------------------------------

    async def _take(self, line: InLine) -> bool:
        """False if that was the last."""
        try:
            asked = read_line(line)
        except NotUnderstood as error:
            self._answer(error.ref, out="error", line=line.number, why=str(error))
            return True
        if asked.do == "quit":
            return False
        try:
            await (self._do(asked) if asked.command is not None else self._tell(asked))
        except LogError as error:
            self._answer(asked.ref, out="refused", code="away", why=error.why.english())
        except NotKept as error:
            self._answer(asked.ref, out="refused", code="disk", why=error.why.english())
        return True

    async def _do(self, asked: Asked) -> None:
        assert asked.command is not None  # noqa: S101  the caller saw to it
        stream = None if isinstance(asked.command, Open) else await self._stream(asked.incident)
        self._asking = asked
        try:
            answer = await self._station.do(stream, asked.command, at=asked.at)
        finally:
            self._asking = None
        if isinstance(answer, Refusal):
            self._refuse(asked.ref, answer)

    def _accept(self, asked: Asked, stream: str, entries: Sequence[Entry]) -> None:
        """Said as soon as they are durable: before anything that becomes of them."""
        ids = [entry.id for entry in entries]
        self._answer(asked.ref, out="accepted", stream=stream, ids=ids)
        if asked.ref is not None:
            self._refs.update(dict.fromkeys(ids, asked.ref))
        if isinstance(asked.command, Open):
            self._opened[f"@{asked.ref}"] = stream

    async def _stream(self, name: str | None) -> str | None:
        """The stream that a number or a stream means, held from now on; None for the site."""
        if name in (None, SITE):
            return None
        assert name is not None  # noqa: S101  for the type checker
        name = self._opened.get(name, name)
        if name in self._station.incidents:
            return name
        stream = await self._station.stream_of(name) or name
        if stream not in self._station.incidents and self._station.connection.is_up:
            await self._station.load(stream)
        return stream

    async def _tell(self, asked: Asked) -> None:
        match asked.do:
            case "ping":
                self._answer(asked.ref, out="pong", now=self._station.now())
            case "incidents":
                self._answer(asked.ref, out="incidents", incidents=self._incidents())
            case _:
                await self._state(asked)

    def _incidents(self) -> list[dict[str, Any]]:
        return [
            {
                "stream": stream, "number": self._number(stream), "status": each.course.status,
                "title": each.detail.title, "place": each.detail.place,
                "level": each.leveling.level.numeral, "drill": each.course.drill,
                "entries": len(each.timeline),
            }
            for stream, each in self._station.incidents.items() if not is_shift(stream)
        ]  # fmt: skip

    async def _state(self, asked: Asked) -> None:
        stream = await self._stream(asked.incident)
        held = self._station.incidents.get(stream) if stream else self._station.site
        if held is None:
            self._refuse(asked.ref, refuse("no_incident"))
            return
        self._answer(
            asked.ref, out="state", stream=stream or SITE, number=self._number(stream or SITE),
            entries=len(held.fold), checked=self._checked(stream or SITE), digest=digest(held),
            state=msgspec.to_builtins(held.fold.snapshot(), order="deterministic"),
        )  # fmt: skip

    # Out -------------------------------------------------------------------------------------

    def _answer(self, ref: Any, **message: Any) -> None:
        if ref is not None:
            message["ref"] = ref
        self._put(message)

    def _refuse(self, ref: Any, refusal: Refusal) -> None:
        self._answer(ref, out="refused", code=refusal.code, why=refusal.why.english())

    def _number(self, stream: str) -> str:
        head = self._station.heads.get(stream)
        return head.number if head else ""

    def _checked(self, stream: str) -> int:
        head = self._station.heads.get(stream)
        return head.seq if head else 0

    def _on_changed(self, changed: Changed) -> None:
        entries = changed.changes.entries
        asked = all(entry.author == self._station.person for entry in entries)
        if not changed.foreign and asked and self._asking:
            self._accept(self._asking, changed.stream, entries)
        elif changed.foreign or not asked:  # or what the station does by itself
            now = self._station.now()
            for entry in entries:
                self._put(entry_line(entry, self._station.recorded(entry), now))
        if changed.withdrawn:
            ids = [entry.id for entry in changed.withdrawn]
            self._put({"out": "withdrawn", "stream": changed.stream, "ids": ids})

    def _on_shared(self, shared: Shared) -> None:
        held = self._station.incidents.get(shared.stream) or self._station.site
        for entry_id in shared.entries:
            entry = held.fold.entry(entry_id)
            recorded = self._station.recorded(entry) if entry else None
            if recorded:
                ref = self._refs.pop(entry_id, None)
                self._answer(ref, out="shared", stream=shared.stream, id=entry_id, seq=recorded.seq)
        number = self._number(shared.stream)
        if number and shared.stream not in self._numbers:
            self._numbers.add(shared.stream)
            self._put({"out": "number", "stream": shared.stream, "number": number})
        self._changed.set()

    def _on_connection(self, connection: Connection) -> None:
        line = connection_line(connection)
        if line != self._told:
            self._told = line
            self._put(line)
        for each in connection.refused:
            if each.entry not in self._refused:
                self._refused.add(each.entry)
                why = each.why.english()
                ref = self._refs.get(each.entry)
                self._answer(ref, out="refused", id=each.entry, code="not_allowed", why=why)
        self._changed.set()
