"""What stands beside a log in memory: for tests and for trying things out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from app.store.addresses_memory import MemoryAddresses
from app.store.archive_memory import MemoryArchive
from app.store.beside import PART, Beside, Progress, altered, check_part, is_file
from app.store.contacts_memory import MemoryContacts


class MemoryFiles:
    """`check_open` raises while the log is not open."""

    def __init__(self, check_open: Callable[[], None]) -> None:
        self._check_open = check_open
        self._known: dict[str, Progress] = {}
        self._bytes: dict[str, bytes] = {}

    async def progress(self, fingerprints: Iterable[str]) -> Mapping[str, Progress]:
        self._check_open()
        return {sha256: self._known[sha256] for sha256 in fingerprints if sha256 in self._known}

    async def put(self, sha256: str, *, size: int, start: int, part: bytes) -> Progress:
        self._check_open()
        check_part(sha256, size=size, start=start, part=part)
        known = self._known.get(sha256)
        if known and known.whole:
            return known
        if known is None or known.size != size:
            self._bytes[sha256] = b""
        have = len(self._bytes[sha256])
        if start <= have:
            self._bytes[sha256] += part[have - start :]
        return self._take_stock(sha256, size)

    def _take_stock(self, sha256: str, size: int) -> Progress:
        content = self._bytes[sha256]
        if len(content) == size and not is_file(sha256, [content]):
            del self._known[sha256], self._bytes[sha256]
            raise altered(sha256)
        now = Progress(have=len(content), size=size, whole=len(content) == size)
        self._known[sha256] = now
        return now

    async def get(self, sha256: str, *, start: int = 0, limit: int = PART) -> bytes:
        self._check_open()
        known = self._known.get(sha256)
        whole = self._bytes[sha256] if known and known.whole else b""
        return whole[start : start + min(limit, PART)]


def memory_beside(
    check_open: Callable[[], None], archive: MemoryArchive, now: Callable[[], datetime]
) -> Beside:
    """`now` is the log's clock."""
    return Beside(
        files=MemoryFiles(check_open), addresses=MemoryAddresses(check_open),
        contacts=MemoryContacts(check_open, now), archive=archive,
    )  # fmt: skip
