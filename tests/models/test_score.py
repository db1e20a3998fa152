"""The score of a drill: in time, late, missed, by group and inject; and what to improve."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

import msgspec
import pytest

from app.models import facts as f
from app.models.command import Open, Refusal
from app.models.course import Status
from app.models.drilltelling import scripted
from app.models.improving import improvements, lasting
from app.models.incident import Incident
from app.models.plan import Plan, Rule, Sign, reference
from app.models.score import Mark, Score, Sort, Verdict, score
from app.models.score_words import score_text
from app.models.script import Answering, Expected, Inject
from app.models.text import ENGLISH
from app.record.reader import PaperReader
from app.store.bundled import (
    bundled_plan,
    bundled_plans,
    drills_of,
    example_site,
    scripted_drill,
)
from tests.builders import MINUTE, PEOPLE, PLAN, SECOND, Play, a_site, entry, text
from tests.models.test_drill_played import _play as play_the_shipped_drill
from tests.models.test_injects import a_drill, at

OVER = f.DeclaredOver(reason="all have left", despite="it was a drill")
CALL_119 = Expected(kind=Answering.SERVICE_CALLED, of="119")
FIRE = Inject(key="fire", at=MINUTE, text=text("A bin burns"), expect=(CALL_119,), within=MINUTE)
RAIN = Inject(key="rain", at=MINUTE, text=text("It rains"))
SCRIPT = f.DrillScripted(script="small", title=text("A fire"), injects=(FIRE, RAIN))


def scored(play: Play) -> Score:
    found = score(play.incident, play.plan, play.site)
    assert found is not None
    return found


def ended(play: Play, minutes: float) -> Score:
    play.now = play.incident.timeline[0].at + minutes * MINUTE
    play.do(OVER)
    return scored(play)


def mark(found: Score, sort: Sort, key: str) -> Mark | None:
    return next((each for each in found.marks if (each.sort, each.key) == (sort, key)), None)


def verdict(found: Score, sort: Sort, key: str) -> Verdict | None:
    each = mark(found, sort, key)
    return each.verdict if each else None


def test_that_a_pause_that_came_late_from_a_station_that_was_cut_off_excuses_nobody() -> None:
    """Nobody else knew of it, and the drill went on."""
    play = a_drill(SCRIPT)
    drill = play.incident
    at(play, 2, f.InjectPlayed(inject="fire", text=text("")))
    at(play, 4, f.InjectPlayed(inject="rain", text=text("")))
    before = ended(play, 30)
    drill.add([entry(f.DrillPaused(), drill.timeline[0].at + 3 * MINUTE)])
    after = scored(play)
    assert after.stood_still == MINUTE
    assert mark(after, Sort.INJECT, "fire") is not None
    assert [each.verdict for each in after.marks] == [each.verdict for each in before.marks]


def test_that_only_a_drill_that_is_over_has_a_score() -> None:
    real = Play()
    real.do(OVER)
    assert score(real.incident, PLAN, real.site) is None
    drill = a_drill()
    assert score(drill.incident, PLAN, drill.site) is None
    drill.do(OVER)
    assert drill.incident.course.status is Status.OVER
    assert score(drill.incident, PLAN, drill.site) is not None


def test_that_duties_are_in_time_late_or_missed() -> None:
    play = a_drill()
    at(play, 1, f.Notified(target="manager"))
    at(play, 6, f.TaskDone(task="speak"))
    at(play, 0.5, f.Arrived(who="li"))
    at(play, 7, f.Arrived(who="ma"))
    found = ended(play, 10)
    assert verdict(found, Sort.NOTIFICATION, "manager") is Verdict.MET
    late = mark(found, Sort.TASK, "speak")
    assert late is not None
    assert (late.verdict, late.late) == (Verdict.LATE, MINUTE)
    assert verdict(found, Sort.CALL_OUT, "li") is Verdict.MET
    assert verdict(found, Sort.CALL_OUT, "ma") is Verdict.LATE
    assert verdict(found, Sort.CALL_OUT, "zhao") is Verdict.MISSED, "on duty, and never came"


def test_that_what_had_time_left_or_was_excused_or_skipped_does_not_count() -> None:
    play = a_drill()
    at(play, 0.5, f.Excused(who="zhao", reason="ill"))
    at(play, 0.5, f.StoodDown(who="li"))
    at(play, 1, f.TaskSkipped(task="speak", reason="nobody there"))
    found = ended(play, 3)
    for sort, key in ((Sort.CALL_OUT, "zhao"), (Sort.CALL_OUT, "li"), (Sort.CALL_OUT, "ma"),
                      (Sort.CALL_OUT, "chen"), (Sort.TASK, "speak"),
                      (Sort.TASK, "lead_in")):  # fmt: skip
        assert mark(found, sort, key) is None, key


def test_that_moving_a_deadline_does_not_move_the_plans() -> None:
    play = a_drill()
    at(play, 1, f.TaskDueSet(task="speak", due=play.now + 60 * MINUTE, reason="more people"))
    at(play, 8, f.TaskDone(task="speak"))
    assert verdict(ended(play, 9), Sort.TASK, "speak") is Verdict.LATE


def test_that_time_in_which_it_stood_still_counts_for_nobody() -> None:
    play = a_drill()
    at(play, 1, f.DrillPaused())
    play.now = play.incident.timeline[0].at + 9 * MINUTE
    play.do(f.DrillResumed())
    at(play, 12, f.TaskDone(task="speak"))
    found = ended(play, 13)
    assert found.stood_still == 8 * MINUTE
    done = mark(found, Sort.TASK, "speak")
    assert done is not None
    assert (done.verdict, done.took) == (Verdict.MET, 4 * MINUTE)


def test_that_every_evacuation_is_to_be_confirmed() -> None:
    play = a_drill()
    at(play, 1, f.ZoneEvacuating(zone="gate"))
    at(play, 1, f.ZoneEvacuating(zone="lobby"))
    at(play, 2, f.ZoneEmpty(zone="gate"))
    at(play, 3, f.ZoneConfirmed(zone="gate", by="Li"))
    at(play, 4, f.ZoneReleased(zone="gate"))
    at(play, 5, f.ZoneReleased(zone="lobby"))
    found = ended(play, 6)
    gate = mark(found, Sort.ZONE, "gate")
    assert gate is not None
    assert (gate.verdict, gate.took) == (Verdict.MET, 2 * MINUTE)
    assert verdict(found, Sort.ZONE, "lobby") is Verdict.MISSED, "released, and nobody had looked"


def test_that_a_service_that_the_plan_asks_for_is_to_be_called() -> None:
    rule = Rule(sign=Sign.FIRE, reason=text("Fire"), services=("119",))
    play = a_drill()
    play.plan = msgspec.structs.replace(PLAN, rules=(rule,))
    at(play, 1, f.SignSeen(sign=Sign.FIRE))
    at(play, 2, f.ServiceCalled(service="110"))
    found = ended(play, 3)
    assert verdict(found, Sort.SERVICE, "119") is Verdict.MISSED
    assert verdict(found, Sort.SERVICE, "110") is Verdict.MET


def test_that_an_inject_is_answered_by_what_its_script_expects() -> None:
    play = a_drill(SCRIPT)
    at(play, 1, f.InjectPlayed(inject="fire", text=text("")))
    at(play, 1, f.InjectPlayed(inject="rain", text=text("")))
    at(play, 1.5, f.Note(text="smoke"))
    at(play, 1.5, f.ServiceCalled(service="110"))
    at(play, 4, f.ServiceCalled(service="119"))
    found = ended(play, 6)
    fire, rain = mark(found, Sort.INJECT, "fire"), mark(found, Sort.INJECT, "rain")
    assert fire is not None
    assert (fire.verdict, fire.took) == (Verdict.LATE, 3 * MINUTE)
    assert rain is not None
    assert rain.took is not None
    assert rain.took < 31 * SECOND, "by anything that staff record, where nothing is expected"


def test_that_what_nobody_answered_and_what_was_not_played() -> None:
    play = a_drill(SCRIPT)
    at(play, 1, f.InjectPlayed(inject="fire", text=text("")))
    at(play, 2, f.InjectSkipped(inject="rain"))
    found = ended(play, 6)
    assert verdict(found, Sort.INJECT, "fire") is Verdict.MISSED
    assert mark(found, Sort.INJECT, "rain") is None
    assert next(phrase.english() for phrase in improvements(found)) == (
        "“A bin burns”: nothing that answers it was recorded. Go through what the plan asks for "
        "then."
    )


def test_that_what_was_struck_answers_nothing() -> None:
    play = a_drill(SCRIPT)
    at(play, 1, f.InjectPlayed(inject="fire", text=text("")))
    at(play, 1.5, f.ServiceCalled(service="119"))
    call = play.incident.timeline[-1]
    play.do(f.Corrected(entry=call.id, reason="nobody called"))
    assert verdict(ended(play, 6), Sort.INJECT, "fire") is Verdict.MISSED


def test_that_groups_add_up_to_the_total() -> None:
    play = a_drill()
    at(play, 7, f.Arrived(who="ma"))
    found = ended(play, 40)
    assert found.total.all == len(found.marks)
    assert sum(each.all for each in found.groups) == found.total.all
    assert {each.name for each in found.groups} >= {text("Order"), text("Command")}


def test_that_nobody_is_named_in_what_to_improve() -> None:
    play = a_drill()
    at(play, 7, f.Arrived(who="ma"))
    said = [phrase.english() for phrase in improvements(ended(play, 40))]
    assert "Order: 1 of 2 came late, the last by 2 min." in " ".join(said)
    assert not any(name in " ".join(said) for name in ("Ma Jun", "Li Na", "Chen Wei"))


def test_that_nothing_to_improve_is_said_too() -> None:
    play = a_drill()
    for who in ("zhao", "li", "ma", "chen"):
        play.do(f.Arrived(who=who))
    play.do(f.Notified(target="manager"))
    (said,) = improvements(ended(play, 1))
    assert said.english().startswith("Everything was done in time.")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 s"), (59, "59 s"), (60, "1 min"), (151, "2 min 31 s"), (3_725, "1 h 2 min")],
)
def test_that_a_duration_is_told_as_people_say_it(seconds: int, said: str) -> None:
    assert lasting(timedelta(seconds=seconds)).english() == said


def test_that_the_shipped_drill_has_a_score_to_read() -> None:
    plan, site = bundled_plan("office-crowd"), Play().site
    incident = play_the_shipped_drill()
    found = score(incident, plan, site)
    assert found is not None
    assert scripted_drill(plan, example_site()).injects
    told = score_text("2026-0001", incident, found, ENGLISH)
    assert told.startswith("DRILL 2026-0001: score")
    assert "late: " in told
    assert "What to improve" in told


def test_that_chinese_lines_have_chinese_signs() -> None:
    play = a_drill(SCRIPT)
    at(play, 2, f.InjectPlayed(inject="fire", text=text("")))
    found = ended(play, 30)
    told = score_text("D2026-0001", play.incident, found, PaperReader("zh"))
    lines = [line for line in told.splitlines()[2:] if line.startswith("  ")]
    assert lines
    assert [line for line in lines if ": " in line or " (" in line] == []
    assert any("：" in line and "（" in line for line in lines)


_CODES: tuple[Literal["en", "zh"], ...] = ("en", "zh")
EVERY = [plan for _, plan in bundled_plans()]


@pytest.mark.parametrize("plan", EVERY, ids=[plan.key for plan in EVERY])
def test_that_any_plan_is_played_as_a_drill_with_each_of_its_scripts_and_without(
    plan: Plan,
) -> None:
    for drill in (None, *drills_of(plan)):
        published = f.PlanPublished(ref=reference(plan), document=plan)
        play = Play(a_site(PEOPLE, published))
        play.plan, play.incident = plan, Incident("one")
        lowest = min(step.level for step in plan.levels)
        given = scripted(drill) if drill else None
        drafts = play.decide(
            Open(plan=plan.key, title="D", place="Gate", level=lowest, drill=True, script=given)
        )
        assert not isinstance(drafts, Refusal), drafts.why.english()
        play.take(drafts)
        for inject in drill.injects if drill else ():
            play.wait(1).do(f.InjectPlayed(inject=inject.key, text=inject.text))
        play.wait(30).do(OVER)
        found = scored(play)
        told = [score_text("D1", play.incident, found, PaperReader(code)) for code in _CODES]
        assert told[0].startswith("DRILL D1")
        assert told[1].startswith("演练 D1")
        assert improvements(found)
