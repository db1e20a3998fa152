"""Statistics as shown: from the log's own entries, drills apart, as table, chart and CSV."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Iterable
from datetime import UTC, timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt

from app.models import facts as f
from app.models.command import PublishPlan
from app.models.entry import Entry
from app.models.statistics import By
from app.models.text import Text
from app.presenters import statistics as module
from app.presenters.bridge import Bridge
from app.presenters.reader import QtReader
from app.presenters.statistics import Asked, StatisticsPresenter
from app.store.archive import Behind
from app.store.bundled import bundled_plan
from tests.desk_harness import Stage
from tests.desk_harness import stage as stage  # a fixture

MINUTE = timedelta(minutes=1)


class Statistics:
    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.station = stage.station()
        self.bridge = Bridge(self.station, stage._spawn)
        self.presenter = StatisticsPresenter(self.bridge, QtReader("en", UTC))

    def incident(self, *, drill: bool = False, after: timedelta = MINUTE) -> str:
        """All who were called come so long after the call, and it is closed."""
        stream = self.stage.open(self.station, drill=drill)
        self.stage.clock.move(after)
        for who in list(self.station.incidents[stream].call_outs):
            if not who.startswith("role:"):
                self.stage.do(self.station, stream, f.Arrived(who=who))
        self.stage.do(self.station, stream, f.DeclaredOver(despite="x"))
        self.stage.do(self.station, stream, f.Closed())
        self.stage.until(lambda: not self.station.waiting_in(stream))
        return stream

    def ask(self, **asked: object) -> None:
        self.presenter.ask(Asked(**asked))  # type: ignore[arg-type]

    def column(self, title: str) -> list[str]:
        model = self.presenter.model
        titles = [
            model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())
        ]
        at = titles.index(title)
        return [model.index(row, at).data() for row in range(model.rowCount())]

    @property
    def figures(self) -> dict[str, str]:
        return dict(self.presenter.props.figures)


@pytest.fixture
def statistics(stage: Stage) -> Statistics:
    return Statistics(stage)


def test_that_arrivals_are_told_by_role_in_the_readers_words(statistics: Statistics) -> None:
    statistics.incident()
    statistics.presenter.begin()
    assert "Order-keeping guard" in statistics.column("Role")
    assert set(statistics.column("Usual, min")) == {"1:00"}
    assert statistics.presenter.props.told == "1 incident"
    assert statistics.figures["First response"] == "1:00 min, nine of ten within 1:00"
    assert statistics.figures["Zones confirmed empty"] == "–"


def test_that_drills_are_apart(statistics: Statistics) -> None:
    statistics.incident(drill=True)
    statistics.presenter.begin()
    assert statistics.presenter.props.empty
    assert statistics.presenter.props.figures == ()
    statistics.ask(drills=True)
    assert statistics.presenter.props.told == "DRILL: 1 drill"


def test_that_time_and_plan_narrow_it(statistics: Statistics) -> None:
    statistics.incident()
    statistics.ask(when="2025")
    assert statistics.presenter.model.rowCount() == 0
    statistics.ask(when="2026-11", plan="office-crowd")
    assert statistics.presenter.model.rowCount() > 3
    statistics.ask(plan="fire")
    assert statistics.presenter.model.rowCount() == 0
    statistics.ask(when="soon")
    assert statistics.presenter.props.wrong_when


def test_that_without_a_time_it_is_the_last_year(statistics: Statistics) -> None:
    statistics.incident()
    statistics.stage.clock.move(timedelta(days=400))
    statistics.presenter.begin()
    assert statistics.presenter.props.empty


def test_that_it_is_told_by_plan_hour_and_month_too(statistics: Statistics) -> None:
    statistics.incident()
    statistics.presenter.begin()
    statistics.presenter.show_by(By.PLAN)
    assert statistics.column("Plan") == ["Office-centre crowd disturbance"]
    statistics.presenter.show_by(By.HOUR)
    assert statistics.column("Hour of the call") == ["06:00"]
    statistics.presenter.show_by(By.MONTH)
    assert statistics.column("Month") == ["2026-11"]
    assert statistics.column("First response") == ["1:00"]
    assert statistics.presenter.props.chart.names == ("2026-11",)
    assert statistics.presenter.props.chart.title.startswith("Deadlines kept")


def saved(statistics: Statistics) -> list[list[str]]:
    return list(csv.reader(io.StringIO(statistics.presenter.csv().removeprefix("\ufeff"))))


def test_that_the_table_is_saved_with_the_figures_as_numbers(statistics: Statistics) -> None:
    """A spreadsheet takes 1:30 for half past one."""
    statistics.incident(after=timedelta(seconds=90))
    statistics.presenter.begin()
    assert statistics.presenter.csv().startswith("\ufeffRole,Called,Came,In time")
    rows = saved(statistics)
    [guard] = [row for row in rows if row and row[0] == "Order-keeping guard"]
    assert float(guard[4]) <= 100
    assert guard[5:] == ["1.50", "1.50"]
    assert ["First response", "1.50", "1.50", "1"] in rows
    assert ["Zones confirmed empty", "", "", "0"] in rows
    assert ["Reckoned of", "1 incident"] in rows
    assert ["Time", "the last 12 months"] in rows


def test_that_what_is_saved_of_drills_says_so(statistics: Statistics) -> None:
    statistics.incident(drill=True)
    statistics.ask(drills=True, when="2026", plan="office-crowd")
    rows = saved(statistics)
    assert ["Reckoned of", "DRILL: 1 drill"] in rows
    assert ["Time", "2026"] in rows
    assert ["Plan", "Office-centre crowd disturbance"] in rows
    statistics.ask(drills=True, when="2025")
    assert ["Reckoned of", "DRILL: drills alone"] in saved(statistics)


def test_that_a_drill_changes_nothing_in_the_statistics(statistics: Statistics) -> None:
    """Whatever is looked at: figures, table, chart and what is saved."""
    statistics.incident()
    ways = [(by, when) for by in By for when in ("", "2026-11", "2026-11..")]

    def everything() -> list[object]:
        found: list[object] = []
        for by, when in ways:
            statistics.ask(when=when)
            statistics.presenter.show_by(by)
            props = statistics.presenter.props
            rows = statistics.presenter.csv().rpartition("Made at")[0]
            found += [props.told, props.figures, props.chart, rows]
        return found

    before = everything()
    now = statistics.stage.clock.wall()
    drill = statistics.incident(drill=True, after=30 * MINUTE)
    assert statistics.station.incidents[drill].course.drill
    statistics.stage.clock.move(now - statistics.stage.clock.wall())
    assert everything() == before


def test_that_a_plan_named_like_a_formula_is_harmless(statistics: Statistics) -> None:
    plan = bundled_plan("fire")
    evil = msgspec.structs.replace(plan, key="evil", title=Text("=cmd|' /C calc'!A0", "＝1+1"))
    statistics.stage.do(statistics.station, None, PublishPlan(document=evil))
    stream = statistics.stage.open(statistics.station, plan="evil")
    statistics.stage.clock.move(40 * MINUTE)
    statistics.stage.do(statistics.station, stream, f.DeclaredOver(despite="x"))
    statistics.stage.until(lambda: not statistics.station.waiting_in(stream))
    statistics.presenter.begin()
    statistics.presenter.show_by(By.PLAN)
    assert "'=cmd|' /C calc'!A0" in [cell for row in saved(statistics) for cell in row]
    reader = QtReader("zh_CN", UTC)
    chinese = StatisticsPresenter(statistics.bridge, reader)
    chinese.begin()
    chinese.show_by(By.PLAN)
    assert "'＝1+1" in chinese.csv()


def test_that_a_log_that_is_away_is_told(statistics: Statistics) -> None:
    statistics.incident()
    statistics.stage.run(statistics.stage.log.close())
    statistics.presenter.begin()
    assert statistics.presenter.props.empty
    assert statistics.presenter.props.told == ""


def test_that_what_takes_long_shows_how_far_it_is(
    statistics: Statistics, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", -1.0)
    monkeypatch.setattr(module, "_TOGETHER", 1)
    for _ in range(4):
        statistics.incident()
    shown: list[int] = []
    presenter = statistics.presenter
    presenter.changed.connect(lambda: shown.append(presenter.props.progress))
    presenter.begin()
    assert [each for each in dict.fromkeys(shown) if each] == [1, 25, 50, 75]
    assert presenter.props.busy == ""


def test_that_a_person_ends_what_takes_long(
    statistics: Statistics, monkeypatch: pytest.MonkeyPatch
) -> None:
    never = asyncio.Event()

    async def catch_up() -> int:
        await never.wait()
        return 0

    monkeypatch.setattr(statistics.station.archive, "catch_up", catch_up)
    monkeypatch.setattr(module, "PATIENCE", 0.0)
    bridge = Bridge(statistics.station, statistics.stage.supervisor.spawn)
    presenter = StatisticsPresenter(bridge, QtReader("en", UTC))

    async def scenario() -> None:
        presenter.begin()
        while not presenter.props.busy:  # noqa: ASYNC110  shown by a timer of the loop
            await asyncio.sleep(0.001)
        presenter.cancel()

    statistics.stage.run(asyncio.wait_for(scenario(), 10))
    assert presenter.props.busy == ""


@pytest.fixture
def read(statistics: Statistics, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whose entries were read to be measured."""
    streams: list[str] = []
    archive = statistics.station.archive
    really = archive.read

    async def read(asked: Iterable[str]) -> list[Entry]:
        streams.extend(asked)
        return await really(asked)

    monkeypatch.setattr(archive, "read", read)
    return streams


