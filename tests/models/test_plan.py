"""Plans: who is due when, and what the shipped ones hold of `mission.md`."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from app.models.levels import Level
from app.models.plan import Deadline, Duty, Group, Plan, Sign, reference
from app.models.planfile import read_plan
from app.models.text import Text
from app.store.bundled import bundled_plan, bundled_plans, example_site
from tests.models.plans import SMALL

MIN = timedelta(minutes=1)


def _small() -> Plan:
    plan = read_plan(SMALL, file="small.yaml").value
    assert plan is not None
    return plan


@pytest.fixture(scope="module")
def crowd() -> Plan:
    return bundled_plan("office-crowd")


def test_that_the_first_deadline_that_fits_is_theirs() -> None:
    plan = _small()
    assert plan.within(role="chief", group="order", on_duty=True) == 5 * MIN
    assert plan.within(role="chief", group="order", on_duty=False) == 30 * MIN


def test_that_a_deadline_for_a_group_holds_for_its_parts() -> None:
    text = Text("x", "x")
    plan = msgspec.structs.replace(
        _small(),
        groups=(
            Group(key="logistics", name=text),
            Group(key="order", name=text, part_of="logistics"),
        ),
        deadlines=(
            Deadline(within=MIN, groups=("logistics",), duty=Duty.OFF),
            Deadline(within=2 * MIN),
        ),
    )
    assert plan.within(role="chief", group="order", on_duty=False) == MIN
    assert plan.within(role="chief", group="engineering", on_duty=False) == 2 * MIN


def test_that_somebody_whom_no_deadline_fits_has_half_an_hour() -> None:
    plan = msgspec.structs.replace(_small(), deadlines=())
    assert plan.within(role="chief", group="order", on_duty=True) == 30 * MIN


def test_that_a_reference_names_the_content() -> None:
    plan = _small()
    assert reference(plan) == reference(_small())
    assert reference(plan).startswith("small@")
    assert reference(msgspec.structs.replace(plan, title=Text("a", "b"))) != reference(plan)


def test_that_a_newer_plan_with_keys_we_do_not_know_can_still_be_run() -> None:
    written = msgspec.json.decode(msgspec.json.encode(_small()))
    written["weather"] = "rain"
    assert msgspec.convert(written, Plan) == _small()


def test_that_what_ships_is_named_like_its_file() -> None:
    assert [name for name, _ in bundled_plans()] == [
        "blank.yaml",
        "branch-visit.yaml",
        "fire.yaml",
        "group-visit.yaml",
        "medical.yaml",
        "office-crowd.yaml",
        "property.yaml",
        "residence.yaml",
    ]
    assert all(name == f"{plan.key}.yaml" for name, plan in bundled_plans())


def test_that_the_blank_plan_has_one_who_commands_and_a_deadline() -> None:
    plan = bundled_plan("blank")
    assert [role.key for role in plan.succession()] == ["commander"]
    assert plan.within(role="commander", group="duty", on_duty=False) == 30 * MIN
    assert plan.step(Level.IV) is not None


# Plan 1 of mission.md, line by line -----------------------------------------------------------


def test_that_the_manager_commands_and_if_absent_a_deputy(crowd: Plan) -> None:
    line = [role.key for role in crowd.succession()]
    assert line == ["commander", "deputy", "order_head"]


def test_that_order_keeping_administration_and_quality_are_logistics(crowd: Plan) -> None:
    groups = {key: crowd.role(key) for key in ("administration", "quality", "guard", "order_head")}
    assert all(role and crowd.in_group(role.group, "logistics") for role in groups.values())
    engineer = crowd.role("engineer")
    assert engineer is not None
    assert engineer.group == "engineering"


def test_that_staff_must_be_here_at_once_in_5_or_in_30_minutes(crowd: Plan) -> None:
    def within(role: str, *, on_duty: bool) -> timedelta:
        found = crowd.role(role)
        assert found is not None
        return crowd.within(role=role, group=found.group, on_duty=on_duty)

    assert {within(role.key, on_duty=True) for role in crowd.roles} == {timedelta(0)}
    off_duty = {role.key: within(role.key, on_duty=False) for role in crowd.roles}
    assert {key for key, time in off_duty.items() if time == 5 * MIN} == {"guard", "order_head"}
    assert {time for key, time in off_duty.items() if key not in ("guard", "order_head")} == {
        30 * MIN
    }


def test_that_level_iv_tells_manager_order_centre_and_administration(crowd: Plan) -> None:
    told = [told for told in crowd.notifications if told.from_level is Level.IV]
    assert [(one.key, one.by) for one in told] == [
        ("manager", "duty_officer"),
        ("order_head", "duty_officer"),
        ("centre_staff", "duty_officer"),
        ("administration", "commander"),
    ]


def test_that_above_level_iv_leadership_is_told_at_once_and_the_manager_commands(
    crowd: Plan,
) -> None:
    told = [told for told in crowd.notifications if told.from_level is Level.III]
    assert [one.key for one in told] == ["raised_manager", "raised_order_head", "company"]
    assert {one.within for one in told} == {timedelta(0)}
    for level in (Level.III, Level.II, Level.I):
        step = crowd.step(level)
        assert step is not None
        assert (step.call, step.commander) == (("all",), "commander")


def test_that_all_staff_are_called_at_level_iv(crowd: Plan) -> None:
    step = crowd.step(Level.IV)
    assert step is not None
    assert step.call == ("all",)


def test_that_the_duty_officer_decides_on_each_service(crowd: Plan) -> None:
    assert [(one.number, one.by) for one in crowd.services] == [
        (number, "duty_officer") for number in ("110", "119", "120", "122")
    ]
    task = next(task for task in crowd.tasks if task.key == "outside_help")
    assert "security section" in task.text.en
    assert "保卫科" in task.text.zh


def test_that_every_first_response_is_a_task_with_an_owner(crowd: Plan) -> None:
    assert {task.key: task.owner for task in crowd.tasks} == {
        "speak": "order_head",
        "cordon": "order",
        "barrier": "order",
        "loudspeaker": "zone_supervisor",
        "flammables": "logistics",
        "entrances": "order",
        "outside_help": "duty_officer",
        "lead_in": "zone_supervisor",
        "evacuate": "order",
        "patrols": "order",
        "damage_stop": "order",
        "damage_record": "recorder",
        "damage_scene": "order",
        "fire": "commander",
        "lightly_hurt": "logistics",
        "badly_hurt": "duty_officer",
        "procession_cordon": "order",
        "procession_clear": "order",
        "repair": "engineering",
    }


def test_that_a_task_that_a_person_judges_has_no_countdown() -> None:
    for _, plan in bundled_plans():
        judged = [task for task in plan.tasks if task.when and task.sign is None]
        assert [task.key for task in judged if task.within is not None] == []


def test_that_rules_propose_for_every_sign(crowd: Plan) -> None:
    proposing = {rule.sign for rule in crowd.rules if rule.propose}
    assert proposing >= {
        Sign.PEOPLE, Sign.INJURY, Sign.FIRE, Sign.BLOCKED_ROAD, Sign.DAMAGE, Sign.ZONES,
    }  # fmt: skip
    people = [(rule.at_least, rule.propose) for rule in crowd.rules if rule.sign is Sign.PEOPLE]
    assert people[0] == (20, Level.III)
    zones = [rule.at_least for rule in crowd.rules if rule.sign is Sign.ZONES]
    assert zones == [2]


def test_that_the_principles_are_standing_reminders(crowd: Plan) -> None:
    said = " ".join(reminder.en for reminder in crowd.reminders)
    assert "People first" in said
    assert "own safety" in said


def test_that_afterwards_five_things_are_owed_with_owner_and_date(crowd: Plan) -> None:
    assert [owed.key for owed in crowd.follow_ups] == [
        "visit",
        "insurance",
        "records",
        "report",
        "commendations",
    ]
    assert all(owed.within for owed in crowd.follow_ups)


def test_that_the_plan_and_the_example_site_have_the_same_zones_and_posts(
    crowd: Plan,
) -> None:
    site = example_site()
    assert [(z.key, z.name, z.posts) for z in crowd.zones] == [
        (z.key, z.name, z.posts) for z in site.zones
    ]
