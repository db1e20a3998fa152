"""Writing so that it is still there after a power cut."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

if sys.platform == "darwin":
    import fcntl

    def to_disk(handle: int) -> None:
        """Return when what was written is on the disk itself."""
        # There, fsync leaves it in the drive's own cache.
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)

else:

    def to_disk(handle: int) -> None:
        """Return when what was written is on the disk itself."""
        os.fsync(handle)


def folder_to_disk(folder: Path) -> None:
    """Make the names of new and renamed files durable."""
    if os.name == "nt":
        return  # NTFS journals names by itself, and folders cannot be opened
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_file(path: Path, content: bytes, *, sync: Callable[[int], None] = to_disk) -> None:
    """Give `path` new content: after a crash it has either all of the old or all of the new."""
    fresh = path.with_name(path.name + ".new")
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        sync(file.fileno())
    fresh.replace(path)
    folder_to_disk(path.parent)


def _for_us(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class Laid:
    """A whole file beside its place, under a name that is nobody's, until it is put there.

    What can go wrong (no room, no rights) goes wrong before: half of a file is never left behind.
    """

    def __init__(self, folder: Path, content: bytes, *, private: bool = False) -> None:
        """`private`: only who wrote it can read it. Raises `OSError`, and leaves nothing."""
        self._fresh = folder / f".{uuid4().hex}.part"
        try:
            with open(self._fresh, "xb", opener=_for_us if private else None) as file:
                file.write(content)
                file.flush()
                to_disk(file.fileno())
        except BaseException:
            self.drop()
            raise

    def put_over(self, path: Path) -> None:
        """In place of what is there. Raises `OSError`."""
        self._fresh.replace(path)

    def put_beside(self, path: Path) -> Path:
        """Never over what is there: the next free name. Raises `OSError`."""
        number = 1
        while True:
            tried = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
            try:
                tried.open("xb").close()
            except FileExistsError:
                number += 1
            else:
                self._fresh.replace(tried)
                return tried

    def drop(self) -> None:
        """Where it was not put anywhere."""
        self._fresh.unlink(missing_ok=True)


def can_be_replaced(path: Path) -> None:
    """Raises `OSError` for a folder, and for what another program holds open (as Windows does)."""
    if path.exists():
        path.open("r+b").close()


def write_whole(path: Path, content: bytes) -> None:
    """All of it or nothing. Raises `OSError`."""
    can_be_replaced(path)
    laid = Laid(path.parent, content)
    try:
        laid.put_over(path)
    finally:
        laid.drop()


def free_name(path: Path) -> Path:
    """A name beside `path` that nothing has yet: outbox-damaged-1.jsonl and so on."""
    number = 1
    while (name := path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")).exists():
        number += 1
    return name
