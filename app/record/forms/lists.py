"""The notification list, and the roll of staff with its times."""

from __future__ import annotations

from collections.abc import Iterator

from app.models.message_failures import failure_words
from app.models.message_states import MessageState
from app.models.messages import MessageRow, messages
from app.models.notifications import NotificationRow, notifications
from app.models.prints import Form
from app.models.roster import RosterRow, roster
from app.record.deadlines import Deadline, Sort, over_before, verdict
from app.record.paper import (
    Block,
    Cell,
    Column,
    Heading,
    Pairs,
    Paragraph,
    Sheets,
    Signs,
    Table,
    Words,
    rows,
)
from app.record.parts import (
    called_services,
    form_sheets,
    incident_facts,
    service_title,
    staff_words,
)
from app.record.source import Source
from app.record.words import call_out_word

# Notifications -----------------------------------------------------------------------------------


def notification_list(source: Source) -> Sheets:
    return form_sheets(
        source, Form.NOTIFICATIONS, tuple(_notification_blocks(source)),
        facts=incident_facts(source),
    )  # fmt: skip


def _notification_blocks(source: Source) -> Iterator[Block]:
    _tr = source.reader.translate
    found = notifications(source.incident, source.plan)
    yield Heading(text=_tr("Record", "Who must be told"))
    if found:
        yield _notifications(source, found)
    else:
        yield Paragraph(text=_tr("Record", "Nobody, by this plan at this level."))
    yield Heading(text=_tr("Record", "Services"))
    yield _services(source)
    sent = messages(source.incident, source.plan)
    if sent:
        yield Heading(text=_tr("Record", "Messages"))
        yield _messages(source, sent[::-1])


def _notifications(source: Source, found: list[NotificationRow]) -> Table:
    _tr = source.reader.translate
    columns = (
        Column(title=_tr("Record", "Who must be told"), fr=1.2),
        Column(title=_tr("Record", "To be told by"), mm=30),
        Column(title=_tr("Record", "Due"), mm=20), Column(title=_tr("Record", "Told"), mm=24),
        Column(title=_tr("Record", "Result"), mm=24),
        Column(title=_tr("Record", "What was said"), fr=1),
    )  # fmt: skip
    return Table(columns=columns, rows=rows(_notification(source, row) for row in found))


def _notification(source: Source, row: NotificationRow) -> tuple[Words, ...]:
    reader, _tr = source.reader, source.reader.translate
    tried = _tr("Record", "not reached ×{count}").format(count=row.tries) if row.tries else ""
    writing = _tr("Record", "in writing") if row.in_writing else ""
    due = row.due
    result: Words = ""
    if due is not None and not over_before(source, due, row.told_at):
        deadline = Deadline(sort=Sort.NOTIFICATION, what="", who="", due=due, done=row.told_at)
        result = verdict(deadline, source)
    return (
        Cell(text=reader.text(row.who), note=writing),
        reader.text(row.by),
        source.when(due),
        Cell(text=source.when(row.told_at), note=row.told_by or tried),
        result,
        row.said,
    )


def _services(source: Source) -> Block:
    reader, _tr = source.reader, source.reader.translate
    found = called_services(source)
    if not found:
        return Paragraph(text=_tr("Record", "None was called."))
    columns = (
        Column(title=_tr("Record", "Service"), mm=30), Column(title=_tr("Record", "Called"), mm=26),
        Column(title=_tr("Record", "Arrived"), mm=18), Column(title=_tr("Record", "Left"), mm=18),
        Column(title=_tr("Record", "Reference"), mm=26),
        Column(title=_tr("Record", "What was said"), fr=1),
    )  # fmt: skip
    return Table(columns=columns, rows=rows(
        (
            service_title(row, reader),
            Cell(text=source.when(row.value.called_at), note=row.value.called_by),
            Cell(text=source.when(row.value.arrived_at), note=row.value.units),
            source.when(row.value.left_at), row.value.reference, row.value.said,
        )
        for row in found
    ))  # fmt: skip


def _messages(source: Source, sent: list[MessageRow]) -> Table:
    _tr = source.reader.translate
    columns = (
        Column(title=_tr("Record", "Sent"), mm=20), Column(title=_tr("Record", "To"), mm=34),
        Column(title=_tr("Record", "Text"), fr=1), Column(title=_tr("Record", "Result"), mm=34),
    )  # fmt: skip
    return Table(columns=columns, rows=rows(
        (
            Cell(text=source.when(row.value.sent_at), note=row.value.sent_by),
            row.value.to, row.value.text, _result(source, row),
        )
        for row in sent
    ))  # fmt: skip


def _result(source: Source, row: MessageRow) -> str:
    _tr, value = source.reader.translate, row.value
    match value.state:
        case MessageState.DELIVERED:
            return _tr("Record", "delivered {time}").format(time=source.when(value.delivered_at))
        case MessageState.FAILED:
            why = source.reader.word(failure_words(value.why))
            return source.reader.about(_tr("Record", "failed"), why)
        case _:
            return _tr("Record", "result not known")


# Staff -------------------------------------------------------------------------------------------


def staff_list(source: Source) -> Sheets:
    reader, _tr = source.reader, source.reader.translate
    found = roster(source.incident, source.plan)
    order = sorted(found, key=lambda row: (reader.text(row.group), reader.text(row.role), row.name))
    blocks = (
        Pairs(items=((_tr("Record", "Staff"), staff_words(source)),)),
        Table(columns=_staff_columns(source), rows=rows(_person(source, row) for row in order)),
        Signs(labels=(_tr("Record", "Checked by, date"),)),
    )
    return form_sheets(source, Form.STAFF, blocks, facts=incident_facts(source), wide=True)


def _staff_columns(source: Source) -> tuple[Column, ...]:
    _tr = source.reader.translate
    phones = source.contacts is not None
    return (
        Column(title=_tr("Record", "Name"), fr=1),
        *((Column(title=_tr("Record", "Phone"), mm=30),) if phones else ()),
        Column(title=_tr("Record", "Group"), mm=32), Column(title=_tr("Record", "Role"), mm=36),
        Column(title=_tr("Record", "Called"), mm=16), Column(title=_tr("Record", "Due"), mm=16),
        Column(title=_tr("Record", "Arrived"), mm=16), Column(title=_tr("Record", "Ended"), mm=16),
        Column(title=_tr("Record", "State"), mm=28), Column(title=_tr("Record", "Result"), mm=26),
    )  # fmt: skip


def _person(source: Source, row: RosterRow) -> tuple[Words, ...]:
    reader, _tr = source.reader, source.reader.translate
    person = source.site.person(row.who)
    name = Cell(
        text=row.name or _tr("Record", "nobody named"), strong=not row.name,
        note=_tr("Record", "on duty when called") if row.on_duty else "",
    )  # fmt: skip
    phones = (person.phone if person else "",) if source.contacts is not None else ()
    result: Words = ""
    awaited = row.due and row.awaited and not over_before(source, row.due, None)
    if row.due and (row.arrived_at or awaited):
        deadline = Deadline(sort=Sort.PERSON, what="", who="", due=row.due, done=row.arrived_at)
        result = verdict(deadline, source)
    state = reader.with_note(call_out_word(row.state, reader), row.reason)
    return (
        name, *phones, reader.text(row.group), reader.text(row.role),
        *(source.when(at) for at in (row.called_at, row.due, row.arrived_at, row.ended_at)),
        state, result,
    )  # fmt: skip
