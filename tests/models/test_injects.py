"""Injects: what is due when, put off by pauses; played once, skipped, added; of drills only."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models import facts as f
from app.models.command import Command, Open, Refusal
from app.models.incident import digest
from app.models.injects import InjectState, injects, may_be_played
from app.models.script import Inject
from app.models.text import Text
from tests.builders import BEGIN, MINUTE, Play, text

FIRE = Inject(key="fire", at=2 * MINUTE, text=text("A bin burns"), leader=text("Red flag"))
HURT = Inject(key="hurt", at=6 * MINUTE, text=text("Somebody bleeds"))
SCRIPT = f.DrillScripted(script="small", title=text("A fire"), injects=(FIRE, HURT))
PLAYED = f.InjectPlayed(inject="fire", text=text(""))


def a_drill(script: f.DrillScripted | None = SCRIPT) -> Play:
    play = Play()
    opening = Open(plan="small", title="Crowd", place="Gate", drill=True, script=script)
    drafts = play.decide(opening)
    assert not isinstance(drafts, Refusal)
    play.incident = type(play.incident)("one")
    play.take(drafts)
    return play


def at(play: Play, minutes: float, command: Command) -> None:
    """Do it so many minutes after the opening."""
    play.now = BEGIN + minutes * MINUTE
    play.do(command)


def due(play: Play) -> list[tuple[str, float]]:
    """Those to come: the key, and minutes after the opening."""
    rows = injects(play.incident, play.now)
    return [(row.key, (row.due - BEGIN) / MINUTE) for row in rows if row.to_come]


def states(play: Play) -> dict[str, InjectState]:
    return {row.key: row.state for row in injects(play.incident, play.now)}


def test_that_a_script_counts_from_the_opening() -> None:
    play = a_drill()
    assert due(play) == [("fire", 2), ("hurt", 6)]
    assert play.incident.drilling.title == text("A fire")


def test_that_what_was_played_says_who_and_what_the_script_says() -> None:
    play = a_drill()
    play.now = BEGIN + 3 * MINUTE
    (recorded,) = play.do(PLAYED)
    assert recorded == f.InjectPlayed(inject="fire", text=FIRE.text)
    (_, row) = injects(play.incident, play.now)
    assert row.ended is not None
    assert (row.state, row.ended.by, row.ended.at) == (InjectState.PLAYED, "Wang Min", play.now)
    assert play.refused(PLAYED) == "inject_played"


def test_that_a_pause_puts_off_what_is_to_come_and_nothing_is_played_in_it() -> None:
    play = a_drill()
    at(play, 1, f.DrillPaused())
    play.now = BEGIN + 4 * MINUTE
    assert due(play) == [("fire", 5), ("hurt", 9)], "they move on with the clock"
    assert play.refused(PLAYED) == "drill_pauses"
    assert play.refused(f.DrillPaused()) == "drill_pauses"
    play.do(f.DrillResumed())
    play.now = BEGIN + 20 * MINUTE
    assert due(play) == [("fire", 5), ("hurt", 9)]
    assert play.refused(f.DrillResumed()) == "drill_runs"


def test_that_a_pause_after_it_was_due_puts_nothing_off() -> None:
    play = a_drill()
    at(play, 3, f.DrillPaused())
    play.now = BEGIN + 5 * MINUTE
    play.do(f.DrillResumed())
    assert due(play) == [("fire", 2), ("hurt", 8)]


def test_that_one_is_skipped_with_the_reason_and_can_still_be_played() -> None:
    play = a_drill()
    play.do(f.InjectSkipped(inject="fire", reason="rain"))
    assert states(play)["fire"] is InjectState.SKIPPED
    assert play.refused(f.InjectSkipped(inject="fire")) == "inject_skipped"
    play.do(PLAYED)
    assert states(play)["fire"] is InjectState.PLAYED
    assert play.refused(f.InjectSkipped(inject="fire")) == "inject_played"


def test_that_the_leader_adds_one_for_later_or_lets_it_happen_at_once() -> None:
    play = a_drill(script=None)
    later = f.InjectAdded(inject="rain", text=text("It rains"), due=BEGIN + 4 * MINUTE)
    play.do(later)
    assert play.refused(later) == "inject_exists"
    play.do(f.InjectPlayed(inject="now", text=text("A siren")))
    assert states(play) == {"rain": InjectState.TO_COME, "now": InjectState.PLAYED}
    assert play.refused(f.InjectPlayed(inject="nothing", text=Text("", ""))) == ("unknown_inject")


def test_that_an_added_one_is_put_off_by_what_stands_still_after_it_was_added() -> None:
    play = a_drill(script=None)
    at(play, 1, f.DrillPaused())
    play.now = BEGIN + 2 * MINUTE
    play.do(f.InjectAdded(inject="rain", text=text("It rains"), due=BEGIN + 4 * MINUTE))
    play.now = BEGIN + 3 * MINUTE
    play.do(f.DrillResumed())
    assert due(play) == [("rain", 5)]


@pytest.mark.parametrize(
    "command",
    [
        SCRIPT, PLAYED, f.InjectSkipped(inject="fire"), f.DrillPaused(), f.DrillResumed(),
        f.InjectAdded(inject="x", text=text("X"), due=BEGIN),
    ],
    ids=lambda command: command.kind,
)  # fmt: skip
def test_that_nothing_is_played_in_earnest_or_once_it_is_over(command: Command) -> None:
    assert Play().refused(command) == "no_drill"
    drill = a_drill()
    drill.do(f.DeclaredOver(despite="enough"))
    assert drill.refused(command) in ("drill_over", "script_runs")
    assert not may_be_played(drill.incident)


def test_that_a_real_incident_is_not_opened_by_a_script() -> None:
    opening = Open(plan="small", title="Crowd", place="Gate", script=SCRIPT)
    assert Play().refused(opening) == "no_drill"


def test_that_a_script_has_each_key_once_and_a_drill_one_script() -> None:
    twice = f.DrillScripted(script="small", title=text("A"), injects=(FIRE, FIRE))
    assert a_drill(script=None).refused(twice) == "inject_exists"
    assert a_drill().refused(SCRIPT) == "script_runs"


def test_that_what_was_played_by_mistake_is_taken_back() -> None:
    play = a_drill()
    play.do(PLAYED)
    entry = play.incident.timeline[-1]
    play.do(f.Corrected(entry=entry.id, reason="", taken_back=True))
    assert states(play)["fire"] is InjectState.TO_COME


def test_that_two_stations_show_the_same_whatever_came_first() -> None:
    play = a_drill()
    at(play, 1, f.DrillPaused())
    play.now = BEGIN + 3 * MINUTE
    play.do(f.DrillResumed())
    play.do(PLAYED)
    there = type(play.incident)("one", reversed(play.incident.timeline))
    assert digest(there) == digest(play.incident)
    assert injects(there, play.now) == injects(play.incident, play.now)


def test_that_how_long_it_stood_still_counts_only_within_the_stretch() -> None:
    play = a_drill()
    at(play, 1, f.DrillPaused())
    play.now = BEGIN + 5 * MINUTE
    play.do(f.DrillResumed())
    drilling = play.incident.drilling
    assert drilling.paused_between(BEGIN, BEGIN + 9 * MINUTE) == 4 * MINUTE
    assert drilling.paused_between(BEGIN + 3 * MINUTE, BEGIN + 4 * MINUTE) == MINUTE
    assert drilling.paused_between(BEGIN + 6 * MINUTE, BEGIN + 9 * MINUTE) == timedelta(0)
