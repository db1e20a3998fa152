"""What ships as plans: complete, staffed by the example site, inside the lines of `mission.md`."""

from __future__ import annotations

import re
from collections import Counter

import msgspec
import pytest

from app.models.filling import fill_roles
from app.models.plan import Plan
from tests.models.shipped import Shipped, shipped_plans

PLANS = shipped_plans()
WHOLE = [plan for key, plan in PLANS.items() if key != "blank"]
VISITS = [PLANS["group-visit"], PLANS["branch-visit"]]

every_plan = pytest.mark.parametrize("plan", WHOLE, ids=lambda plan: str(plan.key))


@every_plan
def test_that_a_shipped_plan_has_every_part_that_it_needs(plan: Plan) -> None:
    parts = (
        "source", "alert", "tasks", "notifications", "services", "zones", "reminders", "rules",
        "end", "follow_ups",
    )  # fmt: skip
    assert [part for part in parts if not getattr(plan, part)] == []


@every_plan
def test_that_a_deputy_commands_where_the_commander_is_not_there(plan: Plan) -> None:
    assert len(plan.succession()) >= 2


@every_plan
def test_that_every_task_and_every_call_has_an_owner_who_can_be_called(plan: Plan) -> None:
    owners = {task.owner for task in plan.tasks} | {told.by for told in plan.notifications}
    staffed = {role.group for role in plan.roles} | {role.key for role in plan.roles}
    larger = {group.part_of for group in plan.groups}
    assert owners <= staffed | larger


@every_plan
def test_that_every_duty_has_a_deadline_or_a_condition(plan: Plan) -> None:
    free = [task.key for task in plan.tasks if task.within is None and not task.when]
    assert free == (["see_leader"] if plan.key == "group-visit" else [])


@every_plan
def test_that_every_service_that_a_plan_may_need_has_a_word_on_when(plan: Plan) -> None:
    assert {"110", "119", "120"} <= {service.number for service in plan.services}
    assert all(service.when and service.by for service in plan.services)


@every_plan
def test_that_what_is_told_by_itself_and_to_leaders_can_be_sent(plan: Plan) -> None:
    assert all(told.what for told in plan.notifications)
    assert any(told.message for told in plan.notifications)


@pytest.mark.parametrize("key", PLANS)
def test_that_the_example_site_has_somebody_for_every_place_of_every_role(key: str) -> None:
    play = Shipped(key)
    filled = fill_roles(play.shipped, play.site, roles=play.shipped.roles, busy=(), taken=())
    held = Counter(role.key for role, person in filled if role and person)
    assert {role.key: held[role.key] for role in play.shipped.roles} == {
        role.key: role.count for role in play.shipped.roles
    }


def test_that_a_plan_opens_only_plans_that_ship() -> None:
    opened = {(plan.key, task.opens) for plan in WHOLE for task in plan.tasks if task.opens}
    assert {key for _, key in opened} == {"fire", "medical"}
    assert {("office-crowd", "fire"), ("branch-visit", "fire"), ("residence", "medical")} <= opened
    assert all(key != target for key, target in opened)


@pytest.mark.parametrize("key", ["office-crowd", "fire"])
def test_that_staff_on_site_are_called_over_as_the_plan_says(key: str) -> None:
    assert PLANS[key].roll_call is not None


@pytest.mark.parametrize("plan", VISITS, ids=lambda plan: str(plan.key))
def test_that_receptions_have_law_and_policy_at_hand(plan: Plan) -> None:
    assert plan.reception is not None
    assert plan.reception.notes
    said = " ".join(note.zh for note in plan.reception.notes)
    assert "信访工作条例" in said


@every_plan
def test_that_a_plan_says_which_of_its_numbers_are_suggestions(plan: Plan) -> None:
    assert plan.source is not None
    assert "suggestions" in plan.source.en
    assert "建议值" in plan.source.zh


# The lines it does not cross ----------------------------------------------------------------------

_FORBIDDEN = re.compile(
    r"\bdetain|\barrest|\bseize|\brestrain|\bescort|\bintercept|\bpersuade .* (back|home)"
    r"|\borganis?er|\bringleader|\bmental|\bdrunk|\bclothing|\baccent|\bbelief|\breligio"
    r"|扣押|拘|控制人员|控制当事人|盘查|劝返|截访|组织者|带头|精神|醉|穿着|口音|籍贯|民族|宗教",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(hold|held|remove|follow(s|ed|ing)?(?!-up)|stop(s|ped)?)\b"
    r"|扣留|带离|(?<!事项)跟踪(?!事项)|拦截|押送"
)
_MEANT = re.compile(
    r"\bhold (no one|and remove no one|a lift)|\b(hold|take|follow)[^,;.]* no one|without holding|"
    r"Follow up|Nobody is followed|[Ss]top the damage|不得扣留|不跟踪"
)
"""Where such a word says that nobody does it, or is about things."""


def _texts(plan: Plan) -> list[tuple[str, str]]:
    """All that staff could read as something to do, in both languages."""
    found: list[tuple[str, str]] = []

    def look(value: object) -> None:
        if isinstance(value, dict):
            if set(value) == {"en", "zh"}:
                found.append((str(value["en"]), str(value["zh"])))
            for each in value.values():
                look(each)
        elif isinstance(value, list):
            for each in value:
                look(each)

    look(msgspec.to_builtins(plan))
    return found


@pytest.mark.parametrize("plan", PLANS.values(), ids=lambda plan: str(plan.key))
def test_that_no_plan_speaks_of_who_the_visitors_are(plan: Plan) -> None:
    crossing = [text for pair in _texts(plan) for text in pair if _FORBIDDEN.search(text)]
    assert crossing == []


@pytest.mark.parametrize("plan", PLANS.values(), ids=lambda plan: str(plan.key))
def test_that_no_plan_has_staff_hold_follow_or_remove_anyone(plan: Plan) -> None:
    crossing = [
        text
        for pair in _texts(plan)
        for text in pair
        if _HELD.search(text) and not _MEANT.search(text)
    ]
    assert crossing == []
