"""What became of a stream whose past is not what this station holds: set back, or altered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from app.models.entry import Stored
from app.store.chain import Break, Flaw, first_break


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """`same` is the seq up to which both agree; `missing` what the log no longer has.

    `altered` is the first place where the log tells another story. Without it, the log was only
    set back to `same`, as after a fail-over, and went on from there.
    """

    same: int
    missing: tuple[Stored, ...]
    altered: Break | None


def reconcile(held: Sequence[Stored], log: Sequence[Stored]) -> Verdict:
    """Judge the whole of one stream, both in seq order."""
    same = 0
    for ours, theirs in zip(held, log, strict=False):
        if ours.hash != theirs.hash:
            break
        same = ours.seq
    known = {stored.entry.id: stored for stored in held}
    there = {stored.entry.id for stored in log}
    return Verdict(
        same=same,
        missing=tuple(stored for stored in held if stored.entry.id not in there),
        altered=first_break(log) or _first_altered(known, log),
    )


def _first_altered(known: Mapping[str, Stored], log: Sequence[Stored]) -> Break | None:
    for theirs in log:
        ours = known.get(theirs.entry.id)
        if ours is not None and _differs(ours, theirs):
            return Break(stream=theirs.entry.stream, seq=theirs.seq, flaw=Flaw.ALTERED)
    return None


def _differs(ours: Stored, theirs: Stored) -> bool:
    if (ours.entry, ours.data) != (theirs.entry, theirs.data):
        return True
    # Offered again, it was recorded again: at another moment, to the microsecond. The same moment
    # with another hash means that somebody wrote the past anew and left something out.
    return ours.hash != theirs.hash and ours.recorded_at == theirs.recorded_at
