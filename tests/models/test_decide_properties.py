"""Whatever people ask for, in whatever order and however late: nothing is recorded that misfits."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.models import facts as f
from app.models.command import (
    BeginRollCall,
    Call,
    Command,
    DeclareOver,
    Desk,
    LowerLevel,
    Open,
    PublishPlan,
    Refusal,
    Scan,
)
from app.models.decide import decide
from app.models.entry import Draft, Entry
from app.models.facts import Corrected, KnownFact, raw_fact
from app.models.incident import Incident, digest, oddities
from app.models.levels import Level
from app.models.plan import Phase, Sign
from app.models.script import Inject
from app.models.site import Site
from tests.builders import (
    BEGIN,
    MINUTE,
    PEOPLE,
    SECOND,
    a_site,
    called,
    entry,
    entry_id,
    opened,
    text,
)
from tests.builders import PLAN as SMALL
from tests.strategies import commands, corrections, plain_facts, small_facts

PLAN = msgspec.structs.replace(
    SMALL, phases=tuple(Phase(key=key, name=text(key)) for key in ("way", "reception", "after"))
)
SITE = a_site(
    PEOPLE, f.ZoneDefined(zone="tower", name=text("Tower"), parts=(("f1", text("Floor 1")),)),
    f.PlaceDefined(place="lawn", sort=f.PlaceSort.ASSEMBLY, name=text("Lawn")),
    f.PlaceDefined(place="door", sort=f.PlaceSort.ENTRANCE, name=text("Door")),
)  # fmt: skip
_PROPOSED = f.LevelProposed(sign=Sign.FIRE, at_least=1, count=1, level=Level.II)
_ROLL = f.RollCallBegun(
    roll="1", who=("zhao",), due=BEGIN + 6 * MINUTE, second_due=BEGIN + 7 * MINUTE
)
_INJECT = Inject(key="rain", at=MINUTE, text=text("It rains"))
_SITUATION = [
    entry(fact, BEGIN + minutes * MINUTE)
    for minutes, fact in (
        (0, msgspec.structs.replace(opened(), drill=True)),
        (1, called("li")),
        (1, called("xu")),
        (2, f.OnTheWay(who="xu")),
        (3, f.TaskDone(task="lead_in")),
        (3, f.ZoneCordoned(zone="lobby")),
        (3, f.ZoneEmpty(zone="lobby")),
        (3, f.ZoneEvacuating(zone="tower")),
        (4, f.PostTaken(post="P1", who="li", name="Li")),
        (4, f.ServiceCalled(service="120")),
        (5, f.CommandTaken(who="zhao", name="Zhao Lin")),
        (5, f.SignSeen(sign=Sign.FIRE)),
        (5, f.ReceptionBegun(reception="r", matter="Wages")),
        (5, f.RepresentativeAdded(reception="r", representative="p", contact="k")),
        (5, _PROPOSED),
        (5, f.Arrived(who="zhao", name="Zhao Lin")),
        (5, _ROLL),
        (5, f.FollowUpAdded(follow_up="visit", text="Visit", owner="order", due=BEGIN)),
        (5, f.FollowUpAdded(follow_up="thank", text="Thank", owner="order", due=BEGIN)),
        (5, f.FollowUpDone(follow_up="thank")),
        (5, f.InjectAdded(inject="fire", text=text("A bin burns"), due=BEGIN + 9 * MINUTE)),
        (5, f.MessageSent(message="under_way", address="a", to="A", text="Come")),
        (5, f.MessageSent(message="failed", address="a", to="A", text="Come")),
        (5, f.MessageFailed(message="failed", why="refused")),
    )
]


class AnIncident(RuleBasedStateMachine):
    """People ask for anything, now or late; what `decide` allows is recorded."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers = count(1_000_000)
        self.now = BEGIN + 6 * MINUTE
        self.incident = Incident("one", _SITUATION)

    @rule(seconds=st.integers(1, 200))
    def wait(self, seconds: int) -> None:
        self.now += seconds * SECOND

    @rule(fact=plain_facts)
    def say(self, fact: KnownFact) -> None:
        self.carry_out(fact, self.now)

    @rule(fact=plain_facts, ago=st.integers(1, 400))
    def say_late(self, fact: KnownFact, ago: int) -> None:
        self.carry_out(fact, self.now - ago * SECOND)

    @rule(command=commands, ago=st.sampled_from([0, 60]))
    def ask(self, command: Command, ago: int) -> None:
        self.carry_out(command, self.now - ago * SECOND)

    @rule(data=st.data())
    def correct_at_random(self, data: st.DataObject) -> None:
        ids = [held.id for held in self.incident.timeline]
        self.carry_out(data.draw(corrections(ids)), self.now)

    @rule(data=st.data())
    @precondition(lambda self: len(self.incident.timeline) > 3)
    def correct(self, data: st.DataObject) -> None:
        """By a fact of the same kind, as people do."""
        target = data.draw(st.sampled_from(self.incident.timeline))
        if isinstance(target.fact, f.Unknown | Corrected):
            return
        fact = data.draw(st.none() | st.just(target.fact) | small_facts(type(target.fact)))
        at = data.draw(st.none() | st.integers(-60, 600).map(lambda n: BEGIN + n * SECOND))
        correction = Corrected(entry=target.id, reason="wrong", fact=raw_fact(fact), at=at)
        self.carry_out(correction, self.now)

    def carry_out(self, command: Command, at: datetime) -> None:
        desk = Desk(site=SITE, incident=self.incident, plan=PLAN, stream="other", author="A")
        decided = decide(desk, command, at=at, now=self.now)
        if isinstance(decided, Refusal):
            assert decided.why.english()
            return
        assert decided
        assert all(draft.at <= self.now + 3 * SECOND for draft in decided)
        self.incident.add(
            self.typed(draft) for draft in decided if draft.stream == self.incident.stream
        )

    def typed(self, draft: Draft) -> Entry:
        return Entry(
            id=entry_id(self.now, next(self.numbers)), stream=draft.stream, at=draft.at,
            author="A", station="S", fact=draft.fact,
        )  # fmt: skip

    @invariant()
    def nothing_new_misfits(self) -> None:
        assert not oddities(self.incident)

    @invariant()
    def it_is_the_same_from_scratch(self) -> None:
        again = Incident("one", reversed(self.incident.timeline))
        assert digest(again) == digest(self.incident)


