"""What was recorded of each roll call: who is to answer by when, and who did."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.rules import stepwise
from app.models.value import Value

_replace = msgspec.structs.replace


class RollAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """`by` answered for them, if they did not themselves; `recorded_by` wrote it down."""

    who: str
    at: datetime
    by: str = ""
    channel: str = ""
    recorded_by: str = ""


class RollValue(Value, frozen=True, kw_only=True):
    """One roll call. `begun_at` is None where only answers to it are known."""

    roll: str = ""
    who: tuple[str, ...] = ()
    begun_at: datetime | None = None
    begun_by: str = ""
    due: datetime | None = None
    second_due: datetime | None = None
    answers: tuple[RollAnswer, ...] = ()
    """Of each who answered the first."""
    ended_at: datetime | None = None
    ended_by: str = ""


def _begun(value: RollValue, fact: f.RollCallBegun, entry: Entry) -> RollValue:
    """Begun at two stations at once it is one roll call, of all whom either saw on site.

    One that was over by then is another, to which a station that had not heard of it has given
    the same number: everyone is to answer anew.
    """
    if _is_over(value, entry.at):
        value = RollValue()
    if value.begun_at is not None:
        return _replace(value, who=tuple(dict.fromkeys((*value.who, *fact.who))))
    return _replace(
        value, roll=fact.roll, who=tuple(dict.fromkeys(fact.who)), begun_at=entry.at,
        begun_by=entry.author, due=fact.due, second_due=fact.second_due,
    )  # fmt: skip


def _is_over(value: RollValue, moment: datetime) -> bool:
    tried = value.second_due is not None and moment >= value.second_due
    return tried or value.ended_at is not None


def _answered(value: RollValue, fact: f.RollAnswered, entry: Entry) -> RollValue:
    if any(answer.who == fact.who for answer in value.answers):
        return value
    answer = RollAnswer(
        who=fact.who, at=entry.at, by=fact.by, channel=fact.channel, recorded_by=entry.author
    )
    return _replace(value, answers=(*value.answers, answer))


def _ended(value: RollValue, fact: f.RollCallEnded, entry: Entry) -> RollValue:
    del fact
    if value.ended_at is not None:
        return value
    return _replace(value, ended_at=entry.at, ended_by=entry.author)


ROLL = stepwise(
    RollValue(),
    {f.RollCallBegun: _begun, f.RollAnswered: _answered, f.RollCallEnded: _ended},
    subject="roll",
)
