"""Hypothesis strategies: facts of every kind, entries that interfere, commands, small plans."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_args, get_origin

import msgspec
from hypothesis import strategies as st

from app.models import facts as f
from app.models.command import BeginRollCall, Call, Command, Open, PublishPlan, Scan
from app.models.entry import Entry
from app.models.facts import AnyFact, Corrected, KnownFact, Unknown, raw_fact
from app.models.levels import Level
from app.models.plan import Plan, Sign
from app.models.script import Answering, Expected, Inject
from app.models.text import Text
from tests.builders import BEGIN, PLAN, SECOND, entry_id
from tests.models.plans import plans as plans

KINDS: tuple[type[KnownFact], ...] = get_args(KnownFact)
INCIDENT_KINDS = tuple(kind for kind in KINDS if kind.__module__ != f.PersonSet.__module__)

words = st.text(max_size=12)
moments = st.datetimes(
    min_value=datetime(1971, 1, 1), max_value=datetime(9998, 1, 1), timezones=st.just(UTC)  # noqa: DTZ001  hypothesis adds the zone
)  # fmt: skip
offsets = st.sampled_from([UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-3.5))])
zoned = st.builds(lambda moment, zone: moment.astimezone(zone), moments, offsets)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
raws = json_values.map(lambda value: msgspec.Raw(msgspec.json.encode(value)))

_durations = st.integers(0, 5_000).map(lambda seconds: timedelta(seconds=seconds))
_texts = st.builds(Text, words, words)
_expected = st.builds(Expected, kind=st.sampled_from(Answering), of=words)
injects = st.builds(
    Inject, key=words, at=_durations, text=_texts, leader=st.none() | _texts,
    expect=st.lists(_expected, max_size=2).map(tuple), within=st.none() | _durations,
)  # fmt: skip

_BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    str: words,
    int: st.integers(-(2**62), 2**62),
    bool: st.booleans(),
    Level: st.sampled_from(Level),
    Text: st.builds(Text, words, words),
    Sign: st.sampled_from(Sign),
    f.PlaceSort: st.sampled_from(f.PlaceSort),
    f.ArrivedBy: st.sampled_from(f.ArrivedBy),
    f.Moment: zoned,
    Plan: plans(),
    Inject: injects,
    msgspec.Raw: raws,
}


def facts_of(kind: type[KnownFact]) -> st.SearchStrategy[KnownFact]:
    """Any fact of a kind, sensible or not; optional fields are there or left out."""
    needed: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for field in msgspec.structs.fields(kind):
        strategy = _strategy(field.type)
        (needed if field.required else optional)[field.name] = strategy
    given = st.fixed_dictionaries(needed, optional=optional)
    return given.map(lambda fields: kind(**fields))


def _strategy(annotation: Any) -> st.SearchStrategy[Any]:
    if annotation in _BY_TYPE:
        return _BY_TYPE[annotation]
    if annotation is type(None):
        return st.none()
    parts = get_args(annotation)
    if get_origin(annotation) is not tuple:
        return st.one_of([_strategy(part) for part in parts])
    if parts[-1] is ...:
        return st.lists(_strategy(parts[0]), max_size=3).map(tuple)
    return st.tuples(*map(_strategy, parts))


all_facts = st.sampled_from(KINDS).flatmap(facts_of)
unknown_facts = st.builds(
    Unknown,
    kind=st.sampled_from(["hologram_shown", "note", "arrived", ""]),
    data=json_values.map(lambda value: msgspec.json.encode({"kind": value}).decode()),
)

# Few subjects and few minutes, so that entries interfere ---------------------------------------

people = st.sampled_from(["chen", "zhao", "li", "xu", "role:driver", "nobody"])
seconds = st.integers(0, 40)
minutes = seconds.map(lambda n: BEGIN + n * 15 * SECOND)
_reasons = st.sampled_from(["because", ""])
_tasks = st.sampled_from(["speak", "lead_in", "repair", "own"])
_zones = st.sampled_from(["gate", "lobby"])
_posts = st.sampled_from(["P1", "P2"])
_targets = st.sampled_from(["manager", "leaders", "other"])
_services = st.sampled_from(["110", "120"])

_SMALL: dict[str, st.SearchStrategy[Any]] = {
    "who": people, "name": st.sampled_from(["", "Somebody"]), "task": _tasks, "zone": _zones,
    "roll": st.sampled_from(["1", "2"]), "inject": st.sampled_from(["fire", "own", "x"]),
    "injects": st.just((Inject(key="fire", at=timedelta(0), text=Text("Fire", "火")),)),
    "post": _posts, "target": _targets, "service": _services, "due": minutes, "eta": minutes,
    "at": st.none() | minutes, "level": st.sampled_from(Level), "people": st.integers(0, 60),
    "expected": st.none() | st.integers(0, 9), "reason": _reasons,
    "role": st.sampled_from(["guard", "engineer", "commander"]), "text": st.just("so it is"),
    "title": st.sampled_from(["Crowd", "Fire"]), "place": st.sampled_from(["Gate", "Lobby"]),
    "plan": st.just("small@000000000000"),
}  # fmt: skip


_in_both_languages = st.sampled_from([Text("So it is", "如此"), Text("", "")])


def small_facts(kind: type[KnownFact]) -> st.SearchStrategy[KnownFact]:
    """Facts of a kind about the few people and places of `tests.builders`."""
    given = {
        field.name: _in_both_languages
        if field.type is Text
        else _SMALL.get(field.name, st.just("x") if field.type is str else _strategy(field.type))
        for field in msgspec.structs.fields(kind)
    }
    return st.builds(kind, **given)


_plain = st.sampled_from([kind for kind in INCIDENT_KINDS if kind is not Corrected])
plain_facts: st.SearchStrategy[KnownFact] = _plain.flatmap(small_facts)
"""Of an incident; no corrections."""


@st.composite
def corrections(draw: st.DrawFn, ids: Sequence[str]) -> Corrected:
    """Of any entry with one of these ids, by any fact or none, believable or not."""
    fact = draw(st.none() | plain_facts | st.builds(Corrected, entry=st.just(ids[0]),
                                                    reason=st.just("")))  # fmt: skip
    raw = draw(raws) if draw(st.integers(0, 9)) == 0 else raw_fact(fact)
    return Corrected(
        entry=draw(st.sampled_from(ids)), reason="wrong", fact=raw,
        at=draw(st.none() | minutes),
    )  # fmt: skip


@st.composite
def entries(draw: st.DrawFn, most: int = 25) -> list[Entry]:
    """Entries of one incident in any order, corrections and unknown kinds among them."""
    size = draw(st.integers(0, most))
    ids = [entry_id(BEGIN, number) for number in range(size + 1)]
    facts: st.SearchStrategy[AnyFact] = st.one_of(
        plain_facts, plain_facts, plain_facts, corrections(ids), unknown_facts
    )
    return draw(st.permutations([
        Entry(id=ids[number], stream="one", at=draw(minutes), author="A", station="S",
              fact=draw(facts))
        for number in range(size)
    ]))  # fmt: skip


@st.composite
def incidents(draw: st.DrawFn, most: int = 25) -> list[Entry]:
    """As `entries`, after an opening."""
    opening = Entry(
        id=entry_id(BEGIN, 999), stream="one", at=BEGIN - SECOND, author="A", station="S",
        fact=draw(small_facts(f.Opened)),
    )  # fmt: skip
    return [opening, *draw(entries(most))]


calls = st.builds(
    Call, who=st.lists(people, max_size=2).map(tuple), everyone=st.booleans(),
    group=st.sampled_from(["", "order", "logistics"]),
    role=st.sampled_from(["", "guard", "driver"]),
)  # fmt: skip
scans = st.builds(Scan, text=st.sampled_from(["B1", "B3", "li", "Xu Qiang", "x", ""]))
openings = st.builds(
    Open, plan=st.sampled_from(["small", "other"]), title=st.just("Crowd"),
    place=st.sampled_from(["Gate", ""]), level=st.sampled_from(Level),
)  # fmt: skip
commands: st.SearchStrategy[Command] = st.one_of(
    plain_facts, calls, scans, openings, st.builds(BeginRollCall),
    st.builds(PublishPlan, document=st.just(PLAN)),
)  # fmt: skip
"""Anything that a person may ask for, but corrections: these need the ids of entries."""
