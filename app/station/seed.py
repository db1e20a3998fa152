"""What a new shared log begins with: the plans that ship, so that nobody starts with nothing."""

from __future__ import annotations

from app.models.entry import SITE, Entry, to_wire
from app.models.facts import PlanPublished
from app.models.plan import reference
from app.models.site import Site
from app.station.ids import Ids
from app.store.bundled import bundled_plans
from app.store.log import SharedLog

_AUTHOR = "Muster"


async def publish_bundled_plans(log: SharedLog) -> int:
    """Publish the shipped plans whose key the log does not know; answers how many that were.

    A plan that people have changed is left alone. Two stations doing this at once publish the same
    references, which fold to one plan each.
    """
    now = await log.clock()
    site = Site(stored.entry for stored in await log.read(SITE))
    known = {plan.key for plan in site.plans.values()}
    new_id = Ids()
    entries = [
        Entry(
            id=new_id(now), stream=SITE, at=now, author=_AUTHOR, station=_AUTHOR,
            fact=PlanPublished(ref=reference(plan), document=plan),
        )
        for _, plan in bundled_plans() if plan.key not in known
    ]  # fmt: skip
    if entries:
        await log.append([to_wire(entry) for entry in entries], year=now.year)
    return len(entries)
