"""Contacts that the shared log does not have yet: in a file that only this user can read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import msgspec

from app.station.programlog import Logger
from app.store.contacts import Contact, Row, from_row, to_row
from app.store.disk import folder_to_disk, to_disk

NAME = "contacts.json"

_log = Logger(__name__)
_decode = msgspec.json.Decoder(list[Row]).decode


class ContactsHere:
    """For use in threads: everything waits for the disk. Raises `OSError` for what it cannot do.

    The file is there only while something waits in it.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._waiting: dict[str, Contact] = {}

    @property
    def waiting(self) -> Mapping[str, Contact]:
        """By key."""
        return MappingProxyType(self._waiting)

    def open(self) -> None:
        self._waiting = {contact.key: contact for contact in _read(self._path)}

    def put(self, contact: Contact) -> None:
        """Return when it is on the disk."""
        self._write({**self._waiting, contact.key: contact})

    def drop(self, key: str) -> None:
        """The shared log has it, or nobody may have it any more. Harmless if there is none."""
        if key in self._waiting:
            self._write({each: kept for each, kept in self._waiting.items() if each != key})

    def adopt(self, folder: Path) -> None:
        """Take over what a station that is gone left in its folder."""
        left = ContactsHere(folder)
        left.open()
        if left.waiting:
            self._write({**left.waiting, **self._waiting})
            left._write({})

    def _write(self, waiting: dict[str, Contact]) -> None:
        if waiting:
            _replace(self._path, msgspec.json.encode([to_row(each) for each in waiting.values()]))
        else:
            self._path.unlink(missing_ok=True)
        self._waiting = waiting


def _replace(path: Path, content: bytes) -> None:
    """Readable by nobody else at any moment, and after a crash the old or the new."""
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)  # left half-written by a crash, perhaps
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            to_disk(file.fileno())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    folder_to_disk(path.parent)


def _read(path: Path) -> list[Contact]:
    """What cannot be read is not kept aside: nobody could tell when it has to be erased."""
    path.with_name(path.name + ".new").unlink(missing_ok=True)
    if not path.exists():
        return []
    try:
        return [from_row(*row) for row in _decode(path.read_bytes())]
    except (msgspec.DecodeError, OverflowError):
        _log.error("contacts that waited could not be read; they were deleted", path=str(path))
        path.unlink()
        return []
