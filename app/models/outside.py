"""The world outside: who was told, and the services called."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.value import Value

_replace = msgspec.structs.replace


class NotificationValue(Value, frozen=True, kw_only=True):
    """`tried_at` is the last try, `told_at` the first that reached them."""

    told_at: datetime | None = None
    told_by: str = ""
    tried_at: datetime | None = None
    said: str = ""


class ServiceValue(Value, frozen=True, kw_only=True):
    called_at: datetime | None = None
    called_by: str = ""
    said: str = ""
    arrived_at: datetime | None = None
    left_at: datetime | None = None


def step_notification(value: NotificationValue, entry: Entry) -> NotificationValue:
    match entry.fact:
        case f.Notified(told=True, said=said):
            if value.told_at is not None:
                return value
            return _replace(
                value, told_at=entry.at, told_by=entry.author, tried_at=entry.at, said=said
            )
        case f.Notified(said=said):
            return _replace(value, tried_at=entry.at, said=value.said or said)
        case _:
            return value


def step_service(value: ServiceValue, entry: Entry) -> ServiceValue:
    match entry.fact:
        case f.ServiceCalled(said=said, called_by=by):
            if value.called_at is not None and value.left_at is None:
                return value
            return ServiceValue(
                called_at=entry.at, called_by=by or entry.author, said=said, odd=value.odd
            )
        case f.ServiceArrived():
            return _replace(value, arrived_at=value.arrived_at or entry.at)
        case f.ServiceLeft():
            return _replace(value, left_at=entry.at)
        case _:
            return value
