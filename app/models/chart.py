"""The escalation as a chart: what lasted from when to when, and what was missed."""

from __future__ import annotations

from collections.abc import Iterable, Set
from datetime import datetime
from enum import Enum, IntEnum

import msgspec

from app.models.incident import RULES, Incident
from app.models.levels import Level
from app.models.notifications import notifications
from app.models.outside import ServiceValue
from app.models.plan import Plan, Sign
from app.models.roster import RosterRow, calls_before, roster
from app.models.services import dialled, service_name
from app.models.site import Site
from app.models.task_states import TaskState
from app.models.tasks import tasks
from app.models.text import Text


class Line(Enum):
    """The rows of the chart, from the top."""

    LEVEL = "level"
    CALLS = "calls"
    SERVICES = "services"
    MISSED = "missed"
    PEOPLE = "people"


class BarState(IntEnum):
    """In the order in which bars stand: what needs a person on top."""

    AWAITED = 0
    ARRIVED_LATE = 1
    ENDED = 2
    IN_TIME = 3


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """What lasted from `start` to `end` (None: until now), with the deadline it had, if any.

    `cell`, `subject` and `told_at` find the entry that tells of it, or while there is none,
    `begun_at` that by which its time began to run; `level` is of level bars, `arrived_at` of
    services.
    """

    cell: str
    subject: str
    start: datetime
    end: datetime | None
    told_at: datetime | None
    name: Text
    begun_at: datetime | None = None
    due: datetime | None = None
    state: BarState = BarState.AWAITED
    level: Level = Level.IV
    arrived_at: datetime | None = None

    def is_late(self, now: datetime) -> bool:
        """Past its deadline by now, or when it ended."""
        return self.due is not None and (self.end or now) > self.due


class Threshold(msgspec.Struct, frozen=True, kw_only=True):
    """So many people, and the plan proposes `level`."""

    at_least: int
    level: Level


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """All bars by when they began; `missed` begin at their deadline, so they may be to come.

    `end` is when the incident was declared over; None while it runs.
    """

    begin: datetime
    end: datetime | None
    levels: tuple[Bar, ...] = ()
    calls: tuple[Bar, ...] = ()
    services: tuple[Bar, ...] = ()
    missed: tuple[Bar, ...] = ()
    people: tuple[tuple[datetime, int], ...] = ()
    thresholds: tuple[Threshold, ...] = ()


def chart(incident: Incident, plan: Plan | None, site: Site) -> Chart | None:
    """None before the incident is opened."""
    course = incident.course
    if course.opened_at is None:
        return None
    over = course.over_at
    return Chart(
        begin=course.opened_at,
        end=over,
        levels=tuple(_levels(incident, over)),
        calls=_by_start(_call(row, over) for row in _all_calls(incident, plan)),
        services=_by_start(_services(incident, plan, site, over)),
        missed=_by_start(_missed(incident, plan, over)),
        people=incident.people.counts,
        thresholds=_thresholds(plan),
    )


def _by_start(bars: Iterable[Bar | None]) -> tuple[Bar, ...]:
    return tuple(sorted((bar for bar in bars if bar), key=lambda bar: (bar.start, bar.subject)))


def _levels(incident: Incident, over: datetime | None) -> Iterable[Bar]:
    steps = incident.leveling.steps
    ends = [at for at, _ in steps[1:]] + [over]
    for (at, level), end in zip(steps, ends, strict=False):
        name = Text(level.numeral, level.numeral)
        yield Bar(cell="level", subject="", start=at, end=end, told_at=at, name=name, level=level)


def _all_calls(incident: Incident, plan: Plan | None) -> Iterable[RosterRow]:
    return [*roster(incident, plan), *calls_before(incident, plan)]


def _call(row: RosterRow, over: datetime | None) -> Bar | None:
    if row.called_at is None:
        return None
    name = Text(row.name, row.name) if row.name else row.role
    end = row.arrived_at or row.ended_at
    end = end if end is None else max(end, row.called_at)
    return Bar(
        cell="call_out", subject=row.who, start=row.called_at, end=end or over,
        told_at=row.called_at, name=name, due=row.due, state=_state(row),
    )  # fmt: skip


