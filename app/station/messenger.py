"""Sends what somebody here pressed send for, and records how it went."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any

from app.models import facts as f
from app.models.command import Refusal
from app.models.entry import SITE
from app.models.message_failures import Failure, why
from app.models.message_states import MessageState
from app.station.by_itself import AUTHOR, BEGIN_WITH, NOBODY, send_by_itself, what_had_begun
from app.station.changed import Changed
from app.station.clock import steady_seconds
from app.station.connection import Connection
from app.station.postman import Letter, Postman
from app.station.station import Station
from app.station.supervisor import Supervisor
from app.store.addresses import Address

AT_ONCE = 8
"""Messages under way at one time; the others wait for their turn."""

REFRESH_EVERY = 60.0
"""Seconds after which another station's change of an address is here at the latest."""

_NEEDS_NO_RESULT = ("message_delivered", "unknown_message")
"""Refused with these, a result is told already, or the message was struck."""


class Messenger:
    """Only the station at which it was recorded that a message is sent also sends it.

    `postman` is the guard: without one that carries, nothing leaves this machine. `time` says a
    time of day as people here read it.
    """

    def __init__(
        self,
        station: Station,
        *,
        postman: Postman,
        supervisor: Supervisor,
        time: Callable[[datetime], str],
    ) -> None:
        self._station, self._postman, self._supervisor = station, postman, supervisor
        self._book = station.book
        self._time = time
        self._began = station.now()
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._look_again = asyncio.Event()
        self._warm = False
        self._leave = (
            station.subscribe(self._take),
            station.subscribe_connection(self._note_connection),
        )
        self._tasks: set[asyncio.Task[None]] = set()
        self._own(supervisor.keep(self._keep_book_fresh, "addresses"))
        self._own(supervisor.spawn(self._give_up_what_was_before(), "messages of before"))

    def close(self) -> None:
        """What is under way is given up; the next start says that it is not known how it went."""
        for leave in self._leave:
            leave()
        for task in self._tasks:
            task.cancel()

    async def test(self, address: Address, subject: str, text: str) -> str:
        """Send outside of any incident: nothing is recorded. Empty, or why it failed."""
        return await self._postman.post(Letter(url=address.url, subject=subject, text=text))

    async def reads(self, url: str) -> bool:
        """Whether an address can be sent to at all."""
        return await self._postman.reads(url)

    def _own(self, task: asyncio.Task[None]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _spawn(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._own(self._supervisor.spawn(work, name))

    # Sending -----------------------------------------------------------------------------------

    def _take(self, changed: Changed) -> None:
        if changed.foreign or changed.stream == SITE:
            return
        for entry in changed.changes.entries:
            if isinstance(entry.fact, f.MessageSent):
                self._spawn(self._send(changed.stream, entry.fact), "message")
        if changed.changes.touches(*BEGIN_WITH):
            entries = changed.changes.entries
            work = send_by_itself(self._station, self._book, changed.stream, entries, self._time)
            self._spawn(work, "messages by themselves")

    async def _send(self, stream: str, fact: f.MessageSent) -> None:
        async with self._turns:
            began = steady_seconds()
            failure = await self._attempt(stream, fact)
            took = round((steady_seconds() - began) * 1000)
        result = (
            f.MessageFailed(message=fact.message, why=failure, took_ms=took) if failure
            else f.MessageDelivered(message=fact.message, took_ms=took)
        )  # fmt: skip
        await self._record(stream, result)

    async def _record(self, stream: str, result: f.MessageDelivered | f.MessageFailed) -> None:
        """What cannot be recorded as it is, is recorded bare: a message is never silent."""
        bare = (
            f.MessageFailed(message=result.message, why=result.why.partition(":")[0])
            if isinstance(result, f.MessageFailed)
            else f.MessageDelivered(message=result.message)
        )
        refused = await self._refused(stream, result) and await self._refused(stream, bare)
        if refused:
            self._supervisor.failed("message", RuntimeError(refused))

    async def _refused(self, stream: str, result: f.KnownFact) -> str:
        """The code of why it is not recorded though it should be; else empty."""
        refusal = await self._station.do(stream, result, author=AUTHOR)
        if not isinstance(refusal, Refusal) or refusal.code in _NEEDS_NO_RESULT:
            return ""
        return refusal.code

    async def _attempt(self, stream: str, fact: f.MessageSent) -> str:
        """Empty once it was taken, else why not; whatever happens, it is said."""
        try:
            address = await self._address(fact.address)
            if address is None or not address.active:
                return why(self._unknown(fact.address))
            if not address.is_open_to(drill=self._station.incidents[stream].course.drill):
                return why(Failure.NOT_FOR_DRILLS)
            letter = Letter(url=address.url, subject=fact.subject, text=fact.text)
            return await self._postman.post(letter)
        except Exception as error:  # noqa: BLE001  a failed message is told, never silent
            # Without its text and traceback, in which the address may stand.
            self._supervisor.failed("message", RuntimeError(type(error).__name__))
            return why(Failure.NOT_TAKEN, type(error).__name__)

    def _unknown(self, address: str) -> Failure:
        if not self._book.is_read:
            return Failure.ADDRESSES_AWAY
        return Failure.NO_ADDRESS if address == NOBODY else Failure.NO_SUCH_ADDRESS

    async def _address(self, key: str) -> Address | None:
        if self._station.connection.is_up:
            await self._book.refresh(older_than=1.0 if self._book.get(key) else 0.0)
        return self._book.get(key)

    # At the start and from then on -----------------------------------------------------------

    async def _give_up_what_was_before(self) -> None:
        """Messages of this station that have no result, from before it ended or crashed."""
        await self._station.settled()
        for stream, incident in list(self._station.incidents.items()):
            for key, value in list(incident.messages.items()):
                is_ours = value.station == self._station.name
                before = value.sent_at is not None and value.sent_at < self._began
                if value.state is MessageState.SENDING and is_ours and before:
                    lost = f.MessageFailed(message=key, why=why(Failure.NOT_KNOWN))
                    await self._station.do(stream, lost, author=AUTHOR)

        for stream in list(self._station.incidents):
            entries = [each for each in what_had_begun(self._station, stream)
                       if each.typed_at < self._began]  # fmt: skip
            work = send_by_itself(
                self._station, self._book, stream, entries, self._time, unsaid=True
            )
            self._spawn(work, "messages by themselves")

    async def _keep_book_fresh(self) -> None:
        while True:
            self._look_again.clear()
            if self._station.connection.is_up:
                await self._book.refresh()
                await self._warm_up()
            try:
                async with asyncio.timeout(REFRESH_EVERY):
                    await self._look_again.wait()
            except TimeoutError:
                continue

    async def _warm_up(self) -> None:
        """The first message need not wait for the library: half a second on a small machine."""
        if self._book.known and not self._warm:
            self._warm = True
            await self._postman.reads(self._book.known[0].url)

    def _note_connection(self, connection: Connection) -> None:
        if connection.is_up and not self._book.is_read:
            self._look_again.set()
