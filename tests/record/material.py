"""Material for records: logs that are chained as the shared log does it, played without a clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import get_args

from app.models import facts as f
from app.models.drilltelling import Cast, tell
from app.models.entry import SITE, Entry, Stored, to_micros, to_wire
from app.models.facts import AnyFact
from app.models.levels import Level
from app.models.plan import Plan, reference
from app.models.sitefile import site_facts
from app.record.make import Held
from app.store.bundled import bundled_plan, example_picture, example_site, scripted_drill
from app.store.chain import GENESIS, link
from tests.builders import entry_id

BEGIN = datetime(2026, 11, 23, 6, 2, 11, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
NUMBER = "2026-0042"


def chained(entries: Iterable[tuple[Entry, datetime]]) -> list[Stored]:
    """As the shared log stores them; with each, when that was."""
    head, stored = GENESIS, []
    for seq, (entry, recorded_at) in enumerate(entries, 1):
        wire = to_wire(entry)
        head = link(
            head, seq=seq, recorded_at=to_micros(recorded_at), recorded_by="test", wire=wire
        )
        stored.append(
            Stored(
                entry=entry, seq=seq, recorded_at=recorded_at, recorded_by="test", data=wire.data,
                hash=head,
            )
        )  # fmt: skip
    return stored


def log(
    told: Iterable[tuple[float, AnyFact] | tuple[float, AnyFact, float]], *,
    stream: str = "019ab000-0000-7000-8000-000000000001", author: str = "Wang Min",
) -> list[Stored]:  # fmt: skip
    """(minutes after `BEGIN` when it happened, the fact, perhaps minutes until it was typed)."""
    made = []
    for number, (minutes, fact, *late) in enumerate(told, 1):
        at = BEGIN + minutes * MINUTE
        typed = at + (late[0] if late else 0) * MINUTE
        entry = Entry(
            id=entry_id(typed, number), stream=stream, at=at, author=author, station="Desk 1",
            fact=fact,
        )  # fmt: skip
        made.append((entry, typed))
    return chained(made)


def a_site(plan: Plan, language: str = "en") -> list[Stored]:
    """The example site, a day before anything happens."""
    facts = [
        f.PlanPublished(ref=reference(plan), document=plan),
        *site_facts(example_site(), language), example_picture()[0],
    ]  # fmt: skip
    return log([(-1440.0, fact) for fact in facts], stream=SITE)


def drill(language: str = "en", *, until: timedelta = timedelta.max, real: bool = False) -> Held:
    """The shipped drill with all that happens in it by then; `real`: not marked as one."""
    plan, site = bundled_plan("office-crowd"), example_site()
    story = scripted_drill(plan, site)
    names = {person.key: person.name.in_language(language) for person in site.people}
    opening, entries = story.opening, dict[str, str]()
    told: list[tuple[float, AnyFact, float]] = [(0.0, f.Opened(
        plan=reference(plan), title=opening.title.in_language(language),
        place=opening.place.in_language(language), level=opening.level, people=opening.people,
        drill=not real,
    ), 0.0)]  # fmt: skip
    told += [(0.0, each, 0.0) for each in _called(plan, names)]
    for event in story.events:
        if event.at > until:
            break
        now = BEGIN + event.at
        cast = Cast(language=language, names=names, entries=entries)
        said = tell(story, event, cast, now=now)
        if said is None or not isinstance(said.fact, get_args(f.KnownFact)):
            continue
        number = len(told) + 1
        at = said.at
        if event.key:
            entries[event.key] = entry_id(now, number)
        told.append(((at - BEGIN) / MINUTE, said.fact, (now - at) / MINUTE))
    return Held(
        stream="019ab000-0000-7000-8000-000000000001",
        number=NUMBER if real else "D2026-0007", stored=log(told), site=a_site(plan, language),
        picture=example_picture()[1],
    )  # fmt: skip


def _called(plan: Plan, names: dict[str, str]) -> list[f.CalledOut]:
    """Whoever of the example site has a role, as the first level calls them."""
    found = []
    for number, person in enumerate(example_site().people):
        role = plan.role(person.roles[0]) if person.roles else None
        if role:
            due = BEGIN + (1, 5, 30)[number % 3] * MINUTE
            found.append(f.CalledOut(
                who=person.key, name=names[person.key], role=role.key, due=due, group=role.group,
                on_duty=number % 3 == 0,
            ))  # fmt: skip
    return found


def small(
    *more: tuple[float, AnyFact] | tuple[float, AnyFact, float], level: Level = Level.IV
) -> Held:
    """A short incident of the office plan, and what else is told of it."""
    plan = bundled_plan("office-crowd")
    opened = f.Opened(
        plan=reference(plan), title="Crowd", place="North gate", level=level, people=15
    )
    return Held(
        stream="019ab000-0000-7000-8000-000000000001", number=NUMBER,
        stored=log([(0.0, opened), *more]), site=a_site(plan),
    )  # fmt: skip
