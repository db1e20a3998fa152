"""Plan 1, office-centre crowd disturbance, from the first report to settled."""

from __future__ import annotations

from datetime import timedelta

from app.models.call_outs import CallOutState
from app.models.commander import commander
from app.models.follow_ups import follow_ups
from app.models.levels import Level
from app.models.notifications import notifications
from app.models.roll_call import next_roll_call
from app.models.task_states import TaskState
from app.models.zone_states import Evacuation
from tests.plans import ending, response, scene, staff
from tests.plans.conftest import Play
from tests.plans.keyboard import SHIFT
from tests.plans.officer import Officer

pytest_plugins = ["tests.postgres"]

AT_ONCE, FIVE, THIRTY = (timedelta(minutes=minutes) for minutes in (1, 5, 30))
"""At once: within the minute in which one is called."""

FIRST_RESPONSE = {
    "speak": "Head of order-keeping",
    "cordon": "Order",
    "barrier": "Order",
    "loudspeaker": "Zone supervisor",
    "flammables": "Logistics",
    "entrances": "Order",
    "outside_help": "Duty officer",
    "lead_in": "Zone supervisor",
    "evacuate": "Order",
    "patrols": "Order",
    "lightly_hurt": "Logistics",
    "badly_hurt": "Duty officer",
}
"""Whose each task of the first response is, which is there from the beginning …"""

WHEN_SEEN = {
    "damage": {"damage_stop": "Order", "damage_record": "Recorder", "damage_scene": "Order"},
    "procession": {"procession_cordon": "Order", "procession_clear": "Order"},
    "equipment": {"repair": "Engineering"},
    "fire": {"fire": "Service-centre manager"},
}
"""… and of those that begin when somebody sees what they are for."""


def test_that_a_crowd_is_met_from_the_first_report_to_the_last_follow_up(play: Play) -> None:
    play(first_report_to_last_follow_up)


async def first_report_to_last_follow_up(officer: Officer) -> None:
    await alert(officer)
    await people_come(officer)
    await deputy_until_the_manager_is_here(officer)
    await first_response(officer)
    await rising_and_lowering(officer)
    await over(officer)
    await afterwards(officer)


async def alert(officer: Officer) -> None:
    # A zone supervisor reports; the centre declares level IV and starts the plan.
    await officer.opens("office-crowd", place="North gate", people=15)
    assert officer.incident.leveling.level is Level.IV
    assert officer.says("IV")
    assert officer.says("Office-centre crowd disturbance, North gate")
    # It tells the manager, the head of order-keeping, the rest of the centre; the manager tells
    # the leadership of the government-offices administration.
    told = {row.key: row.by.en for row in notifications(officer.incident, officer.plan)}
    assert told == {
        "manager": "Duty officer", "order_head": "Duty officer", "centre_staff": "Duty officer",
        "administration": "Service-centre manager",
    }  # fmt: skip
    await officer.tells(*told)
    assert officer.reads("Leadership of the government-offices administration")


async def people_come(officer: Officer) -> None:
    # All staff are called: on duty at once, order-keeping off duty in 5 minutes, others in 30.
    called = staff.called(officer)
    assert len(called) == 24
    for call in called:
        assert call.due
        assert call.called_at
        off_duty = FIVE if call.group == "order" else THIRTY
        assert call.due - call.called_at == (AT_ONCE if call.on_duty else off_duty), call.name
    # The engineer on duty does not answer: the next person, as soon as there is one.
    await staff.does_not_answer(officer, "tang_bo")
    assert "nobody else can be called" in officer.row("roster", "stand_in:tang_bo")
    await staff.adds_staff(officer, "Ding Rui", "Engineer on duty")
    next_one = await staff.calls_the_next(officer, "tang_bo")
    assert (next_one.name, next_one.role) == ("Ding Rui", "engineer")
    # One says when he will be here, another is ill.
    await staff.is_on_the_way(officer, "sun_hao", eta="10")
    await staff.is_excused(officer, "deng_kai", reason="In bed with a fever")


