"""The demo: a scripted drill, told by a second station on the same throw-away log."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import msgspec

from app.models import drill as d
from app.models.command import Open, Refusal
from app.models.drilltelling import Cast, scripted, tell
from app.models.entry import SITE, Entry, to_micros, to_wire
from app.models.facts import InjectPlayed, PlanPublished
from app.models.plan import Plan, reference
from app.models.script import Inject
from app.models.sitefile import SiteFile, site_facts
from app.station.clock import steady_seconds, wall_clock
from app.station.ids import Ids
from app.station.station import Station
from app.store.bundled import bundled_plan, example_picture, example_site, scripted_drill
from app.store.log import SharedLog

PLAN = "office-crowd"


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """The script with the plan and the site that it is played on, in one language."""

    plan: Plan
    site: SiteFile
    drill: d.Drill
    language: str


def load_story(language: str) -> Story:
    plan, site = bundled_plan(PLAN), example_site()
    return Story(plan=plan, site=site, drill=scripted_drill(plan, site), language=language)


async def set_stage(log: SharedLog, story: Story) -> None:
    """People, duty, zones and the plan, as if they had been there for long."""
    now, new_id = await log.clock(), Ids()
    facts = [
        PlanPublished(ref=reference(story.plan), document=story.plan),
        *site_facts(story.site, story.language),
        example_picture()[0],
    ]
    entries = [
        Entry(id=new_id(now), stream=SITE, at=now, author="Muster", station="Muster", fact=fact)
        for fact in facts
    ]
    await log.append([to_wire(entry) for entry in entries], year=now.year)


class DrillClock:
    """The time of a drill, which may run `speed` times as fast as the wall."""

    def __init__(self, speed: float) -> None:
        self._speed = speed
        self._began = self._base = steady_seconds()
        self._passed = 0.0
        self._held = False
        self._wall_began = wall_clock()

    def hold(self) -> None:
        """Time stands still."""
        self._passed = self.steady() - self._began
        self._held = True

    def go_on(self) -> None:
        self._base = steady_seconds()
        self._held = False

    def move(self, time: timedelta) -> None:
        """So much of the drill is skipped."""
        self._passed += time / timedelta(seconds=1)

    def steady(self) -> float:
        since = 0.0 if self._held else (steady_seconds() - self._base) * self._speed
        return self._began + self._passed + since

    def wall(self) -> datetime:
        return self._wall_began + timedelta(seconds=self.steady() - self._began)

    def micros(self) -> int:
        return to_micros(self.wall())

    async def sleep_until(self, moment: datetime) -> None:
        left = (moment - self.wall()) / timedelta(seconds=1)
        await asyncio.sleep(max(0.0, left) / self._speed)


class Player:
    """Tells the drill's events, and plays its injects, through a station, each at its time.

    What somebody at another station has done already is refused, and passed over.
    """

    def __init__(self, station: Station, story: Story, clock: DrillClock) -> None:
        self._station, self._story, self._clock = station, story, clock
        self._entries: dict[str, str] = {}
        self._opened = clock.wall()
        self._next = 0
        self._acts = sorted((*story.drill.injects, *story.drill.events), key=lambda act: act.at)

    async def open(self) -> str:
        """Open the drill's incident; answers its stream."""
        opening, language = self._story.drill.opening, self._story.language
        answer = await self._station.do(
            None,
            Open(
                plan=self._story.plan.key,
                title=opening.title.in_language(language),
                place=opening.place.in_language(language),
                level=opening.level,
                people=opening.people,
                drill=True,
                script=scripted(self._story.drill),
            ),
        )
        assert not isinstance(answer, Refusal), answer  # noqa: S101  the story fits its plan
        self._opened = self._station.incidents[answer.stream].timeline[0].at
        return answer.stream

    async def play(self, stream: str, *, until: timedelta = timedelta.max) -> None:
        """What comes next in the story, up to but without `until` after the opening."""
        while self._next < len(self._acts):
            event = self._acts[self._next]
            if event.at >= until:
                return
            await self._clock.sleep_until(self._opened + event.at)
            self._next += 1
            if isinstance(event, Inject):
                played = InjectPlayed(inject=event.key, text=event.text)
                await self._station.do(stream, played)
            else:
                await self._tell(stream, event)

    async def _tell(self, stream: str, event: d.DrillEvent) -> None:
        site, language = self._story.site, self._story.language
        cast = Cast(
            language=language,
            names={person.key: person.name.in_language(language) for person in site.people},
            entries=self._entries,
        )
        told = tell(self._story.drill, event, cast, now=self._station.now())
        if told is None:
            return
        answer = await self._station.do(stream, told.fact, at=told.at, author=told.author)
        if event.key and not isinstance(answer, Refusal):
            self._entries[event.key] = answer.entries[0].id
