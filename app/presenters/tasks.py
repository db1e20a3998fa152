"""Tasks and notifications as shown: what is to be done and who is to be told, with countdowns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models import facts as f
from app.models.notifications import NotificationRow, notifications
from app.models.quick import time_ahead
from app.models.refusals import refuse
from app.models.task_states import TaskState
from app.models.tasks import TaskRow, tasks
from app.presenters.asking import NO_ANSWERS, Acting, Answers, Choice, Field, Question
from app.presenters.part import Answered, Scene
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
    empty: str = ""


class TasksPresenter(Acting):
    cells = ("task", "notification", "level", "course")
    keys: ClassVar[Mapping[str, str]] = {"S": "skip", "W": "said", "X": "not_reached"}

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.model = RowModel(scene.now, self)
        self.props = TasksProps()
        self.refresh()

    def refresh(self) -> None:
        incident, plan, reader = self.scene.incident, self.scene.plan, self.scene.reader
        rows = [derive_task_row(row, reader) for row in tasks(incident, plan)]
        rows += [derive_notification_row(row, reader) for row in notifications(incident, plan)]
        self.model.set_rows(sorted(rows, key=_order))
        left = sum(not row.quiet for row in rows)
        told = _tr("Tasks", "{left} of {all} to do").format(left=left, all=len(rows))
        props = TasksProps(
            still_open=told if rows else "",
            empty="" if rows else _tr("Tasks", "The plan brings no tasks. N adds one."),
        )
        if props != self.props:
            self.props = props
            self.changed.emit()

    def tick(self, now: datetime) -> None:
        self.model.tick(now)

    # What a person can ask for ---------------------------------------------------------------

    def keys_of(self, key: str) -> Mapping[str, str]:
        of_a_task = key.startswith(TASK)
        return {k: does for k, does in self.keys.items() if (does == "skip") is of_a_task}

    def choices(self, key: str) -> tuple[Choice, ...]:
        at = self.model.position(key)
        if at < 0:
            return ()
        row = self.model.row(at)
        first = (Choice(action=row.action, text=row.action_text),) if row.action else ()
        if row.quiet:
            return first
        if key.startswith(TOLD):
            return (
                *first,
                self._choice("said", _tr("Tasks", "Told, with what was said…")),
                self._choice("not_reached", _tr("Tasks", "Not reached")),
            )
        return (*first, self._choice("skip", _tr("Tasks", "Skip…")))

    def question(self, key: str, action: str) -> Question | None:
        match action:
            case "skip":
                return _ask_skip(self._title(key))
            case "said":
                return self._ask_said(key)
            case "add":
                return self._ask_task()
            case _:
                return None

    def _ask_said(self, key: str) -> Question:
        plan, target = self.scene.plan, key.removeprefix(TOLD)
        planned = plan.notifications if plan else ()
        what = next((each.what for each in planned if each.key == target), None)
        return Question(
            title=self._title(key),
            note=self.scene.reader.text(what) if what else "",
            do=_tr("Tasks", "Told"),
            fields=(Field(key="said", label=_tr("Tasks", "What was said")),),
        )

    def _ask_task(self) -> Question:
        plan, reader = self.scene.plan, self.scene.reader
        owners = tuple((g.key, reader.text(g.name)) for g in plan.groups) if plan else ()
        hint = _tr("Tasks", "14:15, or 10 for ten minutes; may stay empty")
        return Question(
            title=_tr("Tasks", "Add a task"),
            do=_tr("Tasks", "Add"),
            fields=(
                Field(key="text", label=_tr("Tasks", "What")),
                Field(key="owner", label=_tr("Tasks", "Who"), options=owners, free=True),
                Field(key="due", label=_tr("Tasks", "Until"), hint=hint),
            ),
        )

    def act(
        self, key: str, action: str, answers: Answers = NO_ANSWERS, then: Answered | None = None
    ) -> None:
        name = key.partition(":")[2]
        match action:
            case "done":
                self.scene.ask(f.TaskDone(task=name), then)
            case "undone":
                self.scene.ask(f.TaskUndone(task=name), then)
            case "skip":
                self.scene.ask(f.TaskSkipped(task=name, reason=answers["reason"]), then)
            case "told" | "said":
                said = answers.get("said", "")
                self.scene.ask(f.Notified(target=name, told=True, said=said), then)
            case "not_reached":
                self.scene.ask(f.Notified(target=name, told=False), then)
            case "add":
                self._add(answers, then)
            case _:
                raise ValueError(action)

    def _add(self, answers: Answers, then: Answered | None) -> None:
        """A task of the spot's own; its key is made from its moment, so that two never meet."""
        now, typed = self.scene.now, answers["due"].strip()
        due = time_ahead(typed, now, self.scene.reader.zone)
        if typed and due is None:
            self.scene.refuse(refuse("no_time", typed=typed), then)
            return
        fact = f.TaskAdded(
            task=f"own-{now:%Y%m%d%H%M%S%f}", text=answers["text"].strip(),
            owner=answers["owner"], due=due,
        )  # fmt: skip
        self.scene.ask(fact, then)

    def _title(self, key: str) -> str:
        at = self.model.position(key)
        return self.model.row(at).title if at >= 0 else ""


def _ask_skip(title: str) -> Question:
    return Question(
        title=_tr("Tasks", "Skip “{task}”").format(task=title),
        do=_tr("Tasks", "Skip"),
        fields=(Field(key="reason", label=_tr("Tasks", "Reason")),),
    )


def _order(row: Row) -> tuple[bool, float]:
    """What is still to do by deadline; what is settled keeps its order behind it."""
    return (row.quiet, row.due.timestamp() if row.due else 9e11)
