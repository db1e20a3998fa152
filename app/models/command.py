"""Commands: what a person at a station asks for. Most are the fact they want recorded."""

from __future__ import annotations

from typing import Any, TypeAlias

import msgspec

from app.models import facts as f
from app.models.incident import Incident
from app.models.levels import Level
from app.models.plan import Plan
from app.models.site import Site
from app.models.text import Phrase


class Open(f.Fact, tag="open", frozen=True, kw_only=True):
    """Open an incident from a plan: by its reference, or by its key for the newest version."""

    plan: str
    title: str
    place: str
    level: Level = Level.IV
    people: int = 0
    drill: bool = False
    phase: str = ""
    origin: str = ""
    script: f.DrillScripted | None = None
    """By which the drill is played."""


class Call(f.Fact, tag="call", frozen=True, kw_only=True):
    """Call people out: those named, one group, or everyone the plan needs.

    Deadlines come from the plan and from who is on duty now.
    """

    who: tuple[str, ...] = ()
    group: str = ""
    everyone: bool = False
    role: str = ""


class Scan(f.Fact, tag="scan", frozen=True, kw_only=True):
    """A staff badge, or a name, typed or scanned at the door: this person has arrived."""

    text: str


class BeginRollCall(f.Fact, tag="begin_roll_call", frozen=True, kw_only=True):
    """Everyone on site is to answer, within the plan's window."""


class LowerLevel(f.Fact, tag="lower_level", frozen=True, kw_only=True):
    """Lower the level, and stand down those who are not needed any more, by their keys."""

    level: Level
    reason: str
    stand_down: tuple[str, ...] = ()
    decided_by: str = ""


class DeclareOver(f.Fact, tag="declare_over", frozen=True, kw_only=True):
    """With `stand_down` everybody still awaited, by name or for a role, is stood down too."""

    reason: str = ""
    despite: str = ""
    stand_down: bool = True


class SetPeople(f.Fact, tag="set_people", frozen=True, kw_only=True):
    """Add or change several members of staff at once, and put people on duty or off, by key.

    All of it or nothing; who is not named stays as they are.
    """

    people: tuple[f.PersonSet, ...] = ()
    on_duty: tuple[str, ...] = ()
    off_duty: tuple[str, ...] = ()


class PublishPlan(f.Fact, tag="publish_plan", frozen=True, kw_only=True):
    document: Plan


Command: TypeAlias = (
    f.KnownFact
    | Open
    | Call
    | BeginRollCall
    | LowerLevel
    | DeclareOver
    | Scan
    | SetPeople
    | PublishPlan
)

_ANY_COMMAND: Any = Command


def read_command(fields: dict[str, Any]) -> Command:
    """A command by its name (under `kind`) and fields. Raises `msgspec.ValidationError`."""
    command: Command = msgspec.convert(fields, _ANY_COMMAND)
    return command


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """What a decision is made on.

    `plan` is the incident's own version; None while it has not reached this station.
    `stream` names the incident that `Open` would begin.
    """

    site: Site
    incident: Incident | None = None
    plan: Plan | None = None
    stream: str = ""
    author: str = ""


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Why a command is not carried out, and what to do instead. Nothing was written.

    `field` is the one to look at, by its name in the command, and `line` which of its lines, from
    1; "" and 0 if it is about none. Where several things were asked and some are done, `left` has
    what is left to be given, by field.
    """

    code: str
    why: Phrase
    field: str = ""
    line: int = 0
    left: tuple[tuple[str, str], ...] = ()