def test_that_a_closed_incident_is_measured_anew_only_after_a_further_entry(
    statistics: Statistics, read: list[str]
) -> None:
    closed = statistics.incident()
    running = statistics.stage.open(statistics.station)
    statistics.stage.until(lambda: not statistics.station.waiting_in(running))
    statistics.presenter.begin()
    assert sorted(read) == sorted([closed, running])
    before, first = statistics.presenter.props, read.copy()
    statistics.presenter.begin()
    assert read[len(first) :] == [running]
    assert statistics.presenter.props == before
    statistics.stage.do(statistics.station, closed, f.Note(text="Late"))
    statistics.stage.until(lambda: not statistics.station.waiting_in(closed))
    read.clear()
    statistics.presenter.begin()
    assert sorted(read) == sorted([closed, running])


def test_that_what_was_ended_before_it_began_is_not_reckoned(
    statistics: Statistics, read: list[str]
) -> None:
    statistics.incident()
    bridge = Bridge(statistics.station, statistics.stage.supervisor.spawn)
    presenter = StatisticsPresenter(bridge, QtReader("en", UTC))

    async def scenario() -> None:
        presenter.begin()
        presenter.cancel()
        for _ in range(20):
            await asyncio.sleep(0)

    statistics.stage.run(scenario())
    assert read == []


def test_that_a_read_only_copy_says_what_is_not_reckoned_yet_on_the_page_and_in_the_file(
    statistics: Statistics, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def behind() -> Behind:
        return Behind(entries=340, incidents=2)

    statistics.incident()
    monkeypatch.setattr(statistics.station.archive, "behind", behind)
    statistics.ask()
    missing = "read-only copy: 340 entries are not reckoned yet"
    assert statistics.presenter.props.told == f"1 incident ({missing})"
    assert missing in statistics.presenter.csv()
    statistics.ask(when="2020")
    assert statistics.presenter.props.told == missing
