"""Tasks: the plan's own and those added on the spot, with owners and deadlines."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.models.incident import Incident
from app.models.plan import Plan, PlanTask
from app.models.task_states import TaskState, TaskValue
from app.models.text import Text
from app.models.urgency import Urgency, due_at, urgency


class TaskRow(msgspec.Struct, frozen=True, kw_only=True):
    """`begins_at` is when its deadline began to run; `condition` is when it applies."""

    key: str
    text: Text
    owner: Text
    state: TaskState
    mandatory: bool
    condition: Text | None
    begins_at: datetime | None
    due: datetime | None
    settled_at: datetime | None
    settled_by: str
    reason: str

    def urgency(self, now: datetime) -> Urgency:
        return urgency(self.due, now) if self.state is TaskState.OPEN else Urgency.SETTLED


def tasks(incident: Incident, plan: Plan | None) -> list[TaskRow]:
    """Open tasks by deadline (those without one last), then the settled ones, newest first."""
    recorded = dict(incident.tasks)
    rows = [
        _planned(incident, task, recorded.pop(task.key, TaskValue()), plan)
        for task in (plan.tasks if plan else ())
        if incident.leveling.reached_at(task.from_level) is not None
    ]
    planned = {task.key for task in plan.tasks} if plan else set()
    rows += [_added(key, value, plan) for key, value in recorded.items() if key not in planned]
    return sorted(rows, key=_order)


def owner_name(plan: Plan | None, owner: str) -> Text:
    """An owner is a role, a group, or a name written on the spot."""
    role = plan.role(owner) if plan else None
    if role:
        return role.name
    groups = plan.groups if plan else ()
    return next((group.name for group in groups if group.key == owner), Text(en=owner, zh=owner))


def _planned(incident: Incident, task: PlanTask, value: TaskValue, plan: Plan | None) -> TaskRow:
    begins = incident.leveling.reached_at(task.from_level)
    due = due_at(begins, task.within) if begins and task.within is not None else None
    return TaskRow(
        key=task.key, text=task.text, owner=owner_name(plan, value.owner or task.owner),
        state=value.state, mandatory=task.mandatory, condition=task.when, begins_at=begins,
        due=value.due or due, settled_at=value.settled_at, settled_by=value.settled_by,
        reason=value.reason,
    )  # fmt: skip


def _added(key: str, value: TaskValue, plan: Plan | None) -> TaskRow:
    text = value.text or key
    return TaskRow(
        key=key, text=Text(en=text, zh=text), owner=owner_name(plan, value.owner),
        state=value.state, mandatory=False, condition=None, begins_at=value.added_at, due=value.due,
        settled_at=value.settled_at, settled_by=value.settled_by, reason=value.reason,
    )  # fmt: skip


def _order(row: TaskRow) -> tuple[int, float, str]:
    if row.state is TaskState.OPEN:
        return (0, row.due.timestamp() if row.due else float("inf"), row.key)
    return (1, -row.settled_at.timestamp() if row.settled_at else 0.0, row.key)
