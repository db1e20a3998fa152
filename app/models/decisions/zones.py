"""Zones: cordoned and lifted, evacuated part by part, counted out, confirmed, released."""

from __future__ import annotations

from typing import TypeAlias

from app.models import facts as f
from app.models.command import Refusal
from app.models.decisions.case import Case, Decided, Decision
from app.models.refusals import refuse
from app.models.text import Text, listed
from app.models.zone_states import Evacuation, ZoneValue
from app.models.zones import known_zone

_ZoneFact: TypeAlias = (
    f.ZoneCordoned | f.CordonLifted | f.ZoneEvacuating | f.ZoneEmpty | f.ZoneConfirmed
    | f.ZoneReleased | f.PartConfirmed | f.OutCounted
)  # fmt: skip


def _zone(case: Case, fact: _ZoneFact) -> Decided:
    name = case.zone_name(fact.zone)
    if name is None:
        return refuse("unknown_zone", zone=fact.zone)
    value = case.then.zone(fact.zone)
    match fact:
        case f.ZoneCordoned():
            return _cordon(case, fact, value, name)
        case f.CordonLifted() if value.cordoned_at is None:
            return refuse("not_cordoned", zone=name)
        case f.ZoneEvacuating(expected=expected) if value.evacuation is Evacuation.EVACUATING:
            known = expected in (None, value.expected)
            return refuse("zone_same", zone=name) if known else [fact]
        case f.ZoneEmpty() if value.evacuation in (Evacuation.EMPTY, Evacuation.CONFIRMED):
            return refuse("zone_same", zone=name)
        case f.ZoneConfirmed():
            return _confirm(case, fact, value, name)
        case f.PartConfirmed():
            return _confirm_part(case, fact, value, name)
        case f.OutCounted():
            return _count_out(fact, value, name)
        case f.ZoneReleased() if not value.in_hand:
            return refuse("zone_free", zone=name)
        case _:
            return [fact]


def _cordon(case: Case, fact: f.ZoneCordoned, value: ZoneValue, name: Text) -> Decided:
    """Said again, it says something else: where the line runs, who stands on it."""
    for who in fact.guards or ():
        if case.site.person(who) is None and not case.incident.call_out(who).name:
            return refuse("unknown_person", who=who)
    guards = value.guards if fact.guards is None else fact.guards
    if value.cordoned_at and (fact.line or value.line, guards) == (value.line, value.guards):
        return refuse("zone_cordoned", zone=name, at=value.cordoned_at)
    return [fact]


def _confirm(case: Case, fact: f.ZoneConfirmed, value: ZoneValue, name: Text) -> Decided:
    """With every part looked through, it was empty: that need not be said apart."""
    parts = known_zone(case.plan, case.site, fact.zone).parts
    missing = [text for key, text in parts if value.looked_through(key) is None]
    confirmed = f.ZoneConfirmed(zone=fact.zone, by=fact.by or case.author)
    if value.evacuation is Evacuation.CONFIRMED:
        return refuse("zone_same", zone=name)
    if missing and value.evacuation is not Evacuation.CLEAR:
        return refuse("parts_unconfirmed", zone=name, parts=listed(missing))
    if value.evacuation is Evacuation.EMPTY:
        return [confirmed]
    if parts and value.evacuation is Evacuation.EVACUATING:
        return [f.ZoneEmpty(zone=fact.zone), confirmed]
    return refuse("zone_not_empty", zone=name)


def _confirm_part(case: Case, fact: f.PartConfirmed, value: ZoneValue, name: Text) -> Decided:
    parts = known_zone(case.plan, case.site, fact.zone).parts
    part = dict(parts).get(fact.part)
    if part is None:
        return _unknown_part(fact, parts, name)
    if value.evacuation is Evacuation.CLEAR:
        return refuse("zone_not_evacuated", zone=name)
    seen = value.looked_through(fact.part)
    if seen:
        return refuse("part_confirmed", part=part, zone=name, at=seen.at, by=seen.by)
    return [f.PartConfirmed(zone=fact.zone, part=fact.part, by=fact.by or case.author)]


def _unknown_part(
    fact: f.PartConfirmed, parts: tuple[tuple[str, Text], ...], name: Text
) -> Refusal:
    if not parts:
        return refuse("no_parts", zone=name)
    return refuse(
        "unknown_part", zone=name, part=fact.part, parts=listed([text for _, text in parts])
    )


def _count_out(fact: f.OutCounted, value: ZoneValue, name: Text) -> Decided:
    """Those who have come out so far: it rises, or somebody miscounted."""
    if value.evacuation is Evacuation.CLEAR:
        return refuse("zone_not_evacuated", zone=name)
    if value.out == fact.count:
        return refuse("unchanged")
    if value.out is not None and fact.count < value.out:
        return refuse("count_fell", zone=name, count=value.out)
    return [fact]


DECISIONS: dict[type, Decision] = {
    f.ZoneCordoned: _zone,
    f.CordonLifted: _zone,
    f.ZoneEvacuating: _zone,
    f.ZoneEmpty: _zone,
    f.ZoneConfirmed: _zone,
    f.ZoneReleased: _zone,
    f.PartConfirmed: _zone,
    f.OutCounted: _zone,
}
