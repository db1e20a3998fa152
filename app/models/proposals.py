"""What rules of the plan have proposed and nobody has decided yet, as recorded."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.levels import Level
from app.models.plan import Sign
from app.models.rules import stepwise
from app.models.text import Text
from app.models.value import Value

_replace = msgspec.structs.replace


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A level that a rule proposed; rules are told apart by sign, count and level."""

    sign: Sign
    at_least: int
    level: Level
    count: int
    reason: Text
    at: datetime

    def is_about(self, fact: f.LevelProposed | f.ProposalDeclined) -> bool:
        return (self.sign, self.at_least, self.level) == (fact.sign, fact.at_least, fact.level)


class Proposals(Value, frozen=True, kw_only=True):
    """`level` is the level now, `undecided` those above it, the first of each rule."""

    level: Level = Level.IV
    undecided: tuple[Proposal, ...] = ()


def _opened(value: Proposals, fact: f.Opened, entry: Entry) -> Proposals:
    del entry
    return _at_level(value, fact.level, value.undecided)


def _proposed(value: Proposals, fact: f.LevelProposed, entry: Entry) -> Proposals:
    """Where two stations saw the same at once, the first proposal stands."""
    known = any(each.is_about(fact) for each in value.undecided)
    if known or fact.level <= value.level:
        return value
    proposal = Proposal(
        sign=fact.sign, at_least=fact.at_least, level=fact.level, count=fact.count,
        reason=fact.reason, at=entry.at,
    )  # fmt: skip
    return _replace(value, undecided=(*value.undecided, proposal))


def _declined(value: Proposals, fact: f.ProposalDeclined, entry: Entry) -> Proposals:
    del entry
    left = tuple(each for each in value.undecided if not each.is_about(fact))
    return _replace(value, undecided=left)


def _level_set(value: Proposals, fact: f.LevelSet, entry: Entry) -> Proposals:
    """Whoever lowers the level has decided on all that was proposed until then."""
    del entry
    return _at_level(value, fact.level, () if fact.level < value.level else value.undecided)


def _at_level(value: Proposals, level: Level, among: tuple[Proposal, ...]) -> Proposals:
    above = tuple(each for each in among if each.level > level)
    return _replace(value, level=level, undecided=above)


PROPOSALS = stepwise(
    Proposals(),
    {
        f.Opened: _opened,
        f.LevelProposed: _proposed,
        f.ProposalDeclined: _declined,
        f.LevelSet: _level_set,
    },
)
