"""ICS forms 201, 209, 211 and 214, with the blocks of those forms by number and name.

Of the 53 blocks of ICS-209 those are printed that an incident of a building can have; the numbers
are the form's own (NIMS ICS Forms Booklet, FEMA 502-2), so that who knows it finds each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.models.call_outs import CallOutState
from app.models.commander import commander
from app.models.facts import Arrived, ArrivedBy
from app.models.prints import Form
from app.models.roster import RosterRow, counts, roster
from app.models.tasks import tasks
from app.record.forms.status import ticks
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
    by_day,
    called_services,
    course_table,
    effective,
    form_sheets,
    hurt_words,
    open_tasks_words,
    people_words,
    service_title,
    service_words,
    signs_words,
    staff_words,
    untold_words,
    zone_words,
)
from app.record.siteplan import plan_block
from app.record.source import Source
from app.record.words import call_out_word, level_words


def _begun(source: Source) -> str:
    return source.reader.dated_if(source.incident.course.opened_at)


def _head(source: Source, *more: Box) -> tuple[Box, ...]:
    _tr = source.reader.translate
    return (
        Box(label=_tr("Record", "1. Incident name"), text=source.incident.detail.title, fr=2),
        Box(label=_tr("Record", "2. Incident number"), text=source.number), *more,
    )  # fmt: skip


def _name(source: Source) -> Box:
    """Of a form that has no block for the number."""
    reader = source.reader
    label = reader.translate("Record", "1. Incident name")
    return Box(label=label, text=reader.with_note(source.incident.detail.title, source.number))


def _prepared(source: Source, number: str) -> Boxes:
    _tr = source.reader.translate
    return Boxes(rows=((
        Box(label=number + _tr("Record", "Prepared by: name, position")),
        Box(label=_tr("Record", "Signature")),
        Box(label=_tr("Record", "Date and time"), text=source.reader.dated(source.now)),
    ),))  # fmt: skip


# 201 ---------------------------------------------------------------------------------------------


def ics_201(source: Source) -> Sheets:
    files = {source.picture_file: source.picture} if source.picture_file else {}
    return form_sheets(source, Form.ICS_201, tuple(_briefing(source)), facts=(), files=files)


def _briefing(source: Source) -> Iterator[Block]:
    _tr, drawn = source.reader.translate, plan_block(source)
    yield Boxes(rows=(
        _head(source, Box(label=_tr("Record", "3. Date and time initiated"), text=_begun(source))),
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
    yield _prepared(source, "6. ")


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


# 209 ---------------------------------------------------------------------------------------------


def ics_209(source: Source) -> Sheets:
    return form_sheets(source, Form.ICS_209, tuple(_status(source)), facts=())


def _status(source: Source) -> Iterator[Block]:
    reader, _tr, incident, plan = (
        source.reader, source.reader.translate, source.incident, source.plan
    )  # fmt: skip
    who, course = commander(incident, plan), incident.course
    called = counts(incident)
    level = level_words(incident.leveling.level, reader)
    yield Boxes(rows=(
        (*_head(source),
         Box(label=_tr("Record", "3. Report version"), ticks=ticks(source, Form.ICS_209), fr=2.4)),
        (Box(label=_tr("Record", "4. Incident commander and organization"), text=who.name, fr=2),
         Box(label=_tr("Record", "6. Incident start"), text=_begun(source)),
         Box(label=_tr("Record", "7. Current size: zones in hand"), text=_size(source))),
        (Box(label=_tr("Record", "9. Incident definition"),
             text=reader.text(plan.title) if plan else course.plan, fr=2),
         Box(label=_tr("Record", "10. Complexity: level"), text=level),
         Box(label=_tr("Record", "11. For time period"), text=_period(source), fr=1.6)),
        (Box(label=_tr("Record", "12. Prepared by")), Box(label=_tr("Record", "13. Submitted")),
         Box(label=_tr("Record", "14. Approved by")), Box(label=_tr("Record", "15. Sent to"))),
        (Box(label=_tr("Record", "25. Short location"), text=incident.detail.place),),
    ))  # fmt: skip
    yield Heading(text=_tr("Record", "28. Significant events for the time period"), level=2)
    yield course_table(source)
    yield Heading(text=_tr("Record", "Situation"), level=2)
    yield Boxes(rows=(
        (Box(label=_tr("Record", "29. Materials or hazards involved"), text=signs_words(source)),),
        (Box(label=_tr("Record", "30. Damage assessment")),),
        (Box(label=_tr("Record", "31. Public status"),
             text=_public(source)),
         Box(label=_tr("Record", "32. Responder status"), text=staff_words(source))),
        (Box(label=_tr("Record", "33. Life, safety and health: remarks")),
         Box(label=_tr("Record", "34. Life, safety and health: threat management"),
             text=zone_words(source))),
        (Box(label=_tr("Record", "35. Weather concerns")),
         Box(label=_tr("Record", "36. Projected incident activity"))),
        (Box(label=_tr("Record", "37. Strategic objectives"), text=_ends(source)),),
        (Box(label=_tr("Record", "38. Current threat and risk"), text=_reason(source)),),
        (Box(label=_tr("Record", "39. Critical resource needs"), text=_needs(source)),),
        (Box(label=_tr("Record", "40. Strategic discussion")),),
        (Box(label=_tr("Record", "41. Planned actions for the next period"),
             text=open_tasks_words(source)),),
        (Box(label=_tr("Record", "43. Anticipated end"), text=reader.dated_if(course.over_at)),
         Box(label=_tr("Record", "45. Estimated costs to date"))),
        (Box(label=_tr("Record", "47. Remarks: still to be told"), text=untold_words(source)),),
    ))  # fmt: skip
    yield Heading(text=_tr("Record", "48, 49. Organizations and resources"), level=2)
    yield resources(source)
    yield Boxes(rows=((
        Box(label=_tr("Record", "51. Total personnel"), text=str(called.here)),
        Box(label=_tr("Record", "53. Cooperating organizations"), text=service_words(source), fr=3),
    ),))  # fmt: skip


def _public(source: Source) -> str:
    hurt = source.reader.about(source.reader.translate("Record", "People hurt"), hurt_words(source))
    return source.reader.series([people_words(source), hurt])


def _size(source: Source) -> str:
    return str(sum(zone.in_hand for zone in source.incident.zones.values()))


def _period(source: Source) -> str:
    course = source.incident.course
    return f"{_begun(source)} – {source.reader.dated(course.over_at or source.now)}"


def _ends(source: Source) -> str:
    plan = source.plan
    return "\n".join(source.reader.text(each) for each in plan.end) if plan else ""


def _reason(source: Source) -> str:
    return source.incident.leveling.reason


def _needs(source: Source) -> str:
    """Roles that nobody fills yet, and who is late."""
    reader, found = source.reader, []
    for row in roster(source.incident, source.plan):
        if row.awaited and (not row.name or (row.due and row.due <= source.now)):
            late = call_out_word(row.state, reader)
            found.append(reader.with_note(reader.text(row.role), row.name or late))
    return reader.series(found)


# 211 ---------------------------------------------------------------------------------------------


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
        Boxes(rows=(_head(
            source,
            Box(label=_tr("Record", "3. Check-in location"), text=source.incident.detail.place),
            Box(label=_tr("Record", "4. Start"), text=_begun(source)),
        ),)),
        Heading(text=_tr("Record", "5. Check-in information"), level=2),
        Table(columns=columns,
              rows=rows(
                  _checked_in(source, number, row, how.get(row.who, ""))
                  for number, row in enumerate(here, 1)
              ), blank=3),
        _prepared(source, "17. "),
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


# 214 ---------------------------------------------------------------------------------------------


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
            (_name(source),
             Box(label=_tr("Record", "2. Operational period"), text=_period(source))),
            (Box(label=_tr("Record", "3. Name"), text=who.name),
             Box(label=_tr("Record", "4. ICS position"), text=_tr("Record", "Incident commander")),
             Box(label=_tr("Record", "5. Home agency and unit"))),
        )),
        Heading(text=_tr("Record", "6. Resources assigned"), level=2),
        Table(columns=columns, rows=rows(people)),
        Heading(text=_tr("Record", "7. Activity log"), level=2),
        Table(columns=log, rows=by_day(source, list(effective(source)))),
        _prepared(source, "8. "),
    )  # fmt: skip
    return form_sheets(source, Form.ICS_214, blocks, facts=())