async def deputy_until_the_manager_is_here(officer: Officer) -> None:
    # If the manager is absent, a deputy commands until relieved.
    assert officer.says("nobody yet")
    assert officer.says("Chen Wei is called")
    await officer.scans("B102", "B103", "B104", "B109", "B111", "B112")
    assert officer.says("acting deputy until Chen Wei arrives")
    assert commander(officer.incident, officer.plan).name == "Zhao Lin"
    await officer.scans("B101")
    assert officer.says("acting deputy; Chen Wei is here")
    assert commander(officer.incident, officer.plan).name == "Zhao Lin", "nobody handed over"
    await staff.hands_over_command(officer)
    assert commander(officer.incident, officer.plan).name == "Chen Wei"
    assert not officer.says("acting deputy")
    await officer.comes(lambda: officer.says_elsewhere("Chen Wei"), "the manager, elsewhere")


async def first_response(officer: Officer) -> None:
    # Each is a task with an owner.
    assert response.owners(officer).items() >= FIRST_RESPONSE.items()
    # Speak to the crowd calmly; cordon the areas affected, barrier line, keep the crowd out.
    await officer.finishes("speak")
    await scene.cordons(officer, "forecourt", "Xu Qiang", "Zhu Bin")
    await scene.posts(officer, "forecourt", "P1", "Guo Ping")
    assert "cordoned" in officer.row("zones", "forecourt")
    assert "Xu Qiang" in officer.row("zones", "forecourt")
    zone = officer.incident.zone("forecourt")
    assert (zone.line, zone.guards) == ("line_forecourt", ("xu_qiang", "zhu_bin"))
    await officer.finishes("cordon", "barrier")
    # Loudspeaker; more patrols against theft; the road and the vehicle entrances flowing.
    await officer.finishes("loudspeaker", "patrols")
    await scene.next_step(officer, "entrance:gate_north", "entrance_set")
    assert "shut" in officer.row("zones", "entrance:gate_north")
    await officer.finishes("entrances")
    # A slip: the wrong row, taken back within six seconds.
    await officer.finishes("outside_help")
    await response.takes_back(officer)
    assert officer.task("outside_help").state is TaskState.OPEN
    await officer.sees_the_same_everywhere()


async def rising_and_lowering(officer: Officer) -> None:
    # 20 people or more, somebody hurt: the plan proposes, a person declines or accepts.
    await officer.counts(30)
    await response.declines(officer, Level.III)
    await response.counts_hurt(officer, "forecourt", slightly=1)
    await response.raises_as_proposed(officer, Level.III)
    await officer.comes(lambda: officer.says_elsewhere("III yellow"), "the level, elsewhere")
    # At once tell manager, head of order-keeping and the company's leadership.
    await told_at_once(officer, "raised_manager", "raised_order_head", "company")
    # All staff are called as at IV, and nobody twice; the manager commands on site.
    assert len(response.texts(officer, "called_out")) == 25
    assert commander(officer.incident, officer.plan).name == "Chen Wei"
    # More hands are wanted; lower again, and whoever is not here yet is stood down.
    await staff.calls_one(officer, "Ye Qing")
    await officer.finishes("outside_help", "lightly_hurt")
    await officer.asks("l")
    assert officer.is_asked_with("Called for the higher level: Ye Qing")
    await officer.answers(level="IV", reason="Most have left", stand_down="not here yet…")
    await officer.does("level_set")
    assert officer.incident.leveling.level is Level.IV
    assert officer.incident.call_out("ye_qing").state is CallOutState.STOOD_DOWN
    assert officer.incident.call_out("chen_wei").state is CallOutState.ARRIVED


async def told_at_once(officer: Officer, *keys: str) -> None:
    assert response.asked_for(officer)[1] == set(keys)
    for row in notifications(officer.incident, officer.plan):
        if row.key in keys:
            assert row.due
            assert row.begins_at
            assert row.due - row.begins_at == AT_ONCE
    await officer.tells(*keys)


