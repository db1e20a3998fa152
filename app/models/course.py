"""The course of an incident: its status, title and place, head-count, level and command."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.levels import Level
from app.models.value import Oddity, Value, flag

_replace = msgspec.structs.replace


class Status(Enum):
    UNOPENED = "unopened"
    OPEN = "open"
    OVER = "over"
    CLOSED = "closed"


class Course(Value, frozen=True, kw_only=True):
    """How far the incident has come. `over_at` survives closing, reopening clears it."""

    status: Status = Status.UNOPENED
    plan: str = ""
    drill: bool = False
    opened_at: datetime | None = None
    opened_by: str = ""
    over_at: datetime | None = None
    closed_at: datetime | None = None


class Detail(Value, frozen=True, kw_only=True):
    title: str = ""
    place: str = ""


class People(Value, frozen=True, kw_only=True):
    """How many visitors and bystanders, as counted, over time."""

    counts: tuple[tuple[datetime, int], ...] = ()

    @property
    def now(self) -> int:
        return self.counts[-1][1] if self.counts else 0


class Leveling(Value, frozen=True, kw_only=True):
    steps: tuple[tuple[datetime, Level], ...] = ()
    reason: str = ""

    @property
    def level(self) -> Level:
        return self.steps[-1][1] if self.steps else Level.IV

    def reached_at(self, level: Level) -> datetime | None:
        """When the incident first stood at `level` or above."""
        return next((at for at, step in self.steps if step >= level), None)


class Commanding(Value, frozen=True, kw_only=True):
    who: str = ""
    name: str = ""
    since: datetime | None = None


def step_course(value: Course, entry: Entry) -> Course:
    match entry.fact:
        case f.Opened() as fact if value.status is Status.UNOPENED:
            return _replace(
                value, status=Status.OPEN, plan=fact.plan, drill=fact.drill,
                opened_at=entry.at, opened_by=entry.author,
            )  # fmt: skip
        case f.Opened():
            return flag(value, entry, Oddity.OPENED_TWICE)
        case f.DeclaredOver() if value.status is Status.OPEN:
            return _replace(value, status=Status.OVER, over_at=entry.at)
        case f.Closed() if value.status in (Status.OPEN, Status.OVER):
            return _replace(
                value, status=Status.CLOSED, closed_at=entry.at, over_at=value.over_at or entry.at
            )
        case f.Reopened() if value.status in (Status.OVER, Status.CLOSED):
            return _replace(value, status=Status.OPEN, over_at=None, closed_at=None)
        case f.DeclaredOver() | f.Closed() if value.status is not Status.UNOPENED:
            return value
        case _:
            return flag(value, entry, Oddity.OUT_OF_COURSE)


def step_detail(value: Detail, entry: Entry) -> Detail:
    match entry.fact:
        case f.Opened(title=title, place=place):
            return _replace(value, title=title, place=place)
        case f.Amended(title=title, place=place):
            return _replace(
                value,
                title=value.title if title is None else title,
                place=value.place if place is None else place,
            )
        case _:
            return value


def step_people(value: People, entry: Entry) -> People:
    match entry.fact:
        case f.Opened(people=int(count)) | f.Amended(people=int(count)):
            return _replace(value, counts=(*value.counts, (entry.at, count)))
        case _:
            return value


def step_leveling(value: Leveling, entry: Entry) -> Leveling:
    match entry.fact:
        case f.Opened(level=level):
            return _replace(value, steps=(*value.steps, (entry.at, level)))
        case f.LevelSet(level=level, reason=reason):
            return _replace(value, steps=(*value.steps, (entry.at, level)), reason=reason)
        case _:
            return value


def step_commanding(value: Commanding, entry: Entry) -> Commanding:
    match entry.fact:
        case f.CommandTaken(who=who, name=name) | f.CommandHandedOver(who=who, name=name):
            return _replace(value, who=who, name=name, since=entry.at)
        case _:
            return value
