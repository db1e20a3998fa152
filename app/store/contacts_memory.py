"""Contacts beside a log in memory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec

from app.store.contacts import LATEST, Contact, Erased, check_contact


class MemoryContacts:
    """`check_open` raises while the log is not open; `now` is the log's clock."""

    def __init__(self, check_open: Callable[[], None], now: Callable[[], datetime]) -> None:
        self._check_open = check_open
        self._now = now
        self._kept: dict[str, Contact] = {}

    async def keep(self, contact: Contact) -> None:
        self._check_open()
        check_contact(contact)
        other = self._kept.get(contact.key)
        if contact.erase_by > self._now() and (other is None or other.stream == contact.stream):
            before = other.erase_by if other else contact.erase_by
            until = min(contact.erase_by, before, self._now() + LATEST)
            self._kept[contact.key] = msgspec.structs.replace(contact, erase_by=until)

    async def of(self, stream: str) -> list[Contact]:
        self._check_open()
        return [each for _, each in sorted(self._kept.items()) if each.stream == stream]

    async def erase(self, key: str) -> None:
        self._check_open()
        self._kept.pop(key, None)

    async def erase_due(self) -> list[Erased]:
        self._check_open()
        due = [each for each in self._kept.values() if each.erase_by <= self._now()]
        return [_gone(self._kept.pop(each.key)) for each in due]


def _gone(contact: Contact) -> Erased:
    return Erased(key=contact.key, stream=contact.stream)
