"""Readable material for tests: a small bilingual plan, a site with people, an incident in play."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import count

from app.models import facts as f
from app.models.command import Command, Desk, Open, Refusal
from app.models.decide import decide
from app.models.entry import SITE, Draft, Entry, to_micros
from app.models.facts import AnyFact, KnownFact
from app.models.incident import Incident
from app.models.levels import Level
from app.models.plan import (
    Deadline,
    Duty,
    Group,
    LevelStep,
    Plan,
    PlanNotification,
    PlanTask,
    PlanZone,
    Role,
    reference,
)
from app.models.site import Site
from app.models.text import Text

BEGIN = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
"""When incidents of tests are opened."""
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)

_numbers = count(1)


def entry_id(moment: datetime, number: int) -> str:
    """A UUIDv7 of that moment; `number` keeps those of one moment apart and in order."""
    millis = to_micros(moment) // 1000
    return f"{millis >> 16:08x}-{millis & 0xFFFF:04x}-7000-8000-{number:012x}"


def entry(
    fact: AnyFact,
    at: datetime = BEGIN,
    *,
    stream: str = "one",
    author: str = "Wang Min",
    number: int | None = None,
) -> Entry:
    """Typed when it happened; those made later have greater ids, unless `number` says."""
    made = entry_id(at, next(_numbers) if number is None else number)
    return Entry(id=made, stream=stream, at=at, author=author, station="desk", fact=fact)


def text(words: str) -> Text:
    return Text(en=words, zh=f"〔{words}〕")


PLAN = Plan(
    key="small",
    title=text("Small"),
    purpose=text("To test."),
    groups=(
        Group(key="command", name=text("Command")),
        Group(key="logistics", name=text("Logistics")),
        Group(key="order", name=text("Order"), part_of="logistics"),
        Group(key="engineering", name=text("Engineering")),
    ),
    roles=(
        Role(key="commander", name=text("Manager"), group="command", succession=0),
        Role(key="deputy", name=text("Deputy"), group="command", succession=1),
        Role(key="guard", name=text("Guard"), group="order", count=2),
        Role(key="driver", name=text("Driver"), group="logistics"),
        Role(key="engineer", name=text("Engineer"), group="engineering"),
    ),
    deadlines=(
        Deadline(within=timedelta(0), duty=Duty.ON),
        Deadline(within=5 * MINUTE, groups=("order",)),
        Deadline(within=30 * MINUTE),
    ),
    levels=(
        LevelStep(level=Level.IV, meaning=text("Usual"), call=("command", "order")),
        LevelStep(level=Level.III, meaning=text("More"), call=("engineering",)),
        LevelStep(level=Level.II, meaning=text("Grave"), call=("all",)),
    ),
    tasks=(
        PlanTask(key="speak", text=text("Speak"), owner="guard", within=5 * MINUTE),
        PlanTask(key="lead_in", text=text("Lead in"), owner="order", when=text("If called")),
        PlanTask(key="repair", text=text("Repair"), owner="engineer", within=10 * MINUTE,
                 from_level=Level.III),
    ),
    notifications=(
        PlanNotification(key="manager", who=text("The manager"), by="guard", within=2 * MINUTE),
        PlanNotification(key="leaders", who=text("The leaders"), by="commander",
                         within=timedelta(0), from_level=Level.III),
    ),
    zones=(
        PlanZone(key="gate", name=text("Gate"), posts=("P1", "P2")),
        PlanZone(key="lobby", name=text("Lobby")),
    ),
)  # fmt: skip


def person(
    key: str,
    name: str,
    group: str = "",
    *roles: str,
    badge: str = "",
    on_duty: bool = False,
) -> list[KnownFact]:
    """The facts that make someone a member of staff, and put them on duty."""
    made = f.PersonSet(person=key, name=name, group=group, roles=roles, badge=badge)
    return [made, f.DutyStarted(person=key)] if on_duty else [made]


PEOPLE: tuple[KnownFact, ...] = (
    *person("chen", "Chen Wei", "command", "commander", badge="B1"),
    *person("zhao", "Zhao Lin", "command", "deputy", badge="B2", on_duty=True),
    *person("li", "Li Na", "order", "guard", badge="B3", on_duty=True),
    *person("xu", "Xu Qiang", "order", "guard", badge="B4"),
    *person("ma", "Ma Jun", "order", "guard", badge="B5"),
    *person("gao", "Gao Jie", "engineering", "engineer", badge="B6"),
)
"""One guard, and the deputy, are on duty; nobody drives."""


def a_site(people: Iterable[KnownFact] = PEOPLE, *more: KnownFact, plan: Plan = PLAN) -> Site:
    published = f.PlanPublished(ref=reference(plan), document=plan)
    facts = (published, *people, *more)
    return Site(entry(fact, BEGIN - 60 * MINUTE, stream=SITE) for fact in facts)


def opened(
    *, title: str = "Crowd", place: str = "Gate", level: Level = Level.IV, people: int = 15
) -> f.Opened:
    return f.Opened(plan=reference(PLAN), title=title, place=place, level=level, people=people)


def called(
    who: str = "li", *, role: str = "guard", due: datetime = BEGIN + 5 * MINUTE, name: str = ""
) -> f.CalledOut:
    return f.CalledOut(who=who, name=name or who.title(), role=role, due=due, group="order")


def an_open_incident(*told: tuple[int, AnyFact] | AnyFact, stream: str = "one") -> Incident:
    """Opened at `BEGIN`; each fact a minute after the one before, or (minutes after, fact)."""
    entries = [entry(opened(), stream=stream)]
    for minutes, each in enumerate(told, 1):
        after, fact = each if isinstance(each, tuple) else (minutes, each)
        entries.append(entry(fact, BEGIN + after * MINUTE, stream=stream))
    return Incident(stream, entries)


class Play:
    """One station with an incident, and a clock that is moved by hand."""

    def __init__(
        self, site: Site | None = None, *, level: Level = Level.IV, author: str = "Wang Min"
    ) -> None:
        self.site = site or a_site()
        self.incident = Incident("one")
        self.plan: Plan | None = PLAN
        self.now = BEGIN
        self.author = author
        self.do(Open(plan="small", title="Crowd", place="Gate", level=level, people=15))

    def decide(self, command: Command, at: datetime | None = None) -> list[Draft] | Refusal:
        desk = Desk(
            site=self.site, incident=self.incident, plan=self.plan, stream="one",
            author=self.author,
        )  # fmt: skip
        return decide(desk, command, at=at or self.now, now=self.now)

    def do(self, command: Command, *, at: float | None = None) -> list[AnyFact]:
        """What was recorded; `at` in minutes after the opening, else now."""
        decided = self.decide(command, None if at is None else BEGIN + at * MINUTE)
        assert not isinstance(decided, Refusal), decided.why.english()
        self.take(decided)
        return [draft.fact for draft in decided]

    def refused(self, command: Command, *, at: float | None = None) -> str:
        """The code of the refusal, in words that could be made."""
        decided = self.decide(command, None if at is None else BEGIN + at * MINUTE)
        assert isinstance(decided, Refusal), decided
        assert decided.why.english()
        return decided.code

    def take(self, drafts: Iterable[Draft]) -> None:
        """The entries become part of the incident or the site."""
        for draft in drafts:
            made = entry(draft.fact, draft.at, stream=draft.stream, author=self.author)
            (self.site if draft.stream == SITE else self.incident).add([made])

    def wait(self, minutes: float) -> Play:
        self.now += minutes * MINUTE
        return self

    def last_id(self) -> str:
        return self.incident.timeline[-1].id
