"""Escalation: signs, head-counts by zone, what the plan proposes, and lowering the level."""

from __future__ import annotations

from app.models import facts as f
from app.models.call_outs import CallOutState
from app.models.command import LowerLevel
from app.models.decisions.case import Case, Decided, Decision, missing
from app.models.decisions.scene import posts_left_by
from app.models.refusals import refuse
from app.models.signs import sign_word


def _sign_seen(case: Case, fact: f.SignSeen) -> Decided:
    if fact.sign.is_counted:
        return refuse("sign_counted", sign=sign_word(fact.sign))
    if fact.zone and case.zone_name(fact.zone) is None:
        return refuse("unknown_zone", zone=fact.zone)
    value = case.then.sign(fact.sign)
    if value.since and fact.text in ("", value.text) and fact.zone in ("", value.zone):
        return refuse("sign_seen", sign=sign_word(fact.sign), at=value.since)
    return [fact]


def _sign_gone(case: Case, fact: f.SignGone) -> Decided:
    if fact.sign.is_counted:
        return refuse("sign_counted", sign=sign_word(fact.sign))
    seen = case.then.sign(fact.sign).since is not None
    return [fact] if seen else refuse("sign_not_seen", sign=sign_word(fact.sign))


def _count(case: Case, fact: f.PeopleCounted) -> Decided:
    if fact.zone and case.zone_name(fact.zone) is None:
        return refuse("unknown_zone", zone=fact.zone)
    value = case.then.casualties(fact.zone)
    same = (value.unhurt, value.slightly, value.badly) == (fact.unhurt, fact.slightly, fact.badly)
    return refuse("unchanged") if same and value.counted_at else [fact]


def _propose(case: Case, fact: f.LevelProposed) -> Decided:
    del case, fact
    return refuse("proposes_itself")


def _decline(case: Case, fact: f.ProposalDeclined) -> Decided:
    known = any(each.is_about(fact) for each in case.then.proposals.undecided)
    return [fact] if known else refuse("not_proposed", level=fact.level.numeral)


def _lower(case: Case, command: LowerLevel) -> Decided:
    """Who has gone in the meantime needs no standing down."""
    now = case.then.leveling.level
    if command.level >= now:
        return refuse("not_lower", level=command.level.numeral, now=now.numeral)
    refusal = missing(reason=command.reason)
    if refusal:
        return refusal
    freed = tuple(dict.fromkeys(command.stand_down))
    for who in freed:
        if case.then.call_out(who).state is CallOutState.NONE:
            return refuse("never_called", name=case.person(who))
    by = command.decided_by or case.author
    lowered = f.LevelSet(level=command.level, reason=command.reason, decided_by=by)
    gone = [who for who in freed if not case.then.call_out(who).state.has_ended]
    left = [post for who in gone for post in posts_left_by(case, who)]
    return [lowered, *(f.StoodDown(who=who) for who in gone), *left]


DECISIONS: dict[type, Decision] = {
    f.SignSeen: _sign_seen,
    f.SignGone: _sign_gone,
    f.PeopleCounted: _count,
    f.LevelProposed: _propose,
    f.ProposalDeclined: _decline,
    LowerLevel: _lower,
}
