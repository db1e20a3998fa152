"""What stands beside the log, because it is bulky or must be erasable: the interface."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Protocol

import msgspec

from app.models.files import MOST_BYTES, is_fingerprint
from app.models.text import Phrase
from app.store.addresses import Addresses
from app.store.archive import Archive
from app.store.contacts import Contacts
from app.store.log import LogRefused
from app.store.words import why

PART = 128 * 1024
"""The most bytes in one part of a file: short enough not to hold up what goes the same way."""


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How much of a file is there, from its beginning; `whole` once its fingerprint was checked."""

    have: int
    size: int
    whole: bool


class Files(Protocol):
    """The bytes of photos and files, by their SHA-256 as 64 lower-case hexadecimal digits.

    A file comes in parts, each behind the one before, from any number of stations. It is there
    for others only once all of it matches its fingerprint; if it does not, all of it is forgotten.
    """

    async def progress(self, fingerprints: Iterable[str]) -> Mapping[str, Progress]:
        """Those of them of which anything is there."""

    async def put(self, sha256: str, *, size: int, start: int, part: bytes) -> Progress:
        """Keep a part; what is there already is passed over, a gap is not filled.

        So a sender goes on from the `have` that is answered. At most `PART` bytes at once.
        Raises `FileRefused` if the whole does not match, or its form is wrong; `LogRefused` for
        who may not write.
        """

    async def get(self, sha256: str, *, start: int = 0, limit: int = PART) -> bytes:
        """Up to `limit` bytes (at most `PART`) of a whole file; none if it is not there whole."""


class FileRefused(LogRefused):
    """These bytes are not those of the fingerprint, or no file may look like this."""


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """All that a shared log has beside it."""

    files: Files
    addresses: Addresses
    contacts: Contacts
    archive: Archive


def check_part(sha256: str, *, size: int, start: int, part: bytes) -> None:
    """Raise for what no store takes, before anything is sent."""
    if not is_fingerprint(sha256):
        raise FileRefused(_refused(sha256, "its fingerprint is no SHA-256"))
    if not 1 <= size <= MOST_BYTES:
        raise FileRefused(_refused(sha256, f"it has {size:,} bytes; the most is {MOST_BYTES:,}"))
    if not (1 <= len(part) <= PART and 0 <= start <= size - len(part)):
        raise FileRefused(_refused(sha256, "a part does not fit into it"))


def altered(sha256: str) -> FileRefused:
    """Its bytes are not those of its fingerprint."""
    return FileRefused(_refused(sha256, "its bytes do not match its fingerprint"))


def is_file(sha256: str, content: Iterable[bytes]) -> bool:
    """Whether these bytes, in order, have that fingerprint."""
    found = hashlib.sha256()
    for part in content:
        found.update(part)
    return found.hexdigest() == sha256


def joined(parts: Iterable[tuple[int, bytes]], start: int, end: int) -> bytes:
    """What of the parts (start, content), in order, lies between two places."""
    return b"".join(content[max(start - at, 0) : max(end - at, 0)] for at, content in parts)


def _refused(sha256: str, said: str) -> Phrase:
    return why("file", sha256=sha256[:12], said=said)
