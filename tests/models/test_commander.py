"""Who commands: the deputy until the commander is here, and handing over."""

from __future__ import annotations

import msgspec

from app.models import facts as f
from app.models.commander import Commander, commander
from app.models.levels import Level
from tests.builders import BEGIN, MINUTE, PLAN, Play, an_open_incident


def now(play: Play) -> Commander:
    return commander(play.incident, play.plan)


def test_that_nobody_commands_until_somebody_of_the_succession_is_here() -> None:
    play = Play()
    play.do(f.Arrived(who="li"))
    assert now(play) == Commander(until="Chen Wei")


def test_that_the_deputy_acts_until_the_commander_arrives() -> None:
    play = Play()
    play.wait(1).do(f.Arrived(who="zhao"))
    assert now(play) == Commander(
        who="zhao", name="Zhao Lin", since=BEGIN + MINUTE, acting=True, until="Chen Wei"
    )


def test_that_the_commander_who_arrives_is_proposed_and_a_person_hands_over() -> None:
    play = Play()
    play.wait(1).do(f.Arrived(who="zhao"))
    play.wait(9).do(f.Arrived(who="chen"))
    assert now(play) == Commander(
        who="zhao", name="Zhao Lin", since=BEGIN + MINUTE, acting=True,
        relief="chen", relief_name="Chen Wei",
    )  # fmt: skip
    handed = play.wait(1).do(f.CommandHandedOver(who="chen", name=""))
    assert handed == [f.CommandHandedOver(who="chen", name="Chen Wei", from_name="Zhao Lin")]
    assert now(play) == Commander(who="chen", name="Chen Wei", since=BEGIN + 11 * MINUTE)


def test_that_a_deputy_who_comes_later_relieves_nobody_who_stands_before_them() -> None:
    play = Play()
    play.wait(1).do(f.Arrived(who="chen"))
    play.wait(1).do(f.Arrived(who="zhao"))
    assert (now(play).name, now(play).relief) == ("Chen Wei", "")


def test_that_a_commander_who_has_left_relieves_nobody() -> None:
    play = Play()
    play.wait(1).do(f.Arrived(who="zhao"))
    play.wait(1).do(f.Arrived(who="chen"))
    play.wait(1).do(f.StoodDown(who="chen"))
    assert now(play).relief == ""


def test_that_of_two_who_came_at_the_same_moment_the_first_in_the_succession_commands() -> None:
    play = Play()
    play.wait(5).do(f.Arrived(who="zhao"), at=1)
    play.do(f.Arrived(who="chen"), at=1)
    assert now(play).name == "Chen Wei"


def test_that_a_deputy_who_took_command_keeps_it_until_it_is_handed_over() -> None:
    play = Play()
    play.wait(1).do(f.Arrived(who="zhao"))
    play.do(f.CommandTaken(who="zhao", name=""))
    play.wait(9).do(f.Arrived(who="chen"))
    assert (now(play).name, now(play).acting, now(play).until) == ("Zhao Lin", True, "")
    assert now(play).relief_name == "Chen Wei"
    handed = play.wait(1).do(f.CommandHandedOver(who="chen", name=""))
    assert handed == [f.CommandHandedOver(who="chen", name="Chen Wei", from_name="Zhao Lin")]
    assert now(play) == Commander(who="chen", name="Chen Wei", since=BEGIN + 11 * MINUTE)


def test_that_an_acting_deputy_hands_over_though_nobody_took_command() -> None:
    play = Play()
    play.do(f.Arrived(who="zhao"))
    handed = play.wait(1).do(f.CommandHandedOver(who="chen", name=""))
    assert handed == [f.CommandHandedOver(who="chen", name="Chen Wei", from_name="Zhao Lin")]


def test_that_an_acting_deputy_waits_for_those_before_them_only() -> None:
    play = Play()
    play.do(f.Arrived(who="chen"))
    assert (now(play).acting, now(play).until) == (False, "")
    play.wait(1).do(f.CommandTaken(who="chen", name=""))
    assert now(play).until == ""  # the deputy is awaited, but does not relieve anybody


