"""Drill files: from YAML text to a script that fits its plan and its site, or to all problems."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from itertools import pairwise

from app.models import drill as d
from app.models.duration import write_clock
from app.models.facts import PlaceSort
from app.models.keycheck import doubled, undefined
from app.models.plan import Plan
from app.models.problem import Finding, Reading, say
from app.models.sitefile import SiteFile
from app.models.text import QT_TRANSLATE_NOOP
from app.models.yamlread import read_document

_BROKEN = ("events#", "events#.at", "events#.ago", "events#.kind", "events#.zone")
"""Where a broken field leaves the course of events unknown."""


def read_drill(text: str, *, file: str, plan: Plan, site: SiteFile) -> Reading[d.Drill]:
    """Every person, role, zone, post, task, notification and service must be known there."""
    return read_document(text, d.Drill, partial(_check, plan=plan, site=site), file=file)


def _check(drill: d.Drill, *, plan: Plan, site: SiteFile) -> Iterator[Finding]:
    yield from undefined("plan", drill.plan, [plan.key], ())
    yield from undefined("site", drill.site, [site.key], ())
    known = _known(plan, site)
    yield from undefined("recorder", drill.recorder, known["by"], ())
    for number, event in enumerate(drill.events, 1):
        for field, keys in known.items():
            written = getattr(event, field, "")
            yield from undefined(f"events[{number}].{field}", written, keys, ())
    yield from doubled("events", (event.key for event in drill.events), "key")
    yield from _levels(drill, plan)
    yield from _order(drill)
    yield from _corrections(drill)
    yield from _zones(drill)


def _known(plan: Plan, site: SiteFile) -> Mapping[str, Collection[str]]:
    """What each field of an event may name."""
    people = [person.key for person in site.people]
    return {
        "by": people,
        "who": people,
        "decided_by": people,
        "caller": people,
        "role": [role.key for role in plan.roles],
        "zone": [zone.key for zone in site.zones],
        "post": site.posts(),
        "point": site.places_of(PlaceSort.ASSEMBLY),
        "entrance": site.places_of(PlaceSort.ENTRANCE),
        "line": site.places_of(PlaceSort.LINE),
        "task": [task.key for task in plan.tasks],
        "target": [told.key for told in plan.notifications],
        "service": [service.number for service in plan.services],
    }


def _levels(drill: d.Drill, plan: Plan) -> Iterator[Finding]:
    set_levels = [("opening.level", drill.opening.level)] + [
        (f"events[{number}].level", event.level)
        for number, event in enumerate(drill.events, 1)
        if isinstance(event, d.LevelSet)
    ]
    for field, level in set_levels:
        if plan.step(level) is None:
            words = QT_TRANSLATE_NOOP("PlanFile", "the plan has no level {level}")
            yield Finding(field=field, message=say(words, level=level.numeral))


def _order(drill: d.Drill) -> Iterator[Finding]:
    for number, (before, event) in enumerate(pairwise(drill.events), 2):
        if event.at < before.at:
            words = QT_TRANSLATE_NOOP(
                "PlanFile", "{at} after {before}; put the events in order of time"
            )
            message = say(words, at=write_clock(event.at), before=write_clock(before.at))
            yield Finding(field=f"events[{number}].at", message=message, needs=_BROKEN)


def _corrections(drill: d.Drill) -> Iterator[Finding]:
    earlier: list[str] = []
    for number, event in enumerate(drill.events, 1):
        if isinstance(event, d.Correction):
            yield from undefined(f"events[{number}].of", event.of, earlier, ("events",))
        elif isinstance(event, d.Note):
            earlier.append(event.key)


def _zones(drill: d.Drill) -> Iterator[Finding]:
    """Somebody confirms a zone only once it is empty."""
    last: dict[str, object] = {}
    happened = sorted(enumerate(drill.events, 1), key=lambda pair: pair[1].at - pair[1].ago)
    for number, event in happened:
        if isinstance(event, d.Confirmed) and last.get(event.zone) is not d.Empty:
            words = QT_TRANSLATE_NOOP(
                "PlanFile", "confirmed but not empty; tell first that the zone is empty"
            )
            yield Finding(field=f"events[{number}].zone", message=say(words), needs=_BROKEN)
        if isinstance(event, d.Evacuating | d.Empty | d.Released):
            last[event.zone] = type(event)
