"""Publishing a plan: whole plans only, each version once."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

from app.models.command import Desk, PublishPlan, Refusal
from app.models.decide import decide
from app.models.facts import PlanPublished
from app.models.plan import Plan, reference
from app.models.site import Site
from app.store.bundled import bundled_plan

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def publish(plan: Plan) -> PlanPublished | Refusal:
    answer = decide(Desk(site=Site()), PublishPlan(document=plan), at=NOW, now=NOW)
    if isinstance(answer, Refusal):
        return answer
    fact = answer[0].fact
    assert isinstance(fact, PlanPublished)
    return fact


def test_that_a_whole_plan_is_published_under_its_fingerprint() -> None:
    plan = bundled_plan("office-crowd")
    published = publish(plan)
    assert isinstance(published, PlanPublished)
    assert published.ref == reference(plan)


def test_that_a_plan_that_cannot_be_run_is_refused_with_the_field() -> None:
    plan = bundled_plan("office-crowd")
    without_roles = msgspec.structs.replace(plan, roles=())
    answer = publish(without_roles)
    assert isinstance(answer, Refusal)
    assert answer.code == "unfit_plan"
    assert "has a fault at" in answer.why.english()
