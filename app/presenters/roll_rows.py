"""The rows of a roll call: who is waited for, tried again, accounted for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.models.roll_call import RollRow, RollState, channel_word
from app.models.roster import RosterRow
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.rows import Row

_tr = QCoreApplication.translate

ANSWERED = "answered"
"""What the button of a row asks for."""


def derive_roll_row(row: RollRow, phone: str, reader: QtReader, *, ended: bool) -> Row:
    """`phone` is shown once they have to be tried again."""
    role = reader.text(row.role)
    title = row.name or role
    running = not row.state.is_accounted and not ended
    said = [role if row.name else "", _heard(row, reader)]
    if row.state in (RollState.SECOND_TRY, RollState.MISSED):
        said.insert(0, phone or _tr("RollCall", "no number"))
    chip, severity = _chip(row.state, ended=ended)
    return Row(
        key=row.who,
        title=title,
        bold=len(title),
        subtitle=" • ".join(part for part in said if part),
        chip=chip,
        chip_severity=severity,
        start=row.begun_at if running else None,
        due=row.due if running else None,
        settled=reader.time(row.answer.at) if row.answer else "",
        quiet=row.state.is_accounted,
        ended=row.state.is_accounted,
        action=ANSWERED if running else "",
        action_text=_tr("RollCall", "Answered") if running else "",
    )


def _heard(row: RollRow, reader: QtReader) -> str:
    if row.answer is None:
        return ""
    channel = reader.word(channel_word(row.answer.channel))
    return " ".join(part for part in (row.answer.by, channel) if part)


def _chip(state: RollState, *, ended: bool) -> tuple[str, Severity]:
    match state:
        case RollState.ANSWERED:
            return _tr("RollCall", "accounted for"), Severity.GOOD
        case RollState.LEFT:
            return _tr("RollCall", "stood down"), Severity.PLAIN
        case RollState.WAITING if not ended:
            return _tr("RollCall", "waiting"), Severity.PLAIN
        case RollState.SECOND_TRY if not ended:
            return _tr("RollCall", "try again"), Severity.SOON
        case RollState.MISSED if not ended:
            return _tr("RollCall", "missed twice"), Severity.OVERDUE
        case _:
            return _tr("RollCall", "not accounted for"), Severity.OVERDUE


def derive_row_of_site(row: RosterRow, reader: QtReader) -> Row:
    """Someone on site before any roll call."""
    role = reader.text(row.role)
    title = row.name or role
    return Row(key=row.who, title=title, bold=len(title), subtitle=role if row.name else "",
               chip=_tr("RollCall", "on site"))  # fmt: skip
