"""The world outside: who was told, and the services called."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.rules import stepwise
from app.models.value import Value

_replace = msgspec.structs.replace


class NotificationValue(Value, frozen=True, kw_only=True):
    """`tried_at` is the last try, `told_at` the first that reached them.

    `tries` counts how often they were not reached before.
    """

    told_at: datetime | None = None
    told_by: str = ""
    tried_at: datetime | None = None
    said: str = ""
    tries: int = 0


class ServiceValue(Value, frozen=True, kw_only=True):
    """`reference` is the number that they gave the call, `sheet` the words that the caller had.

    `before` are the calls after which they had left when they were called anew.
    """

    called_at: datetime | None = None
    called_by: str = ""
    said: str = ""
    reference: str = ""
    sheet: tuple[tuple[str, str], ...] = ()
    arrived_at: datetime | None = None
    units: str = ""
    left_at: datetime | None = None
    before: tuple[ServiceValue, ...] = ()

    @property
    def is_called(self) -> bool:
        """Called and not yet gone again."""
        return self.called_at is not None and self.left_at is None


def _notified(value: NotificationValue, fact: f.Notified, entry: Entry) -> NotificationValue:
    if value.told_at is not None:
        return value
    if not fact.told:
        return _replace(
            value, tried_at=entry.at, said=fact.said or value.said, tries=value.tries + 1
        )
    return NotificationValue(
        told_at=entry.at, told_by=entry.author, tried_at=entry.at, said=fact.said,
        tries=value.tries, odd=value.odd,
    )  # fmt: skip


NOTIFICATION = stepwise(NotificationValue(), {f.Notified: _notified}, subject="target")


def _called(value: ServiceValue, fact: f.ServiceCalled, entry: Entry) -> ServiceValue:
    """Called again once they have left; a call that crosses another changes nothing."""
    if value.is_called:
        return value
    return ServiceValue(
        called_at=entry.at, called_by=fact.called_by or entry.author, said=fact.said,
        reference=fact.reference, sheet=fact.sheet, before=_with_left(value), odd=value.odd,
    )  # fmt: skip


def _with_left(value: ServiceValue) -> tuple[ServiceValue, ...]:
    if value.called_at is None:
        return value.before
    return (*value.before, _replace(value, before=(), odd=()))


def _referenced(value: ServiceValue, fact: f.ServiceReferenced, entry: Entry) -> ServiceValue:
    del entry
    return _replace(value, reference=fact.reference)


def _arrived(value: ServiceValue, fact: f.ServiceArrived, entry: Entry) -> ServiceValue:
    if value.arrived_at:
        return value
    return _replace(value, arrived_at=entry.at, units=fact.units)


def _left(value: ServiceValue, fact: f.ServiceLeft, entry: Entry) -> ServiceValue:
    del fact
    return value if value.left_at else _replace(value, left_at=entry.at)


SERVICE = stepwise(
    ServiceValue(),
    {
        f.ServiceCalled: _called,
        f.ServiceReferenced: _referenced,
        f.ServiceArrived: _arrived,
        f.ServiceLeft: _left,
    },
    subject="service",
)
