"""Drill files: injects for a drill leader, or a story of what people do and say; or both."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeAlias

import msgspec

from app.models.levels import Level
from app.models.script import Inject, Script
from app.models.text import Text
from app.models.yamlscalar import Clock


class _Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """`at` is when it is told; it happened `ago` before that, so `ago` makes a late entry.

    `by` is the person who says so (the script's recorder if empty), and `key` names the event
    for a later correction.
    """

    at: Clock
    ago: timedelta = timedelta(0)
    by: str = ""
    key: str = ""


class _OfPerson(_Event, frozen=True, kw_only=True):
    who: str


class Call(_OfPerson, tag="call", frozen=True, kw_only=True):
    """Somebody is called out on the spot, beyond those that the level calls by itself."""

    role: str = ""


class Acknowledged(_OfPerson, tag="acknowledged", frozen=True, kw_only=True):
    pass


class OnTheWay(_OfPerson, tag="on_the_way", frozen=True, kw_only=True):
    """`eta` counts from the moment that it is said."""

    eta: timedelta | None = None


class NoAnswer(_OfPerson, tag="no_answer", frozen=True, kw_only=True):
    pass


class Arrived(_OfPerson, tag="arrived", frozen=True, kw_only=True):
    """`scan`: the badge was scanned at the door."""

    scan: bool = False


class Excused(_OfPerson, tag="excused", frozen=True, kw_only=True):
    reason: Text


class StoodDown(_OfPerson, tag="stood_down", frozen=True, kw_only=True):
    pass


class CommandTaken(_OfPerson, tag="command_taken", frozen=True, kw_only=True):
    pass


class CommandHandedOver(_OfPerson, tag="command_handed_over", frozen=True, kw_only=True):
    """To `who`."""


class PeopleCounted(_Event, tag="people", frozen=True, kw_only=True):
    count: int


class LevelSet(_Event, tag="level_set", frozen=True, kw_only=True):
    """A proposal accepted, or a change of somebody's own."""

    level: Level
    reason: Text
    decided_by: str = ""


class TaskDone(_Event, tag="task_done", frozen=True, kw_only=True):
    task: str


class TaskSkipped(_Event, tag="task_skipped", frozen=True, kw_only=True):
    task: str
    reason: Text


class _OfZone(_Event, frozen=True, kw_only=True):
    zone: str


class Cordoned(_OfZone, tag="cordoned", frozen=True, kw_only=True):
    """`line` is a line of the site plan, `guards` those who stand on it."""

    line: str = ""
    guards: tuple[str, ...] = ()


class Evacuating(_OfZone, tag="evacuating", frozen=True, kw_only=True):
    expected: int | None = None


class Empty(_OfZone, tag="empty", frozen=True, kw_only=True):
    pass


class Confirmed(_OfZone, tag="confirmed", frozen=True, kw_only=True):
    """`who` looked."""

    who: str


class PartConfirmed(_OfZone, tag="part_confirmed", frozen=True, kw_only=True):
    """`who` looked through this part of the zone."""

    part: str
    who: str


class OutCounted(_OfZone, tag="out_counted", frozen=True, kw_only=True):
    count: int


class AssemblyCounted(_Event, tag="assembly_counted", frozen=True, kw_only=True):
    point: str
    count: int


class EntranceSet(_Event, tag="entrance_set", frozen=True, kw_only=True):
    entrance: str
    open: bool


class Released(_OfZone, tag="released", frozen=True, kw_only=True):
    pass


class PostTaken(_OfPerson, tag="post_taken", frozen=True, kw_only=True):
    post: str


class PostLeft(_OfPerson, tag="post_left", frozen=True, kw_only=True):
    post: str


class Notified(_Event, tag="notified", frozen=True, kw_only=True):
    """`told: no` when they could not be reached."""

    target: str
    told: bool = True
    said: Text | None = None


class ServiceCalled(_Event, tag="service_called", frozen=True, kw_only=True):
    service: str
    said: Text
    caller: str


class ServiceArrived(_Event, tag="service_arrived", frozen=True, kw_only=True):
    service: str
    units: Text | None = None


class ServiceLeft(_Event, tag="service_left", frozen=True, kw_only=True):
    service: str


class Note(_Event, tag="note", frozen=True, kw_only=True):
    text: Text


class Correction(_Event, tag="correction", frozen=True, kw_only=True):
    """The note with the key `of` should have read `text`; without one it is struck."""

    of: str
    reason: Text
    text: Text | None = None


class DeclaredOver(_Event, tag="declared_over", frozen=True, kw_only=True):
    reason: Text


DrillEvent: TypeAlias = (
    Call | Acknowledged | OnTheWay | NoAnswer | Arrived | Excused | StoodDown | CommandTaken
    | CommandHandedOver | PeopleCounted | LevelSet | TaskDone | TaskSkipped | Cordoned | Evacuating
    | Empty | Confirmed | PartConfirmed | OutCounted | AssemblyCounted | EntranceSet | Released
    | PostTaken | PostLeft | Notified | ServiceCalled | ServiceArrived | ServiceLeft | Note
    | Correction | DeclaredOver
)  # fmt: skip


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    title: Text
    place: Text
    level: Level = Level.IV
    people: int = 0
    phase: str = ""
    """The phase of the plan that it starts in; empty: the first."""


class Drill(msgspec.Struct, frozen=True, kw_only=True):
    """`plan` is the key of the plan that it is played on.

    `injects` are what the drill leader lets happen, on any site. `events` are a story that plays
    by itself on the site of the key `site`; `recorder` says what no event gives a `by` for.
    Both are in order of `at`.
    """

    key: str
    title: Text
    plan: str
    opening: Opening
    site: str = ""
    recorder: str = ""
    injects: tuple[Inject, ...] = ()
    events: tuple[DrillEvent, ...] = ()

    @property
    def length(self) -> timedelta:
        return self.events[-1].at if self.events else timedelta(0)

    @property
    def script(self) -> Script:
        return Script(key=self.key, title=self.title, plan=self.plan, injects=self.injects)
