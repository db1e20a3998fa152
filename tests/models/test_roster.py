"""The roster as a list, and the head-count."""

from __future__ import annotations

from app.models import facts as f
from app.models.call_outs import CallOutState
from app.models.roster import Counts, RosterRow, counts, names, roster, told_apart
from app.models.text import Text
from app.models.urgency import Urgency
from tests.builders import (
    BEGIN,
    MINUTE,
    PLAN,
    Play,
    a_site,
    an_open_incident,
    called,
    person,
    text,
)


def row(play: Play, who: str) -> RosterRow:
    return next(each for each in roster(play.incident, play.plan) if each.who == who)


def test_that_the_awaited_stand_by_deadline_then_those_here_then_those_gone() -> None:
    play = Play()
    play.wait(1).do(f.Arrived(who="ma"))
    play.wait(1).do(f.Arrived(who="zhao"))
    play.wait(1).do(f.Excused(who="chen", reason="abroad"))
    play.do(f.Arrived(who="gao"))
    assert [each.who for each in roster(play.incident, PLAN)] == ["li", "ma", "zhao", "gao", "chen"]


def test_that_rows_name_role_and_group() -> None:
    play = Play()
    assert (row(play, "li").role, row(play, "li").group) == (text("Guard"), text("Order"))
    play.plan = None
    assert row(play, "li").role == Text(en="guard", zh="guard")


def test_that_arrivals_are_judged_by_their_deadline() -> None:
    play = Play()
    assert row(play, "li").in_time is None
    play.wait(1).do(f.Arrived(who="li"))
    play.wait(9).do(f.Arrived(who="ma"))
    play.do(f.Arrived(who="gao"))
    assert (row(play, "li").in_time, row(play, "ma").in_time) == (True, False)
    assert row(play, "gao").in_time is None  # came uncalled


def test_that_whoever_came_before_the_call_was_in_time() -> None:
    incident = an_open_incident(f.Arrived(who="gao", name="Gao Jie"), called("gao"))
    assert [each.in_time for each in roster(incident, PLAN)] == [True]


def test_that_the_awaited_are_urgent_and_the_others_settled() -> None:
    play = Play()
    assert row(play, "ma").awaited
    assert row(play, "ma").urgency(BEGIN + 6 * MINUTE) is Urgency.LATE
    play.do(f.NoAnswer(who="ma"))
    assert row(play, "ma").urgency(BEGIN + 6 * MINUTE) is Urgency.LATE
    play.do(f.Arrived(who="ma"))
    assert row(play, "ma").urgency(BEGIN + 6 * MINUTE) is Urgency.SETTLED


def test_that_a_lone_answer_of_somebody_never_called_makes_no_row() -> None:
    assert roster(an_open_incident(f.Acknowledged(who="li")), PLAN) == []


def test_that_heads_are_counted_here_and_called() -> None:
    play = Play()
    assert counts(play.incident) == Counts(here=0, called=4)
    play.do(f.Arrived(who="li"))
    play.do(f.Arrived(who="gao"))
    assert counts(play.incident) == Counts(here=2, called=5)
    play.do(f.NoAnswer(who="ma"))
    assert counts(play.incident) == Counts(here=2, called=5)
    play.do(f.Excused(who="ma", reason="ill"))
    play.do(f.StoodDown(who="gao"))
    play.do(f.StoodDown(who="chen"))
    assert counts(play.incident) == Counts(here=1, called=2)


def test_that_an_eta_is_held_against_the_deadline_and_against_now() -> None:
    play = Play()
    play.do(f.OnTheWay(who="ma", eta=BEGIN + 4 * MINUTE))
    assert not row(play, "ma").will_be_late
    assert not row(play, "ma").is_past_eta(BEGIN + 3 * MINUTE)
    assert row(play, "ma").is_past_eta(BEGIN + 4 * MINUTE)
    play.do(f.OnTheWay(who="ma", eta=BEGIN + 6 * MINUTE))
    assert row(play, "ma").will_be_late
    play.do(f.Arrived(who="ma"))
    assert not row(play, "ma").will_be_late
    assert not row(play, "ma").is_past_eta(BEGIN + 9 * MINUTE)


def test_that_namesakes_are_told_apart_by_badge_or_group_or_key() -> None:
    site = a_site((
        *person("a", "Li Na", "order", badge="B7"), *person("b", "Li Na", "service"),
        *person("c", "Sun Hao", "order"), *person("d", "Sun Hao", "order"), *person("e", "Gao"),
    ))  # fmt: skip
    assert told_apart(site.people) == {
        "a": "Li Na (B7)", "b": "Li Na (service)", "c": "Sun Hao (c)", "d": "Sun Hao (d)",
        "e": "Gao",
    }  # fmt: skip


def test_that_everyone_in_the_roster_has_their_name_by_key() -> None:
    assert names(Play().incident)["li"] == "Li Na"


def test_that_states_are_awaited_ended_or_neither() -> None:
    awaited = {state for state in CallOutState if state.is_awaited}
    ended = {state for state in CallOutState if state.has_ended}
    assert ended == {CallOutState.EXCUSED, CallOutState.STOOD_DOWN}
    assert awaited | ended | {CallOutState.NONE, CallOutState.ARRIVED} == set(CallOutState)
