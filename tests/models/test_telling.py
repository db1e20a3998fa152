"""The timeline in words: a sentence for every kind of entry, in both languages."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings

from app.models import facts as f
from app.models.facts import AnyFact, Corrected, Note, Unknown, raw_fact
from app.models.levels import Level
from app.models.plan import Sign
from app.models.telling import _TELLERS, Names, tell
from app.models.text import ENGLISH, Text, say_word
from tests.builders import (
    BEGIN,
    MINUTE,
    PEOPLE,
    PLAN,
    Play,
    a_site,
    an_open_incident,
    called,
    opened,
    text,
)
from tests.strategies import KINDS, all_facts, unknown_facts

SITE = a_site(
    PEOPLE, f.ZoneDefined(zone="roof", name=text("Roof"), parts=(("a", text("Part A")),)),
    f.PlaceDefined(place="lawn", sort=f.PlaceSort.ASSEMBLY, name=text("Lawn")),
)  # fmt: skip
PLAY = Play(SITE)
PLAY.do(f.TaskAdded(task="own", text="Bring water"))
NAMES = Names(incident=PLAY.incident, plan=PLAN, site=SITE)


class Chinese:
    language = "zh_CN"

    def translate(self, context: str, template: str) -> str:
        del context
        return template

    def time(self, moment: datetime) -> str:
        return f"{moment:%H:%M}"

    def dated(self, moment: datetime) -> str:
        return f"{moment:%Y-%m-%d %H:%M}"


def test_that_every_kind_has_its_sentence() -> None:
    assert _TELLERS.keys() | {Corrected} == set(KINDS), (
        "a correction is told by what it puts in place"
    )


@given(all_facts | unknown_facts)
@settings(max_examples=200)
def test_that_any_fact_is_told_in_both_languages(fact: AnyFact) -> None:
    for names in (NAMES, Names(incident=PLAY.incident, plan=None, site=a_site(()))):
        line = tell(fact, names)
        for reader in (ENGLISH, Chinese()):
            told = line.phrase.render(reader)
            assert isinstance(told, str)
            assert isinstance(say_word(line.subject, reader), str)


SENTENCES: tuple[tuple[AnyFact, str], ...] = (
    (opened(), "Crowd: opened at level IV, Gate"),
    (f.Opened(plan="p", title="T", place="P", level=Level.I, drill=True),
     "T: drill opened at level I, P"),
    (f.Amended(people=40), "About 40 people"),
    (f.Amended(title="Fire", place="Lobby", people=3), "Now: Fire · Lobby · 3"),
    (f.LevelSet(level=Level.II, reason="fire", decided_by="Chen"),
     "Level II, decided by Chen: fire"),
    (f.LevelSet(level=Level.II, reason="fire", decided_by="Chen", sign=Sign.FIRE, at_least=1),
     "Level II, as the plan proposed, decided by Chen: fire"),
    (f.LevelProposed(sign=Sign.PEOPLE, at_least=20, count=35, level=Level.III, reason=text("Many")),
     "Plan proposes level III: Many, counted 35"),
    (f.LevelProposed(sign=Sign.FIRE, at_least=1, count=1, level=Level.II, reason=text("Fire")),
     "Plan proposes level II: Fire"),
    (f.ProposalDeclined(sign=Sign.FIRE, at_least=1, level=Level.II),
     "Proposal of level II declined"),
    (f.ProposalDeclined(sign=Sign.FIRE, at_least=1, level=Level.II, reason="out already"),
     "Proposal of level II declined: out already"),
    (f.SignSeen(sign=Sign.FIRE), "Fire reported"),
    (f.SignSeen(sign=Sign.FIRE, text="a bin"), "Fire: a bin"),
    (f.SignSeen(sign=Sign.FIRE, zone="gate"), "Fire, Gate"),
    (f.SignSeen(sign=Sign.FIRE, zone="gate", text="a bin"), "Fire, Gate: a bin"),
    (f.SignGone(sign=Sign.FIRE), "Fire no longer"),
    (f.SignGone(sign=Sign.FIRE, text="put out"), "Fire no longer: put out"),
    (f.PeopleCounted(zone="gate", unhurt=30, slightly=2, badly=1),
     "Gate: 30 unhurt, 2 slightly hurt, 1 badly hurt"),
    (f.PeopleCounted(unhurt=4), "Elsewhere: 4 unhurt, 0 slightly hurt, 0 badly hurt"),
    (f.CommandTaken(who="zhao", name="Zhao Lin"), "Zhao Lin takes command"),
    (f.CommandHandedOver(who="chen", name="Chen Wei", from_name="Zhao Lin"),
     "Chen Wei takes over command from Zhao Lin"),
    (f.CommandHandedOver(who="chen", name="Chen Wei"), "Chen Wei takes over command"),
    (f.DeclaredOver(), "Declared over"),
    (f.DeclaredOver(reason="they left"), "Declared over: they left"),
    (f.Closed(), "Closed"),
    (f.Closed(summary="all well"), "Closed: all well"),
    (f.Reopened(reason="back"), "Reopened: back"),
    (called("li", due=BEGIN + MINUTE), "Li called as Guard, due 2026-11-23T10:01:00Z"),
    (f.CalledOut(who="role:guard", name="", role="guard", due=BEGIN),
     "Guard: nobody there to be called; wanted by 2026-11-23T10:00:00Z"),
    (f.Acknowledged(who="li"), "Li Na acknowledged"),
    (f.Acknowledged(who="role:driver"), "Driver acknowledged"),
    (f.Acknowledged(who="gao"), "Gao Jie acknowledged"),
    (f.Acknowledged(who="stranger"), "stranger acknowledged"),
    (f.OnTheWay(who="li"), "Li Na on the way"),
    (f.OnTheWay(who="li", eta=BEGIN), "Li Na on the way, ETA 2026-11-23T10:00:00Z"),
    (f.NoAnswer(who="li"), "Li Na does not answer"),
    (f.Arrived(who="li"), "Li Na arrived"),
    (f.Excused(who="li", reason="ill"), "Li Na excused: ill"),
    (f.StoodDown(who="li"), "Li Na stood down"),
    (f.StoodDown(who="role:guard"), "Guard: nobody wanted any more"),
    (f.RollCallBegun(roll="1", who=("li", "ma"), due=BEGIN, second_due=BEGIN + MINUTE),
     "Roll call: 2 to answer by 2026-11-23T10:00:00Z"),
    (f.RollAnswered(roll="1", who="li"), "Li Na answered the roll call"),
    (f.RollCallEnded(roll="1"), "Roll call ended"),
    (f.TaskAdded(task="x", text="Bring water"), "Bring water: new task"),
    (f.TaskAdded(task="x", text="Bring water", owner="guard"), "Bring water: new task for Guard"),
    (f.TaskDone(task="speak"), "Speak: done"),
    (f.TaskDone(task="own"), "Bring water: done"),
    (f.TaskDone(task="other"), "other: done"),
    (f.TaskUndone(task="speak"), "Speak: not done after all"),
    (f.TaskUndone(task="speak", reason="loud"), "Speak: not done after all (loud)"),
    (f.TaskSkipped(task="speak", reason="nobody"), "Speak: skipped (nobody)"),
    (f.TaskReassigned(task="speak", owner="guard"), "Speak: now for Guard"),
    (f.TaskReassigned(task="speak", owner="guard", reason="nearer"),
     "Speak: now for Guard (nearer)"),
    (f.TaskDueSet(task="speak", due=BEGIN, reason="more people"),
     "Speak: now due 2026-11-23T10:00:00Z (more people)"),
    (f.ZoneCordoned(zone="gate", line="kerb"), "Gate cordoned, kerb"),
    (f.ZoneCordoned(zone="gate", guards=("li", "ma")),
     "Gate cordoned; on the line: Li Na, Ma Jun"),
    (f.ZoneCordoned(zone="gate", line="kerb", guards=("li",)),
     "Gate cordoned, kerb; on it: Li Na"),
    (f.ZoneCordoned(zone="gate", guards=()), "Gate cordoned; nobody stands on the line"),
    (f.ZoneCordoned(zone="gate", line="kerb", guards=()),
     "Gate cordoned, kerb; nobody stands on it"),
    (f.CordonLifted(zone="gate"), "Gate: cordon lifted"),
    (f.PartConfirmed(zone="roof", part="a"), "Roof, Part A: empty, confirmed"),
    (f.PartConfirmed(zone="roof", part="b", by="Li"), "Roof, b: empty, confirmed by Li"),
    (f.OutCounted(zone="roof", count=3), "Roof: 3 out"),
    (f.AssemblyCounted(point="lawn", count=3), "Lawn: 3 there"),
    (f.EntranceSet(entrance="door", open=True), "door open"),
    (f.EntranceSet(entrance="door", open=False), "door shut"),
    (f.PlaceDefined(place="d", sort=f.PlaceSort.ENTRANCE, name=text("Door"), points=((1, 1),)),
     "Door: drawn on the site plan"),
    (f.PlaceDefined(place="d", sort=f.PlaceSort.ENTRANCE, name=text("Door"), active=False),
     "Door: off the site plan"),
    (f.SitePlanSet(sha256="a", name="site.svg"), "site.svg: new picture of the site plan"),
    (f.SitePlanSet(sha256=""), "The site plan has no picture any more"),
    (f.ZoneCordoned(zone="gate"), "Gate cordoned"),
    (f.ZoneCordoned(zone="roof"), "Roof cordoned"),
    (f.ZoneCordoned(zone="moon"), "moon cordoned"),
    (f.ZoneEvacuating(zone="gate"), "Gate evacuating"),
    (f.ZoneEvacuating(zone="gate", expected=9), "Gate evacuating, 9 expected out"),
    (f.ZoneEmpty(zone="gate"), "Gate reported empty"),
    (f.ZoneConfirmed(zone="gate"), "Gate empty, confirmed"),
    (f.ZoneConfirmed(zone="gate", by="Li Na"), "Gate empty, confirmed by Li Na"),
    (f.ZoneReleased(zone="gate"), "Gate released"),
    (f.PostTaken(post="P1", who="li"), "Li Na at post P1"),
    (f.PostLeft(post="P1"), "Post P1 left"),
    (f.MessageSent(message="m", address="a", to="Duty room", text="Come"),
     "Duty room: message sent: Come"),
    (f.MessageSent(message="m", address="a", to="Duty room", text="Come", by_itself=True),
     "Duty room: message sent by itself: Come"),
    (f.MessageDelivered(message="sent", took_ms=812), "sent: message delivered in 0.8 s"),
    (f.MessageFailed(message="sent", why="answered: 500"),
     "sent: message failed, the server answered 500"),
    (f.SendingSwitched(plan="small", on=True), "Small: messages go out by themselves"),
    (f.SendingSwitched(plan="other", on=False), "other: messages go out only when sent"),
    (f.Notified(target="manager"), "The manager told"),
    (f.Notified(target="manager", said="coming"), "The manager told: coming"),
    (f.Notified(target="press", name="Press", told=False), "Press could not be reached"),
    (f.ServiceCalled(service="110", called_by="Li"), "110 called by Li"),
    (f.ServiceCalled(service="110", called_by="Li", said="crowd"), "110 called by Li: crowd"),
    (f.ServiceArrived(service="110"), "110 arrived"),
    (f.ServiceArrived(service="110", units="2 cars"), "110 arrived: 2 cars"),
    (f.ServiceLeft(service="110"), "110 left"),
    (f.ServiceCalled(service="110", called_by="Li", reference="R7"),
     "110 called by Li, reference R7"),
    (f.ServiceReferenced(service="110", reference="R7"), "110: reference R7"),
    (f.ServiceDefined(service="110", number="999", name=text("Police")), "Police: dial 999"),
    (f.SiteDescribed(name=text("Centre"), address=text("1 Road")), "Centre: 1 Road"),
    (f.SiteDescribed(name=text("Centre"), address=text("1 Road"), phone="9"),
     "Centre: 1 Road, call back 9"),
    (f.ServiceDefined(service="110", number="999", name=text("Police"), active=False),
     "Police: not called from here"),
    (f.ReceptionBegun(reception="r", matter="Wages", received_by="Li"),
     "Reception: Wages • received by Li"),
    (f.ReceptionAmended(reception="r", people=9), "Reception, now: 9"),
    (f.RepresentativeAdded(reception="r", representative="p"), "Representative ? is received"),
    (f.RepresentativeLeft(reception="r", representative="p"), "Representative ? left"),
    (f.MatterAnswered(reception="r", text="On Friday", by="Li"),
     "Reception, answered by Li: On Friday"),
    (f.Promised(reception="r", follow_up="u", text="Call", owner="order", due=BEGIN),
     "Promised: Call • Order, until 2026-11-23T10:00:00Z"),
    (f.ReceptionEnded(reception="r"), "Reception ended"),
    (f.FollowUpAdded(follow_up="u", text="Thank them", owner="order", due=BEGIN),
     "Thank them: owed by Order, until 2026-11-23T10:00:00Z"),
    (f.FollowUpDone(follow_up="visit", result="thanked"), "visit: done, thanked"),
    (f.FollowUpUndone(follow_up="visit", reason="not all"), "visit: owed again (not all)"),
    (f.FollowUpDropped(follow_up="visit", reason="moved"),
     "visit: not needed after all (moved)"),
    (f.FollowUpReassigned(follow_up="visit", owner="guard"), "visit: now owed by Guard"),
    (f.FollowUpDueSet(follow_up="visit", due=BEGIN, reason="away"),
     "visit: until 2026-11-23T10:00:00Z instead (away)"),
    (f.Chased(follow_up="visit", who="Li", said="soon"), "visit: asked Li, who said: soon"),
    (f.FedBack(follow_up="visit", to="the leaders", text="done"),
     "visit: reported to the leaders: done"),
    (f.Settled(), "Settled: nothing is owed any more"),
    (f.ShiftHandedOver(from_name="Wang", to_name="Li", text="quiet"),
     "Wang handed the shift over to Li: quiet"),
    (f.DrillScripted(script="a", title=text("A car burns")),
     "A car burns: the script of this drill"),
    (f.InjectPlayed(inject="a", text=text("A car burns")), "Drill inject: A car burns"),
    (f.InjectAdded(inject="a", text=text("A car burns"), due=BEGIN),
     "Drill inject added for 2026-11-23T10:00:00Z: A car burns"),
    (f.InjectSkipped(inject="a"), "Drill inject skipped: a"),
    (f.InjectSkipped(inject="a", reason="rain"), "Drill inject skipped: a (rain)"),
    (f.DrillPaused(), "The drill stands still"),
    (f.DrillPaused(reason="a real call"), "The drill stands still: a real call"),
    (f.DrillResumed(), "The drill goes on"),
    (f.ContactErased(contact="k"), "Representative ?: name and contact erased"),
    (f.PhaseEntered(phase="reception"), "Phase reception"),
    (f.PhaseEntered(phase="reception", reason="they are here"), "Phase reception: they are here"),
    (f.AlarmAcknowledged(alarm="task:speak", due=BEGIN),
     "Alarm acknowledged: Speak, due 2026-11-23T10:00:00Z"),
    (f.Attached(sha256="0", name="gate.jpg", media_type="image/jpeg", size=9), "Photo: gate.jpg"),
    (f.Attached(sha256="0", name="a.pdf", media_type="text/plain", size=9, text="the permit"),
     "File: the permit"),
    (f.Printed(form="timeline", language="zh", head="0", count=3),
     "Timeline: printed in Chinese, entries: 3"),
    (f.Printed(form="hologram", language="fr", head="0", count=3, contacts=True),
     "hologram: printed in fr with personal details, entries: 3"),
    (Note(text="so {it} is"), "so {it} is"),
    (Corrected(entry="x", reason="twice"), "Struck: twice"),
    (Corrected(entry="x", reason="typo", fact=raw_fact(Note(text="b"))), "Corrected: b (typo)"),
    (f.PersonSet(person="li", name="Li Na"), "Li Na: staff entry changed"),
    (f.DutyStarted(person="li"), "Li Na on duty"),
    (f.DutyEnded(person="li"), "Li Na off duty"),
    (f.PlanPublished(ref="small@0", document=PLAN), "Small: plan published"),
    (f.ZoneDefined(zone="x", name=text("Roof")), "Roof: zone defined"),
    (Unknown(kind="hologram_shown", data="{}"), "An entry of a newer program: hologram_shown"),
)  # fmt: skip


@pytest.mark.parametrize(("fact", "sentence"), SENTENCES, ids=lambda each: str(each)[:40])
def test_that_a_line_reads(fact: AnyFact, sentence: str) -> None:
    line = tell(fact, NAMES)
    assert line.phrase.english() == sentence
    subject = say_word(line.subject, ENGLISH)
    assert sentence.startswith(subject)


def test_that_every_kind_is_among_the_sentences() -> None:
    assert {type(fact) for fact, _ in SENTENCES} == {*KINDS, Unknown}


def test_that_plans_and_zones_are_named_in_the_readers_language() -> None:
    assert tell(f.ZoneCordoned(zone="gate"), NAMES).phrase.render(Chinese()).startswith("〔Gate〕")
    assert Text(en="a", zh="甲").in_language("zh_CN") == "甲"
    assert Text(en="a", zh="甲").in_language("de") == "a"


def test_that_a_zone_is_told_as_it_is_known_though_its_key_is_its_name() -> None:
    named = f.ZoneDefined(zone="lab", name=Text(en="lab", zh="实验室"))
    site = a_site(PEOPLE, named)
    names = Names(incident=an_open_incident(), plan=PLAN, site=site)
    assert names.zone("lab") == Text(en="lab", zh="实验室")


def test_that_a_zone_removed_from_the_site_is_told_as_the_plan_calls_it_again() -> None:
    ours = f.ZoneDefined(zone="gate", name=Text(en="Our gate", zh="我们的门"))
    gone = f.ZoneDefined(zone="gate", name=ours.name, active=False)
    alone = f.ZoneDefined(zone="shed", name=Text(en="Shed", zh="棚"), active=False)
    names = Names(incident=an_open_incident(), plan=PLAN, site=a_site(PEOPLE, ours, gone, alone))
    assert names.zone("gate") == text("Gate")
    assert names.zone("shed") == Text(en="Shed", zh="棚")
