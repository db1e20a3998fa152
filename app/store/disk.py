"""Writing so that it is still there after a power cut."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

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


def free_name(path: Path) -> Path:
    """A name beside `path` that nothing has yet: outbox-damaged-1.jsonl and so on."""
    number = 1
    while (name := path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")).exists():
        number += 1
    return name
