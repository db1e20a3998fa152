"""Typing in what was written by hand: with its own times, marked, and a slip records nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.models import facts as f
from app.models.command import Refusal
from app.models.decisions.fitness import NOTE_LIMIT
from app.models.zone_states import Evacuation
from app.presenters import roles
from app.presenters.desk import DeskPresenter
from app.presenters.sheet import SHEET
from app.station.changed import Done
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


def given_back(desk: DeskPresenter, lines: str, day: str = "2026-11-23") -> Refusal:
    answers: list[Done | Refusal] = []
    desk.sheet.act("", SHEET, {"day": day, "lines": lines}, answers.append)
    [answer] = answers
    assert isinstance(answer, Refusal)
    return answer


def test_that_what_is_left_of_a_sheet_is_given_back_and_what_is_recorded_is_not(
    stage: Stage, desk: DeskPresenter
) -> None:
    long = "x" * (NOTE_LIMIT + 1)
    answer = given_back(desk, f"06:20 gate shut\n\n06:30 {long}\n 06:40  all calm")
    assert notes(desk) == [("06:20", "gate shut")]
    assert answer.left == (("day", "2026-11-23"), ("lines", f"06:30 {long}\n 06:40  all calm"))
    assert (answer.field, answer.line) == ("lines", 1)
    assert "at most 20000 fit" in answer.why.english()
    assert "The lines above it are recorded already." in answer.why.english()
    assert stage.refusals == ["sheet_left"]
    left = dict(answer.left)
    type_in(desk, left["lines"].replace(long, "shorter"), left["day"])
    assert notes(desk) == [("06:20", "gate shut"), ("06:30", "shorter"), ("06:40", "all calm")]


def test_that_what_is_left_is_read_at_the_same_times_though_midnight_has_passed(
    stage: Stage, desk: DeskPresenter
) -> None:
    stage.clock.move(timedelta(days=1))
    long = "x" * (NOTE_LIMIT + 1)
    answer = given_back(desk, f"23:50 dark\n00:10 {long}\n06:00 all calm")
    left = dict(answer.left)
    assert left["day"] == "2026-11-24"
    type_in(desk, left["lines"].replace(long, "light"), left["day"])
    days = [e.at.day for e in desk.scene.incident.timeline if isinstance(e.fact, f.Note)]
    assert days == [23, 24, 24]


def test_that_where_the_disk_takes_no_more_what_is_left_is_given_back(
    stage: Stage, desk: DeskPresenter
) -> None:
    resource = pytest.importorskip("resource", reason="limits of a process are POSIX's")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    fill = desk.scene.bridge.changed.connect(
        lambda _: resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    )
    try:
        answer = given_back(desk, "06:20 gate shut\n06:30 two cars\n06:40 all calm")
    finally:
        desk.scene.bridge.changed.disconnect(fill)
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (answer.code, notes(desk)) == ("not_kept", [("06:20", "gate shut")])
    left = dict(answer.left)
    assert left["lines"] == "06:30 two cars\n06:40 all calm"
    type_in(desk, left["lines"], left["day"])
    assert [text for _, text in notes(desk)] == ["gate shut", "two cars", "all calm"]


def test_that_a_wrong_line_is_the_one_to_look_at(desk: DeskPresenter) -> None:
    answer = given_back(desk, "06:20 gate shut\n\nthen they left")
    assert (answer.field, answer.line, answer.left) == ("lines", 3, ())
    assert given_back(desk, "06:20 gate shut", "yesterday").field == "day"


def test_that_the_sheet_proposes_the_day_of_the_opening(desk: DeskPresenter) -> None:
    question = desk.sheet.question("", SHEET)
    assert question is not None
    assert question.fields[0].value == f"{BEGIN:%Y-%m-%d}"
    assert desk.sheet.choices("")
