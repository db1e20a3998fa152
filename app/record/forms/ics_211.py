"""ICS-211, the check-in list."""

from __future__ import annotations

from collections.abc import Mapping

from app.models.facts import Arrived, ArrivedBy
from app.models.prints import Form
from app.models.roster import RosterRow, roster
from app.record.forms.ics_parts import begun, head, prepared
from app.record.paper import (
    Box,
    Boxes,
    Column,
    Heading,
    Sheets,
    Table,
    Words,
    rows,
)
from app.record.parts import (
    effective,
    form_sheets,
)
from app.record.source import Source


def ics_211(source: Source) -> Sheets:
    _tr = source.reader.translate
    phones = source.contacts is not None
    columns = (
        Column(title=_tr("Record", "No."), mm=10), Column(title=_tr("Record", "5. Name"), fr=1),
        Column(title=_tr("Record", "6. Order: called"), mm=28),
        Column(title=_tr("Record", "7. Check-in"), mm=32),
        *((Column(title=_tr("Record", "10. Contact"), mm=30),) if phones else ()),
        Column(title=_tr("Record", "11. Home unit"), mm=38),
        Column(title=_tr("Record", "Method of check-in"), mm=32),
        Column(title=_tr("Record", "14. Assignment"), mm=44),
        Column(title=_tr("Record", "Left"), mm=18),
    )  # fmt: skip
    here = sorted(
        (row for row in roster(source.incident, source.plan) if row.arrived_at),
        key=lambda row: (row.arrived_at or source.now, row.name),
    )
    how = methods(source)
    blocks = (
        Boxes(rows=(head(
            source,
            Box(label=_tr("Record", "3. Check-in location"), text=source.incident.detail.place),
            Box(label=_tr("Record", "4. Start"), text=begun(source)),
        ),)),
        Heading(text=_tr("Record", "5. Check-in information"), level=2),
        Table(columns=columns,
              rows=rows(
                  _checked_in(source, number, row, how.get(row.who, ""))
                  for number, row in enumerate(here, 1)
              ), blank=3),
        prepared(source, "17. "),
    )  # fmt: skip
    return form_sheets(source, Form.ICS_211, blocks, facts=(), wide=True)


def _checked_in(source: Source, number: int, row: RosterRow, how: str) -> tuple[Words, ...]:
    reader, person = source.reader, source.site.person(row.who)
    phones = (person.phone if person else "",) if source.contacts is not None else ()
    return (
        str(number), row.name or row.who, source.when(row.called_at),
        reader.dated_if(row.arrived_at), *phones, reader.text(row.group), how,
        reader.text(row.role), source.when(row.ended_at),
    )  # fmt: skip


def methods(source: Source) -> Mapping[str, str]:
    """How each was checked in first: by badge, or by somebody at a desk."""
    _tr = source.reader.translate
    words = {ArrivedBy.BADGE: _tr("Record", "badge"), ArrivedBy.HAND: _tr("Record", "by hand")}
    found: dict[str, str] = {}
    for entry in effective(source):
        if isinstance(entry.fact, Arrived):
            found.setdefault(entry.fact.who, words[entry.fact.by])
    return found
