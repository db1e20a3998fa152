"""Empty forms of a plan, for when the power is out: who is called, who came, what happened, out.

They have the numbers and names that the plan and the site know, and lines for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from app.models.facts import PlaceSort
from app.models.filling import candidates
from app.models.plan import Duty, Plan, Role, reference
from app.models.services import dialled, service_name
from app.models.site import Site
from app.models.tasks import owner_name
from app.models.text import Text
from app.models.zones import known_zones
from app.record.paper import (
    Block,
    Box,
    Boxes,
    Cell,
    Column,
    Heading,
    Paper,
    Paragraph,
    Row,
    Sheets,
    Signs,
    Table,
    Words,
    rows,
)
from app.record.parts import moment_parts, page_words
from app.record.reader import PaperReader
from app.record.words import duration_words


class Empty(StrEnum):
    """By the names of the files."""

    CALL_OUT = "call-out"
    CHECK_IN = "check-in"
    TIMELINE = "timeline"
    EVACUATION = "evacuation"


TITLES = {
    Empty.CALL_OUT: Text(en="Call-out list", zh="人员召集表"),
    Empty.CHECK_IN: Text(en="Check-in list", zh="人员签到表"),
    Empty.TIMELINE: Text(en="Timeline sheet", zh="事件时间线记录表"),
    Empty.EVACUATION: Text(en="Evacuation list", zh="区域疏散表"),
}


class Blank(msgspec.Struct, frozen=True, kw_only=True):
    """What empty forms are made from; `phones`: with the numbers of staff."""

    plan: Plan
    site: Site
    reader: PaperReader
    now: datetime
    phones: bool = False


def empty_form(blank: Blank, form: Empty) -> Sheets:
    match form:
        case Empty.CALL_OUT:
            return _sheets(blank, form, tuple(_call_out(blank)), wide=True)
        case Empty.CHECK_IN:
            return _sheets(blank, form, tuple(_check_in(blank)), wide=True)
        case Empty.TIMELINE:
            return _sheets(blank, form, tuple(_timeline(blank)))
        case Empty.EVACUATION:
            return _sheets(blank, form, tuple(_evacuation(blank)), wide=True)


def _sheets(
    blank: Blank, form: Empty, blocks: tuple[Block, ...], *, wide: bool = False
) -> Sheets:  # fmt: skip
    reader, _tr = blank.reader, blank.reader.translate
    title, plan = reader.text(TITLES[form]), reader.text(blank.plan.title)
    version = reference(blank.plan).partition("@")[2]
    private = _tr("Record", "Contains personal details: for the response only, destroy afterwards")
    made = _tr("Record", "Plan {version} • printed {made}")
    return Sheets(paper=Paper(
        title=title, language=reader.code, made=moment_parts(reader.local(blank.now)),
        subject=plan, running=plan, page_words=page_words(reader), blocks=(_top(reader), *blocks),
        foot=made.format(version=version, made=reader.dated(blank.now)), wide=wide,
        private=private if blank.phones and form is Empty.CALL_OUT else "",
        keywords=(form.value, reference(blank.plan)),
    ))  # fmt: skip


def _top(reader: PaperReader) -> Boxes:
    _tr = reader.translate
    return Boxes(rows=((
        Box(label=_tr("Record", "Incident"), fr=2), Box(label=_tr("Record", "Place"), fr=1.5),
        Box(label=_tr("Record", "Date")), Box(label=_tr("Record", "Drill? yes / no")),
        Box(label=_tr("Record", "Written by"), fr=1.2),
    ),))  # fmt: skip


def _signed(reader: PaperReader) -> Iterator[Block]:
    _tr = reader.translate
    yield Paragraph(
        text=_tr(
            "Record",
            "Once the power is back: type each line in with its own time (“10:03 gate shut”); "
            "it is marked as written later. Then keep the sheet with the record.",
        ),
        quiet=True,
    )
    yield Signs(labels=(
        _tr("Record", "Written by, date"), _tr("Record", "Typed in by, date and time"),
    ))  # fmt: skip


# Called out ---------------------------------------------------------------------------------------


def _call_out(blank: Blank) -> Iterator[Block]:
    _tr, phones = blank.reader.translate, blank.phones
    columns = (
        Column(title=_tr("Record", "Role"), mm=46), Column(title=_tr("Record", "Name"), fr=1),
        *((Column(title=_tr("Record", "Phone"), mm=32),) if phones else ()),
        Column(title=_tr("Record", "Must be here within"), mm=40),
        Column(title=_tr("Record", "Called"), mm=20), Column(title=_tr("Record", "Answer"), mm=24),
        Column(title=_tr("Record", "ETA"), mm=20), Column(title=_tr("Record", "Arrived"), mm=20),
    )  # fmt: skip
    yield Table(columns=columns, rows=tuple(_roles(blank)), blank=4, tall=8, roomy=True)
    yield Heading(text=_tr("Record", "Services and who must be told"), level=2)
    yield _outside(blank)
    yield from _signed(blank.reader)


def _roles(blank: Blank) -> Iterator[Row]:
    for role in blank.plan.roles:
        found = candidates(blank.plan, blank.site, role)
        people = [*((each.name, each.phone) for each in found)]
        people += [("", "")] * max(0, role.count - len(people))
        for name, phone in people:
            title = Cell(text=blank.reader.text(role.name), note=_group(blank, role))
            number = (phone,) if blank.phones else ()
            cells: tuple[Words, ...] = (title, name, *number, _within(blank, role), *([""] * 4))
            yield Row(cells=cells)


def _group(blank: Blank, role: Role) -> str:
    group = blank.plan.group(role.group)
    return blank.reader.text(group.name) if group else ""


def _within(blank: Blank, role: Role) -> str:
    """On duty and off duty, as the plan has it."""
    reader, _tr = blank.reader, blank.reader.translate
    found = {}
    for duty in Duty:
        time = blank.plan.within(role=role.key, group=role.group, on_duty=duty is Duty.ON)
        found[duty] = _time_words(time, reader)
    if found[Duty.ON] == found[Duty.OFF]:
        return found[Duty.ON]
    template = _tr("Record", "{on}; off duty {off}")
    return template.format(on=found[Duty.ON], off=found[Duty.OFF])


def _time_words(time: timedelta, reader: PaperReader) -> str:
    return duration_words(time, reader) if time else reader.translate("Record", "at once")


def _outside(blank: Blank) -> Table:
    reader, plan, _tr = blank.reader, blank.plan, blank.reader.translate
    columns = (
        Column(title=_tr("Record", "Whom"), fr=1), Column(title=_tr("Record", "By whom"), mm=46),
        Column(title=_tr("Record", "Within"), mm=40), Column(title=_tr("Record", "Time"), mm=20),
        Column(title=_tr("Record", "What was said, reference"), fr=1.2),
    )  # fmt: skip
    keys = dict.fromkeys([*(each.number for each in plan.services), *blank.site.services])
    called = [(_service(blank, key), "", "", "", "") for key in keys]
    told = [
        (
            Cell(text=reader.text(each.who), note=reader.text(each.what) if each.what else ""),
            reader.text(owner_name(plan, each.by)), _time_words(each.within, reader), "", "",
        )
        for each in plan.notifications
    ]  # fmt: skip
    return Table(columns=columns, rows=(*rows(called), *rows(told)), blank=1, roomy=True)


def _service(blank: Blank, key: str) -> str:
    number = dialled(blank.site, key)
    name = blank.reader.text(service_name(blank.plan, blank.site, key))
    return number if name == number else f"{number} {name}"


# Came ---------------------------------------------------------------------------------------------


def _check_in(blank: Blank) -> Iterator[Block]:
    _tr = blank.reader.translate
    columns = (
        Column(title=_tr("Record", "No."), mm=10), Column(title=_tr("Record", "Name"), fr=1),
        Column(title=_tr("Record", "Home unit"), mm=44),
        Column(title=_tr("Record", "Check-in"), mm=24),
        Column(title=_tr("Record", "Method"), mm=24),
        Column(title=_tr("Record", "Assignment"), mm=52),
        Column(title=_tr("Record", "Left"), mm=24), Column(title=_tr("Record", "Signature"), mm=34),
    )  # fmt: skip
    yield Table(columns=columns, blank=22, tall=9, roomy=True)
    yield from _signed(blank.reader)


# Happened -----------------------------------------------------------------------------------------


def _timeline(blank: Blank) -> Iterator[Block]:
    _tr = blank.reader.translate
    columns = (
        Column(title=_tr("Record", "No."), mm=11), Column(title=_tr("Record", "Happened"), mm=22),
        Column(title=_tr("Record", "What: who, where, how many"), fr=1),
        Column(title=_tr("Record", "Reported by"), mm=28),
        Column(title=_tr("Record", "Typed in"), mm=18),
    )  # fmt: skip
    yield Table(columns=columns, blank=44, tall=10)
    yield from _signed(blank.reader)


# Out ----------------------------------------------------------------------------------------------


def _evacuation(blank: Blank) -> Iterator[Block]:
    _tr = blank.reader.translate
    columns = (
        Column(title=_tr("Record", "Zone or part"), fr=1),
        Column(title=_tr("Record", "Cordoned"), mm=22),
        Column(title=_tr("Record", "By whom"), mm=30),
        Column(title=_tr("Record", "Evacuation begun"), mm=24),
        Column(title=_tr("Record", "Expected"), mm=18), Column(title=_tr("Record", "Out"), mm=18),
        Column(title=_tr("Record", "Empty"), mm=20),
        Column(title=_tr("Record", "Confirmed by, time"), mm=44),
    )  # fmt: skip
    yield Table(columns=columns, rows=tuple(_zones(blank)), blank=4, tall=9, roomy=True)
    yield from _places(blank)
    yield from _signed(blank.reader)


def _zones(blank: Blank) -> Iterator[Row]:
    """Each zone, its parts below it."""
    reader, empty = blank.reader, ("",) * 7
    for zone in known_zones(blank.plan, blank.site).values():
        yield Row(cells=(Cell(text=reader.text(zone.name), strong=True), *empty))
        for _, name in zone.parts:
            yield Row(cells=(f"– {reader.text(name)}", *empty))


def _places(blank: Blank) -> Iterator[Block]:
    """Assembly points to count at, and entrances."""
    reader, _tr = blank.reader, blank.reader.translate
    points = blank.site.places_of(PlaceSort.ASSEMBLY).values()
    gates = blank.site.places_of(PlaceSort.ENTRANCE).values()
    counted = (
        Column(title=_tr("Record", "Assembly point"), fr=1),
        *(Column(title=_tr("Record", "Time / people"), mm=34) for _ in range(4)),
    )
    shut = (
        Column(title=_tr("Record", "Entrance"), fr=1),
        Column(title=_tr("Record", "Shut at"), mm=34),
        Column(title=_tr("Record", "Opened at"), mm=34),
        Column(title=_tr("Record", "By whom"), mm=60),
    )
    for title, columns, places in (
        (_tr("Record", "Assembly points"), counted, points),
        (_tr("Record", "Entrances"), shut, gates),
    ):
        lines = rows((reader.text(each.name), *[""] * (len(columns) - 1)) for each in places)
        yield Heading(text=title, level=2)
        yield Table(columns=columns, rows=lines, blank=2, tall=9, roomy=True)
