"""Calling people out, and what is heard and seen of them until they are stood down."""

from __future__ import annotations

import pytest

from app.models import facts as f
from app.models.call_outs import CallOutState
from app.models.command import Call, Command, Refusal, Scan
from app.models.facts import AnyFact
from app.models.levels import Level
from tests.builders import BEGIN, MINUTE, PEOPLE, Play, a_site, an_open_incident, called, person


def who_is_called(facts: list[AnyFact]) -> list[str]:
    return [fact.who for fact in facts if isinstance(fact, f.CalledOut)]


def state_of(play: Play, who: str) -> CallOutState:
    return play.incident.call_out(who).state


# Who is called ----------------------------------------------------------------------------------


def test_that_opening_calls_whom_the_level_brings() -> None:
    play = Play()
    assert set(play.incident.call_outs) == {"chen", "zhao", "li", "ma"}


def test_that_roles_are_filled_from_those_on_duty_and_then_by_deadline() -> None:
    site = a_site((
        *person("far", "Far", "engineering", "guard"),
        *person("near", "Near", "order", "guard"),
        *person("here", "Here", "order", "guard", on_duty=True),
    ))  # fmt: skip
    named = [who for who in Play(site).incident.call_outs if not who.startswith("role:")]
    assert named == ["here", "near"]


def test_that_whoever_names_the_role_first_is_preferred() -> None:
    site = a_site((
        *person("a", "A", "order", "driver", "guard"),
        *person("b", "B", "order", "guard"),
        *person("c", "C", "order", "guard", "driver"),
    ))  # fmt: skip
    play = Play(site)
    assert {who for who in play.incident.call_outs if len(who) == 1} == {"b", "c"}


def test_that_people_without_roles_of_their_own_help_in_their_group() -> None:
    site = a_site((*person("a", "A", "order"), *person("b", "B", "command")))
    play = Play(site)
    assert play.incident.call_out("a").role == "guard"
    assert play.incident.call_out("b").state is CallOutState.NONE  # nobody commands unnamed


def test_that_a_role_nobody_can_fill_is_seen_to_be_missing() -> None:
    play = Play(a_site(()))
    driver = play.do(Call(role="driver"))
    assert who_is_called(driver) == ["role:driver"]
    assert play.refused(Call(role="driver")) == "nobody_to_call"
    assert play.refused(f.Acknowledged(who="nobody")) == "never_called"


def test_that_a_role_is_not_missing_while_somebody_holds_it() -> None:
    play = Play(a_site(person("li", "Li Na", "order", "guard")))
    assert play.refused(Call(role="guard")) == "nobody_to_call"


def test_that_once_somebody_is_there_for_a_role_nobody_waits_for_the_nameless() -> None:
    play = Play(a_site(()))
    assert state_of(play, "role:guard") is CallOutState.CALLED
    for fact in person("li", "Li Na", "order", "guard"):
        play.do(fact)
    assert play.wait(1).do(Call(role="guard"))[1:] == [f.StoodDown(who="role:guard")]
    assert state_of(play, "li") is CallOutState.CALLED


def test_that_the_nameless_can_arrive_and_has_the_name_of_the_role_only() -> None:
    play = Play(a_site(()))
    assert play.do(f.Arrived(who="role:guard")) == [f.Arrived(who="role:guard")]
    assert play.refused(f.Arrived(who="role:guard")) == "already_arrived"
    refusal = play.decide(f.Acknowledged(who="role:guard"))
    assert isinstance(refusal, Refusal)
    assert refusal.why.english().startswith("Guard is on site")


def test_that_a_group_is_called_with_its_parts() -> None:
    play = Play(a_site((*PEOPLE, *person("sun", "Sun Hao", "logistics", "driver"))))
    play.do(f.StoodDown(who="li"))
    assert set(who_is_called(play.wait(1).do(Call(group="logistics")))) == {"li", "sun"}


def test_that_everyone_is_called_beyond_the_places_of_roles() -> None:
    play = Play()
    called_now = who_is_called(play.do(Call(everyone=True)))
    assert set(called_now) == {"xu", "gao", "role:driver"}
    assert play.incident.call_out("xu").role == "guard"
    assert play.refused(Call(everyone=True)) == "nobody_to_call"


def test_that_everyone_includes_those_who_help_without_a_role() -> None:
    play = Play(a_site(person("b", "B", "command")))
    assert "b" in who_is_called(play.do(Call(everyone=True)))
    assert play.incident.call_out("b").role == ""
    assert play.incident.call_out("b").group == "command"


def test_that_people_of_other_groups_are_not_called() -> None:
    play = Play(a_site(person("cook", "Cook", "kitchen", "cooking")))
    assert "cook" not in who_is_called(play.do(Call(everyone=True)))


