"""Tasks: added, done, skipped, taken back; given to another, or another time to do them."""

from __future__ import annotations

from app.models import facts as f
from app.models.command import Refusal
from app.models.decisions.case import Case, Decided, Decision, missing
from app.models.refusals import refuse
from app.models.task_states import TaskState, TaskValue
from app.models.tasks import due_of


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
    value = _open_task(case, fact.task)
    if isinstance(value, Refusal):
        return value
    if isinstance(fact, f.TaskSkipped):
        return missing(reason=fact.reason) or [fact]
    return [fact]


def _undo_task(case: Case, fact: f.TaskUndone) -> Decided:
    value = _task(case, fact.task)
    if value is None:
        return refuse("unknown_task", task=fact.task)
    return refuse("task_open") if value.state is TaskState.OPEN else [fact]


def _open_task(case: Case, key: str) -> TaskValue | Refusal:
    value = _task(case, key)
    if value is None:
        return refuse("unknown_task", task=key)
    if value.state is not TaskState.OPEN and value.settled_at:
        return refuse("task_settled", at=value.settled_at, by=value.settled_by)
    return value


def _reassign(case: Case, fact: f.TaskReassigned) -> Decided:
    value = _open_task(case, fact.task)
    if isinstance(value, Refusal):
        return value
    planned = case.plan.task(fact.task) if case.plan else None
    if fact.owner == (value.owner or (planned.owner if planned else "")):
        return refuse("unchanged")
    return missing(owner=fact.owner) or [fact]


def _set_due(case: Case, fact: f.TaskDueSet) -> Decided:
    value = _open_task(case, fact.task)
    if isinstance(value, Refusal):
        return value
    if fact.due == due_of(case.incident, case.plan, fact.task):
        return refuse("unchanged")
    if fact.due <= case.at:
        return refuse("due_passed", due=fact.due)
    return missing(reason=fact.reason) or [fact]


DECISIONS: dict[type, Decision] = {
    f.TaskAdded: _add_task,
    f.TaskDone: _settle_task,
    f.TaskSkipped: _settle_task,
    f.TaskUndone: _undo_task,
    f.TaskReassigned: _reassign,
    f.TaskDueSet: _set_due,
}
