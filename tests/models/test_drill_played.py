"""The shipped drill, played on the real rules: nothing is refused, nothing contradicts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.models.call_outs import CallOutState
from app.models.command import Desk, Open, Refusal
from app.models.course import Status
from app.models.decide import decide
from app.models.drilltelling import Cast, scripted, tell
from app.models.entry import SITE, Draft, Entry
from app.models.facts import InjectPlayed, KnownFact, PlanPublished
from app.models.incident import Incident
from app.models.levels import Level
from app.models.plan import reference
from app.models.score import Sort, Verdict, score
from app.models.script import Inject
from app.models.site import Site
from app.models.sitefile import site_facts
from app.store.bundled import bundled_plan, example_site, scripted_drill

OPENED = datetime(2026, 3, 2, 6, 2, 11, tzinfo=UTC)
PLAN = bundled_plan("office-crowd")
FILE = example_site()
DRILL = scripted_drill(PLAN, FILE)


class _Player:
    """Plays the script the way a station does, without one."""

    def __init__(self) -> None:
        self.written = 0
        self.site = Site([
            self._entry(Draft(stream=SITE, fact=fact, at=OPENED - timedelta(hours=1)))
            for fact in (
                *site_facts(FILE, "zh_CN"), PlanPublished(ref=reference(PLAN), document=PLAN)
            )
        ])  # fmt: skip
        self.incident = Incident("drill")

    def do(self, command: KnownFact | Open, *, at: datetime, now: datetime) -> list[Entry]:
        opened = not isinstance(command, Open)
        desk = Desk(
            site=self.site, incident=self.incident if opened else None,
            plan=PLAN if opened else None, stream="drill", author="王敏",
        )  # fmt: skip
        drafts = decide(desk, command, at=at, now=now)
        assert not isinstance(drafts, Refusal), (command, drafts.why.english())
        entries = [self._entry(draft) for draft in drafts]
        self.incident.add(entries)
        return entries

    def _entry(self, draft: Draft) -> Entry:
        self.written += 1
        return Entry(
            id=f"0195{self.written:04x}-0000-7000-8000-000000000000", stream=draft.stream,
            at=draft.at, author="王敏", station="desk", fact=draft.fact,
        )  # fmt: skip


def _play() -> Incident:
    player = _Player()
    opening = DRILL.opening
    command = Open(
        plan=DRILL.plan, title=opening.title.zh, place=opening.place.zh,
        level=opening.level, people=opening.people, drill=True,
        script=scripted(DRILL),
    )  # fmt: skip
    player.do(command, at=OPENED, now=OPENED)
    names = {person.key: person.name.zh for person in FILE.people}
    entries: dict[str, str] = {}
    for event in sorted((*DRILL.injects, *DRILL.events), key=lambda act: act.at):
        now = OPENED + event.at
        if isinstance(event, Inject):
            player.do(InjectPlayed(inject=event.key, text=event.text), at=now, now=now)
            continue
        told = tell(DRILL, event, Cast(language="zh_CN", names=names, entries=entries), now=now)
        assert told is not None
        written = player.do(told.fact, at=told.at, now=now)
        entries[event.key] = written[0].id
    return player.incident


def test_that_the_shipped_drill_plays_to_its_end_without_refusal_or_contradiction() -> None:
    incident = _play()
    assert incident.course.status is Status.OVER
    assert incident.leveling.level is Level.III
    assert incident.commanding.who == "chen_wei"
    calls = incident.call_outs
    assert [who for who, call in calls.items() if call.odd] == []
    late = [
        who
        for who, call in calls.items()
        if call.arrived_at and call.due and not call.on_duty and call.arrived_at > call.due
    ]
    assert late == ["ma_jun"]
    assert calls["sun_hao"].state is CallOutState.STOOD_DOWN


def test_that_in_the_shipped_drill_every_inject_is_answered_in_time() -> None:
    found = score(_play(), PLAN, Site([]))
    assert found is not None
    injects = [mark for mark in found.marks if mark.sort is Sort.INJECT]
    assert [mark.key for mark in injects if mark.verdict is not Verdict.MET] == []
    assert len(injects) == len(DRILL.injects)
