"""The file of a shared log on SQLite: whether it can be used, and opening it."""

from __future__ import annotations

import ctypes
import os
import sqlite3
import sys
from pathlib import Path

from app.store.log import LogAway, LogError, LogRefused, LogUnusable
from app.store.version import REVISION, TABLE, require
from app.store.words import why

_APPLICATION = 0x4D555354
"""SQLite's application_id of a Muster log: "MUST"."""

_NETWORK = frozenset({
    "afs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse",
    "fuse.rclone", "fuse.s3fs", "fuse.sshfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4",
    "smb", "smb2", "smb3", "smbfs",
})  # fmt: skip
_DRIVE_REMOTE = 4


class Busy(LogAway):
    """Another program writes to the file at this moment."""


def open_file(path: Path, *, make: bool = True) -> sqlite3.Connection:
    """Open the log in a file; with `make` a new one is made, an older one brought up to date.

    Raises a `LogError`. The connection belongs to the calling thread.
    """
    _check_place(path)
    try:
        if make:
            _make_ready(path)
        else:
            _require_ready(path)
        return _connect(path)
    except sqlite3.Error as error:
        raise translate(error, path) or error from error


def _check_place(path: Path) -> None:
    drive = network_drive(path)
    if drive:
        raise LogUnusable(why("network_drive", place=str(path), drive=drive))
    if not path.parent.is_dir():
        raise LogUnusable(why("no_folder", folder=str(path.parent)))
    if path.is_dir():
        raise LogUnusable(why("no_file_database", place=str(path)))
    target = path if path.exists() else path.parent
    if not (os.access(path.parent, os.W_OK) and os.access(target, os.W_OK)):
        raise LogUnusable(why("read_only_folder", place=str(path)))


def _make_ready(path: Path) -> None:
    """Leave the file with this program's schema."""
    found = revision(path)
    if found is not None and found >= REVISION:
        require(found, place=str(path))
        return
    # Alembic and SQLAlchemy are slow to import, and seldom needed here.
    from app.store.migrate import back_up_sqlite, migrate_sqlite

    if found is None:
        _begin(path)
    else:
        back_up_sqlite(path, revision=found)
    migrate_sqlite(path)


def _require_ready(path: Path) -> None:
    found = revision(path)
    if found is None:
        raise LogUnusable(why("no_log_yet", place=str(path)))
    require(found, place=str(path))


def revision(path: Path) -> str | None:
    """The schema of the log in a file; None if there is nothing in it yet."""
    if not path.exists() or path.stat().st_size == 0:
        return None
    connection = sqlite3.connect(path, timeout=5.0)
    try:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        if application != _APPLICATION and tables:
            raise LogUnusable(why("not_muster", place=str(path)))
        if TABLE not in tables:
            return None
        row = connection.execute(f"SELECT version_num FROM {TABLE}").fetchone()  # noqa: S608  ours
        return str(row[0]) if row else None
    finally:
        connection.close()


def _begin(path: Path) -> None:
    """Mark a new file as Muster's; write-ahead logging is a property of the file too."""
    make_private(path)
    connection = sqlite3.connect(path, timeout=5.0)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    finally:
        connection.close()


def make_private(path: Path) -> None:
    """Make an empty file that nobody else may read: there are secrets and names in it.

    SQLite gives the files beside it the same mode. One that is there keeps its own.
    """
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _connect(path: Path) -> sqlite3.Connection:
    # Whoever opens or leaves the file as the first or last one locks it for a moment.
    connection = sqlite3.connect(path, timeout=5.0, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    # No busy timeout from here on: SQLite's own way of waiting is unfair when many write (waits of
    # seconds); `SqliteThread` waits for short random times instead.
    connection.execute("PRAGMA busy_timeout = 0")
    return connection


def translate(error: sqlite3.Error, path: Path) -> LogError | None:
    """The `LogError` to raise instead; None if the error is ours."""
    place = str(path)
    # The low byte is the error, the rest says more about it.
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_NOTADB:
            return LogUnusable(why("no_file_database", place=place))
        case sqlite3.SQLITE_CORRUPT:
            return LogUnusable(why("damaged", place=place, said=str(error)))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return LogUnusable(why("read_only_folder", place=place))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Busy(why("busy", place=place))
        case sqlite3.SQLITE_INTERRUPT:
            return LogAway(why("not_now", place=place, said=str(error)))
        case sqlite3.SQLITE_FULL:
            return LogAway(why("disk_full", place=place))
        case sqlite3.SQLITE_IOERR:
            return LogAway(why("not_now", place=place, said=str(error)))
        case sqlite3.SQLITE_AUTH:
            return LogRefused(why("no_rights", place=place, said=str(error)))
    return None


def network_drive(path: Path) -> str:
    """What kind of network drive `path` is on; empty if it is on a local one, or unknown."""
    if sys.platform == "win32":
        drive = path.absolute().drive
        remote = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE
        return drive if remote or drive.startswith("\\\\") else ""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return ""
    return network_mount(path.resolve(), mounts.read_text(encoding="utf-8", errors="replace"))


def network_mount(path: Path, mounts: str) -> str:
    """The same by the text of /proc/mounts: device, folder, type, and more, one mount a line."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        folder = Path(fields[1].replace("\\040", " ").replace("\\134", "\\"))
        # Of two mounts on one folder the later one counts: it hides the other.
        if path.is_relative_to(folder) and len(folder.parts) >= best:
            best, kind = len(folder.parts), fields[2]
    return kind if kind in _NETWORK else ""