def test_that_somebody_is_called_by_name_for_the_role_that_is_wanted() -> None:
    play = Play()
    (fact,) = play.wait(1).do(Call(who=("gao",), role="driver"))
    assert fact == f.CalledOut(
        who="gao", name="Gao Jie", role="driver", group="engineering", due=BEGIN + 31 * MINUTE
    )


def test_that_without_a_wanted_role_people_are_called_for_their_own() -> None:
    play = Play()
    play.do(Call(who=("gao", "xu", "gao")))
    assert play.incident.call_out("gao").role == "engineer"
    assert play.incident.call_out("xu").role == "guard"


def test_that_unknown_people_roles_and_groups_are_refused() -> None:
    play = Play()
    assert play.refused(Call(who=("nobody",))) == "unknown_person"
    assert play.refused(Call(role="pilot")) == "not_in_plan"
    assert play.refused(Call(group="navy")) == "not_in_plan"


def test_that_nobody_is_called_by_a_plan_that_is_not_here_yet() -> None:
    play = Play()
    play.plan = None
    assert play.refused(Call(everyone=True)) == "plan_not_here"
    play.do(f.LevelSet(level=Level.III, reason="more people"))
    assert state_of(play, "gao") is CallOutState.NONE


def test_that_whoever_does_not_answer_or_is_excused_is_replaced_and_not_called_again() -> None:
    play = Play()
    play.do(f.NoAnswer(who="li"))
    play.do(f.Excused(who="ma", reason="ill"))
    assert who_is_called(play.wait(1).do(Call(role="guard"))) == ["xu"]
    assert play.refused(Call(role="guard")) == "nobody_to_call"


def test_that_whoever_was_excused_can_be_called_by_name() -> None:
    play = Play()
    play.do(f.Excused(who="ma", reason="ill"))
    play.wait(5).do(Call(who=("ma",)))
    assert state_of(play, "ma") is CallOutState.CALLED


# Deadlines --------------------------------------------------------------------------------------


def test_that_deadlines_come_from_duty_and_group() -> None:
    play = Play()
    due = {who: call_out.due for who, call_out in play.incident.call_outs.items()}
    assert due == {
        "zhao": BEGIN + MINUTE,  # on duty: at once
        "li": BEGIN + MINUTE,
        "ma": BEGIN + 5 * MINUTE,  # order-keeping
        "chen": BEGIN + 30 * MINUTE,
    }


def test_that_a_late_entry_of_a_call_starts_its_deadline_when_it_was_made() -> None:
    play = Play()
    play.wait(20).do(Call(who=("xu",)), at=12)
    assert play.incident.call_out("xu").due == BEGIN + 17 * MINUTE


def test_that_the_first_call_starts_the_deadline() -> None:
    early, late = called("li", due=BEGIN + 5 * MINUTE), called("li", due=BEGIN + 9 * MINUTE)
    call_out = an_open_incident(early, f.Acknowledged(who="li"), late).call_out("li")
    assert call_out.due == early.due
    assert call_out.called_at == BEGIN + MINUTE
    assert call_out.state is CallOutState.ACKNOWLEDGED


# Called twice -----------------------------------------------------------------------------------


def test_that_nobody_is_called_twice() -> None:
    play = Play()
    assert play.refused(Call(who=("li",))) == "already_called"
    assert play.refused(called("li")) == "already_called"
    play.do(f.Arrived(who="li"))
    assert play.refused(Call(who=("li",))) == "already_arrived"


def test_that_a_call_at_a_time_when_they_were_expected_is_refused_even_afterwards() -> None:
    play = Play()
    play.wait(10).do(f.StoodDown(who="li"))
    assert play.wait(5).refused(Call(who=("li",)), at=5) == "already_called"


def test_that_a_level_typed_late_does_not_call_again_those_called_since() -> None:
    play = Play()
    play.wait(10).do(Call(who=("gao",)))
    facts = play.wait(5).do(f.LevelSet(level=Level.III, reason="more"), at=5)
    assert who_is_called(facts) == []


def test_that_somebody_stood_down_can_be_called_again_with_a_new_deadline() -> None:
    play = Play()
    play.wait(2).do(f.Arrived(who="li"))
    play.wait(8).do(f.StoodDown(who="li"))
    play.wait(10).do(Call(who=("li",)))
    call_out = play.incident.call_out("li")
    assert call_out.state is CallOutState.CALLED
    assert call_out.due == BEGIN + 21 * MINUTE
    assert call_out.arrived_at is None
    assert call_out.ended_at is None


def test_that_a_call_needs_a_person_and_a_role() -> None:
    assert Play().refused(called("")) == "missing"
    assert Play().refused(called("gao", role=" ")) == "missing"


