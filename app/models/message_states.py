"""What was recorded about each message: sent, delivered, failed, sent again."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import msgspec

from app.models import facts as f
from app.models.entry import Entry
from app.models.rules import stepwise
from app.models.value import Value

_replace = msgspec.structs.replace


class MessageState(Enum):
    NONE = "none"
    SENDING = "sending"
    DELIVERED = "delivered"
    FAILED = "failed"


class MessageValue(Value, frozen=True, kw_only=True):
    """A message is sent again under its own key. `tries` and `failures` count, so that a failure
    that comes in late does not hide a try that is still running; once delivered it stays so.

    `sent_at` is that of the last try, `took_ms` how long the last answer took in milliseconds.
    """

    address: str = ""
    to: str = ""
    text: str = ""
    subject: str = ""
    target: str = ""
    by_itself: bool = False
    sent_at: datetime | None = None
    sent_by: str = ""
    station: str = ""
    tries: int = 0
    failures: int = 0
    delivered_at: datetime | None = None
    failed_at: datetime | None = None
    why: str = ""
    took_ms: int = 0

    @property
    def state(self) -> MessageState:
        if self.delivered_at is not None:
            return MessageState.DELIVERED
        if self.failed_at is not None and self.failures >= self.tries:
            return MessageState.FAILED
        return MessageState.SENDING if self.sent_at is not None else MessageState.NONE


def _sent(value: MessageValue, fact: f.MessageSent, entry: Entry) -> MessageValue:
    return _replace(
        value, address=fact.address, to=fact.to, text=fact.text, subject=fact.subject,
        target=fact.target, by_itself=fact.by_itself, sent_at=entry.at, sent_by=entry.author,
        station=entry.station, tries=value.tries + 1,
    )  # fmt: skip


def _delivered(value: MessageValue, fact: f.MessageDelivered, entry: Entry) -> MessageValue:
    if value.delivered_at is not None:
        return value
    return _replace(value, delivered_at=entry.at, took_ms=fact.took_ms)


def _failed(value: MessageValue, fact: f.MessageFailed, entry: Entry) -> MessageValue:
    if value.delivered_at is not None:
        return value
    # A try fails once, whoever else says so: a station that starts does not know how it went.
    failures = min(value.failures + 1, max(value.tries, 1))
    return _replace(
        value, failed_at=entry.at, why=fact.why, took_ms=fact.took_ms, failures=failures
    )


MESSAGE = stepwise(
    MessageValue(),
    {f.MessageSent: _sent, f.MessageDelivered: _delivered, f.MessageFailed: _failed},
    subject="message",
)
