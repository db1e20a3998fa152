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
}  # fmt: skip
