"""Parts that several forms share: the head of a form, the course in lines, what is in hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import groupby

from app.models import facts as f
from app.models.commander import commander
from app.models.entry import Entry
from app.models.incident import Incident
from app.models.notifications import notifications
from app.models.plan import Sign
from app.models.prints import TITLES, Form
from app.models.roster import counts
from app.models.services import ServiceRow, services
from app.models.signs import sign_word
from app.models.tasks import tasks
from app.models.telling import tell
from app.models.text import Text
from app.models.zones import ZoneRow, zones
from app.record.paper import Block, Column, Paper, Row, Sheets, Table, Words
from app.record.proof import attachment, code, foot, stamp
from app.record.reader import PaperReader
from app.record.source import Source
from app.record.words import (
    duration_words,
    evacuation_word,
    level_words,
    status_word,
)

DRILL = Text(en="DRILL", zh="演练")


def form_sheets(
    source: Source, form: Form, blocks: tuple[Block, ...], *, facts: tuple[tuple[str, Words], ...],
    wide: bool = False, files: Mapping[str, bytes] | None = None,
) -> Sheets:  # fmt: skip
    """The form with its head, the proof and the marks that every page carries."""
    reader, incident, proof = source.reader, source.incident, source.proof
    title, detail = reader.text(TITLES[form]), incident.detail
    local = reader.local(source.now)
    held = dict(files or {})
    if proof:
        held |= {"proof.json": attachment(proof), "code.svg": code(proof)}
    paper = Paper(
        title=title, language=reader.code, made=moment_parts(local),
        subject=detail.title, number=source.number,
        running=" · ".join(part for part in (source.number, _short(detail.title)) if part),
        foot=foot(proof, reader) if proof else "", page_words=page_words(reader), facts=facts,
        blocks=blocks, wide=wide, proof=stamp(proof, reader) if proof else None,
        keywords=keywords(source, form), **marks(source),
    )  # fmt: skip
    return Sheets(paper=paper, files=held)


def _short(title: str) -> str:
    """For one line of the narrowest page; a Chinese letter is as wide as two others."""
    room = 56
    for at, char in enumerate(title):
        room -= 2 if ord(char) > 0x2E80 else 1
        if room < 0:
            return f"{title[:at]}…"
    return title


def moment_parts(local: datetime) -> tuple[int, int, int, int, int, int]:
    return (local.year, local.month, local.day, local.hour, local.minute, local.second)


def keywords(source: Source, form: Form) -> tuple[str, ...]:
    proof = source.proof
    if proof is None:
        return (form.value,)
    return (form.value, source.number, f"count={proof.count}", f"head={proof.head}")


def marks(source: Source) -> dict[str, str]:
    """What stands across every page."""
    _tr = source.reader.translate
    drill = source.incident.course.drill
    private = _tr("Record", "Contains personal details: for the response only, destroy afterwards")
    return {
        "drill": drill_words(source.reader) if drill else "",
        "drill_word": source.reader.text(DRILL) if drill else "",
        "private": private if source.contacts is not None else "",
        "warning": _warning(source),
    }


def _warning(source: Source) -> str:
    """What the proof does not prove."""
    _tr = source.reader.translate
    if source.broken:
        template = _tr("Record", "The log is broken at No. {number}: this record proves nothing")
        return template.format(number=source.broken)
    if source.uncovered:
        template = _tr("Record", "entries without number, not in the shared log yet: {count}")
        return template.format(count=source.uncovered)
    return ""


def drill_words(reader: PaperReader) -> str:
    """In both languages: whoever picks up the sheet must know."""
    said = reader.translate("Record", "a practice incident: nothing of this happened")
    return f"{DRILL.zh} {DRILL.en} — {said} — {DRILL.zh} {DRILL.en}"


def page_words(reader: PaperReader) -> tuple[str, str, str]:
    template = reader.translate("Record", "Page {page} of {pages}")
    before, rest = template.split("{page}")
    between, after = rest.split("{pages}")
    return before, between, after


def incident_facts(source: Source) -> tuple[tuple[str, Words], ...]:
    reader, incident, plan = source.reader, source.incident, source.plan
    _tr, course = reader.translate, incident.course
    who = commander(incident, plan)
    name = who.name
    if who.acting and name:
        name = reader.with_note(name, _tr("Record", "acting"))
    phase = incident.phasing.phase(plan)
    facts = [
        (_tr("Record", "Number"), source.number),
        (_tr("Record", "Place"), incident.detail.place),
        (_tr("Record", "Plan"), reader.text(plan.title) if plan else course.plan),
        (_tr("Record", "Level"), level_words(incident.leveling.level, reader)),
        (_tr("Record", "Opened"), reader.dated_if(course.opened_at)),
        (_tr("Record", "Commander"), name),
        (_tr("Record", "Declared over"), reader.dated_if(course.over_at)),
        (
            _tr("Record", "State"),
            _tr("Record", "settled")
            if source.incident.is_settled
            else status_word(course.status, reader),
        ),
        (_tr("Record", "Phase"), reader.text(phase.name) if phase else ""),
        (_tr("Record", "Lasted"), _lasted(source)),
    ]
    return tuple((label, said) for label, said in facts if said)


def _lasted(source: Source) -> str:
    course = source.incident.course
    if course.opened_at is None:
        return ""
    return duration_words((course.over_at or source.now) - course.opened_at, source.reader)


# The course in lines -----------------------------------------------------------------------------

KEY_KINDS = (
    f.Opened, f.PhaseEntered, f.LevelSet, f.SignSeen, f.SignGone, f.CommandTaken,
    f.CommandHandedOver, f.DeclaredOver, f.Closed, f.Reopened, f.ServiceCalled, f.ServiceArrived,
    f.ServiceLeft, f.ZoneCordoned, f.CordonLifted, f.ZoneEvacuating, f.ZoneEmpty, f.ZoneConfirmed,
    f.ZoneReleased, f.PeopleCounted, f.ReceptionBegun, f.MatterAnswered, f.ReceptionEnded,
)  # fmt: skip
"""What the course of an incident turns on."""


def effective(source: Source) -> Iterator[Entry]:
    """The entries as they were last corrected, by when they happened; what was struck is left out.

    Prints are not of the course.
    """
    return (
        entry for entry in source.incident.in_effect()
        if not isinstance(entry.fact, f.Corrected | f.Printed)
    )  # fmt: skip


def turns(source: Source) -> list[Entry]:
    """What the course turned on."""
    return [entry for entry in effective(source) if isinstance(entry.fact, KEY_KINDS)]


def course_with_notes(source: Source) -> Table:
    """And what people wrote of it."""
    wanted = (*KEY_KINDS, f.Note)
    return course_table(source, [e for e in effective(source) if isinstance(e.fact, wanted)])


def course_table(source: Source, chosen: list[Entry] | None = None) -> Table:
    """Of the whole course, or what is chosen of it."""
    _tr = source.reader.translate
    columns = (
        Column(title=_tr("Record", "Time"), mm=18), Column(title=_tr("Record", "What"), fr=1),
        Column(title=_tr("Record", "Recorded by"), mm=32),
    )  # fmt: skip
    return Table(columns=columns, rows=by_day(source, turns(source) if chosen is None else chosen))


def by_day(source: Source, entries: list[Entry]) -> tuple[Row, ...]:
    """A line across names the day, where there is more than one."""
    reader = source.reader
    found: list[Row] = []
    days = [(day, list(its)) for day, its in groupby(entries, lambda e: reader.day(e.at))]
    for day, its in days:
        if len(days) > 1:
            found.append(Row(span=day))
        found += [
            Row(cells=(reader.second(entry.at), told(source, entry), entry.author)) for entry in its
        ]
    return tuple(found)


def told(source: Source, entry: Entry) -> str:
    return source.reader.say(tell(entry.fact, source.names).phrase)


# What is in hand ---------------------------------------------------------------------------------


def people_words(source: Source) -> str:
    """Visitors and bystanders as counted: now and at the most."""
    counted = source.incident.people.counts
    if not counted:
        return ""
    _tr, most = source.reader.translate, max(count for _, count in counted)
    template = _tr("Record", "about {now} now, {most} at the most")
    return template.format(now=source.incident.people.now, most=most)


def hurt_words(source: Source) -> str:
    counted = source.incident.all_casualties.values()
    if not counted:
        return source.reader.translate("Record", "none known")
    template = source.reader.translate(
        "Record", "{unhurt} unhurt, {slightly} slightly hurt, {badly} badly hurt"
    )
    return template.format(
        unhurt=sum(each.unhurt for each in counted),
        slightly=sum(each.slightly for each in counted),
        badly=sum(each.badly for each in counted),
    )


def staff_words(source: Source) -> str:
    count = counts(source.incident)
    template = source.reader.translate("Record", "{here} here of {called} called")
    return template.format(here=count.here, called=count.called)


def signs_words(source: Source) -> str:
    """What was seen, and where it still is."""
    reader, found = source.reader, []
    for sign in Sign:
        value = source.incident.sign(sign)
        if value.first_seen is None:
            continue
        gone = reader.translate("Record", "no longer") if value.since is None else ""
        zone = reader.word(source.names.zone(value.zone)) if value.zone else ""
        note = reader.listing([zone, value.text, gone])
        found.append(reader.with_note(reader.say(sign_word(sign)), note))
    return reader.series(found)


def called_services(source: Source) -> list[ServiceRow]:
    found = services(source.incident, source.plan, source.site)
    return [row for row in found if row.value.called_at or row.value.arrived_at]


def service_words(source: Source) -> str:
    reader, _tr = source.reader, source.reader.translate
    found = []
    for row in called_services(source):
        value = row.value
        times = (
            (_tr("Record", "called {time}"), value.called_at),
            (_tr("Record", "arrived {time}"), value.arrived_at),
            (_tr("Record", "left {time}"), value.left_at),
        )
        said = [template.format(time=source.when(at)) for template, at in times if at]
        found.append(reader.about(service_title(row, reader), reader.listing(said)))
    return reader.series(found)


def service_title(row: ServiceRow, reader: PaperReader) -> str:
    name = reader.text(row.name)
    return name if name == row.number else f"{row.number} {name}"


def at_its_fullest(source: Source) -> tuple[Incident, datetime | None]:
    """Once all is released, the zones as they were while most were in hand, and when that was.

    None: as they are now.
    """
    incident = source.incident
    if any(zone.in_hand for zone in incident.zones.values()):
        return incident, None
    moments = [each.at for each in effective(source) if isinstance(each.fact, ZONE_KINDS)]
    counted = [
        (sum(incident.then(at).zone(key).in_hand for key in incident.zones), at) for at in moments
    ]
    most, when = max(counted, default=(0, None))
    return (incident.as_of(when), when) if most and when else (incident, None)


ZONE_KINDS = (f.ZoneCordoned, f.ZoneEvacuating, f.ZoneEmpty, f.ZoneConfirmed)


def zone_words(source: Source) -> str:
    """Those that are in hand; once none is any more, those that were while most were."""
    reader, (incident, when) = source.reader, at_its_fullest(source)
    said = reader.series(
        reader.about(reader.text(row.name), zone_state(row, reader))
        for row in zones(incident, source.plan, source.site)
        if row.in_hand
    )
    if when is None:
        return said
    template = reader.translate("Record", "none in hand any more; at {time}: {zones}")
    return template.format(time=source.when(when), zones=said)


def zone_state(row: ZoneRow, reader: PaperReader) -> str:
    _tr = reader.translate
    cordon = _tr("Record", "cordoned") if row.cordoned_at else ""
    cleared = evacuation_word(row.evacuation, reader)
    return reader.listing([cordon, cleared if row.in_hand or not cordon else ""])


def open_tasks_words(source: Source) -> str:
    reader = source.reader
    found = [row for row in tasks(source.incident, source.plan) if row.is_open and row.begins_at]
    return reader.series(reader.with_note(reader.text(row.text), reader.text(row.owner))
                         for row in found)  # fmt: skip


def untold_words(source: Source) -> str:
    reader = source.reader
    found = notifications(source.incident, source.plan)
    return reader.listing(reader.text(row.who) for row in found if row.told_at is None)
