"""The score of a drill: what the plan asked for, whether it was done in time, what to improve.

It is reckoned from the log and never recorded: no statistics can come upon it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from enum import Enum

import msgspec

from app.models.answering import first_answer
from app.models.call_outs import CallOut, CallOutState
from app.models.course import Status
from app.models.drilling import Drilling
from app.models.evacuations import evacuations
from app.models.incident import Incident
from app.models.injects import InjectState, injects
from app.models.notifications import notifications
from app.models.plan import Plan, Sign
from app.models.roster import role_of
from app.models.services import dialled, service_name
from app.models.site import Site
from app.models.task_states import TaskState
from app.models.tasks import TaskRow, tasks
from app.models.text import Text
from app.models.urgency import AT_ONCE, due_at
from app.models.zones import known_zone

_NOTHING = timedelta(0)


class Sort(Enum):
    """What a mark is about, in the order in which they are told."""

    INJECT = "inject"
    CALL_OUT = "call_out"
    NOTIFICATION = "notification"
    TASK = "task"
    ZONE = "zone"
    SERVICE = "service"


class Verdict(Enum):
    MET = "met"
    LATE = "late"
    MISSED = "missed"


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that the plan, or the script, asked for.

    `took` and `late` leave out the time in which the drill stood still; `took` is None if it
    never came, `within` if no time was set. `group` is empty where it is nobody's alone.
    """

    sort: Sort
    key: str
    what: Text
    group: Text
    verdict: Verdict
    began_at: datetime
    within: timedelta | None = None
    took: timedelta | None = None
    owner: Text = Text("", "")

    @property
    def late(self) -> timedelta:
        if self.within is None or self.took is None:
            return _NOTHING
        return max(self.took - self.within, _NOTHING)


class Total(msgspec.Struct, frozen=True, kw_only=True):
    """How many of a group's marks are which; `name` is empty for those of nobody alone."""

    name: Text
    met: int
    late: int
    missed: int

    @property
    def all(self) -> int:
        return self.met + self.late + self.missed


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """`marks` by what they are about, those missed and the latest first."""

    total: Total
    groups: tuple[Total, ...]
    marks: tuple[Mark, ...]
    stood_still: timedelta


def score(incident: Incident, plan: Plan | None, site: Site) -> Score | None:
    """None for what is no drill, or while it runs: what is not done yet is not missed."""
    course = incident.course
    end = course.over_at
    if not course.drill or end is None or course.opened_at is None or course.status is Status.OPEN:
        return None
    scorer = _Scorer(incident, plan, site, end)
    marks = tuple(sorted(scorer.marks(), key=_order))
    named = {mark.group for mark in marks}
    groups = [_total(name, [mark for mark in marks if mark.group == name]) for name in named]
    return Score(
        total=_total(Text("", ""), marks),
        groups=tuple(sorted(groups, key=lambda total: (not total.name.en, total.name.en))),
        marks=marks,
        stood_still=incident.drilling.paused_between(course.opened_at, end),
    )


def _order(mark: Mark) -> tuple[int, int, float, datetime, str]:
    worst_first = {Verdict.MISSED: 0, Verdict.LATE: 1, Verdict.MET: 2}[mark.verdict]
    return (_SORTS[mark.sort], worst_first, -mark.late.total_seconds(), mark.began_at, mark.key)


_SORTS = {sort: rank for rank, sort in enumerate(Sort)}


def _total(name: Text, marks: Sequence[Mark]) -> Total:
    verdicts = [mark.verdict for mark in marks]
    return Total(
        name=name, met=verdicts.count(Verdict.MET), late=verdicts.count(Verdict.LATE),
        missed=verdicts.count(Verdict.MISSED),
    )  # fmt: skip


