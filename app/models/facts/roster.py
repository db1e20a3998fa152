"""Call-outs, and the roll call of those who are here."""

from __future__ import annotations

from enum import Enum

from app.models.facts.base import Fact, Moment


class CalledOut(Fact, tag="called_out", frozen=True, kw_only=True):
    """One person called for one role.

    `who` is the person's key, or `role:<role>` while nobody is named for the role.
    `due` is when they must be here, by the plan's duty classes at the moment of the call.
    """

    who: str
    name: str
    role: str
    due: Moment
    group: str = ""
    on_duty: bool = False


class Acknowledged(Fact, tag="acknowledged", frozen=True, kw_only=True):
    who: str


class OnTheWay(Fact, tag="on_the_way", frozen=True, kw_only=True):
    who: str
    eta: Moment | None = None


class NoAnswer(Fact, tag="no_answer", frozen=True, kw_only=True):
    who: str


class ArrivedBy(Enum):
    HAND = "hand"
    BADGE = "badge"


class Arrived(Fact, tag="arrived", frozen=True, kw_only=True):
    """`name` is for someone who was never called and came all the same."""

    who: str
    name: str = ""
    by: ArrivedBy = ArrivedBy.HAND


class Excused(Fact, tag="excused", frozen=True, kw_only=True):
    who: str
    reason: str


class StoodDown(Fact, tag="stood_down", frozen=True, kw_only=True):
    who: str


class RollCallBegun(Fact, tag="roll_call_begun", frozen=True, kw_only=True):
    """Everyone in `who` is to answer by `due`; who has not is tried again until `second_due`."""

    roll: str
    who: tuple[str, ...]
    due: Moment
    second_due: Moment


class RollAnswered(Fact, tag="roll_answered", frozen=True, kw_only=True):
    """`by` is the name of whoever answers for them, `channel` how: face to face, radio, phone."""

    roll: str
    who: str
    by: str = ""
    channel: str = ""


class RollCallEnded(Fact, tag="roll_call_ended", frozen=True, kw_only=True):
    roll: str
