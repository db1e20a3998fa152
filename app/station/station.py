"""A station: what it holds, what can be done there, and how it stands to the shared log."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime

from app.models.command import Command, Desk, Open, Refusal
from app.models.decide import decide
from app.models.entry import SITE, Draft, Entry, Stored, to_micros, to_wire
from app.models.incident import Incident
from app.models.shift import is_shift
from app.models.site import Site
from app.station.addressbook import AddressBook
from app.station.agenda import Agenda
from app.station.bulk import bulk
from app.station.changed import Changed, Done, Shared
from app.station.clock import Clock
from app.station.connection import Connection
from app.station.contacts import KeptContacts
from app.station.contacts_here import ContactsHere
from app.station.files import Files
from app.station.files_here import FilesHere
from app.station.forgetting import CLOSED_KEPT, Forgetting
from app.station.holding import Recorded
from app.station.holdings import Holdings
from app.station.identity import Identity
from app.station.keeper import Keeper
from app.station.presence import ClockWatch
from app.station.status import Status
from app.station.supervisor import Supervisor
from app.station.wiring import wire
from app.station.words import away, withdrawn
from app.store.held import Held
from app.store.log import Head, LogAway, Presence, SharedLog
from app.store.outbox import Outbox

_ALL = -1
"""SQLite's own word for no limit."""


