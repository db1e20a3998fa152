"""The report upward, 初报 · 续报 · 终报 in one form; which it is follows from the log.

Its blocks are those of a first report (M/ETHANE) and of 突发事件信息报告: time, place, source,
nature, what it did, course, what was done, what is next; a further one says first what is new.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from app.models.commander import commander
from app.models.course import Status
from app.models.entry import Entry
from app.models.facts import Opened, Printed
from app.models.prints import Form
from app.record.paper import Block, Box, Boxes, Heading, Lines, Paragraph, Sheets, Signs, Tick
from app.record.parts import (
    course_table,
    effective,
    form_sheets,
    hurt_words,
    incident_facts,
    open_tasks_words,
    people_words,
    service_words,
    signs_words,
    staff_words,
    turns,
    untold_words,
    zone_words,
)
from app.record.reader import PaperReader
from app.record.source import Source
from app.record.words import level_words


class Report(Enum):
    FIRST = "first"
    FURTHER = "further"
    LAST = "last"


def which(source: Source, *forms: Form) -> Report:
    """The last once it is over; else a further one if one of these forms was printed before."""
    if source.incident.course.status in (Status.OVER, Status.CLOSED):
        return Report.LAST
    return Report.FURTHER if earlier(source, *forms) else Report.FIRST


def earlier(source: Source, *forms: Form) -> list[Printed]:
    """The reports before this one, in their order; copies of one count once."""
    wanted, counted = {form.value for form in forms}, source.proof.count if source.proof else 0
    found = {
        fact.count: fact
        for fact in (entry.fact for entry in source.incident.timeline)
        if isinstance(fact, Printed) and fact.form in wanted and fact.count < counted
    }
    return [found[count] for count in sorted(found)]


def ticks(source: Source, *forms: Form) -> tuple[Tick, ...]:
    found, reader = which(source, *forms), source.reader
    return tuple(Tick(label=_word(each, reader), ticked=each is found) for each in Report)


def _word(report: Report, reader: PaperReader) -> str:
    _tr = reader.translate
    words = {
        Report.FIRST: _tr("Record", "First report"),
        Report.FURTHER: _tr("Record", "Further report"),
        Report.LAST: _tr("Record", "Final report"),
    }
    return words[report]


def status(source: Source) -> Sheets:
    _tr = source.reader.translate
    before, over = earlier(source, Form.STATUS), which(source, Form.STATUS) is Report.LAST
    blocks = (
        Boxes(rows=(*_report(source, before), *_matter(source), *_response(source, over=over))),
        Heading(text=_tr("Record", "Cause, as far as known")), Lines(count=2),
        Heading(text=_tr("Record", "Course and what was done")), *_course(source, before),
        Heading(text=_tr("Record", "Still to be done")),
        Boxes(rows=(
            (Box(label=_tr("Record", "Open tasks"), text=open_tasks_words(source)),),
            (Box(label=_tr("Record", "Still to be told"), text=untold_words(source)),),
        )),
        Heading(text=_tr("Record", "Outcome and aftermath") if over
                else _tr("Record", "Help wanted, and what is expected next")),
        Lines(count=3),
        Signs(labels=(_tr("Record", "Reported by, phone"), _tr("Record", "Checked by"),
                      _tr("Record", "Released by"))),
    )  # fmt: skip
    return form_sheets(source, Form.STATUS, blocks, facts=incident_facts(source)[:1])


def _report(source: Source, before: list[Printed]) -> tuple[tuple[Box, ...], ...]:
    """Which report it is, of what moment, from whom to whom."""
    reader, _tr = source.reader, source.reader.translate
    last = before[-1].made if before else None
    return (
        (Box(label=_tr("Record", "Report"), ticks=ticks(source, Form.STATUS), fr=2),
         Box(label=_tr("Record", "As of"), text=reader.full(source.now), fr=1.2)),
        (Box(label=_tr("Record", "Number of this report"), text=str(len(before) + 1)),
         Box(label=_tr("Record", "Report before"), text=reader.dated_if(last)),
         Box(label=_tr("Record", "Serial number of the unit"))),
        (Box(label=_tr("Record", "From (unit)")), Box(label=_tr("Record", "To (unit)"))),
    )  # fmt: skip


def _matter(source: Source) -> tuple[tuple[Box, ...], ...]:
    """What happened, when, where, of what kind, who says so, and what it did to people."""
    reader, _tr, incident, plan = (
        source.reader, source.reader.translate, source.incident, source.plan
    )  # fmt: skip
    first = next((e for e in effective(source) if isinstance(e.fact, Opened)), None)
    return (
        (Box(label=_tr("Record", "What happened"), text=incident.detail.title, fr=2),
         Box(label=_tr("Record", "Since"), text=reader.dated_if(incident.course.opened_at))),
        (Box(label=_tr("Record", "Exact place"), text=incident.detail.place, fr=2),
         Box(label=_tr("Record", "Level"), text=level_words(incident.leveling.level, reader))),
        (Box(label=_tr("Record", "Nature: by plan"), text=reader.text(plan.title) if plan else "",
             fr=2),
         Box(label=_tr("Record", "Source: reported by"), text=first.author if first else "")),
        (Box(label=_tr("Record", "People there"), text=people_words(source)),
         Box(label=_tr("Record", "People hurt"), text=hurt_words(source))),
        (Box(label=_tr("Record", "Hazards and what was seen"), text=signs_words(source)),),
        (Box(label=_tr("Record", "Damage and losses, as far as known")),),
    )  # fmt: skip


def _response(source: Source, *, over: bool) -> tuple[tuple[Box, ...], ...]:
    """Who commands, what is in hand and what came; how long it lasts (突发事件应对法, Art. 72)."""
    reader, _tr, course = source.reader, source.reader.translate, source.incident.course
    lasts = Box(label=_tr("Record", "Response expected to last"))
    if over:
        lasts = Box(label=_tr("Record", "Declared over"), text=reader.dated_if(course.over_at))
    who = commander(source.incident, source.plan).name
    return (
        (Box(label=_tr("Record", "Ways in and out, zones"), text=zone_words(source)),),
        (Box(label=_tr("Record", "Services"), text=service_words(source), fr=2),
         Box(label=_tr("Record", "Staff"), text=staff_words(source))),
        (Box(label=_tr("Record", "Commander, phone"), text=who, fr=2), lasts),
    )  # fmt: skip


def _course(source: Source, before: list[Printed]) -> Iterator[Block]:
    """A further report says first what the one before did not have yet."""
    _tr, found = source.reader.translate, turns(source)
    if not before:
        yield course_table(source, found)
        return
    known = before[-1].count
    new = [entry for entry in found if _is_new(source, entry, known)]
    old = [entry for entry in found if entry not in new]
    yield Heading(text=_tr("Record", "Since the report before"), level=2)
    yield course_table(source, new) if new else Paragraph(text=_tr("Record", "Nothing new."))
    if old:
        yield Heading(text=_tr("Record", "Reported already"), level=2)
        yield course_table(source, old)


def _is_new(source: Source, entry: Entry, known: int) -> bool:
    """Recorded, or corrected, after so many entries; what has no number yet is new too."""
    correction = source.incident.fold.correction_of(entry.id)
    ids = [entry.id, *([correction.id] if correction else [])]
    return any(source.seqs.get(each, known + 1) > known for each in ids)
