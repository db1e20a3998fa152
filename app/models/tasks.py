"""Tasks: the plan's own and those added on the spot, with owners and deadlines."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.models.beginning import Beginnings, Span
from app.models.incident import Incident
from app.models.plan import Plan, PlanTask
from app.models.task_states import TaskState, TaskValue
from app.models.text import Text
from app.models.urgency import Urgency, due_at, urgency


class TaskRow(msgspec.Struct, frozen=True, kw_only=True):
    """`begins_at` is when its deadline began to run; `condition` is when it applies.

    `lapsed_at` is when its phase was over: then nobody waits for it any more.
    `opens` is the key of the plan that it starts.
    """

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
    due_reason: str = ""
    lapsed_at: datetime | None = None
    opens: str = ""

    @property
    def is_open(self) -> bool:
        return self.state is TaskState.OPEN and self.lapsed_at is None

    def urgency(self, now: datetime) -> Urgency:
        return urgency(self.due, now) if self.is_open else Urgency.SETTLED


def tasks(incident: Incident, plan: Plan | None) -> list[TaskRow]:
    """Open tasks by deadline (those without one last), then the settled ones, newest first.

    Those of the same time stand in the order of the plan, one's own after them.
    """
    recorded = dict(incident.tasks)
    begins = Beginnings(incident, plan)
    rows = []
    for task in plan.tasks if plan else ():
        value, span = (
            recorded.pop(task.key, TaskValue()),
            begins.span(task, mandatory=task.mandatory),
        )
        if span or task.when or value.settled_at:
            rows.append(_planned(task, value, plan, span))
    rows += [_added(key, value, plan) for key, value in sorted(recorded.items())]
    return sorted(rows, key=_order)


def due_of(incident: Incident, plan: Plan | None, key: str) -> datetime | None:
    """Until when a task is to be done, settled or not."""
    return next((row.due for row in tasks(incident, plan) if row.key == key), None)


def unfinished(incident: Incident, plan: Plan | None) -> list[TaskRow]:
    """The mandatory tasks that nobody has done or skipped, though they have begun."""
    return [row for row in tasks(incident, plan) if row.mandatory and row.is_open and row.begins_at]


def owner_name(plan: Plan | None, owner: str) -> Text:
    """An owner is a role, a group, or a name written on the spot."""
    role = plan.role(owner) if plan else None
    if role:
        return role.name
    groups = plan.groups if plan else ()
    return next((group.name for group in groups if group.key == owner), Text(en=owner, zh=owner))


def is_of_plan(plan: Plan | None, owner: str) -> bool:
    """Whether an owner is a role or a group, not a name written on the spot."""
    groups = plan.groups if plan else ()
    is_role = plan is not None and plan.role(owner) is not None
    return is_role or any(group.key == owner for group in groups)


def _planned(task: PlanTask, value: TaskValue, plan: Plan | None, span: Span | None) -> TaskRow:
    due = due_at(span.at, task.within) if span and task.within is not None else None
    return TaskRow(
        key=task.key, text=task.text, owner=owner_name(plan, value.owner or task.owner),
        state=value.state, mandatory=task.mandatory, condition=task.when,
        begins_at=span.at if span else None, due=value.due or due, settled_at=value.settled_at,
        settled_by=value.settled_by, reason=value.reason, due_reason=value.due_reason,
        lapsed_at=span.lapsed_at if span else None, opens=task.opens,
    )  # fmt: skip


def _added(key: str, value: TaskValue, plan: Plan | None) -> TaskRow:
    text = value.text or key
    return TaskRow(
        key=key, text=Text(en=text, zh=text), owner=owner_name(plan, value.owner),
        state=value.state, mandatory=False, condition=None, begins_at=value.added_at, due=value.due,
        settled_at=value.settled_at, settled_by=value.settled_by, reason=value.reason,
        due_reason=value.due_reason,
    )  # fmt: skip


def _order(row: TaskRow) -> tuple[int, float]:
    if row.is_open:
        return (0, row.due.timestamp() if row.due else float("inf"))
    return (1, -row.settled_at.timestamp() if row.settled_at else 0.0)
