"""The shift log: a stream a month, written to without being opened."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.models import facts as f
from app.models.command import Command, Desk, Refusal
from app.models.decide import decide
from app.models.incident import Incident
from app.models.shift import followed_from, is_shift, shift_before, shift_stream
from app.models.telling import Names, tell
from tests.builders import BEGIN, MINUTE, Play, a_site, entry

STREAM = "shift-2026-11"


def decided(incident: Incident, command: Command) -> str:
    desk = Desk(site=a_site(), incident=incident, author="Wang Min")
    answer = decide(desk, command, at=BEGIN, now=BEGIN)
    return answer.code if isinstance(answer, Refusal) else answer[0].stream


def test_that_a_stream_is_named_after_its_month() -> None:
    assert shift_stream(date(2026, 1, 31)) == "shift-2026-01"
    assert shift_before(date(2026, 1, 31)) == "shift-2025-12"
    assert shift_before(date(2026, 3, 31)) == "shift-2026-02"
    assert followed_from(datetime(2026, 3, 31, tzinfo=UTC)) == "shift-2026-02"


@pytest.mark.parametrize(
    "name", ["shift-2026-13", "shift-2026-1", "shift-2026-11x", "shift-２０２６-11", "site", "one"]
)
def test_that_other_names_are_no_shift_log(name: str) -> None:
    assert not is_shift(name)
    assert is_shift(STREAM)


@pytest.mark.parametrize(
    "command",
    [
        f.Note(text="quiet"),
        f.ShiftHandedOver(from_name="Wang Min", to_name="Li Na", text="nothing open"),
    ],
)
def test_that_it_is_written_to_without_being_opened(command: Command) -> None:
    assert decided(Incident(STREAM), command) == STREAM


def test_that_a_line_of_it_is_corrected() -> None:
    incident = Incident(STREAM, [entry(f.Note(text="quiet"), BEGIN - MINUTE, stream=STREAM)])
    wrong = f.Corrected(entry=incident.timeline[0].id, reason="mistyped")
    assert decided(incident, wrong) == STREAM


@pytest.mark.parametrize(
    "command", [f.Closed(), f.TaskDone(task="x"), f.Settled(), f.DeclaredOver(), f.Amended()]
)
def test_that_nothing_else_is_recorded_in_it(command: Command) -> None:
    assert decided(Incident(STREAM), command) == "no_incident"


def test_that_a_handover_says_who() -> None:
    nobody = f.ShiftHandedOver(from_name="Wang Min", to_name=" ", text="x")
    assert decided(Incident(STREAM), nobody) == "missing"


def test_that_a_shift_is_not_handed_over_within_an_incident() -> None:
    play = Play()
    handed = f.ShiftHandedOver(from_name="Wang Min", to_name="Li Na", text="")
    assert play.refused(handed) == "no_incident"


def test_that_a_handover_is_told() -> None:
    names = Names(incident=Incident(STREAM), plan=None, site=a_site())
    plain = f.ShiftHandedOver(from_name="Wang Min", to_name="Li Na", text="")
    full = f.ShiftHandedOver(from_name="Wang Min", to_name="Li Na", text="2026-0042 is open")
    assert tell(plain, names).phrase.english() == "Wang Min handed the shift over to Li Na"
    assert tell(full, names).phrase.english().endswith("to Li Na: 2026-0042 is open")
