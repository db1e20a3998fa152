"""The outbox's file: a line for each entry, a line when entries are confirmed, each with a CRC."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from zlib import crc32

import msgspec

from app.models.entry import Wire
from app.store.disk import free_name, replace_file, to_disk

_LONG = 256 * 1024
"""Bytes from which the file is written anew without what was confirmed."""


class Damage(msgspec.Struct, frozen=True, kw_only=True):
    """What could not be read: `torn` if it is only the end of the last line, which nobody had
    been told was done."""

    torn: bool
    moved_to: Path


class _Confirmed(msgspec.Struct, frozen=True):
    confirmed: list[str]


_encode = msgspec.json.Encoder().encode
_read_wire = msgspec.json.Decoder(Wire).decode
_read_confirmed = msgspec.json.Decoder(_Confirmed).decode


class Journal:
    """Blocking; for one thread. What `put` returned from is on the disk."""

    def __init__(self, path: Path, *, sync: Callable[[int], None] = to_disk) -> None:
        self.waiting: dict[str, Wire] = {}
        self._path = path
        self._sync = sync
        self._file: io.FileIO | None = None
        self._size = 0
        self._long = _LONG
        self._sound = False

    def open(self) -> Damage | None:
        """Read what waits; set aside what cannot be read. Raises `OSError`."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        raw = self._path.read_bytes() if self._path.exists() else b""
        damaged, torn = self._read(raw)
        damage = None
        if damaged:
            damage = Damage(torn=torn, moved_to=free_name(self._path))
            replace_file(damage.moved_to, damaged)
        self._rewrite()
        return damage

    def _read(self, raw: bytes) -> tuple[bytes, bool]:
        """The lines that cannot be read, and whether it is only an unfinished last one."""
        *lines, rest = raw.split(b"\n")
        damaged = [line for line in lines if line and not self._read_line(line)]
        if rest and not self._read_line(rest):
            return b"\n".join([*damaged, rest]), not damaged
        return b"\n".join(damaged), False

    def _read_line(self, line: bytes) -> bool:
        head, _, tail = line.partition(b",")
        payload = tail[:-1]
        if head != b"[%d" % crc32(payload) or not tail.endswith(b"]"):
            return False
        try:
            if payload.startswith(b"{"):
                self._forget(_read_confirmed(payload).confirmed)
            else:
                wire = _read_wire(payload)
                self.waiting[wire.id] = wire
        except (msgspec.ValidationError, msgspec.DecodeError):
            return False
        return True

    def put(self, entries: Sequence[Wire]) -> None:
        """Raises `OSError`: then none of them counts as kept."""
        fresh = [wire for wire in entries if wire.id not in self.waiting]
        if not fresh:
            return
        if not self._sound:
            self._rewrite()
        self._write(b"".join(map(_line, fresh)), durable=True)
        self.waiting.update((wire.id, wire) for wire in fresh)

    def confirm(self, ids: Sequence[str]) -> None:
        """The shared log has these. Lost in a crash, they are sent again, which does no harm."""
        self._forget(ids)
        if not self._sound or self._size > self._long:
            self._rewrite()
        else:
            self._write(_line(_Confirmed(list(ids))), durable=False)

    def close(self) -> None:
        if self._file:
            self._file.close()
        self._file, self._sound = None, False

    def _forget(self, ids: Iterable[str]) -> None:
        for entry_id in ids:
            self.waiting.pop(entry_id, None)

    def _write(self, text: bytes, *, durable: bool) -> None:
        assert self._file is not None  # noqa: S101  open, or just rewritten
        try:
            rest = memoryview(text)
            while rest:
                rest = rest[self._file.write(rest) :]
            if durable:
                self._sync(self._file.fileno())
        except OSError:
            self._undo()
            raise
        self._size += len(text)

    def _undo(self) -> None:
        """Take half-written lines back, so that no restart sends what was reported as not kept."""
        # After a failed sync nobody knows what the disk has: a later one may "succeed" without
        # having written it. So the file is not trusted again before it is written anew.
        self._sound = False
        assert self._file is not None  # noqa: S101  only called while writing
        try:
            self._file.truncate(self._size)
        except OSError:
            return  # the file is written anew before anything else is kept

    def _rewrite(self) -> None:
        text = b"".join(map(_line, self.waiting.values()))
        self.close()  # Windows replaces no open file
        replace_file(self._path, text, sync=self._sync)
        self._file = self._path.open("ab", buffering=0)
        self._size, self._long = len(text), max(_LONG, 2 * len(text))
        self._sound = True


def _line(value: Wire | _Confirmed) -> bytes:
    payload = _encode(value)
    return b"[%d,%s]\n" % (crc32(payload), payload)
