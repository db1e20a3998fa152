"""Follow-ups: owed after the end, chased, ended; and an incident that is settled by the last."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from app.models import facts as f
from app.models.command import Command
from app.models.facts import Fact
from app.models.follow_up_states import FollowUpState
from app.models.follow_ups import (
    FollowUpRow,
    dues,
    follow_up,
    follow_ups,
    in_order,
    owed,
    owes,
)
from app.models.plan import Plan, PlanFollowUp, reference
from app.models.telling import Names, tell
from tests.builders import (
    BEGIN,
    MINUTE,
    PLAN,
    SECOND,
    Play,
    a_site,
    an_open_incident,
    entry,
    text,
)

DAY = timedelta(days=1)
OWING: Plan = msgspec.structs.replace(
    PLAN,
    follow_ups=(
        PlanFollowUp(key="visit", text=text("Visit them"), owner="guard", within=2 * DAY),
        PlanFollowUp(key="report", text=text("Report"), owner="commander", within=5 * DAY),
    ),
)


def a_play(*, closed: bool = True) -> Play:
    """Declared over five minutes after the opening, and closed a minute later."""
    play = Play(a_site(plan=OWING))
    play.plan = OWING
    if closed:
        play.wait(5).do(f.DeclaredOver())
        play.wait(1).do(f.Closed())
    return play


def row(play: Play, key: str) -> FollowUpRow:
    found = follow_up(play.incident, play.plan, key)
    assert found is not None
    return found


def test_that_those_of_the_plan_begin_when_it_is_declared_over() -> None:
    play = a_play(closed=False)
    assert follow_ups(play.incident, play.plan) == []
    assert play.refused(f.FollowUpDone(follow_up="visit")) == "follow_up_not_begun"
    play.wait(5).do(f.DeclaredOver())
    assert [(each.key, each.due) for each in follow_ups(play.incident, play.plan)] == [
        ("visit", BEGIN + 5 * MINUTE + 2 * DAY), ("report", BEGIN + 5 * MINUTE + 5 * DAY),
    ]  # fmt: skip


def test_that_the_last_one_settles_a_closed_incident() -> None:
    play = a_play()
    assert play.wait(1).do(f.FollowUpDone(follow_up="visit", result="thanked")) == [
        f.FollowUpDone(follow_up="visit", result="thanked")
    ]
    assert play.wait(1).do(f.FollowUpDropped(follow_up="report", reason="told by phone")) == [
        f.FollowUpDropped(follow_up="report", reason="told by phone"), f.Settled(seen=()),
    ]  # fmt: skip
    assert play.incident.is_settled
    assert owed(play.incident, play.plan) is None
    assert row(play, "visit").value.outcome == "thanked"
    assert row(play, "report").state is FollowUpState.DROPPED


def test_that_ending_the_last_one_before_closing_leaves_settling_to_the_closing() -> None:
    play = a_play(closed=False)
    play.wait(5).do(f.DeclaredOver())
    play.do(f.FollowUpDone(follow_up="visit"))
    assert play.do(f.FollowUpDone(follow_up="report")) == [f.FollowUpDone(follow_up="report")]
    assert play.wait(1).do(f.Closed()) == [f.Closed(), f.Settled(seen=())]


def test_that_closing_what_owes_nothing_settles_it() -> None:
    play = Play()
    play.do(f.DeclaredOver())
    assert play.do(f.Closed(summary="quiet")) == [
        f.Closed(summary="quiet"), f.Settled(seen=()),
    ]  # fmt: skip


def test_that_nothing_is_settled_while_the_plan_is_not_here() -> None:
    play = Play()
    play.do(f.DeclaredOver())
    play.plan = None
    assert play.do(f.Closed()) == [f.Closed()]


def test_that_settling_is_dated_now_however_long_ago_the_last_one_was_done() -> None:
    play = a_play()
    play.wait(10).do(f.FollowUpDone(follow_up="visit"))
    play.do(f.FollowUpAdded(follow_up="own", text="Thank", owner="Li Na", due=play.now))
    play.do(f.FollowUpDone(follow_up="own"))
    play.wait(5).do(f.FollowUpDone(follow_up="report"), at=8)
    assert play.incident.settling.settled_at == play.now


AGAIN: tuple[Command, ...] = (
    f.Reopened(reason="they are back"),
    f.FollowUpUndone(follow_up="visit", reason="they were out"),
    f.FollowUpAdded(follow_up="own", text="Thank", owner="Li Na", due=BEGIN + DAY),
)


@pytest.mark.parametrize("command", AGAIN)
def test_that_a_settled_incident_is_taken_up_again(command: Command) -> None:
    play = a_play()
    for key in ("visit", "report"):
        play.wait(1).do(f.FollowUpDone(follow_up=key))
    assert play.incident.is_settled
    # Also by what is back-dated to before it was settled.
    play.wait(5).do(command, at=7)
    assert not play.incident.is_settled


def test_that_reopening_suspends_what_is_owed_until_it_is_over_again() -> None:
    play = a_play()
    play.wait(1).do(f.FollowUpDone(follow_up="visit"))
    play.wait(1).do(f.Reopened(reason="they are back"))
    assert [each.key for each in follow_ups(play.incident, play.plan)] == ["visit"]
    play.wait(10).do(f.DeclaredOver())
    assert row(play, "visit").state is FollowUpState.DONE
    assert row(play, "report").due == play.now + 5 * DAY


def test_that_two_stations_ending_the_last_two_at_once_leave_it_to_be_settled_by_hand() -> None:
    play = a_play()
    here = play.wait(1).decide(f.FollowUpDone(follow_up="visit"))
    there = play.decide(f.FollowUpDone(follow_up="report"))
    assert isinstance(here, list)
    assert isinstance(there, list)
    play.take([*here, *there])
    found = owed(play.incident, play.plan)
    assert found is not None
    assert found.is_done
    assert play.do(f.Settled()) == [f.Settled(seen=())]
    assert play.refused(f.Settled()) == "settled_already"


def two_at_once(play: Play, one: Command, other: Command) -> None:
    """The other station has not heard of the one when it records, a second later."""
    here, later = play.decide(one), play.now + SECOND
    play.now = later
    there = play.decide(other)
    assert isinstance(here, list)
    assert isinstance(there, list)
    play.take([*here, *there])


@pytest.mark.parametrize("again", AGAIN)
def test_that_who_has_not_heard_that_it_is_taken_up_again_settles_nothing(again: Command) -> None:
    play = a_play()
    play.wait(1).do(f.FollowUpDone(follow_up="visit"))
    two_at_once(play.wait(1), again, f.FollowUpDone(follow_up="report"))
    assert isinstance(play.incident.timeline[-1].fact, f.Settled)
    assert not play.incident.is_settled
    assert play.incident.is_open or owes(play.incident, play.plan)


def test_that_what_was_added_unheard_of_is_ended_and_settles_it() -> None:
    play = a_play()
    play.wait(1).do(f.FollowUpDone(follow_up="visit"))
    two_at_once(play.wait(1), AGAIN[2], f.FollowUpDone(follow_up="report"))
    play.wait(1).do(f.FollowUpDone(follow_up="own"))
    assert play.incident.is_settled


def test_that_an_incident_closed_anew_is_not_settled_by_what_was_meant_for_the_first_end() -> None:
    play = a_play()
    play.wait(1).do(f.FollowUpDone(follow_up="visit"))
    two_at_once(play.wait(1), AGAIN[0], f.FollowUpDone(follow_up="report"))
    play.plan = None  # so that nothing is settled by closing
    play.wait(1).do(f.DeclaredOver())
    play.wait(1).do(f.Closed())
    assert not play.incident.is_settled


def test_that_settling_of_an_older_program_knows_all_that_stands_before_it() -> None:
    own = f.FollowUpAdded(follow_up="own", text="Thank", owner="Li Na", due=BEGIN)
    done = f.FollowUpDone(follow_up="own")
    incident = an_open_incident(own, done, f.Closed(), f.Settled())
    assert incident.is_settled
    assert not an_open_incident(own, done, f.Settled()).is_settled


def test_that_settling_is_refused_while_something_is_owed_or_it_is_not_closed() -> None:
    assert a_play(closed=False).refused(f.Settled()) == "settled_by_closing"
    assert a_play().refused(f.Settled()) == "still_owed"


def test_that_what_was_ended_is_taken_up_again_for_a_reason() -> None:
    play = a_play()
    play.wait(1).do(f.FollowUpDone(follow_up="visit"))
    entry_of_it = play.last_id()
    assert play.refused(f.FollowUpDone(follow_up="visit")) == "follow_up_ended"
    assert play.refused(f.Corrected(entry=entry_of_it, reason="?")) == "follow_up_struck"
    assert play.refused(f.FollowUpUndone(follow_up="visit", reason=" ")) == "missing"
    assert play.refused(f.FollowUpUndone(follow_up="report", reason="?")) == "follow_up_open"
    play.wait(1).do(f.FollowUpUndone(follow_up="visit", reason="they were out"))
    assert (row(play, "visit").is_owed, row(play, "visit").value.ended_at) == (True, None)


def test_that_an_owner_and_a_date_are_changed() -> None:
    play = a_play()
    due = BEGIN + 9 * DAY
    play.do(f.FollowUpReassigned(follow_up="visit", owner="Xu Qiang"))
    assert play.refused(f.FollowUpReassigned(follow_up="visit", owner="Xu Qiang")) == "unchanged"
    play.do(f.FollowUpDueSet(follow_up="visit", due=due, reason="they are away"))
    assert play.refused(f.FollowUpDueSet(follow_up="visit", due=due, reason="?")) == "unchanged"
    assert play.refused(f.FollowUpDueSet(follow_up="report", due=due, reason="")) == "missing"
    assert (row(play, "visit").owner.en, row(play, "visit").due) == ("Xu Qiang", due)


def test_that_chasing_and_feeding_back_are_kept_with_it() -> None:
    play = a_play()
    play.wait(1).do(f.Chased(follow_up="visit", who="Li Na", said="on Monday"))
    play.wait(1).do(f.FedBack(follow_up="visit", to="the leaders", text="planned for Monday"))
    value = row(play, "visit").value
    assert (value.chased_who, value.said, value.fed_back_to) == (
        "Li Na",
        "on Monday",
        "the leaders",
    )
    assert play.refused(f.FedBack(follow_up="visit", to="", text="x")) == "missing"
    play.do(f.FollowUpDone(follow_up="visit"))
    assert play.refused(f.Chased(follow_up="visit")) == "follow_up_ended"
    # How it ended is what they wait for.
    play.do(f.FedBack(follow_up="visit", to="the leaders", text="done"))


def test_that_one_is_added_once_while_the_incident_runs() -> None:
    play = a_play(closed=False)
    own = f.FollowUpAdded(follow_up="own", text="Thank", owner="Li Na", due=BEGIN + DAY)
    play.do(own)
    assert play.refused(own) == "follow_up_exists"
    planned = msgspec.structs.replace(own, follow_up="visit")
    assert play.refused(planned) == "follow_up_exists"
    assert play.refused(f.FollowUpDone(follow_up="none")) == "unknown_follow_up"


def test_that_a_promise_is_owed() -> None:
    told = f.Promised(
        follow_up="p1", reception="r1", text="An answer", owner="Li Na", due=BEGIN + DAY
    )
    [promise] = follow_ups(an_open_incident(told), None)
    assert (promise.promised, promise.text.en, promise.due) == (True, "An answer", BEGIN + DAY)


def test_that_across_incidents_the_longest_overdue_comes_first_and_drills_last() -> None:
    late = a_play().incident
    early = an_open_incident(
        f.FollowUpAdded(follow_up="own", text="Thank", owner="Li Na", due=BEGIN + 3 * MINUTE),
        stream="two",
    )
    drill = an_open_incident(
        f.FollowUpAdded(follow_up="own", text="Thank", owner="Li Na", due=BEGIN), stream="three"
    )
    fact = f.Opened(
        plan=reference(OWING), title="D", place="Gate", level=PLAN.levels[0].level, drill=True
    )
    drill = type(drill)("three", [entry(fact, BEGIN - MINUTE, stream="three"), *drill.timeline[1:]])
    found = [owed(incident, OWING) for incident in (drill, late, early)]
    everything = [each for each in found if each is not None]
    assert [(o.stream, r.key) for o, r in in_order(everything)] == [
        ("two", "own"), ("one", "visit"), ("one", "report"), ("three", "own"),
    ]  # fmt: skip
    assert [due <= BEGIN + DAY for due in dues(everything)] == [True, False, False]


TOLD: tuple[tuple[Fact, str], ...] = (
    (f.FollowUpAdded(follow_up="o", text="Thank", owner="guard", due=BEGIN),
     "Thank: owed by Guard, until 2026-11-23T10:00:00Z"),
    (f.FollowUpDone(follow_up="visit", result="thanked"), "Visit them: done, thanked"),
    (f.FollowUpDone(follow_up="visit"), "Visit them: done"),
    (f.FollowUpUndone(follow_up="visit", reason="out"), "Visit them: owed again (out)"),
    (f.FollowUpDropped(follow_up="visit", reason="moved"),
     "Visit them: not needed after all (moved)"),
    (f.FollowUpReassigned(follow_up="visit", owner="Xu"), "Visit them: now owed by Xu"),
    (f.FollowUpReassigned(follow_up="visit", owner="Xu", reason="ill"),
     "Visit them: now owed by Xu (ill)"),
    (f.FollowUpDueSet(follow_up="visit", due=BEGIN, reason="away"),
     "Visit them: until 2026-11-23T10:00:00Z instead (away)"),
    (f.Chased(follow_up="visit", who="Li", said="soon"), "Visit them: asked Li, who said: soon"),
    (f.Chased(follow_up="visit", who="Li"), "Visit them: asked Li"),
    (f.Chased(follow_up="visit", said="soon"), "Visit them: asked how it stands: soon"),
    (f.Chased(follow_up="visit"), "Visit them: asked how it stands"),
    (f.FedBack(follow_up="visit", to="the leaders", text="done"),
     "Visit them: reported to the leaders: done"),
    (f.Settled(), "Settled: nothing is owed any more"),
)  # fmt: skip


@pytest.mark.parametrize(("fact", "words"), TOLD)
def test_that_each_is_told_in_a_sentence(fact: Fact, words: str) -> None:
    play = a_play()
    names = Names(incident=play.incident, plan=OWING, site=play.site)
    assert tell(fact, names).phrase.english() == words  # type: ignore[arg-type]  # a known fact