async def over(officer: Officer) -> None:
    await scene.releases(officer, "forecourt")
    # What must be done holds the end up until it is done, or skipped with the reason.
    await ending.is_not_over_yet(officer, "flammables")
    await response.skips(officer, "flammables", "None were on the forecourt")
    # The manager declares it over; nobody may be on the way any more when it is closed.
    await ending.declares_over(officer, "Heard, and gone home", awaits=True)
    await officer.asks("o")
    await officer.is_refused("Sun Hao", summary="Wages of block 7")
    await staff.elsewhere_arrives(officer, "sun_hao")
    await ending.closes(officer, "About 30 people, wages of block 7, one slightly hurt")


async def afterwards(officer: Officer) -> None:
    # Follow-ups with owner and due date.
    manager, over_at = "Service-centre manager", officer.incident.course.over_at
    assert over_at
    owed = {row.key: row for row in follow_ups(officer.incident, officer.plan)}
    days = {key: (row.due - over_at).days for key, row in owed.items() if row.due}
    assert {key: (row.owner.en, days[key]) for key, row in owed.items()} == {
        "visit": (manager, 1), "insurance": ("Administration staff", 2),
        "records": ("Quality staff", 3), "report": (manager, 7), "commendations": (manager, 15),
    }  # fmt: skip
    await ending.settles(officer)
    await ending.is_settled(officer)


def test_that_started_above_iv_leadership_is_told_at_once_and_a_tower_is_evacuated(
    play: Play,
) -> None:
    play(started_above_iv)


async def started_above_iv(officer: Officer) -> None:
    await officer.opens("office-crowd", place="Forecourt", people=60, level="II")
    # At once tell manager, head of order-keeping and the company's leadership; nobody is told
    # the same twice; all staff are called.
    told = response.asked_for(officer)[1]
    assert {"raised_manager", "raised_order_head", "company"} < told
    assert not told & {"manager", "order_head"}
    await officer.tells(*sorted(told))
    assert len(staff.called(officer)) == 24
    await officer.scans("B101", "B103", "B104", "B109", "B110")
    assert officer.says("Chen Wei")
    sha256 = await response.attaches_photo(officer, "The steps of Tower A")
    assert officer.reads("The steps of Tower A")
    await outside_help(officer)
    await evacuation(officer)
    await everyone_of_the_staff(officer)
    await officer.finishes("speak", "cordon", "barrier", "flammables")
    await scene.releases(officer, "tower_a", "forecourt")
    await ending.declares_over(officer, "The crowd has left")
    await ending.closes(officer, "About 60 people; Tower A evacuated and open again")
    await officer.comes(lambda: officer.elsewhere.files.path(sha256), "the photo elsewhere")
    await ending.settles(officer)
    await ending.is_settled(officer)


async def outside_help(officer: Officer) -> None:
    await scene.next_step(officer, "forecourt", "zone_cordoned")
    await response.counts_hurt(officer, "forecourt", slightly=1, badly=1)
    assert officer.says("1 slightly hurt • 1 badly hurt")
    # The duty officer decides, through the security section. What the log knows stands on the
    # call sheet already.
    await officer.finishes("outside_help")
    await officer.asks("e", SHIFT)
    assert officer.is_asked_with("Someone is hurt or taken ill")
    assert officer.field("exact").endswith("North Street; Forecourt")
    assert "1 badly hurt" in officer.field("number")
    assert "Forecourt is cordoned" in officer.field("access")
    await officer.answers(type="Two people fell on the steps", by="Guo Ping")
    await officer.does("service_called")
    # Each call is logged: when, by whom, what was said, when they came.
    (line,) = response.texts(officer, "service_called")
    for words in ("120", "Forecourt", "Two people fell on the steps", "Guo Ping"):
        assert words in line
    for number in ("110", "119", "122"):
        await response.calls(officer, number)
    assert officer.says("110 Police: called")
    for number in ("120", "110", "119", "122"):
        await response.comes_and_leaves(officer, number)
        assert response.service(officer, number).arrived_at
    # Lead police and ambulances in; lightly hurt to a safe area; badly hurt: 120, help carry.
    await officer.finishes("lead_in", "lightly_hurt", "badly_hurt")


