"""The full timeline: every entry where it happened, what was corrected struck, with what holds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from app.models.entry import Entry
from app.models.incident import odd_entries
from app.models.prints import Form
from app.models.telling import LATE_MARK_FROM
from app.record.paper import Cell, Column, Row, Sheets, Table, Words
from app.record.parts import form_sheets, incident_facts, told
from app.record.source import Source


def timeline(source: Source) -> Sheets:
    return form_sheets(source, Form.TIMELINE, (_table(source),), facts=incident_facts(source))


def _table(source: Source) -> Table:
    _tr = source.reader.translate
    columns = (
        Column(title=_tr("Record", "No."), mm=11),
        Column(title=_tr("Record", "Happened"), mm=23),
        Column(title=_tr("Record", "What"), fr=1),
        Column(title=_tr("Record", "Recorded by, at"), mm=36),
    )
    return Table(columns=columns, rows=tuple(_rows(source)))


def _rows(source: Source) -> Iterator[Row]:
    odd, reader = odd_entries(source.incident), source.reader
    for day, entries in groupby(source.incident.timeline, lambda entry: reader.day(entry.at)):
        yield Row(span=day)
        for entry in entries:
            yield Row(cells=(
                str(source.seqs.get(entry.id, "–")),
                _when(source, entry),
                _what(source, entry, odd=entry.id in odd),
                f"{entry.author} · {entry.station}",
            ))  # fmt: skip


def _when(source: Source, entry: Entry) -> Words:
    time, written = source.reader.second(entry.at), _written(source, entry)
    return Cell(text=time, note=written) if written else time


def _written(source: Source, entry: Entry) -> str:
    """When it was typed, where that was later than it happened."""
    late = entry.typed_at - entry.at
    if late <= LATE_MARK_FROM:
        return ""
    reader = source.reader
    same_day = reader.day(entry.typed_at) == reader.day(entry.at)
    written = reader.second(entry.typed_at) if same_day else reader.dated(entry.typed_at)
    return reader.translate("Timeline", "written {time}").format(time=written)


def _what(source: Source, entry: Entry, *, odd: bool) -> Words:
    reader, correction = source.reader, source.incident.fold.correction_of(entry.id)
    notes = []
    if correction:
        template = reader.translate("Record", "→ {told} — {time}, {by}")
        notes.append(template.format(
            told=told(source, correction), time=reader.second(correction.at), by=correction.author,
        ))  # fmt: skip
    if odd:
        notes.append(reader.translate("Timeline", "contradicts other entries"))
    said = told(source, entry)
    if not notes:
        return said
    return Cell(text=said, struck=correction is not None, note="\n".join(notes), loud=True)
