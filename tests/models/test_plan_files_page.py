"""docs/plan-files.md names every key that a plan, site or drill file may have."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
from msgspec.structs import fields

from app.models import drill as d
from app.models import plan as p
from app.models.script import Expected, Inject
from app.models.sitefile import SiteFile, SiteFileZone, SitePerson

PAGE = (Path(__file__).parents[2] / "docs" / "plan-files.md").read_text(encoding="utf-8")
EVENTS = get_args(d.DrillEvent)
PARTS = (
    p.Plan, p.Group, p.Role, p.Deadline, p.LevelStep, p.Phase, p.PlanTask, p.PlanNotification,
    p.PlanService, p.Rule, p.PlanRollCall, p.PlanReception, p.PlanZone, p.PlanZonePart,
    p.PlanFollowUp, SiteFile, SitePerson, SiteFileZone,
    d.Drill, d.Opening, Inject, Expected, *EVENTS,
)  # fmt: skip


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_that_the_page_names_every_key(part: Any) -> None:
    unnamed = [field.name for field in fields(part) if f"`{field.name}" not in PAGE]
    assert unnamed == []


def test_that_the_page_names_every_word_of_a_message() -> None:
    assert [word for word in p.MESSAGE_WORDS if f"`{{{word}}}`" not in PAGE] == []


def test_that_the_page_names_every_kind_of_event_and_every_sign() -> None:
    kinds = [str(event.__struct_config__.tag) for event in EVENTS]
    signs = [sign.value for sign in p.Sign]
    assert [name for name in (*kinds, *signs) if f"`{name}`" not in PAGE] == []
