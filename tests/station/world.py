"""A world for stations in one process: a server in memory with lines to it, and a manual clock."""

from __future__ import annotations

import asyncio
import copy
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from app.models.command import Command, Open, PublishPlan, Refusal
from app.models.entry import Entry, Stored, Wire
from app.models.facts import Note, PersonSet, encode_fact
from app.models.planfile import read_plan
from app.models.text import Phrase
from app.station.changed import Done
from app.station.clock import Clock
from app.station.contacts_here import ContactsHere
from app.station.files_here import FilesHere
from app.station.ids import Ids
from app.station.station import Station
from app.station.supervisor import Supervisor
from app.store.beside import PART, Beside, Progress
from app.store.chain import GENESIS, relink
from app.store.contacts import Contact, Erased
from app.store.held import Held
from app.store.log import EntryRefused, Head, Link, LogAway, Moved, Presence, Receipt
from app.store.memory import MemoryLog
from app.store.outbox import Outbox
from tests.models.plans import SMALL

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


async def until(condition: Callable[[], object], within: float = 10.0) -> None:
    """Wait for something to become so."""
    async with asyncio.timeout(within):
        while not condition():  # noqa: ASYNC110  what is waited for is many things, not one event
            await asyncio.sleep(0.001)


class ManualTime:
    """Stands still unless moved; `ahead` is how far a wall clock is off."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.ahead = timedelta(0)

    def steady(self) -> float:
        return self.seconds

    def wall(self) -> datetime:
        return self.true() + self.ahead

    def true(self) -> datetime:
        return NOON + timedelta(seconds=self.seconds)


class Server:
    """The shared log, and what can become of it."""

    def __init__(self, time: ManualTime) -> None:
        self.time = time
        self.log = MemoryLog(time.true)
        self.up = True
        self.lines: list[ServerLine] = []
        self.no_right_to: set[str] = set()
        self._ticks = 0

    async def start(self) -> None:
        await self.log.open()

    def line(self) -> ServerLine:
        line = ServerLine(self)
        self.lines.append(line)
        return line

    def go_down(self) -> None:
        self.up = False
        self.cut()

    def come_up(self) -> None:
        self.up = True

    def cut(self) -> None:
        """Break all lines; they can be called again at once."""
        for line in self.lines:
            line.broken.set()

    def snapshot(self) -> MemoryLog:
        log = MemoryLog(self.time.true)
        log._streams = copy.deepcopy(self.log._streams)
        log._entries = {stream: list(rows) for stream, rows in self.log._entries.items()}
        log._receipts = dict(self.log._receipts)
        return log

    async def set_back(self, snapshot: MemoryLog) -> None:
        """As after a fail-over to a machine that had not heard of the last entries."""
        await snapshot.open()
        self.log = snapshot
        self.cut()

    def entries(self, stream: str) -> list[Stored]:
        return self.log._entries.get(stream, [])

    def alter(self, stream: str, seq: int, data: str) -> Stored:
        """Change an entry from behind; answers what it was."""
        rows = self.entries(stream)
        before = rows[seq - 1]
        entry = msgspec.structs.replace(before.entry, author="somebody else")
        rows[seq - 1] = msgspec.structs.replace(before, entry=entry, data=data)
        return before

    def announce_falsely(self, stream: str, text: str) -> Entry:
        """Send a notice of an entry that was never recorded, as anybody with a login may."""
        row = self.log._streams[stream]
        fact = Note(text=text)
        now = self.time.true()
        entry = Entry(
            id=Ids()(now), stream=stream, at=now, author="Mallory", station="nowhere", fact=fact
        )
        false = Stored(
            entry=entry, seq=row.seq + 1, recorded_at=now, recorded_by="db",
            data=encode_fact(fact), hash=b"",
        )  # fmt: skip
        false = msgspec.structs.replace(false, hash=relink(row.head, false))
        for follower in self.log._followers:
            follower.put_nowait(Moved(stream=stream, seq=false.seq, stored=false))
        return entry

    def rewrite_without(self, stream: str, seq: int) -> None:
        """Take an entry out and forge the chain so that it holds again."""
        rows = self.entries(stream)
        gone = rows.pop(seq - 1)
        del self.log._receipts[gone.entry.id]
        head = GENESIS
        for nth, row in enumerate(rows):
            moved = msgspec.structs.replace(row, seq=nth + 1)
            head = relink(head, moved)
            rows[nth] = msgspec.structs.replace(moved, hash=head)
            receipt = self.log._receipts[row.entry.id]
            self.log._receipts[row.entry.id] = msgspec.structs.replace(
                receipt, seq=nth + 1, hash=head
            )
        self.log._streams[stream].seq, self.log._streams[stream].head = len(rows), head


class ServerLine:
    """One station's line to the server: it can be cut, stalled, or lose an answer."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self.broken = asyncio.Event()
        self.broken.set()
        self.flowing = asyncio.Event()
        self.flowing.set()
        self.lose_answers = 0
        self.notifies = True

    async def _log(self) -> MemoryLog:
        await self.flowing.wait()
        if self.broken.is_set() or not self._server.up:
            raise LogAway(Phrase("Test", "The line is broken."))
        return self._server.log

    async def open(self) -> None:
        await self.flowing.wait()
        if not self._server.up:
            raise LogAway(Phrase("Test", "Nobody answers."))
        self.broken.clear()

    async def close(self) -> None:
        self.broken.set()

    async def append(self, entries: Sequence[Wire], *, year: int) -> list[Receipt]:
        log = await self._log()
        for wire in entries:
            if wire.kind in self._server.no_right_to:
                raise EntryRefused(Phrase("Test", "No right to this."), entry=wire.id)
        # Two appends are never in the same microsecond.
        self._server.time.seconds += 0.000_01
        receipts = await log.append(entries, year=year)
        if self.lose_answers:
            self.lose_answers -= 1
            self.broken.set()
            await self._log()
        return receipts

    async def read(self, stream: str, after: int = 0, limit: int = 10_000) -> list[Stored]:
        return await (await self._log()).read(stream, after, limit)

    async def read_many(self, after: Mapping[str, int]) -> list[Stored]:
        return await (await self._log()).read_many(after)

    async def heads(self, *, open_only: bool = False) -> list[Head]:
        return await (await self._log()).heads(open_only=open_only)

    async def head(self, stream: str) -> Head | None:
        return await (await self._log()).head(stream)

    async def links(self, after: tuple[str, int] = ("", 0), limit: int = 20_000) -> list[Link]:
        return await (await self._log()).links(after, limit)

    async def clock(self) -> datetime:
        return await (await self._log()).clock()

    @property
    def beside(self) -> Beside:
        beside = self._server.log.beside
        return msgspec.structs.replace(
            beside, files=FilesLine(self._log), contacts=ContactsLine(self._log)
        )

    async def be_present(self, presence: Presence) -> list[Presence]:
        return await (await self._log()).be_present(presence)

    async def follow(self) -> AsyncGenerator[Moved]:
        log = await self._log()
        notices: asyncio.Queue[Moved | None] = asyncio.Queue()
        pump = asyncio.create_task(_pump(log, notices))
        cut = asyncio.create_task(self._tell_cut(notices))
        try:
            while moved := await notices.get():
                await self.flowing.wait()
                yield moved
        finally:
            for task in (pump, cut):
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
        raise LogAway(Phrase("Test", "The line broke."))

    async def _tell_cut(self, notices: asyncio.Queue[Moved | None]) -> None:
        await self.broken.wait()
        notices.put_nowait(None)


