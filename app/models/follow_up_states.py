"""What was recorded about each follow-up, and whether the incident is settled."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.rules import stepwise
from app.models.value import Value

_replace = msgspec.structs.replace


class FollowUpState(Enum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class FollowUpValue(Value, frozen=True, kw_only=True):
    """What was recorded about a follow-up; its words are the plan's unless it was added here.

    `said` is the last answer to being chased; `fed_back_to` who heard of it last.
    """

    state: FollowUpState = FollowUpState.OPEN
    added_at: datetime | None = None
    promised: bool = False
    text: str = ""
    owner: str = ""
    due: datetime | None = None
    chased_at: datetime | None = None
    chased_who: str = ""
    said: str = ""
    fed_back_at: datetime | None = None
    fed_back_to: str = ""
    fed_back: str = ""
    ended_at: datetime | None = None
    ended_by: str = ""
    outcome: str = ""
    """The result, or why it was dropped, or why it is owed again."""


def _added(value: FollowUpValue, fact: f.FollowUpAdded | f.Promised, entry: Entry) -> FollowUpValue:
    return _replace(
        value, added_at=entry.at, promised=isinstance(fact, f.Promised), text=fact.text,
        owner=fact.owner, due=fact.due,
    )  # fmt: skip


def _done(value: FollowUpValue, fact: f.FollowUpDone, entry: Entry) -> FollowUpValue:
    return _end(value, entry, FollowUpState.DONE, fact.result)


def _dropped(value: FollowUpValue, fact: f.FollowUpDropped, entry: Entry) -> FollowUpValue:
    return _end(value, entry, FollowUpState.DROPPED, fact.reason)


def _end(
    value: FollowUpValue, entry: Entry, state: FollowUpState, outcome: str
) -> FollowUpValue:  # fmt: skip
    """The first to say so ended it; saying it again changes nothing."""
    if value.state is state:
        return value
    return _replace(
        value, state=state, ended_at=entry.at, ended_by=entry.author, outcome=outcome
    )  # fmt: skip


def _undone(value: FollowUpValue, fact: f.FollowUpUndone, entry: Entry) -> FollowUpValue:
    del entry
    return _replace(
        value, state=FollowUpState.OPEN, ended_at=None, ended_by="", outcome=fact.reason
    )  # fmt: skip


def _reassigned(value: FollowUpValue, fact: f.FollowUpReassigned, entry: Entry) -> FollowUpValue:
    del entry
    return _replace(value, owner=fact.owner)


def _due_set(value: FollowUpValue, fact: f.FollowUpDueSet, entry: Entry) -> FollowUpValue:
    del entry
    return _replace(value, due=fact.due)


def _chased(value: FollowUpValue, fact: f.Chased, entry: Entry) -> FollowUpValue:
    return _replace(value, chased_at=entry.at, chased_who=fact.who, said=fact.said)


def _fed_back(value: FollowUpValue, fact: f.FedBack, entry: Entry) -> FollowUpValue:
    return _replace(value, fed_back_at=entry.at, fed_back_to=fact.to, fed_back=fact.text)


FOLLOW_UP = stepwise(
    FollowUpValue(),
    {
        f.FollowUpAdded: _added,
        f.Promised: _added,
        f.FollowUpDone: _done,
        f.FollowUpDropped: _dropped,
        f.FollowUpUndone: _undone,
        f.FollowUpReassigned: _reassigned,
        f.FollowUpDueSet: _due_set,
        f.Chased: _chased,
        f.FedBack: _fed_back,
    },
    subject="follow_up",
)


class Settling(Value, frozen=True, kw_only=True):
    """`settled_at` is None while something may be owed: the shared log's `open` says the same.

    `closed` is None before the opening; `owing` are the entries that brought something to do.
    """

    closed: bool | None = None
    owing: frozenset[str] = frozenset()
    settled_at: datetime | None = None


def _opened(value: Settling, fact: f.Opened, entry: Entry) -> Settling:
    """Opened twice, the first counts."""
    del fact, entry
    return value if value.closed is not None else _replace(value, closed=False)


def _closed(value: Settling, fact: f.Closed, entry: Entry) -> Settling:
    del fact, entry
    return value if value.closed is None else _replace(value, closed=True)


def _reopened(value: Settling, fact: f.Reopened, entry: Entry) -> Settling:
    value = _owed_again(value, fact, entry)
    return value if value.closed is None else _replace(value, closed=False)


def _owed_again(value: Settling, fact: f.Fact, entry: Entry) -> Settling:
    del fact
    return _replace(value, owing=value.owing | {entry.id}, settled_at=None)


def _settled(value: Settling, fact: f.Settled, entry: Entry) -> Settling:
    """Only what is closed can be, and only by somebody who knew all that there was to do."""
    if not value.closed or (fact.seen is not None and not value.owing <= set(fact.seen)):
        return value
    return _replace(value, settled_at=value.settled_at or entry.at)


OWING = (f.Reopened, f.FollowUpAdded, f.FollowUpUndone, f.Promised, f.ReceptionBegun)
"""What brings something to do, and so takes a settled incident up again."""

# The function muster_is_open in `store/migrations/versions` says the same.
SETTLING = stepwise(
    Settling(),
    {
        f.Opened: _opened,
        f.Closed: _closed,
        **dict.fromkeys(OWING, _owed_again),
        f.Reopened: _reopened,
        f.Settled: _settled,
    },
)