AnIncident.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestThatNothingRecordedMisfits = AnIncident.TestCase


# Two stations at once ---------------------------------------------------------------------------

HOUR = timedelta(hours=1)
_NOTE = entry(f.Note(text="a"), BEGIN + MINUTE)

COMMANDS: tuple[Command, ...] = (
    f.Amended(people=30), f.Amended(place="Lobby"), f.LevelSet(level=Level.III, reason="more"),
    f.LevelSet(level=Level.II, reason="grave"), f.CommandTaken(who="chen", name="Chen Wei"),
    f.CommandHandedOver(who="chen", name=""), f.DeclaredOver(), f.Closed(),
    f.Reopened(reason="again"), called("gao", role="engineer"), f.Acknowledged(who="li"),
    f.OnTheWay(who="li"), f.NoAnswer(who="li"), f.Arrived(who="li"),
    f.Excused(who="li", reason="ill"), f.StoodDown(who="li"), f.TaskAdded(task="own", text="x"),
    f.TaskDone(task="speak"), f.TaskUndone(task="lead_in"),
    f.TaskSkipped(task="speak", reason="none here"), f.ZoneCordoned(zone="gate"),
    f.ZoneEvacuating(zone="gate", expected=5), f.ZoneEmpty(zone="gate"),
    f.ZoneConfirmed(zone="lobby"), f.ZoneReleased(zone="lobby"), f.CordonLifted(zone="lobby"),
    f.ZoneCordoned(zone="lobby", guards=("li",)), f.PartConfirmed(zone="tower", part="f1"),
    f.OutCounted(zone="lobby", count=4), f.AssemblyCounted(point="lawn", count=4),
    f.EntranceSet(entrance="door", open=False), f.EntranceSet(entrance="door", open=True),
    f.PostTaken(post="P1", who="xu"), f.PostLeft(post="P1"), f.Notified(target="manager"),
    f.Notified(target="manager", told=False), f.ServiceCalled(service="110"),
    f.ServiceArrived(service="120"), f.ServiceLeft(service="120"), f.Note(text="b"),
    Corrected(entry=_NOTE.id, reason="wrong"),
    Corrected(entry=_SITUATION[1].id, reason="not called"),
    f.SignSeen(sign=Sign.DAMAGE), f.SignGone(sign=Sign.FIRE), f.PeopleCounted(unhurt=9, badly=1),
    f.ProposalDeclined(sign=Sign.FIRE, at_least=1, level=Level.II),
    f.LevelSet(level=Level.II, reason="fire", sign=Sign.FIRE, at_least=1),
    f.ServiceReferenced(service="120", reference="R7"),
    f.ReceptionBegun(reception="other", matter="Heating"),
    f.ReceptionAmended(reception="r", people=9),
    f.RepresentativeAdded(reception="r", representative="q"),
    f.RepresentativeLeft(reception="r", representative="p"),
    f.MatterAnswered(reception="r", text="On Friday"),
    f.Promised(follow_up="u", reception="r", text="Call", owner="order", due=BEGIN + HOUR),
    f.ReceptionEnded(reception="r"), f.ContactErased(contact="k"),
    f.FollowUpAdded(follow_up="own", text="Call", owner="order", due=BEGIN + HOUR),
    f.FollowUpDone(follow_up="visit"), f.FollowUpUndone(follow_up="thank", reason="not all"),
    f.FollowUpDropped(follow_up="visit", reason="moved"),
    f.FollowUpReassigned(follow_up="visit", owner="Xu"),
    f.FollowUpDueSet(follow_up="visit", due=BEGIN + HOUR, reason="away"),
    f.Chased(follow_up="visit", said="soon"), f.FedBack(follow_up="visit", to="them", text="soon"),
    f.Settled(),
    f.MessageSent(message="m", address="a", to="A", text="Come"),
    f.MessageSent(message="failed", address="a", to="A", text="Come again"),
    f.MessageDelivered(message="under_way", took_ms=9),
    f.MessageFailed(message="under_way", why="refused"),
    f.PhaseEntered(phase="reception", reason="here"), f.PhaseEntered(phase="after"),
    f.TaskReassigned(task="speak", owner="driver"),
    f.TaskDueSet(task="speak", due=BEGIN + HOUR, reason="more people"),
    f.AlarmAcknowledged(alarm="task:speak", due=BEGIN + 5 * MINUTE),
    f.Attached(sha256="0" * 64, name="gate.jpg", media_type="image/jpeg", size=9),
    f.Attached(sha256="0" * 64, name="again.jpg", media_type="image/jpeg", size=9),
    BeginRollCall(), f.RollAnswered(roll="1", who="zhao"), f.RollCallEnded(roll="1"),
    f.Printed(form="timeline", language="zh", head="0" * 64, count=9, sha256="f" * 64),
    Call(everyone=True), Call(group="logistics"), Call(who=("gao",)), Scan(text="B3"),
    Scan(text="Xu"), Open(plan="small", title="Fire", place="Lobby"),
    f.DrillScripted(script="a", title=text("A"), injects=(_INJECT,)),
    f.InjectPlayed(inject="fire", text=text("")), f.InjectPlayed(inject="b", text=text("B")),
    f.InjectAdded(inject="rain", text=text("Rain"), due=BEGIN + HOUR),
    f.InjectSkipped(inject="fire", reason="rain"), f.DrillPaused(), f.DrillResumed(),
    LowerLevel(level=Level.IV, reason="calmer", stand_down=("li",)),
    LowerLevel(level=Level.III, reason="fire is out"), DeclareOver(reason="they left"),
)  # fmt: skip


