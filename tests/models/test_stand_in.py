"""Places that nobody fills: the next suitable person is proposed, and gaps are seen."""

from __future__ import annotations

from datetime import timedelta

from app.models import facts as f
from app.models.command import Call
from app.models.levels import Level
from app.models.stand_in import Gap, gaps
from tests.builders import BEGIN, MINUTE, PEOPLE, Play, a_site, person


def now(play: Play) -> list[Gap]:
    return gaps(play.incident, play.plan, play.site)


def for_role(play: Play, role: str) -> list[Gap]:
    return [gap for gap in now(play) if gap.role.key == role]


def proposed(play: Play, role: str = "guard") -> list[str]:
    return [gap.person.key for gap in for_role(play, role) if gap.person]


def test_that_nobody_is_proposed_while_everyone_who_is_needed_is_on_the_way() -> None:
    assert proposed(Play()) == []


def test_that_for_who_does_not_answer_the_next_of_the_same_role_is_proposed() -> None:
    play = Play()
    play.wait(1).do(f.NoAnswer(who="ma"))
    (gap,) = for_role(play, "guard")
    assert gap.instead_of
    assert gap.person
    assert (gap.key, gap.instead_of.who, gap.person.key) == ("stand_in:ma", "ma", "xu")
    assert gap.within == 5 * MINUTE
    assert gap.due == BEGIN + 5 * MINUTE


def test_that_for_who_is_excused_somebody_is_proposed_too() -> None:
    play = Play()
    play.do(f.Excused(who="ma", reason="ill"))
    assert proposed(play) == ["xu"]


def test_that_those_on_duty_come_before_those_off_duty_and_these_by_deadline() -> None:
    site = a_site((
        *person("li", "Li Na", "order", "guard", on_duty=True),
        *person("ma", "Ma Jun", "order", "guard", on_duty=True),
        *person("far", "Far", "engineering", "guard"),
        *person("near", "Near", "order", "guard"),
    ))  # fmt: skip
    play = Play(site)
    play.do(f.NoAnswer(who="li"))
    play.do(f.NoAnswer(who="ma"))
    assert proposed(play) == ["near", "far"]
    play.do(f.DutyStarted(person="far"))
    assert proposed(play) == ["far", "near"]


def test_that_who_is_of_no_group_of_the_plan_has_as_long_as_they_are_then_given() -> None:
    site = a_site((
        *person("li", "Li Na", "order", "guard", on_duty=True),
        *person("ma", "Ma Jun", "order", "guard", on_duty=True),
        *person("far", "Far", "elsewhere", "guard"),
    ))  # fmt: skip
    play = Play(site)
    play.wait(1).do(f.NoAnswer(who="li"))
    (gap,) = [gap for gap in for_role(play, "guard") if gap.person]
    (called,) = play.wait(1).do(Call(who=("far",), role="guard"))
    assert isinstance(called, f.CalledOut)
    assert gap.within == called.due - play.now == 5 * MINUTE


def test_that_nobody_is_proposed_twice_nor_who_was_called_excused_or_is_here() -> None:
    play = Play()
    play.do(f.NoAnswer(who="li"))
    play.do(f.NoAnswer(who="ma"))
    assert proposed(play) == ["xu"]
    assert len(for_role(play, "guard")) == 2  # the other place, for which nobody is left
    play.wait(1).do(Call(who=("xu",), role="guard"))
    assert proposed(play) == []


def test_that_the_proposal_goes_once_the_place_is_filled_or_they_answer_after_all() -> None:
    play = Play()
    play.do(f.NoAnswer(who="ma"))
    play.wait(1).do(f.Acknowledged(who="ma"))
    assert not any(gap.asked for gap in now(play))
    play.do(f.NoAnswer(who="ma"))
    play.do(f.Arrived(who="ma"))
    assert proposed(play) == []


def test_that_those_stood_down_may_be_proposed_again() -> None:
    play = Play()
    play.wait(1).do(f.StoodDown(who="li"))
    assert proposed(play) == ["li"]


def test_that_nobody_comes_to_command_unnamed() -> None:
    play = Play(a_site((*PEOPLE, *person("new", "New", "command"))))
    play.do(f.Excused(who="chen", reason="abroad"))
    (gap,) = for_role(play, "commander")
    assert gap.person is None


def test_that_a_role_that_nobody_can_fill_is_a_gap_under_the_key_of_its_call() -> None:
    play = Play(a_site(()))
    (gap,) = for_role(play, "guard")
    assert (gap.key, gap.missing, gap.asked, gap.person) == ("role:guard", 2, True, None)
    assert gap.due == play.incident.call_out("role:guard").due


def test_that_places_beyond_those_called_are_one_gap() -> None:
    play = Play(a_site(person("li", "Li Na", "order", "guard")))
    (gap,) = for_role(play, "guard")
    assert (gap.key, gap.missing, gap.instead_of) == ("gap:guard", 1, None)


def test_that_a_role_that_the_level_does_not_call_says_so_and_proposes_nobody() -> None:
    play = Play()
    (gap,) = for_role(play, "engineer")
    assert (gap.key, gap.asked, gap.person) == ("gap:engineer", False, None)
    play.wait(1).do(f.LevelSet(level=Level.III, reason="more"))
    assert for_role(play, "engineer") == []


def test_that_someone_nameless_who_came_fills_the_place() -> None:
    play = Play(a_site(()))
    play.do(f.Arrived(who="role:guard"))
    (gap,) = for_role(play, "guard")
    assert (gap.key, gap.missing) == ("gap:guard", 1)


def test_that_nobody_is_needed_once_it_is_over_or_while_there_is_no_plan() -> None:
    play = Play()
    play.do(f.NoAnswer(who="ma"))
    assert gaps(play.incident, None, play.site) == []
    play.do(f.DeclaredOver(reason="all left"))
    assert now(play) == []


def test_that_without_a_candidate_no_time_is_promised() -> None:
    (gap,) = for_role(Play(a_site(())), "deputy")
    assert gap.within is None
    site = a_site(person("li", "Li Na", "order", "guard"))
    play = Play(site)
    for fact in person("xu", "Xu", "order", "guard", on_duty=True):
        play.do(fact)
    (gap,) = for_role(play, "guard")
    assert gap.within == timedelta(0)