class Station:
    """Everything happens in one event loop; nothing here waits for the network but `load`.

    `name` stands in every entry typed here, `person` is their author, `key` tells this station
    from others of the same name. `new_id` makes growing UUIDv7s. Outbox, held and contacts come
    open.
    """

    def __init__(
        self,
        *,
        log: SharedLog,
        outbox: Outbox,
        held: Held,
        files: FilesHere,
        contacts: ContactsHere,
        supervisor: Supervisor,
        key: str,
        name: str,
        person: str,
        kind: str,
        new_id: Callable[[datetime], str],
        clock: Clock,
    ) -> None:
        self.name, self.person, self.kind = name, person, kind
        self.is_on_this_machine = False
        """Whether the shared log is a file of this machine's."""
        self.remember: Callable[[Identity], None] = lambda _who: None
        """Keeps who this is for the next start. May raise `OSError`."""
        self._key = key
        self._log, self._outbox, self._held = log, outbox, held
        self._supervisor = supervisor
        self._new_id = new_id
        self._clock = clock
        self._doing = asyncio.Lock()
        self._tasks: list[asyncio.Task[None]] = []
        self._status = status = Status(clock.now, supervisor.failed)
        self._keeper = Keeper(held, outbox, status)
        self._holdings = Holdings(held, outbox, self._keeper, supervisor.failed)
        self._holdings.changed.add(self._note_withdrawn)
        self._agenda = Agenda()
        self._forgetting = Forgetting(self._holdings, held, clock.now)
        self.look_at = self._forgetting.look_at
        self.book = AddressBook(log.beside.addresses, supervisor.failed)
        self.archive = log.beside.archive
        self._push, self._line = wire(
            log=log, outbox=outbox, held=held, keeper=self._keeper, holdings=self._holdings,
            agenda=self._agenda, status=status, clock=clock, me=self._me,
        )  # fmt: skip
        self.files = Files(
            log=log, here=files, do=self.do, held=self._holdings, failed=supervisor.failed
        )
        status.listeners.add(self.files.note_connection)
        self.contacts = KeptContacts(
            kept=log.beside.contacts, here=contacts, do=self.do, incidents=self.incidents,
            load=self.load, now=clock.now,
        )  # fmt: skip
        status.listeners.add(self.contacts.note_connection)

    def rename(self, name: str, person: str) -> None:
        """Somebody else sits here now, or it is another desk; what was written stays theirs."""
        self.name, self.person = name, person
        try:
            self.remember(Identity(station=name, person=person))
        except OSError as error:
            self._supervisor.failed("identity", error)

    # Beginning and end -----------------------------------------------------------------------

    async def start(self) -> None:
        """Show what this machine has; the shared log is called in the background."""
        self._status.tell_local(self._outbox.found)
        self._status.tell_local(self._held.found)
        with bulk():
            await self._take_up()
        self._push.count()
        await self.files.open()
        keep = self._supervisor.keep
        watch = ClockWatch(self._clock, self._status)
        self._tasks = [
            keep(self._keeper.run, "keeper"),
            keep(self._line.run, "line"),
            keep(watch.run, "clock"),
            keep(self.files.sending.run, "files out"),
            keep(self.files.fetching.run, "files in"),
            keep(self.contacts.run, "contacts"),
            keep(self._forgetting.run, "forgetting"),
        ]

    async def _take_up(self) -> None:
        await self._held.forget_closed(to_micros(self.now() - CLOSED_KEPT))
        heads = [head for head in await self._held.heads() if head.open or head.stream == SITE]
        waiting = [wire.stream for wire in self._outbox.waiting.values()]
        for stream in dict.fromkeys([SITE, *(head.stream for head in heads), *waiting]):
            holding = await self._holdings.hold(stream)
            self._status.set_break(stream, holding.broken)
        self._holdings.set_heads(heads)

    async def stop(self) -> None:
        """End all work; what waits stays in the outbox for the next start."""
        async with self._doing:  # what is being written is also shown
            for task in self._tasks:
                await self._supervisor.end(task)
        await self._keeper.flush()
        await self.files.close()

    async def settled(self) -> None:
        """Return once everything is here, or it is known that the shared log is out of reach."""
        await self._line.settled.wait()

    # What is held ----------------------------------------------------------------------------

    @property
    def site(self) -> Site:
        return self._holdings.site

    @property
    def incidents(self) -> Mapping[str, Incident]:
        """By stream: those unsettled, or so until lately; those asked for; and the logs of shifts,

        which fold the same but are never opened. A live view.
        """
        return self._holdings.incidents

    @property
    def heads(self) -> Mapping[str, Head]:
        """By stream: numbers, and how far each chain was checked here."""
        return self._holdings.heads

    @property
    def checked(self) -> int:
        """How many of the shared log's entries were checked against their chains here."""
        return sum(holding.seq for holding in self._holdings)

    @property
    def connection(self) -> Connection:
        return self._status.connection

    def now(self) -> datetime:
        """The shared log's clock."""
        return self._clock.now()

    def recorded(self, entry: Entry) -> Recorded | None:
        """Where it stands in the shared log; None while it is not known to be there."""
        holding = self._holdings.get(entry.stream)
        return holding.recorded.get(entry.id) if holding else None

    def is_waiting(self, entry_id: str) -> bool:
        """Whether the shared log does not have it yet."""
        return entry_id in self._holdings.unshared

    def waiting_in(self, stream: str) -> int:
        return sum(each == stream for each in self._holdings.unshared.values())

    async def load(self, stream: str) -> Incident | None:
        """Hold a settled incident or an old shift log too; None if there is none such.

        It stays for a while, and then for as long as somebody looks at it. Raises `LogAway` if it
        is neither held here nor within reach.
        """
        self._forgetting.keep(stream)
        if not self.connection.is_up:
            if stream not in self.incidents:
                raise LogAway(away())
            return self.incidents[stream]
        if stream not in self._holdings.heads:
            head = await self._log.head(stream)
            if head is None:
                return None
            self._holdings.add_head(head)
        await self._agenda.ask(stream)
        self._forgetting.keep(stream)  # a long one takes its time
        return self.incidents.get(stream)

    async def stream_of(self, number: str) -> str | None:
        """The stream of an incident by the number people see; closed ones only if connected."""
        for head in self.heads.values():
            if head.number == number:
                return head.stream
        if not self.connection.is_up:
            return None
        return next((h.stream for h in await self._log.heads() if h.number == number), None)

    async def stored(self, stream: str) -> list[Stored]:
        """The shared log's entries of a held stream, as far as they were proven here, by seq."""
        await self._keeper.flush()
        return await self._held.rows(stream, limit=_ALL)

    def shift(self, stream: str) -> Incident:
        """The log of a shift, held from now on; empty while nobody has written in it."""
        folded = self._holdings.begin(stream).folded
        assert isinstance(folded, Incident)  # noqa: S101  by its stream's name
        return folded

    # What can be done ------------------------------------------------------------------------

    async def do(
        self,
        stream: str | None,
        command: Command,
        *,
        at: datetime | None = None,
        author: str | None = None,
    ) -> Done | Refusal:
        """Decide, keep on this machine's disk, show, and send in the background.

        `at` is when it happened, now if not given. `stream` is not needed for `Open` and for what
        concerns the site. Raises `NotKept` (an `OSError`): then nothing was recorded.
        """
        # What is on the disk must also be shown, whoever loses patience meanwhile.
        return await asyncio.shield(self._do(stream, command, at, author or self.person))

    async def _do(
        self, stream: str | None, command: Command, at: datetime | None, author: str
    ) -> Done | Refusal:
        async with self._doing:
            now = self.now()
            desk = self._desk(stream, command, author, now)
            drafts = decide(desk, command, at=at or now, now=now)
            if isinstance(drafts, Refusal):
                return drafts
            entries = tuple(self._entry(draft, author, now) for draft in drafts)
            await self._outbox.put([to_wire(entry) for entry in entries])
            self._holdings.add_own(entries)
            self._push.wake()
            return Done(stream=entries[0].stream if entries else stream or SITE, entries=entries)

    def _desk(self, stream: str | None, command: Command, author: str, now: datetime) -> Desk:
        if isinstance(command, Open):
            return Desk(site=self.site, stream=self._new_id(now), author=author)
        if stream and is_shift(stream):
            return Desk(site=self.site, incident=self.shift(stream), author=author)
        incident = self.incidents.get(stream) if stream else None
        plan = self.site.plan(incident.course.plan) if incident else None
        return Desk(site=self.site, incident=incident, plan=plan, author=author)

    def _entry(self, draft: Draft, author: str, now: datetime) -> Entry:
        return Entry(
            id=self._new_id(now), stream=draft.stream, at=draft.at, author=author,
            station=self.name, fact=draft.fact,
        )  # fmt: skip

    def _me(self) -> Presence:
        return Presence(
            station=self._key, name=self.name, person=self.person, kind=self.kind, seen=self.now()
        )

    def _note_withdrawn(self, changed: Changed) -> None:
        if changed.withdrawn:
            self._status.tell_local(withdrawn())

    # Listening -------------------------------------------------------------------------------

    def subscribe(self, listener: Callable[[Changed], None]) -> Callable[[], None]:
        """Called after each change of what is held; returns what ends it."""
        return self._holdings.changed.add(listener)

    def subscribe_shared(self, listener: Callable[[Shared], None]) -> Callable[[], None]:
        return self._holdings.shared.add(listener)

    def subscribe_connection(self, listener: Callable[[Connection], None]) -> Callable[[], None]:
        return self._status.listeners.add(listener)

    def dismiss_notices(self) -> None:
        """A person has read what is over: damage mended, a clock that jumped, a log set back."""
        self._status.dismiss()
