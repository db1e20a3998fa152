"""The status line: how one stands to the shared log, in words, and what needs a person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.models.text import Phrase
from app.presenters.reader import QtReader
from app.presenters.roles import Severity
from app.presenters.status import Here, StatusProps, derive_status
from app.station.connection import (
    ClockJump,
    Connection,
    ConnectionState,
    RefusedEntry,
    SetBack,
)
from app.store.chain import Break, Flaw
from app.store.log import Presence

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LIVE = Connection(since=NOW, state=ConnectionState.LIVE, last_heard=NOW)
WHY = Phrase("Test", "no right to that")


def status(
    connection: Connection, *, fault: str = "", silent: str = "", now: datetime = NOW
) -> StatusProps:
    trouble = Here(fault=fault, silent=silent)
    return derive_status(connection, 46, trouble, now, QtReader("en", UTC))


def changed(**fields: object) -> Connection:
    import msgspec

    return msgspec.structs.replace(LIVE, **fields)


def test_that_a_live_station_says_so_and_nothing_else() -> None:
    props = status(LIVE)
    assert props.log == "● Shared log, live"
    assert props.log_severity is Severity.GOOD
    assert props.chain == "chain whole, 46 entries"
    assert props.trouble.title == ""


def test_that_a_log_of_this_machine_is_called_so() -> None:
    here = Here(has_log=True)
    props = derive_status(LIVE, 46, here, NOW, QtReader("en", UTC))
    assert props.log == "● This machine's log"
    assert props.log_severity is Severity.GOOD


def test_that_what_was_not_proven_fresh_for_five_seconds_is_marked_stale() -> None:
    assert status(LIVE, now=NOW + timedelta(seconds=4)).trouble.title == ""
    props = status(LIVE, now=NOW + timedelta(seconds=5))
    assert props.trouble.title == "Not connected"
    assert "09:00:00" in props.trouble.text
    assert props.log == "○ No connection for 00:05"
    assert props.log_severity is Severity.DISCONNECTED


def test_that_the_other_stations_and_what_waits_are_named() -> None:
    other = Presence(station="k", name="Desk 1", person="Wang Min", kind="desk", seen=NOW)
    props = status(changed(stations=(other,), waiting=3))
    assert props.stations == "with Desk 1"
    assert props.waiting == "3 waiting for the network"


def test_that_alarms_that_are_not_heard_are_told_with_the_cause() -> None:
    trouble = status(LIVE, silent="no device", fault="window: KeyError").trouble
    assert trouble.title == "Alarms are not heard on this machine"
    assert "no device" in trouble.text
    assert trouble.severity is Severity.OVERDUE


@pytest.mark.parametrize(
    ("connection", "title"),
    [
        (
            changed(breaks=(Break(stream="s", seq=7, flaw=Flaw.ALTERED),), clock_jump=None),
            "The log was altered",
        ),
        (
            changed(refused=(RefusedEntry(entry="e", stream="s", why=WHY),)),
            "Entries refused by the shared log",
        ),
        (
            changed(state=ConnectionState.REFUSED, trouble=WHY),
            "The shared log does not let this station in",
        ),
        (changed(trouble=WHY), "The shared log takes nothing from this station"),
        (
            changed(set_back=SetBack(stream="s", seq=3, offered=2, noticed=NOW)),
            "The shared log was set back",
        ),
        (
            changed(clock_jump=ClockJump(by=timedelta(seconds=-30), noticed=NOW)),
            "This machine's clock jumped",
        ),
        (changed(local=(WHY,)), "Damage on this machine was mended"),
    ],
)
def test_that_each_trouble_has_a_band_that_says_what_to_do(
    connection: Connection, title: str
) -> None:
    trouble = status(connection).trouble
    assert trouble.title == title
    assert trouble.text


def test_that_an_altered_log_comes_before_everything_else() -> None:
    broken = changed(
        breaks=(Break(stream="s", seq=7, flaw=Flaw.ALTERED),),
        refused=(RefusedEntry(entry="e", stream="s", why=WHY),),
        state=ConnectionState.AWAY,
    )
    props = status(broken)
    assert props.trouble.title == "The log was altered"
    assert "#7" in props.trouble.text
    assert props.chain == "chain broken"


def test_that_an_unexpected_error_is_shown_and_the_rest_goes_on() -> None:
    trouble = status(LIVE, fault="window: KeyError: 'x'").trouble
    assert trouble.title == "An unexpected error in one part"
    assert "KeyError" in trouble.text
