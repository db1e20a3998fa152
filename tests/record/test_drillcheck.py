"""`muster drill check`: what it prints and how it exits."""

from __future__ import annotations

from importlib.resources import files
from io import StringIO
from pathlib import Path

import pytest

from app.__main__ import main
from app.record.drillcheck import check_drills
from app.record.plancheck import FINE, PROBLEMS, UNREADABLE
from app.store.bundled import bundled_plan, bundled_plans, drills_of, example_site

PLANS = [plan for _, plan in bundled_plans()]
GOOD = """\
key: small
title: {en: Small, zh: 小}
plan: fire
opening:
  title: {en: Fire, zh: 火灾}
  place: {en: Kitchen, zh: 厨房}
injects:
  - key: smoke
    at: 01:00
    text: {en: Smoke, zh: 有烟}
    expect: [{kind: note}]
"""


def check(*paths: Path) -> tuple[int, list[str]]:
    out = StringIO()
    code = check_drills([str(path) for path in paths], PLANS, [example_site()], out)
    return code, out.getvalue().splitlines()


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_that_a_good_file_is_said_to_be_good(written: Path) -> None:
    said = f"{written}: no problems; title “Small”; plan fire, injects 1, events 0"
    assert check(written) == (FINE, [said])


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("plan: fire", "plan: fier",
         "3: plan: there is no plan “fier”; write “fire”, or name its file with --plan"),
        ("kind: note}", "kind: noet}",
         "11: injects[1].expect[1].kind: “noet” is unknown here; did you mean “note”?"),
        ("{kind: note}", "{kind: note, of: x}",
         "11: injects[1].expect[1].of: “note” takes no “of”; leave it out"),
        ("{kind: note}", "{kind: service_called, of: '112'}",
         "11: injects[1].expect[1].of: “112” is not defined"),
        ("{kind: note}", "{kind: sign_seen, of: fier}",
         "11: injects[1].expect[1].of: “fier” is not defined; did you mean “fire”?"),
        ("at: 01:00", "at: soon", "9: injects[1].at: “soon” cannot be read"),
        ("zh: 有烟", "cn: 有烟", "10: injects[1].text"),
        ("Kitchen, zh: 厨房}", "Kitchen, zh: 厨房}\n  phase: late",
         "7: opening.phase: “late” is not defined"),
    ],
)  # fmt: skip
def test_that_a_problem_is_told_with_line_and_field(
    written: Path, good: str, bad: str, said: str
) -> None:
    written.write_text(GOOD.replace(good, bad), encoding="utf-8")
    code, lines = check(written)
    assert code == PROBLEMS
    assert any(line.startswith(f"{written}:{said}") for line in lines), lines


def test_that_injects_are_in_order_and_each_has_its_key(written: Path) -> None:
    written.write_text(GOOD + "  - {key: smoke, at: 00:30, text: {en: A, zh: B}}\n", "utf-8")
    fields = [line.split(": ")[1] for line in check(written)[1]]
    assert sorted(fields) == ["injects[2].at", "injects[2].key"]


def test_that_a_drill_in_which_nothing_happens_is_none(written: Path) -> None:
    written.write_text(GOOD.partition("injects:")[0], encoding="utf-8")
    (line,) = check(written)[1]
    assert line.endswith("nothing happens; add injects, or events, or both")


def test_that_a_story_needs_its_site_and_who_records(written: Path) -> None:
    written.write_text(GOOD + "events:\n  - {at: 00:10, kind: people, count: 3}\n", "utf-8")
    fields = [line.split(": ")[1] for line in check(written)[1]]
    assert sorted(fields) == ["recorder", "site"]


def test_that_a_file_that_cannot_be_read_is_told_from_one_with_problems(tmp_path: Path) -> None:
    assert check(tmp_path / "none.yaml")[0] == UNREADABLE


def test_that_the_command_checks_against_a_plan_of_ones_own(
    written: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = files("resources") / "plans" / "fire.yaml"
    own = tmp_path / "own.yaml"
    own.write_text(shipped.read_text("utf-8").replace("key: fire\n", "key: own\n", 1), "utf-8")
    written.write_text(GOOD.replace("plan: fire", "plan: own"), encoding="utf-8")
    assert main(["drill", "check", str(written)]) == PROBLEMS
    assert main(["drill", "check", "--plan", str(own), str(written)]) == FINE
    assert "plan own, injects 1" in capsys.readouterr().out


@pytest.mark.parametrize(
    "plan", ["office-crowd", "group-visit", "branch-visit", "residence", "property"]
)
def test_that_drills_ship_for_the_five_plans_and_can_be_used(plan: str) -> None:
    found = drills_of(bundled_plan(plan))
    assert found
    assert all(drill.injects and drill.plan == plan for drill in found)
    every = [inject for drill in found for inject in drill.injects]
    assert sum(bool(inject.expect) for inject in every) >= 4


def test_that_every_shipped_file_is_whole() -> None:
    folder = files("resources") / "drills"
    paths = [Path(str(item)) for item in folder.iterdir() if item.name.endswith(".yaml")]
    code, lines = check(*paths)
    assert code == FINE, lines


def test_that_ones_own_are_offered_for_their_plan_and_faulty_ones_are_not(
    written: Path, tmp_path: Path
) -> None:
    (tmp_path / "faulty.yaml").write_text(GOOD.replace("01:00", "soon"), encoding="utf-8")
    (tmp_path / "other.yaml").write_bytes("key: 用于".encode("gb18030"))
    assert [drill.key for drill in drills_of(bundled_plan("fire"), tmp_path)] == ["small"]
    assert drills_of(bundled_plan("blank"), tmp_path) == []
    assert written.exists()