class _Scorer:
    """Reads a drill that ended at `end`, once."""

    def __init__(self, incident: Incident, plan: Plan | None, site: Site, end: datetime) -> None:
        self._incident, self._plan, self._site, self._end = incident, plan, site, end
        self._drilling: Drilling = incident.drilling
        self._entries = incident.in_effect()

    def marks(self) -> Iterator[Mark]:
        yield from self._of_injects()
        yield from self._of_call_outs()
        yield from self._of_notifications()
        yield from self._of_tasks()
        yield from self._of_zones()
        yield from self._of_services()

    def _ran(self, since: datetime, until: datetime) -> timedelta:
        return max(until - since, _NOTHING) - self._drilling.paused_between(since, until)

    def _mark(
        self, sort: Sort, key: str, what: Text, *, group: Text, began_at: datetime,
        done: datetime | None, within: timedelta | None, owner: Text = Text("", ""),  # noqa: B008  frozen
    ) -> Mark | None:  # fmt: skip
        """None for what still had time at the end."""
        done = done if done and done <= self._end else None
        ran = self._ran(began_at, done or self._end)
        if done is None and within is not None and ran <= within:
            return None
        verdict = Verdict.MISSED
        if done is not None:
            verdict = Verdict.LATE if within is not None and ran > within else Verdict.MET
        return Mark(
            sort=sort, key=key, what=what, group=group, verdict=verdict, began_at=began_at,
            within=within, took=ran if done else None, owner=owner,
        )  # fmt: skip

    # Injects -------------------------------------------------------------------------------------

    def _of_injects(self) -> Iterator[Mark]:
        scripted = {inject.key: inject for inject in self._drilling.injects}
        for row in injects(self._incident, self._end):
            if row.state is not InjectState.PLAYED or row.ended is None:
                continue
            inject = scripted.get(row.key)
            mark = self._mark(
                Sort.INJECT, row.key, row.text, group=Text("", ""), began_at=row.ended.at,
                done=first_answer(self._entries, inject, row.ended.at),
                within=inject.within if inject else None,
            )  # fmt: skip
            if mark is not None:
                yield mark

    # Who was called ------------------------------------------------------------------------------

    def _of_call_outs(self) -> Iterator[Mark]:
        for call_out in self._incident.call_outs.values():
            for each in (*call_out.before, call_out):
                mark = self._of_call_out(each)
                if mark is not None:
                    yield mark

    def _of_call_out(self, call: CallOut) -> Mark | None:
        """Excused, or stood down before it was time: nothing was missed."""
        if not call.called or call.due is None or call.called_at is None:
            return None
        within = call.due - call.called_at
        if call.state is CallOutState.EXCUSED:
            return None
        freed = call.ended_at if call.arrived_at is None else None
        if freed is not None and self._ran(call.called_at, freed) <= within:
            return None
        role = role_of(self._plan, call.role)
        name = Text(f"{call.name}, {role.en}", f"{call.name}，{role.zh}") if call.name else role
        return self._mark(
            Sort.CALL_OUT, call.who, name, group=self._group(call.group or call.role),
            began_at=call.called_at, done=call.arrived_at, within=within, owner=role,
        )  # fmt: skip

    def _group(self, key: str) -> Text:
        """The group that a key names, itself or as the role's; empty if it is neither."""
        role = self._plan.role(key) if self._plan else None
        group = self._plan.group(role.group if role else key) if self._plan else None
        return group.name if group else Text("", "")

    # What was to be told and done ----------------------------------------------------------------

    def _of_notifications(self) -> Iterator[Mark]:
        planned = {each.key: each for each in self._plan.notifications} if self._plan else {}
        for row in notifications(self._incident, self._plan):
            told = planned[row.key]
            if row.begins_at is None:
                continue
            mark = self._mark(
                Sort.NOTIFICATION, row.key, row.who, group=self._group(told.by),
                began_at=row.begins_at, done=row.told_at, within=told.within or AT_ONCE,
                owner=row.by,
            )  # fmt: skip
            if mark is not None:
                yield mark

    def _of_tasks(self) -> Iterator[Mark]:
        """Skipped with a reason is no miss; nor is what nobody said that it applied."""
        planned = {each.key: each for each in self._plan.tasks} if self._plan else {}
        for row in tasks(self._incident, self._plan):
            task = planned.get(row.key)
            due = row.due
            if task and task.within is not None and row.begins_at:
                due = due_at(row.begins_at, task.within)  # as the plan has it, whoever moved it
            if row.begins_at is None or due is None or self._left_out(row, due):
                continue
            owner = task.owner if task else self._incident.task(row.key).owner
            mark = self._mark(
                Sort.TASK, row.key, row.text, group=self._group(owner), began_at=row.begins_at,
                done=row.settled_at, within=due - row.begins_at, owner=row.owner,
            )  # fmt: skip
            if mark is not None:
                yield mark

    def _left_out(self, row: TaskRow, due: datetime) -> bool:
        if row.state is TaskState.SKIPPED:
            return True
        if row.state is TaskState.DONE:
            return False
        task = self._plan.task(row.key) if self._plan else None
        judged = row.condition is not None and not (task and (task.sign or task.mandatory))
        return judged or (row.lapsed_at is not None and row.lapsed_at < due)

    # Zones and services --------------------------------------------------------------------------

    def _of_zones(self) -> Iterator[Mark]:
        """Every evacuation that began is to be confirmed; the plan sets no time for it."""
        for each in evacuations(self._entries):
            mark = self._mark(
                Sort.ZONE, each.zone, self._zone_name(each.zone), group=Text("", ""),
                began_at=each.begun_at, done=each.confirmed_at, within=None,
            )  # fmt: skip
            if mark is not None:
                yield mark

    def _zone_name(self, key: str) -> Text:
        return known_zone(self._plan, self._site, key).name

    def _of_services(self) -> Iterator[Mark]:
        """Those for which a sign was seen, and those that were called: the plan sets no time."""
        asked = dict(self._asked())
        for key in dict.fromkeys([*asked, *self._incident.services]):
            value = self._incident.service(key)
            first = value.before[0] if value.before else value
            since = asked.get(key) or first.called_at
            if since is None:
                continue
            name, number = service_name(self._plan, self._site, key), dialled(self._site, key)
            planned = self._plan.services if self._plan else ()
            by = next((each.by for each in planned if each.number == key), "")
            mark = self._mark(
                Sort.SERVICE, key, Text(f"{number} {name.en}", f"{number} {name.zh}"),
                group=self._group(by), began_at=min(since, first.called_at or since),
                done=first.called_at, within=None,
            )  # fmt: skip
            if mark is not None:
                yield mark

    def _asked(self) -> Iterator[tuple[str, datetime]]:
        """Each service that a rule of the plan asked for, and since when; the last said holds."""
        for rule in reversed(self._plan.rules if self._plan else ()):
            if rule.sign is Sign.PEOPLE:
                since = self._incident.people.reached_at(rule.at_least)
            else:
                since = self._incident.sign(rule.sign).first_seen
            if since is not None:
                yield from ((service, since) for service in rule.services)
