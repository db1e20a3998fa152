"""The report upward, 初报 · 续报 · 终报 in one form; which it is follows from the log.

Its blocks are those of a first report: what (M/ETHANE), course, done, wanted, next.
"""

from __future__ import annotations

from enum import Enum

from app.models.course import Status
from app.models.facts import Printed
from app.models.prints import Form
from app.record.paper import Box, Boxes, Heading, Lines, Sheets, Signs, Tick
from app.record.parts import (
    course_table,
    form_sheets,
    hurt_words,
    incident_facts,
    open_tasks_words,
    people_words,
    service_words,
    signs_words,
    staff_words,
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
    wanted = {form.value for form in forms}
    before = [entry.fact for entry in source.incident.timeline if isinstance(entry.fact, Printed)]
    counted = source.proof.count if source.proof else 0
    printed = any(fact.form in wanted and fact.count < counted for fact in before)
    return Report.FURTHER if printed else Report.FIRST


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
    reader, incident, _tr = source.reader, source.incident, source.reader.translate
    detail = incident.detail
    boxes = Boxes(rows=(
        (Box(label=_tr("Record", "Report"), ticks=ticks(source, Form.STATUS), fr=2),
         Box(label=_tr("Record", "As of"), text=reader.full(source.now))),
        (Box(label=_tr("Record", "From (unit)")), Box(label=_tr("Record", "To (unit)")),
         Box(label=_tr("Record", "Serial number"))),
        (Box(label=_tr("Record", "What happened"), text=detail.title, fr=2),
         Box(label=_tr("Record", "Since"), text=reader.dated_if(incident.course.opened_at))),
        (Box(label=_tr("Record", "Exact place"), text=detail.place, fr=2),
         Box(label=_tr("Record", "Level"), text=level_words(incident.leveling.level, reader))),
        (Box(label=_tr("Record", "People there"), text=people_words(source)),
         Box(label=_tr("Record", "People hurt"), text=hurt_words(source))),
        (Box(label=_tr("Record", "Hazards and what was seen"), text=signs_words(source)),),
        (Box(label=_tr("Record", "Ways in and out, zones"), text=zone_words(source)),),
        (Box(label=_tr("Record", "Services"), text=service_words(source), fr=2),
         Box(label=_tr("Record", "Staff"), text=staff_words(source))),
    ))  # fmt: skip
    over = which(source, Form.STATUS) is Report.LAST
    blocks = (
        boxes,
        Heading(text=_tr("Record", "Cause, as far as known")), Lines(count=2),
        Heading(text=_tr("Record", "Course and what was done")), course_table(source),
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
