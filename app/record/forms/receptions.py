"""Receptions on paper: the matter, how it was heard and answered; names only when asked for."""

from __future__ import annotations

from collections.abc import Iterator

from app.models.reception import ReceptionRow, RepresentativeRow, receptions
from app.models.tasks import owner_name
from app.record.paper import Block, Heading, Pairs
from app.record.source import Source


def reception_blocks(source: Source) -> Iterator[Block]:
    for row in receptions(source.incident, source.plan):
        title = source.reader.translate("Record", "Reception {number}").format(number=row.number)
        yield Heading(text=title)
        yield Pairs(items=tuple((label, said) for label, said in _said(source, row) if said))


def _said(source: Source, row: ReceptionRow) -> Iterator[tuple[str, str]]:
    reader, _tr = source.reader, source.reader.translate
    yield _tr("Record", "Matter"), row.matter
    yield _tr("Record", "Begun"), reader.dated(row.begun_at)
    yield _tr("Record", "Ended"), reader.with_note(reader.dated_if(row.ended_at), row.outcome)
    yield _tr("Record", "People"), str(row.people) if row.people else ""
    yield _tr("Record", "Unit or address"), row.unit
    yield _tr("Record", "Received by"), row.received_by
    yield (
        _tr("Record", "Representatives"),
        reader.series(_representative(source, each) for each in row.representatives),
    )
    for answer in row.answers:
        yield _tr("Record", "Answered"), reader.with_note(answer.text, reader.listing(
            [answer.by, reader.time(answer.at)]))  # fmt: skip
    for promise in row.promises:
        owner = reader.text(owner_name(source.plan, promise.owner))
        note = reader.listing([owner, reader.dated(promise.due)])
        yield _tr("Record", "Promised"), reader.with_note(promise.text, note)


def _representative(source: Source, row: RepresentativeRow) -> str:
    """By number; with name and contact where they were asked for and are still kept."""
    _tr, number = source.reader.translate, str(row.number)
    person = (source.contacts or {}).get(row.contact)
    if person is not None:
        return source.reader.with_note(f"{number} {person.name}", person.reach)
    left = _tr("Record", "left") if row.left_at else ""
    gone = _tr("Record", "details erased") if row.erased_at else ""
    return source.reader.with_note(number, source.reader.listing([left, gone]))
