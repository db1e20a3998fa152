"""Whether a log, or what was exported from one, is whole: nothing altered, nothing missing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from operator import attrgetter

import msgspec

from app.record.export import read_export
from app.station.bulk import bulk
from app.store.chain import GENESIS, Break, Flaw, body_of
from app.store.log import Head, Link, SharedLog

PORTION = 2_000
"""Links asked for at once: more of them cost more each, by memory and by the server's plans."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """`breaks` has the first break of each stream that has one, by stream.

    `numbers` are what people call the streams that break. `absent` are the numbers of incidents
    that were opened, for there is a higher one, and are not there any more: all of their entries
    were removed. That the highest of a year is gone nobody can see but from a print or an export.
    """

    streams: int
    entries: int
    breaks: tuple[Break, ...] = ()
    numbers: Mapping[str, str] = {}
    absent: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        return not self.breaks and not self.absent


async def verify_log(
    log: SharedLog, progress: Callable[[int, int], None] = lambda _done, _of: None
) -> Verdict:
    """Check every stream of an open log, while others may append to it.

    `progress` is told how many entries are checked of how many there were at the beginning.
    """
    heads = await log.heads()
    chains, of = _Chains(heads), sum(head.seq for head in heads)
    after = ("", 0)
    with bulk():
        while links := await log.links(after, PORTION):
            chains.take(links)
            after = (links[-1].stream, links[-1].seq)
            progress(min(chains.entries, of), of)
    if chains.without_head:
        chains.allow(await log.heads())
    return chains.verdict(absent=_absent(heads))


def _absent(heads: Iterable[Head]) -> tuple[str, ...]:
    """Numbers run from 1 in each year, those of drills by themselves, and none is left out."""
    taken: dict[str, set[int]] = {}
    for head in heads:
        if head.number:
            year, _, running = head.number.rpartition("-")
            taken.setdefault(year, set()).add(int(running))
    return tuple(
        f"{year}-{running:04}"
        for year, found in sorted(taken.items())
        for running in range(1, max(found))
        if running not in found
    )


def verify_export(exported: bytes) -> Verdict:
    """Check a file that `to_json` made. Raises `NotAnExportError`."""
    export = read_export(exported)
    chains = _Chains([export.head])
    stream = export.head.stream
    chains.take([
        Link(stream, each.seq, body_of(each), each.hash) for each in export.stored
    ])  # fmt: skip
    return chains.verdict()


class _Chain(msgspec.Struct):
    """How far one stream was followed. `end` is where its row says that it ends."""

    end: int | None
    end_hash: bytes
    seq: int = 0
    hash: bytes = GENESIS
    flaw: Flaw | None = None

    def take(self, links: Iterable[Link]) -> None:
        sha256 = hashlib.sha256
        seq, hash_, end = self.seq, self.hash, self.end
        for _, found, body, claimed in links:
            seq += 1
            if found != seq:
                self.flaw = Flaw.MISSING
                break
            hash_ = sha256(hash_ + body).digest()
            if hash_ != claimed:
                self.flaw = Flaw.ALTERED
                break
            if seq == end and hash_ != self.end_hash:
                self.flaw = Flaw.HEAD
                break
        self.seq, self.hash = seq, hash_

    def close(self) -> None:
        """Nothing follows."""
        if self.end is None:
            self.flaw = self.flaw or Flaw.HEAD
        elif self.flaw is None and self.seq < self.end:
            self.seq += 1
            self.flaw = Flaw.MISSING


class _Chains:
    """Follows the chains of all streams; links come by stream and seq, in portions."""

    def __init__(self, heads: Iterable[Head]) -> None:
        self._chains: dict[str, _Chain] = {}
        self._numbers: dict[str, str] = {}
        for head in heads:
            self._chains[head.stream] = _Chain(end=head.seq, end_hash=head.hash)
            self._numbers[head.stream] = head.number or head.stream
        self.entries = 0

    def take(self, links: list[Link]) -> None:
        self.entries += len(links)
        for stream, its in groupby(links, attrgetter("stream")):
            chain = self._chains.setdefault(stream, _Chain(end=None, end_hash=b""))
            if chain.flaw is None:
                chain.take(its)

    @property
    def without_head(self) -> bool:
        return any(chain.end is None for chain in self._chains.values())

    def allow(self, heads: Iterable[Head]) -> None:
        """Streams that had no row at first may have begun meanwhile."""
        for head in heads:
            chain = self._chains.get(head.stream)
            if chain and chain.end is None:
                chain.end = 0

    def verdict(self, *, absent: tuple[str, ...] = ()) -> Verdict:
        for chain in self._chains.values():
            chain.close()
        breaks = tuple(
            Break(stream=stream, seq=chain.seq, flaw=chain.flaw)
            for stream, chain in sorted(self._chains.items())
            if chain.flaw
        )
        return Verdict(
            streams=len(self._chains), entries=self.entries, breaks=breaks, absent=absent,
            numbers={each.stream: self._numbers.get(each.stream, each.stream) for each in breaks},
        )  # fmt: skip
