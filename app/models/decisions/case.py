"""What every decision looks at, and the checks that many share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeAlias

import msgspec

from app.models.command import Refusal
from app.models.facts import KnownFact
from app.models.incident import Incident
from app.models.plan import Plan
from app.models.refusals import refuse
from app.models.site import Site
from app.models.text import Text

TITLE_LIMIT = 200
NOTE_LIMIT = 20_000


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """An open incident with its plan and site, at the moment something is asked for it."""

    incident: Incident
    plan: Plan | None
    site: Site
    author: str
    at: datetime

    def name_of(self, who: str) -> str:
        """A person's name as it is to stand in the log for ever."""
        called = self.incident.call_out(who).name
        person = self.site.person(who)
        return called or (person.name if person else who)

    def zone_name(self, zone: str) -> Text | None:
        """None if neither the site nor the plan knows the zone."""
        known = self.site.zones.get(zone)
        if known:
            return known.name
        zones = self.plan.zones if self.plan else ()
        return next((each.name for each in zones if each.key == zone), None)


Decided: TypeAlias = list[KnownFact] | Refusal
Decision: TypeAlias = Callable[[Case, Any], Decided]


def missing(**fields: str) -> Refusal | None:
    """Refuse the first field that is empty."""
    return next(
        (refuse("missing", field=name) for name, text in fields.items() if not text.strip()), None
    )


def unfit_text(fact: Any) -> Refusal | None:
    """Refuse texts that are too long or cannot be printed, wherever they stand in a fact."""
    for name in type(fact).__struct_fields__:
        text = getattr(fact, name)
        if not isinstance(text, str):
            continue
        limit = NOTE_LIMIT if name in ("text", "said", "reason", "summary") else TITLE_LIMIT
        if len(text) > limit:
            return refuse("too_long", field=name, length=len(text), limit=limit)
        if any(ord(letter) < 32 and letter not in "\n\t" for letter in text):
            return refuse("control_character", field=name)
    return None
