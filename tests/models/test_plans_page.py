"""docs/plans.md: every place that it names is in the plan file, every test that it names exists."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from app.models.duration import write_duration
from app.models.levels import Level
from app.models.plan import Plan, Rule, Sign
from tests.models.shipped import shipped_plans

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "plans.md").read_text(encoding="utf-8")
TESTS = {
    name
    for file in (ROOT / "tests").rglob("test_*.py")
    for name in re.findall(r"def (test_\w+)", file.read_text(encoding="utf-8"))
}


class Line(NamedTuple):
    plan: str
    duty: str
    places: list[str]
    tests: list[str]


def _lines() -> list[Line]:
    found: list[Line] = []
    plan = ""
    for line in PAGE.splitlines():
        heading = re.fullmatch(r"## .*`([a-z-]+)\.yaml`", line)
        plan = heading[1] if heading else plan
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if line.startswith("| ") and len(cells) == 3 and cells[0] != "duty or number":
            places, tests = (re.findall(r"`([^`]+)`", cell) for cell in cells[1:])
            found.append(Line(plan, cells[0], places, tests))
    return found


LINES = _lines()
PLACES = [(line.plan, place) for line in LINES for place in line.places]


def value_at(plan: Plan, path: str) -> Any:
    """The value of a place, or None where it is not there."""
    part, *words = path.split(".")
    found: Any = getattr(plan, part, None)
    if part == "rules":
        found, words = _rule(plan, words)
    elif isinstance(found, tuple) and words:
        found, words = _item(found, words[0]), words[1:]
    for word in words:
        found = getattr(found, word, None)
    return found


def _rule(plan: Plan, words: list[str]) -> tuple[Rule | None, list[str]]:
    sign, rest = words[0], words[1:]
    numbered = bool(rest) and rest[0].isdigit()
    at_least = int(rest[0]) if numbered else 1
    rules = (r for r in plan.rules if (r.sign.value, r.at_least) == (sign, at_least))
    return next(rules, None), rest[1:] if numbered else rest


def _item(items: tuple[Any, ...], word: str) -> Any:
    """By its key, its number to dial, its level; what has none of these is counted from 1."""
    named = {written(getattr(i, name)): i for i in items
             for name in ("key", "number", "level") if hasattr(i, name)}  # fmt: skip
    counted = dict(enumerate(items, 1)) if not named else {}
    return named.get(word) or (counted.get(int(word)) if word.isdigit() else None)


def written(value: Any) -> str:
    """As the plan file has it."""
    match value:
        case bool():
            return "yes" if value else "no"
        case timedelta():
            return write_duration(value)
        case Level():
            return value.numeral
        case Sign():
            return value.value
        case tuple():
            return ", ".join(map(str, value))
        case _:
            return str(getattr(value, "value", value))


@pytest.mark.parametrize(("plan", "place"), PLACES, ids=lambda value: str(value))
def test_that_every_place_that_the_page_names_is_in_the_plan(plan: str, place: str) -> None:
    path, _, value = place.partition(" = ")
    found = value_at(shipped_plans()[plan], path)
    assert found not in (None, "", ()), place
    assert not value or written(found) == value


def test_that_every_line_of_the_page_names_places_and_tests_that_exist() -> None:
    assert [line.duty for line in LINES if not line.places or not line.tests] == []
    named = {name for line in LINES for name in line.tests} | set(re.findall(r"`(test_\w+)`", PAGE))
    assert named - TESTS == set()


def test_that_the_page_names_the_tests_that_run_a_plan_from_end_to_end() -> None:
    named = set(re.findall(r"`(tests/plans/\w+\.py)`", PAGE))
    assert named == {f"tests/plans/{file.name}" for file in ROOT.glob("tests/plans/test_*.py")}


def test_that_the_page_has_a_table_for_every_plan() -> None:
    assert {line.plan for line in LINES} == set(shipped_plans())


def test_that_the_page_leaves_no_task_or_notification_of_the_five_plans_out() -> None:
    """What the plans add of their own is named here, so that nothing else slips in unseen."""
    added: dict[str, set[str]] = {
        "office-crowd": set(),
        "group-visit": set(),
        "branch-visit": {"raised_everyone", "fire"},
        "residence": {"duty_manager", "posts", "residence_head", "raised", "damage_record", "fire"},
        "property": {"posts", "raised", "patrols", "unwell", "self_harm", "damage_record", "fire"},
    }
    for key, own in added.items():
        plan = shipped_plans()[key]
        listed = {place.split(".")[1].split(" ")[0] for name, place in PLACES
                  if name == key and place.startswith(("tasks.", "notifications."))}  # fmt: skip
        duties = {task.key for task in plan.tasks} | {told.key for told in plan.notifications}
        assert duties - listed == own, key
