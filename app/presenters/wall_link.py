"""How fresh the wall is: live, or stale since when, unmistakably; it heals by itself."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec
from PySide6.QtCore import QCoreApplication

from app.presenters.countdown import span
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.station.connection import Connection, ConnectionState

_tr = QCoreApplication.translate

AHEAD = timedelta(seconds=1)
"""The wall looks once a second: what will be stale before the next look is shown as stale now."""


class WallLink(msgspec.Struct, frozen=True, kw_only=True):
    """`title` and `text` stand in the band across the screen while `stale`."""

    stale: bool = False
    title: str = ""
    text: str = ""
    foot: str = ""
    foot_brief: str = ""
    """The same where there is little room; empty: there is nothing briefer."""
    severity: Severity = Severity.GOOD


def derive_link(
    connection: Connection, last_change: datetime | None, now: datetime, reader: QtReader
) -> WallLink:
    if connection.breaks:
        return WallLink(
            stale=True, title=_tr("Wall", "THE LOG WAS ALTERED"),
            text=_tr("Wall", "what stands here is not proven; tell the administrator"),
            foot=_tr("Wall", "○ chain broken"), severity=Severity.OVERDUE,
        )  # fmt: skip
    if connection.is_stale(now + AHEAD):
        return _stale(connection, now, reader)
    changed = _tr("Wall", "last change {time}").format(time=_when(last_change, now, reader)) \
        if last_change else ""  # fmt: skip
    live = _tr("Wall", "● live")
    return WallLink(foot=" • ".join(part for part in (live, changed) if part), foot_brief=live)


def _stale(connection: Connection, now: datetime, reader: QtReader) -> WallLink:
    heard, severity = connection.last_heard, Severity.DISCONNECTED
    if connection.state is ConnectionState.REFUSED and connection.trouble:
        return WallLink(
            stale=True, title=_tr("Wall", "NOT LET IN"), text=reader.say(connection.trouble),
            foot=_tr("Wall", "○ refused"), severity=severity,
        )  # fmt: skip
    if heard is None:
        return WallLink(
            stale=True, title=_tr("Wall", "CONNECTING"),
            text=_tr("Wall", "what stands here may be old"), foot=_tr("Wall", "○ connecting"),
            severity=severity,
        )  # fmt: skip
    told = _tr("Wall", "picture of {time}, {ago} old")
    return WallLink(
        stale=True, title=_tr("Wall", "NOT LIVE"),
        text=told.format(time=_when(heard, now, reader), ago=span(now - heard)),
        foot=_tr("Wall", "○ not live"), severity=severity,
    )  # fmt: skip


def _when(moment: datetime, now: datetime, reader: QtReader) -> str:
    """To the second; of another day with the day."""
    second = reader.second(moment)
    return second if reader.is_today(moment, now) else f"{reader.date(moment)} {second}"
