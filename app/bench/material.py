"""Made-up entries for benches: the same every time."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from uuid_utils import uuid7

from app.models import facts as f
from app.models.entry import SITE, Entry, Wire, from_micros, to_micros
from app.models.levels import Level
from app.models.plan import Plan, reference
from app.models.text import Text
from app.store.bundled import bundled_plan

BEGIN = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def entry_id(moment: datetime, number: int) -> str:
    """A UUIDv7 of that moment; `number` keeps those of one moment apart and in order."""
    millis = to_micros(moment) // 1000
    text = f"{millis:012x}7{number >> 52 & 0xFFF:03x}8{number & (1 << 52) - 1:015x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def facts(
    count: int, *, plan: str = "office-crowd@000000000000", people: int = 200
) -> Iterator[f.KnownFact]:
    """An incident of `count` facts as they come: call-outs, arrivals, tasks, zones, many notes."""
    chance = random.Random(7)  # noqa: S311  the same material every time, no secret
    yield f.Opened(plan=plan, title="North gate crowd", place="North gate", level=Level.IV)
    for number in range(count - 1):
        who, due = f"p{chance.randrange(people)}", BEGIN + timedelta(minutes=30)
        match chance.randrange(10):
            case 0:
                yield f.CalledOut(who=who, name=f"Person {who}", role="guard", due=due)
            case 1:
                yield f.Acknowledged(who=who)
            case 2:
                yield f.Arrived(who=who)
            case 3:
                yield f.TaskDone(task=f"t{chance.randrange(300)}")
            case 4:
                yield f.ZoneCordoned(zone=f"z{chance.randrange(60)}")
            case 5:
                yield f.Amended(people=chance.randrange(100))
            case _:
                yield f.Note(text=f"Loudspeaker at the west road, onlookers leaving ({number})")


def wires(
    count: int, stream: str, *, plan: str = "office-crowd@000000000000", first: int = 0
) -> list[Wire]:
    """`first` is the number of the first one: other numbers make other ids."""
    return [
        _wire(stream, fact, BEGIN + timedelta(seconds=number), first + number)
        for number, fact in enumerate(facts(count, plan=plan))
    ]


def _wire(stream: str, fact: f.KnownFact, at: datetime, number: int) -> Wire:
    return Wire(
        id=entry_id(at, number), stream=stream, kind=fact.kind, at=to_micros(at),
        author="Wang Min", station="Desk 1", data=f.encode_fact(fact),
    )  # fmt: skip


def closed(stream: str) -> Wire:
    """The end of an incident, a day after its begin."""
    return _wire(stream, f.Closed(summary="All calm"), BEGIN + timedelta(days=1), 1 << 40)


def short_incidents(count: int) -> list[Wire]:
    """As many incidents, all open: five people called by the plan, three here, two tasks done."""
    plan = bundled_plan("office-crowd")
    made: list[Wire] = []
    for nth in range(count):
        for fact in _short_incident(nth, plan):
            at = BEGIN + timedelta(seconds=len(made))
            made.append(_wire(f"bench-{nth:05}", fact, at, len(made)))
    return made


def _short_incident(nth: int, plan: Plan) -> Iterator[f.KnownFact]:
    place = f"Gate {nth}"
    yield f.Opened(plan=reference(plan), title="Crowd", place=place, level=Level(1 + nth % 4))
    for at, role in enumerate(plan.roles[:5]):
        due = BEGIN + timedelta(minutes=nth)
        yield f.CalledOut(who=f"p{at}", name=f"Person {at}", role=role.key, due=due)
    for at in range(3):
        yield f.Arrived(who=f"p{at}")
    for task in plan.tasks[:2]:
        yield f.TaskDone(task=task.key)


_NOTE = f.encode_fact(f.Note(text="Loudspeaker at the west road, onlookers are leaving"))


def desk_wires(stream: str, entries: int, calls: int, zones: int, tasks: int) -> list[Wire]:
    """An incident that fills every part of a desk, with notes up to `entries`; and its zones."""
    plan = bundled_plan("office-crowd")
    told = list(_desk_facts(plan, calls, zones, tasks))
    told += [f.Note(text=f"Onlookers are leaving ({n})") for n in range(entries - len(told))]
    made = [
        _wire(stream, fact, BEGIN + timedelta(seconds=number), number)
        for number, fact in enumerate(told)
    ]
    names = [Text(en=f"Zone {n}", zh=f"{n}号区域") for n in range(zones)]
    for number, name in enumerate(names):
        square = _square(number)
        zone = f.ZoneDefined(zone=f"z{number}", name=name, shape=square)
        made.append(_wire(SITE, zone, BEGIN, (1 << 32) + number))
    return made


def _desk_facts(plan: Plan, calls: int, zones: int, tasks: int) -> Iterator[f.KnownFact]:
    yield f.Opened(plan=reference(plan), title="North gate crowd", place="Gate", level=Level.IV)
    for n in range(calls):
        role, due = plan.roles[n % len(plan.roles)], BEGIN + timedelta(minutes=5 + n % 60)
        yield f.CalledOut(who=f"p{n}", name=f"Person {n}", role=role.key, due=due)
    for n in range(0, calls, 3):
        yield f.Arrived(who=f"p{n}")
    for n in range(tasks):
        due = BEGIN + timedelta(minutes=10 + n % 90)
        yield f.TaskAdded(task=f"t{n}", text=f"Task {n}", owner="order", due=due)
    for n in range(0, zones, 2):
        yield f.ZoneCordoned(zone=f"z{n}")


def _square(number: int) -> tuple[tuple[int, int], ...]:
    """Eight of them beside each other."""
    left, top = number % 8 * 1200 + 200, number // 8 * 1200 + 200
    return ((left, top), (left + 1000, top), (left + 1000, top + 1000), (left, top + 1000))


def note(stream: str) -> Wire:
    """One more note, as if typed just now."""
    return Wire(
        id=str(uuid7()), stream=stream, kind="note", at=time.time_ns() // 1000, author="Wang Min",
        station="Desk 1", data=_NOTE,
    )  # fmt: skip


def read(wires: list[Wire]) -> list[Entry]:
    """As a station reads them: decoded from the stored text."""
    decode = f.decode_fact
    return [
        Entry(
            id=wire.id, stream=wire.stream, at=from_micros(wire.at), author=wire.author,
            station=wire.station, fact=decode(wire.kind, wire.data),
        )
        for wire in wires
    ]  # fmt: skip