NAMESAKES = (
    *person("a", "Li Na", "order", "guard", badge="B7"),
    *person("b", "Li Na", "order", "guard", badge="B8"),
)


def test_that_people_of_the_same_name_are_told_apart_wherever_they_are_named() -> None:
    play = Play(a_site(NAMESAKES))
    assert {play.incident.call_out(who).name for who in "ab"} == {"Li Na (B7)", "Li Na (B8)"}
    refusal = play.decide(Scan(text="Li Na"))
    assert isinstance(refusal, Refusal)
    assert "Li Na (B7), Li Na (B8)" in refusal.why.english()
    (arrived,) = play.do(Scan(text="li na (b8)"))
    assert arrived == f.Arrived(who="b", name="Li Na (B8)")


# What is heard ----------------------------------------------------------------------------------


def test_that_a_call_out_goes_from_called_to_stood_down() -> None:
    play = Play()
    seen = [state_of(play, "ma")]
    for fact in (
        f.Acknowledged(who="ma"), f.OnTheWay(who="ma", eta=BEGIN + 4 * MINUTE), f.Arrived(who="ma"),
        f.StoodDown(who="ma"),
    ):  # fmt: skip
        play.wait(1).do(fact)
        seen.append(state_of(play, "ma"))
    assert [state.value for state in seen] == [
        "called", "acknowledged", "on_the_way", "arrived", "stood_down"
    ]  # fmt: skip
    assert play.incident.call_out("ma").eta == BEGIN + 4 * MINUTE
    assert play.incident.call_out("ma").arrived_at == BEGIN + 3 * MINUTE
    assert play.incident.call_out("ma").ended_at == BEGIN + 4 * MINUTE


def test_that_tries_without_an_answer_are_counted_until_they_are_called_anew() -> None:
    told = (called("li"), f.NoAnswer(who="li"), f.NoAnswer(who="li"))
    tried = an_open_incident(*told).call_out("li")
    assert (tried.tries, tried.tried_at) == (2, BEGIN + 3 * MINUTE)
    again = an_open_incident(*told, f.Excused(who="li", reason="ill"), called("li")).call_out("li")
    assert (again.tries, again.tried_at) == (0, None)


def test_that_the_eta_stays_until_another_is_given() -> None:
    first, second = BEGIN + 4 * MINUTE, BEGIN + 6 * MINUTE
    told = (called("li"), f.OnTheWay(who="li", eta=first), f.OnTheWay(who="li"))
    assert an_open_incident(*told).call_out("li").eta == first
    assert an_open_incident(*told, f.OnTheWay(who="li", eta=second)).call_out("li").eta == second


def test_that_nothing_is_heard_from_whom_nobody_called() -> None:
    assert Play().refused(f.OnTheWay(who="gao")) == "never_called"


def test_that_an_excuse_needs_a_reason() -> None:
    play = Play()
    assert play.refused(f.Excused(who="li", reason=" ")) == "missing"
    play.do(f.Excused(who="li", reason="ill"))
    assert play.incident.call_out("li").reason == "ill"
    assert play.refused(f.OnTheWay(who="li")) == "not_awaited"


ANSWERS: tuple[Command, ...] = (
    f.Acknowledged(who="li"), f.OnTheWay(who="li"), f.NoAnswer(who="li"),
    f.Excused(who="li", reason="ill"),
)  # fmt: skip


@pytest.mark.parametrize("late", ANSWERS, ids=lambda fact: fact.kind)
def test_that_someone_who_is_here_stays_here_whatever_crosses(late: f.KnownFact) -> None:
    here = an_open_incident(called("li"), f.Arrived(who="li"), late).call_out("li")
    assert here.state is CallOutState.ARRIVED
    play = Play()
    play.do(f.Arrived(who="li"))
    assert play.wait(1).refused(late) == "already_arrived"


@pytest.mark.parametrize("late", ANSWERS, ids=lambda fact: fact.kind)
def test_that_someone_stood_down_stays_so_whatever_crosses(late: f.KnownFact) -> None:
    gone = an_open_incident(called("li"), f.StoodDown(who="li"), late).call_out("li")
    assert gone.state is CallOutState.STOOD_DOWN
    assert gone.ended_at == BEGIN + 2 * MINUTE


def test_that_what_was_heard_before_they_were_stood_down_can_be_typed_after() -> None:
    play = Play()
    play.wait(10).do(f.StoodDown(who="li"))
    assert play.wait(1).refused(f.NoAnswer(who="li")) == "not_awaited"
    play.do(f.NoAnswer(who="li"), at=5)
    assert state_of(play, "li") is CallOutState.STOOD_DOWN


# Arrivals ---------------------------------------------------------------------------------------


