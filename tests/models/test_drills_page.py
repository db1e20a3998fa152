"""docs/drills.md: its example can be used, and it names every way to answer an inject."""

from __future__ import annotations

import re
from pathlib import Path

from app.models.drillfile import read_drill
from app.models.script import ABOUT, Answering, Inject
from app.store.bundled import bundled_plan

PAGE = (Path(__file__).parents[2] / "docs" / "drills.md").read_text(encoding="utf-8")


def test_that_the_example_is_a_drill() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    reading = read_drill(example, file="page", plan=bundled_plan("office-crowd"), site=None)
    assert [problem.english() for problem in reading.problems] == []


def test_that_every_kind_of_answer_is_named_and_what_it_is_about() -> None:
    lines = [line for line in PAGE.splitlines() if line.startswith("| `")]
    for kind in Answering:
        line = next(line for line in lines if f"`{kind.value}`" in line)
        assert line.endswith("| – |") is (kind not in ABOUT), kind


def test_that_every_field_of_an_inject_is_named() -> None:
    for field in Inject.__struct_fields__:
        assert f"`{field}`" in PAGE or f"`injects[].{field}`" in PAGE, field
