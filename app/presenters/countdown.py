"""Countdowns in figures: a function of the deadline and now, and nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from app.models.urgency import Urgency
from app.presenters.roles import Severity

_tr = QCoreApplication.translate

_SECOND = timedelta(seconds=1)
_TENTH = timedelta(milliseconds=100)

SEVERITY = {
    Urgency.SETTLED: Severity.PLAIN,
    Urgency.NONE: Severity.PLAIN,
    Urgency.CALM: Severity.PLAIN,
    Urgency.SOON: Severity.SOON,
    Urgency.LATE: Severity.OVERDUE,
}


def span(duration: timedelta) -> str:
    """`mm:ss` below an hour, `h:mm:ss` above, `Nd Nh` from two days on."""
    seconds = max(0, duration // _SECOND)
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    if hours >= 48:
        return _tr("Words", "{days}d {hours}h").format(days=hours // 24, hours=hours % 24)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute:02}:{second:02}"


def countdown(due: datetime | None, now: datetime) -> str:
    """What is left, rounded up, so that 00:00 shows only when it is due; then `+` and how late.

    A tenth of a second is given away, so that 30 minutes begin as 30:00 and not as 30:01.
    """
    if due is None:
        return ""
    if now >= due:
        return f"+{span(now - due)}"
    return span(due - now + _SECOND - _TENTH)


def elapsed(since: datetime, now: datetime) -> str:
    """`hh:mm:ss`, as on the header of an incident."""
    seconds = max(0, (now - since) // _SECOND)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
