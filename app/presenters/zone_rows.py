"""How zones, their parts, entrances and assembly points read: state in words, and in detail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.models.siteplan import Assembly, Entrance
from app.models.text import Text
from app.models.zone_states import Evacuation
from app.models.zones import PartRow, ZoneRow
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.rows import Row
from app.presenters.words import about, evacuation_word, listing
from app.presenters.zone_actions import PART, entrance_step, step_word, steps

_tr = QCoreApplication.translate

PART_ROW, ENTRANCE_ROW, ASSEMBLY_ROW, POST_ROW = "part:", "entrance:", "assembly:", "post:"
STAFF_ROW = "staff:"
SORTS = (PART_ROW, ENTRANCE_ROW, ASSEMBLY_ROW, POST_ROW, STAFF_ROW)
"""What the keys of rows begin with that are not a zone's."""


def zone_row(row: ZoneRow, reader: QtReader) -> Row:
    name, first = reader.text(row.name), steps(row)[0]
    return Row(
        key=row.key,
        title=name,
        bold=len(name) if row.in_hand else 0,
        subtitle=" • ".join(zone_detail(row, reader)),
        chip=zone_state(row),
        chip_severity=zone_severity(row),
        quiet=not row.in_hand,
        action=first,
        action_text=step_word(first, row, reader),
    )


def zone_state(row: ZoneRow) -> str:
    words = [_tr("Zones", "cordoned")] if row.cordoned_at else []
    if row.evacuation is not Evacuation.CLEAR:
        words.append(evacuation_word(row.evacuation))
    return " • ".join(words) or _tr("Zones", "open")


def zone_severity(row: ZoneRow) -> Severity:
    match row.evacuation:
        case Evacuation.EVACUATING | Evacuation.EMPTY:
            return Severity.SOON
        case Evacuation.CONFIRMED:
            return Severity.GOOD
        case Evacuation.CLEAR:
            return Severity.OVERDUE if row.cordoned_at else Severity.PLAIN
        case _:
            assert_never(row.evacuation)


def zone_detail(row: ZoneRow, reader: QtReader) -> list[str]:
    said = [out_of(row)] if out_of(row) else []
    if row.parts and row.evacuation in (Evacuation.EVACUATING, Evacuation.EMPTY):
        done = len(row.parts) - len(row.unconfirmed)
        parts = _tr("Zones", "{done} of {all} parts confirmed")
        said.append(parts.format(done=done, all=len(row.parts)))
    if row.evacuation_at and row.evacuation is Evacuation.CONFIRMED:
        template = _tr("Zones", "confirmed {time} by {by}")
        said.append(template.format(time=reader.time(row.evacuation_at), by=row.confirmed_by))
    elif row.evacuation_at:
        said.append(reader.time(row.evacuation_at))
    return [*said, *_cordon_detail(row, reader), *_post_detail(row)]


def out_of(row: ZoneRow) -> str:
    """People counted out, against those expected."""
    if row.evacuation is Evacuation.CLEAR or (row.out is None and row.expected is None):
        return ""
    if row.expected is None:
        return _tr("Zones", "{count} out").format(count=row.out)
    if row.out is None:
        return _tr("Zones", "{count} expected out").format(count=row.expected)
    return _tr("Zones", "{count} of {expected} out").format(count=row.out, expected=row.expected)


def part_row(zone: ZoneRow, part: PartRow, reader: QtReader) -> Row:
    """A tick box: ticked once somebody has looked."""
    said = ""
    if part.confirmed_at:
        template = _tr("Zones", "confirmed {time} by {by}")
        said = template.format(time=reader.time(part.confirmed_at), by=part.confirmed_by)
    return Row(
        key=f"{PART_ROW}{zone.key}/{part.key}",
        title=f"{reader.text(zone.name)} • {reader.text(part.name)}",
        subtitle=said or _tr("Zones", "not confirmed yet"),
        chip=evacuation_word(Evacuation.CONFIRMED) if said else "",
        chip_severity=Severity.GOOD,
        quiet=bool(said),
        ended=bool(said),
        checked=bool(said),
        action="" if said else PART + part.key,
        action_text=_tr("Zones", "Confirm empty"),
    )


def entrance_row(entrance: Entrance, reader: QtReader) -> Row:
    action, word = entrance_step(entrance)
    said = reader.time(entrance.said) if entrance.said else ""
    return Row(
        key=ENTRANCE_ROW + entrance.key,
        title=reader.text(entrance.name),
        subtitle=" • ".join(filter(None, (_tr("Zones", "Entrance"), said))),
        chip=entrance_state(entrance),
        chip_severity=Severity.PLAIN if entrance.open else Severity.OVERDUE,
        quiet=entrance.said is None,
        action=action,
        action_text=word,
    )


def entrance_state(entrance: Entrance) -> str:
    return _tr("Zones", "open") if entrance.open else _tr("Zones", "shut")


def assembly_row(assembly: Assembly, reader: QtReader) -> Row:
    name, counted = reader.text(assembly.name), assembly_count(assembly)
    return Row(
        key=ASSEMBLY_ROW + assembly.key,
        title=name,
        bold=len(name) if counted else 0,
        subtitle=_tr("Zones", "Assembly point"),
        chip=counted,
        chip_severity=assembly_severity(assembly),
        quiet=not counted,
        action="count",
        action_text=_tr("Zones", "Count…"),
    )


def assembly_count(assembly: Assembly) -> str:
    """How many are there, of how many; empty while nobody is counted or expected."""
    if assembly.count is None and assembly.expected is None:
        return ""
    there = "–" if assembly.count is None else str(assembly.count)
    return there if assembly.expected is None else f"{there} / {assembly.expected}"


def assembly_severity(assembly: Assembly) -> Severity:
    if assembly.expected is None:
        return Severity.PLAIN
    return Severity.GOOD if (assembly.count or 0) >= assembly.expected else Severity.SOON


def staff_row(missing: tuple[Text, ...], reader: QtReader) -> Row:
    if not missing:
        title, said = _tr("Zones", "All staff on site are accounted for"), ""
    else:
        title = _tr("Zones", "{count} of the staff unaccounted for").format(count=len(missing))
        said = listing(map(reader.text, missing))
    return Row(
        key=STAFF_ROW,
        title=title,
        bold=len(title),
        subtitle=said or _tr("Zones", "since the evacuation began"),
        chip=_tr("Zones", "roll call") if missing else _tr("Zones", "complete"),
        chip_severity=Severity.OVERDUE if missing else Severity.GOOD,
    )


def _cordon_detail(row: ZoneRow, reader: QtReader) -> Iterator[str]:
    if row.cordoned_at:
        yield _tr("Zones", "cordoned {time}").format(time=reader.time(row.cordoned_at))
        if row.line:
            yield reader.word(row.line)
        if row.guards:
            template = _tr("Zones", "on the line: {guards}")
            yield template.format(guards=listing(row.guards))
    elif row.lifted_at:
        yield _tr("Zones", "cordon lifted {time}").format(time=reader.time(row.lifted_at))


def _post_detail(row: ZoneRow) -> Iterator[str]:
    yield from (about(post.key, post.name) for post in row.posts if post.name)
    free = [post.key for post in row.posts if not post.name]
    if row.in_hand and free:
        yield _tr("Zones", "post free: {posts}").format(posts=listing(free))
