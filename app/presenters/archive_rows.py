"""How an incident that was found stands in the list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.models.archive import Found
from app.models.text import by_number
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.rows import Row
from app.presenters.words import level_word, listing

_tr = QCoreApplication.translate

MORE = "|more"
"""The key of the row that shows more; streams have no such sign."""


def derive_found_row(found: Found, plans: Mapping[str, str], reader: QtReader) -> Row:
    """`plans` has the titles of plans by key. Where the words stand comes first."""
    summary = found.summary
    number = found.number or _tr("Archive", "no number yet")
    plan = summary.plan.partition("@")[0]
    about = (summary.place, _when(found, reader), plans.get(plan, plan))
    return Row(
        key=found.stream,
        title=f"{number}  {summary.title}".strip(),
        bold=len(number),
        subtitle=" • ".join(part for part in (_hit(found, reader), *about) if part),
        chip=_chip(found),
        chip_severity=Severity.DRILL if found.drill else Severity.PLAIN,
        settled=by_number(
            found.entries, _tr("Archive", "{count} entry"), _tr("Archive", "{count} entries")
        ).format(count=found.entries),
        action="open",
        action_text=_tr("Archive", "Open"),
    )


def more_row() -> Row:
    return Row(
        key=MORE, title=_tr("Archive", "There are more"), quiet=True,
        subtitle=_tr("Archive", "A filter or another word narrows it down"),
        action="more", action_text=_tr("Archive", "Show more"),
    )  # fmt: skip


def _hit(found: Found, reader: QtReader) -> str:
    if found.hit is None:
        return ""
    said = _tr("Archive", "{time} “{text}”")
    return said.format(time=reader.dated(found.hit.at), text=found.hit.text)


def _when(found: Found, reader: QtReader) -> str:
    opened, closed = found.summary.opened_at, found.summary.closed_at
    if opened is None:
        return ""
    begun = reader.dated(opened)
    if closed is None:
        return _tr("Archive", "since {begun}").format(begun=begun)
    same = reader.day(opened) == reader.day(closed)
    return f"{begun} – {reader.time(closed) if same else reader.dated(closed)}"


def _chip(found: Found) -> str:
    level = f"{found.summary.level.numeral} {level_word(found.summary.level)}"
    words = [_tr("Archive", "DRILL") if found.drill else "", level]
    if found.summary.closed_at is None:
        words.append(_tr("Archive", "running"))
    elif found.open:
        words.append(_tr("Archive", "follow-ups owed"))
    return listing(words)
