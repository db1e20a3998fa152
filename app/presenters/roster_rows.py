"""The rows of the roster, in their order: people called, and the places that nobody fills."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from app.models.call_outs import CallOutState
from app.models.commander import Commander
from app.models.roster import RosterRow
from app.models.stand_in import NAMELESS, Gap
from app.presenters.gap_rows import derive_gap_row, derive_hand_over_row, duty_word
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.rows import Row
from app.presenters.words import call_out_word

_tr = QCoreApplication.translate

_SEVERITY = {
    CallOutState.ARRIVED: Severity.GOOD,
    CallOutState.NO_ANSWER: Severity.SOON,
    CallOutState.ON_THE_WAY: Severity.PLAIN,
}

Place: TypeAlias = tuple[int, int, int]
"""Where a row stands: part of the list, number in it, proposals after whom they are about."""
_FIRST, _AWAITED, _GAPS, _HERE, _GONE, _NOT_ASKED = range(6)


def derive_rows(
    rows: list[RosterRow], gaps: list[Gap], commands: Commander, names: Mapping[str, str],
    reader: QtReader, now: datetime,
) -> list[Row]:  # fmt: skip
    """The frame of the plan as far as it is filled.

    The awaited by deadline, each who is lost followed by who could stand in; places that nobody
    fills; those here by arrival; those no longer expected; roles that are not called yet.
    """
    nameless = {gap.key for gap in gaps if gap.key.startswith(NAMELESS)}
    numbers = {row.who: number for number, row in enumerate(rows) if row.awaited}
    placed = [((_part(row), number, 0), derive_person_row(row, reader, now))
              for number, row in enumerate(rows) if row.who not in nameless]  # fmt: skip
    placed += [(_place_of_gap(gap, rows, numbers), derive_gap_row(gap, names, reader))
               for gap in gaps]  # fmt: skip
    if commands.relief:
        placed.append(((_FIRST, 0, 0), derive_hand_over_row(commands)))
    placed.sort(key=lambda each: each[0])
    return [row for _, row in placed]


def _part(row: RosterRow) -> int:
    if row.awaited:
        return _AWAITED
    return _HERE if row.state is CallOutState.ARRIVED else _GONE


def _place_of_gap(gap: Gap, rows: list[RosterRow], numbers: Mapping[str, int]) -> Place:
    """Below whom it is about; for one who is not awaited any more, by when they were due."""
    if not gap.asked:
        return (_NOT_ASKED, 0, 0)
    about = gap.instead_of.who if gap.instead_of else gap.key
    if about in numbers:
        return (_AWAITED, numbers[about], 1)
    if gap.due is None:
        return (_GAPS, 0, 0)
    before = [n for n in numbers.values() if (due := rows[n].due) and due <= gap.due]
    return (_AWAITED, max(before, default=-1), 2)


# People -----------------------------------------------------------------------------------------


def derive_person_row(row: RosterRow, reader: QtReader, now: datetime) -> Row:
    role, group = reader.text(row.role), reader.text(row.group)
    title = row.name or role
    said: tuple[str, ...] = (role if row.name else group,)
    if row.awaited:
        said = (*_heard(row, reader, now), *said, *_duty_and_call(row, reader))
    elif row.reason:
        said = (*said, row.reason)
    chip, severity = _chip(row, now)
    return Row(
        key=row.who,
        title=title,
        bold=len(title),
        subtitle=" • ".join(part for part in said if part),
        chip=chip,
        chip_severity=severity,
        late_chip=_late_chip(row),
        start=row.called_at if row.awaited else None,
        due=row.due if row.awaited else None,
        settled=_settled(row, reader),
        quiet=not row.awaited,
        ended=row.state is CallOutState.ARRIVED,
        action="arrived" if row.awaited else "",
        action_text=_tr("Roster", "Arrived") if row.awaited else "",
    )


def _chip(row: RosterRow, now: datetime) -> tuple[str, Severity]:
    """The state; for someone on the way, first that their own word was not or cannot be kept."""
    if row.awaited and not row.name and row.state is CallOutState.CALLED:
        return _tr("Roster", "nobody yet"), Severity.SOON
    if row.is_past_eta(now):
        return _tr("Roster", "past ETA"), Severity.SOON
    if row.will_be_late:
        return _tr("Roster", "will be late"), Severity.SOON
    word, severity = call_out_word(row.state), _SEVERITY.get(row.state, Severity.PLAIN)
    if row.state is CallOutState.NO_ANSWER and row.tries > 1:
        return _tr("Roster", "{word} ×{tries}").format(word=word, tries=row.tries), severity
    return word, severity


def _late_chip(row: RosterRow) -> str:
    """ "late" for those merely called; once on the way, that is what one wants to read."""
    if row.name and row.state in (CallOutState.CALLED, CallOutState.ACKNOWLEDGED):
        return _tr("Roster", "late")
    return ""


def _heard(row: RosterRow, reader: QtReader, now: datetime) -> Iterator[str]:
    """When they will be here comes first: of all of it that is looked for."""
    if row.eta and row.is_past_eta(now):
        minutes = (now - row.eta) // timedelta(minutes=1)
        told = _tr("Roster", "ETA {time}, {minutes} min ago")
        yield told.format(time=reader.time(row.eta), minutes=minutes)
    elif row.eta:
        yield _tr("Roster", "ETA {time}").format(time=reader.time(row.eta))
    if row.tried_at and row.state is CallOutState.NO_ANSWER:
        yield _tr("Roster", "tried {time}").format(time=reader.time(row.tried_at))


def _duty_and_call(row: RosterRow, reader: QtReader) -> Iterator[str]:
    if row.name:
        yield duty_word(on_duty=row.on_duty)
    if row.called_at and not row.eta and not row.tried_at:
        yield _tr("Roster", "called {time}").format(time=reader.time(row.called_at))


def _settled(row: RosterRow, reader: QtReader) -> str:
    match row.in_time:
        case True:
            return _tr("Roster", "in time ✓")
        case False:
            return _tr("Roster", "late, {time}").format(
                time=reader.time(row.arrived_at) if row.arrived_at else ""
            )
        case None:
            return reader.time(row.arrived_at) if row.arrived_at else ""
