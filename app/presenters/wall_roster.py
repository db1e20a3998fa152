"""The expected roster on the wall: the plan's places as they fill, who is awaited, who is here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import Enum

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models.call_outs import CallOutState
from app.models.incident import Incident
from app.models.plan import Plan
from app.models.roster import RosterRow, counts, roster
from app.models.site import Site
from app.models.stand_in import NAMELESS, Gap, gaps
from app.models.text import Text
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.wall_naming import Naming
from app.presenters.words import call_out_word

_tr = QCoreApplication.translate


class Place(Enum):
    """What stands in a place of the frame."""

    HERE = "here"
    AWAITED = "awaited"
    LOST = "lost"
    """No answer, or excused, and nobody else called for it."""
    FREE = "free"
    """Nobody is called for it yet."""


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """One place of the frame; awaited, it fills with the time that is used up."""

    place: Place
    start: datetime | None = None
    due: datetime | None = None


class WallRow(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who is awaited, or a place that nobody fills. `told` stands instead of a countdown.

    `about` is what is said below, what matters most first; `late_chip` is what the chip says once
    it is late.
    """

    key: str
    title: str
    about: tuple[str, ...] = ()
    chip: str = ""
    chip_severity: Severity = Severity.PLAIN
    late_chip: str = ""
    start: datetime | None = None
    due: datetime | None = None
    told: str = ""
    told_severity: Severity = Severity.PLAIN


class WallRoster(msgspec.Struct, frozen=True, kw_only=True):
    """`owed` is how many rows are of those who are not here: they stand first.

    `next_eta` is when a row says something else by the passing of time alone."""

    title: str = ""
    told: str = ""
    told_brief: str = ""
    slots: tuple[Slot, ...] = ()
    rows: tuple[WallRow, ...] = ()
    owed: int = 0
    empty: str = ""
    next_eta: datetime | None = None


def derive_roster(
    incident: Incident, plan: Plan | None, site: Site, naming: Naming, reader: QtReader,
    now: datetime,
) -> WallRoster:  # fmt: skip
    """Awaited by deadline, then places that nobody fills, then those here, the last come first."""
    people = roster(incident, plan)
    found = [gap for gap in gaps(incident, plan, site) if gap.asked]
    named = [row for row in people if not row.who.startswith(NAMELESS) or not row.awaited]
    here = [row for row in named if row.state is CallOutState.ARRIVED]
    awaited = [row for row in named if row.awaited]
    numbers = counts(incident)
    told = _tr("Wall", "{here} of {called} on site")
    return WallRoster(
        title=_tr("Wall", "Coming") if awaited or found else _tr("Wall", "On site"),
        told=told.format(here=numbers.here, called=numbers.called),
        told_brief=f"{numbers.here}/{numbers.called}",
        slots=tuple(_slots(here, awaited, found)),
        rows=(
            *(_awaited_row(row, naming, reader, now) for row in awaited),
            *(_gap_row(gap, naming, reader) for gap in found),
            *(_here_row(row, naming, reader, now) for row in reversed(here)),
        ),
        owed=len(awaited) + len(found),
        empty="" if people or found else _tr("Wall", "Nobody called yet"),
        next_eta=min((r.eta for r in awaited if r.eta and not r.is_past_eta(now)), default=None),
    )


def _slots(here: list[RosterRow], awaited: list[RosterRow], found: list[Gap]) -> Iterator[Slot]:
    yield from (Slot(place=Place.HERE) for _ in here)
    for row in awaited:
        lost = row.state is CallOutState.NO_ANSWER
        yield Slot(place=Place.LOST if lost else Place.AWAITED, start=row.called_at, due=row.due)
    for gap in found:
        if gap.instead_of is None:
            yield from (Slot(place=Place.FREE) for _ in range(gap.missing))


def _awaited_row(row: RosterRow, naming: Naming, reader: QtReader, now: datetime) -> WallRow:
    role = reader.text(row.role) or reader.text(row.group)
    title = naming.person(row.name, row.role) or role
    chip, severity = _chip(row, now)
    said = [role] if title != role else [reader.text(row.group)]
    if row.eta:
        said.insert(0, _tr("Wall", "ETA {time}").format(time=reader.near(row.eta, now)))
    merely_called = row.state in (CallOutState.CALLED, CallOutState.ACKNOWLEDGED)
    return WallRow(
        key=row.who, title=title, about=_said(*said), chip=chip, chip_severity=severity,
        late_chip=_tr("Wall", "late") if merely_called else "", start=row.called_at, due=row.due,
    )  # fmt: skip


def _chip(row: RosterRow, now: datetime) -> tuple[str, Severity]:
    if row.is_past_eta(now):
        return _tr("Wall", "past ETA"), Severity.SOON
    if row.will_be_late:
        return _tr("Wall", "will be late"), Severity.SOON
    lost = row.state is CallOutState.NO_ANSWER
    return call_out_word(row.state), Severity.SOON if lost else Severity.PLAIN


def _gap_row(gap: Gap, naming: Naming, reader: QtReader) -> WallRow:
    role = reader.text(gap.role.name)
    about = _tr("Wall", "nobody called yet")
    if gap.instead_of is not None:
        lost = naming.person(gap.instead_of.name, Text("", ""))
        about = _tr("Wall", "instead of {name}").format(name=lost) if lost else _instead()
    elif gap.due is not None:
        about = _tr("Wall", "nobody yet")
    missing = _tr("Wall", "{count} missing").format(count=gap.missing)
    return WallRow(
        key=gap.key, title=role, about=(about,), start=gap.called_at,
        due=gap.due if gap.instead_of is None else None,
        told=missing, told_severity=Severity.SOON,
    )  # fmt: skip


def _instead() -> str:
    return _tr("Wall", "to be filled again")


def _here_row(row: RosterRow, naming: Naming, reader: QtReader, now: datetime) -> WallRow:
    role = reader.text(row.role) or reader.text(row.group)
    title = naming.person(row.name, row.role) or role
    told = _came(row.arrived_at, reader, now) if row.arrived_at else ""
    late = row.in_time is False
    return WallRow(
        key=row.who, title=title, about=_said(role if title != role else reader.text(row.group)),
        chip=_tr("Wall", "came late") if late else call_out_word(row.state),
        chip_severity=Severity.SOON if late else Severity.GOOD,
        told=f"✓ {told}" if told else "✓", told_severity=Severity.GOOD,
    )  # fmt: skip


def _came(at: datetime, reader: QtReader, now: datetime) -> str:
    """There is room for five figures."""
    return reader.time(at) if reader.is_today(at, now) else reader.date(at)


def _said(*parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