def _state(row: RosterRow) -> BarState:
    if row.awaited:
        return BarState.AWAITED
    if row.arrived_at is None:
        return BarState.ENDED
    return BarState.ARRIVED_LATE if row.in_time is False else BarState.IN_TIME


def _services(
    incident: Incident, plan: Plan | None, site: Site, over: datetime | None
) -> Iterable[Bar | None]:
    for key, value in incident.services.items():
        number, name = dialled(site, key), service_name(plan, site, key)
        said = Text(f"{number} {name.en}", f"{number} {name.zh}")
        for each in (*value.before, value):
            yield _service(key, each, Text(number, number) if name.en == key else said, over)


def _service(key: str, value: ServiceValue, name: Text, over: datetime | None) -> Bar | None:
    start = value.called_at or value.arrived_at
    if start is None:
        return None
    return Bar(
        cell="service", subject=key, start=start, end=value.left_at or over, told_at=start,
        name=name, arrived_at=value.arrived_at,
        state=BarState.IN_TIME if value.arrived_at else BarState.AWAITED,
    )  # fmt: skip


def _missed(incident: Incident, plan: Plan | None, over: datetime | None) -> Iterable[Bar]:
    """Tasks and notifications that were late, are, or will be unless somebody does them."""
    for task in tasks(incident, plan):
        end = task.lapsed_at or over  # after that nobody waits for it
        if task.state is not TaskState.SKIPPED and _is_missed(task.due, task.settled_at, end):
            yield _miss(
                "task", task.key, task.text, due=task.due, done=task.settled_at, over=end,
                begun_at=task.begins_at,
            )  # fmt: skip
    for told in notifications(incident, plan):
        if _is_missed(told.due, told.told_at, over):
            yield _miss(
                "notification", told.key, told.who, due=told.due, done=told.told_at, over=over,
                begun_at=told.begins_at,
            )  # fmt: skip


def _is_missed(due: datetime | None, done: datetime | None, over: datetime | None) -> bool:
    return due is not None and (done or over or due) >= due


def _miss(
    cell: str, key: str, name: Text, *, due: datetime | None, done: datetime | None,
    over: datetime | None, begun_at: datetime | None,
) -> Bar:  # fmt: skip
    if due is None:
        raise ValueError(key)
    state = BarState.ARRIVED_LATE if done else BarState.AWAITED
    return Bar(cell=cell, subject=key, start=due, end=done or over, told_at=done, name=name,
               due=due, state=state, begun_at=begun_at)  # fmt: skip


def _thresholds(plan: Plan | None) -> tuple[Threshold, ...]:
    rules = plan.rules if plan else ()
    found = {
        rule.at_least: rule.propose
        for rule in rules
        if rule.sign is Sign.PEOPLE and rule.propose is not None
    }
    return tuple(Threshold(at_least=n, level=level) for n, level in sorted(found.items()))


def entry_of(incident: Incident, bar: Bar) -> str:
    """The id of the entry that tells of a bar, or by which its time began to run; else empty."""
    if bar.told_at is not None:
        return _first_entry(incident, bar.told_at, {(bar.cell, bar.subject)})
    if bar.begun_at is None:
        return ""
    return _first_entry(incident, bar.begun_at, _BEGINS | {(bar.cell, bar.subject)})


_BEGINS = frozenset({("level", ""), ("phase", ""), ("people", ""), *(("sign", s) for s in Sign)})
"""The cells by which a duty begins."""


def _first_entry(incident: Incident, since: datetime, cells: Set[tuple[str, str]]) -> str:
    for entry in incident.timeline:
        known = incident.fold.effective(entry)
        if known and known.at >= since and not cells.isdisjoint(RULES.addresses(known.fact)):
            return entry.id
    return ""