def test_that_no_commander_is_awaited_who_was_excused() -> None:
    play = Play()
    play.do(f.Excused(who="chen", reason="abroad"))
    play.do(f.Arrived(who="zhao"))
    assert (now(play).acting, now(play).until) == (True, "")


def test_that_somebody_who_was_never_called_may_take_command() -> None:
    play = Play()
    taken = play.wait(3).do(f.CommandTaken(who="gao", name=""))
    assert taken == [f.CommandTaken(who="gao", name="Gao Jie")]
    assert now(play) == Commander(who="gao", name="Gao Jie", since=BEGIN + 3 * MINUTE)
    play.wait(1).do(f.CommandHandedOver(who="mayor", name="The mayor"))
    assert now(play).name == "The mayor"


def test_that_command_is_not_taken_twice_by_the_same() -> None:
    play = Play()
    play.do(f.CommandTaken(who="gao", name=""))
    assert play.wait(1).refused(f.CommandTaken(who="gao", name="")) == "commanding"
    assert play.refused(f.CommandHandedOver(who="gao", name="")) == "commanding"
    assert play.refused(f.CommandTaken(who="", name="X")) == "missing"
    taken = f.CommandTaken(who="gao", name="Gao Jie")
    assert an_open_incident(taken, taken).commanding.since == BEGIN + MINUTE


def test_that_command_taken_at_two_stations_at_once_is_with_the_later() -> None:
    incident = an_open_incident(
        f.CommandTaken(who="zhao", name="Zhao Lin"), f.CommandTaken(who="chen", name="Chen Wei")
    )
    assert commander(incident, PLAN).name == "Chen Wei"


def test_that_without_the_plan_whoever_took_command_is_shown() -> None:
    play = Play()
    play.do(f.Arrived(who="zhao"))
    assert commander(play.incident, None) == Commander()
    play.do(f.CommandTaken(who="zhao", name=""))
    assert commander(play.incident, None).name == "Zhao Lin"


def test_that_who_took_command_and_was_stood_down_commands_no_more() -> None:
    play = Play()
    play.wait(1).do(f.Arrived(who="zhao"))
    play.wait(1).do(f.Arrived(who="chen"))
    play.do(f.CommandHandedOver(who="chen", name=""))
    play.wait(1).do(f.StoodDown(who="chen"))
    assert now(play) == Commander(who="zhao", name="Zhao Lin", since=BEGIN + MINUTE, acting=True)
    play.wait(1).do(f.StoodDown(who="zhao"))
    assert now(play) == Commander()
    play.wait(1).do(f.Arrived(who="chen"))
    assert (now(play).name, now(play).acting) == ("Chen Wei", False)


def test_that_who_takes_command_after_having_been_excused_commands() -> None:
    play = Play()
    play.do(f.Excused(who="chen", reason="abroad"))
    play.wait(1).do(f.CommandTaken(who="chen", name=""))
    assert now(play).name == "Chen Wei"


MANAGER_FROM_III = msgspec.structs.replace(
    PLAN,
    levels=tuple(
        msgspec.structs.replace(step, commander="deputy" if step.level < Level.III else "commander")
        for step in PLAN.levels
    ),
)


def test_that_the_level_says_who_commands_and_who_only_acts() -> None:
    play = Play()
    play.plan = MANAGER_FROM_III
    play.wait(1).do(f.Arrived(who="zhao"))
    assert (now(play).name, now(play).acting, now(play).until) == ("Zhao Lin", False, "")
    play.do(f.LevelSet(level=Level.III, reason="more people"))
    assert (now(play).name, now(play).acting, now(play).until) == ("Zhao Lin", True, "Chen Wei")


def test_that_nobody_relieves_the_one_who_commands_at_this_level() -> None:
    play = Play()
    play.plan = MANAGER_FROM_III
    play.wait(1).do(f.Arrived(who="zhao"))
    play.wait(1).do(f.Arrived(who="chen"))
    assert now(play).relief == ""
    play.wait(1).do(f.LevelSet(level=Level.II, reason="more people"))
    assert now(play).relief == "chen"
