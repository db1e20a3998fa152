"""What every decision looks at, and the checks that many share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeAlias

import msgspec

from app.models.command import Refusal
from app.models.facts import KnownFact
from app.models.incident import Incident, State
from app.models.plan import Plan
from app.models.refusals import refuse
from app.models.site import Site
from app.models.text import Text, Word

_UNFILLED = "role:"


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """An open incident with its plan and site, and when what is asked for happened."""

    incident: Incident
    plan: Plan | None
    site: Site
    author: str
    at: datetime

    @property
    def then(self) -> State:
        """The incident as it was when it happened: what is typed late is judged by that."""
        return self.incident.then(self.at)

    def name_of(self, who: str) -> str:
        """A person's name as it is to stand in the log for ever; empty for a role unfilled."""
        person = self.site.person(who)
        name = self.incident.call_out(who).name or (person.name if person else who)
        return "" if name.startswith(_UNFILLED) else name

    def person(self, who: str) -> Word:
        """How a refusal names them."""
        role = self.plan.role(who.removeprefix(_UNFILLED)) if self.plan else None
        return self.name_of(who) or (role.name if role else who)

    def zone_name(self, zone: str) -> Text | None:
        """None if neither the site nor the plan knows the zone."""
        known = self.site.zones.get(zone)
        if known:
            return known.name
        zones = self.plan.zones if self.plan else ()
        return next((each.name for each in zones if each.key == zone), None)


Decided: TypeAlias = list[KnownFact] | Refusal
Decision: TypeAlias = Callable[[Case, Any], Decided]


def unfilled(role: str) -> str:
    """Who is called while nobody is named for a role."""
    return f"{_UNFILLED}{role}"


def missing(**fields: str) -> Refusal | None:
    """Refuse the first field that is empty."""
    return next(
        (refuse("missing", field=name) for name, text in fields.items() if not text.strip()), None
    )
