"""The fire plan that the others point to, from the alarm to settled."""

from __future__ import annotations

from datetime import timedelta

from app.models.levels import Level
from app.models.roll_call import next_roll_call
from app.models.zone_states import Evacuation
from tests.plans import ending, response, scene, staff
from tests.plans.conftest import Play
from tests.plans.officer import Officer

pytest_plugins = ["tests.postgres"]

AT_ONCE, FIVE = timedelta(minutes=1), timedelta(minutes=5)


def test_that_a_confirmed_fire_calls_119_at_once_and_everybody_is_out_and_accounted_for(
    play: Play,
) -> None:
    play(fire)


async def fire(officer: Officer) -> None:
    await alarm(officer)
    await confirmed(officer)
    await everybody_out(officer)
    await afterwards(officer)


async def alarm(officer: Officer) -> None:
    # An alarm that nobody has confirmed yet: control room, fire-fighting team and command.
    await officer.opens("fire", place="Tower A", people=0)
    roles = {call.role for call in staff.called(officer)}
    assert roles >= {"commander", "control_operator", "fire_fighter", "engineer"}
    assert not roles & {"evacuation_guide", "first_aider"}
    assert response.must_be_done(officer) == {"confirm"}
    assert response.asked_for(officer)[1] == {"commander"}
    await officer.tells("commander")
    # One of the team does not answer: the next person, off duty, in five minutes.
    await staff.does_not_answer(officer, "guo_ping")
    next_one = await staff.calls_the_next(officer, "guo_ping")
    assert (next_one.name, next_one.role) == ("Lin Tao", "fire_fighter")
    assert next_one.due
    assert next_one.called_at
    assert next_one.due - next_one.called_at == FIVE
    await officer.scans("B101", "B104", "B110", "B111", "B112", "B116")
    await officer.finishes("confirm")


async def confirmed(officer: Officer) -> None:
    # A fire, confirmed: 119 at once, and everybody is called.
    await response.sees(officer, "fire")
    await response.calls_as_proposed(officer, "119")
    await response.raises_as_proposed(officer, Level.III)
    assert officer.due_after("call_119") == AT_ONCE
    assert {"call_119", "evacuate", "look_through", "assembly"} <= response.must_be_done(officer)
    assert staff.called_for(officer, "evacuation_guide")
    assert staff.called_for(officer, "first_aider")
    await officer.tells("confirmed_commander", "tenants", "administration", "company")
    await officer.finishes("call_119", "broadcast", "first_attack", "lifts", "systems", "power_gas")
    await response.skips(officer, "flammables", "None are kept there")
    await officer.finishes("fire_lane")


async def everybody_out(officer: Officer) -> None:
    # Evacuate; look through each floor and confirm it empty; nobody goes back in.
    await scene.evacuates(officer, "tower_a", 60)
    await scene.confirms(officer, "tower_a", "part_confirmed")
    await scene.confirms_floors(officer, "tower_a", 8)
    await scene.counts_out(officer, "tower_a", 60)
    await scene.confirms(officer, "tower_a", "zone_confirmed")
    assert officer.incident.zone("tower_a").evacuation is Evacuation.CONFIRMED
    await scene.cordons(officer, "tower_a", "He Yan", "Xu Qiang")
    await officer.finishes("evacuate", "look_through", "assisted", "keep_out")
    # Everybody accounted for: at the assembly point, and of the staff by a roll call.
    await scene.counts_at_assembly(officer, "assembly", 60)
    await staff.calls_the_roll(officer, but="zhu_bin", by="Lin Tao")
    (begun,) = [e.at for e in officer.incident.timeline if e.kind == "roll_call_begun"]
    due = next_roll_call(officer.incident, officer.plan)
    assert due == begun + timedelta(minutes=15)
    await officer.finishes("assembly")


async def afterwards(officer: Officer) -> None:
    # The fire service is briefed and leads from then on; it says that the building is safe.
    officer.press("e")
    await officer.chooses("units:119")
    await officer.is_asked()
    await officer.answers(units="2 engines, 12 people")
    await officer.does("service_arrived")
    assert officer.says("2 engines, 12 people")
    await officer.finishes("brief_fire_service")
    await officer.writes("Fire service: the fire is out, the building safe")
    officer.press("e")
    await officer.chooses("leave:119")
    await officer.does("service_left")
    await scene.releases(officer, "tower_a")
    await ending.declares_over(officer, "Out, everybody accounted for")
    await ending.closes(officer, "A socket on floor 4; nobody hurt")
    await ending.settles(officer)
    await ending.is_settled(officer)


def test_that_a_false_alarm_is_told_to_all_who_were_told_and_asks_for_no_more(play: Play) -> None:
    play(false_alarm)


async def false_alarm(officer: Officer) -> None:
    await officer.opens("fire", place="Car park")
    await officer.tells("commander")
    await officer.finishes("confirm", "false_alarm")
    # Nothing that a fire would ask for holds the end up.
    await ending.declares_over(officer, "Dust from drilling; the detector was reset")
    await ending.closes(officer, "No fire")
    await ending.settles(officer)
    await ending.is_settled(officer)
