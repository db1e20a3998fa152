"""The roll call: everyone on site answers, is tried again, and is an alarm after two misses."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from app.models import facts as f
from app.models.alarms import dues, duties
from app.models.command import BeginRollCall
from app.models.plan import PlanRollCall
from app.models.roll_call import (
    TITLE,
    RollCall,
    RollState,
    channel_word,
    next_roll_call,
    roll_call,
    roll_call_duties,
)
from app.models.telling import Names, tell
from tests.builders import BEGIN, MINUTE, PLAN, SECOND, Play, a_site, an_open_incident

ASKING = msgspec.structs.replace(
    PLAN, roll_call=PlanRollCall(every=20 * MINUTE, window=90 * SECOND)
)


def on_site(*who: str) -> Play:
    """Play in whose plan there is a roll call, with these people here after a minute."""
    play = Play()
    play.plan = ASKING
    play.wait(1)
    for each in who:
        play.do(f.Arrived(who=each))
    return play


def begun(*who: str) -> Play:
    """Begun five minutes after the opening."""
    play = on_site(*who)
    play.wait(4).do(BeginRollCall())
    return play


def now(play: Play, minutes: float = 0) -> RollCall:
    found = roll_call(play.incident, play.plan, play.now + minutes * MINUTE)
    assert found
    return found


def states(play: Play, minutes: float = 0) -> dict[str, RollState]:
    return {row.who: row.state for row in now(play, minutes).rows}


def overdue(play: Play, minutes: float = 0) -> list[str]:
    moment = play.now + minutes * MINUTE
    duties = roll_call_duties(play.incident, play.plan)
    return [duty.who for duty in duties if duty.due <= moment]


# Begun ------------------------------------------------------------------------------------------


def test_that_everyone_on_site_is_to_answer_within_the_plans_window_and_a_second_one() -> None:
    play = on_site("li", "zhao")
    (fact,) = play.wait(4).do(BeginRollCall())
    at = BEGIN + 5 * MINUTE
    assert fact == f.RollCallBegun(
        roll="1", who=("li", "zhao"), due=at + 90 * SECOND, second_due=at + 180 * SECOND
    )


def test_that_without_a_window_of_the_plan_there_is_a_minute() -> None:
    play = on_site("li")
    play.wait(1).plan = PLAN
    (fact,) = play.do(BeginRollCall())
    assert isinstance(fact, f.RollCallBegun)
    assert fact.due - play.now == timedelta(minutes=1)


def test_that_someone_who_came_for_a_role_without_a_name_answers_too() -> None:
    play = Play(a_site(()))
    play.do(f.Arrived(who="role:guard"))
    play.wait(1).do(BeginRollCall())
    (row,) = now(play).rows
    assert (row.who, row.name, row.role.en) == ("role:guard", "", "Guard")
    assert roll_call_duties(play.incident, play.plan)[0].about.en == "Guard"


def test_that_with_nobody_on_site_there_is_no_roll_call() -> None:
    assert Play().refused(BeginRollCall()) == "nobody_on_site"
    assert roll_call(Play().incident, PLAN, BEGIN) is None


def test_that_who_must_answer_is_not_said_by_hand() -> None:
    fact = f.RollCallBegun(roll="1", who=("li",), due=BEGIN, second_due=BEGIN)
    assert on_site("li").refused(fact) == "roll_begins_itself"


def test_that_one_that_runs_is_not_begun_again_until_both_tries_are_over() -> None:
    play = begun("li")
    assert play.wait(2).refused(BeginRollCall()) == "roll_runs"
    facts = play.wait(2).do(BeginRollCall())
    assert facts[0] == f.RollCallEnded(roll="1")
    assert isinstance(facts[1], f.RollCallBegun)
    assert facts[1].roll == now(play).roll == "2"


def test_that_begun_at_two_stations_at_once_it_is_one() -> None:
    due = BEGIN + 9 * MINUTE
    one, other = (
        f.RollCallBegun(roll="1", who=who, due=due, second_due=due + MINUTE)
        for who in (("li", "xu"), ("li", "ma"))
    )
    arrived = [f.Arrived(who=who, name=who) for who in ("li", "xu", "ma")]
    incident = an_open_incident(*arrived, one, other)
    found = roll_call(incident, PLAN, BEGIN)
    assert found
    assert {row.who for row in found.rows} == {"li", "xu", "ma"}
    assert found.begun_at == BEGIN + 4 * MINUTE


@pytest.mark.parametrize(
    "before",
    [
        ((4, f.RollCallEnded(roll="1")),),
        ((4, f.RollAnswered(roll="1", who="li")), (4, f.RollAnswered(roll="1", who="ma"))),
    ],
)
def test_that_two_with_one_number_that_did_not_run_at_once_are_two(
    before: tuple[tuple[int, f.AnyFact], ...],
) -> None:
    """The second station was offline, and has not heard of the first."""
    one, other = (
        f.RollCallBegun(roll="1", who=("li", "ma"), due=at + MINUTE, second_due=at + 2 * MINUTE)
        for at in (BEGIN + 3 * MINUTE, BEGIN + 30 * MINUTE)
    )
    arrived = [f.Arrived(who=who, name=who) for who in ("li", "ma")]
    incident = an_open_incident(*arrived, one, *before, (30, other))
    found = roll_call(incident, PLAN, BEGIN + 40 * MINUTE)
    assert found
    assert (found.begun_at, found.is_running) == (BEGIN + 30 * MINUTE, True)
    assert [row.state for row in found.rows] == [RollState.MISSED, RollState.MISSED]
    assert {duty.who for duty in roll_call_duties(incident, PLAN)} == {"li", "ma"}


# Answered ---------------------------------------------------------------------------------------


def test_that_answers_are_counted_against_those_expected() -> None:
    play = begun("li", "zhao", "ma")
    play.do(f.RollAnswered(roll="1", who="li"))
    play.do(f.RollAnswered(roll="1", who="ma", by="Li Na", channel="radio"))
    found = now(play)
    assert (found.accounted, found.expected, found.is_complete) == (2, 3, False)
    assert states(play)["zhao"] is RollState.WAITING
    answer = next(row.answer for row in found.rows if row.who == "ma")
    assert answer
    assert (answer.by, answer.channel, answer.recorded_by) == ("Li Na", "radio", "Wang Min")
    play.do(f.RollAnswered(roll="1", who="zhao"))
    assert now(play).is_complete
    assert not now(play).is_running


def test_that_who_has_not_answered_is_tried_again_and_is_an_alarm_after_two_misses() -> None:
    play = begun("li", "zhao")
    play.do(f.RollAnswered(roll="1", who="li"))
    seen = [states(play, minutes)["zhao"] for minutes in (1, 1.5, 2.5, 3, 60)]
    assert seen == [
        RollState.WAITING, RollState.SECOND_TRY, RollState.SECOND_TRY,
        RollState.MISSED, RollState.MISSED,
    ]  # fmt: skip
    assert (overdue(play, 2.5), overdue(play, 3)) == ([], ["zhao"])
    play.wait(4).do(f.RollAnswered(roll="1", who="zhao"))
    assert overdue(play) == []


def test_that_the_try_that_runs_has_its_own_end() -> None:
    play = begun("li")
    assert now(play, 1).due_now(play.now + MINUTE) == now(play).due
    assert now(play, 2).due_now(play.now + 2 * MINUTE) == now(play).second_due
    assert [now(play, minutes).rows[0].due for minutes in (1, 2)] == [
        now(play).due, now(play).second_due,
    ]  # fmt: skip


def test_that_those_awaited_stand_first() -> None:
    play = begun("li", "ma", "zhao")
    play.do(f.RollAnswered(roll="1", who="li"))
    assert [row.who for row in now(play).rows] == ["ma", "zhao", "li"]


def test_that_who_is_stood_down_meanwhile_is_accounted_for() -> None:
    play = begun("li", "zhao")
    play.do(f.StoodDown(who="li"))
    assert states(play)["li"] is RollState.LEFT
    assert now(play).accounted == 1


def test_that_who_was_stood_down_and_has_come_back_is_accounted_for() -> None:
    play = begun("li", "zhao")
    play.do(f.StoodDown(who="li"))
    play.wait(5).do(f.Arrived(who="li"))
    assert states(play)["li"] is RollState.ANSWERED
    assert overdue(play) == ["zhao"]


def test_that_an_answer_to_a_roll_call_begun_before_counts_for_this_one() -> None:
    play = begun("li")
    second = f.RollCallBegun(
        roll="2", who=("li",), due=play.now + 2 * MINUTE, second_due=play.now + 3 * MINUTE
    )
    late = f.RollAnswered(roll="1", who="li")
    told = [f.Arrived(who="li", name="Li Na"), play.incident.timeline[-1].fact, second, late]
    found = roll_call(an_open_incident(*told), PLAN, play.now)
    assert found
    assert (found.roll, found.is_complete) == ("2", True)


def test_that_the_first_answer_of_each_counts() -> None:
    play = begun("li")
    answers = [f.RollAnswered(roll="1", who="li", by=by) for by in ("A", "B")]
    begin = play.incident.timeline[-1].fact
    value = an_open_incident(f.Arrived(who="li", name="Li"), begin, *answers).roll("1")
    assert [answer.by for answer in value.answers] == ["A"]


def test_that_what_cannot_be_answered_is_refused_with_the_reason() -> None:
    assert on_site("li").refused(f.RollAnswered(roll="1", who="li")) == "no_roll_call"
    play = begun("li", "ma")
    assert play.refused(f.RollAnswered(roll="1", who="xu")) == "not_in_roll"
    play.do(f.RollAnswered(roll="1", who="li"))
    assert play.refused(f.RollAnswered(roll="1", who="li")) == "roll_answered"
    play.wait(1).do(f.RollCallEnded(roll="1"))
    assert play.refused(f.RollAnswered(roll="1", who="ma")) == "roll_ended"
    assert play.refused(f.RollCallEnded(roll="1")) == "roll_ended"
    assert play.refused(f.RollCallEnded(roll="2")) == "no_roll_call"


def test_that_an_answer_that_crosses_the_end_still_accounts_for_them() -> None:
    play = begun("li")
    begin = play.incident.timeline[-1].fact
    told = [f.Arrived(who="li", name="Li"), begin, f.RollCallEnded(roll="1"),
            f.RollAnswered(roll="1", who="li")]  # fmt: skip
    found = roll_call(an_open_incident(*told), PLAN, BEGIN)
    assert found
    assert found.is_complete


def test_that_an_answer_without_its_roll_call_makes_none() -> None:
    incident = an_open_incident(f.RollAnswered(roll="7", who="li"), f.RollCallEnded(roll="8"))
    assert roll_call(incident, PLAN, BEGIN) is None


# The next one -----------------------------------------------------------------------------------


def test_that_the_next_one_is_due_by_the_plans_interval_from_the_first_arrival_then_the_last() -> (
    None
):
    play = on_site("li", "zhao")
    assert next_roll_call(play.incident, play.plan) == BEGIN + 21 * MINUTE
    assert [d.who for d in roll_call_duties(play.incident, play.plan)] == [""]
    assert overdue(play, 19) == []
    assert overdue(play, 20) == [""]
    play.wait(4).do(BeginRollCall())
    assert next_roll_call(play.incident, play.plan) is None
    for who in ("li", "zhao"):
        play.do(f.RollAnswered(roll="1", who=who))
    assert next_roll_call(play.incident, play.plan) == BEGIN + 25 * MINUTE


def test_that_one_ended_by_a_person_is_followed_by_the_next_in_its_time() -> None:
    play = begun("li")
    play.wait(1).do(f.RollCallEnded(roll="1"))
    assert next_roll_call(play.incident, play.plan) == BEGIN + 25 * MINUTE
    assert overdue(play, 3) == []


def test_that_who_comes_long_after_the_last_one_is_not_overdue_at_once() -> None:
    play = begun("li")
    play.do(f.RollAnswered(roll="1", who="li"))
    play.wait(5).do(f.StoodDown(who="li"))
    play.wait(200).do(f.Arrived(who="zhao"))
    assert next_roll_call(play.incident, play.plan) == play.now + 20 * MINUTE


def test_that_none_is_due_without_a_plan_for_it_or_people_or_once_it_is_over() -> None:
    play = on_site("li")
    assert next_roll_call(play.incident, PLAN) is None
    assert next_roll_call(play.incident, None) is None
    assert next_roll_call(Play().incident, ASKING) is None
    play.do(BeginRollCall())
    play.wait(1).do(f.DeclaredOver(reason="all left"))
    assert roll_call_duties(play.incident, play.plan) == []


def test_that_who_missed_both_tries_and_a_roll_call_overdue_are_alarms_seen_by_name() -> None:
    play = begun("li")
    late = [duty for duty in duties(play.incident, play.plan) if duty.alarm == "roll_call:li"]
    assert [duty.due for duty in late] == [now(play).second_due]
    assert dues(play.incident, play.plan) == [d.due for d in duties(play.incident, play.plan)]
    names = Names(incident=play.incident, plan=play.plan, site=play.site)
    assert names.alarm("roll_call:li") == "Li Na"
    play.wait(4).do(f.AlarmAcknowledged(alarm="roll_call:li", due=late[0].due))
    play.do(f.RollAnswered(roll="1", who="li"))
    assert "roll_call:" in {duty.alarm for duty in duties(play.incident, play.plan)}
    assert names.alarm("roll_call:") == TITLE


# Told -------------------------------------------------------------------------------------------


def test_that_the_timeline_tells_of_it() -> None:
    play = begun("li")
    names = Names(incident=play.incident, plan=play.plan, site=play.site)
    told = [
        tell(fact, names).phrase.english()
        for fact in (
            play.incident.timeline[-1].fact,
            f.RollAnswered(roll="1", who="li"),
            f.RollAnswered(roll="1", who="li", channel="phone"),
            f.RollAnswered(roll="1", who="li", by="Ma Jun"),
            f.RollAnswered(roll="1", who="li", by="Ma Jun", channel="radio"),
            f.RollCallEnded(roll="1"),
        )
    ]
    assert told == [
        "Roll call: 1 to answer by 2026-11-23T10:06:30Z",
        "Li Na answered the roll call",
        "Li Na answered the roll call, by phone",
        "Li Na accounted for by Ma Jun",
        "Li Na accounted for by Ma Jun, by radio",
        "Roll call ended",
    ]
    assert channel_word("runner") == "runner"
