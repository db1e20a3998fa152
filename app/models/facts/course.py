"""The course of an incident: opened, its level and phase, who commands, the end."""

from __future__ import annotations

from app.models.facts.base import Fact, Moment
from app.models.levels import Level
from app.models.plan import Sign
from app.models.text import Text


class Opened(Fact, tag="opened", frozen=True, kw_only=True):
    """`plan` is a plan reference (`key@fingerprint`), so the incident keeps that version."""

    plan: str
    title: str
    place: str
    level: Level
    people: int = 0
    drill: bool = False
    phase: str = ""
    """The phase of the plan that it starts in; empty: the first."""
    origin: str = ""
    """The entry (of the shift log, or of another incident) that it was opened from."""


class Amended(Fact, tag="amended", frozen=True, kw_only=True):
    """Only what is given changes."""

    title: str | None = None
    place: str | None = None
    people: int | None = None


class PhaseEntered(Fact, tag="phase_entered", frozen=True, kw_only=True):
    phase: str
    reason: str = ""


class LevelSet(Fact, tag="level_set", frozen=True, kw_only=True):
    """`sign` and `at_least` name the rule of the plan whose proposal was accepted, if one was."""

    level: Level
    reason: str
    decided_by: str = ""
    sign: Sign | None = None
    at_least: int = 0


class LevelProposed(Fact, tag="level_proposed", frozen=True, kw_only=True):
    """A rule of the plan was met: `count` has reached `at_least`. A person decides.

    Written by the station at which what met it was recorded.
    """

    sign: Sign
    at_least: int
    count: int
    level: Level
    reason: Text = Text("", "")


class ProposalDeclined(Fact, tag="proposal_declined", frozen=True, kw_only=True):
    sign: Sign
    at_least: int
    level: Level
    reason: str = ""


class CommandTaken(Fact, tag="command_taken", frozen=True, kw_only=True):
    """`who` is a person's key; `name` is kept so that the line reads by itself for ever."""

    who: str
    name: str


class CommandHandedOver(Fact, tag="command_handed_over", frozen=True, kw_only=True):
    who: str
    name: str
    from_name: str = ""


class DeclaredOver(Fact, tag="declared_over", frozen=True, kw_only=True):
    """`despite` is why it is over although mandatory tasks are open; `left` are their keys."""

    reason: str = ""
    despite: str = ""
    left: tuple[str, ...] = ()


class Closed(Fact, tag="closed", frozen=True, kw_only=True):
    summary: str = ""


class Reopened(Fact, tag="reopened", frozen=True, kw_only=True):
    reason: str


class Settled(Fact, tag="settled", frozen=True, kw_only=True):
    """Closed, and nothing is owed any more.

    `seen` are the entries known to whoever settled it that bring something to do: see
    `follow_up_states.OWING`. None in older entries: those had seen all that stands before them.
    """

    seen: tuple[str, ...] | None = None


class SignSeen(Fact, tag="sign_seen", frozen=True, kw_only=True):
    """What a plan's rules look at is there: a fire, a blocked road, damage, violence…"""

    sign: Sign
    text: str = ""
    zone: str = ""


class SignGone(Fact, tag="sign_gone", frozen=True, kw_only=True):
    sign: Sign
    text: str = ""


class PeopleCounted(Fact, tag="people_counted", frozen=True, kw_only=True):
    """How many people are how badly hurt in a zone (empty: elsewhere): numbers, never names.

    A count replaces the last one of its zone.
    """

    zone: str = ""
    unhurt: int = 0
    slightly: int = 0
    badly: int = 0


class AlarmAcknowledged(Fact, tag="alarm_acknowledged", frozen=True, kw_only=True):
    """The entry's author has seen it. `alarm` is its key, `due` the deadline that it is about:

    with another deadline it is another alarm.
    """

    alarm: str
    due: Moment
