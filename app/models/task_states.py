"""What was recorded about each task: done, undone, skipped, given to another, added here."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.rules import stepwise
from app.models.value import Value

_replace = msgspec.structs.replace


class TaskState(Enum):
    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


_OPEN, _DONE, _SKIPPED = TaskState.OPEN, TaskState.DONE, TaskState.SKIPPED  # quicker to read


class TaskValue(Value, frozen=True, kw_only=True):
    """What was recorded about a task; its words are the plan's unless it was added here."""

    state: TaskState = TaskState.OPEN
    added_at: datetime | None = None
    text: str = ""
    owner: str = ""
    due: datetime | None = None
    due_reason: str = ""
    settled_at: datetime | None = None
    settled_by: str = ""
    reason: str = ""


def _added(value: TaskValue, fact: f.TaskAdded, entry: Entry) -> TaskValue:
    return _replace(value, added_at=entry.at, text=fact.text, owner=fact.owner, due=fact.due)


def _done(value: TaskValue, fact: f.TaskDone, entry: Entry) -> TaskValue:
    del fact
    return _settle(value, entry, _DONE, "")


def _skipped(value: TaskValue, fact: f.TaskSkipped, entry: Entry) -> TaskValue:
    return _settle(value, entry, _SKIPPED, fact.reason)


def _settle(value: TaskValue, entry: Entry, state: TaskState, reason: str) -> TaskValue:
    """The first to say so settled it; saying it again changes nothing."""
    if value.state is state:
        return value
    return _replace(value, state=state, settled_at=entry.at, settled_by=entry.author, reason=reason)


def _undone(value: TaskValue, fact: f.TaskUndone, entry: Entry) -> TaskValue:
    del entry
    if value.state is _OPEN:
        return value
    return _replace(value, state=_OPEN, settled_at=None, settled_by="", reason=fact.reason)


def _reassigned(value: TaskValue, fact: f.TaskReassigned, entry: Entry) -> TaskValue:
    del entry
    return _replace(value, owner=fact.owner)


def _due_set(value: TaskValue, fact: f.TaskDueSet, entry: Entry) -> TaskValue:
    del entry
    return _replace(value, due=fact.due, due_reason=fact.reason)


TASK = stepwise(
    TaskValue(),
    {
        f.TaskAdded: _added,
        f.TaskDone: _done,
        f.TaskSkipped: _skipped,
        f.TaskUndone: _undone,
        f.TaskReassigned: _reassigned,
        f.TaskDueSet: _due_set,
    },
    subject="task",
)
