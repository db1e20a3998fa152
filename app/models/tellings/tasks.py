"""Tasks in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from app.models import facts as f
from app.models.tellings.common import (
    Line,
    Names,
    Teller,
    line,
    of_task,
)
from app.models.text import QT_TRANSLATE_NOOP


def _task_added(fact: f.TaskAdded, names: Names) -> Line:
    if fact.owner:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject}: new task for {owner}")
        return line(template, fact.text, owner=names.role(fact.owner))
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: new task"), fact.text)


def _reassigned(fact: f.TaskReassigned, names: Names) -> Line:
    task, owner = names.task(fact.task), names.role(fact.owner)
    if fact.reason:
        template = QT_TRANSLATE_NOOP("Timeline", "{subject}: now for {owner} ({reason})")
        return line(template, task, owner=owner, reason=fact.reason)
    return line(QT_TRANSLATE_NOOP("Timeline", "{subject}: now for {owner}"), task, owner=owner)


def _due_set(fact: f.TaskDueSet, names: Names) -> Line:
    template = QT_TRANSLATE_NOOP("Timeline", "{subject}: now due {due} ({reason})")
    return line(template, names.task(fact.task), due=fact.due, reason=fact.reason)


TELLERS: Mapping[type, Teller] = {
    f.TaskAdded: _task_added,
    f.TaskDone: of_task(QT_TRANSLATE_NOOP("Timeline", "{subject}: done")),
    f.TaskUndone: of_task(
        QT_TRANSLATE_NOOP("Timeline", "{subject}: not done after all"),
        QT_TRANSLATE_NOOP("Timeline", "{subject}: not done after all ({reason})"),
    ),
    f.TaskSkipped: of_task(
        QT_TRANSLATE_NOOP("Timeline", "{subject}: skipped"),
        QT_TRANSLATE_NOOP("Timeline", "{subject}: skipped ({reason})"),
    ),
    f.TaskReassigned: _reassigned,
    f.TaskDueSet: _due_set,
}  # fmt: skip
