"""A folder for each running station: several windows on one machine, each with its own."""

from __future__ import annotations

import hashlib
import io
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from app.store.address import Kind, parse
from app.store.disk import replace_file

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        # Not `lockf`: that lock is the whole process's, and closing any other handle drops it.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Slot:
    """A folder that is this station's alone for as long as it runs, and free after any crash."""

    def __init__(self, folder: Path, lock: io.FileIO) -> None:
        self.folder = folder
        self._lock = lock

    @property
    def key(self) -> str:
        """What tells the station in this slot from all others, for as long as the slot exists."""
        file = self.folder / "key"
        if not file.exists():
            replace_file(file, secrets.token_hex(8).encode())
        return file.read_text(encoding="ascii")

    def release(self) -> None:
        self._lock.close()

    def left_behind(self) -> Iterator[Slot]:
        """The other slots that nobody uses now, each locked until the next is asked for."""
        for folder in sorted(self.folder.parent.iterdir()):
            other = _try(folder) if folder.is_dir() and folder != self.folder else None
            if other is None:
                continue
            try:
                yield other
            finally:
                other.release()


def take_slot(data: Path, url: str) -> Slot:
    """The first free slot for the log at `url`. Raises `OSError`, or `LogUnusable` for the URL."""
    home = data / "stations" / _name(url)
    number = 1
    while (slot := _try(home / str(number), make=True)) is None:
        number += 1
    return slot


def _try(folder: Path, *, make: bool = False) -> Slot | None:
    if make:
        folder.mkdir(parents=True, exist_ok=True)
    lock = (folder / "lock").open("ab", buffering=0)
    try:
        _lock(lock.fileno())
    except OSError as error:
        lock.close()
        if isinstance(error, BlockingIOError | PermissionError):  # the latter on Windows
            return None  # somebody has it
        raise  # this disk has no locks: the next slot would have none either
    return Slot(folder, lock)


def _name(url: str) -> str:
    """By where the log is, whoever logs in and however: a new password must lose no outbox."""
    address = parse(url)
    place = str(address.path)
    if address.kind is Kind.POSTGRES:
        hosts = ",".join(sorted(address.hosts.split(",")))
        place = hosts + urlsplit(address.url).path
    return hashlib.sha256(f"{address.kind.value} {place}".encode()).hexdigest()[:16]
