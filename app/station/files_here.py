"""Photos and files on this machine: by fingerprint, whole or not there at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TypeAlias
from uuid import uuid4

import msgspec

from app.models.files import MOST_BYTES
from app.store.beside import is_file
from app.store.disk import folder_to_disk, to_disk

Source: TypeAlias = Path | bytes
"""Where a file is, or what is in it."""

_AT_ONCE = 1 << 20


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A file that is on this machine's disk; `fresh` if it was not before."""

    sha256: str
    size: int
    fresh: bool


class NotTaken(Exception):  # noqa: N818  reads as what is so
    """`code` of a refusal says why, `why` in the system's words."""

    def __init__(self, code: str, why: str = "") -> None:
        super().__init__(code, why)
        self.code, self.why = code, why


class FilesHere:
    """For use in threads: everything waits for the disk. Raises `OSError` for what it cannot do.

    `folder` is shared by all stations of this machine, `own` is this station's alone. What the
    log of the name `log` may not have yet is marked until it has it, whoever sends it.
    """

    def __init__(self, folder: Path, *, own: Path, log: str) -> None:
        self._folder = folder
        self._unsent = folder / "unsent" / log
        self._incoming, self._coming, self._opened = (
            own / "incoming", own / "coming", own / "opened",
        )  # fmt: skip

    def open(self) -> None:
        """What a crash left half taken up, and copies that were looked at, are gone."""
        self.forget_copies()
        shutil.rmtree(self._incoming, ignore_errors=True)
        for folder in (self._folder, self._unsent, self._incoming, self._coming):
            folder.mkdir(parents=True, exist_ok=True)

    def path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256

    def has(self, sha256: str) -> bool:
        return self.path(sha256).is_file()

    def size(self, sha256: str) -> int:
        return self.path(sha256).stat().st_size

    def read(self, sha256: str, start: int, limit: int) -> bytes:
        with self.path(sha256).open("rb") as file:
            file.seek(start)
            return file.read(limit)

    def is_sound(self, sha256: str) -> bool:
        """Whether it is still what it was."""
        return is_file(sha256, _chunks(self.path(sha256)))

    # From a person ---------------------------------------------------------------------------

    def take(self, source: Source) -> Kept:
        """Keep a copy, safe on the disk, and mark it as not yet sent. Raises `NotTaken`."""
        with _writing(), tempfile.NamedTemporaryFile(dir=self._incoming, delete=False) as copy:
            fresh = Path(copy.name)
            try:
                sha256, size = _copy(source, copy)
                copy.flush()
                to_disk(copy.fileno())
            except BaseException:
                copy.close()
                fresh.unlink()
                raise
        with _writing():
            kept = Kept(sha256=sha256, size=size, fresh=not self.has(sha256))
            self._put_in_place(fresh, sha256)
            (self._unsent / sha256).touch()
            folder_to_disk(self._unsent)
        return kept

    def discard(self, sha256: str) -> None:
        """It is not wanted after all, or is damaged."""
        self.mark_sent(sha256)
        self.path(sha256).unlink(missing_ok=True)

    def unsent(self) -> list[str]:
        """What the log may not have yet, in the order in which it was taken."""
        marks = [(mark.stat().st_mtime_ns, mark.name) for mark in self._unsent.iterdir()]
        return [name for _, name in sorted(marks)]

    def mark_sent(self, sha256: str) -> None:
        (self._unsent / sha256).unlink(missing_ok=True)

    # From the log ------------------------------------------------------------------------------

    def come_so_far(self, sha256: str) -> int:
        """Bytes of one that is being fetched."""
        part = self._coming / sha256
        return part.stat().st_size if part.exists() else 0

    def add(self, sha256: str, part: bytes) -> None:
        with (self._coming / sha256).open("ab") as file:
            file.write(part)

    def finish(self, sha256: str) -> bool:
        """All of it has come: whether it is what was asked for; if not, it is forgotten."""
        come = self._coming / sha256
        if not come.exists() or not is_file(sha256, _chunks(come)):
            come.unlink(missing_ok=True)
            return False
        with come.open("rb+") as file:
            to_disk(file.fileno())
        self._put_in_place(come, sha256)
        return True

    # To a person ---------------------------------------------------------------------------------

    def copy_to_open(self, sha256: str, name: str) -> Path:
        """A copy to look at, under its own name; gone with the station."""
        self._opened.mkdir(parents=True, exist_ok=True)
        copy = Path(tempfile.mkdtemp(dir=self._opened)) / name
        shutil.copyfile(self.path(sha256), copy)
        return copy

    def copy_to(self, sha256: str, target: Path) -> None:
        """A copy where a person wants one; half of it is not left there."""
        fresh = target.with_name(f"{uuid4().hex}.part")  # a name that is nobody's
        try:
            shutil.copyfile(self.path(sha256), fresh)
            fresh.replace(target)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise

    def forget_copies(self) -> None:
        """What another program still shows may have to stay until the next start."""
        shutil.rmtree(self._opened, ignore_errors=True)

    def _put_in_place(self, fresh: Path, sha256: str) -> None:
        place = self.path(sha256)
        place.parent.mkdir(exist_ok=True)
        fresh.replace(place)
        folder_to_disk(place.parent)


def _copy(source: Source, into: IO[bytes]) -> tuple[str, int]:
    """Fingerprint and size of what was copied."""
    found, size = hashlib.sha256(), 0
    for chunk in _chunks_of(source):
        size += len(chunk)
        if size > MOST_BYTES:
            raise NotTaken("file_too_large")
        found.update(chunk)
        into.write(chunk)
    if not size:
        raise NotTaken("file_empty")
    return found.hexdigest(), size


def _chunks_of(source: Source) -> Iterator[bytes]:
    """What cannot be read is told apart from what cannot be kept."""
    if isinstance(source, bytes):
        yield source
        return
    try:
        mode = source.stat().st_mode
        if stat.S_ISDIR(mode):
            raise NotTaken("file_folder")
        if not stat.S_ISREG(mode):
            raise NotTaken("file_unreadable", "it is no file")
        file = source.open("rb")
    except OSError as error:
        raise NotTaken("file_unreadable", _said(error)) from error
    with file:
        while True:
            try:
                chunk = file.read(_AT_ONCE)
            except OSError as error:
                raise NotTaken("file_unreadable", _said(error)) from error
            if not chunk:
                return
            yield chunk


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_AT_ONCE):
            yield chunk


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotTaken("file_no_room", _said(error)) from error


def _said(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else str(error)
