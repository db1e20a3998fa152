"""Floors: the least that the same work can take on this machine, with nothing of Muster's in it."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing

from app.bench.material import note
from app.store.chain import GENESIS
from app.store.log import Link

_INSERT = """
    INSERT INTO entries (id, stream, seq, kind, at, recorded_at, author, station, recorded_by,
        data, hash) VALUES (?, 'bench', ?, ?, ?, 0, ?, ?, 'bench', ?, zeroblob(32))
"""
_LAST = "SELECT id, data FROM entries WHERE stream = 'bench' ORDER BY seq DESC LIMIT 1"


class BareFile:
    """The file of a SQLite log, written by nothing but one `INSERT` for each entry."""

    def __init__(self, url: str) -> None:
        self._file = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        self._file.execute("PRAGMA synchronous = FULL")
        self._seq = 0

    def insert(self) -> str:
        """One more entry, on the disk when this returns; answers its id."""
        self._seq += 1
        wire = note("bench")
        row = (wire.id, self._seq, wire.kind, wire.at, wire.author, wire.station, wire.data)
        self._file.execute(_INSERT, row)
        return wire.id

    def last(self) -> str:
        """The id of the newest entry."""
        return str(self._file.execute(_LAST).fetchone()[0])

    def close(self) -> None:
        self._file.close()


def insert_for(seconds: float, url: str) -> float:
    """Entries a second."""
    with closing(BareFile(url)) as file:
        begun, count = time.perf_counter(), 0
        while time.perf_counter() < begun + seconds:
            file.insert()
            count += 1
        return count / (time.perf_counter() - begun)


def hash_all(links: Sequence[Link]) -> float:
    """Seconds to hash what is stored, entry by entry."""
    sha256, previous = hashlib.sha256, GENESIS
    begun = time.perf_counter()
    for _, _, body, _ in links:
        previous = sha256(previous + body).digest()
    return time.perf_counter() - begun
