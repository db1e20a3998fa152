"""Call-outs: one person called for one role, from called to arrived or stood down."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import msgspec

from app.models import facts as f
from app.models.entry import Entry
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


_AWAITED = frozenset({
    CallOutState.CALLED, CallOutState.ACKNOWLEDGED, CallOutState.ON_THE_WAY, CallOutState.NO_ANSWER
})  # fmt: skip


class CallOut(Value, frozen=True, kw_only=True):
    """One person called for one role. `called` is False for someone who came uncalled."""

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


def step_call_out(value: CallOut, entry: Entry) -> CallOut:
    match entry.fact:
        case f.CalledOut() as fact:
            return _called(value, fact, entry)
        case f.Arrived(who=who, name=name) if value.state is not CallOutState.ARRIVED:
            return _replace(
                value, who=who, name=value.name or name, state=CallOutState.ARRIVED,
                arrived_at=entry.at, ended_at=None,
            )  # fmt: skip
        case f.Arrived():
            return value
        case _ if value.state is CallOutState.NONE:
            return flag(value, entry, Oddity.NEVER_CALLED)
        case _ if value.state is CallOutState.ARRIVED:
            return _after_arrival(value, entry)
        case _:
            return _on_the_phone(value, entry)


def _called(value: CallOut, fact: f.CalledOut, entry: Entry) -> CallOut:
    """The first call starts the deadline; a call that crosses another changes nothing."""
    if value.state.is_awaited or (value.state is CallOutState.ARRIVED and value.called):
        return value
    arrived = value.state is CallOutState.ARRIVED
    return CallOut(
        who=fact.who, name=fact.name, role=fact.role, group=fact.group, on_duty=fact.on_duty,
        state=value.state if arrived else CallOutState.CALLED, called=True, due=fact.due,
        called_at=entry.at, arrived_at=value.arrived_at if arrived else None, odd=value.odd,
    )  # fmt: skip


def _after_arrival(value: CallOut, entry: Entry) -> CallOut:
    match entry.fact:
        case f.StoodDown():
            return _replace(value, state=CallOutState.STOOD_DOWN, ended_at=entry.at)
        case _:
            # "On the way" typed late, or at another desk: someone who is here stays here.
            return value


def _on_the_phone(value: CallOut, entry: Entry) -> CallOut:
    match entry.fact:
        case f.Acknowledged():
            return _replace(value, state=CallOutState.ACKNOWLEDGED)
        case f.OnTheWay(eta=eta):
            return _replace(value, state=CallOutState.ON_THE_WAY, eta=eta)
        case f.NoAnswer():
            return _replace(value, state=CallOutState.NO_ANSWER)
        case f.Excused(reason=reason):
            return _replace(value, state=CallOutState.EXCUSED, ended_at=entry.at, reason=reason)
        case f.StoodDown():
            return _replace(value, state=CallOutState.STOOD_DOWN, ended_at=entry.at)
        case _:
            return value
