"""What was recorded about each task: done, undone, skipped, added on the spot."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.value import Value

_replace = msgspec.structs.replace


class TaskState(Enum):
    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


class TaskValue(Value, frozen=True, kw_only=True):
    """What was recorded about a task; its words are the plan's unless it was added here."""

    state: TaskState = TaskState.OPEN
    added_at: datetime | None = None
    text: str = ""
    owner: str = ""
    due: datetime | None = None
    settled_at: datetime | None = None
    settled_by: str = ""
    reason: str = ""


def step_task(value: TaskValue, entry: Entry) -> TaskValue:
    match entry.fact:
        case f.TaskAdded(text=text, owner=owner, due=due):
            return _replace(value, added_at=entry.at, text=text, owner=owner, due=due)
        case f.TaskDone():
            return _settle(value, entry, TaskState.DONE, "")
        case f.TaskSkipped(reason=reason):
            return _settle(value, entry, TaskState.SKIPPED, reason)
        case f.TaskUndone(reason=reason):
            return _replace(
                value, state=TaskState.OPEN, settled_at=None, settled_by="", reason=reason
            )
        case _:
            return value


def _settle(value: TaskValue, entry: Entry, state: TaskState, reason: str) -> TaskValue:
    if value.state is state:
        return value
    return _replace(value, state=state, settled_at=entry.at, settled_by=entry.author, reason=reason)
