"""Services from outside: what is dialled here for each, when it was called, whether it is here."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import msgspec

from app.models.incident import Incident
from app.models.outside import ServiceValue
from app.models.plan import Plan
from app.models.site import Site
from app.models.tasks import owner_name
from app.models.text import Text


class ServiceStep(Enum):
    """What comes next for a service."""

    CALL = "call"
    ARRIVE = "arrive"
    LEAVE = "leave"


class ServiceRow(msgspec.Struct, frozen=True, kw_only=True):
    """`key` is as in the plans, `number` what is dialled here; `by` decides whether to call it."""

    key: str
    number: str
    name: Text
    by: Text | None
    when: Text | None
    value: ServiceValue

    @property
    def step(self) -> ServiceStep:
        if not self.value.is_called:
            return ServiceStep.CALL
        return ServiceStep.LEAVE if self.value.arrived_at else ServiceStep.ARRIVE

    @property
    def awaited_since(self) -> datetime | None:
        """When it was called, while it is still to come."""
        return self.value.called_at if self.step is ServiceStep.ARRIVE else None


def services(incident: Incident, plan: Plan | None, site: Site) -> list[ServiceRow]:
    """The plan's in its order, those that its rules ask for, the site's, any other called."""
    planned = {each.number: each for each in plan.services} if plan else {}
    asked = [key for rule in plan.rules for key in rule.services] if plan else []
    recorded = incident.services
    rows = []
    for key in dict.fromkeys([*planned, *asked, *site.services, *recorded]):
        known = planned.get(key)
        rows.append(
            ServiceRow(
                key=key, number=dialled(site, key), name=service_name(plan, site, key),
                by=owner_name(plan, known.by) if known and known.by else None,
                when=known.when if known else None, value=recorded.get(key, ServiceValue()),
            )
        )  # fmt: skip
    return rows


def dialled(site: Site, key: str) -> str:
    """What people here dial for the service that plans know by `key`."""
    service = site.services.get(key)
    return service.number if service and service.number else key


def service_name(plan: Plan | None, site: Site, key: str) -> Text:
    """As the site says, or else the plan; the key itself if neither knows it."""
    service = site.services.get(key)
    if service and service.name.en:
        return service.name
    planned = plan.services if plan else ()
    return next((each.name for each in planned if each.number == key), Text(en=key, zh=key))
