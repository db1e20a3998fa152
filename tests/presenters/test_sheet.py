"""Typing in what was written by hand: with its own times, marked, and a slip records nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models import facts as f
from app.models.zone_states import Evacuation
from app.presenters import roles
from app.presenters.desk import DeskPresenter
from app.presenters.sheet import SHEET
from tests.desk_harness import BEGIN, Stage


@pytest.fixture
def desk(stage: Stage) -> DeskPresenter:
    """Opened at 06:02 UTC; two hours have passed without power."""
    station = stage.station()
    desk = stage.desk(station, stage.open(station))
    stage.clock.move(timedelta(hours=2))
    return desk


def type_in(desk: DeskPresenter, lines: str, day: str = "2026-11-23") -> None:
    desk.sheet.act("", SHEET, {"day": day, "lines": lines})


def notes(desk: DeskPresenter) -> list[tuple[str, str]]:
    return [
        (f"{entry.at:%H:%M}", entry.fact.text)
        for entry in desk.scene.incident.timeline
        if isinstance(entry.fact, f.Note)
    ]


def test_that_lines_are_entries_at_their_own_times_and_marked(desk: DeskPresenter) -> None:
    type_in(desk, "06:20 gate shut\n\n6：31 two cars came\n07:05:09 all calm")
    assert notes(desk) == [
        ("06:20", "gate shut"), ("06:31", "two cars came"), ("07:05", "all calm"),
    ]  # fmt: skip
    model = desk.timeline.model
    marks = [model.index(row).data(roles.LATE_MARK) for row in range(model.rowCount())]
    assert [mark for mark in marks if mark] == ["written 08:02:11"] * 3


def test_that_who_came_has_arrived_then(desk: DeskPresenter) -> None:
    type_in(desk, "06:20 +Chen Wei")
    [who] = [c for c in desk.scene.incident.call_outs.values() if c.name == "Chen Wei"]
    assert f"{who.arrived_at:%H:%M}" == "06:20"


def test_that_who_is_not_known_stays_as_words(desk: DeskPresenter) -> None:
    type_in(desk, "06:20 +Somebody Else")
    assert notes(desk) == [("06:20", "+Somebody Else")]


def test_that_an_evacuation_list_is_typed_in_as_what_it_says(desk: DeskPresenter) -> None:
    zones = [zone for zone in desk.scene.plan.zones if not zone.parts] if desk.scene.plan else []
    name = zones[0].name.en
    type_in(desk, f"06:20 #{name}\n06:21 >{name} 12\n06:25 <{name} 12\n06:26 ={name} Li Na")
    value = desk.scene.incident.zone(zones[0].key)
    assert value.evacuation is Evacuation.CONFIRMED
    assert f"{value.cordoned_at:%H:%M}" == "06:20"
    assert notes(desk) == []
    model = desk.timeline.model
    marks = [model.index(row).data(roles.LATE_MARK) for row in range(model.rowCount())]
    assert [mark for mark in marks if mark] == ["written 08:02:11"] * 5


def test_that_what_a_line_says_but_cannot_be_so_stays_as_words(desk: DeskPresenter) -> None:
    zone = desk.scene.plan.zones[0].name.en if desk.scene.plan else ""
    type_in(desk, f"06:20 <{zone} 12")
    assert notes(desk) == [("06:20", f"<{zone} 12")]


def test_that_a_service_that_was_called_is_one(desk: DeskPresenter) -> None:
    type_in(desk, "06:20 !110 crowd at the gate")
    assert desk.scene.incident.service("110").said == "crowd at the gate"


@pytest.mark.parametrize(
    ("lines", "day", "code"),
    [
        ("06:20 gate shut\nthen they left", "2026-11-23", "sheet_time"),
        ("06:20 gate shut\n25:10 what", "2026-11-23", "sheet_time"),
        ("  \n", "2026-11-23", "sheet_empty"),
        ("06:20 gate shut", "yesterday", "no_day"),
        ("06:20 gate shut\n09:00 to come", "2026-11-23", "future"),
    ],
)
def test_that_a_slip_records_nothing_and_says_where(
    stage: Stage, desk: DeskPresenter, lines: str, day: str, code: str
) -> None:
    type_in(desk, lines, day)
    assert stage.refusals == [code]
    assert notes(desk) == []


def test_that_the_sheet_proposes_the_day_of_the_opening(desk: DeskPresenter) -> None:
    question = desk.sheet.question("", SHEET)
    assert question is not None
    assert question.fields[0].value == f"{BEGIN:%Y-%m-%d}"
    assert desk.sheet.choices("")