class FilesLine:
    """The files beside the log, over a line to it."""

    def __init__(self, log: Callable[[], Awaitable[MemoryLog]]) -> None:
        self._log = log

    async def progress(self, fingerprints: Iterable[str]) -> Mapping[str, Progress]:
        return await (await self._log()).beside.files.progress(fingerprints)

    async def put(self, sha256: str, *, size: int, start: int, part: bytes) -> Progress:
        files = (await self._log()).beside.files
        return await files.put(sha256, size=size, start=start, part=part)

    async def get(self, sha256: str, *, start: int = 0, limit: int = PART) -> bytes:
        return await (await self._log()).beside.files.get(sha256, start=start, limit=limit)


class ContactsLine:
    """The contacts beside the log, over a line to it."""

    def __init__(self, log: Callable[[], Awaitable[MemoryLog]]) -> None:
        self._log = log

    async def keep(self, contact: Contact) -> None:
        await (await self._log()).beside.contacts.keep(contact)

    async def of(self, stream: str) -> list[Contact]:
        return await (await self._log()).beside.contacts.of(stream)

    async def erase(self, key: str) -> None:
        await (await self._log()).beside.contacts.erase(key)

    async def erase_due(self) -> list[Erased]:
        return await (await self._log()).beside.contacts.erase_due()


async def _pump(log: MemoryLog, notices: asyncio.Queue[Moved | None]) -> None:
    async for moved in log.follow():
        notices.put_nowait(moved)


class World:
    """Stations on one server; `errors` are what their supervisor was told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.time = ManualTime()
        self.server = Server(self.time)
        self.errors: list[Exception] = []
        self.supervisor = Supervisor(lambda _name, error: self.errors.append(error))
        self._running: dict[Station, tuple[Outbox, Held]] = {}
        self._lines: dict[Station, ServerLine] = {}

    async def station(self, name: str, *, time: ManualTime | None = None) -> Station:
        """A running station; one of the same name has the same folder."""
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        outbox, held = Outbox(folder), Held(folder)
        await outbox.open()
        await held.open()
        files = FilesHere(self.folder / "files of" / name, own=folder, log="log")
        contacts = ContactsHere(folder)
        contacts.open()
        line = self.server.line()
        time = time or self.time
        station = Station(
            log=line, outbox=outbox, held=held, files=files, contacts=contacts,
            supervisor=self.supervisor, key=name, name=name, person=f"{name}’s person",
            kind="desk", new_id=Ids(), clock=Clock(time.steady, time.wall),
        )  # fmt: skip
        await station.start()
        self._running[station] = (outbox, held)
        self._lines[station] = line
        return station

    async def connected(self, name: str) -> Station:
        station = await self.station(name)
        await until(lambda: station.connection.is_up)
        return station

    def line_of(self, station: Station) -> ServerLine:
        return self._lines[station]

    async def stop(self, station: Station) -> None:
        await station.stop()
        outbox, held = self._running.pop(station)
        await outbox.close()
        await held.close()

    async def close(self) -> None:
        for station in list(self._running):
            await self.stop(station)
        await self.supervisor.close()


async def done(station: Station, stream: str | None, command: Command) -> tuple[Entry, ...]:
    answer = await station.do(stream, command)
    assert isinstance(answer, Done), answer
    return answer.entries


async def refused(station: Station, stream: str | None, command: Command) -> Refusal:
    answer = await station.do(stream, command)
    assert isinstance(answer, Refusal), answer
    return answer


async def opened(station: Station) -> str:
    """An incident on a plan with two people, opened at this station."""
    reading = read_plan(SMALL, file="small.yaml")
    assert reading.value is not None
    await done(station, None, PublishPlan(document=reading.value))
    for key, name in (("p1", "Ann"), ("p2", "Bo")):
        await done(station, None, PersonSet(person=key, name=name, group="order"))
    entries = await done(station, None, Open(plan="small", title="Crowd", place="Gate"))
    return entries[0].stream
