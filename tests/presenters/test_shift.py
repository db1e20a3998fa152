"""The shift log as shown: this month's, handed over, opened from, and the month turning."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.models import facts as f
from app.presenters import roles
from app.presenters.bridge import Bridge
from app.presenters.owed import OwedPresenter
from app.presenters.reader import QtReader
from app.presenters.shift import ShiftPresenter
from app.presenters.shift_timeline import FromLine
from app.presenters.tick import Tick
from tests.desk_harness import Stage
from tests.desk_harness import stage as stage  # a fixture

CHINA = ZoneInfo("Asia/Shanghai")
THIS_MONTH = "shift-2026-11"
"""The stage's clock stands at 23 November 2026."""


class Looking:
    """One station where somebody has gone to the shift log."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.station = stage.station()
        self.bridge = Bridge(self.station, stage._spawn)
        self.tick = Tick(stage.clock.wall)
        reader = QtReader("en", CHINA)
        self.owed = OwedPresenter(self.bridge, self.tick, reader)
        self.shift = ShiftPresenter(self.bridge, self.tick, reader, self.owed)
        self.refused: list[str] = []
        self.bridge.refused.connect(lambda refusal: self.refused.append(refusal.code))

    @property
    def days(self) -> list[str]:
        model = self.shift.begin().model
        return [model.index(at).data(roles.DAY) for at in range(model.rowCount())]

    @property
    def lines(self) -> list[str]:
        model = self.shift.begin().model
        return [model.index(at).data(roles.TITLE) for at in range(model.rowCount())]

    def move_to(self, moment: datetime) -> None:
        self.stage.clock.move(moment - self.stage.clock.wall())
        self.tick.ticked.emit(moment)


@pytest.fixture
def looking(stage: Stage) -> Looking:
    return Looking(stage)


def test_that_one_writes_in_this_month(looking: Looking) -> None:
    timeline = looking.shift.begin()
    assert timeline.props.empty
    timeline.write("quiet")
    assert looking.lines == ["quiet"]
    assert looking.station.incidents[THIS_MONTH].timeline[0].stream == THIS_MONTH
    assert looking.shift.month == "November 2026"


def test_that_another_stations_line_is_shown(looking: Looking, stage: Stage) -> None:
    looking.shift.begin()
    there = stage.station("Desk 2", "Li Na")
    stage.do(there, THIS_MONTH, f.Note(text="from there"))
    stage.until(lambda: looking.lines == ["from there"])


def test_that_days_are_told_apart_by_the_sites_own_clock(looking: Looking, stage: Stage) -> None:
    begin = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)  # 14:00 in China
    for hours in (0, -1, -15, -14):
        at = begin + timedelta(hours=hours)
        stage.do(looking.station, THIS_MONTH, f.Note(text=f"{hours}"), at=at)
    assert looking.lines == ["-15", "-14", "-1", "0"]
    assert looking.days == ["2026-11-22  Sunday", "2026-11-23  Monday", "", ""]


def test_that_a_line_that_comes_in_earlier_takes_the_day_from_the_next(
    looking: Looking, stage: Stage
) -> None:
    looking.shift.begin().write("second")
    assert looking.days == ["2026-11-23  Monday"]
    told: list[int] = []
    looking.shift.begin().model.dataChanged.connect(lambda top, *_: told.append(top.row()))
    at = looking.bridge.now() - timedelta(minutes=10)
    stage.do(looking.station, THIS_MONTH, f.Note(text="first"), at=at)
    assert looking.days == ["2026-11-23  Monday", ""]
    assert 1 in told


def test_that_the_month_turns_at_the_sites_midnight(looking: Looking) -> None:
    looking.shift.begin().write("the last of November")
    turned: list[str] = []
    looking.shift.month_changed.connect(lambda: turned.append(looking.shift.month))
    looking.move_to(datetime(2026, 11, 30, 15, 59, 59, tzinfo=UTC))
    assert turned == []
    looking.move_to(datetime(2026, 11, 30, 16, 0, 1, tzinfo=UTC))
    assert turned == ["December 2026"]
    looking.shift.begin().write("the first of December")
    assert looking.lines == ["the first of December"]
    assert looking.station.incidents["shift-2026-12"].timeline
    looking.shift.earlier()
    assert looking.lines == ["the last of November"]
    assert not looking.shift.is_now
    looking.shift.later()
    looking.shift.later()
    assert looking.shift.month == "December 2026"


def test_that_an_old_month_is_asked_of_the_shared_log(looking: Looking, stage: Stage) -> None:
    there = stage.station("Desk 2", "Li Na")
    stage.do(there, "shift-2026-10", f.Note(text="October"))
    looking.shift.begin()
    looking.shift.earlier()
    stage.until(lambda: looking.lines == ["October"])
    assert looking.shift.month == "October 2026"


def test_that_a_handover_begins_with_what_is_open(looking: Looking, stage: Stage) -> None:
    timeline = looking.shift.begin()
    question = timeline.question("", "hand_over")
    assert question is not None
    assert question.fields[2].value == "nothing open"
    stream = stage.open(looking.station)
    due = looking.bridge.now() + timedelta(minutes=1)
    owed = f.FollowUpAdded(follow_up="own", text="Thank", owner="Li Na", due=due)
    stage.do(looking.station, stream, owed)
    looking.move_to(due + timedelta(minutes=1))
    question = timeline.question("", "hand_over")
    assert question is not None
    me, _, still_open = question.fields
    assert me.value == "Wang Min"
    assert "North gate crowd (level IV)" in still_open.value
    assert still_open.value.endswith("; 1 follow-up overdue")
    answers = {"from_name": "Wang Min", "to_name": "Li Na", "text": still_open.value}
    timeline.act("", "hand_over", answers)
    assert looking.lines[-1].startswith("Wang Min handed the shift over to Li Na: ")
    timeline.act("", "hand_over", answers | {"to_name": " "})
    assert looking.refused == ["missing"]


def test_that_an_incident_is_opened_from_a_line(looking: Looking, stage: Stage) -> None:
    timeline = looking.shift.begin()
    timeline.write("13:50 shouting at the gate\nabout ten people")
    [entry] = looking.station.incidents[THIS_MONTH].timeline
    assert timeline.choices(entry.id)[0].action == "open"
    asked: list[FromLine] = []
    looking.shift.opening_asked.connect(asked.append)
    timeline.act(entry.id, "open")
    [line] = asked
    assert (line.title, line.entry, line.at) == ("shouting at the gate", entry.id, entry.at)
    stream = stage.open(looking.station, origin=line.entry)
    looking.shift.carry_over(line, stream)
    incident = looking.station.incidents[stream]
    # It stands there at its own time, before the opening.
    assert incident.timeline[0].at == entry.at
    opening = next(e.fact for e in incident.timeline if isinstance(e.fact, f.Opened))
    assert opening.origin == entry.id


def test_that_a_handover_opens_no_incident(looking: Looking) -> None:
    timeline = looking.shift.begin()
    timeline.act("", "hand_over", {"from_name": "Wang Min", "to_name": "Li Na", "text": ""})
    [entry] = looking.station.incidents[THIS_MONTH].timeline
    assert "open" not in {choice.action for choice in timeline.choices(entry.id)}
