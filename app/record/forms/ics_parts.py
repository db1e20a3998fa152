"""What the ICS forms share: their heads and feet, by the numbers of the blocks.

The numbers are the forms' own (NIMS ICS Forms Booklet, FEMA 502-2), so that who knows them finds
each block.
"""

from __future__ import annotations

from app.record.paper import (
    Box,
    Boxes,
)
from app.record.source import Source


def begun(source: Source) -> str:
    return source.reader.dated_if(source.incident.course.opened_at)


def head(source: Source, *more: Box) -> tuple[Box, ...]:
    _tr = source.reader.translate
    return (
        Box(label=_tr("Record", "1. Incident name"), text=source.incident.detail.title, fr=2),
        Box(label=_tr("Record", "2. Incident number"), text=source.number), *more,
    )  # fmt: skip


def incident_name(source: Source) -> Box:
    """Of a form that has no block for the number."""
    reader = source.reader
    label = reader.translate("Record", "1. Incident name")
    return Box(label=label, text=reader.with_note(source.incident.detail.title, source.number))


def prepared(source: Source, number: str) -> Boxes:
    _tr = source.reader.translate
    return Boxes(rows=((
        Box(label=number + _tr("Record", "Prepared by: name, position")),
        Box(label=_tr("Record", "Signature")),
        Box(label=_tr("Record", "Date and time"), text=source.reader.dated(source.now)),
    ),))  # fmt: skip


def period(source: Source) -> str:
    course = source.incident.course
    return f"{begun(source)} – {source.reader.dated(course.over_at or source.now)}"