def _at_one_station(command: Command, station: int) -> list[Entry]:
    """What a station records that has not heard of the other's command yet."""
    incident, now = Incident("one", [*_SITUATION, _NOTE]), BEGIN + 10 * MINUTE
    desk = Desk(site=SITE, incident=incident, plan=PLAN, stream="one", author=f"S{station}")
    if isinstance(command, f.Closed | f.Reopened):
        incident.add([entry(f.StoodDown(who="xu"), now - SECOND)])
        incident.add([entry(f.DeclaredOver(), now - SECOND)])
    if isinstance(command, f.DrillResumed):
        incident.add([entry(f.DrillPaused(), now - SECOND)])
    if isinstance(command, LowerLevel):
        incident.add([entry(f.LevelSet(level=Level.II, reason="grave"), now - SECOND)])
    if isinstance(command, f.Settled):
        ended = (f.StoodDown(who="xu"), f.FollowUpDone(follow_up="visit"), f.Closed())
        incident.add(entry(fact, now - SECOND) for fact in ended)
    decided = decide(desk, command, at=now, now=now)
    assert not isinstance(decided, Refusal), decided.why.english()
    late = timedelta(microseconds=station)
    return [entry(draft.fact, draft.at + late, author=f"S{station}") for draft in decided]


@pytest.mark.parametrize("one", COMMANDS, ids=lambda command: f"{command.kind}")
def test_that_two_stations_at_once_end_in_the_same_state(one: Command) -> None:
    for other in COMMANDS:
        ours, theirs = _at_one_station(one, 1), _at_one_station(other, 2)
        here = Incident("one", [*_SITUATION, _NOTE])
        there = Incident("one", [*_SITUATION, _NOTE])
        for incident, order in ((here, (ours, theirs)), (there, (theirs, ours))):
            for made in order:
                incident.add(made)
                assert digest(incident)
        assert digest(here) == digest(there)
        assert oddities(here) == oddities(there)


