"""A play of a shipped plan on the example site, and what the desk would show of it."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from app.models import facts as f
from app.models.command import Open
from app.models.entry import SITE
from app.models.escalation import services_proposed, standing
from app.models.follow_ups import follow_ups
from app.models.incident import Incident
from app.models.levels import Level
from app.models.notifications import notifications
from app.models.plan import Plan, reference
from app.models.roster import roster
from app.models.site import Site
from app.models.sitefile import site_facts
from app.models.task_states import TaskState
from app.models.tasks import tasks, unfinished
from app.store.bundled import bundled_plans, example_site
from tests.builders import BEGIN, MINUTE, Play, entry

AT_ONCE = 1.0
"""What "at once" allows, in minutes."""


@cache
def shipped_plans() -> dict[str, Plan]:
    return {plan.key: plan for _, plan in bundled_plans()}


def minutes(moment: datetime) -> float:
    """After the opening; what is decided in one instant lies microseconds apart."""
    return round((moment - BEGIN) / MINUTE, 3)


class Shipped(Play):
    """An incident of a shipped plan, opened at `BEGIN`; times come in minutes after that."""

    def __init__(
        self, key: str, *, level: Level = Level.IV, people: int = 15, phase: str = ""
    ) -> None:
        plan = shipped_plans()[key]
        published = f.PlanPublished(ref=reference(plan), document=plan)
        known = (published, *site_facts(example_site(), "en"))
        self.site = Site(entry(fact, BEGIN - 60 * MINUTE, stream=SITE) for fact in known)
        self.incident = Incident("one")
        self.shipped: Plan = plan
        self.plan = plan
        self.now = BEGIN
        self.author = "Wang Min"
        self.do(Open(plan=key, title="T", place="P", level=level, people=people, phase=phase))

    def owed(self) -> dict[str, float | None]:
        """Tasks that are running, and their deadlines."""
        return {
            row.key: minutes(row.due) if row.due else None
            for row in tasks(self.incident, self.plan)
            if row.is_open and row.begins_at
        }

    def conditional(self) -> set[str]:
        """Tasks that wait for their condition."""
        return {
            row.key
            for row in tasks(self.incident, self.plan)
            if row.state is TaskState.OPEN and row.condition and not row.begins_at
        }

    def told(self) -> dict[str, float | None]:
        """Who is to be told, and by when."""
        return {
            row.key: minutes(row.due) if row.due else None
            for row in notifications(self.incident, self.plan)
            if row.told_at is None
        }

    def due(self) -> dict[str, set[float]]:
        """By when those called for each role must be here."""
        found: dict[str, set[float]] = {}
        for row in roster(self.incident, self.plan):
            if row.due:
                role = self.incident.call_out(row.who).role
                found.setdefault(role, set()).add(minutes(row.due))
        return found

    def proposed(self) -> list[Level]:
        return [each.proposal.level for each in standing(self.incident)]

    def services(self) -> set[str]:
        return {each.service for each in services_proposed(self.incident, self.plan)}

    def follow_ups(self) -> dict[str, int | None]:
        """What is owed after it was declared over just now, and in how many days."""
        left = tuple(row.key for row in unfinished(self.incident, self.plan))
        self.do(f.DeclaredOver(reason="It is over", despite="A test", left=left))
        owed = follow_ups(self.incident, self.plan)
        return {
            row.key: (row.due - self.now).days if row.due else None for row in owed if row.is_owed
        }

    def rise(self, level: Level) -> None:
        self.do(f.LevelSet(level=level, reason="as proposed", decided_by="Chen Wei"))
