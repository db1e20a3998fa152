"""Notifications, messages and the services from outside."""

from __future__ import annotations

from app.models.facts.base import Fact


class Notified(Fact, tag="notified", frozen=True, kw_only=True):
    """`target` is the plan's notification key, `told` whether they were reached."""

    target: str
    told: bool = True
    said: str = ""
    name: str = ""


class ServiceCalled(Fact, tag="service_called", frozen=True, kw_only=True):
    """`service` is the key of the service, as in the plans: 110, 119, 120, 122.

    What people dial may be another number: the site says so.
    """

    service: str
    said: str = ""
    called_by: str = ""
    reference: str = ""
    """The number that they gave the call."""
    sheet: tuple[tuple[str, str], ...] = ()
    """(prompt, words) as the caller had them: exact place, what, hazards, way in, casualties…"""


class ServiceArrived(Fact, tag="service_arrived", frozen=True, kw_only=True):
    service: str
    units: str = ""


class ServiceLeft(Fact, tag="service_left", frozen=True, kw_only=True):
    service: str


class ServiceReferenced(Fact, tag="service_referenced", frozen=True, kw_only=True):
    service: str
    reference: str


class MessageSent(Fact, tag="message_sent", frozen=True, kw_only=True):
    """A person pressed send, or the plan did by itself. `address` is the key of an address.

    `target` is the plan's notification that it carries, if it does. `to` is how the address is
    called: the address itself is kept beside the log.
    """

    message: str
    address: str
    to: str
    text: str
    target: str = ""
    subject: str = ""
    by_itself: bool = False


class MessageDelivered(Fact, tag="message_delivered", frozen=True, kw_only=True):
    """The other side took it after `took_ms` milliseconds."""

    message: str
    took_ms: int = 0


class MessageFailed(Fact, tag="message_failed", frozen=True, kw_only=True):
    message: str
    why: str
    took_ms: int = 0
