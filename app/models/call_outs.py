"""Call-outs: one person called for one role, from called to arrived or stood down."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.rules import stepwise
from app.models.value import Oddity, Value, flag

_replace = msgspec.structs.replace


class CallOutState(Enum):
    NONE = "none"
    CALLED = "called"
    ACKNOWLEDGED = "acknowledged"
    ON_THE_WAY = "on_the_way"
    ARRIVED = "arrived"
    NO_ANSWER = "no_answer"
    EXCUSED = "excused"
    STOOD_DOWN = "stood_down"

    @property
    def is_awaited(self) -> bool:
        return self in _AWAITED

    @property
    def has_ended(self) -> bool:
        """No longer expected: only a new call or their coming changes that."""
        return self in _ENDED


# By their own names, and in tuples: looking a member up on its enum, or hashing one, costs
# more than a step of the fold, which asks this for every entry.
_NONE = CallOutState.NONE
_CALLED = CallOutState.CALLED
_ACKNOWLEDGED = CallOutState.ACKNOWLEDGED
_ON_THE_WAY = CallOutState.ON_THE_WAY
_ARRIVED = CallOutState.ARRIVED
_NO_ANSWER = CallOutState.NO_ANSWER
_EXCUSED = CallOutState.EXCUSED
_STOOD_DOWN = CallOutState.STOOD_DOWN
_AWAITED = (_CALLED, _ACKNOWLEDGED, _ON_THE_WAY, _NO_ANSWER)
_ENDED = (_EXCUSED, _STOOD_DOWN)


class CallOut(Value, frozen=True, kw_only=True):
    """One person called for one role. `called` is False for someone who came uncalled.

    `tries` counts how often they did not answer since they were called, `tried_at` is the last.
    `before` are the calls that ended before they were called anew, or came back.
    """

    who: str = ""
    name: str = ""
    role: str = ""
    group: str = ""
    on_duty: bool = False
    state: CallOutState = CallOutState.NONE
    called: bool = False
    due: datetime | None = None
    called_at: datetime | None = None
    eta: datetime | None = None
    arrived_at: datetime | None = None
    ended_at: datetime | None = None
    reason: str = ""
    tries: int = 0
    tried_at: datetime | None = None
    before: tuple[CallOut, ...] = ()


def _called(value: CallOut, fact: f.CalledOut, entry: Entry) -> CallOut:
    """The first call starts the deadline; a call that crosses another changes nothing.

    Someone who came before they were called is here already, and now has a deadline.
    """
    here = value.state is _ARRIVED
    if value.state in _AWAITED or (here and value.called):
        return value
    return CallOut(
        who=fact.who, name=fact.name or value.name, role=fact.role, group=fact.group,
        on_duty=fact.on_duty, state=value.state if here else _CALLED, called=True,
        due=fact.due, called_at=entry.at, arrived_at=value.arrived_at if here else None,
        before=_with_ended(value), odd=value.odd,
    )  # fmt: skip


def _with_ended(value: CallOut) -> tuple[CallOut, ...]:
    """What came before, and this call if it has ended."""
    if not value.called:
        return value.before
    return (*value.before, _replace(value, before=(), odd=()))


def _arrived(value: CallOut, fact: f.Arrived, entry: Entry) -> CallOut:
    if value.state is _ARRIVED:
        return value
    if value.state in _ENDED:
        return _came_back(value, entry)
    return _replace(
        value, who=fact.who, name=value.name or fact.name, state=_ARRIVED,
        arrived_at=entry.at,
    )  # fmt: skip


def _came_back(value: CallOut, entry: Entry) -> CallOut:
    """Whoever comes after having been stood down or excused comes uncalled: no deadline binds."""
    return CallOut(
        who=value.who, name=value.name, role=value.role, group=value.group, on_duty=value.on_duty,
        state=_ARRIVED, arrived_at=entry.at, before=_with_ended(value), odd=value.odd,
    )  # fmt: skip


def _acknowledged(value: CallOut, fact: f.Acknowledged, entry: Entry) -> CallOut:
    del fact
    if value.state is _NONE:
        return flag(value, entry, Oddity.NEVER_CALLED)
    return _replace(value, state=_ACKNOWLEDGED) if value.state in _AWAITED else value


def _no_answer(value: CallOut, fact: f.NoAnswer, entry: Entry) -> CallOut:
    """Someone who is here, or no longer expected, stays so."""
    del fact
    if value.state is _NONE:
        return flag(value, entry, Oddity.NEVER_CALLED)
    if value.state not in _AWAITED:
        return value
    return _replace(value, state=_NO_ANSWER, tries=value.tries + 1, tried_at=entry.at)


def _on_the_way(value: CallOut, fact: f.OnTheWay, entry: Entry) -> CallOut:
    if value.state is _NONE:
        return flag(value, entry, Oddity.NEVER_CALLED)
    if value.state not in _AWAITED:
        return value
    return _replace(value, state=_ON_THE_WAY, eta=fact.eta or value.eta)


def _excused(value: CallOut, fact: f.Excused, entry: Entry) -> CallOut:
    if value.state is _NONE:
        return flag(value, entry, Oddity.NEVER_CALLED)
    if value.state not in _AWAITED:
        return value
    return _replace(value, state=_EXCUSED, ended_at=entry.at, reason=fact.reason)


def _stood_down(value: CallOut, fact: f.StoodDown, entry: Entry) -> CallOut:
    del fact
    if value.state is _NONE:
        return flag(value, entry, Oddity.NEVER_CALLED)
    if value.state in _ENDED:
        return value
    return _replace(value, state=_STOOD_DOWN, ended_at=entry.at)


CALL_OUT = stepwise(
    CallOut(),
    {
        f.CalledOut: _called,
        f.Acknowledged: _acknowledged,
        f.OnTheWay: _on_the_way,
        f.NoAnswer: _no_answer,
        f.Arrived: _arrived,
        f.Excused: _excused,
        f.StoodDown: _stood_down,
    },
    subject="who",
)