async def evacuation(officer: Officer) -> None:
    # People first: evacuate when needed. Floor by floor, counted out and at the assembly point.
    await scene.evacuates(officer, "tower_a", 120)
    await scene.confirms_floors(officer, "tower_a", 8)
    await scene.counts_out(officer, "tower_a", 97)
    assert "97 of 120 out" in officer.row("zones", "tower_a")
    await scene.counts_at_assembly(officer, "assembly", 95)
    assert "95" in officer.row("zones", "assembly:assembly")
    await scene.counts_out(officer, "tower_a", 120)
    # The last floor was looked through by another; then the whole is confirmed, by name.
    await officer.chooses_on("2", "zones", "part:tower_a/f9", "part:f9")
    await officer.is_asked()
    await officer.answers(by="He Yan")
    await officer.does("part_confirmed")
    await scene.confirms(officer, "tower_a", "zone_confirmed")
    tower = officer.incident.zone("tower_a")
    assert tower.evacuation is Evacuation.CONFIRMED
    assert tower.confirmed_by == "Liu Yang"
    assert [part.by for part in tower.parts] == ["Liu Yang"] * 8 + ["He Yan"]
    await officer.finishes("evacuate")


async def everyone_of_the_staff(officer: Officer) -> None:
    """Head-count and roll call: who has not answered since the evacuation is named."""
    assert "Guo Ping" in officer.row("zones", "staff:")
    await staff.calls_the_roll(officer, but="guo_ping", by="He Yan")
    assert "All staff on site are accounted for" in officer.row("zones", "staff:")
    (begun,) = [e.at for e in officer.incident.timeline if e.kind == "roll_call_begun"]
    due = next_roll_call(officer.incident, officer.plan)
    assert due == begun + timedelta(minutes=20)


def test_that_what_is_seen_begins_its_tasks_and_a_fire_has_its_own_plan_beside(
    play: Play,
) -> None:
    play(what_is_seen)


async def what_is_seen(officer: Officer) -> None:
    await officer.opens("office-crowd", place="Car park", people=15, drill=True)
    await officer.tells("manager", "order_head", "centre_staff", "administration")
    for sign, tasks in WHEN_SEEN.items():
        assert not response.asked_for(officer)[0] & tasks.keys(), "asked for before it is seen"
        await response.sees(officer, sign)
        assert response.asked_for(officer)[0] >= tasks.keys()
        assert response.owners(officer).items() >= tasks.items()
    crowd = officer.stream
    # Damage: stop it if safely possible, photograph and film, protect the scene; police. A
    # procession: cordon along its route, ask bystanders and vehicles to leave; traffic police.
    await officer.finishes(*WHEN_SEEN["damage"], *WHEN_SEEN["procession"], *WHEN_SEEN["equipment"])
    for number in ("119", "110", "122"):
        await response.calls_as_proposed(officer, number)
    # Fire: run the fire plan. It stands beside this one, in the same drill.
    fire = await response.opens_its_plan(officer, "fire")
    assert officer.task("fire").state is TaskState.DONE
    await response.raises_as_proposed(officer, Level.II)
    await officer.tells("raised_manager", "raised_order_head", "company")
    await the_fire(officer, fire)
    await officer.goes_to(crowd)
    # What must be done is not, and it is over all the same: with a word on why.
    await ending.declares_over_despite(officer, "The fire is out", "The fire took everybody")
    await ending.closes(officer, "Vehicles damaged; a small fire, out")
    await ending.settles(officer)
    await ending.is_settled(officer)


async def the_fire(officer: Officer, stream: str) -> None:
    await officer.goes_to(stream)
    assert officer.says("DRILL")
    assert officer.says("Fire")
    assert officer.incident.detail.place == "Car park"
    await ending.declares_over_despite(officer, "Out", "An extinguisher was enough")
    await ending.closes(officer, "A bin in the car park")
    await ending.settles(officer)
    await ending.is_settled(officer)
    await officer.sees_the_same_everywhere()
