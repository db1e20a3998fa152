"""What an incident on the wall is made of: level band, zones, latest entries, what is overdue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from heapq import nlargest
from operator import attrgetter

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models.alarms import Duty, duties, next_due, overdue
from app.models.commander import commander
from app.models.course import Status
from app.models.entry import Entry
from app.models.incident import Incident
from app.models.levels import Level
from app.models.plan import Plan
from app.models.roster import counts
from app.models.site import Site
from app.models.text import Text, by_number
from app.models.zone_states import Evacuation
from app.models.zones import ZoneRow, zones
from app.presenters.alarms import alarm_line, kind_word
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.wall_naming import Naming
from app.presenters.words import evacuation_word, level_word, with_note
from app.presenters.zone_rows import out_of, zone_severity, zone_state

_tr = QCoreApplication.translate

ENTRIES = 28
"""More do not fit on a wall that is read from five metres, not even on one that stands upright."""
NAMED = 6
"""How many of what is overdue the band names; the others are counted."""
WRITTEN_LATE = timedelta(minutes=1)


class WallHead(msgspec.Struct, frozen=True, kw_only=True):
    """`people` is the head-count, if it is known."""

    level: Level = Level.IV
    level_word: str = ""
    title: str = ""
    place: str = ""
    people: str = ""
    commands: str = ""
    commands_brief: str = ""
    number: str = ""
    drill: bool = False
    drill_word: str = ""
    status: str = ""
    """Says that it is over; empty while it runs."""
    told: str = ""
    told_brief: str = ""
    """How many of those called are here; the same where there is little room."""
    opened_at: datetime | None = None
    over_at: datetime | None = None


class WallZone(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    title: str
    about: str
    chip: str
    chip_brief: str
    severity: Severity


class WallZones(msgspec.Struct, frozen=True, kw_only=True):
    title: str = ""
    rows: tuple[WallZone, ...] = ()
    empty: str = ""
    empty_brief: str = ""


class WallEntry(msgspec.Struct, frozen=True, kw_only=True):
    """`mark` says when it was written, if that was later than it happened."""

    key: str
    time: str
    text: str
    mark: str = ""
    struck: bool = False


class WallLatest(msgspec.Struct, frozen=True, kw_only=True):
    title: str = ""
    entries: tuple[WallEntry, ...] = ()


class WallDuty(msgspec.Struct, frozen=True, kw_only=True):
    """A deadline that runs or was missed; `late_word` says what is missing once it is late."""

    key: str
    about: str
    late_word: str
    due: datetime
    start: datetime | None = None


class WallAlarms(msgspec.Struct, frozen=True, kw_only=True):
    """`told` is what is overdue, one by one as far as it is named; or what is due next."""

    title: str = ""
    told: tuple[str, ...] = ()
    severity: Severity = Severity.PLAIN
    late: int = 0


def derive_head(incident: Incident, plan: Plan | None, number: str, naming: Naming) -> WallHead:
    course, detail, level = incident.course, incident.detail, incident.leveling.level
    people, numbers = incident.people.now, counts(incident)
    told = _tr("Wall", "{here}/{called} on site")
    counted = by_number(people, _tr("Wall", "{count} person"), _tr("Wall", "{count} people"))
    return WallHead(
        level=level, level_word=level_word(level), title=naming.said(detail.title),
        place=naming.said(detail.place), number=number,
        people=counted.format(count=people) if people else "",
        commands=_commands(incident, plan, naming),
        commands_brief=_acts(incident, plan, naming),
        drill=course.drill, drill_word=_tr("Wall", "DRILL") if course.drill else "",
        opened_at=course.opened_at, over_at=course.over_at,
        told=told.format(here=numbers.here, called=numbers.called),
        told_brief=f"{numbers.here}/{numbers.called}",
        status=_tr("Wall", "declared over") if course.status is Status.OVER else "",
    )  # fmt: skip


def _commands(incident: Incident, plan: Plan | None, naming: Naming) -> str:
    found = commander(incident, plan)
    acting = _tr("Wall", "acting") if found.acting else ""
    if not found.name:
        return _tr("Wall", "no commander yet")
    if not naming.shown:
        return _tr("Wall", "acting commander on site") if acting else _tr("Wall", "commander here")
    return with_note(_tr("Wall", "commander {name}").format(name=found.name), acting)


def _acts(incident: Incident, plan: Plan | None, naming: Naming) -> str:
    """Who commands for somebody else, in few words; empty if nobody does."""
    found = commander(incident, plan)
    if not (found.acting and found.name and naming.shown):
        return ""
    return _tr("Wall", "acting: {name}").format(name=found.name)


def derive_zones(
    incident: Incident, plan: Plan | None, site: Site, naming: Naming, reader: QtReader
) -> WallZones:
    del naming  # nobody is named here
    rows = [row for row in zones(incident, plan, site) if row.in_hand]
    return WallZones(
        title=_tr("Wall", "Zones"),
        rows=tuple(
            WallZone(key=row.key, title=reader.text(row.name), about=out_of(row),
                     chip=zone_state(row), chip_brief=_brief_state(row),
                     severity=zone_severity(row))
            for row in rows
        ),
        empty=_tr("Wall", "none cordoned, none evacuated"),
        empty_brief=_tr("Wall", "none in hand"),
    )  # fmt: skip


def _brief_state(row: ZoneRow) -> str:
    """Of a zone that is cordoned and evacuated only how far that has come."""
    match row.evacuation:
        case Evacuation.CLEAR:
            return zone_state(row)
        case Evacuation.CONFIRMED:
            return _tr("Wall", "confirmed")
        case _:
            return evacuation_word(row.evacuation)


def derive_latest(
    incident: Incident, naming: Naming, reader: QtReader, now: datetime
) -> WallLatest:
    """What was told last stands first, whenever it happened; of another day it says which."""
    last = nlargest(ENTRIES, incident.timeline, key=attrgetter("id"))
    return WallLatest(
        title=_tr("Wall", "Latest"),
        entries=tuple(_entry(entry, incident, naming, reader, now) for entry in last),
    )


def _entry(
    entry: Entry, incident: Incident, naming: Naming, reader: QtReader, now: datetime
) -> WallEntry:
    struck = incident.fold.correction_of(entry.id) is not None
    mark, time = "", reader.time(entry.at)
    text = naming.struck(entry.fact) if struck else naming.told(entry.fact)
    if not reader.is_today(entry.at, now):
        time, text = reader.date(entry.at), f"{time} {text}"
    if entry.typed_at - entry.at > WRITTEN_LATE:
        mark = _tr("Wall", "written {time}").format(time=reader.near(entry.typed_at, now))
    return WallEntry(
        key=entry.id, time=time, text=text, mark=mark,
        struck=struck,
    )  # fmt: skip


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """All deadlines of an incident, the earliest first, and which alarms nobody has seen."""

    duties: tuple[Duty, ...] = ()
    unseen: frozenset[str] = frozenset()


def derive_owed(incident: Incident, plan: Plan | None, naming: Naming) -> Owed:
    """Where the staff are not named, who is missing is told by role or group."""
    found = duties(incident, plan)
    unseen = frozenset(duty.alarm for duty in found if not _is_seen(incident, duty))
    if not naming.shown:
        found = [msgspec.structs.replace(duty, about=_unnamed(duty, naming)) for duty in found]
    return Owed(duties=tuple(found), unseen=unseen)


def _is_seen(incident: Incident, duty: Duty) -> bool:
    seen = incident.alarm(duty.alarm)
    return seen.seen_at is not None and seen.covers(duty.due)


def _unnamed(duty: Duty, naming: Naming) -> Text:
    about = duty.about
    return Text(en=naming.said(about.en), zh=naming.said(about.zh))


def derive_alarms(owed: Owed, now: datetime, reader: QtReader) -> WallAlarms:
    """What nobody has seen is named first; without anything overdue, what is due next."""
    found = list(owed.duties)
    late = overdue(found, now)
    if not late:
        coming = next_due(found, now)
        line = _tr("Wall", "next: {about}, {time}")
        told = (line.format(about=reader.text(coming.about), time=reader.near(coming.due, now)),) \
            if coming else ()  # fmt: skip
        return WallAlarms(title=_tr("Wall", "Nothing overdue"), told=told)
    unseen = [duty for duty in late if duty.alarm in owed.unseen]
    seen = [duty for duty in late if duty.alarm not in owed.unseen]
    named = (unseen + seen)[:NAMED]
    return WallAlarms(
        title=late_words(len(late)), told=tuple(alarm_line(duty, now, reader) for duty in named),
        severity=Severity.OVERDUE if unseen else Severity.SOON, late=len(late),
    )  # fmt: skip


def late_words(late: int) -> str:
    return _tr("Wall", "{count} overdue").format(count=late)


def few_late_words(late: int) -> str:
    """Where there is little room."""
    return _tr("Wall", "{count} late").format(count=late)


def derive_duties(
    owed: Owed, reader: QtReader, starts: dict[str, datetime]
) -> tuple[WallDuty, ...]:
    """`starts` says when each who is awaited was called."""
    return tuple(_duties(owed, reader, starts))


def _duties(owed: Owed, reader: QtReader, starts: dict[str, datetime]) -> Iterator[WallDuty]:
    for duty in owed.duties:
        yield WallDuty(
            key=duty.alarm, about=reader.text(duty.about), late_word=kind_word(duty.kind),
            due=duty.due, start=starts.get(duty.alarm),
        )  # fmt: skip
