"""Deadlines kept and missed, of everything that had one: people, tasks, who was told, what is owed.

Judged by when it was done, or by now while it is still to be done.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import Enum

import msgspec

from app.models.call_outs import CallOutState
from app.models.follow_ups import follow_ups
from app.models.notifications import notifications
from app.models.roster import roster
from app.models.task_states import TaskState
from app.models.tasks import tasks
from app.record.paper import Cell, Column, Table, rows
from app.record.reader import PaperReader
from app.record.source import Source
from app.record.words import duration_words


class Sort(Enum):
    PERSON = "person"
    TASK = "task"
    NOTIFICATION = "notification"
    FOLLOW_UP = "follow_up"


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """`done` is None while it is still to be done."""

    sort: Sort
    what: str
    who: str
    due: datetime
    done: datetime | None

    def is_kept(self, now: datetime) -> bool | None:
        """None while nobody can know."""
        if self.done is not None:
            return self.done <= self.due
        return False if now >= self.due else None


def deadlines(source: Source) -> list[Deadline]:
    """By when they were due. Who was excused or stood down, and what was skipped, had none; nor
    had what was not due yet when it was declared over."""
    found = [*_people(source), *_tasks(source), *_told(source), *_owed(source)]
    return sorted(found, key=lambda each: (each.due, each.sort.value, each.what))


def _people(source: Source) -> Iterator[Deadline]:
    for row in roster(source.incident, source.plan):
        ended = row.state in (CallOutState.EXCUSED, CallOutState.STOOD_DOWN)
        spared = row.arrived_at is None and ended
        if row.due is not None and not spared and not over_before(source, row.due, row.arrived_at):
            yield Deadline(
                sort=Sort.PERSON, what=row.name or source.reader.text(row.role),
                who=source.reader.text(row.role), due=row.due, done=row.arrived_at,
            )  # fmt: skip


def _tasks(source: Source) -> Iterator[Deadline]:
    for row in tasks(source.incident, source.plan):
        lapsed = row.lapsed_at is not None and row.settled_at is None
        if row.due is None or row.state is TaskState.SKIPPED or lapsed:
            continue
        if not over_before(source, row.due, row.settled_at):
            yield Deadline(
                sort=Sort.TASK, what=source.reader.text(row.text),
                who=source.reader.text(row.owner), due=row.due, done=row.settled_at,
            )  # fmt: skip


def _told(source: Source) -> Iterator[Deadline]:
    for row in notifications(source.incident, source.plan):
        if row.due is not None and not over_before(source, row.due, row.told_at):
            yield Deadline(
                sort=Sort.NOTIFICATION, what=source.reader.text(row.who),
                who=source.reader.text(row.by), due=row.due, done=row.told_at,
            )  # fmt: skip


def _owed(source: Source) -> Iterator[Deadline]:
    for row in follow_ups(source.incident, source.plan):
        if row.due is not None:
            yield Deadline(
                sort=Sort.FOLLOW_UP, what=source.reader.text(row.text),
                who=source.reader.text(row.owner), due=row.due, done=row.value.ended_at,
            )  # fmt: skip


def over_before(source: Source, due: datetime, done: datetime | None) -> bool:
    """Whether it ended before that was due, and it was not done: nobody asks for it any more."""
    over = source.incident.course.over_at
    return done is None and over is not None and over < due


def sort_word(sort: Sort, reader: PaperReader) -> str:
    _tr = reader.translate
    words = {
        Sort.PERSON: _tr("Record", "On site"),
        Sort.TASK: _tr("Record", "Task"),
        Sort.NOTIFICATION: _tr("Record", "To be told"),
        Sort.FOLLOW_UP: _tr("Record", "Follow-up"),
    }
    return words[sort]


def deadline_table(source: Source, chosen: list[Deadline]) -> Table:
    reader, _tr = source.reader, source.reader.translate
    columns = (
        Column(title=_tr("Record", "What had a deadline"), fr=1),
        Column(title=_tr("Record", "Who"), mm=34),
        Column(title=_tr("Record", "Due"), mm=29),
        Column(title=_tr("Record", "Done"), mm=29),
        Column(title=_tr("Record", "Result"), mm=27),
    )  # fmt: skip
    return Table(columns=columns, rows=rows(
        (
            Cell(text=each.what, note=sort_word(each.sort, reader)), each.who,
            reader.dated(each.due), reader.dated_if(each.done), verdict(each, source),
        )
        for each in chosen
    ))  # fmt: skip


def verdict(deadline: Deadline, source: Source) -> Cell:
    reader, now = source.reader, source.now
    _tr, kept = reader.translate, deadline.is_kept(now)
    if kept is None:
        return Cell(text=_tr("Record", "still to come"))
    if kept:
        return Cell(text=_tr("Record", "in time"))
    is_over = source.incident.course.over_at is not None
    if deadline.done is None and is_over and deadline.sort is not Sort.FOLLOW_UP:
        return Cell(text=_tr("Record", "missed"), strong=True)
    if deadline.done is None:
        late = duration_words(now - deadline.due, reader)
        return Cell(text=_tr("Record", "missed, {time} ago").format(time=late), strong=True)
    late = duration_words(deadline.done - deadline.due, reader)
    return Cell(text=_tr("Record", "{time} late").format(time=late), strong=True)


def tally(source: Source, chosen: list[Deadline]) -> str:
    """How many of how many were kept."""
    judged = [each for each in chosen if each.is_kept(source.now) is not None]
    kept = sum(each.is_kept(source.now) is True for each in judged)
    template = source.reader.translate("Record", "{kept} of {all} in time")
    return template.format(kept=kept, all=len(judged))
