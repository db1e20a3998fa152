"""The after-action report: what the log knows is filled in, what people know is left to write."""

from __future__ import annotations

from collections.abc import Iterator

from app.models import facts as f
from app.models.follow_up_states import FollowUpState
from app.models.follow_ups import FollowUpRow, follow_ups
from app.models.plan import Sign
from app.models.prints import Form
from app.models.signs import sign_word
from app.record.chart import chart_svg
from app.record.deadlines import deadline_table, deadlines, tally
from app.record.forms.receptions import reception_blocks
from app.record.forms.summary import CHART, levels
from app.record.paper import (
    Block,
    Column,
    Heading,
    Lines,
    Pairs,
    Paragraph,
    Picture,
    Sheets,
    Signs,
    Table,
    rows,
)
from app.record.parts import (
    course_with_notes,
    effective,
    form_sheets,
    hurt_words,
    incident_facts,
    people_words,
    signs_words,
    told,
)
from app.record.reader import PaperReader
from app.record.source import Source

_LOSSES = (Sign.DAMAGE, Sign.EQUIPMENT, Sign.FIRE, Sign.FORCED_ENTRY)


def report(source: Source) -> Sheets:
    drawn = chart_svg(source)
    blocks = (
        *_cause(source), *_course(source, drawn), *reception_blocks(source), *_losses(source),
        *_deadlines(source), *_lessons(source), *_measures(source),
    )  # fmt: skip
    files = {CHART: drawn} if drawn else {}
    return form_sheets(source, Form.REPORT, blocks, facts=incident_facts(source), files=files)


def _cause(source: Source) -> Iterator[Block]:
    _tr = source.reader.translate
    first = next((e for e in effective(source) if isinstance(e.fact, f.Opened)), None)
    yield Heading(text=_tr("Record", "1 Cause"))
    yield Pairs(items=_said(
        (_tr("Record", "Alert"), told(source, first) if first else ""),
        (_tr("Record", "Reported by"), first.author if first else ""),
        (_tr("Record", "Seen"), signs_words(source)),
        (_tr("Record", "Visitors and bystanders"), people_words(source)),
    ))  # fmt: skip
    yield Lines(count=4, label=_tr("Record", "The cause, as found afterwards"))


def _course(source: Source, drawn: bytes | None) -> Iterator[Block]:
    _tr = source.reader.translate
    yield Heading(text=_tr("Record", "2 Course"))
    yield levels(source)
    if drawn:
        yield Picture(file=CHART, alt=_tr("Record", "Escalation"))
    yield course_with_notes(source)
    yield Lines(count=2, label=_tr("Record", "To be added"))


def _losses(source: Source) -> Iterator[Block]:
    reader, _tr = source.reader, source.reader.translate
    yield Heading(text=_tr("Record", "3 Losses"))
    seen = [
        reader.with_note(reader.say(sign_word(sign)), source.incident.sign(sign).text)
        for sign in _LOSSES
        if source.incident.sign(sign).first_seen
    ]
    yield Pairs(items=_said(
        (_tr("Record", "People hurt"), hurt_words(source)),
        (_tr("Record", "Damage seen"), reader.series(seen) or _tr("Record", "none known")),
        (_tr("Record", "Photos and files"), str(len(source.incident.files) or "–")),
    ))  # fmt: skip
    yield Lines(count=2, label=_tr("Record", "People: injuries, treatment, costs"))
    yield Lines(count=2, label=_tr("Record", "Property: what, whose, amount, insurance"))


def _deadlines(source: Source) -> Iterator[Block]:
    _tr, found = source.reader.translate, deadlines(source)
    missed = [each for each in found if each.is_kept(source.now) is False]
    kept = [each for each in found if each.is_kept(source.now) is not False]
    yield Heading(text=_tr("Record", "4 What went well"))
    yield Paragraph(text=source.reader.about(_tr("Record", "Deadlines"), tally(source, found)))
    yield Lines(count=4)
    yield Heading(text=_tr("Record", "5 Deadlines met and missed"))
    yield Heading(text=_tr("Record", "Missed"), level=2)
    yield _table_or(source, deadline_table(source, missed), _tr("Record", "None was missed."))
    if missed:
        yield Lines(count=3, label=_tr("Record", "Why they were missed"))
    yield Heading(text=_tr("Record", "Met, or still to come"), level=2)
    yield _table_or(source, deadline_table(source, kept), _tr("Record", "None."))


def _table_or(source: Source, table: Table, words: str) -> Block:
    del source
    return table if table.rows else Paragraph(text=words)


def _lessons(source: Source) -> Iterator[Block]:
    yield Heading(text=source.reader.translate("Record", "6 Lessons"))
    yield Lines(count=6)


def _measures(source: Source) -> Iterator[Block]:
    _tr = source.reader.translate
    yield Heading(text=_tr("Record", "7 Measures"))
    found = follow_ups(source.incident, source.plan)
    if found:
        yield Heading(text=_tr("Record", "Owed after the end"), level=2)
        yield follow_up_table(source, found)
    yield Heading(text=_tr("Record", "To be improved"), level=2)
    yield Table(
        columns=(
            Column(title=_tr("Record", "Measure"), fr=1),
            Column(title=_tr("Record", "Owner"), mm=38),
            Column(title=_tr("Record", "Until"), mm=28),
            Column(title=_tr("Record", "Done"), mm=20),
        ),
        blank=5, tall=9,
    )  # fmt: skip
    yield Signs(labels=(
        _tr("Record", "Written by, date"), _tr("Record", "Checked by, date"),
        _tr("Record", "Approved by, date"),
    ))  # fmt: skip


def follow_up_table(source: Source, found: list[FollowUpRow]) -> Table:
    reader, _tr = source.reader, source.reader.translate
    columns = (
        Column(title=_tr("Record", "Follow-up"), fr=1),
        Column(title=_tr("Record", "Owner"), mm=36), Column(title=_tr("Record", "Until"), mm=29),
        Column(title=_tr("Record", "State"), mm=40),
    )  # fmt: skip
    return Table(columns=columns, rows=rows(
        (reader.text(row.text), reader.text(row.owner), reader.dated_if(row.due),
         _state(row, reader))
        for row in found
    ))  # fmt: skip


def _state(row: FollowUpRow, reader: PaperReader) -> str:
    _tr, value = reader.translate, row.value
    if row.state is FollowUpState.OPEN:
        return _tr("Record", "owed")
    word = _tr("Record", "done") if row.state is FollowUpState.DONE else _tr("Record", "dropped")
    ended = reader.listing([word, reader.dated_if(value.ended_at)])
    return reader.with_note(ended, value.outcome)


def _said(*items: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((label, said) for label, said in items if said)
