"""The summary: the course with its chart and the site plan, and what it comes to in numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.models import facts as f
from app.models.commander import commander
from app.models.follow_ups import follow_ups
from app.models.prints import Form
from app.record.chart import chart_svg
from app.record.deadlines import Sort, deadlines, tally
from app.record.forms.receptions import reception_blocks
from app.record.paper import Block, Column, Heading, Pairs, Paragraph, Picture, Sheets, Table, rows
from app.record.parts import (
    course_with_notes,
    effective,
    form_sheets,
    hurt_words,
    incident_facts,
    people_words,
    service_words,
    signs_words,
    staff_words,
)
from app.record.siteplan import plan_block
from app.record.source import Source
from app.record.words import duration_words, level_words
from app.record.zones import zone_courses, zone_table

CHART = "chart.svg"


def summary(source: Source) -> Sheets:
    _tr, drawn = source.reader.translate, chart_svg(source)
    blocks: list[Block] = [
        Heading(text=_tr("Record", "In numbers")), numbers(source),
        *_escalation(source, drawn), Heading(text=_tr("Record", "Levels")), levels(source),
    ]  # fmt: skip
    blocks += [Heading(text=_tr("Record", "Course")), course_with_notes(source)]
    blocks += _zones(source)
    blocks += reception_blocks(source)
    files = {CHART: drawn} if drawn else {}
    if source.picture_file:
        files[source.picture_file] = source.picture
    return form_sheets(
        source, Form.SUMMARY, tuple(blocks), facts=incident_facts(source), files=files
    )


def _escalation(source: Source, drawn: bytes | None) -> Iterator[Block]:
    if drawn:
        _tr = source.reader.translate
        yield Heading(text=_tr("Record", "Escalation"))
        yield Picture(file=CHART, alt=_tr("Record", "Escalation"))
        yield Paragraph(
            text=_tr(
                "Record",
                "Grey: in time • hatched: late • white: still awaited • pale: no longer expected • "
                "upright stroke: deadline",
            ),
            quiet=True,
        )


def _zones(source: Source) -> Iterator[Block]:
    drawn, table = plan_block(source), zone_table(source)
    if drawn or table.rows:
        yield Heading(text=source.reader.translate("Record", "Zones and cordons"))
    if drawn:
        yield drawn
    if table.rows:
        yield table


def levels(source: Source) -> Table:
    reader, _tr = source.reader, source.reader.translate
    columns = (
        Column(title=_tr("Record", "From"), mm=29), Column(title=_tr("Record", "Level"), mm=24),
        Column(title=_tr("Record", "Reason"), fr=1),
        Column(title=_tr("Record", "Decided by"), mm=32),
    )  # fmt: skip
    found = []
    for entry in effective(source):
        fact = entry.fact
        if isinstance(fact, f.Opened):
            said = (_tr("Record", "opened"), entry.author)
        elif isinstance(fact, f.LevelSet):
            said = (fact.reason, fact.decided_by or entry.author)
        else:
            continue
        found.append((reader.dated(entry.at), level_words(fact.level, reader), *said))
    return Table(columns=columns, rows=rows(found))


def numbers(source: Source) -> Pairs:
    incident, _tr = source.incident, source.reader.translate
    all_deadlines = deadlines(source)
    by_sort = {sort: [each for each in all_deadlines if each.sort is sort] for sort in Sort}
    owed = follow_ups(incident, source.plan)
    corrections = sum(isinstance(e.fact, f.Corrected) for e in incident.timeline)
    items = [
        (_tr("Record", "Visitors and bystanders"), people_words(source)),
        (_tr("Record", "People hurt"), hurt_words(source)),
        (_tr("Record", "Seen"), signs_words(source)),
        (_tr("Record", "Staff"), staff_words(source)),
        (_tr("Record", "Staff in time"), tally(source, by_sort[Sort.PERSON])),
        (_tr("Record", "Tasks in time"), tally(source, by_sort[Sort.TASK])),
        (_tr("Record", "Told in time"), tally(source, by_sort[Sort.NOTIFICATION])),
        (_tr("Record", "Services"), service_words(source)),
        (_tr("Record", "First of the staff here"), _after(source, _first_arrival(source))),
        (_tr("Record", "Commander here"), _after(source, commander(incident, source.plan).since)),
        (_tr("Record", "First zone confirmed empty"), _after(source, _first_confirmed(source))),
        (_tr("Record", "Follow-ups still owed"),
         f"{sum(row.is_owed for row in owed)} / {len(owed)}" if owed else ""),
        (_tr("Record", "Entries"),
         _tr("Record", "{count}, {corrected} corrected").format(
             count=len(incident.timeline), corrected=corrections)),
    ]  # fmt: skip
    return Pairs(items=tuple((label, said) for label, said in items if said))


def _after(source: Source, moment: datetime | None) -> str:
    opened = source.incident.course.opened_at
    if moment is None or opened is None:
        return ""
    template = source.reader.translate("Record", "{time}, {after} after the opening")
    return template.format(
        time=source.when(moment), after=duration_words(moment - opened, source.reader)
    )


def _first_arrival(source: Source) -> datetime | None:
    came = [each.arrived_at for each in source.incident.call_outs.values() if each.arrived_at]
    return min(came, default=None)


def _first_confirmed(source: Source) -> datetime | None:
    times = [each.confirmed for each in zone_courses(source).values() if each.confirmed]
    return min(times, default=None)
