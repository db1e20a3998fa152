"""What an event of a scripted drill records, in the language and by the names of a station."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TypeAlias, assert_never

import msgspec

from app.models import drill as d
from app.models import facts as f
from app.models.text import Text


class Cast(msgspec.Struct, frozen=True, kw_only=True):
    """The station's side of a script: its language, names by person, entry ids by event key."""

    language: str
    names: Mapping[str, str]
    entries: Mapping[str, str] = {}

    def name(self, person: str) -> str:
        return self.names.get(person, person)

    def words(self, text: Text | None) -> str:
        return text.in_language(self.language) if text else ""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """`at` is when it happened, `author` the name of who says so."""

    at: datetime
    author: str
    fact: f.KnownFact


def scripted(drill: d.Drill) -> f.DrillScripted | None:
    """What a drill of this file begins with; None without injects."""
    if not drill.injects:
        return None
    return f.DrillScripted(script=drill.key, title=drill.title, injects=drill.injects)


def tell(drill: d.Drill, event: d.DrillEvent, cast: Cast, *, now: datetime) -> Told | None:
    """What `event` records when it is told `now`.

    None for a `Call`, which is a command (its deadline comes from the plan), and for a
    correction of a note that has no entry.
    """
    fact = _fact(event, cast, now)
    if fact is None:
        return None
    return Told(at=now - event.ago, author=cast.name(event.by or drill.recorder), fact=fact)


def _fact(event: d.DrillEvent, cast: Cast, now: datetime) -> f.KnownFact | None:
    match event:
        case d.Call():
            return None
        case d.Correction():
            return _correction(event, cast)
        case d.Cordoned() | d.Evacuating() | d.Empty() | d.Confirmed() | d.Released():
            return _of_zone(event, cast)
        case d.PartConfirmed() | d.OutCounted() | d.AssemblyCounted() | d.EntranceSet():
            return _of_evacuation(event, cast)
        case d.Notified() | d.ServiceCalled() | d.ServiceArrived() | d.ServiceLeft():
            return _outside(event, cast)
        case d.PeopleCounted() | d.LevelSet() | d.Note() | d.DeclaredOver():
            return _of_course(event, cast)
        case d.TaskDone(task=task):
            return f.TaskDone(task=task)
        case d.TaskSkipped(task=task, reason=reason):
            return f.TaskSkipped(task=task, reason=cast.words(reason))
        case d.CommandTaken() | d.CommandHandedOver() | d.PostTaken() | d.PostLeft():
            return _of_standing(event, cast)
        case _:
            return _of_person(event, cast, now)


def _of_course(
    event: d.PeopleCounted | d.LevelSet | d.Note | d.DeclaredOver, cast: Cast
) -> f.KnownFact:
    match event:
        case d.PeopleCounted(count=count):
            return f.Amended(people=count)
        case d.LevelSet(level=level, reason=reason, decided_by=by):
            decider = cast.name(by) if by else ""
            return f.LevelSet(level=level, reason=cast.words(reason), decided_by=decider)
        case d.Note(text=text):
            return f.Note(text=cast.words(text))
        case d.DeclaredOver(reason=reason):
            return f.DeclaredOver(reason=cast.words(reason))
        case _:
            assert_never(event)


_OfPerson: TypeAlias = (
    d.Acknowledged | d.OnTheWay | d.NoAnswer | d.Arrived | d.Excused | d.StoodDown
)
_Standing: TypeAlias = d.CommandTaken | d.CommandHandedOver | d.PostTaken | d.PostLeft


def _of_person(event: _OfPerson, cast: Cast, now: datetime) -> f.KnownFact:
    match event:
        case d.Acknowledged(who=who):
            return f.Acknowledged(who=who)
        case d.OnTheWay(who=who, eta=eta):
            return f.OnTheWay(who=who, eta=now + eta if eta is not None else None)
        case d.NoAnswer(who=who):
            return f.NoAnswer(who=who)
        case d.Arrived(who=who, scan=scan):
            by = f.ArrivedBy.BADGE if scan else f.ArrivedBy.HAND
            return f.Arrived(who=who, name=cast.name(who), by=by)
        case d.Excused(who=who, reason=reason):
            return f.Excused(who=who, reason=cast.words(reason))
        case d.StoodDown(who=who):
            return f.StoodDown(who=who)
        case _:
            assert_never(event)


def _of_standing(event: _Standing, cast: Cast) -> f.KnownFact:
    """Who stands where: command and posts."""
    match event:
        case d.CommandTaken(who=who):
            return f.CommandTaken(who=who, name=cast.name(who))
        case d.CommandHandedOver(who=who):
            return f.CommandHandedOver(who=who, name=cast.name(who))
        case d.PostTaken(post=post, who=who):
            return f.PostTaken(post=post, who=who, name=cast.name(who))
        case d.PostLeft(post=post, who=who):
            return f.PostLeft(post=post, who=who)
        case _:
            assert_never(event)


def _of_zone(
    event: d.Cordoned | d.Evacuating | d.Empty | d.Confirmed | d.Released, cast: Cast
) -> f.KnownFact:
    match event:
        case d.Cordoned(zone=zone, line=line, guards=guards):
            return f.ZoneCordoned(zone=zone, line=line, guards=guards or None)
        case d.Evacuating(zone=zone, expected=expected):
            return f.ZoneEvacuating(zone=zone, expected=expected)
        case d.Empty(zone=zone):
            return f.ZoneEmpty(zone=zone)
        case d.Confirmed(zone=zone, who=who):
            return f.ZoneConfirmed(zone=zone, by=cast.name(who))
        case d.Released(zone=zone):
            return f.ZoneReleased(zone=zone)
        case _:
            assert_never(event)


def _of_evacuation(
    event: d.PartConfirmed | d.OutCounted | d.AssemblyCounted | d.EntranceSet, cast: Cast
) -> f.KnownFact:
    match event:
        case d.PartConfirmed(zone=zone, part=part, who=who):
            return f.PartConfirmed(zone=zone, part=part, by=cast.name(who))
        case d.OutCounted(zone=zone, count=count):
            return f.OutCounted(zone=zone, count=count)
        case d.AssemblyCounted(point=point, count=count):
            return f.AssemblyCounted(point=point, count=count)
        case d.EntranceSet(entrance=entrance, open=is_open):
            return f.EntranceSet(entrance=entrance, open=is_open)
        case _:
            assert_never(event)


def _outside(
    event: d.Notified | d.ServiceCalled | d.ServiceArrived | d.ServiceLeft, cast: Cast
) -> f.KnownFact:
    match event:
        case d.Notified(target=target, told=told, said=said):
            return f.Notified(target=target, told=told, said=cast.words(said))
        case d.ServiceCalled(service=service, said=said, caller=caller):
            by = cast.name(caller)
            return f.ServiceCalled(service=service, said=cast.words(said), called_by=by)
        case d.ServiceArrived(service=service, units=units):
            return f.ServiceArrived(service=service, units=cast.words(units))
        case d.ServiceLeft(service=service):
            return f.ServiceLeft(service=service)
        case _:
            assert_never(event)


def _correction(event: d.Correction, cast: Cast) -> f.Corrected | None:
    entry = cast.entries.get(event.of)
    if entry is None:
        return None
    note = f.Note(text=cast.words(event.text)) if event.text else None
    return f.Corrected(entry=entry, reason=cast.words(event.reason), fact=f.raw_fact(note))
