"""Tasks and notifications as shown: what is to be done and who is to be told, with countdowns."""

from __future__ import annotations

from datetime import datetime

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.notifications import NotificationRow, notifications
from app.models.task_states import TaskState
from app.models.tasks import TaskRow, tasks
from app.presenters.part import Part, Scene
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.rows import Row, RowModel

_tr = QCoreApplication.translate

TASK, TOLD = "task:", "told:"
"""What a row's key begins with: tasks and notifications stand in one list, by deadline."""


def derive_task_row(row: TaskRow, reader: QtReader) -> Row:
    title = reader.text(row.text)
    settled = row.state is not TaskState.OPEN
    said = [reader.text(row.owner)]
    if row.condition and not settled:
        said.append(reader.text(row.condition))
    if row.settled_at:
        said.append(_settled_line(row, reader))
    if row.reason:
        said.append(row.reason)
    return Row(
        key=TASK + row.key,
        title=title,
        bold=len(title),
        subtitle=" • ".join(part for part in said if part),
        chip=_tr("Tasks", "skipped") if row.state is TaskState.SKIPPED else "",
        start=row.begins_at if not settled else None,
        due=row.due if not settled else None,
        quiet=settled,
        action="undone" if settled else "done",
        action_text=_tr("Tasks", "Undo") if settled else _tr("Tasks", "Done"),
        checked=row.state is TaskState.DONE,
    )


def _settled_line(row: TaskRow, reader: QtReader) -> str:
    template = (
        _tr("Tasks", "done {time} by {by}") if row.state is TaskState.DONE
        else _tr("Tasks", "skipped {time} by {by}")
    )  # fmt: skip
    assert row.settled_at is not None  # noqa: S101  the caller looked
    return template.format(time=reader.time(row.settled_at), by=row.settled_by)


def derive_notification_row(row: NotificationRow, reader: QtReader) -> Row:
    who = reader.text(row.who)
    title = _tr("Tasks", "Tell {who}").format(who=who)
    told = row.told_at is not None
    said = [reader.text(row.by)]
    if row.told_at:
        line = _tr("Tasks", "told {time} by {by}")
        said.append(line.format(time=reader.time(row.told_at), by=row.told_by))
    elif row.tried_at:
        said.append(_tr("Tasks", "not reached {time}").format(time=reader.time(row.tried_at)))
    return Row(
        key=TOLD + row.key,
        title=title,
        bold=len(title),
        subtitle=" • ".join(said),
        chip="" if told or not row.tried_at else _tr("Tasks", "not reached"),
        chip_severity=Severity.SOON,
        start=None if told else row.begins_at,
        due=None if told else row.due,
        quiet=told,
        action="" if told else "told",
        action_text="" if told else _tr("Tasks", "Told"),
        checked=told,
    )


class TasksProps(msgspec.Struct, frozen=True, kw_only=True):
    still_open: str = ""
    owners: tuple[tuple[str, str], ...] = ()
    """(key, name) of who can own a task that is added here."""
    empty: str = ""


class TasksPresenter(Part):
    cells = ("task", "notification", "level", "course")

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.model = RowModel(scene.now, self)
        self.props = TasksProps()
        self.refresh()

    def refresh(self) -> None:
        incident, plan, reader = self.scene.incident, self.scene.plan, self.scene.reader
        todo = tasks(incident, plan)
        to_tell = notifications(incident, plan)
        rows = [derive_task_row(row, reader) for row in todo]
        rows += [derive_notification_row(row, reader) for row in to_tell]
        self.model.set_rows(sorted(rows, key=_order))
        left = sum(not row.quiet for row in rows)
        props = TasksProps(
            still_open=_tr("Tasks", "{left} of {all} to do").format(left=left, all=len(rows)),
            owners=tuple((g.key, reader.text(g.name)) for g in plan.groups) if plan else (),
            empty="" if rows else _tr("Tasks", "The plan brings no tasks. N adds one."),
        )
        if props != self.props:
            self.props = props
            self.changed.emit()

    def tick(self, now: datetime) -> None:
        self.model.tick(now)

    def act(self, key: str, action: str) -> None:
        """A row's button or tick box: done, undone, told."""
        kind, _, name = key.partition(":")
        match kind + ":", action:
            case "task:", "done":
                self.scene.ask(f.TaskDone(task=name))
            case "task:", "undone":
                self.scene.ask(f.TaskUndone(task=name))
            case "told:", _:
                self.told(name, "")
            case _:
                pass

    def told(self, target: str, said: str, *, reached: bool = True) -> None:
        self.scene.ask(f.Notified(target=target, told=reached, said=said))

    def skip(self, task: str, reason: str) -> None:
        self.scene.ask(f.TaskSkipped(task=task, reason=reason))

    def add(self, text: str, owner: str, due: datetime | None) -> None:
        """A task of the spot's own; its key is made from its moment, so that two never meet."""
        now = self.scene.now
        key = f"own-{now:%Y%m%d%H%M%S%f}"
        self.scene.ask(f.TaskAdded(task=key, text=text, owner=owner, due=due))


def _order(row: Row) -> tuple[bool, float]:
    """What is still to do by deadline; what is settled keeps its order behind it."""
    return (row.quiet, row.due.timestamp() if row.due else 9e11)
