"""Tasks and notifications as rows: what is to be done and who is to be told, with countdowns."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.models.message_failures import failure_words
from app.models.message_states import MessageState, MessageValue
from app.models.notifications import NotificationRow
from app.models.task_states import TaskState
from app.models.tasks import TaskRow
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.rows import Row

_tr = QCoreApplication.translate

TASK, TOLD = "task:", "told:"
"""What a row's key begins with: tasks and notifications stand in one list, by deadline."""


def derive_task_row(row: TaskRow, reader: QtReader) -> Row:
    title = reader.text(row.text)
    settled = row.state is not TaskState.OPEN
    said = [reader.text(row.owner)]
    if row.condition and not settled:
        said.append(reader.text(row.condition))
    if row.due_reason and not settled:
        said.append(_tr("Tasks", "new time: {reason}").format(reason=row.due_reason))
    if row.settled_at:
        said.append(_settled_line(row, reader))
    if row.reason:
        said.append(row.reason)
    return Row(
        key=TASK + row.key,
        title=title,
        bold=len(title),
        subtitle=" • ".join(part for part in said if part),
        chip=_chip(row),
        start=row.begins_at if row.is_open else None,
        due=row.due if row.is_open else None,
        quiet=not row.is_open,
        ended=settled,
        action="undone" if settled else "done",
        action_text=_tr("Tasks", "Undo") if settled else _tr("Tasks", "Done"),
        checked=row.state is TaskState.DONE,
    )


def _chip(row: TaskRow) -> str:
    if row.state is TaskState.SKIPPED:
        return _tr("Tasks", "skipped")
    if row.lapsed_at and not row.settled_at:
        return _tr("Tasks", "phase over")
    return _tr("Tasks", "must be done") if row.mandatory and row.is_open else ""


def _settled_line(row: TaskRow, reader: QtReader) -> str:
    template = (
        _tr("Tasks", "done {time} by {by}") if row.state is TaskState.DONE
        else _tr("Tasks", "skipped {time} by {by}")
    )  # fmt: skip
    assert row.settled_at is not None  # noqa: S101  the caller looked
    return template.format(time=reader.time(row.settled_at), by=row.settled_by)


def derive_notification_row(
    row: NotificationRow, message: MessageValue | None, reader: QtReader
) -> Row:
    """`message` is the last one that was sent to tell them."""
    who = reader.text(row.who)
    title = _tr("Tasks", "Tell {who}").format(who=who)
    told = row.told_at is not None
    said = [reader.text(row.by)]
    if row.told_at:
        line = _tr("Tasks", "told {time} by {by}")
        said += [line.format(time=reader.time(row.told_at), by=row.told_by), row.said]
    elif row.tried_at:
        said.append(_tr("Tasks", "not reached {time}").format(time=reader.time(row.tried_at)))
    if message is not None and not told:
        said.append(_message_line(message, reader))
    return Row(
        key=TOLD + row.key,
        title=title,
        bold=len(title),
        subtitle=" • ".join(part for part in said if part),
        chip="" if told else _told_chip(row, message),
        chip_severity=Severity.GOOD if _is_delivered(message) else Severity.SOON,
        start=None if told else row.begins_at,
        due=None if told else row.due,
        quiet=told,
        ended=told,
        action="" if told else "told",
        action_text="" if told else _tr("Tasks", "Told"),
        checked=told,
    )


def _told_chip(row: NotificationRow, message: MessageValue | None) -> str:
    """A message that arrived is not yet an answer: they are told once a person says so."""
    if _is_delivered(message):
        return _tr("Tasks", "message delivered")
    if message is not None and message.state is MessageState.FAILED:
        return _tr("Tasks", "message failed")
    return _tr("Tasks", "not reached") if row.tried_at else ""


def _is_delivered(message: MessageValue | None) -> bool:
    return message is not None and message.state is MessageState.DELIVERED


def _message_line(message: MessageValue, reader: QtReader) -> str:
    if message.delivered_at:
        line = _tr("Tasks", "message delivered {time}: ask whether they have read it")
        return line.format(time=reader.time(message.delivered_at))
    if message.state is MessageState.FAILED:
        line = _tr("Tasks", "phone them: {why}")
        return line.format(why=reader.word(failure_words(message.why)))
    return _tr("Tasks", "message under way")
