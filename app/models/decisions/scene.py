"""At the scene: tasks, zones and posts."""

from __future__ import annotations

from typing import TypeAlias

from app.models import facts as f
from app.models.decisions.case import Case, Decided, Decision, missing
from app.models.refusals import refuse
from app.models.task_states import TaskState, TaskValue
from app.models.zone_states import Evacuation, ZoneValue


def _task_known(case: Case, task: str) -> TaskValue | None:
    value = case.incident.tasks.get(task)
    if value is not None:
        return value
    planned = case.plan.tasks if case.plan else ()
    return TaskValue() if any(each.key == task for each in planned) else None


def _add_task(case: Case, fact: f.TaskAdded) -> Decided:
    refusal = missing(task=fact.task, text=fact.text)
    if refusal:
        return refusal
    return refuse("task_exists", task=fact.task) if _task_known(case, fact.task) else [fact]


def _settle_task(case: Case, fact: f.TaskDone | f.TaskSkipped) -> Decided:
    value = _task_known(case, fact.task)
    if value is None:
        return refuse("unknown_task", task=fact.task)
    if value.state is not TaskState.OPEN and value.settled_at:
        return refuse("task_settled", at=value.settled_at, by=value.settled_by)
    if isinstance(fact, f.TaskSkipped):
        return missing(reason=fact.reason) or [fact]
    return [fact]


def _undo_task(case: Case, fact: f.TaskUndone) -> Decided:
    value = _task_known(case, fact.task)
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
    value = case.incident.zones.get(fact.zone, ZoneValue())
    match fact:
        case f.ZoneCordoned() if value.cordoned_at:
            return refuse("zone_cordoned", zone=name, at=value.cordoned_at)
        case f.ZoneEvacuating(expected=int(expected)) if expected < 0:
            return refuse("negative", field="expected")
        case f.ZoneEvacuating() if value.evacuation is Evacuation.EVACUATING:
            return refuse("zone_same", zone=name)
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
    refusal = missing(post=fact.post, who=fact.who)
    return refusal or [
        f.PostTaken(post=fact.post, who=fact.who, name=fact.name or case.name_of(fact.who))
    ]


def _leave_post(case: Case, fact: f.PostLeft) -> Decided:
    post = case.incident.posts.get(fact.post)
    return [fact] if post and post.since else refuse("post_empty", post=fact.post)


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
