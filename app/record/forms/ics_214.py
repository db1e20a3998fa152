"""ICS-214, the activity log."""

from __future__ import annotations

from app.models.commander import commander
from app.models.prints import Form
from app.models.roster import roster
from app.record.forms.ics_parts import incident_name, period, prepared
from app.record.paper import (
    Box,
    Boxes,
    Column,
    Heading,
    Sheets,
    Table,
    rows,
)
from app.record.parts import (
    by_day,
    effective,
    form_sheets,
)
from app.record.source import Source


def ics_214(source: Source) -> Sheets:
    reader, _tr = source.reader, source.reader.translate
    who = commander(source.incident, source.plan)
    called = [row for row in roster(source.incident, source.plan) if row.arrived_at]
    columns = (
        Column(title=_tr("Record", "Name"), fr=1),
        Column(title=_tr("Record", "ICS position"), fr=1),
        Column(title=_tr("Record", "Home agency and unit"), fr=1),
    )
    people = ((row.name or "–", reader.text(row.role), reader.text(row.group)) for row in called)
    log = (
        Column(title=_tr("Record", "Time"), mm=18),
        Column(title=_tr("Record", "Notable activities"), fr=1),
        Column(title=_tr("Record", "Recorded by"), mm=32),
    )
    blocks = (
        Boxes(rows=(
            (incident_name(source),
             Box(label=_tr("Record", "2. Operational period"), text=period(source))),
            (Box(label=_tr("Record", "3. Name"), text=who.name),
             Box(label=_tr("Record", "4. ICS position"), text=_tr("Record", "Incident commander")),
             Box(label=_tr("Record", "5. Home agency and unit"))),
        )),
        Heading(text=_tr("Record", "6. Resources assigned"), level=2),
        Table(columns=columns, rows=rows(people)),
        Heading(text=_tr("Record", "7. Activity log"), level=2),
        Table(columns=log, rows=by_day(source, list(effective(source)))),
        prepared(source, "8. "),
    )  # fmt: skip
    return form_sheets(source, Form.ICS_214, blocks, facts=())
