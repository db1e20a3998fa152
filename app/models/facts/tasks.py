"""Tasks of the plan and of the spot."""

from __future__ import annotations

from app.models.facts.base import Fact, Moment


class TaskAdded(Fact, tag="task_added", frozen=True, kw_only=True):
    """A task of the spot's own; the plan's tasks need no entry to exist."""

    task: str
    text: str
    owner: str = ""
    due: Moment | None = None


class TaskDone(Fact, tag="task_done", frozen=True, kw_only=True):
    task: str


class TaskUndone(Fact, tag="task_undone", frozen=True, kw_only=True):
    task: str
    reason: str = ""


class TaskSkipped(Fact, tag="task_skipped", frozen=True, kw_only=True):
    task: str
    reason: str


class TaskReassigned(Fact, tag="task_reassigned", frozen=True, kw_only=True):
    """`owner` is a role, a group, a person, or a name written on the spot."""

    task: str
    owner: str
    reason: str = ""


class TaskDueSet(Fact, tag="task_due_set", frozen=True, kw_only=True):
    task: str
    due: Moment
    reason: str
