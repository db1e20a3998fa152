"""The plans for visits at work: what each of their duties and numbers does on the example site.

`docs/plans.md` says which test is about which line.
"""

from __future__ import annotations

import pytest

from app.models import facts as f
from app.models.levels import Level
from app.models.plan import Sign
from app.models.reception import receptions
from tests.builders import BEGIN
from tests.models.shipped import AT_ONCE, Shipped

# Plan 2 ---------------------------------------------------------------------------------------

PHASES = {
    "early_sign": (
        {"sign_unit_head", "sign_work", "sign_report_back"},
        {"sign_heads", "sign_unit"},
    ),
    "preparing": (
        {"register", "look_into", "listen_explain", "write_up", "preparing_summary"},
        {"preparing_heads"},
    ),
    "on_the_way": ({"way_report", "way_prepare"}, {"way_heads"}),
    "reception": (
        {
            "representatives", "courteous", "write_down", "law_policy", "not_granted",
            "see_leader", "channels",
        },
        set(),
    ),
    "sudden": (
        {
            "sudden_receive", "sudden_representatives", "let_finish", "brief_leaders", "watch",
            "policy_now", "rights", "sudden_summary",
        },
        {"sudden_leaders", "sudden_departments", "sudden_police", "sudden_unit_head"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("phase", PHASES)
def test_that_a_group_visit_can_begin_in_any_phase_with_the_duties_of_that_phase(
    phase: str,
) -> None:
    play = Shipped("group-visit", people=10, phase=phase)
    assert (set(play.owed()), set(play.told())) == PHASES[phase]


def test_that_a_group_visit_moves_forward_and_what_must_be_done_stays() -> None:
    play = Shipped("group-visit", people=10, phase="early_sign")
    play.wait(5).do(f.PhaseEntered(phase="on_the_way"))
    assert set(play.owed()) == {"sign_report_back", "way_report", "way_prepare"}
    assert set(play.told()) == {"way_heads"}


def test_that_20_people_bring_extra_staff_and_the_head_of_the_unit_within_1_hour() -> None:
    play = Shipped("group-visit", people=19, phase="on_the_way")
    assert play.proposed() == []
    assert not {"unit_head", "extra_officer"} & set(play.due())
    play.wait(4).do(f.Amended(people=20))
    assert play.proposed() == [Level.III]
    assert play.owed()["way_unit_head"] == 4 + 60
    assert {"way_extra"} <= set(play.owed())
    assert "way_unit_head" in play.told()
    play.rise(Level.III)
    assert play.due()["unit_head"] == {4 + 60}
    assert play.due()["extra_officer"] == {4 + 30}


def test_that_a_large_group_preparing_is_reported_in_writing() -> None:
    play = Shipped("group-visit", people=30, phase="preparing", level=Level.III)
    assert "preparing_leaders" in play.told()
    told = next(one for one in play.shipped.notifications if one.key == "preparing_leaders")
    assert told.in_writing


def test_that_an_important_group_on_the_way_is_reported_with_a_proposed_answer() -> None:
    assert "way_leaders" not in Shipped("group-visit", level=Level.III, phase="on_the_way").told()
    assert "way_leaders" in Shipped("group-visit", level=Level.II, phase="on_the_way").told()


def test_that_a_group_on_the_way_to_a_higher_office_begins_the_duties_for_that() -> None:
    play = Shipped("group-visit", people=10, phase="on_the_way")
    assert "higher_office" not in play.told()
    play.wait(3).do(f.SignSeen(sign=Sign.HIGHER_OFFICE))
    assert play.told()["higher_office"] == 3 + AT_ONCE
    assert "higher_leaders" in play.told()
    assert {"higher_send", "higher_contact", "higher_follow", "higher_summary"} <= set(play.owed())


@pytest.mark.parametrize("key", ["group-visit", "branch-visit"])
def test_that_visitors_have_5_representatives_and_answers_in_15_and_60_days(key: str) -> None:
    play = Shipped(key, people=30)
    play.do(f.ReceptionBegun(reception="r", matter="Wages", people=30))
    for number in range(5):
        play.do(f.RepresentativeAdded(reception="r", representative=f"r{number}"))
    assert play.refused(f.RepresentativeAdded(reception="r", representative="r5"))
    row = receptions(play.incident, play.plan)[0]
    assert (row.most, row.present) == (5, 5)
    assert [(date.due - BEGIN).days for date in row.dates] == [15, 60]


@pytest.mark.parametrize(
    ("sign", "services"),
    [
        (Sign.BLOCKED_ROAD, {"110", "122"}),
        (Sign.OBSTRUCTION, {"110"}),
        (Sign.VIOLENCE, {"110"}),
        (Sign.SELF_HARM, {"110", "120"}),
        (Sign.ILLNESS, {"120"}),
    ],
)
def test_that_police_and_ambulance_are_proposed_for_acts_and_need(
    sign: Sign, services: set[str]
) -> None:
    play = Shipped("group-visit", phase="sudden")
    play.do(f.SignSeen(sign=sign))
    assert play.services() == services


# Plan 3 ---------------------------------------------------------------------------------------


def test_that_a_branch_plan_applies_from_5_people() -> None:
    play = Shipped("branch-visit", people=5)
    assert play.shipped.applies_from == 5
    assert {"branch_head", "branch_deputy", "leading_member"} <= set(play.due())


def test_that_the_gate_tells_office_and_security_at_once_and_they_the_leaders() -> None:
    told = Shipped("branch-visit", people=6).told()
    assert {told["general_office"], told["security"]} == {AT_ONCE}
    assert {"leaders", "leaders_security", "section", "upward"} <= set(told)


def test_that_the_section_concerned_comes_at_once_on_duty_or_not() -> None:
    play = Shipped("branch-visit", people=6)
    due = play.due()
    assert due["section_head"] == due["section_deputy"] == {AT_ONCE}
    assert play.owed()["section_here"] == AT_ONCE


def test_that_visitors_to_a_branch_are_seated_heard_and_answered() -> None:
    owed = Shipped("branch-visit", people=6).owed()
    assert {
        "office_to_scene", "security_to_scene", "gate", "seat", "direct", "plan_reception",
        "draft_answer", "carry", "answer", "meals", "lodging", "vehicles",
    } <= set(owed)  # fmt: skip


def test_that_all_of_security_and_everyone_come_if_needed() -> None:
    play = Shipped("branch-visit", people=6)
    assert "services_staff" not in play.due()
    play.rise(Level.III)
    assert "services_staff" in play.due()
    assert "everyone_security" in play.owed()


@pytest.mark.parametrize(
    ("sign", "task", "services"),
    [
        (Sign.VIOLENCE, "police_violence", {"110"}),
        (Sign.DAMAGE, "police_damage", {"110"}),
        (Sign.OBSTRUCTION, "police_obstruction", {"110"}),
        (Sign.SELF_HARM, "help_self_harm", {"110", "120"}),
        (Sign.ILLNESS, "help_ill", {"110", "120"}),
    ],
)
def test_that_a_branch_calls_the_police_for_acts_and_both_for_those_in_need(
    sign: Sign, task: str, services: set[str]
) -> None:
    play = Shipped("branch-visit", people=6)
    assert (play.services(), task in play.owed()) == (set(), False)
    play.do(f.SignSeen(sign=sign))
    assert play.services() == services
    assert task in play.owed()


def test_that_the_matter_of_a_branch_is_tracked_chased_and_fed_back() -> None:
    play = Shipped("branch-visit", people=6)
    assert {"settle", "track", "chase", "feed_back", "report"} <= set(play.follow_ups())