_LAWN = f.PlaceDefined(place="lawn", sort=f.PlaceSort.ASSEMBLY, name=text("Lawn"))
_SQUARE = ((0, 0), (0, 900), (900, 900), (900, 0))

OF_THE_SITE: tuple[Command, ...] = (
    f.PersonSet(person="xu", name="Xu Qiang", group="order", badge="B9"),
    f.PersonSet(person="xu", name="Xu Qiang", group="order", active=False),
    f.PersonSet(person="wu", name="Wu Fang", group="order", badge="B9"),
    f.DutyStarted(person="xu"), f.DutyStarted(person="ma"), f.DutyEnded(person="li"),
    f.DutyEnded(person="zhao"), PublishPlan(document=PLAN),
    f.ZoneDefined(zone="tower", name=text("North tower"), shape=_SQUARE),
    f.ZoneDefined(zone="tower", name=text("Tower"), active=False),
    f.ZoneDefined(zone="lobby", name=text("Lobby"), posts=("P1",)),
    msgspec.structs.replace(_LAWN, points=((500, 500),)),
    msgspec.structs.replace(_LAWN, active=False),
    f.PlaceDefined(place="tape", sort=f.PlaceSort.LINE, name=text("Tape"), zone="tower",
                   points=((1, 1), (9, 9))),
    f.SitePlanSet(sha256="0" * 64, name="a.svg", media_type="image/svg+xml", size=9),
    f.SitePlanSet(sha256="1" * 64, name="b.svg", media_type="image/svg+xml", size=9),
    f.ServiceDefined(service="110", number="112", name=text("Police")),
    f.SiteDescribed(name=text("Centre"), address=text("1 Road")),
    f.SiteDescribed(name=text("Centre"), address=text("2 Road"), phone="9"),
    f.ServiceDefined(service="110", number="999", name=text("Police")),
    f.SendingSwitched(plan="small", on=True),
)  # fmt: skip


