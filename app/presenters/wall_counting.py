"""Countdowns of the wall: no wider than eight figures, so that they can be large."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models.urgency import fraction, urgency
from app.presenters.countdown import SEVERITY
from app.presenters.roles import Severity

_tr = QCoreApplication.translate
_SECOND, _TENTH = timedelta(seconds=1), timedelta(milliseconds=100)


class Count(msgspec.Struct, frozen=True):
    """A countdown at one moment; `used` is how much of its time is used up, 0 to 1."""

    text: str = ""
    severity: Severity = Severity.PLAIN
    used: float | None = None


def count(start: datetime | None, due: datetime | None, now: datetime) -> Count:
    if due is None:
        return Count()
    return Count(
        text=wall_countdown(due, now), severity=SEVERITY[urgency(due, now)],
        used=fraction(start, due, now),
    )  # fmt: skip


def wall_countdown(due: datetime, now: datetime) -> str:
    """As `countdown`, but without the seconds from an hour on."""
    if now >= due:
        return f"+{_span(now - due)}"
    return _span(due - now + _SECOND - _TENTH)


def _span(duration: timedelta) -> str:
    seconds = max(0, duration // _SECOND)
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    if hours >= 48:
        return _tr("Wall", "{days}d").format(days=hours // 24)
    if hours:
        return _tr("Wall", "{hours}h{minutes:02}").format(hours=hours, minutes=minute)
    return f"{minutes:02}:{second:02}"


def wall_elapsed(since: datetime | None, until: datetime) -> str:
    """Since the opening: `mm:ss`, from an hour on `h:mm:ss`, from two days on in days."""
    if since is None:
        return ""
    seconds = max(0, (until - since) // _SECOND)
    hours, rest = divmod(seconds, 3600)
    if hours >= 48:
        return _tr("Wall", "{days}d").format(days=hours // 24)
    figures = f"{rest // 60:02}:{rest % 60:02}"
    return f"{hours}:{figures}" if hours else figures
