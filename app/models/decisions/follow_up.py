"""Follow-ups: adding, ending, chasing and feeding back; and settling the incident by the last."""

from __future__ import annotations

from app.models import facts as f
from app.models.command import Refusal
from app.models.course import Status
from app.models.decisions.case import Case, Decided, Decision, missing
from app.models.follow_up_states import OWING
from app.models.follow_ups import FollowUpRow, follow_up, owes
from app.models.refusals import refuse

AFTER_CLOSING = (
    f.FollowUpAdded,
    f.FollowUpDone,
    f.FollowUpUndone,
    f.FollowUpDropped,
    f.FollowUpReassigned,
    f.FollowUpDueSet,
    f.Chased,
    f.FedBack,
    f.Settled,
)


def settled_by_closing(case: Case) -> list[f.KnownFact]:
    """What closing an incident brings that owes nothing."""
    return [] if owes(case.incident, case.plan) else [_settled(case)]


def _settled(case: Case) -> f.Settled:
    timeline = case.incident.timeline
    return f.Settled(seen=tuple(each.id for each in timeline if isinstance(each.fact, OWING)))


def _add(case: Case, fact: f.FollowUpAdded) -> Decided:
    if _row(case, fact.follow_up) is not None or _planned(case, fact.follow_up):
        return refuse("follow_up_exists", follow_up=fact.follow_up)
    given = {"follow_up": fact.follow_up, "text": fact.text, "owner": fact.owner}
    return missing(**given) or [fact]


def _done(case: Case, fact: f.FollowUpDone) -> Decided:
    return _end(case, fact)


def _drop(case: Case, fact: f.FollowUpDropped) -> Decided:
    return missing(reason=fact.reason) or _end(case, fact)


def _end(case: Case, fact: f.FollowUpDone | f.FollowUpDropped) -> Decided:
    """The last one of a closed incident settles it."""
    row = _open_row(case, fact.follow_up)
    if isinstance(row, Refusal):
        return row
    closed = case.incident.course.status is Status.CLOSED
    last = closed and not owes(case.incident, case.plan, but=row.key)
    return [fact, _settled(case)] if last else [fact]


def _undone(case: Case, fact: f.FollowUpUndone) -> Decided:
    row = _known_row(case, fact.follow_up)
    if isinstance(row, Refusal):
        return row
    if row.is_owed:
        return refuse("follow_up_open", follow_up=row.text)
    return missing(reason=fact.reason) or [fact]


def _reassign(case: Case, fact: f.FollowUpReassigned) -> Decided:
    row = _open_row(case, fact.follow_up)
    if isinstance(row, Refusal):
        return row
    if fact.owner == row.owner_key:
        return refuse("unchanged")
    return missing(owner=fact.owner) or [fact]


def _set_due(case: Case, fact: f.FollowUpDueSet) -> Decided:
    row = _open_row(case, fact.follow_up)
    if isinstance(row, Refusal):
        return row
    if fact.due == row.due:
        return refuse("unchanged")
    return missing(reason=fact.reason) or [fact]


def _chase(case: Case, fact: f.Chased) -> Decided:
    row = _open_row(case, fact.follow_up)
    return row if isinstance(row, Refusal) else [fact]


def _feed_back(case: Case, fact: f.FedBack) -> Decided:
    """Also of what is done: how it ended is what they wait for."""
    row = _known_row(case, fact.follow_up)
    if isinstance(row, Refusal):
        return row
    return missing(to=fact.to, text=fact.text) or [fact]


def _settle(case: Case, fact: f.Settled) -> Decided:
    del fact
    incident = case.incident
    if incident.course.status is not Status.CLOSED:
        return refuse("settled_by_closing")
    if owes(incident, case.plan):
        return refuse("still_owed")
    return refuse("settled_already") if incident.is_settled else [_settled(case)]


def _row(case: Case, key: str) -> FollowUpRow | None:
    return follow_up(case.incident, case.plan, key)


def _planned(case: Case, key: str) -> bool:
    return any(each.key == key for each in (case.plan.follow_ups if case.plan else ()))


def _known_row(case: Case, key: str) -> FollowUpRow | Refusal:
    row = _row(case, key)
    if row is not None:
        return row
    if _planned(case, key):
        return refuse("follow_up_not_begun")
    return refuse("unknown_follow_up", follow_up=key)


def _open_row(case: Case, key: str) -> FollowUpRow | Refusal:
    row = _known_row(case, key)
    if isinstance(row, Refusal) or row.is_owed:
        return row
    ended = row.value
    return refuse("follow_up_ended", at=ended.ended_at or case.at, by=ended.ended_by)


DECISIONS: dict[type, Decision] = {
    f.FollowUpAdded: _add,
    f.FollowUpDone: _done,
    f.FollowUpUndone: _undone,
    f.FollowUpDropped: _drop,
    f.FollowUpReassigned: _reassign,
    f.FollowUpDueSet: _set_due,
    f.Chased: _chase,
    f.FedBack: _feed_back,
    f.Settled: _settle,
}
