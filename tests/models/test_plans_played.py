"""The shipped plans at work: what each duty and number of `mission.md` does on the example site.

`docs/plans.md` says which test is about which line.
"""

from __future__ import annotations

import pytest

from app.models import facts as f
from app.models.levels import Level
from app.models.plan import Sign
from tests.models.shipped import AT_ONCE, Shipped

# Plan 1 ---------------------------------------------------------------------------------------


def test_that_on_the_alert_all_staff_of_plan_1_are_called_with_their_deadlines() -> None:
    due = Shipped("office-crowd").due()
    assert due["guard"] == {AT_ONCE, 5}
    assert due["commander"] == {30}
    assert due["order_head"] == {AT_ONCE}
    assert set().union(*due.values()) == {AT_ONCE, 5, 30}


def test_that_the_alert_of_plan_1_tells_manager_order_centre_and_administration() -> None:
    told = Shipped("office-crowd").told()
    assert set(told) == {"manager", "order_head", "centre_staff", "administration"}


def test_that_rising_above_iv_tells_three_at_once() -> None:
    play = Shipped("office-crowd")
    play.wait(10)
    play.rise(Level.III)
    told = play.told()
    raised = {"raised_manager", "raised_order_head", "company"}
    assert {told[key] for key in raised} == {10 + AT_ONCE}


def test_that_starting_above_iv_tells_nobody_the_same_twice() -> None:
    play = Shipped("office-crowd", level=Level.III)
    told = play.told()
    assert set(told) == {
        "raised_manager", "raised_order_head", "company", "centre_staff", "administration",
    }  # fmt: skip
    assert told["company"] == AT_ONCE
    assert play.due()["commander"] == {30}


@pytest.mark.parametrize(
    ("sign", "begun", "services"),
    [
        (Sign.DAMAGE, {"damage_stop", "damage_record", "damage_scene"}, {"110"}),
        (Sign.FIRE, {"fire"}, {"119"}),
        (Sign.PROCESSION, {"procession_cordon", "procession_clear"}, {"110", "122"}),
        (Sign.EQUIPMENT, {"repair"}, set()),
        (Sign.BLOCKED_ROAD, set(), {"122"}),
        (Sign.VIOLENCE, set(), {"110"}),
        (Sign.ILLNESS, set(), {"120"}),
    ],
)
def test_that_what_is_seen_begins_its_tasks_of_plan_1_and_proposes_help(
    sign: Sign, begun: set[str], services: set[str]
) -> None:
    play = Shipped("office-crowd")
    before = set(play.owed())
    play.do(f.SignSeen(sign=sign))
    assert set(play.owed()) - before == begun
    assert play.services() == services


def test_that_every_first_response_of_plan_1_is_there_from_the_beginning() -> None:
    play = Shipped("office-crowd")
    assert set(play.owed()) == {
        "speak", "cordon", "barrier", "loudspeaker", "flammables", "entrances", "outside_help",
        "lead_in", "evacuate", "patrols", "lightly_hurt", "badly_hurt",
    }  # fmt: skip
    assert play.conditional() == {
        "damage_stop", "damage_record", "damage_scene", "fire", "procession_cordon",
        "procession_clear", "repair",
    }  # fmt: skip


def test_that_plan_1_proposes_a_level_for_each_sign_of_the_mission() -> None:
    for fact in (
        f.Amended(people=20),
        f.PeopleCounted(slightly=1),
        f.SignSeen(sign=Sign.FIRE),
        f.SignSeen(sign=Sign.BLOCKED_ROAD),
        f.SignSeen(sign=Sign.DAMAGE),
    ):
        play = Shipped("office-crowd")
        play.do(fact)
        assert play.proposed(), fact
    play = Shipped("office-crowd")
    play.do(f.ZoneCordoned(zone="forecourt"))
    assert play.proposed() == []
    play.do(f.ZoneCordoned(zone="lobby"))
    assert play.proposed() == [Level.III]


def test_that_after_the_end_of_plan_1_five_things_are_owed_by_their_dates() -> None:
    play = Shipped("office-crowd")
    play.wait(60)
    assert play.follow_ups() == {
        "visit": 1,
        "insurance": 2,
        "records": 3,
        "report": 7,
        "commendations": 15,
    }


# Plans 4 and 5 --------------------------------------------------------------------------------


def test_that_both_rings_of_a_residence_are_called() -> None:
    play = Shipped("residence", people=1)
    assert set(play.due()) == {role.key for role in play.shipped.roles}
    assert {"outer_posts", "inner_posts", "keep_away"} <= set(play.owed())


def test_that_all_posts_of_a_property_are_called_and_both_managers_told() -> None:
    play = Shipped("property", people=1)
    assert {"car_park_guard", "property_lobby_guard", "staff_passage_guard", "property_patrol"} <= (
        set(play.due())
    )
    assert {"security_manager", "general_manager"} <= set(play.told())


def test_that_a_property_keeps_people_apart_and_the_way_out_open() -> None:
    play = Shipped("property", people=1)
    assert {"keep_apart", "way_out", "posts"} <= set(play.owed())
    for key in ("police_entry", "police_violence"):
        task = play.shipped.task(key)
        assert task is not None
        assert "way out open" in task.text.en
        assert "wait for the police" in task.text.en


@pytest.mark.parametrize("key", ["residence", "property"])
def test_that_a_person_is_approached_by_two_calmly_and_can_leave(key: str) -> None:
    owed = Shipped(key, people=1).owed()
    assert {"approach", "speak", "offer_help", "way_out", "hand_over", "write_down"} <= set(owed)


@pytest.mark.parametrize(
    ("key", "sign", "task", "services"),
    [
        ("residence", Sign.VIOLENCE, "police_violence", {"110"}),
        ("residence", Sign.OBSTRUCTION, "police_refusal", {"110"}),
        ("residence", Sign.ILLNESS, "unwell", {"120"}),
        ("residence", Sign.SELF_HARM, "self_harm", {"110", "120"}),
        ("property", Sign.FORCED_ENTRY, "police_entry", {"110"}),
        ("property", Sign.VIOLENCE, "police_violence", {"110"}),
        ("property", Sign.ILLNESS, "unwell", {"120"}),
        ("property", Sign.SELF_HARM, "self_harm", {"110", "120"}),
    ],
)
def test_that_someone_in_distress_gets_help_and_the_police_come_for_acts(
    key: str, sign: Sign, task: str, services: set[str]
) -> None:
    play = Shipped(key, people=1)
    assert task not in play.owed()
    play.do(f.SignSeen(sign=sign))
    assert play.services() == services
    assert task in play.owed()


# Fire and medical -----------------------------------------------------------------------------


def test_that_a_confirmed_fire_calls_119_at_once_and_everybody() -> None:
    play = Shipped("fire")
    assert set(play.owed()) == {"confirm", "hurt", "brief_fire_service", "false_alarm"}
    play.do(f.SignSeen(sign=Sign.FIRE))
    assert (play.proposed(), play.services()) == ([Level.III], {"119"})
    play.rise(Level.III)
    assert play.owed()["call_119"] == AT_ONCE
    assert {"evacuate", "look_through", "assembly", "fire_lane"} <= set(play.owed())
    assert "evacuation_guide" in play.due()


def test_that_a_medical_emergency_calls_120_at_once() -> None:
    play = Shipped("medical", people=1)
    assert play.owed()["call_120"] == AT_ONCE
    assert play.due()["first_aider"] == {AT_ONCE, 30}
