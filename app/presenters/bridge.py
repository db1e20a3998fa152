"""The one bridge from the station to Qt: it carries what changed, and takes what is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, Signal

from app.models.command import Command, Refusal
from app.models.plan import Plan
from app.models.text import QT_TRANSLATE_NOOP, Phrase
from app.station.changed import Changed, Done, Shared
from app.station.connection import Connection
from app.station.files_here import Source
from app.station.station import Station
from app.store.outbox import NotKept

Spawn: TypeAlias = Callable[[Coroutine[Any, Any, None]], object]
"""Starts a coroutine under the station's supervisor."""


Offered: TypeAlias = Source | Callable[[], bytes]
"""Where a file is, what is in it, or what makes that, in a thread."""

_FAULT = QT_TRANSLATE_NOOP("Refusal", "An unexpected error: look whether it was recorded.")


class Bridge(QObject):
    changed = Signal(object)
    """Changed: entries joined a stream, from here or from elsewhere."""
    shared = Signal(object)
    """Shared: entries of ours are in the shared log now, or an incident has got its number."""
    connection_changed = Signal(object)
    """Connection."""
    file_changed = Signal(str)
    """The fingerprint of a file that is elsewhere, or further on its way, than before."""
    done = Signal(object)
    """Done: what was asked is on this machine's disk, and shown."""
    refused = Signal(object)
    """Refusal: what was asked was not done, and why; also if this machine could not keep it."""
    answered = Signal()
    """A command is done, refused, or came to grief; they are in the order in which they came."""

    def __init__(self, station: Station, spawn: Spawn, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.station = station
        self._spawn = spawn
        self.unanswered = 0
        """Of the commands, how many are neither done nor refused yet."""
        self._leave = (
            station.subscribe(self._on_changed),
            station.subscribe_shared(self._on_shared),
            station.subscribe_connection(self._on_connection),
            station.files.changed.add(self._on_file),
        )

    def close(self) -> None:
        """Hear nothing more of the station."""
        for leave in self._leave:
            leave()

    def ask(
        self,
        stream: str | None,
        command: Command,
        *,
        at: datetime | None = None,
        then: Callable[[Done | Refusal], None] | None = None,
    ) -> None:
        """Have the station decide and record; the answer comes as a signal, and to `then`."""
        self.unanswered += 1
        self._spawn(self._answer_counted(self.station.do(stream, command, at=at), then))

    def ask_for(
        self,
        asked: Coroutine[Any, Any, Done | Refusal],
        then: Callable[[Done | Refusal], None] | None = None,
    ) -> None:
        """As `ask`, where more than a command is to be done, which may wait for other machines."""
        self._spawn(self._answer(asked, then))

    def attach(
        self,
        stream: str,
        files: Sequence[tuple[Offered, str]],
        *,
        text: str = "",
        then: Callable[[Done | Refusal], None] | None = None,
    ) -> None:
        """Attach files (source, name), one after the other; each that is refused is told.

        `then` is told the first that was done, or why none was.
        """
        self._spawn(self._attach(stream, files, text, then))

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Have it run beside the rest; what goes wrong in it unexpectedly is reported."""
        self._spawn(work)

    async def _attach(
        self,
        stream: str,
        files: Sequence[tuple[Offered, str]],
        text: str,
        then: Callable[[Done | Refusal], None] | None,
    ) -> None:
        answers: list[Done | Refusal] = []
        try:
            for offered, name in files:
                source = await asyncio.to_thread(offered) if callable(offered) else offered
                attached = self.station.files.attach(stream, source, name=name, text=text)
                answers.append(await _answer_to(attached))
                if isinstance(answers[-1], Done):
                    self.done.emit(answers[-1])
            for refusal in (each for each in answers if isinstance(each, Refusal)):
                self.refused.emit(refusal)  # last: what is done clears away what was refused before
        except Exception:
            answers.append(_unexpected())
            raise
        finally:
            if then and answers:
                then(next((each for each in answers if isinstance(each, Done)), answers[-1]))

    async def _answer_counted(
        self,
        asked: Coroutine[Any, Any, Done | Refusal],
        then: Callable[[Done | Refusal], None] | None,
    ) -> None:
        try:
            await self._answer(asked, then)
        finally:
            self.unanswered -= 1
            self.answered.emit()

    async def _answer(
        self,
        asked: Coroutine[Any, Any, Done | Refusal],
        then: Callable[[Done | Refusal], None] | None,
    ) -> None:
        try:
            answer = await _answer_to(asked)
        except Exception:
            # Whoever waits for the answer must not wait for ever; the fault is reported above us.
            if then:
                then(_unexpected())
            raise
        if isinstance(answer, Refusal):
            self.refused.emit(answer)
        else:
            self.done.emit(answer)
        if then:
            then(answer)

    def now(self) -> datetime:
        return self.station.now()

    def plan_of(self, stream: str) -> Plan | None:
        incident = self.station.incidents.get(stream)
        return self.station.site.plan(incident.course.plan) if incident else None

    def number_of(self, stream: str) -> str:
        """The number people see; empty until the shared log has given one."""
        head = self.station.heads.get(stream)
        return head.number if head else ""

    def _on_changed(self, changed: Changed) -> None:
        self.changed.emit(changed)

    def _on_file(self, sha256: str) -> None:
        self.file_changed.emit(sha256)

    def _on_shared(self, shared: Shared) -> None:
        self.shared.emit(shared)

    def _on_connection(self, connection: Connection) -> None:
        self.connection_changed.emit(connection)


async def _answer_to(asked: Coroutine[Any, Any, Done | Refusal]) -> Done | Refusal:
    try:
        return await asked
    except NotKept as error:
        return Refusal(code="not_kept", why=error.why)


def _unexpected() -> Refusal:
    return Refusal(code="fault", why=Phrase("Refusal", _FAULT))
