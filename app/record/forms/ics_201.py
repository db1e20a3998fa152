"""ICS-201, the incident briefing."""

from __future__ import annotations

from collections.abc import Iterator

from app.models.call_outs import CallOutState
from app.models.commander import commander
from app.models.prints import Form
from app.models.roster import roster
from app.models.tasks import tasks
from app.record.forms.ics_parts import begun, head, prepared
from app.record.paper import (
    Block,
    Box,
    Boxes,
    Column,
    Heading,
    Lines,
    Row,
    Sheets,
    Table,
    Words,
    rows,
)
from app.record.parts import (
    called_services,
    course_table,
    form_sheets,
    hurt_words,
    people_words,
    service_title,
    signs_words,
    zone_words,
)
from app.record.siteplan import plan_block
from app.record.source import Source
from app.record.words import call_out_word, level_words


def ics_201(source: Source) -> Sheets:
    files = {source.picture_file: source.picture} if source.picture_file else {}
    return form_sheets(source, Form.ICS_201, tuple(_briefing(source)), facts=(), files=files)


def _briefing(source: Source) -> Iterator[Block]:
    _tr, drawn = source.reader.translate, plan_block(source)
    yield Boxes(rows=(
        head(source, Box(label=_tr("Record", "3. Date and time initiated"), text=begun(source))),
    ))  # fmt: skip
    yield Heading(text=_tr("Record", "4. Map or sketch"), level=2)
    yield drawn or Lines(count=8)
    yield Heading(text=_tr("Record", "5. Situation summary, health and safety briefing"), level=2)
    yield _situation(source)
    yield Heading(text=_tr("Record", "7. Current and planned objectives"), level=2)
    yield _objectives(source)
    yield Heading(text=_tr("Record", "8. Current and planned actions"), level=2)
    yield actions(source)
    yield Heading(text=_tr("Record", "9. Current organization"), level=2)
    yield organization(source)
    yield Heading(text=_tr("Record", "10. Resource summary"), level=2)
    yield resources(source)
    yield prepared(source, "6. ")


def _situation(source: Source) -> Boxes:
    reader, _tr, incident = source.reader, source.reader.translate, source.incident
    plan = source.plan
    step = plan.step(incident.leveling.level) if plan else None
    level = level_words(incident.leveling.level, reader)
    reminders = "\n".join(reader.text(each) for each in plan.reminders) if plan else ""
    return Boxes(rows=(
        (Box(label=_tr("Record", "Level"),
             text=reader.about(level, reader.text(step.meaning)) if step else level, fr=2),
         Box(label=_tr("Record", "Place"), text=incident.detail.place)),
        (Box(label=_tr("Record", "People there"), text=people_words(source)),
         Box(label=_tr("Record", "People hurt"), text=hurt_words(source))),
        (Box(label=_tr("Record", "Hazards and what was seen"), text=signs_words(source)),),
        (Box(label=_tr("Record", "Zones"), text=zone_words(source)),),
        (Box(label=_tr("Record", "Safety"), text=reminders),),
    ))  # fmt: skip


def _objectives(source: Source) -> Block:
    """The mandatory tasks that are open: what must be so before it can be over."""
    reader = source.reader
    found = [
        row for row in tasks(source.incident, source.plan)
        if row.is_open and row.begins_at and row.mandatory
    ]  # fmt: skip
    ends = [reader.text(each) for each in source.plan.end] if source.plan else []
    lines = [*(reader.text(row.text) for row in found), *ends]
    if not lines:
        return Lines(count=3)
    title = reader.translate("Record", "Objective")
    numbered = ((str(number), line) for number, line in enumerate(lines, 1))
    columns = (Column(title=reader.translate("Record", "No."), mm=11), Column(title=title, fr=1))
    return Table(columns=columns, rows=rows(numbered))


def actions(source: Source) -> Table:
    """What was done, with its time, and below what is to be done, with its deadline."""
    reader, _tr = source.reader, source.reader.translate
    columns = (
        Column(title=_tr("Record", "Time"), mm=18), Column(title=_tr("Record", "Action"), fr=1),
        Column(title=_tr("Record", "Who"), mm=34),
    )  # fmt: skip
    done = course_table(source).rows
    planned = [
        (source.when(row.due), reader.text(row.text), reader.text(row.owner))
        for row in tasks(source.incident, source.plan)
        if row.is_open and row.begins_at
    ]
    split = (Row(span=_tr("Record", "Planned, with the time by when")),) if planned else ()
    return Table(columns=columns, rows=(*done, *split, *rows(planned)))


def organization(source: Source) -> Table:
    """Commander, then each group with those of it who are here or awaited."""
    reader, _tr = source.reader, source.reader.translate
    who = commander(source.incident, source.plan)
    acting = _tr("Record", "acting") if who.acting else ""
    held: list[tuple[Words, ...]] = [
        (_tr("Record", "Incident commander"), reader.with_note(who.name or "–", acting))
    ]
    by_group: dict[str, list[str]] = {}
    for row in roster(source.incident, source.plan):
        if row.state in (CallOutState.EXCUSED, CallOutState.STOOD_DOWN):
            continue
        state = call_out_word(row.state, reader)
        name = row.name or _tr("Record", "nobody named")
        told = reader.with_note(reader.about(reader.text(row.role), name), state)
        by_group.setdefault(reader.text(row.group), []).append(told)
    held += [(group, "\n".join(people)) for group, people in sorted(by_group.items())]
    columns = (
        Column(title=_tr("Record", "Position or group"), mm=48),
        Column(title=_tr("Record", "Who"), fr=1),
    )
    return Table(columns=columns, rows=rows(held))


def resources(source: Source) -> Table:
    _tr = source.reader.translate
    columns = (
        Column(title=_tr("Record", "Resource"), fr=1),
        Column(title=_tr("Record", "Identifier"), mm=34),
        Column(title=_tr("Record", "Ordered"), mm=18), Column(title=_tr("Record", "ETA"), mm=18),
        Column(title=_tr("Record", "Arrived"), mm=18),
        Column(title=_tr("Record", "Notes: location, assignment, status"), fr=1),
    )  # fmt: skip
    return Table(columns=columns, rows=rows([*_staff(source), *_services(source)]))


def _staff(source: Source) -> Iterator[tuple[Words, ...]]:
    reader = source.reader
    for row in roster(source.incident, source.plan):
        note = reader.with_note(call_out_word(row.state, reader), row.reason)
        expected = row.eta or (row.due if row.awaited else None)
        yield (
            reader.text(row.role), row.name or "–", source.when(row.called_at),
            source.when(expected), source.when(row.arrived_at), note,
        )  # fmt: skip


def _services(source: Source) -> Iterator[tuple[Words, ...]]:
    for row in called_services(source):
        value = row.value
        note = source.reader.listing([value.units, value.said])
        yield (
            service_title(row, source.reader), value.reference, source.when(value.called_at), "",
            source.when(value.arrived_at), note,
        )  # fmt: skip
