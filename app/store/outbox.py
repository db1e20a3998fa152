"""The outbox: what was typed here and the shared log may not have yet, safe on this disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from app.models.entry import Wire
from app.models.text import QT_TRANSLATE_NOOP, Phrase
from app.store.disk import to_disk
from app.store.journal import Damage, Journal

NAME = "outbox.jsonl"

T = TypeVar("T")


class NotKept(OSError):  # noqa: N818  reads as what is so
    """This machine's disk would not take it: what was asked is not done. `why` says what to do."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(why.english())
        self.why = why


class Outbox:
    """Works in a thread of its own, so that nobody but the one who asks waits for the disk."""

    def __init__(self, folder: Path, *, sync: Callable[[int], None] = to_disk) -> None:
        self._path = folder / NAME
        self._journal = Journal(self._path, sync=sync)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="outbox")
        self._waiting: dict[str, Wire] = {}
        self.found: Phrase | None = None
        """What was found damaged on opening, and where it is now."""

    @property
    def waiting(self) -> Mapping[str, Wire]:
        """By id, in the order in which they were put."""
        return MappingProxyType(self._waiting)

    async def open(self) -> None:
        """Raises `NotKept`."""
        damage = await self._do(self._journal.open)
        self._waiting = dict(self._journal.waiting)
        self.found = _say(damage, len(self._waiting)) if damage else None

    async def put(self, entries: Sequence[Wire]) -> None:
        """Returns when all are on the disk. Raises `NotKept` if any is not: then none counts."""
        await self._do(lambda: self._journal.put(entries))
        for wire in entries:
            self._waiting.setdefault(wire.id, wire)

    async def confirm(self, ids: Sequence[str]) -> None:
        """The shared log has these, and so does this machine. Raises `NotKept`; harmless."""
        for entry_id in ids:
            self._waiting.pop(entry_id, None)
        await self._do(lambda: self._journal.confirm(ids))

    async def adopt(self, folder: Path) -> None:
        """Take over what waits in another outbox's folder, which nobody uses."""
        left = Outbox(folder)
        try:
            await left.open()
            if left.waiting:
                await self.put(list(left.waiting.values()))
                await left.confirm(list(left.waiting))
        except NotKept as error:  # it stays where it is, for the next start
            self.found = self.found or error.why
        finally:
            await left.close()
        self.found = self.found or left.found

    async def close(self) -> None:
        await self._do(self._journal.close)
        self._thread.shutdown()

    async def _do(self, work: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, work)
        except OSError as error:
            raise NotKept(_why(self._path, error)) from error


def _why(path: Path, error: OSError) -> Phrase:
    said = error.strerror or str(error)
    template = QT_TRANSLATE_NOOP(
        "Outbox",
        "This was not recorded: {path} cannot be written ({said}). Free some space or check the "
        "disk, then do it again.",
    )
    return Phrase("Outbox", template, {"path": str(path), "said": said})


def _say(damage: Damage, kept: int) -> Phrase:
    template = QT_TRANSLATE_NOOP(
        "Outbox",
        "The outbox was damaged. What could be read was kept ({kept} waiting); what could not was "
        "moved to {path}. Check the disk, and compare the last entries with your notes.",
    )
    if damage.torn:
        template = QT_TRANSLATE_NOOP(
            "Outbox",
            "The outbox was cut in half while it was written: nothing that was shown as done is "
            "lost ({kept} waiting). The rest of a line is in {path}.",
        )
    return Phrase("Outbox", template, {"kept": kept, "path": str(damage.moved_to)})
