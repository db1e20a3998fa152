"""At the scene: tasks, zones and posts."""

from __future__ import annotations

from typing import TypeAlias

from app.models import facts as f
from app.models.decisions.case import Case, Decided, Decision, missing
from app.models.refusals import refuse
from app.models.task_states import TaskState, TaskValue
from app.models.zone_states import Evacuation


def _task(case: Case, key: str) -> TaskValue | None:
    """None for a task that neither the plan nor anybody here knows."""
    planned = case.plan.tasks if case.plan else ()
    if key in case.incident.tasks or any(task.key == key for task in planned):
        return case.then.task(key)
    return None


def _add_task(case: Case, fact: f.TaskAdded) -> Decided:
    refusal = missing(task=fact.task, text=fact.text)
    if refusal:
        return refusal
    return refuse("task_exists", task=fact.task) if _task(case, fact.task) else [fact]


def _settle_task(case: Case, fact: f.TaskDone | f.TaskSkipped) -> Decided:
    value = _task(case, fact.task)
    if value is None:
        return refuse("unknown_task", task=fact.task)
    if value.state is not TaskState.OPEN and value.settled_at:
        return refuse("task_settled", at=value.settled_at, by=value.settled_by)
    if isinstance(fact, f.TaskSkipped):
        return missing(reason=fact.reason) or [fact]
    return [fact]


def _undo_task(case: Case, fact: f.TaskUndone) -> Decided:
    value = _task(case, fact.task)
    if value is None:
        return refuse("unknown_task", task=fact.task)
    return refuse("task_open") if value.state is TaskState.OPEN else [fact]


_ZoneFact: TypeAlias = (
    f.ZoneCordoned | f.ZoneEvacuating | f.ZoneEmpty | f.ZoneConfirmed | f.ZoneReleased
)


def _zone(case: Case, fact: _ZoneFact) -> Decided:
    name = case.zone_name(fact.zone)
    if name is None:
        return refuse("unknown_zone", zone=fact.zone)
    value = case.then.zone(fact.zone)
    match fact:
        case f.ZoneCordoned() if value.cordoned_at:
            return refuse("zone_cordoned", zone=name, at=value.cordoned_at)
        case f.ZoneEvacuating(expected=expected) if value.evacuation is Evacuation.EVACUATING:
            known = expected in (None, value.expected)
            return refuse("zone_same", zone=name) if known else [fact]
        case f.ZoneEmpty() if value.evacuation in (Evacuation.EMPTY, Evacuation.CONFIRMED):
            return refuse("zone_same", zone=name)
        case f.ZoneConfirmed() if value.evacuation is not Evacuation.EMPTY:
            same = value.evacuation is Evacuation.CONFIRMED
            return refuse("zone_same" if same else "zone_not_empty", zone=name)
        case f.ZoneReleased() if not value.in_hand:
            return refuse("zone_free", zone=name)
        case f.ZoneConfirmed():
            return [f.ZoneConfirmed(zone=fact.zone, by=fact.by or case.author)]
        case _:
            return [fact]


def _take_post(case: Case, fact: f.PostTaken) -> Decided:
    post = case.then.post(fact.post)
    if post.since is not None and post.who == fact.who:
        return refuse("unchanged")
    name = fact.name or case.name_of(fact.who)
    taken = f.PostTaken(post=fact.post, who=fact.who, name=name)
    return missing(post=fact.post, who=fact.who) or [taken]


def _leave_post(case: Case, fact: f.PostLeft) -> Decided:
    post = case.then.post(fact.post)
    if post.since is None or fact.who not in ("", post.who):
        return refuse("post_empty", post=fact.post)
    return [f.PostLeft(post=fact.post, who=post.who)]


DECISIONS: dict[type, Decision] = {
    f.TaskAdded: _add_task,
    f.TaskDone: _settle_task,
    f.TaskSkipped: _settle_task,
    f.TaskUndone: _undo_task,
    f.ZoneCordoned: _zone,
    f.ZoneEvacuating: _zone,
    f.ZoneEmpty: _zone,
    f.ZoneConfirmed: _zone,
    f.ZoneReleased: _zone,
    f.PostTaken: _take_post,
    f.PostLeft: _leave_post,
}