def _of_the_site_at_one_station(command: Command, station: int) -> list[Entry]:
    now = BEGIN + 10 * MINUTE
    decided = decide(Desk(site=_the_site(), author=f"S{station}"), command, at=now, now=now)
    assert not isinstance(decided, Refusal), decided.why.english()
    late = timedelta(microseconds=station)
    return [
        entry(draft.fact, draft.at + late, stream=draft.stream, author=f"S{station}")
        for draft in decided
    ]


def _the_site() -> Site:
    return Site(SITE.fold.timeline)


@pytest.mark.parametrize("one", OF_THE_SITE, ids=lambda command: f"{command.kind}")
def test_that_two_stations_that_change_the_site_at_once_end_in_the_same_state(
    one: Command,
) -> None:
    for other in OF_THE_SITE:
        ours = _of_the_site_at_one_station(one, 1)
        theirs = _of_the_site_at_one_station(other, 2)
        here, there = _the_site(), _the_site()
        for site, order in ((here, (ours, theirs)), (there, (theirs, ours))):
            for made in order:
                site.add(made)
        assert digest(here) == digest(there)
        assert {made.author for made in here.fold.timeline} >= {"S1", "S2"}


def test_that_all_commands_are_among_those_tried_at_once() -> None:
    """Opening begins a stream of its own, handing over a shift changes nothing but its log; rules
    propose by themselves, and a roll call and a plan are begun and published by their commands."""
    tried = {type(command) for command in (*COMMANDS, *OF_THE_SITE)}
    asked: set[type] = {*f.KnownFact.__args__, Open, Call, Scan, BeginRollCall, LowerLevel,
                        DeclareOver, PublishPlan}  # fmt: skip
    assert asked - tried == {
        f.Opened, f.LevelProposed, f.RollCallBegun, f.ShiftHandedOver, f.PlanPublished,
    }  # fmt: skip


# Clocks that differ -----------------------------------------------------------------------------


@given(ahead=st.integers(0, 1_999))
def test_that_taking_back_works_though_the_other_clock_is_ahead(ahead: int) -> None:
    now = BEGIN + 10 * MINUTE
    done = entry(f.TaskDone(task="speak"), now + timedelta(milliseconds=ahead))
    incident = Incident("one", [*_SITUATION, done])
    desk = Desk(site=SITE, incident=incident, plan=PLAN, author="A")
    (draft,) = _allowed(decide(desk, f.TaskUndone(task="speak"), at=now, now=now))
    incident.add([entry(draft.fact, draft.at)])
    assert incident.task("speak").settled_at is None


def _allowed(decided: list[Draft] | Refusal) -> list[Draft]:
    assert not isinstance(decided, Refusal), decided.why.english()
    return decided


def test_that_an_entry_from_far_ahead_does_not_drag_others_along() -> None:
    now = BEGIN + 10 * MINUTE
    strange = entry(f.Note(text="x"), now + 60 * MINUTE)
    desk = Desk(site=SITE, incident=Incident("one", [*_SITUATION, strange]), plan=PLAN)
    (draft,) = _allowed(decide(desk, f.Note(text="y"), at=now, now=now))
    assert draft.at == now


def test_that_what_is_typed_late_keeps_its_time() -> None:
    now = BEGIN + 10 * MINUTE
    desk = Desk(site=SITE, incident=Incident("one", _SITUATION), plan=PLAN)
    (draft,) = _allowed(decide(desk, f.Note(text="y"), at=now - 9 * MINUTE, now=now))
    assert draft.at == now - 9 * MINUTE


def test_that_the_facts_of_every_command_are_of_the_known_kinds() -> None:
    for command in COMMANDS:
        assert all(isinstance(made.fact, KnownFact) for made in _at_one_station(command, 1))
