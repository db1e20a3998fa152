"""The course of an incident: its status, title and place, head-count, level and command."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import assert_never

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.levels import Level
from app.models.rules import Rule, stepwise
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

    def reached_at(self, people: int) -> datetime | None:
        """When so many were first counted."""
        return next((at for at, count in self.counts if count >= people), None)


class Leveling(Value, frozen=True, kw_only=True):
    steps: tuple[tuple[datetime, Level], ...] = ()
    reason: str = ""

    @property
    def level(self) -> Level:
        return self.steps[-1][1] if self.steps else Level.IV

    def reached_at(self, level: Level) -> datetime | None:
        """When the incident first stood at `level` or above."""
        return next((at for at, step in self.steps if step >= level), None)

    def above_since(self, level: Level) -> datetime | None:
        """From when on it has stood above `level` without a break; None if it does not."""
        since: datetime | None = None
        for at, step in self.steps:
            since = (since or at) if step > level else None
        return since

    def level_at(self, moment: datetime) -> Level:
        """The level that it stood at by `moment`, the earliest one before that."""
        by_then = [level for at, level in self.steps if at <= moment]
        return by_then[-1] if by_then else self.level


class Commanding(Value, frozen=True, kw_only=True):
    who: str = ""
    name: str = ""
    since: datetime | None = None


def _opened(value: Course, fact: f.Opened, entry: Entry) -> Course:
    if value.status is not Status.UNOPENED:
        return flag(value, entry, Oddity.OPENED_TWICE)
    return _replace(
        value, status=Status.OPEN, plan=fact.plan, drill=fact.drill,
        opened_at=entry.at, opened_by=entry.author,
    )  # fmt: skip


def _declared_over(value: Course, fact: f.DeclaredOver, entry: Entry) -> Course:
    del fact
    match value.status:
        case Status.UNOPENED:
            return flag(value, entry, Oddity.OUT_OF_COURSE)
        case Status.OPEN:
            return _replace(value, status=Status.OVER, over_at=entry.at)
        case Status.OVER | Status.CLOSED:
            return value
        case _:
            assert_never(value.status)


def _closed(value: Course, fact: f.Closed, entry: Entry) -> Course:
    del fact
    match value.status:
        case Status.UNOPENED:
            return flag(value, entry, Oddity.OUT_OF_COURSE)
        case Status.OPEN | Status.OVER:
            over_at = value.over_at or entry.at
            return _replace(value, status=Status.CLOSED, closed_at=entry.at, over_at=over_at)
        case Status.CLOSED:
            return value
        case _:
            assert_never(value.status)


def _reopened(value: Course, fact: f.Reopened, entry: Entry) -> Course:
    del fact
    match value.status:
        case Status.UNOPENED | Status.OPEN:
            return flag(value, entry, Oddity.OUT_OF_COURSE)
        case Status.OVER | Status.CLOSED:
            return _replace(value, status=Status.OPEN, over_at=None, closed_at=None)
        case _:
            assert_never(value.status)


COURSE = stepwise(
    Course(),
    {
        f.Opened: _opened,
        f.DeclaredOver: _declared_over,
        f.Closed: _closed,
        f.Reopened: _reopened,
    },
)


def _described(value: Detail, fact: f.Opened | f.Amended, entry: Entry) -> Detail:
    del entry
    if fact.title is None and fact.place is None:
        return value
    title = value.title if fact.title is None else fact.title
    place = value.place if fact.place is None else fact.place
    return Detail(title=title, place=place)


DETAIL = stepwise(Detail(), {f.Opened: _described, f.Amended: _described})


def _count(value: People, entries: Sequence[Entry]) -> People:
    """All at once: one by one would copy every earlier count for each."""
    counted = tuple(
        (entry.at, entry.fact.people)
        for entry in entries
        if isinstance(entry.fact, f.Opened | f.Amended) and entry.fact.people is not None
    )
    return People(counts=value.counts + counted)


PEOPLE = Rule(initial=People(), facts=frozenset({f.Opened, f.Amended}), fold=_count)


def _level_opened(value: Leveling, fact: f.Opened, entry: Entry) -> Leveling:
    return _replace(value, steps=(*value.steps, (entry.at, fact.level)))


def _level_set(value: Leveling, fact: f.LevelSet, entry: Entry) -> Leveling:
    return Leveling(steps=(*value.steps, (entry.at, fact.level)), reason=fact.reason)


LEVEL = stepwise(Leveling(), {f.Opened: _level_opened, f.LevelSet: _level_set})


def _commands(
    value: Commanding, fact: f.CommandTaken | f.CommandHandedOver, entry: Entry
) -> Commanding:
    if value.who == fact.who:
        return value
    return Commanding(who=fact.who, name=fact.name, since=entry.at)


def _leaves(value: Commanding, fact: f.StoodDown | f.Excused, entry: Entry) -> Commanding:
    """Who has left commands no more: then whoever of the succession is on site does."""
    del entry
    return value if value.who != fact.who else Commanding(odd=value.odd)


COMMAND = stepwise(
    Commanding(),
    {
        f.CommandTaken: _commands,
        f.CommandHandedOver: _commands,
        f.StoodDown: _leaves,
        f.Excused: _leaves,
    },
)
