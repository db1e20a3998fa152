"""Whether a log still is what was printed, and whether the file is the one that was."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from enum import Enum

import msgspec

from app.models.entry import Stored
from app.models.facts import Printed
from app.record.proof import Proof, read_proof
from app.store.chain import GENESIS, Break, Flaw, first_break


class Finding(Enum):
    WHOLE = "whole"
    """The log holds what was printed; it may have grown since."""
    ABSENT = "absent"
    """The log has no such incident."""
    SHORTENED = "shortened"
    ALTERED = "altered"
    REWRITTEN = "rewritten"
    """Its chain is whole, but another one than was printed; or somebody forged the print."""
    OTHER_FILE = "other_file"
    """The log is whole, but has no entry of this file: it was altered, or made elsewhere."""


class PrintVerdict(msgspec.Struct, frozen=True, kw_only=True):
    """`entries` is how many the log has; `seq` where it differs, if it does; `since` how many came
    after what was printed. `entered`: an entry of the log says that this very file was printed.
    """

    proof: Proof
    finding: Finding
    entries: int = 0
    seq: int = 0
    entered: bool = False

    @property
    def whole(self) -> bool:
        return self.finding is Finding.WHOLE

    @property
    def is_later(self) -> bool:
        """Where it differs is behind what was printed."""
        return self.seq > self.proof.count

    @property
    def since(self) -> int:
        return self.entries - self.proof.count


def verify_print(pdf: bytes, stored: Sequence[Stored], *, is_all: bool) -> PrintVerdict:
    """`stored` is the printed incident's stream; `is_all`: as it is now, not as exported once.

    Raises `NotARecordError`.
    """
    proof = read_proof(pdf)
    entered = _is_entered(pdf, proof, stored)
    finding, seq = _finding(proof, stored)
    if finding is Finding.WHOLE and not entered and (is_all or len(stored) > proof.count):
        finding = Finding.OTHER_FILE
    return PrintVerdict(
        proof=proof, finding=finding, entries=len(stored), seq=seq, entered=entered
    )  # fmt: skip


def _finding(proof: Proof, stored: Sequence[Stored]) -> tuple[Finding, int]:
    if not stored:
        return Finding.ABSENT, 0
    broken = first_break(stored)
    if broken and broken.seq <= proof.count:
        return _flawed(broken)
    if len(stored) < proof.count:
        return Finding.SHORTENED, len(stored) + 1
    head = stored[proof.count - 1].hash if proof.count else GENESIS
    if head.hex() != proof.head:
        return Finding.REWRITTEN, proof.count
    return _flawed(broken) if broken else (Finding.WHOLE, 0)


def _flawed(broken: Break) -> tuple[Finding, int]:
    missing = broken.flaw is Flaw.MISSING
    return Finding.SHORTENED if missing else Finding.ALTERED, broken.seq


def _is_entered(pdf: bytes, proof: Proof, stored: Sequence[Stored]) -> bool:
    sha256 = hashlib.sha256(pdf).hexdigest()
    facts = (each.entry.fact for each in stored)
    return any(
        isinstance(fact, Printed) and fact.sha256 == sha256 and fact.head == proof.head
        for fact in facts
    )
