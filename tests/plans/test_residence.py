"""Plan 4, a person in distress or disruptive conduct in a residence, from the call to settled."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QComboBox

from app.models.commander import commander
from app.models.levels import Level
from app.models.notifications import notifications
from tests.plans import conduct, ending, response, scene, staff
from tests.plans.conftest import Play
from tests.plans.keyboard import KEY
from tests.plans.officer import Officer
from tests.views.conftest import child

pytest_plugins = ["tests.postgres"]


def test_that_someone_unwell_is_spoken_to_helped_and_handed_over(play: Play) -> None:
    play(unwell)


async def unwell(officer: Officer) -> None:
    # Conduct, not looks, starts the plan.
    await officer.begins_opening()
    plan = child(officer.view, QComboBox, "openingPlan")
    officer.picks(plan, "Person in distress or disruptive conduct, residence")
    assert officer.says("Conduct, not looks, starts the plan")
    officer.press(KEY.Key_Escape)
    await officer.opens("residence", place="Lobby", people=1, title="Someone needs help")
    assert officer.says("Conduct counts, not looks. Ask what is needed.")
    await both_rings(officer)
    await conduct.calm(officer, "keep_away")
    # Family, doctor or 120 for someone unwell.
    await response.sees(officer, "illness")
    await response.calls_as_proposed(officer, "120")
    await officer.finishes("unwell")
    await response.comes_and_leaves(officer, "120")
    await conduct.hands_over(officer, "to the ambulance crew")
    await ending.declares_over(officer, "Handed over to the ambulance")
    await ending.closes(officer, "One person unwell in the lobby, brought to hospital")
    await ending.settles(officer)
    await ending.is_settled(officer)


async def both_rings(officer: Officer) -> None:
    # Outer ring: gate guard, lobby guard, patrol. Inner ring: lobby and patrol.
    outer = {"gate_guard": "yao_gang", "lobby_guard": "jin_hu", "patrol": "wang_bo"}
    inner = {"inner_lobby": "cheng_yi", "inner_patrol": "lu_qi"}
    for role, who in (outer | inner).items():
        assert staff.called_for(officer, role) == [who]
    told = {row.key: row.by.en for row in notifications(officer.incident, officer.plan)}
    assert (told["duty_manager"], told["posts"]) == ("Lobby guard", "Lobby guard")
    await officer.tells("duty_manager", "posts", "residence_head")
    await officer.scans("B154", "B157", "B158", "B159", "B160")
    assert commander(officer.incident, officer.plan).name == "Ren Jia"
    # Somebody of the inner ring does not answer; another of the staff is called in their place.
    await staff.does_not_answer(officer, "lu_qi")
    await staff.adds_staff(officer, "Zou Rui", "Patrol, inner ring")
    next_one = await staff.calls_the_next(officer, "lu_qi")
    assert (next_one.name, next_one.role) == ("Zou Rui", "inner_patrol")
    await scene.posts(officer, "gate", "G1", "Yao Gang")
    await scene.posts(officer, "lobby", "P5", "Jin Hu")
    assert officer.incident.post("G1").name == "Yao Gang"
    await officer.finishes("outer_posts", "inner_posts")


def test_that_a_residence_calls_the_police_for_violence_threats_and_refusing_to_leave(
    play: Play,
) -> None:
    play(acts)


async def acts(officer: Officer) -> None:
    await officer.opens("residence", place="Residents' floors", people=2)
    await officer.tells("duty_manager", "posts", "residence_head")
    await officer.finishes("outer_posts", "inner_posts")
    await conduct.calm(officer, "keep_away")
    assert not officer.says("Plan proposes")
    # Refusing to leave: asked once more, the way shown, then the police; staff hold no one.
    await response.sees(officer, "obstruction")
    await response.calls_as_proposed(officer, "110")
    assert officer.due_after("police_refusal") == timedelta(minutes=10)
    await officer.finishes("police_refusal")
    # Violence or threats: police, and the head of the residence is told at once.
    await response.sees(officer, "violence")
    await response.raises_as_proposed(officer, Level.III)
    await officer.tells("raised")
    assert "wait for the police" in officer.row("tasks", "task:police_violence")
    assert officer.says("Staff hold no one and touch no one except to help")
    await officer.finishes("police_violence")
    await response.sees(officer, "damage")
    await officer.finishes("damage_record")
    await response.comes_and_leaves(officer, "110")
    await conduct.hands_over(officer, "to the police")
    await ending.declares_over(officer, "The police have taken it over")
    await ending.closes(officer, "Threats on floor 3; a door is damaged")
    await ending.settles(officer)
    await ending.is_settled(officer)


def test_that_a_residence_helps_at_once_where_somebody_may_harm_themselves(play: Play) -> None:
    play(self_harm)


async def self_harm(officer: Officer) -> None:
    await officer.opens("residence", place="Roof", people=1)
    await response.sees(officer, "self_harm")
    assert officer.due_after("self_harm") == timedelta(minutes=1)
    await response.calls_as_proposed(officer, "120")
    await response.calls_as_proposed(officer, "110")
    await response.raises_as_proposed(officer, Level.III)
    await officer.finishes("self_harm")
    await response.comes_and_leaves(officer, "110")
    await response.comes_and_leaves(officer, "120")
    await conduct.hands_over(officer, "to the ambulance crew")
    await ending.declares_over_despite(officer, "In good hands", "The posts were not needed")
    await ending.closes(officer, "Spoken to for half an hour, went along of their own accord")
    await ending.settles(officer)
    await ending.is_settled(officer)
