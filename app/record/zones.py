"""What became of each zone: when it was cordoned, evacuated, confirmed empty, and released."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.zones import known_zone
from app.record.paper import Cell, Column, Table, Words, rows
from app.record.parts import effective
from app.record.source import Source

_replace = msgspec.structs.replace


class ZoneCourse(msgspec.Struct, frozen=True, kw_only=True):
    """The last of each that happened; releasing a zone does not take back what was."""

    cordoned: datetime | None = None
    begun: datetime | None = None
    confirmed: datetime | None = None
    confirmed_by: str = ""
    released: datetime | None = None
    out: int | None = None
    expected: int | None = None


def zone_courses(source: Source) -> dict[str, ZoneCourse]:
    """By zone, in the order in which they were first taken in hand."""
    found: dict[str, ZoneCourse] = {}
    for entry in effective(source):
        zone = getattr(entry.fact, "zone", "")
        known = found.get(zone, ZoneCourse())
        after = _after(known, entry)
        if zone and after != known:
            found[zone] = after
    return found


def _after(known: ZoneCourse, entry: Entry) -> ZoneCourse:
    at = entry.at
    match entry.fact:
        case f.ZoneCordoned():
            return _replace(known, cordoned=known.cordoned or at, released=None)
        case f.ZoneEvacuating(expected=expected):
            return _replace(known, begun=known.begun or at, expected=expected, released=None)
        case f.OutCounted(count=count):
            return _replace(known, out=count)
        case f.ZoneConfirmed(by=by):
            return _replace(known, confirmed=at, confirmed_by=by or entry.author)
        case f.CordonLifted() | f.ZoneReleased():
            return _replace(known, released=at)
        case _:
            return known


def zone_table(source: Source) -> Table:
    _tr = source.reader.translate
    columns = (
        Column(title=_tr("Record", "Zone"), fr=1), Column(title=_tr("Record", "Cordoned"), mm=22),
        Column(title=_tr("Record", "Evacuation begun"), mm=28),
        Column(title=_tr("Record", "Out / expected"), mm=26),
        Column(title=_tr("Record", "Confirmed empty"), mm=32),
        Column(title=_tr("Record", "Released"), mm=22),
    )  # fmt: skip
    courses = zone_courses(source).items()
    return Table(columns=columns, rows=rows(_row(source, key, each) for key, each in courses))


def _row(source: Source, key: str, each: ZoneCourse) -> tuple[Words, ...]:
    reader = source.reader
    name = reader.text(known_zone(source.plan, source.site, key).name)
    times = (each.cordoned, each.begun, each.confirmed, each.released)
    cordoned, begun, confirmed, released = map(source.when, times)
    return (
        name, cordoned, begun, _share(each.out, each.expected),
        Cell(text=confirmed, note=each.confirmed_by), released,
    )  # fmt: skip


def _share(out: int | None, expected: int | None) -> str:
    if out is None and expected is None:
        return ""
    return f"{'–' if out is None else out} / {'–' if expected is None else expected}"