def test_that_the_same_arrival_counts_once() -> None:
    play = Play()
    play.wait(1).do(f.Arrived(who="li"))
    assert play.wait(1).refused(f.Arrived(who="li")) == "already_arrived"
    twice = an_open_incident(called("li"), f.Arrived(who="li"), f.Arrived(who="li"))
    assert twice.call_out("li").arrived_at == BEGIN + 2 * MINUTE


def test_that_an_arrival_typed_late_counts_when_it_happened() -> None:
    play = Play()
    play.wait(9).do(f.Arrived(who="ma"), at=4)
    assert play.incident.call_out("ma").arrived_at == BEGIN + 4 * MINUTE


def test_that_an_earlier_arrival_typed_late_moves_the_arrival() -> None:
    play = Play()
    play.wait(8).do(f.Arrived(who="ma"))
    play.wait(1).do(f.Arrived(who="ma"), at=4)
    assert play.incident.call_out("ma").arrived_at == BEGIN + 4 * MINUTE


def test_that_somebody_may_come_before_a_call_that_is_typed_late() -> None:
    play = Play()
    play.wait(3).do(f.Arrived(who="gao"))
    assert not play.incident.call_out("gao").called
    play.wait(5).do(Call(who=("gao",)), at=2)
    call_out = play.incident.call_out("gao")
    assert call_out.called
    assert call_out.arrived_at == BEGIN + 3 * MINUTE
    assert call_out.called_at == BEGIN + 2 * MINUTE


def test_that_a_call_after_the_arrival_gives_a_role_and_keeps_them_here() -> None:
    told = (f.Arrived(who="gao", name="Gao Jie"), called("gao", role="engineer"))
    call_out = an_open_incident(*told).call_out("gao")
    assert call_out.state is CallOutState.ARRIVED
    assert call_out.role == "engineer"
    assert call_out.arrived_at == BEGIN + MINUTE


def test_that_staff_may_come_uncalled_but_strangers_are_no_staff() -> None:
    play = Play()
    assert play.do(f.Arrived(who="gao")) == [f.Arrived(who="gao", name="Gao Jie")]
    assert play.refused(f.Arrived(who="stranger")) == "unknown_person"


def test_that_whoever_comes_back_after_being_stood_down_comes_uncalled() -> None:
    play = Play()
    play.wait(1).do(f.Arrived(who="li"))
    play.wait(9).do(f.StoodDown(who="li"))
    play.wait(50).do(Scan(text="B3"))
    call_out = play.incident.call_out("li")
    assert call_out.state is CallOutState.ARRIVED
    assert call_out.due is None
    assert not call_out.called
    assert call_out.name == "Li Na"


# At the door ------------------------------------------------------------------------------------


def test_that_a_badge_is_an_arrival() -> None:
    play = Play()
    assert play.do(Scan(text=" B3 ")) == [
        f.Arrived(who="li", name="Li Na", by=f.ArrivedBy.BADGE)
    ]  # fmt: skip
    assert play.wait(1).refused(Scan(text="B3")) == "already_arrived"


@pytest.mark.parametrize("typed", ["Li Na", "li na", "LI", "Li"])
def test_that_a_name_or_its_beginning_is_an_arrival(typed: str) -> None:
    assert Play().do(Scan(text=typed)) == [f.Arrived(who="li", name="Li Na")]


def test_that_a_name_that_fits_several_is_refused() -> None:
    site = a_site((*person("a", "Wang Fang", "order"), *person("b", "Wang Fei", "order")))
    assert Play(site).refused(Scan(text="Wang F")) == "ambiguous_person"


def test_that_a_whole_name_comes_before_a_beginning() -> None:
    site = a_site((*person("a", "Wang Fang", "order", "guard"), *person("c", "Wang", "kitchen")))
    assert Play(site).do(Scan(text="wang")) == [f.Arrived(who="c", name="Wang")]


def test_that_among_several_those_awaited_are_meant() -> None:
    site = a_site((*person("a", "Wang Fang", "order", "guard"), *person("b", "Wang Fei", "x"),
                   *person("c", "Wang Fang", "x")))  # fmt: skip
    meant = [f.Arrived(who="a", name="Wang Fang (order)")]
    assert Play(site).do(Scan(text="Wang F")) == meant
    assert Play(site).do(Scan(text="Wang Fang")) == meant


def test_that_an_unknown_or_empty_scan_is_refused() -> None:
    assert Play().refused(Scan(text="B99")) == "unknown_person"
    assert Play().refused(Scan(text="  ")) == "missing"


def test_that_badges_of_those_who_left_the_staff_open_no_door() -> None:
    play = Play()
    play.do(f.PersonSet(person="li", name="Li Na", badge="B3", active=False))
    assert play.refused(Scan(text="B3")) == "unknown_person"
