"""A reception in rows: the matter, its dates, who is heard, what was answered and promised."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import Enum

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models.follow_ups import FollowUpRow
from app.models.reception import ReceptionRow, RepresentativeRow
from app.models.reception_states import Answer
from app.models.text import by_number
from app.presenters.follow_up_asking import derive_follow_up_row
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.rows import Row
from app.presenters.words import about
from app.store.contacts import Contact

_tr = QCoreApplication.translate


class Sort(Enum):
    """What a row is about; the value begins its key."""

    RECEPTION = "reception"
    OWED = "owed"
    """A date of the plan, or a promise: a follow-up."""
    REPRESENTATIVE = "representative"
    ANSWER = "answer"
    LAW = "law"


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """`reception` is none for a note of law and policy; `of` is the key of what the row shows."""

    sort: Sort
    of: str
    reception: ReceptionRow | None = None

    @property
    def key(self) -> str:
        """Names the row for ever."""
        reception = self.reception.key if self.reception else ""
        return f"{self.sort.value}:{reception}:{self.of}"

    @property
    def representative(self) -> RepresentativeRow | None:
        heard = self.reception.representatives if self.reception else ()
        if self.sort is not Sort.REPRESENTATIVE:
            return None
        return next((each for each in heard if each.key == self.of), None)


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """What rows are told with: the follow-ups by key, and the contacts that are shown now."""

    reader: QtReader
    now: datetime
    owed: Mapping[str, FollowUpRow]
    shown: Mapping[str, Contact]


def reception_rows(reception: ReceptionRow, telling: Telling) -> list[tuple[Target, Row]]:
    """In the order in which one asks: what about, what is owed until when, who, what was said."""
    head = Target(sort=Sort.RECEPTION, of="", reception=reception)
    rows = [(head, _head(head.key, reception, telling.reader))]
    keys = [*(date.follow_up for date in reception.dates),
            *(promise.follow_up for promise in reception.promises)]  # fmt: skip
    for owed in sorted((telling.owed[key] for key in keys if key in telling.owed), key=_order):
        target = Target(sort=Sort.OWED, of=owed.key, reception=reception)
        rows.append((target, _owed(target.key, owed, telling.reader)))
    for each in reception.representatives:
        target = Target(sort=Sort.REPRESENTATIVE, of=each.key, reception=reception)
        rows.append((target, _representative(target.key, each, telling)))
    for answer in reversed(reception.answers):
        target = Target(sort=Sort.ANSWER, of=answer.entry, reception=reception)
        rows.append((target, _answer(target.key, answer, telling.reader)))
    return rows


def law_row(number: int, note: str) -> tuple[Target, Row]:
    target = Target(sort=Sort.LAW, of=str(number))
    title = _tr("Reception", "Law and policy")
    return target, Row(key=target.key, title=about(title, note), bold=len(title), subtitle=note)


def _order(owed: FollowUpRow) -> tuple[bool, float]:
    return (not owed.is_owed, owed.due.timestamp() if owed.due else 0.0)


def _head(key: str, row: ReceptionRow, reader: QtReader) -> Row:
    begun = _tr("Reception", "since {time}").format(time=reader.dated(row.begun_at))
    came = by_number(
        row.people, _tr("Reception", "{count} person"), _tr("Reception", "{count} people")
    )
    people = came.format(count=row.people) if row.people else ""
    by = _tr("Reception", "received by {name}").format(name=row.received_by)
    heard = _tr("Reception", "{count} of at most {most} representatives")
    heard = heard.format(count=row.present, most=row.most)
    ended = ""
    if row.ended_at:
        ended = _tr("Reception", "ended {time}").format(time=reader.dated(row.ended_at))
    said = (begun, people, row.unit, by, "" if row.ended_at else heard, row.outcome)
    title = _tr("Reception", "Reception {number}").format(number=row.number)
    return Row(
        key=key,
        title=about(title, row.matter),
        bold=len(title),
        subtitle=" • ".join(part for part in said if part),
        chip=ended or _tr("Reception", "going on"),
        chip_severity=Severity.PLAIN if ended else Severity.GOOD,
        quiet=bool(ended),
        action="" if ended else "answer",
        action_text="" if ended else _tr("Reception", "Answer…"),
    )


def _owed(key: str, owed: FollowUpRow, reader: QtReader) -> Row:
    return msgspec.structs.replace(derive_follow_up_row(owed, reader), key=key)


def _representative(key: str, row: RepresentativeRow, telling: Telling) -> Row:
    """By number; name and contact only while somebody asked to see them."""
    title = _tr("Reception", "Representative {number}").format(number=row.number)
    shown = telling.shown.get(row.contact)
    kept = row.kept(telling.now)
    return Row(
        key=key,
        title=title,
        bold=len(title),
        subtitle=_contact_line(row, shown if kept else None, telling),
        chip="" if row.left_at is None else _tr("Reception", "left {time}").format(
            time=telling.reader.time(row.left_at)),
        quiet=row.left_at is not None,
        action="show" if kept else "",
        action_text="" if not kept else _tr("Reception", "Hide") if shown
        else _tr("Reception", "Show"),
    )  # fmt: skip


def _contact_line(row: RepresentativeRow, shown: Contact | None, telling: Telling) -> str:
    reader = telling.reader
    if row.erased_at:
        template = _tr("Reception", "name and contact erased on {day}")
        return template.format(day=reader.day(row.erased_at))
    if not row.contact or row.erase_by is None:
        return _tr("Reception", "no name, no contact kept")
    until = _tr("Reception", "erased on {day}").format(day=reader.day(row.erase_by))
    if shown is not None:
        return " • ".join(part for part in (shown.name, shown.reach, until) if part)
    if not row.kept(telling.now):
        return until
    return _tr("Reception", "name and contact kept apart, {until}").format(until=until)


def _answer(key: str, answer: Answer, reader: QtReader) -> Row:
    title = _tr("Reception", "Answered")
    by = _tr("Reception", "{time} by {by}").format(time=reader.dated(answer.at), by=answer.by)
    return Row(key=key, title=about(title, answer.text), bold=len(title), subtitle=by)
