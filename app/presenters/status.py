"""The line at the foot of the window, and the band about what needs a person: log, chain, disk."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.models.text import by_number
from app.presenters.bridge import Bridge
from app.presenters.countdown import span
from app.presenters.faults import Faults
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.tick import Tick
from app.presenters.words import listing
from app.station.connection import Connection, ConnectionState

_tr = QCoreApplication.translate


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the band: the worst only, the others follow when it is gone."""

    title: str = ""
    text: str = ""
    severity: Severity = Severity.DISCONNECTED


class Here(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with the program on this machine: an unexpected fault, why it is silent.

    `has_log`: the log is a file of this machine's, so there is no line that could be down.
    """

    fault: str = ""
    silent: str = ""
    has_log: bool = False


class StatusProps(msgspec.Struct, frozen=True, kw_only=True):
    log: str = ""
    log_severity: Severity = Severity.PLAIN
    stations: str = ""
    waiting: str = ""
    chain: str = ""
    chain_severity: Severity = Severity.PLAIN
    clock: str = ""
    trouble: Trouble = Trouble()


def derive_status(
    connection: Connection, entries: int, here: Here, now: datetime, reader: QtReader
) -> StatusProps:
    """`entries` is how many entries of the shared log were checked against the chain."""
    stale = connection.is_stale(now)
    names = listing(station.name for station in connection.stations)
    count = len(connection.stations)
    waiting = connection.waiting
    broken = bool(connection.breaks)
    return StatusProps(
        log=_state(connection, now, stale=stale, has_log=here.has_log),
        log_severity=Severity.DISCONNECTED if stale else Severity.GOOD,
        stations=_tr("Status", "with {names}").format(names=names) if count else "",
        waiting=_tr("Status", "{count} waiting for the network").format(count=waiting)
        if waiting else "",
        chain=_tr("Status", "chain broken") if broken
        else _chain(entries),
        chain_severity=Severity.OVERDUE if broken else Severity.PLAIN,
        clock=_clock(connection.clock_offset),
        trouble=_trouble(connection, here, now, reader),
    )  # fmt: skip


def _state(connection: Connection, now: datetime, *, stale: bool, has_log: bool) -> str:
    match connection.state:
        case ConnectionState.LIVE | ConnectionState.POLLING if has_log and not stale:
            return _tr("Status", "● This machine's log")
        case ConnectionState.LIVE if not stale:
            return _tr("Status", "● Shared log, live")
        case ConnectionState.POLLING if not stale:
            return _tr("Status", "● Shared log, looked at every second")
        case ConnectionState.CATCHING_UP:
            return _tr("Status", "◇ Catching up")
        case ConnectionState.REFUSED:
            return _tr("Status", "○ Refused by the shared log")
        case _:
            since = connection.last_heard or connection.since
            told = _tr("Status", "○ No connection for {time}")
            return told.format(time=span(now - since))


def _clock(offset: timedelta | None) -> str:
    if offset is None:
        return ""
    seconds = offset / timedelta(seconds=1)
    return _tr("Status", "clock {offset} s").format(offset=f"{seconds:+.2f}")


def _chain(entries: int) -> str:
    whole = by_number(
        entries,
        _tr("Status", "chain whole, {count} entry"),
        _tr("Status", "chain whole, {count} entries"),
    )
    return whole.format(count=entries)


def _trouble(connection: Connection, here: Here, now: datetime, reader: QtReader) -> Trouble:
    """The worst first: the past altered, what cannot be stored, no connection, our own faults."""
    if connection.breaks:
        first = connection.breaks[0]
        told = _tr(
            "Status",
            "Entry #{seq} of a stream is not what this station holds. Tell the administrator; "
            "go on working, nothing typed here is lost.",
        )
        title = _tr("Status", "The log was altered")
        return Trouble(title=title, text=told.format(seq=first.seq), severity=Severity.OVERDUE)
    if connection.refused:
        told = _tr("Status", "{count}: {why}")
        text = told.format(count=len(connection.refused), why=reader.say(connection.refused[0].why))
        title = _tr("Status", "Entries refused by the shared log")
        return Trouble(title=title, text=text, severity=Severity.OVERDUE)
    if connection.state is ConnectionState.REFUSED and connection.trouble:
        title = _tr("Status", "The shared log does not let this station in")
        return Trouble(title=title, text=reader.say(connection.trouble))
    if connection.is_up and connection.trouble:
        title = _tr("Status", "The shared log takes nothing from this station")
        return Trouble(title=title, text=reader.say(connection.trouble))
    if connection.is_stale(now) and connection.state is not ConnectionState.CATCHING_UP:
        return _stale(connection, reader)
    return _of_this_machine(connection, here, reader)


def _stale(connection: Connection, reader: QtReader) -> Trouble:
    if connection.last_heard is None:
        text = _tr("Status", "Trying to reach the shared log. What you write is kept here.")
    else:
        told = _tr(
            "Status",
            "This is the picture of {time}; others may have written since. "
            "Go on working: what you write is kept here and sent as soon as the line is back.",
        )
        text = told.format(time=reader.second(connection.last_heard))
    return Trouble(title=_tr("Status", "Not connected"), text=text)


def _of_this_machine(connection: Connection, here: Here, reader: QtReader) -> Trouble:
    if here.silent:
        told = _tr("Status", "{why}. Watch the screen. It is tried again with every alarm.")
        return Trouble(
            title=_tr("Status", "Alarms are not heard on this machine"),
            text=told.format(why=here.silent),
            severity=Severity.OVERDUE,
        )
    if connection.set_back:
        told = by_number(
            connection.set_back.offered,
            _tr("Status", "This station gave {count} entry back to it. Nothing is lost."),
            _tr("Status", "This station gave {count} entries back to it. Nothing is lost."),
        )
        return Trouble(
            title=_tr("Status", "The shared log was set back"),
            text=told.format(count=connection.set_back.offered),
            severity=Severity.SOON,
        )
    if connection.clock_jump:
        seconds = connection.clock_jump.by / timedelta(seconds=1)
        told = _tr("Status", "It moved by {seconds} s. Times here follow the shared log's clock.")
        return Trouble(
            title=_tr("Status", "This machine's clock jumped"),
            text=told.format(seconds=f"{seconds:+.0f}"),
            severity=Severity.SOON,
        )
    if connection.local:
        title = _tr("Status", "Damage on this machine was mended")
        return Trouble(title=title, text=reader.say(connection.local[0]), severity=Severity.SOON)
    if here.fault:
        told = _tr("Status", "{fault}. The rest goes on; the program's log has the details.")
        return Trouble(
            title=_tr("Status", "An unexpected error in one part"),
            text=told.format(fault=here.fault),
            severity=Severity.SOON,
        )
    return Trouble()


class StatusPresenter(QObject):
    changed = Signal()
    ticked = Signal(str)
    """The time of day, by the shared log's clock."""

    def __init__(self, bridge: Bridge, tick: Tick, reader: QtReader, faults: Faults) -> None:
        super().__init__()
        self._bridge, self._reader = bridge, reader
        self._here = Here()
        self.props = StatusProps()
        bridge.connection_changed.connect(self.refresh)
        tick.ticked.connect(self._tick)
        faults.happened.connect(self._take_fault)
        self.refresh()

    def refresh(self) -> None:
        station = self._bridge.station
        here = msgspec.structs.replace(self._here, has_log=station.is_on_this_machine)
        props = derive_status(
            station.connection, station.checked, here, self._bridge.now(), self._reader
        )
        if props != self.props:
            self.props = props
            self.changed.emit()

    def dismiss(self) -> None:
        """A person has read what this machine had to say."""
        self._here = Here()
        self._bridge.station.dismiss_notices()
        self.refresh()

    def _tick(self, now: datetime) -> None:
        self.refresh()
        self.ticked.emit(self._reader.second(now))

    def note_silence(self, why: str) -> None:
        """Alarms are not heard, or (`why` is empty) are heard again."""
        self._here = msgspec.structs.replace(self._here, silent=why)
        self.refresh()

    def _take_fault(self, fault: str) -> None:
        self._here = msgspec.structs.replace(self._here, fault=fault)
        self.refresh()
