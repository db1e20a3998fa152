"""What a new shared log begins with."""

from __future__ import annotations

from app.models.entry import SITE
from app.models.site import Site
from app.station.seed import publish_bundled_plans
from app.store.bundled import bundled_plans
from app.store.memory import MemoryLog


async def test_that_a_new_log_begins_with_every_plan_that_ships_and_only_once() -> None:
    log = MemoryLog()
    await log.open()
    assert await publish_bundled_plans(log) == len(bundled_plans())
    assert await publish_bundled_plans(log) == 0
    site = Site(stored.entry for stored in await log.read(SITE))
    assert {plan.key for plan in site.plans.values()} == {plan.key for _, plan in bundled_plans()}
