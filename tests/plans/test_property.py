"""Plan 5, a person in distress or disruptive conduct on a managed property, until settled."""

from __future__ import annotations

from datetime import timedelta

from app.models.commander import commander
from app.models.levels import Level
from app.models.notifications import notifications
from tests.plans import conduct, ending, response, scene, staff
from tests.plans.conftest import Play
from tests.plans.officer import Officer

pytest_plugins = ["tests.postgres"]

AT_ONCE = timedelta(minutes=1)


def test_that_guards_keep_people_apart_and_the_way_out_open_and_wait_for_the_police(
    play: Play,
) -> None:
    play(forced_entry_and_violence)


async def forced_entry_and_violence(officer: Officer) -> None:
    await officer.opens("property", place="Staff passage", people=3)
    await posts_and_managers(officer)
    await conduct.calm(officer, "keep_apart")
    assert not officer.says("Plan proposes"), "for what nobody has done"
    # Guards hold no one: they keep people apart, keep the way out open, and wait for the police.
    assert officer.says("Guards hold no one: they keep people apart")
    # Police for forced entry or violence.
    for sign, task in (("forced_entry", "police_entry"), ("violence", "police_violence")):
        await response.sees(officer, sign)
        assert officer.due_after(task) == AT_ONCE
        assert "keep the way out open, and wait for the police" in officer.row(
            "tasks", f"task:{task}"
        )
    await response.calls_as_proposed(officer, "110")
    await response.raises_as_proposed(officer, Level.III)
    await officer.tells("raised")
    await officer.finishes("police_entry", "police_violence")
    await response.sees(officer, "damage")
    await officer.finishes("damage_record")
    await response.comes_and_leaves(officer, "110")
    await conduct.hands_over(officer, "to the police")
    await ending.declares_over(officer, "The police have taken it over")
    await ending.closes(officer, "Three people at the staff passage; a door was forced")
    await ending.settles(officer)
    await ending.is_settled(officer)


async def posts_and_managers(officer: Officer) -> None:
    # Posts: car park, lobby, staff passage, patrols.
    called = {call.role: call.who for call in staff.called(officer)}
    posts = {
        "car_park_guard": "he_ping", "property_lobby_guard": "lai_fu",
        "staff_passage_guard": "gong_xin",
    }  # fmt: skip
    assert called.items() >= posts.items()
    assert staff.called_for(officer, "property_patrol") == ["wen_hao", "pang_tong"]
    # Tell the security manager and the general manager.
    told = {row.key: row.by.en for row in notifications(officer.incident, officer.plan)}
    assert told == {
        "security_manager": "Control room", "general_manager": "Security manager",
        "posts": "Control room",
    }  # fmt: skip
    await officer.tells(*told)
    await officer.scans("B163", "B164", "B165", "B166", "B167", "B168")
    # The shift leader leads until the security manager is here.
    assert commander(officer.incident, officer.plan).name == "Shao Hua"
    assert officer.says("acting deputy until Mao Ning arrives")
    await officer.scans("B162")
    await staff.hands_over_command(officer)
    assert commander(officer.incident, officer.plan).name == "Mao Ning"
    await scene.posts(officer, "car_park", "P8", "He Ping")
    await scene.posts(officer, "lobby", "P5", "Lai Fu")
    await scene.posts(officer, "staff_passage", "S1", "Gong Xin")
    await officer.finishes("posts", "patrols")


def test_that_somebody_in_need_on_a_property_is_helped_as_in_a_residence(play: Play) -> None:
    play(in_need)


async def in_need(officer: Officer) -> None:
    await officer.opens("property", place="Car park", people=1)
    await officer.tells("security_manager", "general_manager", "posts")
    await officer.finishes("posts", "patrols")
    await conduct.calm(officer, "keep_apart")
    # Somebody unwell: 120, and the medical plan beside this one.
    await response.sees(officer, "illness")
    await response.calls_as_proposed(officer, "120")
    property_stream = officer.stream
    medical = await response.opens_its_plan(officer, "unwell")
    # Harm to self: 120 and 110 at once; stay and go on speaking.
    await response.sees(officer, "self_harm")
    await response.calls_as_proposed(officer, "110")
    await response.raises_as_proposed(officer, Level.III)
    await officer.tells("raised")
    await officer.finishes("self_harm")
    await response.comes_and_leaves(officer, "110")
    await response.comes_and_leaves(officer, "120")
    await conduct.hands_over(officer, "to the ambulance crew")
    await ending.declares_over(officer, "Handed over")
    await ending.closes(officer, "One person in the car park, brought to hospital")
    await ending.settles(officer)
    await ending.is_settled(officer)
    await officer.sees_the_same_everywhere()
    # What was opened beside it is ended for itself.
    await officer.goes_to(medical)
    assert officer.stream != property_stream
    await ending.declares_over_despite(officer, "In hospital", "All is in the other incident")
    await ending.closes(officer, "See the property's incident")
    await ending.settles(officer)
    await ending.is_settled(officer)
