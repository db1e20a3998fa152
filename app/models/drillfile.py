"""Drill files: from YAML text to a script that fits its plan and its site, or to all problems."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

from ruamel.yaml.nodes import MappingNode

from app.models import drill as d
from app.models.duration import write_clock
from app.models.facts import PlaceSort
from app.models.keycheck import doubled, undefined
from app.models.levels import Level
from app.models.plan import Plan, Sign
from app.models.problem import Finding, Reading, say
from app.models.script import ABOUT, Expected, Inject
from app.models.sitefile import SiteFile
from app.models.text import QT_TRANSLATE_NOOP
from app.models.yamlread import read_document
from app.models.yamltext import compose

_BROKEN = ("events#", "events#.at", "events#.ago", "events#.kind", "events#.zone")
"""Where a broken field leaves the course of events unknown."""


def plan_named(text: str, *, file: str) -> str:
    """The key of the plan that a drill file is for; empty where none can be read."""
    root = compose(text, file=file)
    if not isinstance(root, MappingNode):
        return ""
    return next((str(v.value) for k, v in root.value if k.value == "plan"), "")


def read_drill(text: str, *, file: str, plan: Plan, site: SiteFile | None) -> Reading[d.Drill]:
    """All that it names must be known to the plan, and what events name to the site too.

    Injects need no site; None is for a site that is not known here.
    """
    return read_document(text, d.Drill, partial(_check, plan=plan, site=site), file=file)


def _check(drill: d.Drill, *, plan: Plan, site: SiteFile | None) -> Iterator[Finding]:
    yield from undefined("plan", drill.plan, [plan.key], ())
    yield from _level("opening.level", drill.opening.level, plan)
    phases = [phase.key for phase in plan.phases]
    yield from undefined("opening.phase", drill.opening.phase, phases, ())
    yield from _played_somehow(drill)
    yield from _injects(drill, plan)
    if drill.site:
        yield from _story(drill, plan=plan, site=site)


def _played_somehow(drill: d.Drill) -> Iterator[Finding]:
    if not drill.injects and not drill.events:
        words = QT_TRANSLATE_NOOP("PlanFile", "nothing happens; add injects, or events, or both")
        yield Finding(field="injects", message=say(words), needs=("injects", "events"))
    for field in ("site", "recorder"):
        if drill.events and not getattr(drill, field):
            words = QT_TRANSLATE_NOOP("PlanFile", "missing; events need “{field}: …”")
            yield Finding(field=field, message=say(words, field=field))


def _injects(drill: d.Drill, plan: Plan) -> Iterator[Finding]:
    yield from doubled("injects", (inject.key for inject in drill.injects), "key")
    yield from _order("injects", drill.injects)
    about = _about(plan)
    for number, inject in enumerate(drill.injects, 1):
        for nth, expected in enumerate(inject.expect, 1):
            yield from _expected(f"injects[{number}].expect[{nth}]", expected, about)


def _expected(
    place: str, expected: Expected, about: Mapping[str, Collection[str]]
) -> Iterator[Finding]:
    if expected.kind in ABOUT:
        yield from undefined(f"{place}.of", expected.of, about[ABOUT[expected.kind]], ())
    elif expected.of:
        words = QT_TRANSLATE_NOOP("PlanFile", "“{kind}” takes no “of”; leave it out")
        kind = expected.kind.value
        yield Finding(field=f"{place}.of", message=say(words, kind=kind), needs=(f"{place}.kind",))


def _about(plan: Plan) -> Mapping[str, Collection[str]]:
    """What of the plan an answer may be about."""
    services = [service.number for service in plan.services]
    return {
        "sign": [sign.value for sign in Sign if not sign.is_counted],
        "level": [step.level.numeral for step in plan.levels],
        "phase": [phase.key for phase in plan.phases],
        "role": [role.key for role in plan.roles],
        "task": [task.key for task in plan.tasks],
        "target": [told.key for told in plan.notifications],
        "service": [*services, *(key for rule in plan.rules for key in rule.services)],
        "zone": [zone.key for zone in plan.zones],
    }


def _story(drill: d.Drill, *, plan: Plan, site: SiteFile | None) -> Iterator[Finding]:
    if site is None:
        return
    yield from undefined("site", drill.site, [site.key], ())
    known = _known(plan, site)
    yield from undefined("recorder", drill.recorder, known["by"], ())
    for number, event in enumerate(drill.events, 1):
        for field, keys in known.items():
            written = getattr(event, field, "")
            yield from undefined(f"events[{number}].{field}", written, keys, ())
        if isinstance(event, d.LevelSet):
            yield from _level(f"events[{number}].level", event.level, plan)
    yield from doubled("events", (event.key for event in drill.events), "key")
    yield from _order("events", drill.events)
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


def _level(field: str, level: Level, plan: Plan) -> Iterator[Finding]:
    if plan.step(level) is None:
        words = QT_TRANSLATE_NOOP("PlanFile", "the plan has no level {level}")
        yield Finding(field=field, message=say(words, level=level.numeral))


def _order(place: str, told: Sequence[d.DrillEvent] | Sequence[Inject]) -> Iterator[Finding]:
    for number, (before, event) in enumerate(pairwise(told), 2):
        if event.at < before.at:
            words = QT_TRANSLATE_NOOP("PlanFile", "{at} after {before}; put them in order of time")
            message = say(words, at=write_clock(event.at), before=write_clock(before.at))
            needs = _BROKEN if place == "events" else ("injects#", "injects#.at")
            yield Finding(field=f"{place}[{number}].at", message=message, needs=needs)


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
