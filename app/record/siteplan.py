"""The site plan on paper: zones by pattern instead of colour, cordons, posts, gates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.models.facts import Point
from app.models.siteplan import DrawnZone, SitePlan, site_plan
from app.models.zone_states import Evacuation
from app.record.paper import Plan, PlanLine, PlanMark, PlanZone
from app.record.parts import at_its_fullest, zone_state
from app.record.reader import PaperReader
from app.record.source import Source
from app.record.words import evacuation_word


def plan_block(source: Source) -> Plan | None:
    """None where there is nothing to see."""
    incident, when = at_its_fullest(source)
    drawn = site_plan(incident, source.plan, source.site)
    if not drawn.is_drawn and not source.picture_file:
        return None
    reader, _tr = source.reader, source.reader.translate
    return Plan(
        picture=source.picture_file, alt=_tr("Record", "Site plan"),
        zones=tuple(_zone(zone, reader) for zone in drawn.zones if zone.shape),
        lines=tuple(PlanLine(points=line.points, stands=line.stands) for line in drawn.lines),
        marks=tuple(_marks(drawn)), legend=_legend(reader), key=_key(reader, when),
    )  # fmt: skip


def _zone(zone: DrawnZone, reader: PaperReader) -> PlanZone:
    row, name = zone.row, reader.text(zone.row.name)
    label = reader.about(name, zone_state(row, reader)) if row.in_hand else name
    return PlanZone(points=zone.shape, middle=middle(zone.shape), state=_state(zone), label=label)


def _state(zone: DrawnZone) -> str:
    """By the key of the template's patterns: what was cleared goes before what is cordoned."""
    row = zone.row
    if row.evacuation is not Evacuation.CLEAR:
        return str(row.evacuation.value)
    return "cordoned" if row.cordoned_at else "clear"


def middle(shape: Sequence[Point]) -> Point:
    """Of the box around it."""
    across, down = [x for x, _ in shape], [y for _, y in shape]
    return (min(across) + max(across)) // 2, (min(down) + max(down)) // 2


def _marks(drawn: SitePlan) -> list[PlanMark]:
    found = [
        PlanMark(point=post.point, sign="P", full=post.row.since is not None, round=True)
        for post in drawn.posts
    ]
    found += [
        PlanMark(point=gate.point, sign="E", full=not gate.open, round=False)
        for gate in drawn.entrances
        if gate.point
    ]
    return found + [
        PlanMark(point=place.point, sign="A", full=False, round=False)
        for place in drawn.assemblies
        if place.point
    ]


def _legend(reader: PaperReader) -> tuple[tuple[str, str], ...]:
    cordoned = ("cordoned", reader.translate("Record", "cordoned"))
    return (cordoned, *(
        (each.value, evacuation_word(each, reader))
        for each in Evacuation
        if each is not Evacuation.CLEAR
    ))  # fmt: skip


def _key(reader: PaperReader, when: datetime | None) -> str:
    said = reader.translate(
        "Record",
        "P post (filled: taken) · E entrance (filled: shut) · A assembly point · "
        "thick line: cordon",
    )
    as_of = reader.translate("Record", "As of {time}, when most was in hand")
    return f"{as_of.format(time=reader.time(when))} · {said}" if when else said
