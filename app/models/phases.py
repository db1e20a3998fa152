"""Phases: the stages that a plan goes through; an incident may start in any, and moves forward."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.plan import Phase, Plan
from app.models.rules import stepwise
from app.models.value import Value


class Phasing(Value, frozen=True, kw_only=True):
    """The phases entered, in order; an empty key is the plan's first."""

    steps: tuple[tuple[datetime, str], ...] = ()

    def phase(self, plan: Plan | None) -> Phase | None:
        """The one that the incident is in; None where the plan has none."""
        if plan is None or not plan.phases:
            return None
        entered = self.steps[-1][1] if self.steps else ""
        return plan.phase(entered) or plan.phases[0]

    def span(self, plan: Plan, phase: str) -> tuple[datetime, datetime | None] | None:
        """When the incident last entered a phase, and when it left it; None while it has not."""
        first = plan.phases[0].key if plan.phases else ""
        left: datetime | None = None
        for moment, key in reversed(self.steps):
            if (key or first) == phase:
                return moment, left
            left = moment
        return None


def _step(value: Phasing, fact: f.Opened | f.PhaseEntered, entry: Entry) -> Phasing:
    if isinstance(fact, f.PhaseEntered) and value.steps and value.steps[-1][1] == fact.phase:
        return value
    steps = (*value.steps, (entry.at, fact.phase))
    return msgspec.structs.replace(value, steps=steps)


PHASE = stepwise(Phasing(), {f.Opened: _step, f.PhaseEntered: _step})
